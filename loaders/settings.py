"""A TOML file to checked settings: the dataclass that is to hold them says what may stand there."""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from typing import Any, TypeVar, get_args

from loaders.problem import Problem, line_of

LANGUAGE = "[a-z]{2,3}"  # the code of a language at the end of a key or column
T = TypeVar("T")
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


def translating(*bases: str) -> Mapping[str, Any]:
    """Mark the field that holds what `bases` are called in further languages: `name_zh` is `name` in zh."""
    return {"bases": bases}


def filled(kind: type[T], table: Mapping[str, Any]) -> T:
    """Fill a dataclass with a table that `read` has found sound."""
    own = {each.name for each in fields(kind) if not _bases(each)}  # type: ignore[arg-type]
    rest = tuple(sorted((key, value) for key, value in table.items() if key not in own and value))
    values = {key: value for key, value in table.items() if key in own}
    return kind(**values, **({"translations": rest} if rest else {}))


def table_of(value: Any, languages: Sequence[str] = ()) -> dict[str, Any]:
    """Give a filled dataclass as the table it was filled with, every translation beside what it translates.

    What there is none of in some `languages` is blank there.
    """
    bases = _translatable(type(value))
    own = {f"{base}_{lang}": "" for base in bases for lang in languages} | dict(getattr(value, "translations", ()))
    table: dict[str, Any] = {}
    for each in fields(value):
        if not _bases(each):
            table[each.name] = getattr(value, each.name)
            table |= {key: own[key] for key in sorted(own) if key.rpartition("_")[0] == each.name}
    return table


def _bases(each: Field[Any]) -> tuple[str, ...]:
    return tuple(each.metadata.get("bases", ()))


def _translatable(kind: type) -> set[str]:
    return {base for each in fields(kind) for base in _bases(each)}


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
        known = {field.name: field for field in fields(kind) if not _bases(field)}
        bases = _translatable(kind)
        for key in table.keys() - known.keys():
            if key.rpartition("_")[0] in bases and re.fullmatch(LANGUAGE, key.rpartition("_")[2]):
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
        key = re.sub(r"\[\d+\]$", "", where).rpartition(".")[2]
        return self.forms.get(key) or self.forms.get(re.sub(f"_{LANGUAGE}$", "", key), "")

    def _problem(self, where: str, found: object, needed: str) -> Problem:
        return Problem("setting", "", self.file, None, where, str(found), needed)
