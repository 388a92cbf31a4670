"""`partnership.toml`: the two cities, when they twinned, and what only this partnership has."""

from dataclasses import dataclass
from typing import ClassVar

from loaders import settings
from loaders.problem import Problem

PARTNERSHIP = "partnership.toml"

Translations = tuple[tuple[str, str], ...]  # by key, as name_zh
_FORMS = {
    "colour": "#[0-9A-Fa-f]{6}",
    "accessibility_tested_on": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "twinned_on": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
    "code": "[a-z0-9]+(_[a-z0-9]+)*",
    # What fits on a chart beside its mark.
    "label": ".{1,50}",
}


@dataclass(frozen=True)
class City:
    """Name a city in every language, with its place in degrees, its colour and the organisation that governs it."""

    name: str
    latitude: float
    longitude: float
    colour: str
    council: str = ""
    translations: Translations = ()
    TRANSLATED: ClassVar = ("name",)


@dataclass(frozen=True)
class Era:
    """Mark a span of years, first and last included, by a code that the texts word."""

    start: int
    end: int
    code: str


@dataclass(frozen=True)
class Annotation:
    """Mark a record on charts with a short label."""

    record: str
    label: str
    translations: Translations = ()
    TRANSLATED: ClassVar = ("label",)


@dataclass(frozen=True)
class Contact:
    """Say whom readers may write to; any of it may be blank."""

    name: str = ""
    organisation: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True)
class Partnership:
    """Hold what one pair of cities has and another has not."""

    home: City
    away: City
    twinned_on: str
    first_year: int
    publisher: str = ""
    owner: str = ""
    static_edition: str = ""
    accessibility_tested_on: str = ""
    headline_figures: tuple[str, ...] = ()
    contact: Contact = Contact()
    eras: tuple[Era, ...] = ()
    annotations: tuple[Annotation, ...] = ()

    def names(self, lang: str) -> dict[str, str]:
        """Name the two cities in a language, as the slots `home` and `away` of every sentence."""
        cities = {"home": self.home, "away": self.away}
        return {slot: dict(city.translations).get(f"name_{lang}") or city.name for slot, city in cities.items()}


_NOWHERE = City(name="", latitude=0.0, longitude=0.0, colour="#000000")
NAMELESS = Partnership(home=_NOWHERE, away=_NOWHERE, twinned_on="", first_year=0)


def parse(data: bytes) -> tuple[Partnership, list[Problem]]:
    """Read the partnership, or a nameless one together with every problem found.

    A problem's `column` is the key as TOML would write it: `home.colour`, `eras[0].end`.
    """
    pair, problems = settings.read(data, Partnership, PARTNERSHIP, forms=_FORMS)
    return pair or NAMELESS, problems
