"""A talk as one HTML document: shown by the server, or opened by double-click; it asks no network for anything."""

import json
from pathlib import Path

from markupsafe import Markup
from plotly.offline import get_plotlyjs

from cards.palette import PROPERTIES
from cards.slides import Talk
from exports.markup.document import document
from exports.markup.element import data_script, element, joined, script
from exports.markup.fonts import faces
from exports.scripts import linked
from exports.stage.slide import drawing, section

KEYS = ("next", "back", "ends", "number", "black", "full", "language", "speaker", "pause", "leave", "help")
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
# Around the slides; what it says is filled in by the scripts, in the language of the moment.
_SHELL = Markup(
    '<nav id="steps">{steps}</nav>'
    '<dialog id="keys" aria-labelledby="keys-name"><h2 id="keys-name" data-label="help"></h2><ul>{keys}</ul>'
    '<label><input type="checkbox" id="letters" checked> <span data-label="letters"></span></label>'
    '<button type="button" id="close" data-label="close"></button></dialog>'
    '<div id="speaker" role="main" hidden><header><h1><span id="speaker-title"></span> <small data-label="speaker"></small>'
    '</h1><p id="notice" role="status"></p></header>{views}'
    '<div id="speech"><h2 id="notes-name" data-label="notes"></h2>'
    '<div id="notes" tabindex="0" role="region" aria-labelledby="notes-name"></div></div>'
    '<aside><dl>{times}</dl><p id="pace"></p>'
    '<div id="timer"><button type="button" id="start" data-label="start"></button>'
    '<button type="button" id="reset" data-label="reset"></button></div></aside></div>'
    '<div id="blank" hidden></div><p id="typed" hidden></p><p id="paused" hidden></p>'
    '<p id="announcement" aria-live="polite"></p>'
)
_STEP = Markup(
    '<button type="button" id="{0}" data-name="{0}"><svg viewBox="0 0 24 24" aria-hidden="true"><path d="{1}" fill="none"'
    ' stroke="currentColor" stroke-width="2.5" stroke-linecap="round"/></svg></button>'
)
_DRAWN = {
    "previous": "M15 4 7 12l8 8",
    "following": "M9 4l8 8-8 8",
    "help": "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1-1.5 2.3M12 18.4v.4",
}
# Each key is a button too, for a screen without a keyboard.
_KEY = Markup(
    '<li><kbd data-label="key_{0}"></kbd><button type="button" data-do="{0}" data-label="does_{0}"></button></li>'
)
_VIEW = Markup(
    '<section aria-labelledby="{0}-name"><h2 id="{0}-name"><span data-label="{0}_slide"></span> <span id="{0}-number"></span>'
    '</h2><div class="view" id="{0}"></div></section>'
)
_TIME = Markup('<div><dt data-label="{0}"></dt><dd id="{0}-time">–</dd></div>')


def stage(talk: Talk, *, lang: str = "en", deck: str = "") -> bytes:
    """Write a talk as a document of its own, with every slide in every way it can be shown.

    `lang` is the way it opens when its address names none; `deck` tells this deck from others that a browser has open.
    Figures are drawn by the plotly.js of the installed package.
    """
    slides = [(mode, number, slide) for mode, slides in talk.slides.items() for number, slide in enumerate(slides, 1)]
    sections = (section(slide, mode, number, len(talk.slides[mode]), talk.labels) for mode, number, slide in slides)
    figures = {
        drawing(mode, number): json.loads(slide.figure.to_json())
        for mode, number, slide in slides
        if slide.figure is not None
    }
    shell = element("main", *sections) + _SHELL.format(
        steps=joined(_STEP.format(name, path) for name, path in _DRAWN.items()),
        keys=joined(map(_KEY.format, (*KEYS[:-2], "help", "leave"))),  # the way out stands last
        views=joined(map(_VIEW.format, ("this", "next"))),
        times=joined(map(_TIME.format, ("clock", "elapsed", "planned"))),
    )
    letters = f"{shell}{json.dumps([dict(talk.labels), dict(talk.titles)], ensure_ascii=False)}"
    first = {mode: languages[0] for mode, languages in talk.modes.items()}
    data = {
        "name": deck or talk.name,
        "version": talk.version,
        "minutes": talk.minutes,
        "lang": lang,
        "languages": first,
        "tags": {mode: talk.tags[code] for mode, code in first.items()},
        "titles": dict(talk.titles),
        "labels": {code: dict(labels) for code, labels in talk.labels.items()},
        "figures": figures,
    }
    return document(
        shell,
        data_script("talk", data),
        *([script(get_plotlyjs())] if figures else []),
        script(linked(_HERE / "main.js"), module=True),
        lang=talk.tags[first[lang]],
        title=talk.titles[first[lang]],
        policy=POLICY,
        sheet=PROPERTIES + faces(letters) + _text("stage.css") + _printed(talk) + _text("speaker.css"),
    )


def _printed(talk: Talk) -> str:
    """Print the slides of the way that is shown, and no others."""
    own = ", ".join(f'[data-mode="{mode}"] [data-mode="{mode}"]' for mode in talk.modes)
    return f"@media print {{ :is({own}).slide {{ display: flex; }} }}"


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
