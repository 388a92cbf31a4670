"""What a reader does on a page: switch, search, turn pages, take files away."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Switch:
    """Choose one of a few ways to look; `name` is the address's word for it."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]
    value: str


@dataclass(frozen=True, kw_only=True)
class Search:
    """Take words to search for; `name` is the address's word for them."""

    name: str
    label: str
    help: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Pager:
    """Step through a long list; `name` is the address's word for the step."""

    name: str
    pages: int
    page: int
    previous: str
    following: str
    position: str


@dataclass(frozen=True, kw_only=True)
class File:
    """Offer one file; its bytes are made when asked for."""

    label: str
    name: str
    mime: str
    make: Callable[[], bytes]


@dataclass(frozen=True, kw_only=True)
class Downloads:
    """Offer files to take away."""

    heading: str
    subtitle: str
    files: tuple[File, ...]
