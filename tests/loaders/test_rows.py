"""Files that are cut off, wrongly encoded or not CSV at all are named by what went wrong."""

import codecs
from pathlib import Path

import pytest

import loaders
from loaders.rows import rows
from tests.fixtures.small_package import VISITS, write

VISIT = {"name": "visits", "path": "visits.csv"}
HEADER = b"id,place_id,other_place\n"


def found(data: bytes) -> list[tuple[str, int | None, str]]:
    return [(problem.code, problem.row, problem.found) for problem in rows(data, VISIT)[1]]


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\n", b"\r\n \r\n"])
def test_an_empty_file_is_named(data: bytes) -> None:
    assert found(data) == [("empty_file", None, "")]


@pytest.mark.parametrize("cut", range(1, len(VISITS)))
def test_a_file_cut_anywhere_but_at_the_end_of_a_row_is_named(tmp_path: Path, cut: int) -> None:
    package = loaders.open(write(tmp_path, {"visits.csv": VISITS[:cut]}))
    complete = cut >= len(HEADER) and VISITS[cut - 1] == "\n"
    assert package.has("visits") == complete
    assert complete or package.problems[0].code == "truncated"
    assert complete or package.problems[0].row == VISITS[:cut].rstrip("\n").count("\n") + 1


def test_text_of_windows_1252_is_named_with_its_row() -> None:
    assert found(HEADER + b"v1,pier,\n" + "v2,,café\n".encode("cp1252")) == [("encoding", 3, "Windows-1252")]


def test_text_of_gb18030_is_named_with_its_row() -> None:
    assert found(HEADER + "v1,,上海外滩\n".encode("gb18030")) == [("encoding", 2, "GB18030")]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_text_of_utf_16_is_named(encoding: str) -> None:
    assert found(VISITS.encode(encoding)) == [("encoding", 1, "UTF-16")]


def test_a_workbook_named_as_csv_is_named() -> None:
    assert found(b"PK\x03\x04\x14\x00\x06\x00") == [("encoding", 1, "XLSX")]


def test_a_null_character_is_named_with_its_row() -> None:
    assert found(HEADER + b"v1,pi\x00er,\n") == [("encoding", 2, "NUL")]


def test_the_row_is_counted_as_a_spreadsheet_does() -> None:
    two_lines_in_a_cell = b'v1,,"two\nlines"\n'
    assert found(HEADER + two_lines_in_a_cell + b"v2,,caf\xe9\n") == [("encoding", 3, "Windows-1252")]
    assert found(codecs.BOM_UTF8 + HEADER + b"v2,,caf\xe9\n") == [("encoding", 2, "Windows-1252")]


@pytest.mark.parametrize("row", [b'v2,,"open\n', b'v2,,"shut" early\n'])
def test_a_stray_quotation_mark_is_named_with_its_row(row: bytes) -> None:
    assert found(HEADER + b"v1,pier,\n" + row + b"v3,,\n")[0][:2] == ("quoting", 3)


@pytest.mark.parametrize("mark", [";", "\t"])
def test_another_separator_is_named(mark: str) -> None:
    assert found(VISITS.replace(",", mark).encode()) == [("separator", 1, mark)]


def test_nothing_is_guessed() -> None:
    read, problems = rows(b'id,n\n007,1e3\n"",NA\n', VISIT)
    assert problems == []
    assert read == [["id", "n"], ["007", "1e3"], ["", "NA"]]
