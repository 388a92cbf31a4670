"""Where each view of the dashboard lies in the static edition: links to addresses become links to files."""

import posixpath
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from cards import Cell, Link, Source
from texts import FIRST
from views import places
from views.choices import SECTORS
from views.context import Context
from views.place import Place

T = TypeVar("T")


def file_of(address: str, query: Mapping[str, str]) -> str:
    """Give the file that shows a view, from the root of its language: the same view, else the nearest there is.

    Of several sectors, and of filters that a place has no pages for, nothing is kept. Raises KeyError for an address
    at which no place stands.
    """
    place = places.at(address)
    if place is None:
        raise KeyError(address)
    if not place.static:
        return file_of("", {})
    file, sector = place.file(query), query.get("sector", "")
    return f"sectors/{sector}/{file}" if place.has_sectors(query) and sector in SECTORS else file


def static_twin(context: Context, place: Place) -> Source | None:
    """Lead from a live view to its static page; nothing where nobody has said where the static edition stands."""
    words, choices = context.words, context.choices
    home = context.package.partnership.static_edition.rstrip("/")
    if not home.startswith(("http://", "https://")):
        return None
    root = "" if words.lang == FIRST else f"{words.lang}/"
    return Source(label=words("site.plain"), url=f"{home}/{root}{file_of(place.address, choices.query(**choices.own))}")


def relative(target: str, start: str) -> str:
    """Write the way from one file to another."""
    file, mark, part = target.partition("#")
    return posixpath.relpath(file, posixpath.dirname(start) or ".") + mark + part


def to_files(value: T, start: str, root: str = "") -> T:
    """Give a card with every link in it, at any depth, leading from the file `start` to a file beneath `root`.

    A link to a place that only the dashboard can show is left out of the list it stands in.
    """
    if isinstance(value, Link):
        return replace(value, page=relative(root + file_of(value.page, value.query), start), query={})
    if isinstance(value, Cell) and isinstance(value.link, Link) and "q" in value.link.query:
        value = replace(value, link=None)  # no page here answers a search for one name: the name stays as words
    if isinstance(value, tuple):
        return tuple(to_files(each, start, root) for each in value if not _live_only(each))  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        parts: dict[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
        changes = {
            name: to_files(part, start, root)
            for name, part in parts.items()
            if isinstance(part, tuple) or is_dataclass(part)
        }
        return replace(value, **changes)
    return value


def _live_only(value: object) -> bool:
    place = places.at(value.page) if isinstance(value, Link) else None
    return place is not None and not place.static
