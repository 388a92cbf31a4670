"""The two cities are data: what is missing, mistyped or unknown is named by its key."""

import pytest

from loaders.partnership import NAMELESS, Era, parse
from tests.fixtures.small_package import PARTNERSHIP


def columns(text: str) -> list[tuple[str, str | None]]:
    partnership, problems = parse(text.encode())
    assert partnership is NAMELESS
    return [(problem.code, problem.column) for problem in problems]


def test_what_may_be_blank_may_be_left_out() -> None:
    partnership, problems = parse(PARTNERSHIP.encode())
    assert problems == []
    assert (partnership.home.name, dict(partnership.home.translations)["name_zh"], partnership.home.latitude) == (
        "Liverpool",
        "利物浦",
        53.41,
    )
    assert (partnership.owner, partnership.contact.email, partnership.eras) == ("", "", ())


def test_eras_and_annotations_are_read_in_order() -> None:
    more = '[[eras]]\nstart = 2020\nend = 2022\ncode = "pandemic"\n[[annotations]]\nrecord = "E1"\nlabel = "Expo"\n'
    partnership, problems = parse((PARTNERSHIP + more).encode())
    assert problems == []
    assert partnership.eras == (Era(2020, 2022, "pandemic"),)
    assert [mark.label for mark in partnership.annotations] == ["Expo"]


def test_a_byte_order_mark_and_crlf_are_forgiven_here_too() -> None:
    assert parse(b"\xef\xbb\xbf" + PARTNERSHIP.replace("\n", "\r\n").encode())[1] == []


@pytest.mark.parametrize(
    ("before", "after", "column"),
    [
        ('name = "Liverpool"', "", "home.name"),
        ('name = "Liverpool"', 'name = ""', "home.name"),
        ("latitude = 53.41", 'latitude = "53.41"', "home.latitude"),
        ("first_year = 1999", "first_year = true", "first_year"),
        ('"1999-10"', '"October 1999"', "twinned_on"),
        ('"#12436D"', '"navy"', "home.colour"),
        ("first_year", "motto", "motto"),
        ("[away]", "[third]", "third"),
        ("first_year = 1999", 'first_year = 1999\ncontact = "us"', "contact"),
        ("first_year = 1999", "first_year = 1999\neras = [2020]", "eras[0]"),
        ("first_year = 1999", 'first_year = 1999\neras = [{start = 2020, code = "x"}]', "eras[0].end"),
    ],
)
def test_what_does_not_fit_is_named_by_its_key(before: str, after: str, column: str) -> None:
    assert ("setting", column) in columns(PARTNERSHIP.replace(before, after, 1))


def test_a_label_too_long_for_its_chart_is_named() -> None:
    mark = f'[[annotations]]\nrecord = "E1"\nlabel = "{"x" * 51}"\n'
    assert columns(PARTNERSHIP + mark) == [("setting", "annotations[0].label")]


def test_broken_toml_is_named_by_its_line() -> None:
    _, (problem,) = parse(b"first_year = 1999\ntwinned_on = October\n")
    assert (problem.code, problem.row) == ("toml", 2)
