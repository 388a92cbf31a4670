"""A page with a view, a script, a row of the registry and two texts is everywhere that pages are."""

import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from streamlit.testing.v1 import AppTest

import texts
from cards import Card, Link, Prose, Title
from exports.site.pages import FramedPage
from loaders import Deck, Package, SlideEntry
from tests.e2e import driving
from tests.pages.test_pages import markup, opened
from texts import Words
from ui import navigation
from views.choices import Choices
from views.context import Context
from views.deck.material import Material
from views.place import Place, StaticPage
from views.places import PLACES
from views.site import edition
from views.site.links import file_of, to_files

TEXTS = {"nav.visits": "Visits", "visits.title": "Who has visited whom"}
VISITS = Place(name="visits", module="views.visits", needs=("exchanges",), filters=("years",), looks=("all", "abroad"))


def view(context: Context) -> list[Card]:
    """Compose the invented page."""
    choices, words = context.choices, context.words
    number = len(context.package.frame("exchanges"))
    heading = words("visits.title") if choices.get("view") != "abroad" else f"{words('visits.title')}, abroad"
    return [
        Title(heading=heading, lead=""),
        Prose(heading=str(number), links=(choices.link("Abroad", "visits", view="abroad"),)),
    ]


@pytest.fixture(autouse=True)
def visits(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Place:
    """Add the page: its view, its script, its texts, its row."""
    module = ModuleType("views.visits")
    module.view = view  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "views.visits", module)
    folder = shutil.copytree(navigation.FOLDER, tmp_path / "pages")
    shutil.copy(folder / "trade.py", folder / "visits.py")
    monkeypatch.setattr(navigation, "FOLDER", folder)
    load = texts.words.load

    def worded(lang: str, home: str, away: str) -> Words:
        words = load(lang, home, away)
        return replace(words, sentences={**words.sentences, **TEXTS})

    monkeypatch.setattr(texts, "load", worded)
    monkeypatch.setitem(PLACES, "visits", VISITS)
    return VISITS


@pytest.fixture
def words(package: Package) -> Words:
    return texts.load("en", **package.partnership.names("en"))


@pytest.fixture
def app() -> AppTest:
    return opened("visits", "en")


@pytest.fixture
def pages(package: Package, words: Words, visits: Place) -> dict[str, FramedPage]:
    """Write its static pages."""
    context = Context(package, Choices(), words)
    frame = edition.Edition(context, {"en": words}, "https://example.org")
    return {page.path: page for page in map(frame.page, visits.pages(context))}


def bar(app: AppTest) -> list[str]:
    return [link.proto.label for link in app.get("page_link")]


def test_it_runs_and_stands_last_in_the_bar(app: AppTest) -> None:
    assert not app.exception
    assert "Who has visited whom" in markup(app)
    assert bar(app)[-1] == "Visits"


def test_every_other_page_leads_to_it() -> None:
    assert bar(opened("timeline", "en"))[-1] == "Visits"


def test_the_filters_of_its_row_act_and_no_others(app: AppTest) -> None:
    assert not app.selectbox(key="f-from").disabled
    assert app.toggle(key="f-wider").disabled


def test_the_footer_leads_to_it_where_its_row_says_so(monkeypatch: pytest.MonkeyPatch, visits: Place) -> None:
    monkeypatch.setitem(PLACES, "visits", replace(visits, foot="nav.visits"))
    app = opened("about", "en")
    assert "Visits" not in bar(app)
    assert 'href="visits?lang=en" target="_self">Visits</a>' in markup(app)


def test_without_its_data_it_says_what_is_wrong(monkeypatch: pytest.MonkeyPatch, visits: Place) -> None:
    monkeypatch.setitem(PLACES, "visits", replace(visits, needs=("nothing",)))
    app = opened("visits", "en")
    assert not app.exception
    assert "Who has visited whom" not in markup(app)


def test_its_static_pages_are_written_and_lead_to_each_other(pages: dict[str, FramedPage]) -> None:
    assert list(pages) == ["visits.html", "abroad.html"]
    page = pages["visits.html"]
    assert page.menu.links[-1] == Link(label="Visits", page="visits.html")
    assert [link.page for link in edition.links_of([card for _, card in page.cards])] == ["abroad.html"]


def test_the_static_edition_leads_to_its_files(pages: dict[str, FramedPage]) -> None:
    link = Link(label="Visits", page="visits", query={"view": "abroad"})
    assert to_files(link, "sectors/culture/index.html").page == "../../abroad.html"
    assert file_of("visits", {"years": "2004-2004"}) in pages


def test_with_sectors_it_has_a_page_for_each(package: Package, words: Words, visits: Place) -> None:
    pages = replace(visits, by_sector=True).pages(Context(package, Choices(), words))
    files = {(page.choices.sectors, page.choices.get("view")) for page in pages}
    assert {((), ""), (("culture",), ""), (("culture",), "abroad")} <= files


def test_a_class_of_its_own_says_which_static_pages_it_has_and_where_they_lie(
    monkeypatch: pytest.MonkeyPatch, package: Package, words: Words
) -> None:
    class Visits(Place):
        def file(self, query: Mapping[str, str]) -> str:
            return f"visits/{query.get('step', 'all')}.html"

        def pages(self, context: Context) -> Iterator[StaticPage]:
            yield from (self.page(context.change(own={"step": step})) for step in "12")

    place = Visits(name="visits", module=VISITS.module)
    monkeypatch.setitem(PLACES, "visits", place)
    context = Context(package, Choices(), words)
    frame = edition.Edition(context, {"en": words}, "")
    assert [frame.page(page).path for page in place.pages(context)] == ["visits/1.html", "visits/2.html"]
    assert to_files(Link(label="", page="visits", query={"step": "2"}), "visits/1.html").page == "2.html"


def test_no_link_leads_there_from_the_static_edition_where_it_needs_the_dashboard(
    monkeypatch: pytest.MonkeyPatch, visits: Place
) -> None:
    monkeypatch.setitem(PLACES, "visits", replace(visits, static=False))
    links = (Link(label="Visits", page="visits"), Link(label="About", page="about"))
    assert [link.label for link in to_files(links, "index.html")] == ["About"]


def test_the_deck_can_show_it(package: Package, words: Words, visits: Place) -> None:
    material = Material(package, Deck(), words)
    entry = SlideEntry(kind="title", address="/visits?view=abroad")
    assert material.place(entry)[0] is visits
    assert isinstance(material.cards(entry)[0], Title)


def test_the_tests_of_every_page_visit_it() -> None:
    assert {"/visits", "/visits?view=abroad"} <= set(driving.pages())


def test_a_place_without_a_script_is_refused(monkeypatch: pytest.MonkeyPatch, visits: Place) -> None:
    monkeypatch.setitem(PLACES, "absent", replace(visits, name="absent"))
    monkeypatch.setitem(TEXTS, "nav.absent", "Absent")
    assert opened("overview", "en").exception


def test_two_views_are_never_written_to_one_file(
    package: Package, words: Words, pages: dict[str, FramedPage], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition.Edition, "pages", lambda _: iter([*pages.values(), pages["visits.html"]]))
    with pytest.raises(ValueError, match=r"visits\.html"):
        list(edition.pages(package, {"en": words}))
