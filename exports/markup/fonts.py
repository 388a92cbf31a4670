"""The type that a file carries with it: the slices whose characters it uses, written into its own style sheet."""

import re
from base64 import b64encode
from functools import cache
from pathlib import Path

SHEETS = ("latin.css", "fonts.css")
_FOLDER = Path(__file__).parents[2] / "static" / "fonts"
_RULE = re.compile(r'@font-face \{[^}]*url\("([^"]+)"\)[^}]*unicode-range: ([^;]+); \}')
_RANGE = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?")


def faces(text: str) -> str:
    """Give the `@font-face` rules of the slices that a text uses, each font within its rule as base64.

    `text` is all that a reader will see, or simply the whole page. A slice none of whose characters occur is left out:
    a page in English carries no Chinese.
    """
    characters = set(map(ord, text))
    return "".join(rule for rule, own in _rules() if not characters.isdisjoint(own))


@cache
def _rules() -> tuple[tuple[str, frozenset[int]], ...]:
    """Read the rules of the style sheets, and the characters that each is for."""
    sheets = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in SHEETS)
    return tuple((_embedded(rule), _characters(rule[2])) for rule in _RULE.finditer(sheets))


def _embedded(rule: re.Match[str]) -> str:
    content = b64encode((_FOLDER / rule[1]).read_bytes()).decode("ascii")
    return rule[0].replace(f'url("{rule[1]}")', f'url("data:font/woff2;base64,{content}")')


def _characters(ranges: str) -> frozenset[int]:
    runs = ((int(first, 16), int(last or first, 16)) for first, last in _RANGE.findall(ranges))
    return frozenset(character for first, last in runs for character in range(first, last + 1))
