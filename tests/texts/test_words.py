"""Words: plurals, numbers, lists and dates as a language writes them, and never finer than they are known."""

import re
from collections.abc import Mapping
from datetime import date

import pytest

import texts
from texts import Words

SENTENCES: dict[str, str | Mapping[str, str]] = {
    "join.items": "{a}; {b}",
    "join.sentences": "{a} {b}",
    "join.stop": "{text}.",
    "date.span": "{start} to {end}",
    "record": {"one": "{n} record", "other": "{n} records"},
    "cities": "{home} and {away}, {year}",
}
ENGLISH = Words("en", {"home": "Here", "away": "There"}, SENTENCES)
CHINESE = Words(
    "zh",
    {"home": "此", "away": "彼"},
    {
        **SENTENCES,
        "date.span": "{start}至{end}",
        "record": {"other": "{n}项"},
        "join.items": "{a}；{b}",
        "join.sentences": "{a}{b}",
        "join.stop": "{text}。",
    },
)


@pytest.mark.parametrize(("n", "said"), [(0, "0 records"), (1, "1 record"), (2, "2 records"), (1200, "1,200 records")])
def test_a_plural_follows_its_number(n: int, said: str) -> None:
    assert ENGLISH("record", n=n) == said


def test_a_language_without_plurals_has_one_form() -> None:
    assert [CHINESE("record", n=n) for n in (1, 2)] == ["1项", "2项"]


def test_the_cities_fill_every_sentence_and_a_year_given_as_text_keeps_its_form() -> None:
    assert ENGLISH("cities", year="2010") == "Here and There, 2010"


@pytest.mark.parametrize(("key", "slots"), [("nowhere", {}), ("cities", {}), ("record", {})])
def test_a_missing_sentence_or_slot_is_an_error(key: str, slots: dict[str, str]) -> None:
    with pytest.raises(KeyError):
        ENGLISH(key, **slots)


@pytest.mark.parametrize(
    ("precision", "english", "chinese"),
    [("day", "30 March 2000", "2000年3月30日"), ("month", "March 2000", "2000年3月"), ("year", "2000", "2000年")],
)
def test_a_date_is_no_finer_than_its_precision(precision: str, english: str, chinese: str) -> None:
    assert ENGLISH.date(date(2000, 3, 30), precision) == english
    assert CHINESE.date(date(2000, 3, 30), precision) == chinese


@pytest.mark.parametrize(
    ("start", "end", "precisions", "english", "chinese"),
    [
        (date(2024, 6, 3), date(2024, 6, 5), ("day", "day"), "3 to 5 June 2024", "2024年6月3日至5日"),
        (date(2010, 5, 1), date(2010, 10, 31), ("day", "day"), "1 May to 31 October 2010", "2010年5月1日至10月31日"),
        (date(2009, 12, 30), date(2010, 1, 2), ("day", "day"), "30 December 2009 to 2 January 2010", "2009年12月30日至2010年1月2日"),
        (date(2010, 5, 1), date(2010, 7, 1), ("month", "month"), "May to July 2010", "2010年5月至7月"),
        (date(2007, 1, 1), date(2010, 1, 1), ("year", "year"), "2007 to 2010", "2007年至2010年"),
        (date(2007, 1, 1), date(2007, 1, 1), ("year", "year"), "2007", "2007年"),
        (date(2010, 5, 1), date(2010, 5, 1), ("month", "month"), "May 2010", "2010年5月"),
        (date(2024, 6, 3), date(2024, 6, 3), ("day", "day"), "3 June 2024", "2024年6月3日"),
        (date(2010, 1, 1), date(2010, 5, 3), ("year", "day"), "2010 to 3 May 2010", "2010年至2010年5月3日"),
    ],
)  # fmt: skip
def test_a_span_says_what_its_ends_share_once(
    start: date, end: date, precisions: tuple[str, str], english: str, chinese: str
) -> None:
    assert ENGLISH.span(start, end, precisions) == english
    assert CHINESE.span(start, end, precisions) == chinese


def test_numbers_and_shares_are_written_the_languages_way() -> None:
    assert (ENGLISH.number(656795), ENGLISH.number(22.94, places=1), ENGLISH.percent(0.466)) == (
        "656,795",
        "22.9",
        "47%",
    )


@pytest.mark.parametrize(
    ("items", "said"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_items_are_joined_as_in_a_sentence(items: list[str], said: str) -> None:
    assert ENGLISH.listed(items) == said
    assert ENGLISH.listed(item for item in items) == said


def test_a_blank_translation_falls_back_to_the_base_language() -> None:
    row = {"title": "Arch", "title_zh": "牌楼", "note": "Only here", "note_zh": None}
    assert (ENGLISH.of(row, "title"), CHINESE.of(row, "title"), CHINESE.of(row, "note")) == (
        "Arch",
        "牌楼",
        "Only here",
    )
    assert CHINESE.of(row, "absent") == ""


def test_words_are_loaded_with_the_names_given() -> None:
    words = texts.load("en", home="A", away="B")
    assert words("app.title") == "A · B"
    assert words.has("app.title")
    assert not words.has("app")


@pytest.mark.parametrize(
    ("value", "scale", "places", "english", "chinese"),
    [
        (770_000, 1, None, "770,000", "77万"),
        (656_795, 1, None, "656,795", "656,795"),
        (12_000, 1, None, "12,000", "1.2万"),
        (9_400, 1, None, "9,400", "9,400"),
        (22.94, 1_000_000_000, 1, "22.9", "229亿"),
        (22_943, 1_000_000, None, "22,943", "229.43亿"),
        (351, 1_000_000, None, "351", "3.51亿"),
        (351.4, 1_000_000, None, "351.4", "35140万"),
        (51.51, 1_000_000, None, "51.51", "5151万"),
        (141.3, 1_000, None, "141.3", "14.13万"),
        (0, 1_000_000, None, "0", "0"),
        (8.4175, 1, None, "8.4175", "8.4175"),
    ],
)  # fmt: skip
def test_a_large_number_keeps_its_digits_in_the_languages_own_steps(
    value: float, scale: int, places: int | None, english: str, chinese: str
) -> None:
    assert ENGLISH.large(value, scale=scale, places=places) == english
    assert CHINESE.large(value, scale=scale, places=places) == chinese


@pytest.mark.parametrize(("scale", "chinese"), [(1_000_000_000, 10), (1_000_000, 100), (1_000, 1)])
def test_an_axis_goes_by_the_languages_own_steps(scale: int, chinese: float) -> None:
    assert (ENGLISH.factor(scale), CHINESE.factor(scale)) == (1, chinese)


def test_bare_lists_and_sentences_are_joined_by_the_signs_of_the_language() -> None:
    assert (ENGLISH.joined(["a", "b", "c"]), CHINESE.joined(["甲", "乙"]), ENGLISH.joined([])) == (
        "a; b; c",
        "甲；乙",
        "",
    )
    assert ENGLISH.stated("Finding", "", "Said already.", "“Quoted.”") == "Finding. Said already. “Quoted.”"
    assert CHINESE.stated("甲", "乙。", "“丙。”", "") == "甲。乙。“丙。”"
    assert ENGLISH.stated("", "") == ""


def test_words_of_another_language_are_told_by_their_script() -> None:
    assert [ENGLISH.foreign_tag(text) for text in ("Arch", "牌楼", "2010", "牌楼 (Arch)")] == [
        "",
        "zh-CN",
        "",
        "zh-CN",
    ]
    assert [CHINESE.foreign_tag(text) for text in ("Arch", "牌楼", "2010", "牌楼 (Arch)")] == ["en-GB", "", "", ""]


def test_a_year_by_itself_is_written_the_languages_way() -> None:
    assert (ENGLISH.year(1999), CHINESE.year(1999)) == ("1999", "1999年")


def test_a_file_is_named_by_its_code_in_the_first_language_and_by_its_title_in_another() -> None:
    assert ENGLISH.file("both_ways", "Records held") == "both_ways"
    assert CHINESE.file("both_ways", "文化：2023/24 学年") == "文化：2023-24-学年"


@pytest.mark.parametrize("title", ['a<b>c:d"e|f?g*h\\i/j', "句" * 200, "末尾. ", "\t\n", "..."])
def test_the_name_of_a_file_is_one_that_windows_takes(title: str) -> None:
    name = CHINESE.file("code", title)
    assert name
    assert not re.search(r'[\x00-\x1f<>:"/\\|?*]|[. ]$', name)
    assert len(name.encode()) <= 200
