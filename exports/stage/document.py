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
_DRAWN = {
    "previous": "M15 4 7 12l8 8",
    "following": "M9 4l8 8-8 8",
    "help": "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1-1.5 2.3M12 18.4v.4",
}


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
    shell = joined([element("main", *sections), _steps(), _help(), _speaker_window(), _messages()])
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


def _steps() -> Markup:
    """Draw the buttons; what they and all that follows say is filled in by the scripts, in the language of the moment."""
    drawn = {
        name: element("path", d=path, fill="none", stroke="currentColor", stroke_width=2.5, stroke_linecap="round")
        for name, path in _DRAWN.items()
    }
    buttons = (
        element(
            "button",
            element("svg", path, viewBox="0 0 24 24", aria_hidden="true"),
            type="button",
            id=name,
            data_name=name,
        )
        for name, path in drawn.items()
    )
    return element("nav", *buttons, id="steps")


def _button(name: str) -> Markup:
    return element("button", type="button", id=name, data_label=name)


def _help() -> Markup:
    """List the keys, the way out last; each is a button too, for a screen without a keyboard."""
    keys = (
        element(
            "li",
            element("kbd", data_label=f"key_{name}"),
            element("button", type="button", data_do=name, data_label=f"does_{name}"),
        )
        for name in sorted(KEYS, key=lambda name: name == "leave")
    )
    box = element("input", type="checkbox", id="letters", checked=True)
    heading = element("h2", id="keys-name", data_label="help")
    letters = element("label", box, " ", element("span", data_label="letters"))
    return element(
        "dialog", heading, element("ul", *keys), letters, _button("close"), id="keys", aria_labelledby="keys-name"
    )


def _speaker_window() -> Markup:
    """Lay out the speaker's window: this slide and the next, the notes, the time."""
    title = element("h1", element("span", id="speaker-title"), " ", element("small", data_label="speaker"))
    times = (
        element("div", element("dt", data_label=name), element("dd", "–", id=f"{name}-time"))
        for name in ("clock", "elapsed", "planned")
    )
    notes = element("div", id="notes", tabindex=0, role="region", aria_labelledby="notes-name")
    timer = element("div", _button("start"), _button("reset"), id="timer")
    return element(
        "div",
        element("header", title, element("p", id="notice", role="status")),
        *map(_view, ("this", "next")),
        element("div", element("h2", id="notes-name", data_label="notes"), notes, id="speech"),
        element("aside", element("dl", *times), element("p", id="pace"), timer),
        id="speaker",
        role="main",
        hidden=True,
    )


def _view(name: str) -> Markup:
    heading = joined([element("span", data_label=f"{name}_slide"), element("span", id=f"{name}-number")], " ")
    view = element("div", class_="view", id=name)
    return element("section", element("h2", heading, id=f"{name}-name"), view, aria_labelledby=f"{name}-name")


def _messages() -> Markup:
    """Hold what stands for a moment: the black screen, a number being typed, a pause, the slide that has come."""
    hidden = (element(name, id=code, hidden=True) for code, name in (("blank", "div"), ("typed", "p"), ("paused", "p")))
    return joined([*hidden, element("p", id="announcement", aria_live="polite")])


def _printed(talk: Talk) -> str:
    """Print the slides of the way that is shown, and no others."""
    own = ", ".join(f'[data-mode="{mode}"] [data-mode="{mode}"]' for mode in talk.modes)
    return f"@media print {{ :is({own}).slide {{ display: flex; }} }}"


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")
