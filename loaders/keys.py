"""Checks that look at several cells: what must be unique, filled once, or stand elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from loaders.columns import Columns
from loaders.problem import Code, Problem
from loaders.values import Value

Key = tuple[Value, ...]


def listed(names: str | Sequence[str]) -> list[str]:
    """Return the names of a key; Table Schema allows one bare name for a key of one field."""
    return [names] if isinstance(names, str) else list(names)


def repeated(columns: Columns) -> Iterator[Problem]:
    """Find what a unique field, primary key or unique key holds a second time.

    The problem's `needed` is the row where the same value first stands. A blank cell in a unique
    key is compared like any other (unlike SQL's), but a key that is blank throughout is no key.
    """
    for code, names in _unique(columns.resource["schema"]):
        if not columns.has(names):
            continue
        first: dict[Key, int] = {}
        for row, key in columns.keys(names):
            if all(part is None for part in key):
                continue
            if key in first:
                yield columns.problem(code, row, ", ".join(names), _spelt(key), str(first[key]))
            else:
                first[key] = row


def not_exactly_one(columns: Columns) -> Iterator[Problem]:
    """Find the rows where not exactly one of the schema's `exactlyOneOf` fields is filled."""
    names = listed(columns.resource["schema"].get("exactlyOneOf", []))
    if not names or not columns.has(names):
        return
    for row, key in columns.keys(names):
        filled = sum(part is not None for part in key)
        if filled != 1:
            yield columns.problem("exactly_one_of", row, ", ".join(names), str(filled), "1")


def dangling(columns: Columns, others: Mapping[str, Columns]) -> Iterator[Problem]:
    """Find the cells that point at a row that does not stand in the resource they refer to.

    `others` holds the sound resources by name; a reference into any other is not checked, as
    what is wrong there has been named already. The problem's `needed` is the file referred to.
    """
    for foreign in columns.resource["schema"].get("foreignKeys", []):
        names, reference = listed(foreign["fields"]), foreign["reference"]
        # In Table Schema an empty name means the resource itself.
        target = others.get(reference["resource"] or columns.resource["name"])
        if target is None:
            continue
        known = {key for _, key in target.keys(listed(reference["fields"]))}
        for row, key in columns.keys(names):
            if None not in key and key not in known:
                yield columns.problem("foreign_key", row, ", ".join(names), _spelt(key), target.resource["path"])


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
