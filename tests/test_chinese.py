"""The Chinese of texts and data: whole, in the glossary's terms, and drawn with the fonts that are served."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

import texts
from loaders import Package
from tests.test_words import MEASURED

ROOT = Path(__file__).parent.parent
FONTS = ROOT / "static" / "fonts"
# Names for which no source gives characters: they stay in Latin letters, marked as such.
MAY_STAY = {("organisations", "name"), ("organisations", "short_name"), ("sources", "publisher")}
HAN = re.compile(r"[\u3400-\u9fff]")
# Counts of records hold; they do not move.
MOVEMENT = re.compile("增长|增加|增多|上升|下降|减少|翻番|翻倍|峰值|激增|骤降|趋势")
MOVING = (*MEASURED, "access.")


def columns(package: Package) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Give every column that has a Chinese one beside it."""
    for name, frame in package.frames.items():
        for column in frame.columns:
            if column.endswith("_zh"):
                yield name, column.removesuffix("_zh"), frame


def chinese(package: Package) -> Iterator[tuple[str, str]]:
    """Give every Chinese text of texts and data, with where it stands."""
    for key, sentence in texts.load("zh", home="", away="").sentences.items():
        for form in [sentence] if isinstance(sentence, str) else sentence.values():
            yield key, form
    for name, column, frame in columns(package):
        for row in frame.dropna(subset=[f"{column}_zh"]).to_dict("records"):
            yield f"{name}.{row['id']}.{column}_zh", row[f"{column}_zh"]


def test_what_readers_see_in_english_they_see_in_chinese(package: Package) -> None:
    blank = [
        (name, column, row["id"])
        for name, column, frame in columns(package)
        if (name, column) not in MAY_STAY
        for row in frame[frame[column].notna() & frame[f"{column}_zh"].isna()].to_dict("records")
    ]
    assert blank == []


def test_a_chinese_column_says_nothing_that_the_english_one_does_not(package: Package) -> None:
    alone = [
        (name, column, row["id"])
        for name, column, frame in columns(package)
        for row in frame[frame[column].isna() & frame[f"{column}_zh"].notna()].to_dict("records")
    ]
    assert alone == []


def test_an_organisation_named_in_chinese_is_named_so_in_short(package: Package) -> None:
    frame = package.frame("organisations").dropna(subset=["short_name", "name_zh"])
    assert frame.loc[frame["short_name_zh"].isna(), "id"].tolist() == []


def test_sentences_of_records_hold_characters(package: Package) -> None:
    prose = ("title", "description", "note", "caveat", "definition", "text", "heading", "outcome", "state", "label")
    latin = [
        (name, column, row["id"])
        for name, column, frame in columns(package)
        if column in prose
        for row in frame.dropna(subset=[f"{column}_zh"]).to_dict("records")
        if not HAN.search(row[f"{column}_zh"])
    ]
    assert latin == []


def test_the_description_of_the_data_is_whole(package: Package) -> None:
    parts = [package.descriptor]
    for resource in package.descriptor["resources"]:
        parts += [resource, *resource["schema"]["fields"]]
    missing = [
        (part["name"], key)
        for part in parts
        for key in ("title", "description")
        if part.get(key) and not part.get(f"{key}_zh")
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("term", "why"),
    [
        ("姐妹城市", "友好城市; only a printed title keeps it"),
        ("¥", "which money it is must be said"),
        ("利物浦市政府", "the council is 利物浦市议会"),
        ("最悠久的华人社区", "最古老, in the council's words"),
    ],
)
def test_a_term_that_the_glossary_rules_out_is_not_used(package: Package, term: str, why: str) -> None:
    # What stands in 《》 or “” is a title or somebody's own word.
    said = [(place, text) for place, text in chinese(package) if term in re.sub("《[^》]*》|“[^”]*”", "", text)]
    assert said == [], why


@pytest.mark.parametrize(("term", "why"), [("中国学生", "中国内地生源"), ("十亿英镑", "亿英镑")])
def test_no_sentence_of_the_pages_uses_it_either(term: str, why: str) -> None:
    sentences = texts.load("zh", home="", away="").sentences
    assert [key for key, sentence in sentences.items() if term in str(sentence)] == [], why


def test_no_sentence_about_records_says_that_they_moved() -> None:
    sentences = texts.load("zh", home="", away="").sentences
    claims = [
        (key, form)
        for key, sentence in sentences.items()
        if not key.startswith((*MOVING, "record_page.gaps.figures_note"))
        for form in ([sentence] if isinstance(sentence, str) else sentence.values())
        if MOVEMENT.search(form)
    ]
    assert claims == []


def test_the_sentences_have_the_full_stops_of_their_language(package: Package) -> None:
    western = [
        (place, text)
        for place, text in chinese(package)
        if re.search(r"[\u3400-\u9fff][,;:?!](?!\w*//)|[\u3400-\u9fff]\.(\s|$)", text)
    ]
    assert western == []


def test_views_join_nothing_by_the_signs_of_one_language() -> None:
    """Lists, sentences and pairs are joined by texts; codes alone stay as they are."""
    found = []
    for file in sorted((ROOT / "views").glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Attribute)
                and node.attr == "join"
                and isinstance(node.value, ast.Constant)
                and node.value.value in ("; ", ". ", ": ", " ")
            ):
                found.append((file.name, node.lineno))
            if isinstance(node, ast.JoinedStr):
                signs = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
                if re.search(r"[a-z}]?[.;:] ", signs):
                    found.append((file.name, node.lineno))
    assert found == []


def ranges(slice_: str) -> set[int]:
    """Give the characters that a slice of the font is for, as the style sheet says."""
    rules = (FONTS / "fonts.css").read_text(encoding="utf-8").splitlines()
    rule = next(line for line in rules if f"noto-sans-sc-{slice_}.woff2" in line)
    signs: set[int] = set()
    for first, last in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule):
        signs |= set(range(int(first, 16), int(last or first, 16) + 1))
    return signs


@pytest.mark.parametrize("slice_", ["used", "used-bold"])
def test_every_character_of_texts_and_data_is_in_the_first_slice_of_the_font(slice_: str) -> None:
    files = [*ROOT.glob("texts/*.toml"), *ROOT.glob("data/*.csv"), *ROOT.glob("data/*.toml"), *ROOT.glob("data/*.json")]
    used = {sign for file in files for sign in file.read_text(encoding="utf-8") if ord(sign) >= 0x2E80}
    served = ranges(slice_)
    assert "".join(sorted(sign for sign in used if ord(sign) not in served)) == "", "run deploy/make_fonts.py"


def test_the_first_slices_are_light() -> None:
    assert sum(file.stat().st_size for file in FONTS.glob("noto-sans-sc-used*.woff2")) <= 1_000_000
