"""Rows of text to checked columns: every breach of a resource's own schema is named."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from loaders import keys
from loaders.columns import Columns
from loaders.problem import Code, Problem
from loaders.rows import Row
from loaders.values import Cell, Value


def parse(rows: Sequence[Row], resource: Mapping[str, Any]) -> tuple[Columns, list[Problem]]:
    """Read the columns of a resource and check every row of each against its schema.

    `rows` starts with the header, and columns may stand in any order; `resource` is one that
    `descriptor.parse` has accepted. References to other resources are left to `keys.dangling`,
    which needs those as well.
    """
    header, *body = rows
    sound = {number: row for number, row in enumerate(body, start=2) if len(row) == len(header)}
    values: dict[str, list[Value]] = {}
    columns = Columns(resource, values, list(sound))
    problems = [*_header(header, resource), *_misshapen(body, len(header), resource)]
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
    problems.extend(keys.repeated(columns))
    problems.extend(keys.not_exactly_one(columns))
    # A stable sort: within a row the columns stay in the order of the schema.
    return columns, sorted(problems, key=lambda problem: problem.row or 0)


def check(rows: Sequence[Row], resource: Mapping[str, Any]) -> list[Problem]:
    """Return every breach of a resource's own schema in its rows, the header first."""
    return parse(rows, resource)[1]


def _header(header: Row, resource: Mapping[str, Any]) -> Iterator[Problem]:
    expected = [field["name"] for field in resource["schema"]["fields"]]

    def problem(code: Code, column: str, found: str, needed: str) -> Problem:
        return Problem(code, resource["name"], resource["path"], 1, column, found, needed)

    for column, times in Counter(header).items():
        if column not in expected:
            yield problem("unknown_column", column, column, ", ".join(expected))
        elif times > 1:
            yield problem("duplicate_column", column, str(times), "1")
    for column in expected:
        if column not in header:
            yield problem("missing_column", column, "", column)


def _misshapen(body: Sequence[Row], width: int, resource: Mapping[str, Any]) -> Iterator[Problem]:
    for number, row in enumerate(body, start=2):
        # A row of a table one column wide may well be blank; only its cell is then at fault.
        if len(row) != width or (width > 1 and not any(row)):
            code: Code = "ragged_row" if any(row) else "blank_row"
            yield Problem(code, resource["name"], resource["path"], number, None, str(len(row)), str(width))
