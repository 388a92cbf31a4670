"""Values and records in rows."""

from dataclasses import dataclass

from cards.links import Link, Source


@dataclass(frozen=True, kw_only=True)
class Cell:
    """Hold one cell of a table: the words shown, the bare value to download, and where it leads.

    `lang` is the language of the words where it is not the page's own. `ways` stand small after the words.
    """

    text: str
    value: str | int | float | None = None
    link: Link | Source | None = None
    lang: str = ""
    ways: tuple[Link | Source, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Column:
    """Head one column of a table."""

    label: str
    numeric: bool = False


@dataclass(frozen=True, kw_only=True)
class Table:
    """Show values in rows; the first column names the row."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Show a table as a card of its own, where a chart would say less."""

    key: str
    heading: str
    subtitle: str
    table: Table
    sources: tuple[Source, ...] = ()
    up_to: str = ""
    notes: tuple[str, ...] = ()


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
class RecordCard:
    """Show one record in short: when, what, the facts that place it, and who says so."""

    record: str
    title: str
    when: str
    facts: tuple[str, ...]
    text: str
    sources: str
    link: Link
    colour: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Records:
    """List records as cards."""

    heading: str
    subtitle: str
    records: tuple[RecordCard, ...]
    more: Link | None = None
    level: int = 2
