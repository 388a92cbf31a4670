"""The places of the dashboard, and the bar that leads to them under the same filters."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

import texts
from exports.markup.element import element
from exports.markup.links import address
from texts import Words
from ui import browser
from views.choices import Choices

FOLDER = Path(__file__).parent.parent / "pages"
PLACES = {
    "overview": "",
    "timeline": "timeline",
    "students": "students",
    "trade": "trade",
    "outcomes": "outcomes",
    "cities": "cities",
    "record": "record",
    "about": "about",
    "deck": "deck",
}
BESIDE_THE_BAR = ("about", "deck")  # these the footer leads to


def page(name: str, title: str) -> st.Page:
    """Give the page of a script by its name."""
    return st.Page(str(FOLDER / f"{name}.py"), title=title, url_path=PLACES[name], default=name == "overview")


def pages(words: Words) -> list[st.Page]:
    """List the places, in the order of the bar."""
    return [page(name, words(f"nav.{name}")) for name in PLACES]


def draw(here: st.Page, choices: Choices, words: Words, *, narrow: bool) -> None:
    """Draw the bar; on a phone it folds into a menu."""
    with st.container(key="nav", horizontal=True, vertical_alignment="center", gap=None):
        st.html(element("div", words("app.title"), class_="brand"), width="content")
        if narrow:
            with st.popover(words("app.menu")):
                _links(here, choices, words)
        else:
            _links(here, choices, words)
        _languages(here, choices, words)


def _languages(here: st.Page, choices: Choices, words: Words) -> None:
    """Offer the same view in the other languages.

    Not by `st.page_link`: from a page to itself it changes the words but leaves the address as it was.
    """
    others = [lang for lang in texts.LANGUAGES if lang != choices.lang]
    if others:
        st.space("stretch")
    for lang in others:
        link = choices.change(lang=lang).link(words(f"language.{lang}"), here.url_path, **choices.own)
        tag = browser.TAGS.get(lang, lang)
        way = element("a", link.label, class_="language", lang=tag, hreflang=tag, href=address(link), target="_self")
        st.html(way, width="content")


def _links(here: st.Page, choices: Choices, words: Words) -> None:
    for name, path in PLACES.items():
        if name in BESIDE_THE_BAR:
            continue
        box = (
            st.container(key="here", width="content")
            if here.url_path == path
            else st.container(width="content", key=f"to-{name}")
        )
        with box:
            st.page_link(page(name, words(f"nav.{name}")), query_params=choices.query())
