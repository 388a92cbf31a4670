"""What can be wrong with data, as codes and facts; the words are made elsewhere."""

from dataclasses import dataclass
from typing import Literal

Code = Literal[
    "missing_folder",
    "unknown_version",
    "missing_file",
    "unreadable",
    "outside_folder",
    "undescribed_file",
    "half_written",
    "json",
    "toml",
    "descriptor",
    "setting",
    "empty_file",
    "encoding",
    "truncated",
    "quoting",
    "separator",
    "missing_column",
    "unknown_column",
    "duplicate_column",
    "blank_row",
    "ragged_row",
    "spaces",
    "required",
    "type",
    "pattern",
    "enum",
    "minimum",
    "maximum",
    "unique",
    "primary_key",
    "unique_key",
    "exactly_one_of",
    "foreign_key",
]


@dataclass(frozen=True)
class Problem:
    """Name one breach: where it stands, what was found there and what is needed.

    `row` counts as Excel does (the header is row 1); in JSON and TOML it is the line.
    `found` and `needed` are facts or codes, never sentences.
    """

    code: Code
    resource: str
    file: str
    row: int | None = None
    column: str | None = None
    found: str = ""
    needed: str = ""


def line_of(error: UnicodeDecodeError) -> int:
    """Return the line on which text stops being readable, the first being 1."""
    return error.object.count(b"\n", 0, error.start) + 1
