"""Cards as fragments of HTML: every value escaped, headings and tables real, no script."""

from __future__ import annotations

import re
from base64 import b64encode
from functools import cache
from html import escape
from pathlib import Path
from urllib.parse import quote, urlencode

from cards import (
    Boxes,
    Cell,
    Details,
    Finding,
    Findings,
    KeyMark,
    Link,
    Notice,
    Pair,
    Prose,
    RecordCard,
    Records,
    Source,
    Strip,
    Table,
    Title,
)

# A letter to one address, with every other sign of it written as %: nothing a mail program takes for a second one.
_LETTER = re.compile(r"mailto:[\w.+-]+@[\w.-]+(\?[\w.~%=&-]*)?", re.ASCII)
LONG = 20  # a table of more rows than this scrolls in a box of its own
_PICTURES = Path(__file__).parents[2] / "static" / "pictures"
_SHAPES = {
    "dot": '<circle cx="7" cy="7" r="6" fill="{c}"/>',
    "ring": '<circle cx="7" cy="7" r="5" fill="none" stroke="{c}" stroke-width="2"/>',
    "half": '<path d="M7 1A6 6 0 0 0 7 13Z" fill="{c}"/><circle cx="7" cy="7" r="5.5" fill="none" stroke="{c}" stroke-width="1.5"/>',
    "cross": '<path d="M2 2 12 12M12 2 2 12" stroke="{c}" stroke-width="2"/>',
    "diamond": '<path d="M7 1 13 7 7 13 1 7Z" fill="none" stroke="{c}" stroke-width="2"/>',
    "line": '<path d="M0 7H14" stroke="{c}" stroke-width="3"/>',
    "dash": '<path d="M0 7H14" stroke="{c}" stroke-width="2" stroke-dasharray="4 3"/>',
    "hatch": '<rect width="14" height="14" fill="#FFFFFF" stroke="#8A8D91"/><path d="M0 14 14 0M-4 8 8-4M6 18 18 6" stroke="#8A8D91"/>',
}


def address(link: Link) -> str:
    """Write a link's address relative to any page of the dashboard."""
    return (link.page or "./") + ("?" + urlencode(link.query, safe=",:") if link.query else "")


def anchor(link: Link | Source, label: str | None = None) -> str:
    """Write a link; a source without an address stays plain text."""
    text = escape(label or link.label)
    if isinstance(link, Link):
        return f'<a href="{escape(address(link))}" target="_self">{text}</a>'
    if link.url.startswith(("http://", "https://")):
        return f'<a href="{escape(link.url)}" rel="noopener noreferrer">{text}</a>'
    if _LETTER.fullmatch(link.url):
        return f'<a href="{escape(link.url)}">{text}</a>'
    return text


def cell(value: Cell) -> str:
    """Write the inside of a table's cell."""
    inside = anchor(value.link, value.text) if value.link and value.text else escape(value.text)
    if value.lang:
        inside = f'<span lang="{escape(value.lang)}">{inside}</span>'
    ways = " · ".join(anchor(way) for way in value.ways)
    return f'{inside} <span class="facts">{ways}</span>' if ways else inside


def table(data: Table) -> str:
    """Write a real table in a box of its own that can be scrolled by keyboard."""
    heads = "".join(f'<th scope="col"{_numeric(column.numeric)}>{escape(column.label)}</th>' for column in data.columns)
    body = []
    for row in data.rows:
        first, *rest = row
        cells = "".join(f"<td{_numeric(c.numeric)}>{cell(v)}</td>" for c, v in zip(data.columns[1:], rest, strict=True))
        body.append(f'<tr><th scope="row">{cell(first)}</th>{cells}</tr>')
    return (
        f'<div class="scroll{" long" if len(data.rows) > LONG else ""}" tabindex="0" role="region" aria-label="{escape(data.caption)}"><table>'
        f"<caption>{escape(data.caption)}</caption><thead><tr>{heads}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
    )


def _numeric(numeric: bool) -> str:
    return ' class="number"' if numeric else ""


def title(card: Title) -> str:
    """Write a page's heading and lead."""
    lead = f'<p class="lead">{escape(card.lead)}</p>' if card.lead else ""
    return f'<h1 class="page-title">{escape(card.heading)}</h1>{lead}'


def heading(text: str, subtitle: str = "", level: int = 2) -> str:
    """Write a card's heading and what stands beneath it."""
    beneath = f'<p class="subtitle">{escape(subtitle)}</p>' if subtitle else ""
    return f"<h{level}>{escape(text)}</h{level}>{beneath}" if text else beneath


def strip(card: Strip) -> str:
    """Write headlines side by side under one strong rule."""
    items = "".join(
        f'<li><span class="value">{escape(h.value)}</span> <span class="label">{escape(h.label)}</span> '
        f'<span class="period">{escape(h.period)} · {anchor(h.link)}</span></li>'
        for h in card.headlines
    )
    return f'<ul class="strip">{items}</ul>'


def finding(card: Finding) -> str:
    """Write one finding with its caution and its way to the records."""
    return f'<p class="finding">{escape(card.sentence)}</p><p class="caution">{escape(card.caution)} · {anchor(card.link)}</p>'


def findings(card: Findings) -> str:
    """Write findings as a list."""
    items = "".join(f"<li>{finding(item)}</li>" for item in card.findings)
    return f'{heading(card.heading, card.subtitle)}<ul class="findings">{items}</ul>'


def key(marks: tuple[KeyMark, ...]) -> str:
    """Write a chart's key in the chart's own marks."""
    items = "".join(
        f'<li><img alt="" width="14" height="14" src="{mark(m)}"><span>{escape(m.label)}</span></li>' for m in marks
    )
    return f'<ul class="key">{items}</ul>' if marks else ""


def mark(of: KeyMark) -> str:
    """Draw a mark as a data address: Streamlit takes drawings out of markup, but leaves pictures."""
    drawing = _SHAPES[of.shape].format(c=escape(of.colour))
    return "data:image/svg+xml," + quote(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 14 14">{drawing}</svg>')


def record(card: RecordCard, level: int = 3) -> str:
    """Write one record as a card."""
    note = f'<p class="note">{escape(card.note)}</p>' if card.note else ""
    facts = " · ".join(escape(fact) for fact in card.facts)
    return (
        f'<article class="record" style="border-color:{escape(card.colour)}"><p class="when">{escape(card.when)}</p>'
        f"<h{level}>{anchor(card.link, card.title)}</h{level}><p>{escape(card.text)}</p>{note}"
        f'<p class="facts">{facts}</p><p class="facts">{escape(card.sources)}</p></article>'
    )


def records(card: Records) -> str:
    """Write a list of records as cards."""
    more = f"<p>{anchor(card.more)}</p>" if card.more else ""
    return f'{heading(card.heading, card.subtitle, card.level)}<div class="records">{"".join(record(r, card.level + 1) for r in card.records)}</div>{more}'


def prose(card: Prose) -> str:
    """Write paragraphs, points and links, boxed or plain, beside a picture where there is one."""
    body = "".join(f"<p>{escape(text)}</p>" for text in card.paragraphs)
    points = "".join(f"<li>{escape(text)}</li>" for text in card.points)
    links = "".join(f"<li>{anchor(link)}</li>" for link in card.links)
    inside = heading(card.heading, level=card.level) + body
    inside += f"<ul>{points}</ul>" if points else ""
    inside += f'<ul class="ways">{links}</ul>' if links else ""
    if card.picture:
        drawing = f'<img src="{picture(card.picture)}" alt="{escape(card.picture_alt)}">'
        inside = f'<div class="pictured">{drawing}<div>{inside}</div></div>'
    return f'<section class="boxed">{inside}</section>' if card.boxed else inside


@cache
def picture(name: str) -> str:
    """Give a drawing of static/pictures as a data address, so that a page stands alone."""
    return "data:image/svg+xml;base64," + b64encode((_PICTURES / f"{name}.svg").read_bytes()).decode()


def notice(card: Notice) -> str:
    """Write a notice about the state of the page."""
    points = "".join(f"<li>{escape(text)}</li>" for text in card.points)
    way = f"<p>{anchor(card.link)}</p>" if card.link else ""
    return f'<div class="notice {escape(card.kind)}" role="status"><p>{escape(card.text)}</p>{f"<ul>{points}</ul>" if points else ""}{way}</div>'


def details(card: Details) -> str:
    """Write named facts as a description list."""

    def pair(item: Pair) -> str:
        return f"<dt>{escape(item.label)}</dt>" + "".join(f"<dd>{cell(value)}</dd>" for value in item.values)

    return f'{heading(card.heading)}<dl class="details">{"".join(pair(item) for item in card.pairs)}</dl>'


def boxes(card: Boxes) -> str:
    """Write a row of boxes: a value in a solid box, or words in a dashed one."""
    items = "".join(
        f'<li class="{"held" if box.held else "open"}"><span class="label">{escape(box.label)}</span><span class="value">{escape(box.value)}</span></li>'
        for box in card.boxes
    )
    return (
        f'{heading(card.heading, card.subtitle)}<ol class="boxes">{items}</ol>{notes(card.notes)}{source_line(card.sources)}'
        + (f'<ul class="ways">{"".join(f"<li>{anchor(link)}</li>" for link in card.links)}</ul>' if card.links else "")
    )


def notes(texts: tuple[str, ...]) -> str:
    """Write the cautions under a chart."""
    return "".join(f'<p class="small">{escape(text)}</p>' for text in texts)


def source_line(sources: tuple[Source, ...], up_to: str = "", between: str = "; ") -> str:
    """Write where a card comes from, and how far its data go; `between` stands between two sources."""
    names = escape(between).join(anchor(source) for source in sources)
    line = " · ".join(part for part in (names, escape(up_to)) if part)
    return f'<p class="small">{line}</p>' if line else ""
