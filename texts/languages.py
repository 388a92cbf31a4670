"""The languages, one row each: how they are named, and how each writes its numbers and dates."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent


@dataclass(frozen=True, kw_only=True)
class Language:
    """Say of one language what languages.toml explains."""

    name: str
    tag: str
    locale: str
    dates: Mapping[str, str]
    spans: Mapping[str, Sequence[str]]
    signs: str = ""
    steps: Sequence[tuple[int, str]] = ()


_TABLE = tomllib.loads((FOLDER / "languages.toml").read_text(encoding="utf-8"))
ROWS = {code: Language(**row) for code, row in _TABLE.items()}
LANGUAGES = tuple(ROWS)
FIRST = LANGUAGES[0]  # the language that the data are written in
