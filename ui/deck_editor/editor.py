"""The deck editor in Streamlit: the reader's own deck lies in the browser; here it is read, outlined, and written."""

import base64
import os
from collections.abc import Mapping
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any

import streamlit as st
import streamlit.components.v2 as components
from streamlit.components.v2.types import ComponentRenderer

import loaders
import texts
from cards.deck_editor import DeckEditor, DeckOutline
from exports import safely
from exports.markup.cards import small
from exports.scripts import linked
from loaders.deck import key
from loaders.settings import table_of
from texts import Words
from ui import log
from views.deck import editor
from views.deck.talk import MODES

SETTING, LOCAL = "DASHBOARD_DECK_EDITOR", "local"  # set on one's own machine: the server may write its data folder
_HERE = Path(__file__).parent
_KEY, _MESSAGE, _BUTTONS = "deck-editor", "deck-editor-message", "deck-buttons"


def _component(name: str, html: str, css: str, script: str, *, isolate_styles: bool = True) -> ComponentRenderer:
    return components.component(
        f"deck_editor_{name}",
        html=html,
        css=(_HERE / css).read_text(encoding="utf-8"),
        js=linked(_HERE / script),
        isolate_styles=isolate_styles,
    )


_add_button = _component(
    "add",
    '<button type="button" hidden></button><span role="status"></span><a target="_self" hidden></a>',
    "../button.css",
    "add.js",
)
_LOOKS = {
    look: _component(look, '<div class="deck-editor"></div>', "editor.css", script, isolate_styles=False)
    for look, script in (("slides", "editor.js"), ("rehearsal", "rehearsal.js"))
}


def prepare(package: loaders.Package) -> None:
    """Note for this run what a button needs that puts a view on the deck."""
    slides = [{"kind": each.kind, "address": each.address, "card": each.card} for each in package.deck.slides]
    st.session_state[_BUTTONS] = {"store": editor.store(package), "slides": slides, "most": loaders.MOST}


def add_button(key: str, kind: str, card: str, words: Words) -> None:
    """Draw a button that puts a card of this view on the deck as a slide of a kind."""
    data = {
        **st.session_state[_BUTTONS],
        "kind": kind,
        "card": card,
        "label": words("deck_editor.add"),
        "added": words("deck_editor.added", n="{n}"),
        "already": words("deck_editor.already", n="{n}"),
        "full": words("deck_editor.full", n=loaders.MOST),
        "unkept": words("deck_editor.unkept"),
        "open": words("deck_editor.open"),
        "href": f"deck?lang={words.lang}",
    }
    _add_button(key=key, data=data, width="content")


def _table(outline: DeckOutline) -> dict[str, Any]:
    """Write an outline as the browser reads it: a heading for each language, named as the keys of the deck are."""
    table = asdict(outline)
    for slide in table["slides"]:
        slide |= {key("heading", lang, texts.FIRST): text for lang, text in slide.pop("headings").items()}
    return table


def draw(card: DeckEditor, words: Words) -> None:
    """Draw the deck editor. Until the browser has sent a deck of its own, it shows the one that ships."""
    own = _own_deck()
    outline = card.outline(own)
    sentences = {name: words.sentences[f"deck_editor.{name}"] for name in ("slots", "no_slots", "fault", "file_large")}
    _LOOKS[card.look](
        key=_KEY,
        data={
            **_table(outline),
            **sentences,
            "empty": words("deck_editor.empty", add=words("deck_editor.add")),
            "of": own,
            "labels": card.labels,
            "lang": words.lang,
            "store": card.store,
            "default": card.default,
            "languages": {lang: row.tag for lang, row in texts.ROWS.items()},
            "modes": list(MODES),
            "blank": table_of(loaders.SlideEntry(kind=""), texts.LANGUAGES[1:]),
            "limits": card.limits,
            "name": f"{words.file('deck', words('deck_editor.title'))}.html",
            "local": allowed(),
            "message": st.session_state.get(_MESSAGE, {"serial": 0}),
        },
        on_deck_change=lambda: None,
        on_file_change=lambda: _read(card),
        on_write_change=lambda: _write(card, words),
    )
    if card.look == "slides" and outline.slides:
        st.html(small(words("deck_editor.pack_lead")))
        make = log.export("pack", partial(card.pack, own))
        st.download_button(
            words("deck_editor.pack"), make, card.pack_name, "application/zip", key="file-pack", on_click="ignore"
        )


def allowed() -> bool:
    """Tell whether this server may write its data folder."""
    return os.environ.get(SETTING) == LOCAL


def _own_deck() -> str:
    """Give the deck that the browser keeps, as it last sent it; blank for the one that ships."""
    return str((st.session_state.get(_KEY) or {}).get("deck") or "")


def _send(lines: tuple[str, ...], *, deck: Mapping[str, Any] | None = None, error: bool = False) -> None:
    """Note what to say to the browser; it says each serial once."""
    serial = st.session_state.get(_MESSAGE, {"serial": 0})["serial"] + 1
    st.session_state[_MESSAGE] = {"serial": serial, "lines": lines, "deck": deck, "error": error}


def _read(card: DeckEditor) -> None:
    file = st.session_state[_KEY]["file"]
    deck, lines = card.read(str(file["name"]), base64.b64decode(file["bytes"]))
    _send(lines, deck=deck, error=deck is None)


def _write(card: DeckEditor, words: Words) -> None:
    """Write the deck into the data folder, whole or not at all; a server for others refuses, whoever asks."""
    if not allowed():
        reason = words("deck_editor.not_local", setting=f"{SETTING}={LOCAL}")
        _send((words("deck_editor.kept_not", reason=reason),), error=True)
        return
    data = card.write(_own_deck())
    if data is None:
        _send((words("deck_editor.broken"),), error=True)
        return
    try:
        safely.put(card.folder / loaders.DECK, data)
    except OSError as error:
        reason = words("deck_editor.not_writable", found=type(error).__name__)
        _send((words("deck_editor.kept_not", reason=reason),), error=True)
    else:
        _send((words("deck_editor.kept_here", file=loaders.DECK),))
