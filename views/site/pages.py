"""The plain pages: what stands around each one's cards, and where every link in it leads."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from urllib.parse import urlencode

from cards import DeckEditor, Link, Pager, Search, Source, Switch, Title
from exports.site.pages import Menu as Ways
from exports.site.pages import Page, StaticCard
from exports.site.pages import Translation as Tongue
from loaders import Package
from texts import Words
from views.about import page as about
from views.choices import SECTORS, Choices
from views.context import Context
from views.site.links import divided, linked, place, relative
from views.site.parts import NEEDS, VIEWS, Leaf, leaves
from views.wording import untranslated as foreign

__all__ = ["NEEDS", "Edition", "pages"]
_LOOKS = {"timeline": ("when", "who", "where"), "record": ("search", "gaps", "sources", "data", "new")}
_CELL = re.compile(r"([a-z]+):(\d{4})")  # the code of a place on the board that holds records
_DRIVEN = (Search, Switch, Pager, DeckEditor)  # what only the dashboard itself can answer


def pages(package: Package, languages: Mapping[str, Words], *, address: str = "") -> Iterator[Page]:
    """Compose every page in every language; the first language lies at the root, each other in a folder of its own.

    `address` is where the dashboard stands; without it no page leads to its live twin.
    """
    for lang, words in languages.items():
        edition = Edition(package, words, languages, address.rstrip("/"))
        for leaf in leaves(package, Choices(lang=lang), words):
            yield edition.page(leaf)


class Edition:
    """Put the pages of one language into their frame."""

    def __init__(self, package: Package, words: Words, languages: Mapping[str, Words], address: str) -> None:
        self.package, self.words, self.languages, self.address = package, words, languages, address
        self.roots = {code: "" if not number else f"{code}/" for number, code in enumerate(languages)}
        self.plain = Choices(lang=words.lang)
        self.records = {name for kind in ("exchanges", "trade_events") for name in package.frame(kind)["id"]}

    def page(self, leaf: Leaf) -> Page:
        """Frame one page, and lead its links to the files around it."""
        words, address, query = self.words, _address(leaf.name), leaf.query
        file = place(address, query)
        path, root = self.roots[words.lang] + file, self.roots[words.lang]
        parts = [(name, self._headed(card, leaf)) for name, card in leaf.parts if not isinstance(card, _DRIVEN)]
        live = f"{self.address}/{address}?{urlencode(query, safe=',:')}"
        onward = [Source(label=words("site.live"), url=live)] if self.address else []
        return Page(
            path=path,
            lang=tag(words),
            title=words("app.page_title", page=" · ".join(self._named(leaf))),
            skip=words("app.skip"),
            menu=linked(self._menu(leaf), path, root),
            home=linked(self.plain.link(words("app.title"), ""), path, root),
            languages=tuple(
                Tongue(
                    lang=tag(other),
                    name=words(f"language.{code}"),
                    link=Link(label=code, page=relative(self.roots[code] + file, path)),
                )
                for code, other in self.languages.items()
            ),
            languages_label=words("site.languages"),
            beside=linked(tuple(self._beside(leaf, file)), path, root),
            cards=tuple((name, linked(card, path, root)) for name, card in parts),
            table=words("table.show"),
            between=words("join.items", a="", b=""),
            names=foreign.kept(self.package, words.lang),
            footer=about.footer(Context(self.package, self.plain, words)),
            onward=(*onward, *linked(self._foot(), path, root)),
            way=self._way(leaf, path, root),
        )

    def _headed(self, card: StaticCard, leaf: Leaf) -> StaticCard:
        """Say in a page's heading which sector it is about."""
        if not isinstance(card, Title) or not leaf.choices.sectors:
            return card
        sector = self.words(f"sector.{leaf.choices.sectors[0]}")
        return replace(card, heading=self.words("site.of_sector", page=card.heading, sector=sector))

    def _named(self, leaf: Leaf) -> Iterator[str]:
        """Name a page by its own title, else by its place and its look; and by its sector."""
        view = leaf.choices.get("view")
        yield leaf.title or self.words(f"nav.{leaf.name}")
        if not leaf.title and leaf.name in _LOOKS and view in _LOOKS[leaf.name]:
            yield self._look(leaf.name, view)
        if leaf.choices.wider:
            yield self.words("filter.wider")
        yield from (self.words(f"sector.{sector}") for sector in leaf.choices.sectors)

    def _look(self, name: str, look: str) -> str:
        words = self.words
        return (
            words(f"timeline.{look}")
            if name == "timeline"
            else words("site.list")
            if look == "search"
            else words(f"record_page.view.{look}")
        )

    def _foot(self) -> tuple[Link, ...]:
        return (
            self.plain.link(self.words("nav.about"), "about"),
            self.plain.link(self.words("access.link"), "about", view="accessibility"),
        )

    def _menu(self, leaf: Leaf) -> Ways:
        names = [name for name in VIEWS if name != "about"]
        links = tuple(self.plain.link(self.words(f"nav.{name}"), _address(name)) for name in names)
        return Ways(label=self.words("app.menu"), links=links, here=self.words(f"nav.{leaf.name}"))

    def _beside(self, leaf: Leaf, file: str) -> Iterator[Ways]:
        """Lead to the other looks of a place, and to the same page for one sector."""
        words, choices = self.words, leaf.choices
        if leaf.name in _LOOKS and not choices.get("id"):
            looks = _LOOKS[leaf.name]
            here = choices.get("view") if choices.get("view") in looks else looks[0]
            links = tuple(
                choices.change(wider=False).link(self._look(leaf.name, look), leaf.name, view=look) for look in looks
            )
            label = words("timeline.switch" if leaf.name == "timeline" else "record_page.switch")
            yield Ways(label=label, links=links, here=self._look(leaf.name, here))
        if divided(file.rpartition("/")[2]) and not choices.get("pick"):
            each = {"": words("filter.all"), **{sector: words(f"sector.{sector}") for sector in SECTORS}}
            own = {"view": choices.get("view")}
            links = tuple(
                choices.change(sectors=(sector,) if sector else ()).link(label, _address(leaf.name), **own)
                for sector, label in each.items()
            )
            here = each[choices.sectors[0] if choices.sectors else ""]
            yield Ways(label=words("filter.sector"), links=links, here=here)

    def _way(self, leaf: Leaf, path: str, root: str) -> Callable[[str], str]:
        """Lead from a mark's code to the file of the record it names, or of all that it rests on."""
        picks = {link.query["pick"]: link for link in links_of(card for _, card in leaf.parts) if "pick" in link.query}

        def way(code: str) -> str:
            cell = _CELL.fullmatch(code)
            if code in self.records:
                link = self.plain.link(code, "record", id=code)
            elif cell and cell[1] in SECTORS:
                link = self.plain.change(sectors=(cell[1],)).link(code, "record", years=f"{cell[2]}-{cell[2]}")
            elif code in picks:
                link = picks[code]
            else:
                return ""
            return linked(link, path, root).page

        return way


def tag(words: Words) -> str:
    """Give a language's tag as a page names it: en-GB, zh-Hans-CN."""
    return str(words.locale).replace("_", "-")


def links_of(value: object) -> Iterator[Link]:
    """Find every link within cards, at any depth."""
    if isinstance(value, Link):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from links_of(getattr(value, field.name))
    elif isinstance(value, Iterable) and not isinstance(value, str | Mapping):
        for each in value:
            yield from links_of(each)


def _address(name: str) -> str:
    return "" if name == "overview" else name
