"""Words of another language within a page's markup: marked as such, so that they are read aloud rightly."""

import re
from collections.abc import Iterator
from html import unescape

from markupsafe import Markup

from exports.markup.element import element, joined

_TAG = re.compile(r"(<[^>]*>)")
_OPENING = re.compile(r"<(?:(svg)\b|(\w+)[^>]*\slang=)")  # what is marked already, or can bear no mark
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][\x20-\x7e\u00a0\u00c0-\u024f\u2018\u2019\u2013\u2014\u2026]*")
_CHINESE = re.compile(
    r"[\u3400-\u9fff](?:[\u2014\u201c\u201d\u3000-\u9fff\uff00-\uffef·\d]*[\u3400-\u9fff\u300b\uff09])?"
)
_EDGE = " .,;:!?()[]'\"‘’–—…/&-\u00a0"


def latin_names(text: str) -> Iterator[str]:
    """Give each run of Latin letters in a text, without the signs around it."""
    yield from (name for run in _LATIN.findall(text) if (name := run.strip(_EDGE)))


def mark_languages(fragment: Markup, lang: str, names: frozenset[str]) -> Markup:
    """Mark in a fragment what is in another language than the page: on a Chinese page the `names`, else all Chinese."""
    chinese = lang.startswith("zh")
    if not (names if chinese else _CHINESE.search(fragment)):
        return fragment
    parts: list[str] = []
    inside, depth = "", 0
    for part in _TAG.split(fragment):
        if part.startswith("<"):
            if inside:
                depth += part.startswith((f"<{inside} ", f"<{inside}>")) - part.startswith(f"</{inside}")
                inside = inside if depth else ""
            elif opening := _OPENING.match(part):
                inside, depth = opening[1] or opening[2], 1
            parts.append(part)
        elif inside or not part.strip():
            parts.append(part)
        else:
            parts.append(_latin(part, names) if chinese else _chinese(part))
    return Markup("".join(parts))  # noqa: S704 - the fragment's own parts, and elements


def _chinese(text: str) -> str:
    """Mark the Chinese in a piece of markup without tags."""
    return _CHINESE.sub(lambda run: element("span", run[0], lang="zh-CN"), text)


def _latin(markup: str, names: frozenset[str]) -> str:
    """Mark the names in a piece of markup without tags; a number that follows a name stays outside."""
    parts, end, text = [], 0, unescape(markup)
    for match in _LATIN.finditer(text):
        run = match[0].strip(_EDGE)
        name = run if run in names else run.rstrip(_EDGE + "0123456789%")
        if name in names:
            start = match.start() + match[0].index(name)
            parts += [text[end:start], element("span", name, lang="en")]
            end = start + len(name)
    return joined([*parts, text[end:]]) if parts else markup
