"""Cut the slices of type that the dashboard serves and its files carry, so that no font of the reader's is needed.

    apt-get install fonts-noto-cjk && pip install -r requirements.txt fonttools brotli
    python deploy/make_fonts.py

Chinese is Noto Sans SC, two slices of each weight: the first holds every character of texts/ and data/, the second the
rest of GB2312 level 1; a browser fetches each only when a page needs it. Latin is the Source Sans that Streamlit brings:
a live page has it from there, and the slice is for the files that stand without it. Writes static/fonts/. Both are
© Adobe, under the SIL Open Font License 1.1, which keeps the name Source for the unchanged font: the slice has its own.
"""

import tempfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib import instancer

ROOT = Path(__file__).parent.parent
FOLDER = Path("/usr/share/fonts/opentype/noto")
WEIGHTS = {"Regular": "100 500", "Bold": "501 900"}  # the weights that each is drawn for
FAMILY = "Noto Sans CJK SC"
LATIN = "streamlit/static/static/media/SourceSansVF-Upright*.woff2"
LIGHT, HEAVY = 400, 700  # the weights between which Latin is drawn
OWN = "Dashboard Sans"  # what the Latin slice calls itself
# ASCII, Latin of Western Europe and of Pinyin, marks that combine, punctuation, signs of money and of reckoning, arrows
SIGNS = {*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x1CD, 0x1DD), *range(0x300, 0x30D), *range(0x2010, 0x2060)}
SIGNS |= {0x20AC, 0x2116, 0x2122, *range(0x2190, 0x2194), 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0x25B8, 0x25BE}
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
    """Write the slices of each weight and the two style sheets that name them."""
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "latin.css").write_text(cut_latin() + "\n", encoding="utf-8")
    first = used()
    slices = {"used": first, "rest": level_1() - first}
    rules = [rule for style, weights in WEIGHTS.items() for rule in cut(style, weights, slices)]
    (TARGET / "fonts.css").write_text("\n".join(rules) + "\n", encoding="utf-8")


def cut_latin() -> str:
    """Write the slice of Source Sans, every weight in one file; give the rule for it."""
    (source,) = Path(str(distribution("streamlit").locate_file(""))).glob(LATIN)
    face = TTFont(source)
    held = SIGNS & face.getBestCmap().keys()
    options = subset.Options(
        flavor="woff2",
        hinting=False,
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        layout_features=["ccmp", "kern", "mark", "locl"],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=held)
    cutter.subset(face)
    instancer.instantiateVariableFont(face, {"wght": (LIGHT, HEAVY)}, inplace=True)
    for number in (1, 3, 4, 6):
        face["name"].setName(OWN if number != 6 else OWN.replace(" ", ""), number, 3, 1, 0x409)
    file = TARGET / "source-sans.woff2"
    subset.save_font(face, file, options)
    return (
        f'@font-face {{ font-family: "Source Sans"; font-weight: {LIGHT} {HEAVY}; font-display: swap; '
        f'src: url("{file.name}") format("woff2"); unicode-range: {ranges(held)}; }}'
    )


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
