"""The static edition: every view has a file, every link leads to one, and each page says what its live twin says."""

from dataclasses import replace

import pytest

import loaders
import texts
from cards import Card, Cell, Chart, Link, Pager, Prose, Records, Search, Sheet, Switch, Table, Title
from exports.site.pages import FramedPage
from tests.fixtures import invented_pair
from texts import Words
from views import cities
from views.choices import SECTORS, Choices
from views.context import Context
from views.places import PLACES
from views.site import edition as site
from views.site.links import file_of, relative, static_twin, to_files
from views.site.record import Record
from views.students import page as students
from views.trade import page as trade


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> dict[str, FramedPage]:
    """Compose every page of the invented pair, which is small, in every language."""
    package = loaders.open(invented_pair.write(tmp_path_factory.mktemp("pair")))
    languages = {lang: texts.load(lang, **package.partnership.names(lang)) for lang in texts.LANGUAGES}
    return {page.path: page for page in site.pages(package, languages, address="https://example.org/live/")}


@pytest.mark.parametrize(
    ("page", "query", "file"),
    [
        ("", {}, "index.html"),
        ("", {"lang": "en", "years": "2001-2009"}, "index.html"),
        ("", {"sector": "culture"}, "sectors/culture/index.html"),
        ("", {"sector": "culture,trade"}, "index.html"),
        ("", {"sector": "nonsense"}, "index.html"),
        ("timeline", {"view": "when"}, "timeline.html"),
        ("timeline", {"view": "who", "sector": "trade"}, "sectors/trade/who.html"),
        ("timeline", {"view": "where"}, "where.html"),
        ("timeline", {"view": "who", "pick": "ljmu.culture"}, "who/ljmu.culture.html"),
        (
            "timeline",
            {"view": "who", "pick": "ljmu.culture", "sector": "culture"},
            "sectors/culture/who/ljmu.culture.html",
        ),
        ("timeline", {"pick": "E001"}, "timeline.html"),
        ("students", {"sector": "culture"}, "students.html"),
        ("students", {"view": "more"}, "students-more.html"),
        ("trade", {"sector": "culture"}, "sectors/culture/trade.html"),
        ("trade", {"view": "rates"}, "trade-more.html"),
        ("outcomes", {}, "outcomes.html"),
        ("cities", {"step": "3"}, "cities.html#step-3"),
        ("about", {}, "about.html"),
        ("about", {"view": "accessibility"}, "accessibility.html"),
        ("record", {}, "record.html"),
        ("record", {"q": "arch", "page": "2", "order": "newest"}, "record.html"),
        ("record", {"id": "E042", "sector": "culture", "q": "arch"}, "record/E042.html"),
        ("record", {"relation": "wider"}, "record-wider.html"),
        ("record", {"relation": "wider", "sector": "culture"}, "record-wider.html"),
        ("record", {"years": "2010-2010"}, "record.html#y2010"),
        ("record", {"years": "2010"}, "record.html#y2010"),
        ("record", {"years": "2010-2012"}, "record.html"),
        ("record", {"years": "2010-2010", "sector": "sport"}, "sectors/sport/record.html#y2010"),
        ("record", {"view": "gaps", "sector": "sport"}, "gaps.html"),
        ("record", {"view": "sources"}, "sources.html"),
        ("record", {"view": "sources", "pick": "bbc2000"}, "source/bbc2000.html"),
        ("record", {"view": "sources", "pick": "kind:press"}, "sources.html"),
        ("record", {"view": "sources", "pick": "../../etc"}, "source/-..-etc.html"),
        ("record", {"view": "data", "dataset": "exchanges"}, "data/exchanges.html"),
        ("record", {"view": "new", "since": "2026-01-01"}, "new.html"),
    ],
)
def test_a_view_has_its_file_or_the_nearest(page: str, query: dict[str, str], file: str) -> None:
    assert file_of(page, query) == file


@pytest.mark.parametrize(
    ("target", "start", "way"),
    [
        ("record/E042.html", "index.html", "record/E042.html"),
        ("record/E042.html", "sectors/culture/index.html", "../../record/E042.html"),
        ("record/E042.html", "record/E041.html", "E042.html"),
        ("record.html#y2010", "record.html", "record.html#y2010"),
        ("zh/index.html", "record/E042.html", "../zh/index.html"),
    ],
)
def test_links_are_relative(target: str, start: str, way: str) -> None:
    assert relative(target, start) == way


def test_a_link_to_a_page_that_is_in_no_row_of_the_registry_is_refused() -> None:
    with pytest.raises(KeyError, match="elsewhere"):
        to_files(Link(label="Open", page="elsewhere"), "index.html")


def test_links_are_changed_at_any_depth_and_nothing_else_is() -> None:
    link = Link(label="Open", page="record", query={"id": "E1", "lang": "zh"})
    card = Sheet(
        key="k",
        heading="H",
        subtitle="",
        table=Table(caption="c", columns=(), rows=((Cell(text="x", value=3, link=link, ways=(link,)),),)),
    )
    changed = to_files(card, "zh/sectors/sport/trade.html", "zh/")
    cell = changed.table.rows[0][0]
    expected = Link(label="Open", page="../../record/E1.html")
    assert (cell.link, cell.ways, cell.text, cell.value) == (expected, (expected,), "x", 3)
    assert card.table.rows[0][0].link == link


def test_a_name_whose_search_no_page_answers_stays_as_words() -> None:
    cell = Cell(text="A college", link=Link(label="A college", page="record", query={"q": "A college"}))
    assert to_files(cell, "record/E1.html") == Cell(text="A college")


def test_every_language_has_the_same_pages(small: dict[str, FramedPage]) -> None:
    first, *others = texts.LANGUAGES
    own = {path for path in small if not path.startswith(tuple(f"{lang}/" for lang in others))}
    assert "index.html" in own
    for lang in others:
        assert {path.removeprefix(f"{lang}/") for path in small if path.startswith(f"{lang}/")} == own
    assert [link.page for link in small["index.html"].translations.values()] == [
        "index.html",
        *(f"{lang}/index.html" for lang in others),
    ]
    assert small["index.html"].lang.startswith(first)


def test_there_is_a_page_for_every_place_sector_record_source_and_dataset(
    package: loaders.Package, small: dict[str, FramedPage]
) -> None:
    places = {
        f"{name}.html"
        for name in (
            "index",
            "timeline",
            "who",
            "where",
            "students",
            "trade",
            "outcomes",
            "cities",
            "about",
            "accessibility",
        )
    }
    looks = {f"{name}.html" for name in ("record", "record-wider", "gaps", "sources", "data", "new")}
    assert places | looks <= set(small)
    for sector in SECTORS:
        assert {
            f"sectors/{sector}/{name}.html" for name in ("index", "timeline", "who", "where", "trade", "record")
        } <= set(small)
    assert {f"data/{resource['name']}.html" for resource in package.descriptor["resources"]} <= set(small)
    assert "record/E001.html" in small
    assert any(path.startswith("source/") for path in small)


def test_every_page_has_one_title_of_its_own(small: dict[str, FramedPage]) -> None:
    for page in small.values():
        assert [name for name, card in page.cards if isinstance(card, Title)] == [""], page.path
    # A trade record may bear the title of the exchange it is; every other page is told apart by its title.
    titles = [page.title for page in small.values() if not page.path.startswith(("record/", "source/", "zh/"))]
    assert [title for title in titles if titles.count(title) > 1] == []


def test_nothing_is_left_that_only_the_dashboard_can_answer(small: dict[str, FramedPage]) -> None:
    left = [page.path for page in small.values() for _, card in page.cards if isinstance(card, Search | Switch | Pager)]
    assert left == []


def test_each_page_leads_to_its_live_twin(small: dict[str, FramedPage]) -> None:
    assert [way.url for way in small["sectors/culture/who.html"].onward_links if not isinstance(way, Link)] == [
        "https://example.org/live/timeline?sector=culture&view=who&lang=en"
    ]
    assert [way.url for way in small["index.html"].onward_links if not isinstance(way, Link)] == [
        "https://example.org/live/?lang=en"
    ]


def test_without_an_address_no_page_leads_to_a_live_twin(package: loaders.Package, words: Words) -> None:
    page = next(site.pages(package, {"en": words}))
    assert all(isinstance(way, Link) for way in page.onward_links)


def spoken(cards: list[Card]) -> list[object]:
    """Give what charts and sheets say, wherever their links lead."""
    return [
        (card.heading, [[cell.text for cell in row] for row in card.table.rows])
        for card in cards
        if isinstance(card, Chart | Sheet)
    ]


@pytest.fixture(scope="module")
def real(package: loaders.Package, words: Words, choices: Choices) -> dict[str, FramedPage]:
    """Compose the pages of the real data that are checked against their views."""
    context = Context(package, choices, words)
    edition = site.Edition(context, {"en": words}, "")
    record = PLACES["record"]
    assert isinstance(record, Record)
    whole = (page for name in ("students", "trade", "cities") for page in PLACES[name].pages(context))
    pages = (*whole, record.listing(context))
    return {page.path: page for page in map(edition.page, pages)}


def test_all_tables_of_students_and_trade_stand_on_their_pages(
    package: loaders.Package, words: Words, choices: Choices, real: dict[str, FramedPage]
) -> None:
    on = {
        name: spoken([card for _, card in real[f"{name}.html"].cards])
        for name in ("students", "students-more", "trade", "trade-more")
    }
    live = spoken(students.view(Context(package, choices, words)))
    assert [each for each in live if each not in on["students"] + on["students-more"]] == []
    switch = next(card for card in trade.view(Context(package, choices, words)) if isinstance(card, Switch))
    for code, _ in switch.options:
        live = spoken(trade.view(Context(package, Choices(own={"view": code}), words)))
        assert [each for each in live if each not in on["trade"] + on["trade-more"]] == []


def test_a_sector_has_no_figures_of_its_own(real: dict[str, FramedPage]) -> None:
    whole = spoken([card for _, card in real["trade.html"].cards])
    own = spoken([card for _, card in real["sectors/sport/trade.html"].cards])
    assert [each for each in own if each in whole] == []


def test_every_step_of_the_cities_is_told(
    package: loaders.Package, words: Words, choices: Choices, real: dict[str, FramedPage]
) -> None:
    pager = next(card for card in cities.view(Context(package, choices, words)) if isinstance(card, Pager))
    steps = {name: card for name, card in real["cities.html"].cards if name}
    assert list(steps) == [f"step-{number}" for number in range(1, pager.pages + 1)]
    assert all(isinstance(card, Prose) and card.picture for card in steps.values())


def test_every_record_stands_once_in_the_list_under_its_year(real: dict[str, FramedPage]) -> None:
    years = {name: card for name, card in real["record.html"].cards if name}
    listed = [each.record for card in years.values() if isinstance(card, Records) for each in card.records]
    assert len(listed) == len(set(listed)) > 100
    assert list(years) == sorted(years)


def test_marks_of_records_and_of_the_board_lead_to_files(real: dict[str, FramedPage]) -> None:
    way = real["sectors/sport/trade.html"].way
    assert way("E010") == "../../record/E010.html"
    assert way("sport:2010") == "record.html#y2010"
    assert way("whatever") == ""


def test_a_live_view_leads_to_its_static_page_once_it_is_said_where_they_stand(package: loaders.Package) -> None:
    choices = Choices(sectors=("sport",), own={"view": "who"})
    there = replace(package, partnership=replace(package.partnership, static_edition="https://example.org/plain/"))
    for lang, root in zip(texts.LANGUAGES, ("", *(f"{lang}/" for lang in texts.LANGUAGES[1:])), strict=True):
        words = texts.load(lang, **package.partnership.names(lang))
        assert static_twin(Context(package, choices, words), PLACES["timeline"]) is None
        source = static_twin(Context(there, choices, words), PLACES["timeline"])
        assert source
        assert source.url == f"https://example.org/plain/{root}sectors/sport/who.html"
    elsewhere = replace(package, partnership=replace(package.partnership, static_edition="javascript:alert(1)"))
    assert static_twin(Context(elsewhere, choices, words), PLACES["timeline"]) is None
