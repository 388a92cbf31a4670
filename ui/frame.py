"""The frame around every page: reads the address, opens the data, draws navigation and filters, runs the page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

import loaders
import texts
from cards import Card, Link, Notice, Source
from exports.markup.element import element, joined
from exports.markup.links import anchor
from texts import Words
from ui import browser, data, draw, filters, navigation
from ui.deck_editor import editor as deck_editor
from views import address, places
from views.about import page as about
from views.choices import Choices
from views.context import Context
from views.place import Place
from views.site import links as site_links
from views.wording import problems, untranslated

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class Page:
    """What a page script is handed: the context of its view, and where and how it is drawn."""

    context: Context
    place: Place
    narrow: bool

    def draw(self) -> None:
        """Draw what its view says, with the shared filters beneath the title; name what data it needs and cannot read."""
        package, choices, words = self.context.package, self.context.choices, self.context.words
        if not package.has(*self.place.needs):
            _notice("problem.page", package.problems, words)
            return
        title, *rest = _compose(self.place.name, package.version, choices, self.context)
        draw.cards([title], words, narrow=self.narrow)
        draw.paper(filters.in_words(self.place, choices, words), here(), words)
        years = (package.partnership.first_year, package.as_of.year)
        filters.draw(self.place, choices, words, years=years, narrow=self.narrow)
        draw.cards(rest, words, narrow=self.narrow)


@st.cache_resource(max_entries=64, show_spinner=False)
def _compose(
    place: str,
    version: str,  # noqa: ARG001 - with place and choices it is the key; what begins with an underscore is not
    choices: Choices,  # noqa: ARG001
    _context: Context,
) -> tuple[Card, ...]:
    """Keep a view's finished cards: they follow from the data and the choices alone, and serve every reader."""
    return tuple(places.PLACES[place].view(_context))


def run() -> None:
    """Draw the frame and the page inside it. Called once a run by dashboard.py."""
    snapshot = data.latest()
    package = snapshot.package
    if not package.frames:
        _unreadable(package)
        return
    years = (package.partnership.first_year, package.as_of.year)
    choices = address.parse(dict(st.query_params), years=years, languages=texts.LANGUAGES, preferred=browser.language())
    if st.query_params.get("lang") != choices.lang:
        st.query_params["lang"] = choices.lang
    words = texts.load(choices.lang, **package.partnership.names(choices.lang))
    words = replace(words, foreign_names=untranslated.names(package, choices.lang))
    pages = [navigation.page(each, words(f"nav.{each.name}")) for each in places.PLACES.values()]
    router = st.navigation(pages, position="hidden")
    place = next(each for each in places.PLACES.values() if each.address == router.url_path)
    st.set_page_config(
        page_title=words("app.page_title", page=router.title),
        page_icon=str(ROOT / "static" / "icon.png"),
        layout="wide",
    )
    draw.styles()
    narrow = browser.narrow(choices.lang, words("app.chart_keys"), words("app.skip"))
    navigation.draw(place, choices, words, narrow=narrow)
    if snapshot.stale:
        _notice("problem.stale", snapshot.stale, words)
    deck_editor.prepare(package)
    context = Context(package, choices, words)
    st.session_state["page"] = Page(context, place, narrow)
    router.run()
    _footer(context, place)


def here() -> str:
    """Give the whole address of the view."""
    return f"{st.context.url or ''}?{urlencode(st.query_params.to_dict(), safe=',:')}"


def _footer(context: Context, place: Place) -> None:
    """Say what all this is, and lead to About; where a contact is set, a letter carries the view's whole address."""
    choices, words = context.choices, context.words
    letter = about.ask(context, here())
    twin = site_links.static_twin(context, place)
    ways: list[Link | Source] = [
        *(choices.link(words(each.foot), each.address) for each in places.PLACES.values() if each.foot),
        choices.link(words("access.link"), "about", view="accessibility"),
        *([letter] if letter else []),
        *([twin] if twin else []),
    ]
    st.html(element("footer", about.footer(context), " ", joined(map(anchor, ways), " · "), class_="footer"))


def _unreadable(package: loaders.Package) -> None:
    """Say what is wrong when nothing can be read; without the data there is neither place nor filter to draw."""
    st.navigation([st.Page(lambda: None, title="…")], position="hidden")
    words = texts.load(browser.language(), home="", away="")
    draw.styles()
    _notice("problem.page", package.problems, words)


def _notice(key: str, found: Sequence[loaders.Problem], words: Words) -> None:
    """Say in a notice what is wrong with the data."""
    points = tuple(problems.sentences(found, words))
    draw.cards([Notice(kind="error", text=words(key), points=points)], words, narrow=False)


def current() -> Page:  # noqa: RET503 - st.rerun never returns
    """Give a page script its page; the first call of every page.

    A server that has never run the frame finds pages/ by itself and runs a deep link's page alone. Then this
    calls `st.navigation`, which ends that mode for good, and runs again, through the frame.
    """
    page = st.session_state.pop("page", None)  # put there by the frame, for this run alone
    if isinstance(page, Page):
        return page
    # Every place is named, or the reader would be told that the page does not exist and sent to Overview.
    st.navigation([navigation.page(place, place.name) for place in places.PLACES.values()], position="hidden")
    st.rerun()
