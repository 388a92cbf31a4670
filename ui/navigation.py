"""The places of the dashboard, and the bar that leads to them under the same filters."""

from pathlib import Path

import streamlit as st

import texts
from exports.markup.element import element
from exports.markup.links import address
from texts import Words
from views import places
from views.choices import Choices
from views.place import Place

FOLDER = Path(__file__).parent.parent / "pages"


def page(place: Place, title: str) -> st.Page:
    """Give the page of a place: its script in pages/."""
    return st.Page(str(FOLDER / f"{place.name}.py"), title=title, url_path=place.address, default=not place.address)


def draw(here: Place, choices: Choices, words: Words, *, narrow: bool) -> None:
    """Draw the bar; on a phone it folds into a menu."""
    with st.container(key="nav", horizontal=True, vertical_alignment="center", gap=None):
        st.html(element("div", words("app.title"), class_="brand"), width="content")
        if narrow:
            with st.popover(words("app.menu")):
                _links(here, choices, words)
        else:
            _links(here, choices, words)
        _languages(here, choices)


def _languages(here: Place, choices: Choices) -> None:
    """Offer the same view in the other languages.

    Not by `st.page_link`: from a page to itself it changes the words but leaves the address as it was.
    """
    others = [lang for lang in texts.LANGUAGES if lang != choices.lang]
    if others:
        st.space("stretch")
    for lang in others:
        link = choices.change(lang=lang).link(texts.ROWS[lang].name, here.address, **choices.own)
        tag = texts.ROWS[lang].tag
        way = element("a", link.label, class_="language", lang=tag, hreflang=tag, href=address(link), target="_self")
        st.html(way, width="content")


def _links(here: Place, choices: Choices, words: Words) -> None:
    for place in places.PLACES.values():
        if place.foot:
            continue
        key = "here" if place is here else f"to-{place.name}"
        with st.container(key=key, width="content"):
            st.page_link(page(place, words(f"nav.{place.name}")), query_params=choices.query())
