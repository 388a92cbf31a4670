"""What opens a page, what is said in paragraphs, and what is told of the page's state."""

from dataclasses import dataclass

from cards.links import Link, Source


@dataclass(frozen=True, kw_only=True)
class Title:
    """Open a page: its one first-level heading, and a sentence beneath.

    `slide` is the kind of slide that the page as a whole can be on the deck.
    """

    heading: str
    lead: str = ""
    slide: str = ""


@dataclass(frozen=True, kw_only=True)
class Prose:
    """Say something in paragraphs or points, with ways onward; `picture` names a drawing in static/pictures."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    links: tuple[Link | Source, ...] = ()
    boxed: bool = False
    level: int = 2
    picture: str = ""
    picture_alt: str = ""


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Tell the reader something about the state of the page. `kind`: info or error."""

    kind: str
    text: str
    points: tuple[str, ...] = ()
    link: Link | None = None
