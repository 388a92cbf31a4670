"""A briefing as one HTML file that stands alone: headings, tables, charts as inline drawings, no script."""

from dataclasses import replace
from pathlib import Path

from markupsafe import Markup

from cards import Briefing, Chart, Findings, Prose, Sheet
from cards.palette import PROPERTIES
from exports.markup import cards
from exports.markup.document import document
from exports.markup.element import element, joined
from exports.markup.fonts import faces
from exports.markup.languages import mark_languages
from exports.markup.links import anchor, elsewhere
from exports.svg.figure import draw

MIME = "text/html"
WIDTH = 830  # px: what a figure is laid out for, so that its type can be read on a page of A4
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)


def page(briefing: Briefing, *, lang: str, names: frozenset[str] = frozenset()) -> bytes:
    """Write a briefing as an HTML file; it asks no network for anything, and carries its own type.

    `names` are those that stay in another language's letters, and are marked as such.
    """
    sections = joined(_section(card, briefing) for card in briefing.cards)
    text = element("h1", briefing.title) + element("p", briefing.lead) + sections
    main = element("main", mark_languages(text, lang, names))
    foot = element("footer", briefing.foot)
    sheet = (Path(__file__).parent / "briefing.css").read_text(encoding="utf-8")
    return document(
        main, foot, lang=lang, title=briefing.title, policy=_POLICY, sheet=PROPERTIES + faces(main + foot) + sheet
    )


def _section(card: Findings | Chart | Sheet | Prose, briefing: Briefing) -> Markup:
    if isinstance(card, Prose):
        ways = [elsewhere(way, briefing.address) for way in card.links]
        return element("section", cards.prose(replace(card, links=tuple(way for way in ways if way.url))))
    match card:
        case Findings():
            inside = _findings(card, briefing)
        case Chart():
            inside = cards.key(card.marks) + _picture(card) + _table(card, briefing)
        case Sheet():
            inside = _table(card, briefing)
    return element("section", cards.heading(card.heading, card.subtitle), inside)


def _findings(card: Findings, briefing: Briefing) -> Markup:
    items = []
    for finding in card.findings:
        way = elsewhere(finding.link, briefing.address)
        parts = [
            finding.sentence,
            element("span", finding.caution, class_="caution"),
            *([anchor(way)] if way.url else []),
        ]
        items.append(element("li", joined(parts, " ")))
    return element("ul", *items)


def _picture(card: Chart) -> Markup:
    drawing = draw(card.figure, name=card.key, width=WIDTH, hovers=False)
    return element("div", drawing, class_="picture", role="img", aria_label=card.alt)


def _table(card: Chart | Sheet, briefing: Briefing) -> Markup:
    table = cards.table(card.table)
    if card.table.caption == card.heading:  # said once to the eye; a table still has its name
        table = element("div", table, class_="named")
    return table + cards.foot(card, briefing.between)
