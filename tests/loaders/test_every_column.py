"""In every column of the real data, one cell broken in any way its schema forbids is named.

Each file is parsed once; one cell of a copy of its rows is broken at a time.
"""

import csv
import json
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from loaders.columns import Columns
from loaders.table import parse

DATA = Path(__file__).parents[2] / "data"
RESOURCES = {each["name"]: each for each in json.loads((DATA / "datapackage.json").read_text("utf-8"))["resources"]}
Case = tuple[str, str, str, str]


@cache
def rows_of(name: str) -> list[list[str]]:
    with (DATA / RESOURCES[name]["path"]).open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@cache
def columns_of(name: str) -> Columns:
    return parse(rows_of(name), RESOURCES[name])[0]


def beyond(limit: Any, kind: str, step: int) -> str:
    if kind == "date":
        return (date.fromisoformat(limit) + timedelta(days=step)).isoformat()
    return str(limit + step)


def breaches(field: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Give each way of breaking a cell of a field: the problem's code and the text that causes it."""
    kind, constraints = field["type"], field.get("constraints", {})
    yield "spaces", " "
    if kind != "string":
        yield "type", "not a number"
    for rule, value in constraints.items():
        match rule:
            case "required" if value:
                yield "required", ""
            case "enum":
                yield "enum", "no_such_code"
            case "pattern":
                yield "pattern", "§ no such form"
            case "minimum":
                yield "minimum", beyond(value, kind, -1)
            case "maximum":
                yield "maximum", beyond(value, kind, 1)


CELLS: list[Case] = [
    (name, field["name"], code, text)
    for name, resource in RESOURCES.items()
    for field in resource["schema"]["fields"]
    for code, text in breaches(field)
]
UNIQUE = [
    (name, field["name"])
    for name, resource in RESOURCES.items()
    for field in resource["schema"]["fields"]
    if field.get("constraints", {}).get("unique")
]
UNIQUE_KEYS = [(name, key) for name, each in RESOURCES.items() for key in each["schema"].get("uniqueKeys", [])]
EXACTLY_ONE = [
    (name, each["schema"]["exactlyOneOf"]) for name, each in RESOURCES.items() if "exactlyOneOf" in each["schema"]
]
REFERENCES = [(name, key) for name, each in RESOURCES.items() for key in each["schema"].get("foreignKeys", [])]


def changed(name: str, row: int, cells: dict[str, str]) -> list[list[str]]:
    """Copy the rows of a file with some cells of one row (as Excel counts) changed."""
    rows = rows_of(name).copy()
    rows[row - 1] = [cells.get(column, cell) for column, cell in zip(rows[0], rows[row - 1], strict=True)]
    return rows


def named(problems: list[Any], code: str, name: str, row: int, column: str) -> bool:
    path = RESOURCES[name]["path"]
    return any((each.code, each.file, each.row, each.column) == (code, path, row, column) for each in problems)


@pytest.mark.parametrize("name", RESOURCES)
def test_the_real_rows_break_nothing(name: str) -> None:
    others = {each: columns_of(each) for each in RESOURCES}
    assert parse(rows_of(name), RESOURCES[name])[1] == []
    assert list(others[name].dangling(others)) == []


@pytest.mark.parametrize(("name", "column", "code", "text"), CELLS, ids=["-".join(case[:3]) for case in CELLS])
def test_a_broken_cell_is_named(name: str, column: str, code: str, text: str) -> None:
    problems = parse(changed(name, 3, {column: text}), RESOURCES[name])[1]
    assert named(problems, code, name, 3, column)
    assert {(problem.row, problem.found) for problem in problems if problem.code == code} == {(3, text)}


@pytest.mark.parametrize(("name", "column"), UNIQUE, ids="-".join)
def test_a_repeated_value_is_named(name: str, column: str) -> None:
    first = rows_of(name)[1][rows_of(name)[0].index(column)]
    problems = parse(changed(name, 3, {column: first}), RESOURCES[name])[1]
    assert [(each.code, each.row, each.column, each.found, each.needed) for each in problems] == [
        ("unique", 3, column, first, "2")
    ]


@pytest.mark.parametrize(("name", "key"), UNIQUE_KEYS)
def test_a_repeated_unique_key_is_named(name: str, key: list[str]) -> None:
    first = dict(zip(*rows_of(name)[:2], strict=True))
    problems = parse(changed(name, 3, {column: first[column] for column in key}), RESOURCES[name])[1]
    assert named(problems, "unique_key", name, 3, ", ".join(key))


@pytest.mark.parametrize(("name", "fields"), EXACTLY_ONE)
@pytest.mark.parametrize("text", ["", "E001"])
def test_none_or_several_filled_where_one_is_due_is_named(name: str, fields: list[str], text: str) -> None:
    problems = parse(changed(name, 3, dict.fromkeys(fields, text)), RESOURCES[name])[1]
    assert named(problems, "exactly_one_of", name, 3, ", ".join(fields))


@pytest.mark.parametrize(("name", "key"), REFERENCES)
def test_a_reference_to_nowhere_is_named(name: str, key: dict[str, Any]) -> None:
    broken = parse(changed(name, 3, dict.fromkeys(key["fields"], "nowhere")), RESOURCES[name])[0]
    problems = list(broken.dangling({each: columns_of(each) for each in RESOURCES}))
    assert named(problems, "foreign_key", name, 3, ", ".join(key["fields"]))


@pytest.mark.parametrize("name", RESOURCES)
@pytest.mark.parametrize("code", ["missing_column", "unknown_column", "duplicate_column", "ragged_row"])
def test_a_broken_heading_or_row_is_named(name: str, code: str) -> None:
    header, *body = rows_of(name)
    broken = {
        "missing_column": ([header[1:], *(row[1:] for row in body)], 1, header[0]),
        "unknown_column": ([[*header, "new"], *([*row, ""] for row in body)], 1, "new"),
        "duplicate_column": ([[*header, header[0]], *([*row, ""] for row in body)], 1, header[0]),
        "ragged_row": ([header, body[0], [*body[1], ""], *body[2:]], 3, None),
    }
    rows, row, column = broken[code]
    assert (code, row, column) in [(each.code, each.row, each.column) for each in parse(rows, RESOURCES[name])[1]]
