"""Every page of the static edition, as it is written, says what the live page says: all words, all cells of all tables."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from xml.etree import ElementTree as ET

import html5lib
import pytest

import exports.site.pages
import texts
from cards import Card, Cell, Chart, Downloads, Link, Notice, Pager, Records, Search, Sheet, Switch
from loaders import Package
from texts import Words
from views.choices import Choices
from views.context import Context
from views.place import StaticPage
from views.places import PLACES
from views.site import edition as site
from views.site.record import Record

pytestmark = pytest.mark.slow
HTML = "{http://www.w3.org/1999/xhtml}"
# What no reader sees: names for the machine, and what is there to be copied or clicked on a live page.
UNSEEN = {
    "key",
    "copy",
    "draw",
    "kind",
    "colour",
    "shape",
    "record",
    "lang",
    "picture",
    "url",
    "slide",
    "source",
}
Shown = list[list[str]]


@dataclass(frozen=True)
class Written:
    """Hold what a plain page says: all its words run together, and its tables cell by cell."""

    words: str
    tables: list[Shown]


def flat(text: str) -> str:
    return "".join(text.split())


def read(page: exports.site.pages.FramedPage) -> Written:
    """Write a page and read it back as a browser would."""
    root = html5lib.HTMLParser(strict=True).parse(exports.site.pages.write(page).decode("utf-8"))
    names = [each.get(name) or "" for each in root.iter() for name in ("aria-label", "alt")]
    return Written(
        flat("".join(root.itertext()) + "".join(names)), [cells(table) for table in root.iter(f"{HTML}table")]
    )


def cells(table: ET.Element) -> Shown:
    return [
        [flat("".join(cell.itertext())) for cell in row if cell.tag in (f"{HTML}th", f"{HTML}td")]
        for row in table.iter(f"{HTML}tr")
    ]


def held(card: Chart | Sheet) -> Shown:
    """Give a card's table as it should be read: its columns' names, then its rows."""
    rows = [[flat(cell.text + "".join(way.label for way in cell.ways)) for cell in row] for row in card.table.rows]
    return [[flat(column.label) for column in card.table.columns], *rows]


def said(value: object) -> Iterator[str]:
    """Give all that a card says, at any depth; where its links lead is another matter."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Cell):
        yield value.text
    elif is_dataclass(value) and not isinstance(value, Link):
        yield from (
            text for field in fields(value) if field.name not in UNSEEN for text in said(getattr(value, field.name))
        )
    elif isinstance(value, tuple):
        yield from (text for each in value for text in said(each))


@dataclass(frozen=True)
class Edition:
    """Compose the pages of one language, and the live views beside them."""

    package: Package
    words: Words
    plain: Choices

    @property
    def context(self) -> Context:
        return Context(self.package, self.plain, self.words)

    def pages(self, name: str) -> Iterator[StaticPage]:
        return PLACES[name].pages(self.context)

    def live(self, name: str, own: Mapping[str, str], sector: str = "", *, wider: bool = False) -> list[Card]:
        choices = self.plain.change(own=dict(own), sectors=(sector,) if sector else (), wider=wider)
        return PLACES[name].view(Context(self.package, choices, self.words))

    def written(self, pages: Iterable[StaticPage]) -> list[Written]:
        edition = site.Edition(self.context, {self.words.lang: self.words}, "")
        return [read(edition.page(page)) for page in pages]

    def lost(self, live: list[Card], pages: list[Written], but: type | tuple[type, ...] = ()) -> list[str]:
        """Give what the live page says and none of the static pages does."""
        driven = (Search, Switch, Pager, Downloads, *(but if isinstance(but, tuple) else (but,)))
        texts_ = {text for card in live if not isinstance(card, driven) for text in said(card)}
        tables = [held(card) for card in live if isinstance(card, Chart | Sheet)]
        return sorted(text for text in texts_ if not any(flat(text) in page.words for page in pages)) + [
            str(table[:2]) for table in tables if not any(table in page.tables for page in pages)
        ]


@pytest.fixture(scope="module", params=texts.LANGUAGES)
def edition(request: pytest.FixtureRequest, package: Package) -> Edition:
    lang = request.param
    return Edition(package, texts.load(lang, **package.partnership.names(lang)), Choices(lang=lang))


@pytest.fixture(scope="module")
def record() -> Record:
    place = PLACES["record"]
    assert isinstance(place, Record)
    return place


@pytest.mark.parametrize("sector", ["", "education"])
def test_the_overview_and_the_timeline(edition: Edition, sector: str) -> None:
    choices = edition.plain.change(sectors=(sector,) if sector else ())
    overview = edition.written(page for page in edition.pages("overview") if page.choices == choices)
    assert edition.lost(edition.live("overview", {}, sector), overview, Notice) == []
    looks = [
        page
        for page in edition.pages("timeline")
        if page.choices.sectors == choices.sectors and not page.choices.get("pick")
    ]
    for look, page in zip(looks, edition.written(looks), strict=True):
        live = edition.live("timeline", look.choices.own, sector)
        assert edition.lost(live, [page], Records) == []
        assert page.tables == [held(card) for card in live if isinstance(card, Chart | Sheet)]


@pytest.mark.parametrize("sector", ["", "education"])
def test_the_list_of_records(edition: Edition, record: Record, sector: str) -> None:
    choices = edition.plain.change(sectors=(sector,) if sector else ())
    pages = edition.written([record.listing(edition.context.change(sectors=choices.sectors))])
    assert edition.lost(edition.live("record", {}, sector), pages) == []


def test_the_list_of_wider_records(edition: Edition, record: Record) -> None:
    pages = edition.written([record.listing(edition.context.change(wider=True))])
    assert edition.lost(edition.live("record", {}, wider=True), pages) == []


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("outcomes", {}),
        ("about", {}),
        ("about", {"view": "accessibility"}),
        *(("record", {"view": view}) for view in ("gaps", "sources", "data", "new")),
    ],
)
def test_a_place_that_is_one_page(edition: Edition, name: str, own: dict[str, str]) -> None:
    (page,) = edition.written([PLACES[name].page(edition.context.change(own=own))])
    live = edition.live(name, own)
    assert edition.lost(live, [page]) == []
    assert page.tables == [held(card) for card in live if isinstance(card, Chart | Sheet)]


@pytest.mark.parametrize("name", ["students", "trade"])
def test_the_figures_in_all_their_groups(edition: Edition, name: str) -> None:
    pages = edition.written(page for page in edition.pages(name) if not page.choices.sectors)
    switches = [card for card in edition.live(name, {}) if isinstance(card, Switch)]
    looks = [{switch.name: code} for switch in switches for code, _ in switch.options] or [{}]
    live = [card for own in looks for card in edition.live(name, own)]
    # "One table at a time" is what only the live page does.
    assert set(edition.lost(live, pages)) <= {edition.words("trade.tables_lead")}
    tables = [held(card) for card in live if isinstance(card, Chart | Sheet)]
    assert [table[0] for page in pages for table in page.tables if table not in tables] == []


@pytest.mark.parametrize("sector", ["education"])
def test_trade_of_one_sector(edition: Edition, sector: str) -> None:
    pages = [page for page in edition.pages("trade") if page.choices.sectors in ((), (sector,))]
    # The figures, which have no sector, stand on the page of all, where no filter passes them by.
    passed_by = {edition.words("trade.tables_lead"), edition.words("trade.years_only")}
    assert set(edition.lost(edition.live("trade", {}, sector), edition.written(pages))) <= passed_by


def test_every_step_of_the_cities(edition: Edition) -> None:
    pages = edition.written([*edition.pages("cities")])
    (steps,) = {card.pages for card in edition.live("cities", {}) if isinstance(card, Pager)}
    live = [card for step in range(1, steps + 1) for card in edition.live("cities", {"step": str(step)})]
    assert edition.lost(live, pages) == []


def test_every_dataset(edition: Edition, record: Record) -> None:
    datasets = list(record.datasets(edition.context))
    assert datasets
    for dataset, page in zip(datasets, edition.written(datasets), strict=True):
        assert edition.lost(edition.live("record", dataset.choices.own), [page]) == []


def test_records_and_sources_one_in_twenty(edition: Edition, record: Record) -> None:
    sample = [*list(record.records(edition.context))[::20], *list(record.sources(edition.context))[::20]]
    assert len(sample) > 20
    for each, page in zip(sample, edition.written(sample), strict=True):
        assert edition.lost(edition.live("record", each.choices.own), [page]) == [], each.choices.own
