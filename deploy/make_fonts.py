"""Cut Noto Sans SC into the slices that the dashboard serves, two of each weight, so that Chinese needs no font of the reader's.

    apt-get install fonts-noto-cjk && pip install fonttools brotli
    python deploy/make_fonts.py

The first slice holds every character of texts/ and data/, the second the rest of GB2312 level 1; a browser fetches each
only when a page needs it. Writes static/fonts/. Noto Sans CJK is © Adobe, under the SIL Open Font License 1.1.
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

ROOT = Path(__file__).parent.parent
FOLDER = Path("/usr/share/fonts/opentype/noto")
WEIGHTS = {"Regular": "100 500", "Bold": "501 900"}  # the weights that each is drawn for
FAMILY = "Noto Sans CJK SC"
TARGET = ROOT / "static" / "fonts"


def used() -> set[int]:
    """Collect every character beyond Latin that texts and data hold."""
    files = [*ROOT.glob("texts/*.toml"), *ROOT.glob("data/*.csv"), *ROOT.glob("data/*.toml"), *ROOT.glob("data/*.json")]
    return {ord(sign) for file in files for sign in file.read_text(encoding="utf-8") if ord(sign) >= 0x2E80}


def level_1() -> set[int]:
    """List GB2312 level 1: the 3,755 most common characters, rows 16 to 55 of the standard; row 55 is not full."""
    pairs = (bytes((row + 0xA0, cell + 0xA0)) for row in range(16, 56) for cell in range(1, 95))
    return {ord(sign) for pair in pairs if (sign := pair.decode("gb2312", errors="ignore"))}


def ranges(signs: set[int]) -> str:
    """Write characters as a CSS unicode-range."""
    runs: list[list[int]] = []
    for sign in sorted(signs):
        if runs and sign == runs[-1][1] + 1:
            runs[-1][1] = sign
        else:
            runs.append([sign, sign])
    return ",".join(f"U+{a:X}" if a == b else f"U+{a:X}-{b:X}" for a, b in runs)


def main() -> None:
    """Write the slices of each weight and the style sheet that names them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    first = used()
    slices = {"used": first, "rest": level_1() - first}
    rules = [rule for style, weights in WEIGHTS.items() for rule in cut(style, weights, slices)]
    (TARGET / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")


def cut(style: str, weights: str, slices: dict[str, set[int]]) -> Iterator[str]:
    """Write the slices of one weight; give the rule for each."""
    fonts = TTCollection(FOLDER / f"NotoSansCJK-{style}.ttc").fonts
    face = next(font for font in fonts if font["name"].getDebugName(1) == FAMILY)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.otf"
        face.save(whole)
        for name, signs in slices.items():
            file = TARGET / f"noto-sans-sc-{name}{'' if style == 'Regular' else '-' + style.lower()}.woff2"
            options = [
                f"--unicodes={ranges(signs)}",
                "--flavor=woff2",
                f"--output-file={file}",
                "--layout-features=",
                "--no-hinting",
                "--desubroutinize",
            ]
            subset.main([str(whole), *options])
            yield (
                f'@font-face {{ font-family: "Noto Sans SC"; font-weight: {weights}; font-display: swap; '
                f'src: url("{file.name}") format("woff2"); unicode-range: {ranges(signs)}; }}'
            )


if __name__ == "__main__":
    main()
