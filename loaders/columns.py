"""A resource's parsed cells by column, and the frame they make."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from loaders.problem import Code, Problem
from loaders.values import Value

# Missing is pd.NA or NaT in each of these, never 0, "" or NaN.
DTYPES: Mapping[str, str] = {
    "string": "string",
    "integer": "Int64",
    "number": "Float64",
    "date": "datetime64[us]",
    "boolean": "boolean",
}


@dataclass(frozen=True)
class Columns:
    """Hold the cells of a resource by column, and the row of the file that each came from."""

    resource: Mapping[str, Any]
    values: Mapping[str, Sequence[Value]]
    rows: Sequence[int]

    def has(self, names: Sequence[str]) -> bool:
        """Tell whether the file had all of these columns."""
        return self.values.keys() >= set(names)

    def keys(self, names: Sequence[str]) -> Iterator[tuple[int, tuple[Value, ...]]]:
        """Give each row's number and its cells in the named columns."""
        return zip(self.rows, zip(*(self.values[name] for name in names), strict=True), strict=True)

    def problem(self, code: Code, row: int, column: str, found: str = "", needed: str = "") -> Problem:
        """Name a breach in this resource's file."""
        return Problem(code, self.resource["name"], self.resource["path"], row, column, found, needed)

    def frame(self) -> pd.DataFrame:
        """Return the cells as a frame: columns in the order of the schema, nullable dtypes."""
        fields = self.resource["schema"]["fields"]
        return pd.DataFrame(
            {
                field["name"]: pd.Series(list(self.values[field["name"]]), dtype=DTYPES[field["type"]])
                for field in fields
            }
        )
