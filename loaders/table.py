"""Rows of text to checked columns: every breach of a resource's own schema is named."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from loaders.columns import Columns
from loaders.problem import Code, Problem
from loaders.rows import Row
from loaders.values import Cell, Value


def parse(rows: Sequence[Row], resource: Mapping[str, Any]) -> tuple[Columns, list[Problem]]:
    """Read the columns of a resource and check every row of each against its schema.

    `rows` starts with the header, and columns may stand in any order; `resource` is one that
    `descriptor.parse` has accepted. References to other resources are left to `Columns.dangling`,
    which needs those as well.
    """
    header, *body = rows
    sound = {number: row for number, row in enumerate(body, start=2) if len(row) == len(header)}
    values: dict[str, list[Value]] = {}
    columns = Columns(resource, values, list(sound))
    problems = [*_header(header, columns), *_misshapen(body, len(header), columns)]
    for field in resource["schema"]["fields"]:
        name = field["name"]
        if name not in header:
            continue
        cell, position = Cell(field), header.index(name)
        values[name] = []
        for number, row in sound.items():
            value, faults = cell.read(row[position])
            values[name].append(value)
            problems.extend(columns.problem(code, number, name, row[position], needed) for code, needed in faults)
    problems += [*columns.repeated(), *columns.not_exactly_one()]
    # A stable sort: within a row the columns stay in the order of the schema.
    return columns, sorted(problems, key=lambda problem: problem.row or 0)


def _header(header: Row, columns: Columns) -> Iterator[Problem]:
    expected = [field["name"] for field in columns.resource["schema"]["fields"]]
    for column, times in Counter(header).items():
        if column not in expected:
            yield columns.problem("unknown_column", 1, column, column, ", ".join(expected))
        elif times > 1:
            yield columns.problem("duplicate_column", 1, column, str(times), "1")
    for column in expected:
        if column not in header:
            yield columns.problem("missing_column", 1, column, "", column)


def _misshapen(body: Sequence[Row], width: int, columns: Columns) -> Iterator[Problem]:
    for number, row in enumerate(body, start=2):
        # A row of a table one column wide may well be blank; only its cell is then at fault.
        if len(row) != width or (width > 1 and not any(row)):
            code: Code = "ragged_row" if any(row) else "blank_row"
            yield columns.problem(code, number, None, str(len(row)), str(width))
