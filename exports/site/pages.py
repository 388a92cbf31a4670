"""Finished cards as pages of the static edition: they need no script, ask no network for anything, and open from disk."""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from cards import Chart, Downloads, File, Link, Sheet, Source, Title
from cards.palette import PROPERTIES
from exports.markup import cards, fonts
from exports.markup.document import document
from exports.markup.element import element, joined
from exports.markup.languages import mark_languages
from exports.markup.links import address, anchor
from exports.svg import figure as svg

LIMIT = 300_000  # bytes of a page: what a slow phone in a full hall can still fetch
LOOK, ICON, FONTS, FILES = "site.css", "icon.png", "fonts/", "files/"
_SHEETS = (LOOK, *(f"{FONTS}{name}" for name in fonts.SHEETS))
_HERE = Path(__file__).parent
_STATIC = Path(__file__).parents[2] / "static"

# What a page can show: the controls of the dashboard ask for a server.
StaticCard = cards.Fragment | Chart | Sheet | Downloads


@dataclass(frozen=True, kw_only=True)
class Menu:
    """Lead to pages beside this one; `here` is the page that is shown."""

    label: str
    links: tuple[Link, ...]
    here: str = ""


@dataclass(frozen=True, kw_only=True)
class FramedPage:
    """One page: where it lies, what stands around its cards, and the cards, each under a name that can be linked to."""

    path: str
    lang: str
    title: str
    skip_label: str
    menu: Menu
    home: Link
    translations: Mapping[str, Link]  # by tag, each labelled in its own language
    translations_label: str
    beside: tuple[Menu, ...]
    cards: tuple[tuple[str, StaticCard], ...]
    table_label: str
    footer: str
    onward_links: tuple[Link | Source, ...]
    way: Callable[[str], str] = svg.nowhere
    separator: str = "; "  # what stands between two sources
    names: frozenset[str] = frozenset()  # names in another language's letters


def assets() -> Mapping[str, bytes]:
    """Give what all pages share: the style sheet, the icon, and the fonts, for a reader's machine may have neither."""
    look = "\n".join(
        sheet.read_text(encoding="utf-8") for sheet in (_HERE.parent / "markup" / "cards.css", _HERE / LOOK)
    )
    type_ = {f"{FONTS}{file.name}": file.read_bytes() for file in sorted((_STATIC / FONTS).iterdir())}
    return {LOOK: (PROPERTIES + look).encode("utf-8"), ICON: (_STATIC / ICON).read_bytes(), **type_}


def files(page: FramedPage) -> Mapping[str, Callable[[], bytes]]:
    """Give the files that a page offers, by where they are to lie."""
    return {
        _file(page, file): file.make for _, card in page.cards if isinstance(card, Downloads) for file in card.files
    }


def write(page: FramedPage) -> bytes:
    """Write a page."""
    return document(
        element("a", page.skip_label, class_="skip", href="#main"),
        _header(page),
        element(
            "main", *(mark_languages(part, page.lang, page.names) for part in _cards(page)), id="main", tabindex=-1
        ),
        element(
            "footer",
            element("p", page.footer),
            element("p", joined(map(anchor, page.onward_links), " · ")),
            class_="footer",
        ),
        lang=page.lang,
        title=page.title,
        links=_links(page),
        class_="charted" if any(isinstance(card, Chart) for _, card in page.cards) else None,
    )


def _links(page: FramedPage) -> Iterator[Markup]:
    """Write what a browser fetches with a page, and where it finds the page in other languages."""
    yield from (element("link", rel="stylesheet", href=_to(page, sheet)) for sheet in _SHEETS)
    yield element("link", rel="icon", href=_to(page, ICON))
    for tag, link in page.translations.items():
        if tag != page.lang:
            yield element("link", rel="alternate", hreflang=tag, href=address(link))


def _to(page: FramedPage, path: str) -> str:
    return posixpath.relpath(path, posixpath.dirname(page.path) or ".")


def _file(page: FramedPage, file: File) -> str:
    return f"{FILES}{page.path.removesuffix('.html')}/{file.name}"


def _header(page: FramedPage) -> Markup:
    brand = element("p", element("a", page.home.label, href=address(page.home)), class_="brand")
    ways = (_way(link, tag == page.lang, lang=tag, hreflang=tag) for tag, link in page.translations.items())
    languages = _nav("languages", page.translations_label, ways)
    return element("header", brand, _menu(page.menu, "menu"), languages if len(page.translations) > 1 else "")


def _menu(menu: Menu, name: str) -> Markup:
    return _nav(name, menu.label, (_way(link, link.label == menu.here) for link in menu.links))


def _nav(name: str, label: str, ways: Iterable[Markup]) -> Markup:
    return element("nav", element("ul", *(element("li", way) for way in ways)), class_=name, aria_label=label)


def _way(link: Link, here: bool, **attributes: str) -> Markup:
    current = "page" if here else None
    return element("a", link.label, href=address(link), **attributes, aria_current=current)


def _cards(page: FramedPage) -> Iterator[Markup]:
    """Write the cards; the menus beside the page follow its title."""
    for number, (name, card) in enumerate(page.cards):
        # A record's own boxes carry no heading of their own, and a card is a division of the page, not a landmark.
        yield element("div", _card(page, card, number), class_=cards.ground(card), id=name or None)
        if isinstance(card, Title):
            yield joined(_menu(menu, "beside") for menu in page.beside)


def _card(page: FramedPage, card: StaticCard, number: int) -> Markup:
    match card:
        case Chart():
            return _chart(page, card, f"c{number}")
        case Sheet():
            return (
                cards.heading(card.heading, card.subtitle) + cards.table(card.table) + cards.foot(card, page.separator)
            )
        case Downloads():
            ways = (
                element("li", element("a", file.label, href=_to(page, _file(page, file)), download=True))
                for file in card.files
            )
            return cards.heading(card.heading, card.subtitle) + element("ul", *ways, class_="ways")
        case _:
            return cards.fragment(card)


def _chart(page: FramedPage, card: Chart, name: str) -> Markup:
    """Write a chart: drawn twice, and the style sheet shows the one that reads on the screen it meets."""
    wide = svg.draw(card.figure, name=name, way=page.way)
    narrow = svg.draw(card.narrow, name=f"{name}n", width=svg.NARROW, way=page.way, hovers=False)
    # The links in a drawing are for a pointer alone: a picture may hold none, and the table beneath holds the same.
    drawings = element(
        "div",
        element("div", wide, class_="wide"),
        element("div", narrow, class_="narrow"),
        aria_hidden="true",
    )
    words = element("div", class_="said", role="img", aria_label=card.alt)
    return joined(
        [
            cards.heading(card.heading, card.subtitle),
            cards.key(card.marks),
            element("div", words, drawings, class_="chart"),
            card.summary and cards.small(card.summary),
            element("details", element("summary", page.table_label), cards.table(card.table)),
            cards.foot(card, page.separator),
        ]
    )
