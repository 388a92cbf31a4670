"""A briefing as one HTML file that stands alone: headings, tables, charts as inline drawings, no script."""

from pathlib import Path

from markupsafe import Markup

from cards import Briefing, Chart, Findings, Link, Prose, Sheet, Source
from cards.palette import PROPERTIES
from exports.markup import cards
from exports.markup.document import document
from exports.markup.element import element, joined
from exports.markup.fonts import faces
from exports.markup.languages import mark_languages
from exports.markup.links import address, anchor
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
    heading = cards.heading(card.heading, "" if isinstance(card, Prose) else card.subtitle)
    match card:
        case Findings():
            inside = _findings(card, briefing)
        case Chart():
            inside = _chart(card, briefing)
        case Sheet():
            inside = _sheet(card, briefing)
        case Prose():
            inside = _prose(card, briefing)
    return element("section", heading, inside)


def _findings(card: Findings, briefing: Briefing) -> Markup:
    items = []
    for finding in card.findings:
        way = _anchor(finding.link, briefing.address)
        parts = [finding.sentence, element("span", finding.caution, class_="caution"), *([way] if way else [])]
        items.append(element("li", joined(parts, " ")))
    return element("ul", *items)


def _anchor(link: Link | Source, root: str) -> Markup:
    """Write a link that leads somewhere from a file: a page of the dashboard only where its address is known."""
    if isinstance(link, Source):
        return anchor(link)
    url = f"{root.rstrip('/')}/{address(link).removeprefix('./')}"
    return anchor(Source(label=link.label, url=url)) if root else Markup("")


def _chart(card: Chart, briefing: Briefing) -> Markup:
    drawing = draw(card.figure, name=card.key, width=WIDTH, hovers=False)
    picture = element("div", drawing, class_="picture", role="img", aria_label=card.alt)
    return cards.key(card.marks) + picture + _sheet(card, briefing)


def _sheet(card: Chart | Sheet, briefing: Briefing) -> Markup:
    table = cards.table(card.table)
    if card.table.caption == card.heading:  # said once to the eye; a table still has its name
        table = element("div", table, class_="named")
    return table + cards.foot(card, briefing.between)


def _prose(card: Prose, briefing: Briefing) -> Markup:
    body = joined(element("p", text) for text in card.paragraphs)
    ways = (_anchor(link, briefing.address) for link in card.links)
    points = [element("li", point) for point in (*card.points, *filter(None, ways))]
    return body + element("ul", *points) if points else body
