"""The parts of a slide as HTML; the second language stands beneath the first where both are shown."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, repeat
from operator import attrgetter
from urllib.parse import urlsplit

from markupsafe import Markup

from cards import Column
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
    name = f"{mode}-{slide.key}-{number}"
    heading = element("h1" if number == 1 else "h2", _twice(slide, _heading, "span"), id=name)
    content = element("div", _content(slide, drawing(mode, number)), class_="content")
    count = element("p", f"{number} / {total}", class_="count", aria_hidden="true")
    parts = (
        element("header", heading, _paragraphs(slide, "subtitle")),
        element("div", content, _codes(slide, labels), class_="body"),
        _paragraphs(slide, "note"),
        element("footer", _paragraphs(slide, "source"), count),
        _paragraphs(slide, "spoken", hidden=True),
    )
    return element(
        "section",
        _ARC if slide.kind == "title" else "",
        mark_languages(joined(parts), slide.tag, frozenset()),
        class_=f"slide {slide.kind}{' dark' if slide.kind in DARK else ''}",
        lang=slide.tag or None,
        aria_labelledby=name,
        **_facts(slide, mode),
    )


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


def _twice(slide: Slide, of: Callable[[Slide], str], name: str, class_: str = "") -> Markup:
    """Write a text in each language of a slide, as elements called `name`; one that is the same in both stands once."""
    texts = {of(slide): element(name, of(slide), class_=class_ or None)}
    if slide.twin:
        second = element(name, of(slide.twin), class_=f"{class_} second".lstrip(), lang=slide.twin.tag or None)
        texts.setdefault(of(slide.twin), second)
    return joined(markup for text, markup in texts.items() if text)


def _heading(slide: Slide) -> Markup:
    """Keep a word with a hyphen on one line: at this size a break inside it is seen by everybody."""
    parts = enumerate(_HYPHENATED.split(slide.heading))
    return joined(element("span", part, class_="whole") if index % 2 else part for index, part in parts)


def _paragraphs(slide: Slide, name: str, *, hidden: bool = False) -> Markup:
    texts = _twice(slide, attrgetter(name), "p")
    return element("div", texts, hidden=hidden, class_=name) if texts else texts


def _content(slide: Slide, figure: str) -> Markup:
    parts = [_twice(slide, lambda each: each.value or "", "p", "value")]
    if slide.points:
        parts.append(element("dl", *_points(slide)))
    if slide.table is not None and slide.figure is None:  # a chart has one too: of the same data
        parts.append(_table(slide, slide.table.columns))
    if slide.figure is not None:
        marks = [element("img", alt="", src=mark(each)) for each in slide.marks]
        (names,) = _beside(slide, lambda each: [[one.label for one in each.marks]])
        key = [element("li", drawn, element("span", name)) for drawn, name in zip(marks, names, strict=True)]
        parts.append(element("ul", *key, class_="key") if key else Markup(""))
        parts.append(
            element("div", element("div"), class_="figure", role="img", aria_label=slide.alt, data_figure=figure)
        )
    return joined(parts)


def _beside(slide: Slide, rows: Callable[[Slide], Sequence[Iterable[str]]]) -> Iterator[list[Markup]]:
    """Write rows of short texts, each text with its second language beside it; what that language lacks stands alone.

    `rows` gives those of a slide in its own language.
    """
    others = chain(rows(slide.twin) if slide.twin else (), repeat(()))
    for row, other in zip(rows(slide), others, strict=False):
        texts = zip(row, chain(other, repeat("")), strict=False)
        yield [_pair(one, two, slide.twin.tag if slide.twin else "") for one, two in texts]


def _pair(one: str, other: str, tag: str) -> Markup:
    """Write two texts, or one if they are the same or the first holds both."""
    if not other or other in one:
        return joined([one])
    return joined([one, " ", element("span", other, class_="second", lang=tag)])


def _points(slide: Slide) -> Iterator[Markup]:
    rows = _beside(slide, lambda each: [[point.label, *(cell.text for cell in point.values)] for point in each.points])
    for label, *values in rows:
        yield element("div", element("dt", label), *(element("dd", value) for value in values))


def _table(slide: Slide, columns: Sequence[Column]) -> Markup:
    caption, labels, *rows = _beside(slide, _texts)
    classes = [numeric(column) for column in columns]
    heads = (element("th", head, scope="col", class_=each) for head, each in zip(labels, classes, strict=True))
    body = []
    for first, *rest in rows:
        cells = (element("td", text, class_=each) for text, each in zip(rest, classes[1:], strict=True))
        body.append(element("tr", element("th", first, scope="row"), *cells))
    return element(
        "table", element("caption", *caption), element("thead", element("tr", *heads)), element("tbody", *body)
    )


def _texts(slide: Slide) -> list[list[str]]:
    """Give what a table says: its caption, its columns and its rows."""
    if slide.table is None:
        return []
    heads = [column.label for column in slide.table.columns]
    return [[slide.table.caption], heads, *([cell.text for cell in row] for row in slide.table.rows)]


def _codes(slide: Slide, labels: Labels) -> Markup:
    """Show the way to the view as a code for a phone and as an address to type, for each language of the slide."""
    versions = {each.code: each for each in (slide, slide.twin) if each and each.code}
    figures = (
        element(
            "figure",
            qr.svg(code, name=f"{labels[each.lang]['code']} {code}"),
            element("figcaption", _breakable(code), lang=each.tag),
        )
        for code, each in versions.items()
    )
    return element("div", *figures, class_="codes") if versions else Markup("")


def _breakable(url: str) -> Markup:
    """Write an address as a hall reads it: without what a phone adds by itself, and broken where its parts end."""
    parts = urlsplit(url)
    rest = f"{parts.path.rstrip('/')}{f'?{parts.query}' if parts.query else ''}"
    host = joined(re.split(r"(?<=\.)", parts.netloc), element("wbr"))
    return host + joined(re.split(r"(?<=[/?&])(?=\w)", rest), element("wbr"))
