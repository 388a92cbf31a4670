"""A resource's parsed cells by column, the frame they make, and what is wrong with several of them at once."""

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
Key = tuple[Value, ...]


def listed(names: str | Sequence[str]) -> list[str]:
    """Return the names of a key; Table Schema allows one bare name for a key of one field."""
    return [names] if isinstance(names, str) else list(names)


@dataclass(frozen=True)
class Columns:
    """Hold the cells of a resource by column, and the row of the file that each came from."""

    resource: Mapping[str, Any]
    values: Mapping[str, Sequence[Value]]
    rows: Sequence[int]

    def problem(self, code: Code, row: int, column: str | None, found: str = "", needed: str = "") -> Problem:
        """Name a breach in this resource's file."""
        return Problem(code, self.resource["name"], self.resource["path"], row, column, found, needed)

    def frame(self) -> pd.DataFrame:
        """Return the cells as a frame: columns in the order of the schema, nullable dtypes."""
        types = {field["name"]: DTYPES[field["type"]] for field in self.resource["schema"]["fields"]}
        return pd.DataFrame({name: pd.Series(list(self.values[name]), dtype=dtype) for name, dtype in types.items()})

    def repeated(self) -> Iterator[Problem]:
        """Find what a unique field, primary key or unique key holds a second time.

        The problem's `needed` is the row where the same value first stands. A blank cell in a unique
        key is compared like any other (unlike SQL's), but a key that is blank throughout is no key.
        """
        for code, names in _unique(self.resource["schema"]):
            first: dict[Key, int] = {}
            for row, key in self._keys(names):
                if key in first:
                    yield self.problem(code, row, ", ".join(names), _spelt(key), str(first[key]))
                elif any(part is not None for part in key):
                    first[key] = row

    def not_exactly_one(self) -> Iterator[Problem]:
        """Find the rows where not exactly one of the schema's `exactlyOneOf` fields is filled."""
        names = listed(self.resource["schema"].get("exactlyOneOf", []))
        for row, key in self._keys(names):
            filled = sum(part is not None for part in key)
            if filled != 1:
                yield self.problem("exactly_one_of", row, ", ".join(names), str(filled), "1")

    def dangling(self, others: Mapping[str, "Columns"]) -> Iterator[Problem]:
        """Find the cells that point at a row that does not stand in the resource they refer to.

        `others` holds the sound resources by name; a reference into any other is not checked, as
        what is wrong there has been named already. The problem's `needed` is the file referred to.
        """
        for foreign in self.resource["schema"].get("foreignKeys", []):
            names, reference = listed(foreign["fields"]), foreign["reference"]
            # In Table Schema an empty name means the resource itself.
            target = others.get(reference["resource"] or self.resource["name"])
            if target is None:
                continue
            known = {key for _, key in target._keys(listed(reference["fields"]))}
            for row, key in self._keys(names):
                if None not in key and key not in known:
                    yield self.problem("foreign_key", row, ", ".join(names), _spelt(key), target.resource["path"])

    def _keys(self, names: Sequence[str]) -> Iterator[tuple[int, Key]]:
        """Give each row's number and its cells in the named columns; none if the file has not all of these."""
        if names and self.values.keys() >= set(names):
            yield from zip(self.rows, zip(*(self.values[name] for name in names), strict=True), strict=True)


def _unique(schema: Mapping[str, Any]) -> Iterator[tuple[Code, list[str]]]:
    alone = [[field["name"]] for field in schema["fields"] if field.get("constraints", {}).get("unique", False)]
    for names in alone:
        yield "unique", names
    primary = listed(schema.get("primaryKey", []))
    # A field that is unique by itself need not be named again for being the primary key as well.
    if primary and primary not in alone:
        yield "primary_key", primary
    for names in schema.get("uniqueKeys", []):
        yield "unique_key", listed(names)


def _spelt(key: Key) -> str:
    return ", ".join(str(part) for part in key if part is not None)
