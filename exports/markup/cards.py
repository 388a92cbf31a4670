"""Cards as fragments of HTML: headings, lists and tables real, no script."""

from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote

from markupsafe import Markup

import cards
from cards.deck_editor import DeckEditor
from cards.palette import GROUND, HATCH, OUTLINE
from exports.markup.element import element, joined
from exports.markup.links import anchor

LONG = 20  # a table of more rows than this scrolls in a box of its own
_DOT = " · "
_OPEN = (cards.Title, cards.Strip, cards.Notice, cards.Switch, cards.Search, cards.Pager, DeckEditor)
_PICTURES = Path(__file__).parents[2] / "static" / "pictures"
_SHAPES = {
    "dot": Markup('<circle cx="7" cy="7" r="6" fill="{c}"/>'),
    "ring": Markup('<circle cx="7" cy="7" r="5" fill="none" stroke="{c}" stroke-width="{outline}"/>'),
    "half": Markup(
        '<path d="M7 1A6 6 0 0 0 7 13Z" fill="{c}"/><circle cx="7" cy="7" r="5" fill="none" stroke="{c}" stroke-width="{outline}"/>'
    ),
    "cross": Markup('<path d="M2 2 12 12M12 2 2 12" stroke="{c}" stroke-width="2"/>'),
    "diamond": Markup('<path d="M7 1 13 7 7 13 1 7Z" fill="none" stroke="{c}" stroke-width="{outline}"/>'),
    "line": Markup('<path d="M0 7H14" stroke="{c}" stroke-width="3"/>'),
    "dash": Markup('<path d="M0 7H14" stroke="{c}" stroke-width="2" stroke-dasharray="4 3"/>'),
    "hatch": Markup(
        '<rect width="14" height="14" fill="{ground}" stroke="{hatch}"/>'
        '<path d="M0 14 14 0M-4 8 8-4M6 18 18 6" stroke="{hatch}"/>'
    ),
}

Fragment = cards.Title | cards.Strip | cards.Findings | cards.Records | cards.Prose | cards.Notice | cards.Details


def fragment(card: Fragment) -> Markup:
    """Write a card that is words alone; the others (charts, sheets, files, controls) are each drawer's own."""
    return _WRITERS[type(card)](card)


def ground(card: cards.Card) -> Literal["open", "card", "sub"]:
    """Tell how a card stands on its page: open, or beneath a rule of its own, a weak one within another's section."""
    if isinstance(card, _OPEN):
        return "open"
    return "sub" if getattr(card, "level", 2) > 2 else "card"


def cell(value: cards.Cell) -> Markup:
    """Write the inside of a table's cell."""
    inside = anchor(value.link, value.text) if value.link and value.text else value.text
    if value.lang:
        inside = element("span", inside, lang=value.lang)
    ways = joined((anchor(way) for way in value.ways), _DOT)
    return joined([inside, " ", element("span", ways, class_="facts")] if ways else [inside])


def table(data: cards.Table) -> Markup:
    """Write a real table in a box of its own that can be scrolled by keyboard."""
    heads = (element("th", column.label, scope="col", class_=numeric(column)) for column in data.columns)
    rows = (
        element(
            "tr",
            element("th", cell(first), scope="row"),
            *(
                element("td", cell(value), class_=numeric(column))
                for column, value in zip(data.columns[1:], rest, strict=True)
            ),
        )
        for first, *rest in data.rows
    )
    return element(
        "div",
        element(
            "table",
            element("caption", data.caption),
            element("thead", element("tr", *heads)),
            element("tbody", *rows),
        ),
        class_="scroll long" if len(data.rows) > LONG else "scroll",
        tabindex=0,
        role="region",
        aria_label=data.caption,
    )


def numeric(column: cards.Column) -> str | None:
    """Give the class of a column's cells."""
    return "number" if column.numeric else None


def title(card: cards.Title) -> Markup:
    """Write a page's heading and lead."""
    lead = card.lead and element("p", card.lead, class_="lead")
    return element("h1", card.heading, class_="page-title") + lead


def heading(text: str, subtitle: str = "", level: int = 2) -> Markup:
    """Write a card's heading and what stands beneath it."""
    return joined([text and element(f"h{level}", text), subtitle and element("p", subtitle, class_="subtitle")])


def strip(card: cards.Strip) -> Markup:
    """Write headlines side by side under one strong rule."""
    items = (
        element(
            "li",
            element("span", headline.value, class_="value"),
            " ",
            element("span", headline.label, class_="label"),
            " ",
            element("span", headline.period, _DOT, anchor(headline.link), class_="period"),
        )
        for headline in card.headlines
    )
    return element("ul", *items, class_="strip")


def finding(card: cards.Finding) -> Markup:
    """Write one finding with its caution and its way to the records."""
    caution = element("p", card.caution, _DOT, anchor(card.link), class_="caution")
    return element("p", card.sentence, class_="finding") + caution


def findings(card: cards.Findings) -> Markup:
    """Write findings as a list."""
    return heading(card.heading, card.subtitle) + _list(map(finding, card.findings), "findings")


def key(marks: tuple[cards.KeyMark, ...]) -> Markup:
    """Write a chart's key in the chart's own marks."""
    items = (
        element("img", alt="", width=14, height=14, src=mark(each)) + element("span", each.label) for each in marks
    )
    return _list(items, "key")


def mark(of: cards.KeyMark) -> str:
    """Draw a mark as a data address: Streamlit takes drawings out of markup, but leaves pictures."""
    drawing = _SHAPES[of.shape].format(c=of.colour, ground=GROUND, hatch=HATCH, outline=OUTLINE)
    svg = element("svg", drawing, xmlns="http://www.w3.org/2000/svg", viewBox="0 0 14 14")
    return "data:image/svg+xml," + quote(svg)


def record(card: cards.RecordCard, level: int) -> Markup:
    """Write one record as a card, its title a heading of a level."""
    return element(
        "article",
        element("p", card.when, class_="when"),
        element(f"h{level}", anchor(card.link, card.title)),
        element("p", card.text),
        card.note and element("p", card.note, class_="note"),
        element("p", _DOT.join(card.facts), class_="facts"),
        element("p", card.sources, class_="facts"),
        class_="record",
        style=f"border-color:{card.colour}",
    )


def records(card: cards.Records) -> Markup:
    """Write a list of records as cards."""
    items = element("div", *(record(each, card.level + 1) for each in card.records), class_="records")
    more = element("p", anchor(card.more)) if card.more else ""
    return heading(card.heading, card.subtitle, card.level) + items + more


def prose(card: cards.Prose) -> Markup:
    """Write paragraphs, points and links, boxed or open, beside a picture where there is one."""
    inside = joined(
        [
            heading(card.heading, level=card.level),
            *(element("p", text) for text in card.paragraphs),
            _list(card.points),
            _list(map(anchor, card.links), "ways"),
        ]
    )
    if card.picture:
        drawing = element("img", src=picture(card.picture), alt=card.picture_alt)
        inside = element("div", drawing, element("div", inside), class_="pictured")
    return element("section", inside, class_="boxed") if card.boxed else inside


@cache
def picture(name: str) -> str:
    """Give a drawing of static/pictures as a data address, so that a page stands alone."""
    return "data:image/svg+xml;base64," + b64encode((_PICTURES / f"{name}.svg").read_bytes()).decode()


def notice(card: cards.Notice) -> Markup:
    """Write a notice about the state of the page."""
    way = element("p", anchor(card.link)) if card.link else ""
    return element("div", element("p", card.text), _list(card.points), way, class_=f"notice {card.kind}", role="status")


def details(card: cards.Details) -> Markup:
    """Write named facts as a description list."""
    facts = (
        element("dt", pair.label) + joined(element("dd", cell(value)) for value in pair.values) for pair in card.pairs
    )
    return heading(card.heading) + element("dl", *facts, class_="details")


def small(text: str) -> Markup:
    """Write a line beneath a card."""
    return element("p", text, class_="small")


def foot(card: cards.Chart | cards.Sheet, between: str) -> Markup:
    """Write what stands beneath a chart or a table: its cautions, where it comes from, and how far its data go."""
    names = joined(map(anchor, card.sources), between)
    lines = (*card.notes, joined(filter(None, (names, card.up_to)), _DOT))
    return joined(small(line) for line in lines if line)


def _list(items: Iterable[str], class_: str | None = None) -> Markup:
    """Write a list, or nothing where there is nothing to list."""
    points = [element("li", item) for item in items]
    return element("ul", *points, class_=class_) if points else Markup("")


_WRITERS: dict[type, Callable[[Any], Markup]] = {
    cards.Title: title,
    cards.Strip: strip,
    cards.Findings: findings,
    cards.Records: records,
    cards.Prose: prose,
    cards.Notice: notice,
    cards.Details: details,
}
