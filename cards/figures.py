"""What a figure says of itself where Plotly has room for it, for all who draw it again.

`layout.meta` has `kind`, `panels` (the axes of each), `alone` (the first panel may stand by itself) and `years` (the axis they run along,
and the `names` of those that are not called by their number). `trace.meta` has `role`, `series` (its name in words, or one for each mark)
and `number`. The `name` of an annotation or a shape is its role, and after a colon whose it is, where a label belongs to a line.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Kinds of chart, as in `layout.meta`."""

    BARS = "bars"
    CELLS = "cells"  # a number in each place of a table of years
    DOTS = "dots"  # one dot a record, stacked: they may shrink where the room is low
    LINES = "lines"  # measured values over the years, joined or not
    MAPS = "maps"
    RUNS = "runs"  # what runs from one date to another, a row each
    SIZES = "sizes"  # dots whose area is a number, in rows and columns


class Role(StrEnum):
    """What a trace, an annotation or a shape is for."""

    # Traces: values in four forms, and what lies beneath them.
    BARS = "bars"
    DOTS = "dots"
    LINE = "line"
    WORDS = "words"  # values that are written where their marks would be
    GROUND = "ground"  # no values: hatched years, coasts, ways
    # Annotations.
    CALLOUT = "callout"  # a label with a leader to its mark
    CAPTION = "caption"  # what an axis, a span's end or the whole says beside itself
    COLUMN = "column"  # the name of a column, above it
    END = "end"  # the name of a line, in a column of such names right of the lines
    LABEL = "label"  # words at one mark
    PANEL = "panel"  # the name of a panel, above it
    ROW = "row"  # the name of a row or band, left of it
    SPAN = "span"  # the name of a run of years, between its two edges
    STATE = "state"  # how a row ends, right of it
    # Shapes.
    BOX = "box"  # a place for a value
    EDGE = "edge"  # one of the two edges of a span
    FRAME = "frame"  # around a panel
    LEADER = "leader"  # from the end of a line to its name
    MARK = "mark"  # a mark for which Plotly has no symbol
    RULE = "rule"  # a line between rows, at a base, at a date
    RUN = "run"  # how long something runs


@dataclass(frozen=True, kw_only=True)
class Number:
    """Say how the numbers of a series are written: what stands before and after, and whether thousands are set apart."""

    before: str = ""
    after: str = ""
    grouped: bool = False

    def write(self, value: float) -> str:
        """Write a number so."""
        digits = f"{value:,.4f}".rstrip("0").rstrip(".")
        return f"{self.before}{digits if self.grouped else digits.replace(',', '')}{self.after}"


def named(role: Role, whose: str = "") -> str:
    """Name an annotation or a shape for its role, and for what it belongs to."""
    return f"{role}:{whose}" if whose else str(role)


def role(name: str | None) -> str:
    """Read the role of an annotation or a shape from its name; blank for none."""
    return (name or "").partition(":")[0]


def whose(name: str | None) -> str:
    """Read from its name what an annotation or a shape belongs to."""
    return (name or "").partition(":")[2]


def meta(role: Role, *, series: str | list[str] = "", number: Number | None = None) -> dict[str, Any]:
    """Write what a trace says of itself."""
    said = {"role": str(role), "series": series, "number": asdict(number) if number else None}
    return {key: value for key, value in said.items() if value}
