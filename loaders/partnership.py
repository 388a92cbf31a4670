"""`partnership.toml`: the two cities, when they twinned, and what only this partnership has."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from typing import Any

from loaders.problem import Problem, line_of

PARTNERSHIP = "partnership.toml"

_FORMS = {
    "colour": "#[0-9A-Fa-f]{6}",
    "accessibility_tested_on": "[0-9]{4}-[0-9]{2}-[0-9]{2}",
    "twinned_on": "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?",
    "code": "[a-z0-9]+(_[a-z0-9]+)*",
    # What fits on a chart beside its mark.
    "label": ".{1,50}",
    "label_zh": ".{0,50}",
}
_LINE = re.compile(r"\(at line ([0-9]+)")


@dataclass(frozen=True)
class City:
    """Name a city in both languages, with its place in degrees, its colour and the organisation that governs it."""

    name: str
    latitude: float
    longitude: float
    colour: str
    name_zh: str = ""
    council: str = ""


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
    label_zh: str = ""


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
    plain_pages: str = ""
    accessibility_tested_on: str = ""
    contact: Contact = Contact()
    eras: tuple[Era, ...] = ()
    annotations: tuple[Annotation, ...] = ()

    def names(self, lang: str) -> dict[str, str]:
        """Name the two cities in a language, as the slots `home` and `away` of every sentence."""
        cities = {"home": self.home, "away": self.away}
        return {slot: (lang == "zh" and city.name_zh) or city.name for slot, city in cities.items()}


_NOWHERE = City(name="", latitude=0.0, longitude=0.0, colour="#000000")
NAMELESS = Partnership(home=_NOWHERE, away=_NOWHERE, twinned_on="", first_year=0)


def parse(data: bytes) -> tuple[Partnership, list[Problem]]:
    """Read the partnership, or a nameless one together with every problem found.

    A problem's `column` is the key as TOML would write it: `home.colour`, `eras[0].end`.
    """
    try:
        # TOML takes CRLF as it is; the byte-order mark is what Windows' editors add.
        document = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return NAMELESS, [Problem("encoding", "", PARTNERSHIP, line_of(error), None, "other", "UTF-8")]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = _LINE.search(str(error))
        return NAMELESS, [Problem("toml", "", PARTNERSHIP, int(line[1]) if line else None, None, str(error))]
    problems = list(_problems(Partnership, document, ""))
    return (NAMELESS if problems else _built(document)), problems


def _built(document: Mapping[str, Any]) -> Partnership:
    return Partnership(
        **{
            **document,
            "home": City(**document["home"]),
            "away": City(**document["away"]),
            "contact": Contact(**document.get("contact", {})),
            "eras": tuple(Era(**era) for era in document.get("eras", [])),
            "annotations": tuple(Annotation(**mark) for mark in document.get("annotations", [])),
        }
    )


def _problems(kind: type, table: Any, where: str) -> Iterator[Problem]:
    """Compare a table with the dataclass it is to fill."""
    if not isinstance(table, dict):
        yield _problem(where, table, "table")
        return
    path = f"{where}." if where else ""
    known = {field.name: field for field in fields(kind)}
    for key in table.keys() - known.keys():
        yield _problem(path + key, key, ", ".join(known))
    for name, field in known.items():
        if name in table:
            yield from _value(field.type, table[name], path + name, required=field.default is MISSING)
        elif field.default is MISSING:
            yield _problem(path + name, "", "value")


def _value(kind: Any, value: Any, where: str, *, required: bool) -> Iterator[Problem]:
    if kind in (City, Contact):
        yield from _problems(kind, value, where)
    elif kind in (tuple[Era, ...], tuple[Annotation, ...]):
        for number, each in enumerate(value if isinstance(value, list) else [value]):
            yield from _problems(kind.__args__[0], each, f"{where}[{number}]")
    elif isinstance(value, bool) or not isinstance(value, (int, float) if kind is float else kind):
        yield _problem(where, value, {str: "text", int: "whole number", float: "number"}[kind])
    elif required and value == "":
        yield _problem(where, "", "value")
    elif value and (form := _FORMS.get(where.rpartition(".")[2])) and not re.fullmatch(form, str(value)):
        yield _problem(where, value, form)


def _problem(where: str, found: object, needed: str) -> Problem:
    return Problem("partnership", "", PARTNERSHIP, None, where, str(found), needed)
