"""`deck.toml`: the slides that are shown at an event, each a view of the dashboard with words of its own."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import tomli_w

from cards.translations import LANGUAGE
from loaders import settings
from loaders.partnership import Translations
from loaders.problem import Problem

DECK = "deck.toml"
MOST = 20  # slides; a talk that needs more is two talks

_YEARS = "[0-9]{4}-[0-9]{4}"
_FORMS = {
    "kind": "title|chart|figure|then_and_now|milestone|thread|table|finding|limits|thanks",
    "date": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "minutes": "[1-9][0-9]{0,2}",
    "seconds": "[1-9][0-9]{0,3}",
    "lang": f"{LANGUAGE}|both(-{LANGUAGE})?",
    # A view of this dashboard: no host, and nothing that could lead elsewhere.
    "address": r"/[a-z_]*(\?[^\s#]{1,400})?",
    "card": "[a-z0-9_]{1,40}",
    "series": "[a-z0-9_]{1,80}",
    "then": _YEARS,
    "data_version": "[0-9a-f]{12}",
    "seen": "[0-9a-f]{8}",
    "headline": ".{1,160}",
    "headline_zh": ".{1,120}",
}


@dataclass(frozen=True)
class Occasion:
    """Name what the deck is shown at. `date` is a day, blank while none is set."""

    title: str = ""
    date: str = ""
    translations: Translations = ()
    TRANSLATED: ClassVar = ("title",)


@dataclass(frozen=True)
class SlideEntry:
    """Describe one slide.

    `address` is the view, from the page on and without a language; `card` is that card of it. `series` is the figure
    that a slide of one figure shows, `then` the earlier years that the view's own are set beside. A blank headline is
    the card's own finding. `note` is what the speaker says. `lang` holds the slide to a language, to both of a pair, or to `both-xx`: the first with another. `seen` stands for
    what the slide showed by the data that the deck was saved with.
    """

    kind: str
    address: str = ""
    card: str = ""
    series: str = ""
    then: str = ""
    headline: str = ""
    note: str = ""
    lang: str = ""
    seconds: int = 60
    chapter_end: bool = False
    seen: str = ""
    translations: Translations = ()
    TRANSLATED: ClassVar = ("headline", "note")


@dataclass(frozen=True)
class Deck:
    """Hold the slides in order. `minutes` is the planned length; `data_version` that of the data it was made with."""

    occasion: Occasion = Occasion()
    minutes: int = 15
    data_version: str = ""
    slides: tuple[SlideEntry, ...] = ()


EMPTY = Deck()


def parse(data: bytes, file: str = DECK) -> tuple[Deck, list[Problem]]:
    """Read a deck, or an empty one together with every problem found."""
    deck, problems = settings.read(data, Deck, file, forms=_FORMS)
    if deck and len(deck.slides) > MOST:
        return EMPTY, [Problem("setting", "", file, None, "slides", str(len(deck.slides)), f"≤ {MOST}")]
    return deck or EMPTY, problems


def read(document: str) -> tuple[Deck, list[Problem]]:
    """Read a deck that a browser keeps, in JSON: the same document, held to the same."""
    try:
        return parse(tomli_w.dumps(json.loads(document)).encode("utf-8"))
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        return EMPTY, [Problem("json", "", DECK, 1, None, type(error).__name__)]


def key(name: str, lang: str, first: str) -> str:
    """Name the key of a slide's words in a language, where those in the `first` have the bare name."""
    return name if lang == first else f"{name}_{lang}"


def document(deck: Deck, languages: Sequence[str]) -> dict[str, Any]:
    """Give a deck as a browser keeps it: every key that it can have, in further `languages` too."""
    slides = [settings.table_of(slide, languages) for slide in deck.slides]
    return {**settings.table_of(deck), "occasion": settings.table_of(deck.occasion, languages), "slides": slides}


def write(deck: Deck) -> bytes:
    """Write a deck as `parse` reads it; what is as it would be anyway is left out."""
    table = {
        **_changed(deck, EMPTY),
        "occasion": _changed(deck.occasion, Occasion()),
        "slides": [_changed(slide, SlideEntry(kind="")) for slide in deck.slides],
    }
    return tomli_w.dumps({name: value for name, value in table.items() if value}).encode("utf-8")


def _changed(value: Any, default: Any) -> Mapping[str, Any]:
    usual = settings.table_of(default)
    return {key: each for key, each in settings.table_of(value).items() if each != usual.get(key)}
