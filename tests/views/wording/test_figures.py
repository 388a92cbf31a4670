"""One figure, one form: wherever it is written, it is written alike."""

from collections.abc import Iterable

import pytest

import queries.figures
import texts
from cards import Card, Chart, Link, Sheet, Strip, Table
from loaders import Package
from texts import Words
from views.choices import Choices
from views.context import Context
from views.overview import page as overview
from views.record import sources
from views.record.listing import RecordList
from views.trade import page as trade

TRADE_TABLES = ("", "visits", "other", "region")
Said = dict[tuple[str, str, str], str]


@pytest.fixture(params=texts.LANGUAGES)
def spoken(request: pytest.FixtureRequest, package: Package) -> Words:
    return texts.load(request.param, **package.partnership.names(request.param))


def values(words: Words, tables: Iterable[Table], prefix: str) -> Said:
    """Give each value by its series, place and period, from the tables that have these columns."""
    heads = [words(f"{prefix}.{head}") for head in ("series", "place", "period", "value")]
    told: Said = {}
    for table in tables:
        labels = [column.label for column in table.columns]
        if set(heads) <= set(labels):
            at = [labels.index(head) for head in heads]
            for row in table.rows:
                series, place, period, value = (row[column].text for column in at)
                told[series, place, period] = value
    return told


def tables(cards: Iterable[Card]) -> list[Table]:
    return [card.table for card in cards if isinstance(card, Chart | Sheet)]


def source(package: Package, words: Words, code: str) -> list[Card]:
    own = {"view": "sources", "pick": code}
    return sources.cards(RecordList(package, Choices(lang=words.lang, own=own), words))


def test_a_figure_is_written_on_its_own_page_as_with_its_source(package: Package, spoken: Words) -> None:
    here: Said = {}
    for view in TRADE_TABLES:
        cards = trade.view(Context(package, Choices(lang=spoken.lang, own={"view": view}), spoken))
        here |= values(spoken, tables(cards), "trade.column")
    figures = queries.figures.join(package.frame("series"), package.frame("trade_figures"))
    there: Said = {}
    for code in figures["source_id"].unique():
        there |= values(spoken, tables(source(package, spoken, code)), "record_page.figure")
    both = here.keys() & there.keys()
    assert len(both) > 100
    assert {key: here[key] for key in both} == {key: there[key] for key in both}


def test_a_headline_leads_to_its_figure_in_the_same_form(package: Package, spoken: Words) -> None:
    cards = overview.view(Context(package, Choices(lang=spoken.lang), spoken))
    visits = next(card for card in cards if isinstance(card, Strip)).headlines[-1]
    assert isinstance(visits.link, Link)
    told = values(spoken, tables(source(package, spoken, visits.link.query["pick"])), "record_page.figure")
    number = visits.value.rstrip("+")
    assert any(number in value for value in told.values()), (visits.value, told)
    if spoken.lang == "zh":
        assert visits.value.startswith("逾")
