"""One cell: its text to a value of its field's type, and the constraints it breaks."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from loaders.problem import Code

Value = str | int | float | bool | date | None
Fault = tuple[Code, str]  # what one cell breaks, and what its schema asks for instead

# By type the form of a text and its parser: those of Python take full-width digits, "1_000", "20240101" and "nan" too.
TYPES: Mapping[str, tuple[re.Pattern[str], Callable[[str], Any]]] = {
    "string": (re.compile(".*", re.DOTALL), str),
    "integer": (re.compile("[+-]?[0-9]+"), int),
    "number": (re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?"), float),
    "date": (re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}"), date.fromisoformat),
    # Excel writes its own capitals when it saves.
    "boolean": (re.compile("true|false|TRUE|FALSE"), lambda text: text.lower() == "true"),
}
_LARGEST = {"integer": 2**63 - 1, "number": sys.float_info.max}


def parse(text: str, kind: str) -> Any:
    """Read a text as a value of a type; raises ValueError where it is none, or is larger than a frame can hold."""
    form, read = TYPES[kind]
    if not form.fullmatch(text):
        raise ValueError(text)
    value = read(text)
    if kind in _LARGEST and abs(value) > _LARGEST[kind]:
        raise ValueError(text)
    return value


class Cell:
    """Read the cells of one field; made once a column, as its pattern and limits are compiled."""

    def __init__(self, field: Mapping[str, Any]) -> None:
        """Compile a field of a Table Schema that `descriptor.parse` has accepted."""
        rules = field.get("constraints", {})
        self._type: str = field["type"]
        self._required: bool = rules.get("required", False)
        self._enum: list[str] | None = rules.get("enum")
        self._pattern = re.compile(rules["pattern"], re.ASCII) if "pattern" in rules else None
        self._minimum, self._maximum = (
            parse(str(rules[name]), self._type) if name in rules else None for name in ("minimum", "maximum")
        )

    def read(self, text: str) -> tuple[Value, list[Fault]]:
        """Return the value of a cell (None if blank) and every fault found in it.

        A cell that has a fault keeps its text as its value, so that keys can still be compared.
        """
        if text == "":
            return None, [("required", self._type)] if self._required else []
        if text.isspace():
            return text, [("spaces", self._type)]
        try:
            value = parse(text, self._type)
        except ValueError:
            return text, [("type", self._type)]
        faults = list(self._breaches(text, value))
        return (text if faults else value), faults

    def _breaches(self, text: str, value: Any) -> Iterator[Fault]:
        if self._pattern and not self._pattern.fullmatch(text):
            yield "pattern", self._pattern.pattern
        if self._enum is not None and text not in self._enum:
            yield "enum", ", ".join(self._enum)
        if self._minimum is not None and value < self._minimum:
            yield "minimum", str(self._minimum)
        if self._maximum is not None and value > self._maximum:
            yield "maximum", str(self._maximum)
