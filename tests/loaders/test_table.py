"""Each kind of breach in a table is named with its row, column, what was found and what is needed."""

from typing import Any

import pytest

from loaders.table import parse

Breach = tuple[str, int | None, str | None, str, str]


def breaches(rows: list[list[str]], **schema: Any) -> list[Breach]:
    fields = schema.pop("fields", [{"name": name, "type": "string"} for name in rows[0]])
    resource = {"name": "things", "path": "things.csv", "schema": {"fields": fields, **schema}}
    problems = parse(rows, resource)[1]
    assert {(problem.resource, problem.file) for problem in problems} <= {("things", "things.csv")}
    return [(each.code, each.row, each.column, each.found, each.needed) for each in problems]


def of_cell(text: str, kind: str, **constraints: Any) -> list[tuple[str, str]]:
    field = {"name": "cell", "type": kind, "constraints": constraints}
    return [(code, needed) for code, row, _, _, needed in breaches([["cell", "n"], [text, "1"]], fields=[field, N])]


N = {"name": "n", "type": "string"}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("integer", text) for text in ("1.0", "1,000", "1_000", "１２", " 1", "one", "9" * 19, "+", "NA")),
        *(("number", text) for text in ("nan", "inf", "1e999", "1,5", ".5", "£5", "1_0", "٣")),
        *(("date", text) for text in ("2010", "2010-5-1", "01/05/2010", "20100501", "2010-02-30", "2010-W01-1")),
        *(("boolean", text) for text in ("True", "1", "yes")),
    ],
)
def test_what_only_resembles_a_type_is_refused(kind: str, text: str) -> None:
    assert of_cell(text, kind) == [("type", kind)]


@pytest.mark.parametrize(
    ("kind", "text"),
    [("integer", "-12"), ("number", "-1.5e3"), ("number", "7"), ("date", "1866-08-11"), ("boolean", "false")],
)
def test_what_is_of_a_type_is_taken(kind: str, text: str) -> None:
    assert of_cell(text, kind) == []


def test_a_cell_of_spaces_is_neither_blank_nor_filled() -> None:
    assert of_cell("  ", "string") == [("spaces", "string")]
    assert of_cell("\u3000", "integer", required=True) == [("spaces", "integer")]


def test_a_pattern_has_to_match_the_whole_cell() -> None:
    assert of_cell("E0101", "string", pattern=r"E\d{3}") == [("pattern", r"E\d{3}")]
    assert of_cell("E010\n", "string", pattern=r"E\d{3}") == [("pattern", r"E\d{3}")]
    assert of_cell("E０１０", "string", pattern=r"E\d{3}") == [("pattern", r"E\d{3}")]
    assert of_cell("E010", "string", pattern=r"E\d{3}") == []


def test_limits_are_part_of_what_is_allowed() -> None:
    assert of_cell("5", "integer", minimum=5, maximum=5) == []
    assert of_cell("4", "integer", minimum=5) == [("minimum", "5")]
    assert of_cell("2036-01-01", "date", maximum="2035-12-31") == [("maximum", "2035-12-31")]


def test_one_cell_may_break_several_rules() -> None:
    assert [code for code, _ in of_cell("X", "string", enum=["a", "b"], pattern="[a-z]")] == ["pattern", "enum"]


def test_a_blank_cell_is_held_to_nothing_but_being_required() -> None:
    assert of_cell("", "integer", minimum=5, enum=["6"], pattern="6") == []
    assert of_cell("", "integer", minimum=5, required=True) == [("required", "integer")]


def test_a_wrong_heading_is_named_in_row_1() -> None:
    fields = [{"name": name, "type": "string"} for name in ("a", "b", "c")]
    assert breaches([["a", "b", "b", "d"], ["1", "2", "3", "4"]], fields=fields) == [
        ("duplicate_column", 1, "b", "2", "1"),
        ("unknown_column", 1, "d", "d", "a, b, c"),
        ("missing_column", 1, "c", "", "c"),
    ]


def test_the_cells_under_a_wrong_heading_are_checked_all_the_same() -> None:
    fields = [{"name": "a", "type": "integer"}, {"name": "b", "type": "string"}]
    assert breaches([["a"], ["x"]], fields=fields)[1][:3] == ("type", 2, "a")


def test_ragged_and_blank_rows_are_named_and_the_others_keep_their_numbers() -> None:
    fields = [{"name": "a", "type": "integer"}, N]
    assert breaches([["a", "n"], ["1"], [], ["", ""], ["1", "2", "3"], ["x", "2"]], fields=fields) == [
        ("ragged_row", 2, None, "1", "2"),
        ("blank_row", 3, None, "0", "2"),
        ("blank_row", 4, None, "2", "2"),
        ("ragged_row", 5, None, "3", "2"),
        ("type", 6, "a", "x", "integer"),
    ]


def test_a_repeated_key_names_the_row_it_repeats() -> None:
    rows = [["a", "b"], ["1", "x"], ["1", "y"], ["1", "x"], ["1", "x"]]
    assert breaches(rows, primaryKey=["a", "b"]) == [
        ("primary_key", 4, "a, b", "1, x", "2"),
        ("primary_key", 5, "a, b", "1, x", "2"),
    ]


def test_a_blank_part_of_a_unique_key_is_compared_like_any_other() -> None:
    rows = [["a", "b"], ["1", ""], ["", "1"], ["1", ""], ["", ""], ["", ""]]
    assert ("unique_key", 4, "a, b", "1", "2") in breaches(rows, uniqueKeys=[["a", "b"]])
    assert not any(code == "unique_key" and row == 6 for code, row, *_ in breaches(rows, uniqueKeys=[["a", "b"]]))


def test_keys_are_compared_as_values_not_as_spelt() -> None:
    fields = [{"name": "a", "type": "integer", "constraints": {"unique": True}}, N]
    assert breaches([["a", "n"], ["1", "x"], ["01", "x"]], fields=fields) == [("unique", 3, "a", "1", "2")]


def test_exactly_one_of_several_cells_is_filled() -> None:
    rows = [["a", "b", "n"], ["1", "", ""], ["", "1", ""], ["1", "1", ""], ["", "", "1"]]
    assert breaches(rows, exactlyOneOf=["a", "b"]) == [
        ("exactly_one_of", 4, "a, b", "2", "1"),
        ("exactly_one_of", 5, "a, b", "0", "1"),
    ]


def test_a_check_leaves_its_rows_as_they_were() -> None:
    rows = [["a", "n"], ["1", "2"], ["1"]]
    parse(rows, {"name": "things", "path": "things.csv", "schema": {"fields": [{"name": "a", "type": "integer"}, N]}})
    assert rows == [["a", "n"], ["1", "2"], ["1"]]
