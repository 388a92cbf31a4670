"""Tables and facts from plain values: a head or a value that is text alone becomes a column or a cell."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from cards import Cell, Column, Details, Link, Pair, Table
from texts import Words

Value = str | Cell
Fact = Value | Iterable[Value]


def tabulate(caption: str, heads: Iterable[str | Column], rows: Iterable[Iterable[Value]]) -> Table:
    """Make a table of its heads and rows."""
    return Table(
        caption=caption,
        columns=tuple(Column(label=head) if isinstance(head, str) else head for head in heads),
        rows=tuple(_cells(row) for row in rows),
    )


def by_name(
    words: Words,
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Mapping[Any, Value | int]],
    *,
    numbers: Collection[str] = (),
) -> Table:
    """Make a table of rows by name: each head is a key of the words, and its last part the name of what stands below.

    Columns named in `numbers` hold numbers; a bare one is a count.
    """
    names = [head.rpartition(".")[2] for head in heads]
    columns = [Column(label=words(head), numeric=name in numbers) for head, name in zip(heads, names, strict=True)]

    def cell(value: Value | int) -> Value:
        return count_cell(words, value) if isinstance(value, int) else value

    return tabulate(caption, columns, ([cell(row[name]) for name in names] for row in rows))


def details(heading: str, facts: Iterable[tuple[str, Fact]]) -> Details:
    """List facts by their labels, each with one value or several; blank text is no value, and what has none is left out."""
    pairs = []
    for label, fact in facts:
        values = [value for value in ([fact] if isinstance(fact, str | Cell) else fact) if value]
        if values:
            pairs.append(Pair(label=label, values=_cells(values)))
    return Details(heading=heading, pairs=tuple(pairs))


def _cells(values: Iterable[Value]) -> tuple[Cell, ...]:
    return tuple(Cell(text=value) if isinstance(value, str) else value for value in values)


def numeric(label: str) -> Column:
    """Head a column of numbers."""
    return Column(label=label, numeric=True)


def count_cell(words: Words, number: int, link: Link | None = None) -> Cell:
    """Write a whole number, and hold the bare one to download."""
    return Cell(text=words.number(number), value=int(number), link=link)
