"""Words of another language within a page's markup: marked as such, so that they are read aloud rightly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape

_TAG = re.compile(r"(<[^>]*>)")
_OPENING = re.compile(r"<(?:(svg)\b|(\w+)[^>]*\slang=)")  # what is marked already, or can bear no mark
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f][\x20-\x7e\u00a0\u00c0-\u024f\u2018\u2019\u2013\u2014\u2026]*")
_CHINESE = re.compile(
    r"[\u3400-\u9fff](?:[\u2014\u201c\u201d\u3000-\u9fff\uff00-\uffef·\d]*[\u3400-\u9fff\u300b\uff09])?"
)
_EDGE = " .,;:!?()[]'\"‘’–—…/&-\u00a0"


def runs(text: str) -> Iterator[str]:
    """Give each run of Latin letters in a text, without the signs around it."""
    yield from (run for found in _LATIN.findall(text) if (run := found.strip(_EDGE)))


def marked(fragment: str, lang: str, kept: frozenset[str]) -> str:
    """Mark in a fragment what is in another language than the page: on a Chinese page the names `kept`, else Chinese."""
    chinese = lang.startswith("zh")
    if not (kept if chinese else _CHINESE.search(fragment)):
        return fragment
    parts, inside, depth = [], "", 0
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
            parts.append(_latin(part, kept) if chinese else _CHINESE.sub(r'<span lang="zh-Hans">\g<0></span>', part))
    return "".join(parts)


def _latin(text: str, kept: frozenset[str]) -> str:
    """Mark the names in a piece of text; a number that follows a name stays outside."""
    parts, after, plain = [], 0, unescape(text)
    for found in _LATIN.finditer(plain):
        run = found[0].strip(_EDGE)
        name = run if run in kept else run.rstrip(_EDGE + "0123456789%")
        if name in kept:
            start = found.start() + found[0].index(name)
            parts.append(f'{escape(plain[after:start])}<span lang="en">{escape(name)}</span>')
            after = start + len(name)
    return "".join(parts) + escape(plain[after:]) if parts else text
