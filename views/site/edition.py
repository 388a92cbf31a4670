"""The static edition: what stands around each page's cards, and where every link in it leads."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from urllib.parse import urlencode

from cards import Link, Pager, Search, Source, Switch, Title
from cards.deck_editor import DeckEditor
from exports.site.pages import FramedPage, Menu, StaticCard
from loaders import Package
from texts import Words
from views import places
from views.about import page as about
from views.choices import SECTORS, Choices
from views.context import Context
from views.place import StaticPage
from views.site.links import file_of, relative, to_files
from views.wording import untranslated

_CELL = re.compile(r"([a-z]+):(\d{4})")  # the code of a place on the board that holds records
_DRIVEN = (Search, Switch, Pager, DeckEditor)  # what only the dashboard itself can answer


def needs() -> tuple[str, ...]:
    """Name the datasets that no edition can do without."""
    return tuple(dict.fromkeys(name for place in places.PLACES.values() if place.static for name in place.needs))


def pages(package: Package, languages: Mapping[str, Words], *, address: str = "") -> Iterator[FramedPage]:
    """Compose every page in every language; the first language lies at the root, each other in a folder of its own.

    `address` is where the dashboard stands; without it no page leads to its live twin. Raises ValueError where two
    views would lie in one file.
    """
    paths: set[str] = set()
    for words in languages.values():
        context = Context(package, Choices(lang=words.lang), words)
        edition = Edition(context, languages, address.rstrip("/"))
        for page in edition.pages():
            if page.path in paths:
                raise ValueError(f"two pages at {page.path}")
            paths.add(page.path)
            yield page


class Edition:
    """Put the pages of one language into their frame."""

    def __init__(self, context: Context, languages: Mapping[str, Words], address: str) -> None:
        """Take the context of a whole edition: nothing is chosen in it but the language."""
        self.context, self.languages, self.address = context, languages, address
        self.words, self.choices = context.words, context.choices
        self.roots = {code: "" if not number else f"{code}/" for number, code in enumerate(languages)}
        self.records = {name for kind in ("exchanges", "trade_events") for name in context.package.frame(kind)["id"]}

    def pages(self) -> Iterator[FramedPage]:
        """Compose and frame every page."""
        for place in places.PLACES.values():
            if place.static:
                yield from map(self.page, place.pages(self.context))

    def page(self, own: StaticPage) -> FramedPage:
        """Frame one page, and lead its links to the files around it."""
        words, address, query = self.words, own.place.address, own.query
        file = file_of(address, query)
        path, root = self.roots[words.lang] + file, self.roots[words.lang]
        parts = [
            (name, self._with_sector(card, own))
            for name, card in own.parts
            if not isinstance(card, _DRIVEN) and not isinstance(card, own.place.live)
        ]
        live = f"{self.address}/{address}?{urlencode(query, safe=',:')}"
        onward = [Source(label=words("site.live"), url=live)] if self.address else []
        return FramedPage(
            path=path,
            lang=words.language.tag,
            title=words("app.page_title", page=" · ".join(self._title(own))),
            skip_label=words("app.skip"),
            menu=to_files(self._menu(own), path, root),
            home=to_files(self.choices.link(words("app.title"), ""), path, root),
            translations={
                other.language.tag: Link(label=other.language.name, page=relative(self.roots[code] + file, path))
                for code, other in self.languages.items()
            },
            translations_label=words("site.languages"),
            beside=to_files(tuple(self._beside(own)), path, root),
            cards=tuple((name, to_files(card, path, root)) for name, card in parts),
            table_label=words("table.show"),
            separator=words("join.items", a="", b=""),
            names=untranslated.names(self.context.package, words.lang),
            footer=about.footer(self.context),
            onward_links=(*onward, *to_files(self._foot(), path, root)),
            way=self._way(own, path, root),
        )

    def _with_sector(self, card: StaticCard, own: StaticPage) -> StaticCard:
        """Say in a page's heading which sector it is about."""
        if not isinstance(card, Title) or not own.choices.sectors:
            return card
        sector = self.words(f"sector.{own.choices.sectors[0]}")
        return replace(card, heading=self.words("site.of_sector", page=card.heading, sector=sector))

    def _title(self, own: StaticPage) -> Iterator[str]:
        """Name a page by its own title, else by its place and its look; and by its sector."""
        place, view = own.place, own.choices.get("view")
        yield own.title or self.words(f"nav.{place.name}")
        if place.switch and not own.title and view in place.looks:
            yield place.look(view, self.words)
        if own.choices.wider:
            yield self.words("filter.wider")
        yield from (self.words(f"sector.{sector}") for sector in own.choices.sectors)

    def _foot(self) -> tuple[Link, ...]:
        beside = [place for place in places.PLACES.values() if place.foot and place.static]
        return (
            *(self.choices.link(self.words(place.foot), place.address) for place in beside),
            self.choices.link(self.words("access.link"), "about", view="accessibility"),
        )

    def _menu(self, own: StaticPage) -> Menu:
        bar = [place for place in places.PLACES.values() if place.static and not place.foot]
        links = tuple(self.choices.link(self.words(f"nav.{place.name}"), place.address) for place in bar)
        return Menu(label=self.words("app.menu"), links=links, here=self.words(f"nav.{own.place.name}"))

    def _beside(self, own: StaticPage) -> Iterator[Menu]:
        """Lead to the other looks of a place, and to the same page for one sector."""
        words, choices, place = self.words, own.choices, own.place
        view = choices.get("view")
        if place.switch and not choices.get("id"):
            names = {look: place.look(look, words) for look in place.looks}
            links = tuple(
                choices.change(wider=False).link(name, place.address, view=look) for look, name in names.items()
            )
            yield Menu(label=words(place.switch), links=links, here=names.get(view) or names[place.looks[0]])
        if place.has_sectors(own.query) and not choices.get("pick"):
            names = {"": words("filter.all"), **{sector: words(f"sector.{sector}") for sector in SECTORS}}
            links = tuple(
                choices.change(sectors=(sector,) if sector else ()).link(name, place.address, view=view)
                for sector, name in names.items()
            )
            here = names[choices.sectors[0] if choices.sectors else ""]
            yield Menu(label=words("filter.sector"), links=links, here=here)

    def _way(self, own: StaticPage, path: str, root: str) -> Callable[[str], str]:
        """Lead from a mark's code to the file of the record it names, or of all that it rests on."""
        picks = {link.query["pick"]: link for link in links_of(card for _, card in own.parts) if "pick" in link.query}

        def way(code: str) -> str:
            cell = _CELL.fullmatch(code)
            if code in self.records:
                link = self.choices.link(code, "record", id=code)
            elif cell and cell[1] in SECTORS:
                link = self.choices.change(sectors=(cell[1],)).link(code, "record", years=f"{cell[2]}-{cell[2]}")
            elif code in picks:
                link = picks[code]
            else:
                return ""
            return to_files(link, path, root).page

        return way


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
