"""The desk in Streamlit: the reader's own deck lies in the browser; here it is read, laid out, and written to files."""

from __future__ import annotations

import base64
import os
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st
import streamlit.components.v2 as components

import loaders
from cards.deck_editor import Desk
from exports import safely as place
from texts import Words
from ui import log
from views.deck import editor as desk

LOCAL = ("DASHBOARD_DESK", "local")  # said to a server on one's own machine, whose data folder may be written
_HERE = Path(__file__).parent
_KEY, _TOLD, _SHELF = "desk", "desk-told", "shelf"
_ADD_LOOK = """
button { font: inherit; font-size: 15px; color: var(--st-link-color); background: none; border: 0; padding: 6px 0;
  min-height: 28px; cursor: pointer; text-decoration: underline; text-underline-offset: 2px; }
:is(button, a):focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px; }
span, a { font-size: 15px; color: #505a5f; margin-left: .6rem; }
a { color: var(--st-link-color); display: inline-block; min-height: 24px; }
a[hidden] { display: none; }
"""


def _script(*names: str) -> str:
    return "\n".join((_HERE / name).read_text(encoding="utf-8") for name in names)


_add = components.component(
    "desk_add",
    html='<button type="button" hidden></button><span role="status"></span><a target="_self" hidden></a>',
    css=_ADD_LOOK,
    js=_script("store.js", "add.js"),
)
_LOOKS = {
    look: components.component(
        f"desk_{look}",
        html='<div class="desk"></div>',
        css=_script("editor.css"),
        js=_script("store.js", "parts.js", *scripts),
        isolate_styles=False,
    )
    for look, scripts in (("slides", ("slides.js", "editor.js")), ("rehearsal", ("rehearsal.js",)))
}


def open_shelf(package: loaders.Package) -> None:
    """Note for this run what a button needs that puts a view on the deck."""
    ships = [{"kind": each.kind, "address": each.address, "card": each.card} for each in package.deck.slides]
    st.session_state[_SHELF] = {"store": desk.store(package), "ships": ships, "most": loaders.MOST}


def add(key: str, kind: str, card: str, words: Words) -> None:
    """Draw a button that puts a card of this view on the deck as a slide of a kind."""
    data = {
        **st.session_state[_SHELF],
        "kind": kind,
        "card": card,
        "label": words("desk.add"),
        "added": words("desk.added", n="{n}"),
        "already": words("desk.already", n="{n}"),
        "full": words("desk.full", n=loaders.MOST),
        "unkept": words("desk.unkept"),
        "open": words("desk.open"),
        "href": f"deck?lang={words.lang}",
    }
    _add(key=key, data=data, width="content")


def draw(card: Desk, words: Words) -> None:
    """Draw the desk. Until the browser has told of a deck of its own, it is the one that ships."""
    kept = _kept()
    spread = card.spread(kept)
    labels = {name: words.sentences[f"desk.{name}"] for name in ("slots", "no_slots", "fault", "file_large")}
    _LOOKS[card.look](
        key=_KEY,
        data={
            **asdict(spread),
            **labels,
            "empty": words("desk.empty", add=words("desk.add")),
            "of": kept,
            "labels": card.labels,
            "lang": words.lang,
            "store": card.store,
            "ships": card.ships,
            "blank": asdict(loaders.Entry(kind="")),
            "limits": card.limits,
            "name": f"{words.file('deck', words('desk.title'))}.html",
            "local": allowed(),
            "told": st.session_state.get(_TOLD, {"serial": 0}),
        },
        on_deck_change=lambda: None,
        on_file_change=lambda: _open(card),
        on_keep_change=lambda: _write(card, words),
    )
    if card.look == "slides" and spread.slides:
        st.html(f'<p class="small">{escape(words("desk.pack_lead"))}</p>')
        make = log.export("pack", partial(card.packed, kept))
        st.download_button(
            words("desk.pack"), make, card.pack_name, "application/zip", key="file-pack", on_click="ignore"
        )


def allowed() -> bool:
    """Tell whether this server may write its data folder."""
    return os.environ.get(LOCAL[0]) == LOCAL[1]


def _kept() -> str:
    """Give the deck that the browser keeps, as it last told of it; blank for the one that ships."""
    return str((st.session_state.get(_KEY) or {}).get("deck") or "")


def _tell(said: tuple[str, ...], *, deck: Mapping[str, Any] | None = None, error: bool = False) -> None:
    serial = st.session_state.get(_TOLD, {"serial": 0})["serial"] + 1
    st.session_state[_TOLD] = {"serial": serial, "said": said, "deck": deck, "error": error}


def _open(card: Desk) -> None:
    """Read the file that the reader chose."""
    file = st.session_state[_KEY]["file"]
    deck, said = card.opened(str(file["name"]), base64.b64decode(file["bytes"]))
    _tell(said, deck=deck, error=deck is None)


def _write(card: Desk, words: Words) -> None:
    """Write the deck into the data folder, whole or not at all; a server for others refuses, whoever asks."""
    if not allowed():
        reason = words("desk.not_local", setting="=".join(LOCAL))
        _tell((words("desk.kept_not", reason=reason),), error=True)
        return
    data = card.written(_kept())
    if data is None:
        _tell((words("desk.broken"),), error=True)
        return
    try:
        place.put(card.folder / loaders.DECK, data)
    except OSError as error:
        reason = words("desk.not_writable", found=type(error).__name__)
        _tell((words("desk.kept_not", reason=reason),), error=True)
    else:
        _tell((words("desk.kept_here", file=loaders.DECK),))
