"""The parts of a slide as HTML; the second language stands beneath the first where both are shown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from html import escape
from itertools import zip_longest
from urllib.parse import urlsplit

from cards import Cell, KeyMark, Pair, Slide, Table
from exports import qr
from exports.markup import cards as html
from exports.markup import languages as tongues

TAGS = {"en": "en-GB", "zh": "zh-Hans", "both": "en-GB"}
FIRST = {"en": "en", "zh": "zh", "both": "en"}  # the language that a way of showing speaks first
DARK = ("title", "figure", "thanks")
Labels = Mapping[str, Mapping[str, str]]
# The two cities, and the way between them.
_ARC = (
    '<svg class="arc" viewBox="0 0 640 300" aria-hidden="true"><path d="M40 250C150 20 490 20 600 250" fill="none"'
    ' stroke="currentColor" stroke-width="2" stroke-dasharray="2 9" stroke-linecap="round"/>'
    '<circle cx="40" cy="250" r="9" fill="currentColor"/><circle cx="600" cy="250" r="9" fill="currentColor"/></svg>'
)


def section(slide: Slide, mode: str, place: int, total: int, labels: Labels) -> str:
    """Write one slide as it is shown in one mode; `place` is its number among `total`."""
    shown = slide.tongue or mode
    inside = "".join(_parts(slide, mode, place, total, labels))
    arc = _ARC if slide.kind == "title" else ""
    return (
        f'<section class="slide {escape(slide.kind)}{" dark" if slide.kind in DARK else ""}" lang="{TAGS[shown]}"'
        f' aria-labelledby="{_name(slide, mode, place)}"{_facts(slide, mode)}>'
        f"{arc}{tongues.marked(inside, TAGS[shown], frozenset())}</section>"
    )


def _name(slide: Slide, mode: str, place: int) -> str:
    return f"{mode}-{escape(slide.key)}-{place}"


def _parts(slide: Slide, mode: str, place: int, total: int, labels: Labels) -> tuple[str, ...]:
    level = 1 if place == 1 else 2
    heading = _twice(slide, lambda each: _unbroken(each.heading), "span")
    subtitle = _paragraphs("subtitle", slide, lambda each: each.subtitle)
    source = _paragraphs("source", slide, lambda each: each.source)
    codes = _codes(slide, slide.tongue or mode, labels)
    return (
        f'<header><h{level} id="{_name(slide, mode, place)}">{heading}</h{level}>{subtitle}</header>',
        f'<div class="body"><div class="content">{_content(slide, drawing(mode, place))}</div>{codes}</div>',
        _paragraphs("note", slide, lambda each: each.note),
        f'<footer>{source}<p class="count" aria-hidden="true">{place} / {total}</p></footer>',
        _paragraphs("spoken", slide, lambda each: each.spoken).replace("<div", "<div hidden", 1),
    )


def drawing(mode: str, place: int) -> str:
    """Name the figure of a slide."""
    return f"{mode}-{place}"


def _facts(slide: Slide, mode: str) -> str:
    """Write what the scripts must know of a slide."""
    facts = {
        "mode": mode,
        "key": slide.key,
        "stops": " ".join(f"{stop:g}" for stop in slide.stops),
        "seconds": str(slide.seconds or ""),
        "view": html.address(slide.link) if slide.link else "",
        "code": slide.code,
        "said": ": ".join(part for part in (slide.position, slide.heading) if part),
    }
    return "".join(f' data-{name}="{escape(value)}"' for name, value in facts.items() if value)


def _tongues(slide: Slide) -> Iterator[tuple[Slide, str]]:
    """Give a slide, and its twin in the second language with the tag of that."""
    yield slide, ""
    if slide.twin is not None:
        yield slide.twin, f' lang="{TAGS["zh"]}"'


def _twice(slide: Slide, of: Callable[[Slide], str], element: str, name: str = "") -> str:
    """Write a text in each language of a slide; one that is the same in both stands once. `of` gives markup."""
    held: dict[str, str] = {}
    for each, tag in _tongues(slide):
        text = of(each)
        if text and text not in held:
            kind = " ".join(part for part in (name, "second" if tag else "") if part)
            look = f' class="{kind}"' if kind else ""
            held[text] = f"<{element}{look}{tag}>{text}</{element}>"
    return "".join(held.values())


def _paragraphs(name: str, slide: Slide, of: Callable[[Slide], str]) -> str:
    told = _twice(slide, lambda each: escape(of(each)), "p")
    return f'<div class="{name}">{told}</div>' if told else ""


def _unbroken(text: str) -> str:
    """Keep a word with a hyphen on one line: at this size a break inside it is seen by everybody."""
    return re.sub(r"[\w.]+(?:-[\w.]+)+", r'<span class="whole">\g<0></span>', escape(text), flags=re.ASCII)


def _content(slide: Slide, figure: str) -> str:
    parts = [_twice(slide, lambda each: escape(each.value or ""), "p", "value")]
    if slide.points:
        parts.append(f"<dl>{''.join(_points(slide))}</dl>")
    if slide.table is not None and slide.figure is None:  # a chart has one too: of the same data
        parts.append(_table(slide.table, slide.twin.table if slide.twin else None))
    if slide.figure is not None:
        parts.append(_key(slide))
        parts.append(
            f'<div class="figure" role="img" aria-label="{escape(slide.alt)}" data-figure="{figure}"><div></div></div>'
        )
    return "".join(parts)


def _key(slide: Slide) -> str:
    """Explain the marks of a chart, each in the languages of the slide."""
    second: tuple[KeyMark, ...] = slide.twin.marks if slide.twin else ()
    marks = []
    for mark, other in zip_longest(slide.marks, second[: len(slide.marks)]):
        label = _pair(mark.label, other.label if other else "")
        marks.append(f'<li><img alt="" src="{html.mark(mark)}"><span>{label}</span></li>')
    return f'<ul class="key">{"".join(marks)}</ul>' if marks else ""


def _pair(one: str, other: str) -> str:
    """Set a short text and its second language side by side, unless they are the same or the first holds both."""
    second = f' <span class="second" lang="{TAGS["zh"]}">{escape(other)}</span>' if other and other not in one else ""
    return escape(one) + second


def _points(slide: Slide) -> Iterator[str]:
    others: tuple[Pair, ...] = slide.twin.points if slide.twin else ()
    for point, other in zip_longest(slide.points, others[: len(slide.points)]):
        values = zip_longest(point.values, other.values[: len(point.values)] if other else ())
        told = "".join(f"<dd>{_pair(value.text, second.text if second else '')}</dd>" for value, second in values)
        yield f"<div><dt>{_pair(point.label, other.label if other else '')}</dt>{told}</div>"


def _table(table: Table, other: Table | None) -> str:
    heads = [column.label for column in other.columns] if other else []
    head = "".join(
        f'<th scope="col"{_numeric(column.numeric)}>{_pair(column.label, second or "")}</th>'
        for column, second in zip_longest(table.columns, heads[: len(table.columns)])
    )
    numeric = [column.numeric for column in table.columns]
    rows = "".join(
        _row(row, second or (), numeric)
        for row, second in zip_longest(table.rows, other.rows[: len(table.rows)] if other else ())
    )
    caption = _pair(table.caption, other.caption if other else "")
    return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(row: tuple[Cell, ...], second: tuple[Cell, ...], numeric: list[bool]) -> str:
    cells = []
    for place, (cell, other) in enumerate(zip_longest(row, second[: len(row)])):
        text = _pair(cell.text, other.text if other else "")
        cells.append(f"<td{_numeric(numeric[place])}>{text}</td>" if place else f'<th scope="row">{text}</th>')
    return f"<tr>{''.join(cells)}</tr>"


def _numeric(numeric: bool) -> str:
    return ' class="number"' if numeric else ""


def _codes(slide: Slide, shown: str, labels: Labels) -> str:
    """Show the way to the view as a code for a phone and as an address to type, for each language of the slide."""
    languages = ("en", "zh") if slide.twin is not None else (FIRST[shown],)
    held = {each.code: lang for (each, _), lang in zip(_tongues(slide), languages, strict=True) if each.code}
    figures = "".join(_code(address, lang, labels[lang]["code"]) for address, lang in held.items())
    return f'<div class="codes">{figures}</div>' if figures else ""


def _code(address: str, lang: str, name: str) -> str:
    drawn = qr.svg(address, name=f"{name} {address}")
    return f'<figure>{drawn}<figcaption lang="{TAGS[lang]}">{_address(address)}</figcaption></figure>'


def _address(address: str) -> str:
    """Write an address as a hall reads it: without what a phone adds by itself, and broken where its parts end."""
    parts = urlsplit(address)
    host = escape(parts.netloc).replace(".", ".<wbr>")
    rest = f"{parts.path.rstrip('/')}{f'?{parts.query}' if parts.query else ''}"
    return host + re.sub(r"([/?]|&amp;)(?=\w)", r"\1<wbr>", escape(rest, quote=False))
