"""What a page says in words: its title, prose, notices, headline numbers and findings."""

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


@dataclass(frozen=True, kw_only=True)
class Headline:
    """State one number with its measure, its period and a way to what it rests on."""

    value: str
    label: str
    period: str
    link: Link


@dataclass(frozen=True, kw_only=True)
class Strip:
    """Set headlines side by side."""

    headlines: tuple[Headline, ...]


@dataclass(frozen=True, kw_only=True)
class Finding:
    """Say one thing the data holds, the caution that belongs to it, and where to check it."""

    sentence: str
    caution: str
    source: str
    copy: str
    link: Link


@dataclass(frozen=True, kw_only=True)
class Findings:
    """Group findings under a heading."""

    heading: str
    subtitle: str
    findings: tuple[Finding, ...]
