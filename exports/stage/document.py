"""A talk as one HTML document: shown by the server, or opened by double-click; it asks no network for anything."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from html import escape
from pathlib import Path

from plotly.offline import get_plotlyjs

from cards import Talk
from exports.markup import fonts
from exports.stage import slide as stage_parts

# What its buttons, its help and the speaker's window say: the view that makes the talk fills in these words.
LABELS = (
    *("previous", "following", "help", "close", "blank", "goto", "letters", "paused", "rests", "blocked", "code"),
    *("key_next", "does_next", "key_back", "does_back", "key_ends", "does_ends", "key_number", "does_number"),
    *("key_black", "does_black", "key_full", "does_full", "key_language", "does_language", "key_speaker"),
    *("does_speaker", "key_pause", "does_pause", "key_leave", "does_leave", "key_help", "does_help"),
    *("speaker", "this_slide", "next_slide", "ending", "notes", "no_notes", "clock", "elapsed", "planned", "start"),
    *("stop", "reset", "early", "late", "on_time", "blank_now", "alone", "other_version"),
)
# It may run what it holds and nothing else: the browser itself refuses every request.
POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
_HERE = Path(__file__).parent
_SCRIPTS = ("talk", "drawing", "show", "loop", "link", "speaker", "keys")
_END = re.compile("</(?=script)", re.IGNORECASE)
_DOES = ("next", "back", "ends", "number", "black", "full", "language", "speaker", "pause", "help", "leave")


def stage(talk: Talk, *, lang: str = "en", deck: str = "") -> bytes:
    """Write a talk as a document of its own, with every slide in every way it can be shown.

    `lang` is the way it opens when its address names none; `deck` tells this deck from others that a browser has open.
    Figures are drawn by the plotly.js of the installed package.
    """
    slides = "".join(
        stage_parts.section(slide, mode, place, len(held), talk.labels)
        for mode, held in talk.slides.items()
        for place, slide in enumerate(held, 1)
    )
    shell = f"<main>{slides}</main>{_nav()}{_help()}{_desk()}{_told()}"
    data = _data(talk, lang, deck)
    seen = f"{shell}{json.dumps([dict(talk.labels), dict(talk.titles)], ensure_ascii=False)}"
    style = fonts.faces(seen) + _text("stage.css") + _text("speaker.css")
    library = [get_plotlyjs()] if any(slide.figure for held in talk.slides.values() for slide in held) else []
    scripts = "".join(_script(code) for code in [*library, *(_text(f"{name}.js") for name in _SCRIPTS)])
    page = (
        f'<!doctype html>\n<html lang="{stage_parts.TAGS[lang]}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(talk.titles[stage_parts.FIRST[lang]])}</title><style>{style}</style></head><body>{shell}"
        f'<script type="application/json" id="talk">{data}</script>{scripts}</body></html>\n'
    )
    return page.encode("utf-8")


def _data(talk: Talk, lang: str, deck: str) -> str:
    """Write what the scripts read, so that no value in it can end the element that holds it."""
    figures = {
        stage_parts.drawing(mode, place): json.loads(slide.figure.to_json())
        for mode, held in talk.slides.items()
        for place, slide in enumerate(held, 1)
        if slide.figure is not None
    }
    labels: Mapping[str, Mapping[str, str]] = {code: dict(said) for code, said in talk.labels.items()}
    held = {
        "name": deck or talk.name,
        "version": talk.version,
        "minutes": talk.minutes,
        "lang": lang,
        "titles": dict(talk.titles),
        "labels": labels,
        "figures": figures,
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _script(code: str) -> str:
    """Hold code so that no text in it can end it early."""
    return "<script>" + _END.sub(r"<\\/", code) + "</script>"


def _nav() -> str:
    """Draw the buttons; what they say is filled in, in the language of the moment."""
    arrows = {"previous": "M15 4 7 12l8 8", "following": "M9 4l8 8-8 8"}
    buttons = "".join(_button(name, path) for name, path in arrows.items())
    return (
        f'<nav id="steps">{buttons}{_button("help", "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1-1.5 2.3M12 18.4v.4")}</nav>'
    )


def _button(name: str, path: str) -> str:
    drawn = f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="2.5" stroke-linecap="round"/>'
    return (
        f'<button type="button" id="{name}" data-name="{name}"><svg viewBox="0 0 24 24" aria-hidden="true">{drawn}</svg>'
        "</button>"
    )


def _help() -> str:
    """List the keys; each is a button too, for a screen without a keyboard."""
    rows = "".join(
        f'<li><kbd data-label="key_{name}"></kbd><button type="button" data-do="{name}" data-label="does_{name}"></button></li>'
        for name in _DOES
    )
    return (
        '<dialog id="keys" aria-labelledby="keys-name"><h2 id="keys-name" data-label="help"></h2>'
        f'<ul>{rows}</ul><label><input type="checkbox" id="letters" checked> <span data-label="letters"></span></label>'
        '<button type="button" id="close" data-label="close"></button></dialog>'
    )


def _desk() -> str:
    """Lay out the speaker's window."""
    views = "".join(
        f'<section aria-labelledby="{name}-name"><h2 id="{name}-name"><span data-label="{name}_slide"></span> '
        f'<span id="{name}-place"></span></h2><div class="view" id="{name}"></div></section>'
        for name in ("this", "next")
    )
    times = "".join(
        f'<div><dt data-label="{name}"></dt><dd id="{name}-time">–</dd></div>'
        for name in ("clock", "elapsed", "planned")
    )
    timer = "".join(f'<button type="button" id="{name}" data-label="{name}"></button>' for name in ("start", "reset"))
    return (
        '<div id="desk" role="main" hidden><header><h1><span id="desk-title"></span> <small data-label="speaker"></small></h1>'
        f'<p id="notice" role="status"></p></header>{views}'
        '<div id="said-here"><h2 id="notes-name" data-label="notes"></h2>'
        '<div id="notes" tabindex="0" role="region" aria-labelledby="notes-name"></div></div>'
        f'<aside><dl>{times}</dl><p id="pace"></p><div id="timer">{timer}</div></aside></div>'
    )


def _told() -> str:
    """Hold what is told for a moment: the black screen, a number being typed, a pause, the slide that has come."""
    return (
        '<div id="blank" hidden></div><p id="typed" hidden></p><p id="paused" hidden></p>'
        '<p id="said" aria-live="polite"></p>'
    )
