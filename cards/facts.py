"""Facts by name, and places that may be empty."""

from dataclasses import dataclass

from cards.links import Link, Source
from cards.tables import Cell


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Name one fact and its value; the value may be several lines, each with a way onward."""

    label: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, kw_only=True)
class Details:
    """List facts, each with its name."""

    heading: str
    pairs: tuple[Pair, ...]


@dataclass(frozen=True, kw_only=True)
class Box:
    """Hold one place in a row of boxes: filled when a value is held, else open."""

    label: str
    value: str
    held: bool


@dataclass(frozen=True, kw_only=True)
class Boxes:
    """Show a row of boxes, so that what is missing is seen as well as what is held."""

    heading: str
    subtitle: str
    boxes: tuple[Box, ...]
    notes: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    links: tuple[Link | Source, ...] = ()
