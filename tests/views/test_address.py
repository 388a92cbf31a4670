"""The address is the whole state: read strictly, fallen back from quietly, written as it is read."""

import pytest

from views import address as address_of
from views.choices import SECTORS, Choices

SPAN = (1999, 2026)


def parse(**address: str) -> Choices:
    return address_of.parse(address, years=SPAN, languages=("en", "zh"), preferred="zh")


def test_an_empty_address_chooses_nothing() -> None:
    assert parse() == Choices(lang="zh")


@pytest.mark.parametrize(
    "choices",
    [
        Choices(),
        Choices(lang="zh", sectors=("culture", "education"), years=(2008, 2012), direction="inward", wider=True),
        Choices(years=(2010, 2010), sectors=SECTORS),
    ],
)
def test_what_is_written_is_read_back(choices: Choices) -> None:
    assert parse(**choices.query()) == choices


def test_a_pages_own_words_are_read_back() -> None:
    own = {
        "view": "gaps",
        "pick": "kind:council",
        "id": "TRD-001",
        "q": "arch & lions",
        "page": "3",
        "since": "2026-01-31",
    }
    assert parse(**Choices(lang="en").query(**own)).own == own


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2008-2012", (2008, 2012)),
        ("2008", (2008, 2008)),
        ("1980-2005", (1999, 2005)),
        ("1999-2026", None),
        ("1900-2100", None),
        ("2012-2008", None),
        ("1980-1990", None),
        ("2030-2040", None),
        ("2008-", None),
        ("２００８-２０１２", (2008, 2012)),
        ("2008-2012-2016", None),
        ("all", None),
        ("", None),
    ],
)
def test_years_are_kept_within_what_is_charted_or_left_out(text: str, years: tuple[int, int] | None) -> None:
    assert parse(years=text).years == years


def test_sectors_stand_in_one_order_whatever_the_address_and_unknown_ones_are_left_out() -> None:
    assert parse(sector="education,nonsense,culture,education").sectors == ("culture", "education")
    assert parse(sector="Culture").sectors == ()


@pytest.mark.parametrize(
    "address",
    [
        {"direction": "sideways"},
        {"relation": "true"},
        {"lang": "de"},
        {"view": "WHO!"},
        {"id": "E1; DROP"},
        {"page": "0"},
        {"page": "1000"},
        {"pick": "<script>"},
        {"since": "yesterday"},
        {"q": "x" * 81},
        {"q": "a\x00b"},
        {"unknown": "word"},
    ],
)
def test_what_is_not_understood_is_left_out(address: dict[str, str]) -> None:
    assert parse(**address) == Choices(lang="zh")


def test_a_default_is_not_written() -> None:
    assert Choices().query(page="", view="") == {"lang": "en"}
