"""Finished cards as plain pages: HTML that needs no script, asks no network for anything, and opens from disk."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any

from cards import (
    Boxes,
    Card,
    Chart,
    Details,
    Downloads,
    File,
    Findings,
    Link,
    Notice,
    Prose,
    Records,
    Sheet,
    Source,
    Strip,
    Title,
)
from exports.markup import cards as html
from exports.markup import fonts
from exports.markup import languages as tongues
from exports.svg import figure as svg

LIMIT = 300_000  # bytes of a page: what a slow phone in a full hall can still fetch
LOOK, ICON, FONTS, FILES = "site.css", "icon.png", "fonts/", "files/"
_SHEETS = (LOOK, *(f"{FONTS}{name}" for name in fonts.SHEETS))
_HERE = Path(__file__).parent
_STATIC = Path(__file__).parents[2] / "static"
_PLAIN: dict[type, Callable[[Any], str]] = {
    Title: html.title,
    Strip: html.strip,
    Findings: html.findings,
    Records: html.records,
    Prose: html.prose,
    Notice: html.notice,
    Details: html.details,
    Boxes: html.boxes,
}
_OPEN = (Title, Strip, Notice)  # drawn without a rule above


@dataclass(frozen=True, kw_only=True)
class Tongue:
    """Name a language in itself, and the same page in it."""

    lang: str
    name: str
    link: Link


@dataclass(frozen=True, kw_only=True)
class Ways:
    """Lead to pages beside this one; `here` is the page that is shown."""

    label: str
    links: tuple[Link, ...]
    here: str = ""


@dataclass(frozen=True, kw_only=True)
class Page:
    """One page: where it lies, what stands around its cards, and the cards, each under a name that can be linked to."""

    path: str
    lang: str
    title: str
    skip: str
    menu: Ways
    home: Link
    languages: tuple[Tongue, ...]
    languages_label: str
    beside: tuple[Ways, ...]
    cards: tuple[tuple[str, Card], ...]
    table: str
    footer: str
    onward: tuple[Link | Source, ...]
    way: Callable[[str], str] = field(default=svg.nowhere)
    between: str = "; "  # what stands between two sources
    kept: frozenset[str] = frozenset()  # names in another language's letters


def assets() -> Mapping[str, bytes]:
    """Give what all pages share: the style sheet, the icon, and the fonts, for a reader's machine may have neither."""
    look = "\n".join(
        sheet.read_text(encoding="utf-8") for sheet in (_HERE.parent / "markup" / "cards.css", _HERE / LOOK)
    )
    type_ = {f"{FONTS}{file.name}": file.read_bytes() for file in sorted((_STATIC / FONTS).iterdir())}
    return {LOOK: look.encode("utf-8"), ICON: (_STATIC / ICON).read_bytes(), **type_}


def files(page: Page) -> Mapping[str, Callable[[], bytes]]:
    """Give the files that a page offers, by where they are to lie."""
    return {
        _file(page, file): file.make for _, card in page.cards if isinstance(card, Downloads) for file in card.files
    }


def write(page: Page) -> bytes:
    """Write a page."""
    alternates = "".join(
        f'<link rel="alternate" hreflang="{escape(each.lang)}" href="{escape(html.address(each.link))}">'
        for each in page.languages
        if each.lang != page.lang
    )
    sheets = "".join(f'<link rel="stylesheet" href="{_to(page, sheet)}">' for sheet in _SHEETS)
    head = (
        f'<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(page.title)}</title>{sheets}"
        f'<link rel="icon" href="{_to(page, ICON)}">{alternates}'
    )
    charted = ' class="charted"' if any(isinstance(card, Chart) for _, card in page.cards) else ""
    return (
        f'<!doctype html>\n<html lang="{escape(page.lang)}"><head>{head}</head><body{charted}>'
        f'<a class="skip" href="#main">{escape(page.skip)}</a>{_header(page)}'
        f'<main id="main" tabindex="-1">{"".join(tongues.marked(part, page.lang, page.kept) for part in _cards(page))}</main>{_footer(page)}</body></html>\n'
    ).encode()


def _to(page: Page, path: str) -> str:
    return escape(posixpath.relpath(path, posixpath.dirname(page.path) or "."))


def _file(page: Page, file: File) -> str:
    return f"{FILES}{page.path.removesuffix('.html')}/{file.name}"


def _header(page: Page) -> str:
    tongues = "".join(
        f'<li><a href="{escape(html.address(each.link))}" lang="{escape(each.lang)}" hreflang="{escape(each.lang)}"'
        f"{_current(each.lang == page.lang)}>{escape(each.name)}</a></li>"
        for each in page.languages
    )
    languages = (
        f'<nav class="languages" aria-label="{escape(page.languages_label)}"><ul>{tongues}</ul></nav>'
        if len(page.languages) > 1
        else ""
    )
    brand = f'<p class="brand"><a href="{escape(html.address(page.home))}">{escape(page.home.label)}</a></p>'
    return f"<header>{brand}{_ways(page.menu, 'menu')}{languages}</header>"


def _ways(ways: Ways, name: str) -> str:
    items = "".join(
        f'<li><a href="{escape(html.address(link))}"{_current(link.label == ways.here)}>{escape(link.label)}</a></li>'
        for link in ways.links
    )
    return f'<nav class="{name}" aria-label="{escape(ways.label)}"><ul>{items}</ul></nav>'


def _current(here: bool) -> str:
    return ' aria-current="page"' if here else ""


def _footer(page: Page) -> str:
    ways = " · ".join(html.anchor(link) for link in page.onward)
    return f'<footer class="footer"><p>{escape(page.footer)}</p><p>{ways}</p></footer>'


def _cards(page: Page) -> Iterator[str]:
    """Write the cards; the ways beside the page follow its title."""
    beside = "".join(_ways(ways, "beside") for ways in page.beside)
    for number, (name, card) in enumerate(page.cards):
        kind = "open" if isinstance(card, _OPEN) else "sub" if getattr(card, "level", 2) > 2 else "card"
        anchor = f' id="{escape(name)}"' if name else ""
        # A record's own boxes carry no heading of their own, and a card is a division of the page, not a landmark.
        yield f'<div class="{kind}"{anchor}>{_card(page, card, number)}</div>'
        if isinstance(card, Title):
            yield beside


def _card(page: Page, card: Card, number: int) -> str:
    match card:
        case Chart():
            return _chart(page, card, f"c{number}")
        case Sheet():
            foot = html.notes(card.notes) + html.source_line(card.sources, card.up_to, page.between)
            return html.heading(card.heading, card.subtitle) + html.table(card.table) + foot
        case Downloads():
            return html.heading(card.heading, card.subtitle) + _downloads(page, card.files)
        case _:
            return _PLAIN[type(card)](card)


def _chart(page: Page, card: Chart, name: str) -> str:
    """Write a chart: drawn twice, and the style sheet shows the one that reads on the screen it meets."""
    wide = svg.draw(card.figure, name=name, way=page.way)
    narrow = svg.draw(card.narrow or card.figure, name=f"{name}n", width=svg.NARROW, way=page.way, hovers=False)
    # The links in a drawing are for a pointer alone: a picture may hold none, and the table beneath holds the same.
    drawings = f'<div aria-hidden="true"><div class="wide">{wide}</div><div class="narrow">{narrow}</div></div>'
    summary = f'<p class="small">{escape(card.summary)}</p>' if card.summary else ""
    table = f"<details><summary>{escape(page.table)}</summary>{html.table(card.table)}</details>"
    return (
        html.heading(card.heading, card.subtitle, card.level)
        + html.key(card.marks)
        + f'<div class="chart"><div class="said" role="img" aria-label="{escape(card.alt)}"></div>{drawings}</div>'
        + summary
        + table
        + html.notes(card.notes)
        + html.source_line(card.sources, card.up_to, page.between)
    )


def _downloads(page: Page, offered: Sequence[File]) -> str:
    items = "".join(
        f'<li><a href="{_to(page, _file(page, file))}" download>{escape(file.label)}</a></li>' for file in offered
    )
    return f'<ul class="ways">{items}</ul>'
