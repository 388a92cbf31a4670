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
_KEYS = ("next", "back", "ends", "number", "black", "full", "language", "speaker", "pause", "help", "leave")


def stage(talk: Talk, *, lang: str = "en", deck: str = "") -> bytes:
    """Write a talk as a document of its own, with every slide in every way it can be shown.

    `lang` is the way it opens when its address names none; `deck` tells this deck from others that a browser has open.
    Figures are drawn by the plotly.js of the installed package.
    """
    slides = [
        section(slide, mode, number, len(slides), talk.labels)
        for mode, slides in talk.slides.items()
        for number, slide in enumerate(slides, 1)
    ]
    shell = joined([element("main", *slides), _steps(), _help(), _speaker_window(), _messages()])
    letters = f"{shell}{json.dumps([dict(talk.labels), dict(talk.titles)], ensure_ascii=False)}"
    library = (
        [script(get_plotlyjs())] if any(slide.figure for slides in talk.slides.values() for slide in slides) else []
    )
    first = talk.modes[lang][0]
    return document(
        shell,
        data_script("talk", _data(talk, lang, deck)),
        *library,
        script(linked(_HERE / "main.js"), module=True),
        lang=talk.tags[first],
        title=talk.titles[first],
        policy=POLICY,
        sheet=PROPERTIES + faces(letters) + _text("stage.css") + _printed(talk) + _text("speaker.css"),
    )


def _data(talk: Talk, lang: str, deck: str) -> dict[str, object]:
    """Give what the scripts read."""
    figures = {
        drawing(mode, number): json.loads(slide.figure.to_json())
        for mode, slides in talk.slides.items()
        for number, slide in enumerate(slides, 1)
        if slide.figure is not None
    }
    return {
        "name": deck or talk.name,
        "version": talk.version,
        "minutes": talk.minutes,
        "lang": lang,
        "languages": {mode: languages[0] for mode, languages in talk.modes.items()},
        "tags": {mode: talk.tags[languages[0]] for mode, languages in talk.modes.items()},
        "titles": dict(talk.titles),
        "labels": {code: dict(labels) for code, labels in talk.labels.items()},
        "figures": figures,
    }


def _printed(talk: Talk) -> str:
    """Print the slides of the way that is shown, and no others."""
    own = ", ".join(f'[data-mode="{mode}"] [data-mode="{mode}"]' for mode in talk.modes)
    return f"@media print {{ :is({own}).slide {{ display: flex; }} }}"


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _steps() -> Markup:
    """Draw the buttons; what they say is filled in, in the language of the moment."""
    drawings = {
        "previous": "M15 4 7 12l8 8",
        "following": "M9 4l8 8-8 8",
        "help": "M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .6-1.5 1-1.5 2.3M12 18.4v.4",
    }
    return element("nav", *(_drawn_button(name, path) for name, path in drawings.items()), id="steps")


def _drawn_button(name: str, path: str) -> Markup:
    line = element("path", d=path, fill="none", stroke="currentColor", stroke_width=2.5, stroke_linecap="round")
    svg = element("svg", line, viewBox="0 0 24 24", aria_hidden="true")
    return element("button", svg, type="button", id=name, data_name=name)


def _button(name: str) -> Markup:
    return element("button", type="button", id=name, data_label=name)


def _help() -> Markup:
    """List the keys; each is a button too, for a screen without a keyboard."""
    rows = (
        element(
            "li",
            element("kbd", data_label=f"key_{name}"),
            element("button", type="button", data_do=name, data_label=f"does_{name}"),
        )
        for name in _KEYS
    )
    box = element("input", type="checkbox", id="letters", checked=True)
    return element(
        "dialog",
        element("h2", id="keys-name", data_label="help"),
        element("ul", *rows),
        element("label", box, " ", element("span", data_label="letters")),
        _button("close"),
        id="keys",
        aria_labelledby="keys-name",
    )


def _speaker_window() -> Markup:
    """Lay out the speaker's window."""
    title = element("h1", element("span", id="speaker-title"), " ", element("small", data_label="speaker"))
    views = (
        element(
            "section",
            element(
                "h2",
                element("span", data_label=f"{name}_slide"),
                " ",
                element("span", id=f"{name}-number"),
                id=f"{name}-name",
            ),
            element("div", class_="view", id=name),
            aria_labelledby=f"{name}-name",
        )
        for name in ("this", "next")
    )
    notes = element(
        "div",
        element("h2", id="notes-name", data_label="notes"),
        element("div", id="notes", tabindex=0, role="region", aria_labelledby="notes-name"),
        id="speech",
    )
    times = (
        element("div", element("dt", data_label=name), element("dd", "–", id=f"{name}-time"))
        for name in ("clock", "elapsed", "planned")
    )
    timer = element("div", _button("start"), _button("reset"), id="timer")
    return element(
        "div",
        element("header", title, element("p", id="notice", role="status")),
        *views,
        notes,
        element("aside", element("dl", *times), element("p", id="pace"), timer),
        id="speaker",
        role="main",
        hidden=True,
    )


def _messages() -> Markup:
    """Hold what stands for a moment: the black screen, a number being typed, a pause, the slide that has come."""
    return joined(
        [
            element("div", id="blank", hidden=True),
            element("p", id="typed", hidden=True),
            element("p", id="paused", hidden=True),
            element("p", id="announcement", aria_live="polite"),
        ]
    )
