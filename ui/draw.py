"""Draw cards in Streamlit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from cards import (
    Boxes,
    Card,
    Chart,
    Details,
    Downloads,
    File,
    Findings,
    Notice,
    Pager,
    Prose,
    Records,
    Search,
    Sheet,
    Strip,
    Switch,
    Table,
    Title,
)
from cards.deck_editor import DeckEditor
from exports.markup import cards as html
from exports.markup import languages as tongues
from texts import Words
from ui import browser, log
from ui.deck_editor import editor as deck_editor
from views.wording.downloads import files

_ROOT = Path(__file__).parent.parent
_PLAIN: dict[type, Callable[[Any], str]] = {
    Title: html.title,
    Strip: html.strip,
    Records: html.records,
    Prose: html.prose,
    Notice: html.notice,
    Details: html.details,
    Boxes: html.boxes,
}

_OPEN = (Title, Strip, Notice, Switch, Search, Pager, DeckEditor)  # drawn without a rule above


def styles() -> None:
    """Lay out the look: the cards' own, and the little that Streamlit's shell needs."""
    looks = [(_ROOT / part).read_text(encoding="utf-8") for part in ("exports/markup/cards.css", "ui/style.css")]
    st.html(f'<style>@import url("app/static/fonts/fonts.css");{"".join(looks)}</style>')


def paper(chosen: str, address: str, words: Words) -> None:
    """Write what paper alone shows: there neither the filters nor the address bar can be seen."""
    lines = [line for line in (chosen, words("app.address", address=address)) if line]
    st.html(f'<p class="small paper">{"<br>".join(map(escape, lines))}</p>')


def cards(items: Sequence[Card], words: Words, *, narrow: bool) -> None:
    """Draw a page's cards in order."""
    for place, card in enumerate(items):
        if isinstance(card, _OPEN):
            _card(card, words, narrow=narrow)
        else:
            name = "sub" if getattr(card, "level", 2) > 2 else "card"
            with st.container(key=f"{name}-{place}", gap="xsmall"):
                _card(card, words, narrow=narrow)


def _show(fragment: str, words: Words) -> None:
    """Draw a fragment, with what is in another language marked as such."""
    st.html(tongues.marked(fragment, words.lang, words.kept))


def _card(card: Card, words: Words, *, narrow: bool) -> None:
    match card:
        case Chart():
            _chart(card, words, narrow=narrow)
        case Sheet():
            _show(html.heading(card.heading, card.subtitle) + html.table(card.table), words)
            _actions(card.key, card.table, "", card, words)
            if foot := html.notes(card.notes) + html.source_line(
                card.sources, card.up_to, words("join.items", a="", b="")
            ):
                _show(foot, words)
        case Findings():
            _findings(card, words)
        case Title(slide=kind) if kind:
            _show(html.title(card), words)
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
            _show(html.heading(card.heading, card.subtitle), words)
            with st.container(horizontal=True):
                for file in card.files:
                    _file(file, f"file-{file.name}", "page")
        case _:
            _show(_PLAIN[type(card)](card), words)


def _chart(card: Chart, words: Words, *, narrow: bool) -> None:
    figure = (narrow and card.narrow) or card.figure
    key = f"chart-{card.key}"
    with st.container(key=f"whole-{card.key}", gap="xsmall"):  # paper keeps a chart and its heading together
        _show(html.heading(card.heading, card.subtitle, card.level) + html.key(card.marks), words)
        st.plotly_chart(
            figure,
            theme=None,
            key=key,
            alt=card.alt,
            on_select=(lambda: _pick(key)) if card.selects else "ignore",
            selection_mode="points",
            config={"displayModeBar": False},
        )
    if card.picked is not None:
        with st.container(key=f"picked-{card.key}", gap="xsmall"):
            _show(_PLAIN[type(card.picked)](card.picked), words)
            st.button(words("app.close"), key=f"close-{card.key}", type="tertiary", on_click=_own, args=("pick", ""))
    _show(f'<p class="small">{escape(card.summary)}</p>' if card.summary else "<span></span>", words)
    _actions(card.key, card.table, card.copy, card, words)
    _show(html.notes(card.notes) + html.source_line(card.sources, card.up_to, words("join.items", a="", b="")), words)


def _pick(key: str) -> None:
    """Write the mark that was chosen to the address; choosing nothing takes it out."""
    points = st.session_state[key]["selection"]["points"]
    if points and points[0].get("customdata"):
        st.query_params["pick"] = str(points[0]["customdata"][0])
    else:
        st.query_params.pop("pick", None)


@st.fragment
def _actions(key: str, table: Table, copy: str, card: Chart | Sheet, words: Words) -> None:
    """Offer the card's table, its files and its words; what a closed box holds is not sent."""
    with st.container(horizontal=True, key=f"actions-{key}", vertical_alignment="center"):
        if isinstance(card, Chart):
            box = st.popover(words("table.show"), type="tertiary", key=f"table-{key}", on_change="rerun")
            if box.open:
                with box:
                    _show(html.table(table), words)
        box = st.popover(words("table.download"), type="tertiary", key=f"take-{key}", on_change="rerun")
        if box.open:
            with box:
                _files(key, table, card, words)
        if copy:
            browser.copy(f"copy-{key}", words("app.copy"), copy, words("app.copied"))
        if not (isinstance(card, Chart) and card.panels):
            deck_editor.add_button(f"add-{key}", "chart" if isinstance(card, Chart) else "table", card.key, words)


def _files(key: str, table: Table, card: Chart | Sheet, words: Words) -> None:
    """Offer the table as files, with the card's cautions and sources."""
    notes = [*card.notes, *(f"{source.label} {source.url}".strip() for source in card.sources), card.up_to]
    for place, file in enumerate(files(lambda: table, key, card.heading, notes, words, name=table.caption)):
        _file(file, f"take-{place}-{key}", key)


def _file(file: File, key: str, origin: str) -> None:
    """Offer a file; the log names it by where it is taken from, for its own name may hold a reader's words."""
    make = log.export(f"{origin} {Path(file.name).suffix}", file.make)
    st.download_button(file.label, make, file.name, file.mime, key=key, on_click="ignore")


def _findings(card: Findings, words: Words) -> None:
    _show(html.heading(card.heading, card.subtitle), words)
    for start in range(0, len(card.findings), 2):
        for column, (place, finding) in zip(
            st.columns(2, gap="large"), enumerate(card.findings[start : start + 2], start), strict=False
        ):
            with column, st.container(gap=None):
                _show(html.finding(finding), words)
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
        on_change=lambda: _own(card.name, st.session_state[f"s-{card.name}"]),
    )


def _search(card: Search) -> None:
    st.session_state[f"s-{card.name}"] = card.value
    st.text_input(
        card.label,
        key=f"s-{card.name}",
        on_change=lambda: _own(card.name, st.session_state[f"s-{card.name}"]),
    )
    if card.help:  # written out: the button that Streamlit would show it by has an English name
        st.html(f'<p class="small">{escape(card.help)}</p>')


def _pager(card: Pager) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(
            card.previous, key="previous", disabled=card.page <= 1, on_click=_own, args=(card.name, str(card.page - 1))
        )
        st.html(f"<span>{escape(card.position)}</span>", width="content")
        st.button(
            card.following,
            key="following",
            disabled=card.page >= card.pages,
            on_click=_own,
            args=(card.name, str(card.page + 1)),
        )


def _own(name: str, value: str) -> None:
    """Write one of the page's own words to the address; a list then starts at its first step."""
    for other in ("pick", "page"):
        if other != name:
            st.query_params.pop(other, None)
    if value.strip():
        st.query_params[name] = value.strip()
    else:
        st.query_params.pop(name, None)
