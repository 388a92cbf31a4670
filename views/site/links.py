"""Where each view of the dashboard lies among the plain pages: links to addresses become links to files."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from cards import Cell, Link, Source
from loaders import Package
from texts import LANGUAGES, Words
from views.choices import SECTORS, Choices

BY_SECTOR = ("index", "timeline", "who", "where", "trade", "record")
_PLAIN = ("students", "trade", "outcomes", "cities", "about")
_LIVE = ("deck",)  # places that only the dashboard itself can show
_MORE = ("students", "trade")  # places whose further figures are a page of their own
_LOOKS = {"timeline": ("who", "where"), "record": ("gaps", "sources", "data", "new")}
T = TypeVar("T")


def place(page: str, query: Mapping[str, str]) -> str:
    """Give the file that shows a view, from the root of its language: the same view, else the nearest there is.

    A record, a source, a dataset and all that one dot rests on have files of their own; one sector has the pages of
    `BY_SECTOR`. Of the other filters only a single year is kept, as a place in the list of records.
    """
    file, sector = _whole(page, query), query.get("sector", "")
    return f"sectors/{sector}/{file}" if divided(file) and sector in SECTORS else file


def plain(package: Package, page: str, choices: Choices, words: Words) -> Source | None:
    """Lead from a live view to its plain page; nothing where nobody has said where the plain pages stand."""
    home = package.partnership.plain_pages.rstrip("/")
    if not home.startswith(("http://", "https://")):
        return None
    root = "" if words.lang == LANGUAGES[0] else f"{words.lang}/"
    return Source(label=words("site.plain"), url=f"{home}/{root}{place(page, choices.query(**choices.own))}")


def divided(file: str) -> bool:
    """Tell whether a page is there for each sector too."""
    return file.partition(".")[0] in BY_SECTOR or file.startswith(("who/", "where/"))


def _whole(page: str, query: Mapping[str, str]) -> str:
    """Give the file with no sector chosen."""
    view, pick = query.get("view", ""), query.get("pick", "")
    if page == "record":
        return _record(query, view, pick)
    if page == "timeline":
        look = view if view in _LOOKS["timeline"] else "timeline"
        return f"{look}/{name_of(pick)}.html" if pick and look != "timeline" else f"{look}.html"
    if page == "about" and view == "accessibility":
        return "accessibility.html"
    if page in _MORE and view:
        return f"{page}-more.html"
    if page == "cities" and query.get("step"):
        return f"cities.html#step-{query['step']}"
    return f"{page}.html" if page in _PLAIN else "index.html"


def _record(query: Mapping[str, str], view: str, pick: str) -> str:
    if query.get("id"):
        return f"record/{query['id']}.html"
    if view == "sources" and pick and not pick.startswith("kind:"):
        return f"source/{name_of(pick)}.html"
    if view == "data" and query.get("dataset"):
        return f"data/{query['dataset']}.html"
    if view in _LOOKS["record"]:
        return f"{view}.html"
    first, _, last = query.get("years", "").partition("-")
    year = f"#y{first}" if first and first == (last or first) else ""
    return f"record-wider.html{year}" if query.get("relation") == "wider" else f"record.html{year}"


def name_of(code: str) -> str:
    """Make a file's name of a code, whatever stands in it."""
    return "".join(character if character.isalnum() or character in "._-" else "-" for character in code).strip(".")


def relative(target: str, start: str) -> str:
    """Write the way from one file to another."""
    file, mark, part = target.partition("#")
    return posixpath.relpath(file, posixpath.dirname(start) or ".") + mark + part


def linked(value: T, start: str, root: str = "") -> T:
    """Give a card with every link in it, at any depth, leading from the file `start` to a file beneath `root`."""
    if isinstance(value, Link):
        file = place(value.page, value.query)
        return replace(value, page=relative(root + file, start), query={})
    if isinstance(value, Cell) and isinstance(value.link, Link) and "q" in value.link.query:
        value = replace(value, link=None)  # no page here answers a search for one name: the name stays as words
    if isinstance(value, tuple):
        there = (each for each in value if not (isinstance(each, Link) and each.page in _LIVE))
        return tuple(linked(each, start, root) for each in there)  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        held: dict[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
        changed = {
            name: linked(each, start, root)
            for name, each in held.items()
            if isinstance(each, tuple) or is_dataclass(each)
        }
        return replace(value, **changed)
    return value
