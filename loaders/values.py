"""One cell: its text to a value of its field's type, and the constraints it breaks."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from loaders.problem import Code

Value = str | int | float | bool | date | None

# Python's own parsers take full-width digits, "1_000", "20240101" and "nan": the patterns do not.
_INTEGER = re.compile(r"[+-]?[0-9]+")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Excel writes its own capitals when it saves.
_BOOLEANS = {"true": True, "false": False, "TRUE": True, "FALSE": False}
_LARGEST = 2**63 - 1


class Fault(NamedTuple):
    """Hold what one cell breaks, and what its schema asks for instead."""

    code: Code
    needed: str


def _matching(text: str, form: re.Pattern[str]) -> str:
    if not form.fullmatch(text):
        raise ValueError(text)
    return text


def _integer(text: str) -> int:
    value = int(_matching(text, _INTEGER))
    if abs(value) > _LARGEST:
        raise ValueError(text)
    return value


def _number(text: str) -> float:
    value = float(_matching(text, _NUMBER))
    if math.isinf(value):
        raise ValueError(text)
    return value


def _date(text: str) -> date:
    return date.fromisoformat(_matching(text, _DATE))


def _boolean(text: str) -> bool:
    if text not in _BOOLEANS:
        raise ValueError(text)
    return _BOOLEANS[text]


TYPES: Mapping[str, Callable[[str], Any]] = {
    "string": str,
    "integer": _integer,
    "number": _number,
    "date": _date,
    "boolean": _boolean,
}


class Cell:
    """Read the cells of one field; made once a column, as its pattern and limits are compiled."""

    def __init__(self, field: Mapping[str, Any]) -> None:
        """Compile a field of a Table Schema that `descriptor.parse` has accepted."""
        rules = field.get("constraints", {})
        self._type: str = field["type"]
        self._parse = TYPES[self._type]
        self._required: bool = rules.get("required", False)
        self._enum: list[str] | None = rules.get("enum")
        self._pattern = re.compile(rules["pattern"], re.ASCII) if "pattern" in rules else None
        self._minimum = self._limit(rules, "minimum")
        self._maximum = self._limit(rules, "maximum")

    def _limit(self, rules: Mapping[str, Any], name: str) -> Any:
        return self._parse(str(rules[name])) if name in rules else None

    def read(self, text: str) -> tuple[Value, list[Fault]]:
        """Return the value of a cell (None if blank) and every fault found in it.

        A cell that has a fault keeps its text as its value, so that keys can still be compared.
        """
        if text == "":
            return None, [Fault("required", self._type)] if self._required else []
        if text.isspace():
            return text, [Fault("spaces", self._type)]
        try:
            value = self._parse(text)
        except ValueError:
            return text, [Fault("type", self._type)]
        faults = list(self._breaches(text, value))
        return (text if faults else value), faults

    def _breaches(self, text: str, value: Any) -> Iterator[Fault]:
        if self._pattern and not self._pattern.fullmatch(text):
            yield Fault("pattern", self._pattern.pattern)
        if self._enum is not None and text not in self._enum:
            yield Fault("enum", ", ".join(self._enum))
        if self._minimum is not None and value < self._minimum:
            yield Fault("minimum", str(self._minimum))
        if self._maximum is not None and value > self._maximum:
            yield Fault("maximum", str(self._maximum))
