"""Tables from plain values: a head or a value that is text alone becomes a column or a cell."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from cards import Cell, Column, Link, Table
from texts import Words


def tabulate(caption: str, heads: Iterable[str | Column], rows: Iterable[Iterable[str | Cell]]) -> Table:
    """Make a table of its heads and rows."""
    return Table(
        caption=caption,
        columns=tuple(Column(label=head) if isinstance(head, str) else head for head in heads),
        rows=tuple(tuple(Cell(text=value) if isinstance(value, str) else value for value in row) for row in rows),
    )


def by_name(
    words: Words,
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Mapping[str, str | Cell]],
    *,
    numbers: Collection[str] = (),
) -> Table:
    """Make a table of rows by name: each head is a key of the words, and its last part the name of what stands below.

    Columns named in `numbers` hold numbers.
    """
    names = [head.rpartition(".")[2] for head in heads]
    columns = [Column(label=words(head), numeric=name in numbers) for head, name in zip(heads, names, strict=True)]
    return tabulate(caption, columns, ([row[name] for name in names] for row in rows))


def numeric(label: str) -> Column:
    """Head a column of numbers."""
    return Column(label=label, numeric=True)


def count_cell(words: Words, number: int, link: Link | None = None) -> Cell:
    """Write a whole number, and hold the bare one to download."""
    return Cell(text=words.number(number), value=int(number), link=link)
