"""A briefing as one HTML file that stands alone: headings, tables, charts as inline drawings, no script."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import exports.svg.figure
from cards import Briefing, Chart, Findings, Link, Prose, Sheet, Source
from exports.markup import cards as html
from exports.markup import languages as tongues
from exports.markup.fonts import faces

MIME = "text/html"
WIDTH = 830  # px: what a figure is laid out for, so that its type can be read on a page of A4
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
)


def page(briefing: Briefing, *, lang: str, kept: frozenset[str] = frozenset()) -> bytes:
    """Write a briefing as an HTML file; it asks no network for anything, and carries its own type.

    `kept` are the names that stay in another language's letters, and are marked as such.
    """
    look = (Path(__file__).parent / "briefing.css").read_text(encoding="utf-8")
    body = "".join(_section(card, briefing) for card in briefing.cards)
    said = tongues.marked(f"<h1>{escape(briefing.title)}</h1><p>{escape(briefing.lead)}</p>{body}", lang, kept)
    foot = f"<footer>{escape(briefing.foot)}</footer>"
    text = (
        f'<!doctype html>\n<html lang="{escape(lang)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(briefing.title)}</title><style>{faces(said + foot)}{look}</style></head>"
        f"<body><main>{said}</main>{foot}</body></html>\n"
    )
    return text.encode("utf-8")


def _section(card: Findings | Chart | Sheet | Prose, paper: Briefing) -> str:
    write: dict[type, Callable[[Any, Briefing], str]] = {
        Findings: _findings,
        Chart: _chart,
        Sheet: _sheet,
        Prose: _prose,
    }
    return f"<section>{html.heading(card.heading, getattr(card, 'subtitle', ''))}{write[type(card)](card, paper)}</section>"


def _findings(card: Findings, paper: Briefing) -> str:
    items = (
        f'<li>{escape(each.sentence)} <span class="caution">{escape(each.caution)}</span> {_way(each.link, paper.address)}'.rstrip()
        for each in card.findings
    )
    return f"<ul>{''.join(f'{item}</li>' for item in items)}</ul>"


def _way(link: Link | Source, root: str) -> str:
    """Write a link that leads somewhere from a file: a page of the dashboard only where its address is known."""
    if isinstance(link, Source):
        return html.anchor(link)
    place = f"{root.rstrip('/')}/{html.address(link).removeprefix('./')}"
    return html.anchor(Source(label=link.label, url=place)) if root else ""


def _chart(card: Chart, paper: Briefing) -> str:
    drawing = exports.svg.figure.draw(card.figure, name=card.key, width=WIDTH, hovers=False)
    picture = f'<div class="picture" role="img" aria-label="{escape(card.alt)}">{drawing}</div>'
    return f"{html.key(card.marks)}{picture}{_sheet(card, paper)}"


def _sheet(card: Chart | Sheet, paper: Briefing) -> str:
    table = html.table(card.table)
    if card.table.caption == card.heading:  # said once to the eye; a table still has its name
        table = f'<div class="named">{table}</div>'
    return table + html.notes(card.notes) + html.source_line(card.sources, card.up_to, paper.between)


def _prose(card: Prose, paper: Briefing) -> str:
    body = "".join(f"<p>{escape(text)}</p>" for text in card.paragraphs)
    points = "".join(f"<li>{escape(text)}</li>" for text in card.points)
    points += "".join(f"<li>{way}</li>" for way in (_way(link, paper.address) for link in card.links) if way)
    return body + (f"<ul>{points}</ul>" if points else "")
