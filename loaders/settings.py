"""A TOML file to checked settings: the dataclass that is to hold them says what may stand there."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from typing import Any, TypeVar, get_args

from cards.translations import LANGUAGE
from loaders.problem import Problem, line_of

T = TypeVar("T")
_LINE = re.compile(r"\(at line ([0-9]+)")
_KINDS = {str: "text", int: "whole number", float: "number", bool: "true or false"}


def read(data: bytes, kind: type[T], file: str, *, forms: Mapping[str, str]) -> tuple[T | None, list[Problem]]:
    """Read a file into the dataclass that it fills; into none, with every problem found, if it does not.

    A dataclass names in `TRANSLATED` those of its fields that may have translations: `name_zh` is `name` in zh. `forms`
    gives keys, by their own name, the regular expression that a value which is not blank must match. A problem's
    `column` is the key as TOML would write it: `home.colour`, `eras[0].end`.
    """
    try:
        # TOML takes CRLF as it is; the byte-order mark is what Windows' editors add.
        document = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return None, [Problem("encoding", "", file, line_of(error), None, "other", "UTF-8")]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = _LINE.search(str(error))
        return None, [Problem("toml", "", file, int(line[1]) if line else None, None, str(error))]
    problems = list(_Check(file, forms).table(kind, document, ""))
    return (None if problems else _filled(kind, document)), problems


def table_of(value: Any, languages: Sequence[str] = ()) -> dict[str, Any]:
    """Give a filled dataclass as the table it was filled with, every translation beside what it translates.

    What there is none of in some `languages` is blank there.
    """
    translated = [f"{base}_{lang}" for base in _translated(type(value)) for lang in languages]
    own = dict.fromkeys(translated, "") | dict(getattr(value, "translations", ()))
    table: dict[str, Any] = {}
    for name in _own(type(value)):
        table[name] = getattr(value, name)
        table |= {key: own[key] for key in sorted(own) if key.rpartition("_")[0] == name}
    return table


def _own(kind: Any) -> dict[str, Field[Any]]:
    return {each.name: each for each in fields(kind) if each.name != "translations"}


def _translated(kind: type) -> tuple[str, ...]:
    return getattr(kind, "TRANSLATED", ())


def _filled(kind: Any, value: Any) -> Any:
    if get_args(kind):
        return tuple(_filled(get_args(kind)[0], each) for each in _several(value))
    if not (is_dataclass(kind) and isinstance(kind, type)):
        return value
    own = _own(kind)
    values = {key: _filled(own[key].type, each) for key, each in value.items() if key in own}
    if rest := tuple(sorted((key, each) for key, each in value.items() if key not in own and each)):
        values["translations"] = rest
    return kind(**values)


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


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
        known = _own(kind)
        for key in table.keys() - known.keys():
            if key.rpartition("_")[0] in _translated(kind) and re.fullmatch(LANGUAGE, key.rpartition("_")[2]):
                yield from self._value(str, table[key], path + key, required=False)
            else:
                yield self._problem(path + key, key, ", ".join(known))
        for name, each in known.items():
            if name in table:
                yield from self._value(each.type, table[name], path + name, required=each.default is MISSING)
            elif each.default is MISSING:
                yield self._problem(path + name, "", "value")

    def _value(self, kind: Any, value: Any, where: str, *, required: bool) -> Iterator[Problem]:
        if is_dataclass(kind) and isinstance(kind, type):
            yield from self.table(kind, value, where)
        elif get_args(kind):
            for number, each in enumerate(_several(value)):
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
        key = re.sub(r"\[\d+\]$", "", where).rpartition(".")[2]
        return self.forms.get(key) or self.forms.get(re.sub(f"_{LANGUAGE}$", "", key), "")

    def _problem(self, where: str, found: object, needed: str) -> Problem:
        return Problem("setting", "", self.file, None, where, str(found), needed)
