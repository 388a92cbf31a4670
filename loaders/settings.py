"""A TOML file to checked settings: the dataclass that is to hold them says what may stand there."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from typing import Any, get_args

from loaders.problem import Problem, line_of

_LINE = re.compile(r"\(at line ([0-9]+)")
_KINDS = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def read(data: bytes, kind: type, file: str, *, forms: Mapping[str, str]) -> tuple[dict[str, Any], list[Problem]]:
    """Read a file as a plain document, with every problem found; with one, the document is not to be used.

    `forms` gives keys, by their own name, the regular expression that a value which is not blank must match. A
    problem's `column` is the key as TOML would write it: `home.colour`, `eras[0].end`.
    """
    try:
        # TOML takes CRLF as it is; the byte-order mark is what Windows' editors add.
        document = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return {}, [Problem("encoding", "", file, line_of(error), None, "other", "UTF-8")]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = _LINE.search(str(error))
        return {}, [Problem("toml", "", file, int(line[1]) if line else None, None, str(error))]
    return document, list(_Check(file, forms).table(kind, document, ""))


@dataclass(frozen=True)
class _Check:
    file: str
    forms: Mapping[str, str]

    def table(self, kind: type, table: Any, where: str) -> Iterator[Problem]:
        """Compare a table with the dataclass it is to fill."""
        if not isinstance(table, dict):
            yield self._problem(where, table, "table")
            return
        path = f"{where}." if where else ""
        known = {field.name: field for field in fields(kind)}
        for key in table.keys() - known.keys():
            yield self._problem(path + key, key, ", ".join(known))
        for name, field in known.items():
            if name in table:
                yield from self._value(field.type, table[name], path + name, required=field.default is MISSING)
            elif field.default is MISSING:
                yield self._problem(path + name, "", "value")

    def _value(self, kind: Any, value: Any, where: str, *, required: bool) -> Iterator[Problem]:
        if is_dataclass(kind) and isinstance(kind, type):
            yield from self.table(kind, value, where)
        elif get_args(kind):
            for number, each in enumerate(value if isinstance(value, list) else [value]):
                yield from self._value(get_args(kind)[0], each, f"{where}[{number}]", required=required)
        elif isinstance(value, bool) != (kind is bool) or not isinstance(
            value, (int, float) if kind is float else kind
        ):
            yield self._problem(where, value, _KINDS[kind])
        elif required and value == "":
            yield self._problem(where, "", "value")
        elif value != "" and value is not False and (form := self._form(where)) and not re.fullmatch(form, str(value)):
            yield self._problem(where, value, form)

    def _form(self, where: str) -> str:
        return self.forms.get(re.sub(r"\[\d+\]$", "", where).rpartition(".")[2], "")

    def _problem(self, where: str, found: object, needed: str) -> Problem:
        return Problem("setting", "", self.file, None, where, str(found), needed)
