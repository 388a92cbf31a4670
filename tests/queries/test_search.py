"""One list of happenings, found by any word around them."""

import pandas as pd
import pytest

import queries.search
import queries.sources
from loaders import Package


@pytest.fixture(scope="session")
def listing(package: Package) -> pd.DataFrame:
    return queries.search.listing(package.frame("exchanges"), package.frame("trade_events"))


@pytest.fixture(scope="session")
def texts(package: Package) -> pd.Series:
    frame = package.frame
    return queries.search.haystack(
        frame("exchanges"),
        frame("trade_events"),
        named=queries.sources.organisations_of(frame("record_organisations"), frame("organisations")),
        cited=queries.sources.of_records(frame("record_sources"), frame("sources")),
        places=frame("places"),
        undertakings=frame("undertakings"),
    )


def found(listing: pd.DataFrame, texts: pd.Series, query: str) -> set[str]:
    return set(queries.search.matching(listing, texts, query)["id"])


def test_a_happening_in_both_lists_is_listed_once(package: Package, listing: pd.DataFrame) -> None:
    trade = package.frame("trade_events")
    matched = trade.dropna(subset=["exchange_id"])
    assert listing["id"].is_unique
    assert len(listing) == len(package.frame("exchanges")) + len(trade) - len(matched)
    assert set(matched["id"]).isdisjoint(listing["id"])


def test_the_exchange_names_the_trade_record_it_is(listing: pd.DataFrame) -> None:
    also = listing.set_index("id")["also"]
    assert also["E073"] == "TRD-022"
    assert also[["E010"]].isna().all()


def test_the_list_is_in_order_of_date(listing: pd.DataFrame) -> None:
    assert listing["start_date"].is_monotonic_increasing


def test_the_frames_given_are_unchanged(package: Package) -> None:
    exchanges, trade = package.frame("exchanges"), package.frame("trade_events")
    before = exchanges.copy(), trade.copy()
    queries.search.listing(exchanges, trade)
    pd.testing.assert_frame_equal(exchanges, before[0])
    pd.testing.assert_frame_equal(trade, before[1])


@pytest.mark.parametrize(
    ("query", "record"),
    [
        ("chinese arch unveiled", "E012"),
        ("利物浦唐人街", "E012"),
        ("BRADLEY xi", "E031"),
        ("the independent", "E012"),
        ("e012", "E012"),
        ("TRD-022", "E073"),
        ("liverpool2 cranes", "E073"),
    ],
)
def test_a_record_is_found_by_title_characters_person_publisher_code_and_undertaking(
    listing: pd.DataFrame, texts: pd.Series, query: str, record: str
) -> None:
    assert record in found(listing, texts, query)


def test_every_word_must_be_found(listing: pd.DataFrame, texts: pd.Series) -> None:
    arch, both = found(listing, texts, "arch"), found(listing, texts, "arch craftsmen")
    assert both < arch
    assert not found(listing, texts, "arch zzzz")


def test_no_words_keep_every_record(listing: pd.DataFrame, texts: pd.Series) -> None:
    assert len(queries.search.matching(listing, texts, "  ")) == len(listing)


def test_a_word_is_found_at_its_beginning_not_inside_another() -> None:
    records = pd.DataFrame({"id": ["A", "B"]})
    texts = pd.Series({"A": "research", "B": "an archway"})
    assert queries.search.matching(records, texts, "arch")["id"].tolist() == ["B"]


def test_marks_of_a_pattern_are_taken_as_they_stand() -> None:
    records = pd.DataFrame({"id": ["A"]})
    assert queries.search.matching(records, pd.Series({"A": "plain"}), ".* [").empty


def test_case_accents_and_curly_quotes_do_not_matter() -> None:
    assert queries.search.fold("Café X’IAN “Ü”") == queries.search.fold('cafe x\'ian "u"')


def test_a_list_has_no_record_before_its_first_nor_after_its_last(listing: pd.DataFrame) -> None:
    first, second, last = (listing["id"].iloc[place] for place in (0, 1, -1))
    assert queries.search.neighbours(listing, first) == (None, second)
    assert queries.search.neighbours(listing, last)[1] is None
