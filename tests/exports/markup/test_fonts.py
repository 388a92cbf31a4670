"""The type that a file carries: whole fonts in its own style sheet, and only those that its words need."""

import re
from base64 import b64decode
from pathlib import Path

from exports.markup.fonts import faces

FONTS = Path(__file__).parents[3] / "static" / "fonts"


def carried(sheet: str) -> list[tuple[str, bytes]]:
    """Read the family and the font of every rule in a style sheet."""
    rules = re.findall(r'font-family: "([^"]+)"[^}]*url\("data:font/woff2;base64,([^"]+)"\)', sheet)
    return [(family, b64decode(content)) for family, content in rules]


def test_english_carries_the_latin_slice_alone() -> None:
    assert carried(faces("Trade was £1.2 million.")) == [("Source Sans", (FONTS / "source-sans.woff2").read_bytes())]


def test_chinese_carries_both_weights_of_its_own_slice() -> None:
    files = {content for _, content in carried(faces("上海"))}
    assert files == {(FONTS / f"noto-sans-sc-used{weight}.woff2").read_bytes() for weight in ("", "-bold")}


def test_a_character_that_is_not_of_the_texts_brings_the_rest() -> None:
    assert len(carried(faces("A上"))) == 3
    rest = re.search(r"noto-sans-sc-rest\.woff2.*?U\+([0-9A-F]+)", (FONTS / "fonts.css").read_text(encoding="utf-8"))
    assert rest
    assert len(carried(faces(chr(int(rest[1], 16))))) == 2


def test_a_text_without_a_character_of_ours_carries_nothing() -> None:
    assert faces("\n😀") == ""


def test_nothing_is_left_to_fetch() -> None:
    sheet = faces("A上")
    assert re.findall(r'url\("(?!data:)', sheet) == []
    assert sheet.count("@font-face") == sheet.count("unicode-range") == 3


def test_the_licence_lies_beside_the_fonts_and_names_their_makers() -> None:
    licence = (FONTS / "OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert licence.count("Adobe") == 2
