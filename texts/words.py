"""Sentences by key, with their slots filled in the language's own way of writing numbers and dates."""

import datetime
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent

from texts.languages import FIRST, FOLDER, ROWS, Language

_LATIN = re.compile(r"[A-Za-z]{2}")
_PARTIAL = re.compile(r"\d{4}(-\d{2}){0,2}")
_STOPPED = re.compile(r"[.。!！?？][”’\"')）]?$")
_LONGEST = 60  # characters of a file's name: three bytes each in Chinese, of the 255 that a name may have
_PLURALS = {"zero", "one", "two", "few", "many", "other"}


@dataclass(frozen=True)
class Words:
    """Speak one language about one pair of cities."""

    lang: str
    names: Mapping[str, str]
    sentences: Mapping[str, str | Mapping[str, str]]
    foreign_names: frozenset[str] = frozenset()  # names that stay in another language's letters, to be marked as such

    @property
    def language(self) -> Language:
        """Give the language's row."""
        return ROWS[self.lang]

    @property
    def locale(self) -> Locale:
        """Give the language's Babel locale."""
        return Locale.parse(self.language.locale)

    def file(self, code: str, title: str) -> str:
        """Name a file in this language, without its ending: by its code in the first language, else by its title.

        What Windows forbids in the name of a file is left out.
        """
        if self.lang == FIRST:
            return code
        name = re.sub(r"[\x00-\x1f:*?\"<>|]", "", re.sub(r"[\\/\s]+", "-", title))
        return name[:_LONGEST].rstrip(".-") or code

    def __call__(self, key: str, /, **slots: Any) -> str:
        """Say the sentence `key`.

        Whole numbers and decimals among the slots are written in the language's way; a year is passed as text.
        A sentence with plural forms is chosen by its slot `n`. Raises KeyError for an unknown key or a missing slot.
        """
        sentence = self.sentences[key]
        if not isinstance(sentence, str):
            sentence = sentence[self.locale.plural_form(slots["n"])]
        return sentence.format_map({**self.names, **{name: self._slot(value) for name, value in slots.items()}})

    def has(self, key: str) -> bool:
        """Tell whether there is a sentence `key`."""
        return key in self.sentences

    def _slot(self, value: object) -> str:
        return self.number(value) if isinstance(value, int | float) else str(value)

    def number(self, value: float, *, places: int = 0) -> str:
        """Write a number with its thousands marked, to `places` decimal places."""
        pattern = "#,##0" + ("." + "0" * places if places else "")
        return str(format_decimal(value, format=pattern, locale=self.locale))

    def large(self, value: float, *, scale: int = 1, places: int | None = None) -> str:
        """Write a number counted in `scale`s, rounded to `places` decimal places where they are given.

        Where the language counts in thousands the sentence names the scale (£22.9bn). Where it has steps of its own the
        number is written in these (229亿英镑), unless more than two decimal places would be needed: no digit is lost.
        """
        rounded = value if places is None else round(value, places)
        steps = self.language.steps
        if not steps:
            return self.number(rounded, places=_needed(rounded, 4) if places is None else places)
        whole = round(rounded * scale, 4)
        for step, name in steps:
            if abs(whole) >= step and abs(whole / step - round(whole / step, 2)) < 1e-9:
                return f"{whole / step:.{_needed(round(whole / step, 2), 2)}f}{name}"
        return self.number(whole, places=_needed(whole, 4))

    def factor(self, scale: int) -> float:
        """Say by what numbers counted in `scale`s are multiplied to stand on an axis in the language's own steps."""
        return next((scale / step for step, _ in self.language.steps if scale >= step), 1)

    def percent(self, share: float) -> str:
        """Write a share (0 to 1) as a whole percentage."""
        return str(format_percent(share, format="#,##0%", locale=self.locale))

    def date(self, day: datetime.date, precision: str = "day") -> str:
        """Write a date no finer than its precision: day, month or year."""
        return str(format_date(day, format=self.language.dates[precision], locale=self.locale))

    def partial(self, text: str) -> str:
        """Write a date given as a year, a month or a day in ISO 8601, no finer than it is; any other text stays as it is."""
        if not _PARTIAL.fullmatch(text):
            return text
        parts = [int(part) for part in text.split("-")]
        return self.date(datetime.date(*[*parts, 1, 1][:3]), ("year", "month", "day")[len(parts) - 1])

    def year(self, year: int) -> str:
        """Write a year that stands by itself."""
        return self.date(datetime.date(year, 1, 1), "year")

    def span(self, start: datetime.date, end: datetime.date, precisions: tuple[str, str]) -> str:
        """Write two dates as a span, saying what they share once."""
        ends = self.date(start, precisions[0]), self.date(end, precisions[1])
        if ends[0] == ends[1]:
            return ends[0]
        if start.year == end.year and precisions[0] == precisions[1]:
            shared = "months" if "month" in precisions else "month" if start.month == end.month else "year"
            first, last = self.language.spans[shared]
            ends = (
                format_date(start, format=first, locale=self.locale),
                format_date(end, format=last, locale=self.locale),
            )
        return self("date.span", start=ends[0], end=ends[1])

    def listed(self, items: Iterable[str]) -> str:
        """Join items as a list in a sentence: a, b and c."""
        return str(format_list(list(items), locale=self.locale))

    def joined(self, items: Iterable[str]) -> str:
        """Join items as a bare list: a; b; c."""
        every = list(items)
        return reduce(lambda a, b: self("join.items", a=a, b=b), every) if every else ""

    def stated(self, *parts: str) -> str:
        """Write parts as sentences, one after another, each with its stop; a blank part is left out."""
        said = [part if _STOPPED.search(part) else self("join.stop", text=part) for part in parts if part]
        return reduce(lambda a, b: self("join.sentences", a=a, b=b), said) if said else ""

    def foreign_tag(self, text: str) -> str:
        """Give the tag of the language a text is in, where it is not this one; blank where it is."""
        for code, row in ROWS.items():
            if row.signs and re.search(row.signs, text):
                return "" if code == self.lang else row.tag
        return ROWS[FIRST].tag if self.language.signs and _LATIN.search(text) else ""

    def of(self, row: Mapping[Any, Any], column: str) -> str:
        """Read a column of a row in this language, falling back to the base language where it is blank."""
        for name in (f"{column}_{self.lang}", column):
            value = row.get(name)
            if isinstance(value, str) and value:
                return value
        return ""


def _needed(value: float, most: int) -> int:
    """Count the decimal places that a number needs, `most` at most."""
    return next((places for places in range(most) if round(value, places) == value), most)


@cache
def load(lang: str, home: str, away: str) -> Words:
    """Load the words of a language for a pair of cities, named in that language."""
    with (FOLDER / f"{lang}.toml").open("rb") as file:
        return Words(lang, {"home": home, "away": away}, dict(_flat(tomllib.load(file))))


def _flat(table: Mapping[str, Any], prefix: str = "") -> Iterable[tuple[str, str | Mapping[str, str]]]:
    for name, value in table.items():
        if isinstance(value, str) or value.keys() <= _PLURALS:
            yield prefix + name, value
        else:
            yield from _flat(value, f"{prefix}{name}.")
