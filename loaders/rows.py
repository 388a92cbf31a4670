"""The bytes of a CSV file to rows of text: strict, forgiving only a byte-order mark and CRLF."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from loaders.problem import Problem

Row = list[str]

_WORKBOOK = b"PK\x03\x04"
_OTHER_SEPARATORS = (";", "\t")


def _decoded(data: bytes, errors: str = "strict") -> str:
    # Excel ends lines with CRLF, inside cells too; the same cell must not have two spellings.
    return data.decode("utf-8", errors).replace("\r\n", "\n")


def _records(text: str, *, strict: bool) -> Iterator[Row]:
    return csv.reader(io.StringIO(text, newline=""), strict=strict)


def _row_at(data: bytes, position: int) -> int:
    # The "x" stands for the byte in question, so that the row it opens is counted.
    return sum(1 for _ in _records(_decoded(data[:position], "replace") + "x", strict=False))


def _likely_encoding(data: bytes, position: int) -> str:
    """Guess how a file that is not UTF-8 was written, from its first bytes and the first bad ones."""
    if data.startswith(_WORKBOOK):
        return "XLSX"
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\x00" in data[:4]:
        return "UTF-16"
    # Chinese characters come in pairs of high bytes; English in Windows-1252 has single ones.
    run = re.match(rb"[\x80-\xff]+", data[position:])
    return "GB18030" if run and len(run[0]) % 2 == 0 else "Windows-1252"


def _encoding(data: bytes) -> tuple[int, str] | None:
    """Return the row and the likely encoding of the first bytes that are not UTF-8 text."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        guess = _likely_encoding(data, error.start)
        return (1 if guess in ("XLSX", "UTF-16") else _row_at(data, error.start)), guess
    if (nul := data.find(b"\x00")) >= 0:
        guess = _likely_encoding(data, nul)
        return (1, guess) if guess in ("XLSX", "UTF-16") else (_row_at(data, nul), "NUL")
    return None


def rows(data: bytes, resource: Mapping[str, Any]) -> tuple[list[Row], list[Problem]]:
    """Read the rows of a CSV file, the header first.

    Returns the rows that could be read, none if the file is not such a table at all, and what
    kept the others from being read.
    """
    problem = partial(Problem, resource=resource["name"], file=resource["path"])
    data = data.removeprefix(BOM_UTF8)
    if wrong := _encoding(data):
        row, guess = wrong
        return [], [problem("encoding", row=row, found=guess, needed="UTF-8")]
    text = _decoded(data)
    if not text.strip():
        return [], [problem("empty_file")]
    read: list[Row] = []
    problems: list[Problem] = []
    try:
        read.extend(_records(text, strict=True))
    except csv.Error:
        problems.append(problem("quoting", row=len(read) + 1))
    if not text.endswith("\n"):
        problems.append(problem("truncated", row=_row_at(data, len(data))))
    if read and len(read[0]) == 1:
        other = next((mark for mark in _OTHER_SEPARATORS if mark in read[0][0]), None)
        if other:
            return [], [problem("separator", row=1, found=other, needed=",")]
    return read, problems
