"""The vocabulary of the deck editor: a deck outlined for work, before it is shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, kw_only=True)
class SlideOutline:
    """Outline a slide: its kind in words, its headings by language as the hall will see them, the view it shows.

    `slots` are the words in braces that its headlines may hold. `fault` says why it cannot be shown, `lacks` names what
    it has not got, as codes. `seen` stands for what it shows, to be compared with another day's.
    """

    kind: str
    headings: Mapping[str, str]
    view: str = ""
    address: str = ""
    slots: tuple[str, ...] = ()
    fault: str = ""
    lacks: tuple[str, ...] = ()
    seen: str = ""


@dataclass(frozen=True, kw_only=True)
class DeckOutline:
    """Outline a whole deck: its slides, how long it takes, what is wrong with it, and the deck as a file.

    `document` is the deck as a browser keeps it, `stamped` the same with the data it would be saved with. `query` is
    what its stage needs in the address, blank for the deck that ships. `data` says whether its data are still those in
    force, in words after one code of how much that matters: good, note or mend. `draft` says that some translation is one.
    """

    document: Mapping[str, Any]
    stamped: Mapping[str, Any]
    slides: tuple[SlideOutline, ...]
    total: str
    problems: tuple[str, ...]
    file: str
    query: str
    data: tuple[str, tuple[str, ...]]
    draft: bool


@dataclass(frozen=True, kw_only=True)
class DeckEditor:
    """Work on the deck: `outline` reads the deck that a browser keeps, blank for the one that ships, `default`.

    `read` reads a file of that name: the deck as a browser keeps it, or nothing, and what to say to the reader.
    `write` gives the bytes of a deck as a file, `pack` those of its event pack, called `pack_name`. `folder` is that of
    the data. `look` is slides or rehearsal.
    """

    look: str
    folder: Path
    labels: Mapping[str, str | Mapping[str, str]]
    store: str
    limits: Mapping[str, int]
    default: Mapping[str, Any]
    outline: Callable[[str], DeckOutline]
    read: Callable[[str, bytes], tuple[Mapping[str, Any] | None, tuple[str, ...]]]
    write: Callable[[str], bytes | None]
    pack: Callable[[str], bytes]
    pack_name: str
