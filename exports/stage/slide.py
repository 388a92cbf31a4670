"""The parts of a slide as HTML; the second language stands beneath the first where both are shown."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from urllib.parse import urlsplit

from markupsafe import Markup

from cards import Cell, KeyMark, Pair, Table
from cards.slides import Slide
from exports import qr
from exports.markup.cards import mark, numeric
from exports.markup.element import element, joined
from exports.markup.languages import mark_languages
from exports.markup.links import address

DARK = ("title", "figure", "thanks")
Labels = Mapping[str, Mapping[str, str]]
_HYPHENATED = re.compile(r"([\w.]+(?:-[\w.]+)+)", re.ASCII)
# The two cities, and the way between them.
_ARC = Markup(
    '<svg class="arc" viewBox="0 0 640 300" aria-hidden="true"><path d="M40 250C150 20 490 20 600 250" fill="none"'
    ' stroke="currentColor" stroke-width="2" stroke-dasharray="2 9" stroke-linecap="round"/>'
    '<circle cx="40" cy="250" r="9" fill="currentColor"/><circle cx="600" cy="250" r="9" fill="currentColor"/></svg>'
)


def section(slide: Slide, mode: str, number: int, total: int, labels: Labels) -> Markup:
    """Write one slide as it is shown in one mode, the `number`th of `total`."""
    return element(
        "section",
        _ARC if slide.kind == "title" else "",
        mark_languages(joined(_parts(slide, mode, number, total, labels)), slide.tag, frozenset()),
        class_=f"slide {slide.kind}{' dark' if slide.kind in DARK else ''}",
        lang=slide.tag or None,
        aria_labelledby=_name(slide, mode, number),
        **_facts(slide, mode),
    )


def _name(slide: Slide, mode: str, number: int) -> str:
    return f"{mode}-{slide.key}-{number}"


def _parts(slide: Slide, mode: str, number: int, total: int, labels: Labels) -> Iterator[Markup]:
    heading = element(
        "h1" if number == 1 else "h2",
        _twice(slide, lambda each: _unbroken(each.heading), "span"),
        id=_name(slide, mode, number),
    )
    yield element("header", heading, _paragraphs("subtitle", slide, lambda each: each.subtitle))
    content = element("div", _content(slide, drawing(mode, number)), class_="content")
    yield element("div", content, _codes(slide, labels), class_="body")
    yield _paragraphs("note", slide, lambda each: each.note)
    count = element("p", f"{number} / {total}", class_="count", aria_hidden="true")
    yield element("footer", _paragraphs("source", slide, lambda each: each.source), count)
    yield _paragraphs("spoken", slide, lambda each: each.spoken, hidden=True)


def drawing(mode: str, number: int) -> str:
    """Name the figure of a slide."""
    return f"{mode}-{number}"


def _facts(slide: Slide, mode: str) -> dict[str, str | None]:
    """Give what the scripts must know of a slide, as attributes."""
    facts = {
        "mode": mode,
        "key": slide.key,
        "stops": " ".join(f"{stop:g}" for stop in slide.stops),
        "seconds": str(slide.seconds or ""),
        "view": address(slide.link) if slide.link else "",
        "code": slide.code,
        "said": ": ".join(part for part in (slide.position, slide.heading) if part),
    }
    return {f"data_{name}": value or None for name, value in facts.items()}


def _versions(slide: Slide) -> Iterator[tuple[Slide, str]]:
    """Give a slide, and its twin with the tag of that one's language."""
    yield slide, ""
    if slide.twin is not None:
        yield slide.twin, slide.twin.tag


def _second(slide: Slide) -> str:
    """Give the tag of the second language of a slide."""
    return slide.twin.tag if slide.twin else ""


def _twice(slide: Slide, of: Callable[[Slide], str], name: str, class_: str = "") -> Markup:
    """Write a text in each language of a slide, as elements called `name`; one that is the same in both stands once."""
    texts: dict[str, Markup] = {}
    for each, tag in _versions(slide):
        text = of(each)
        if text and text not in texts:
            classes = " ".join(part for part in (class_, tag and "second") if part)
            texts[text] = element(name, text, class_=classes or None, lang=tag or None)
    return joined(texts.values())


def _paragraphs(class_: str, slide: Slide, of: Callable[[Slide], str], *, hidden: bool = False) -> Markup:
    texts = _twice(slide, of, "p")
    return element("div", texts, hidden=hidden, class_=class_) if texts else texts


def _unbroken(text: str) -> Markup:
    """Keep a word with a hyphen on one line: at this size a break inside it is seen by everybody."""
    parts = enumerate(_HYPHENATED.split(text))
    return joined(element("span", part, class_="whole") if index % 2 else part for index, part in parts)


def _content(slide: Slide, figure: str) -> Markup:
    parts = [_twice(slide, lambda each: each.value or "", "p", "value")]
    if slide.points:
        parts.append(element("dl", *_points(slide)))
    if slide.table is not None and slide.figure is None:  # a chart has one too: of the same data
        parts.append(_table(slide.table, slide.twin.table if slide.twin else None, _second(slide)))
    if slide.figure is not None:
        parts.append(_key(slide))
        parts.append(
            element("div", element("div"), class_="figure", role="img", aria_label=slide.alt, data_figure=figure)
        )
    return joined(parts)


def _key(slide: Slide) -> Markup:
    """Explain the marks of a chart, each in the languages of the slide."""
    second: tuple[KeyMark, ...] = slide.twin.marks if slide.twin else ()
    items = [
        element(
            "li",
            element("img", alt="", src=mark(each)),
            element("span", _pair(each.label, other.label if other else "", _second(slide))),
        )
        for each, other in zip_longest(slide.marks, second[: len(slide.marks)])
    ]
    return element("ul", *items, class_="key") if items else Markup("")


def _pair(one: str, other: str, tag: str) -> Markup:
    """Set a short text and its second language side by side, unless they are the same or the first holds both."""
    if not other or other in one:
        return joined([one])
    return joined([one, " ", element("span", other, class_="second", lang=tag)])


def _points(slide: Slide) -> Iterator[Markup]:
    others: tuple[Pair, ...] = slide.twin.points if slide.twin else ()
    for point, other in zip_longest(slide.points, others[: len(slide.points)]):
        values = zip_longest(point.values, other.values[: len(point.values)] if other else ())
        yield element(
            "div",
            element("dt", _pair(point.label, other.label if other else "", _second(slide))),
            *(
                element("dd", _pair(value.text, second.text if second else "", _second(slide)))
                for value, second in values
            ),
        )


def _table(table: Table, other: Table | None, tag: str) -> Markup:
    labels = [column.label for column in other.columns] if other else []
    heads = (
        element("th", _pair(column.label, second or "", tag), scope="col", class_=numeric(column))
        for column, second in zip_longest(table.columns, labels[: len(table.columns)])
    )
    rows = (
        _row(table, row, second or (), tag)
        for row, second in zip_longest(table.rows, other.rows[: len(table.rows)] if other else ())
    )
    return element(
        "table",
        element("caption", _pair(table.caption, other.caption if other else "", tag)),
        element("thead", element("tr", *heads)),
        element("tbody", *rows),
    )


def _row(table: Table, row: tuple[Cell, ...], second: tuple[Cell, ...], tag: str) -> Markup:
    texts = [_pair(cell.text, other.text if other else "", tag) for cell, other in zip_longest(row, second[: len(row)])]
    values = (
        element("td", text, class_=numeric(column)) for text, column in zip(texts[1:], table.columns[1:], strict=True)
    )
    return element("tr", element("th", texts[0], scope="row"), *values)


def _codes(slide: Slide, labels: Labels) -> Markup:
    """Show the way to the view as a code for a phone and as an address to type, for each language of the slide."""
    versions = {each.code: each for each, _ in _versions(slide) if each.code}
    figures = [_code(each, labels[each.lang]["code"]) for each in versions.values()]
    return element("div", *figures, class_="codes") if figures else Markup("")


def _code(slide: Slide, name: str) -> Markup:
    return element(
        "figure",
        qr.svg(slide.code, name=f"{name} {slide.code}"),
        element("figcaption", _breakable(slide.code), lang=slide.tag),
    )


def _breakable(url: str) -> Markup:
    """Write an address as a hall reads it: without what a phone adds by itself, and broken where its parts end."""
    parts = urlsplit(url)
    rest = f"{parts.path.rstrip('/')}{f'?{parts.query}' if parts.query else ''}"
    host = joined(re.split(r"(?<=\.)", parts.netloc), element("wbr"))
    return host + joined(re.split(r"(?<=[/?&])(?=\w)", rest), element("wbr"))
