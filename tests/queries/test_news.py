"""What's new lists exactly the rows added or corrected since a day; the first edition is one line."""

from datetime import date

import pandas as pd
import pytest

import loaders
import texts
from cards import Prose, Search, Sheet
from queries import news
from tests.fixtures.invented_pair import write
from views import address as address_of
from views.choices import Choices
from views.context import Context
from views.record import page as record

FIRST = date(2026, 1, 10)
LATER, LAST = date(2026, 2, 1), date(2026, 3, 2)


def rows(*each: tuple[str, date, date | None]) -> pd.DataFrame:
    frame = pd.DataFrame(each, columns=["id", "added_on", "changed_on"])
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in ("added_on", "changed_on")})


HELD = rows(
    ("first", FIRST, None),
    ("first_corrected", FIRST, LAST),
    ("later", LATER, None),
    ("later_corrected", LATER, LAST),
    ("last", LAST, None),
)


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> loaders.Package:
    return loaders.open(write(tmp_path_factory.mktemp("pair")))


def shown(package: loaders.Package, since: str) -> tuple[dict[str, str], list[str]]:
    """Give the page's changed rows with what changed, and what it says in paragraphs."""
    words = texts.load("en", **package.partnership.names("en"))
    address = {"view": "new", "since": since, "lang": "en"}
    choices = address_of.parse(address, years=(2005, 2026), languages=("en",), preferred="en")
    cards = record.view(Context(package, choices, words))
    tables = [card.table for card in cards if isinstance(card, Sheet) and card.key == "changes"]
    listed = {
        row[0].link.query["id"]: row[1].text  # type: ignore[union-attr]
        for table in tables
        for row in table.rows
    }
    return listed, [text for card in cards if isinstance(card, Prose) for text in card.paragraphs]


def test_the_earliest_day_of_any_table_is_the_first_edition() -> None:
    assert news.first_edition([rows(("a", LATER, None)), HELD, pd.DataFrame({"id": ["coast"]})]) == FIRST
    assert news.first_edition([rows()]) is None


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        (None, {"first_corrected": "corrected", "later": "added", "later_corrected": "added", "last": "added"}),
        (FIRST, {"first_corrected": "corrected", "later": "added", "later_corrected": "added", "last": "added"}),
        (LATER, {"first_corrected": "corrected", "later": "added", "later_corrected": "added", "last": "added"}),
        (date(2026, 2, 2), {"first_corrected": "corrected", "later_corrected": "corrected", "last": "added"}),
        (LAST, {"first_corrected": "corrected", "later_corrected": "corrected", "last": "added"}),
        (date(2026, 3, 3), {}),
    ],
)
def test_since_lists_exactly_what_was_added_or_corrected_on_it_or_after(
    since: date | None, expected: dict[str, str]
) -> None:
    found = news.changes(HELD, FIRST, since)
    assert dict(zip(found["id"], found["change"], strict=True)) == expected


def test_the_newest_change_comes_first() -> None:
    assert news.changes(HELD, FIRST)["on"].is_monotonic_decreasing


def test_figures_are_counted_by_series() -> None:
    changed = news.changes(HELD, FIRST).assign(series_id=["a", "b", "a", "a"])
    assert news.by_series(changed).to_dict("list") == {"series_id": ["a", "b"], "added": [2, 1], "corrected": [1, 0]}


def test_the_page_lists_exactly_the_rows_since_the_day_of_the_address(other: loaders.Package) -> None:
    listed, said = shown(other, "2026-02-15")
    assert listed == {"E003": "Corrected", "E010": "Corrected", "E012": "Added"}
    assert said == []
    assert shown(other, "2026-02-01")[0] == {
        "E003": "Corrected", "E009": "Added", "E010": "Added", "E012": "Added", "TRD-003": "Added",
    }  # fmt: skip


def test_the_first_edition_is_one_line(other: loaders.Package) -> None:
    edition = "First edition: 10 exchanges, 2 trade records and 10 figures, 10 January 2026."
    assert shown(other, "2026-01-10")[1] == [edition]
    assert shown(other, "")[1] == [edition]
    assert "E001" not in shown(other, "2026-01-01")[0]


def test_when_nothing_is_new_the_page_says_so(other: loaders.Package) -> None:
    assert shown(other, "2026-03-03") == ({}, ["Nothing has been added or corrected since 3 March 2026."])


@pytest.mark.parametrize("since", ["2026-13-01", "1 March", "2026-02-30", "20260201"])
def test_a_malformed_day_falls_back_quietly(other: loaders.Package, since: str) -> None:
    assert shown(other, since) == shown(other, "")


def test_the_filters_do_not_narrow_what_was_added_or_corrected(other: loaders.Package) -> None:
    words = texts.load("en", **other.partnership.names("en"))
    narrow = Choices(sectors=("tourism",), own={"view": "new", "since": "2026-03-02"})
    cards = record.view(Context(other, narrow, words))
    assert [len(card.table.rows) for card in cards if isinstance(card, Sheet)] == [3, 1]
    assert [card.value for card in cards if isinstance(card, Search)] == ["2026-03-02"]


def test_the_newest_happenings_come_newest_first(package: loaders.Package) -> None:
    newest = news.newest(package.frame("exchanges"), 12)
    assert len(newest) == 12
    assert newest["start_date"].is_monotonic_decreasing
    assert newest["start_date"].iloc[0] == package.frame("exchanges")["start_date"].max()
