"""Draw cards in Streamlit."""

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from cards import Card, Chart, Downloads, File, Findings, Pager, Search, Sheet, Switch, Title
from cards.deck_editor import DeckEditor
from cards.palette import PROPERTIES
from exports.markup import cards as markup
from exports.markup.element import element, joined, style
from exports.markup.languages import mark_languages
from texts import Words
from ui import browser, log
from ui.deck_editor import editor as deck_editor
from ui.filters import write
from views.wording.downloads import files

_ROOT = Path(__file__).parent.parent


def styles() -> None:
    """Lay out the look: the cards' own, and the little that Streamlit's shell needs."""
    looks = [(_ROOT / part).read_text(encoding="utf-8") for part in ("exports/markup/cards.css", "ui/style.css")]
    st.html(style(f'@import url("app/static/fonts/fonts.css");{PROPERTIES}{"".join(looks)}'))


def paper(chosen: str, address: str, words: Words) -> None:
    """Write what paper alone shows: there neither the filters nor the address bar can be seen."""
    lines = [line for line in (chosen, words("app.address", address=address)) if line]
    st.html(element("p", joined(lines, element("br")), class_="small paper"))


def cards(items: Sequence[Card], words: Words, *, narrow: bool) -> None:
    """Draw a page's cards in order."""
    for index, card in enumerate(items):
        ground = markup.ground(card)
        if ground == "open":
            _card(card, words, narrow=narrow)
        else:
            with st.container(key=f"{ground}-{index}", gap="xsmall"):
                _card(card, words, narrow=narrow)


def _show(fragment: Markup, words: Words) -> None:
    """Draw a fragment, with what is in another language marked as such."""
    st.html(mark_languages(fragment, words.lang, words.foreign_names))


def _card(card: Card, words: Words, *, narrow: bool) -> None:
    match card:
        case Chart():
            _chart(card, words, narrow=narrow)
        case Sheet():
            _show(markup.heading(card.heading, card.subtitle) + markup.table(card.table), words)
            _tail(card, words)
        case Findings():
            _findings(card, words)
        case Title(slide=kind) if kind:
            _show(markup.title(card), words)
            with st.container(key="actions-title"):
                deck_editor.add_button("add-title", kind, "", words)
        case Switch():
            _switch(card)
        case Search():
            _search(card)
        case Pager():
            _pager(card)
        case DeckEditor():
            deck_editor.draw(card, words)
        case Downloads():
            _show(markup.heading(card.heading, card.subtitle), words)
            with st.container(horizontal=True):
                for file in card.files:
                    _file(file, f"file-{file.name}", "page")
        case _:
            _show(markup.fragment(card), words)


def _chart(card: Chart, words: Words, *, narrow: bool) -> None:
    key = f"chart-{card.key}"
    with st.container(key=f"whole-{card.key}", gap="xsmall"):  # paper keeps a chart and its heading together
        _show(markup.heading(card.heading, card.subtitle) + markup.key(card.marks), words)
        st.plotly_chart(
            card.narrow if narrow else card.figure,
            theme=None,
            key=key,
            alt=card.alt,
            on_select=lambda: _pick(key),
            selection_mode="points",
            config={"displayModeBar": False},
        )
    if card.picked is not None:
        with st.container(key=f"picked-{card.key}", gap="xsmall"):
            _show(markup.fragment(card.picked), words)
            st.button(words("app.close"), key=f"close-{card.key}", type="tertiary", on_click=write)
    _show(markup.small(card.summary) if card.summary else element("span"), words)
    _tail(card, words)


def _pick(key: str) -> None:
    """Write the mark that was chosen to the address; choosing nothing takes it out."""
    points = st.session_state[key]["selection"]["points"]
    if points and points[0].get("customdata"):
        st.query_params["pick"] = str(points[0]["customdata"][0])
    else:
        st.query_params.pop("pick", None)


def _tail(card: Chart | Sheet, words: Words) -> None:
    _actions(card, words)
    if foot := markup.foot(card, words("join.items", a="", b="")):
        _show(foot, words)


@st.fragment
def _actions(card: Chart | Sheet, words: Words) -> None:
    """Offer the card's table, its files and its words; what a closed box holds is not sent."""
    key = card.key
    with st.container(horizontal=True, key=f"actions-{key}", vertical_alignment="center"):
        if isinstance(card, Chart):
            box = st.popover(words("table.show"), type="tertiary", key=f"table-{key}", on_change="rerun")
            if box.open:
                with box:
                    _show(markup.table(card.table), words)
        box = st.popover(words("table.download"), type="tertiary", key=f"take-{key}", on_change="rerun")
        if box.open:
            notes = [*card.notes, *(f"{source.label} {source.url}".strip() for source in card.sources), card.up_to]
            with box:
                for place, file in enumerate(
                    files(lambda: card.table, key, card.heading, notes, words, name=card.table.caption)
                ):
                    _file(file, f"take-{place}-{key}", key)
        if isinstance(card, Chart):
            browser.copy(f"copy-{key}", words("app.copy"), card.copy, words("app.copied"))
        if not (isinstance(card, Chart) and card.panels):
            deck_editor.add_button(f"add-{key}", "chart" if isinstance(card, Chart) else "table", key, words)


def _file(file: File, key: str, origin: str) -> None:
    """Offer a file; the log names it by where it is taken from, for its own name may hold a reader's words."""
    make = log.export(f"{origin} {Path(file.name).suffix}", file.make)
    st.download_button(file.label, make, file.name, file.mime, key=key, on_click="ignore")


def _findings(card: Findings, words: Words) -> None:
    _show(markup.heading(card.heading, card.subtitle), words)
    for start in range(0, len(card.findings), 2):
        for column, (place, finding) in zip(
            st.columns(2, gap="large"), enumerate(card.findings[start : start + 2], start), strict=False
        ):
            with column, st.container(gap=None):
                _show(markup.finding(finding), words)
                with st.container(horizontal=True, key=f"actions-finding-{place}", vertical_alignment="center"):
                    browser.copy(f"copy-finding-{place}", words("app.copy"), finding.copy, words("app.copied"))
                    deck_editor.add_button(f"add-finding-{place}", "finding", str(place), words)


def _switch(card: Switch) -> None:
    names = dict(card.options)
    st.session_state[f"s-{card.name}"] = card.value
    st.segmented_control(
        card.label,
        list(names),
        label_visibility="collapsed",
        format_func=names.__getitem__,
        key=f"s-{card.name}",
        required=True,
        on_change=lambda: write(**{card.name: st.session_state[f"s-{card.name}"].strip()}),
    )


def _search(card: Search) -> None:
    st.session_state[f"s-{card.name}"] = card.value
    st.text_input(
        card.label,
        key=f"s-{card.name}",
        on_change=lambda: write(**{card.name: st.session_state[f"s-{card.name}"].strip()}),
    )
    if card.help:  # written out: the button that Streamlit would show it by has an English name
        st.html(markup.small(card.help))


def _pager(card: Pager) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        _step(card, "previous", card.previous, card.page - 1, possible=card.page > 1)
        st.html(element("span", card.position), width="content")
        _step(card, "following", card.following, card.page + 1, possible=card.page < card.pages)


def _step(card: Pager, key: str, label: str, to: int, *, possible: bool) -> None:
    st.button(label, key=key, disabled=not possible, on_click=write, kwargs={card.name: str(to)})
