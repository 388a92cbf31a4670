"""Records in short."""

from dataclasses import dataclass

from cards.links import Link


@dataclass(frozen=True, kw_only=True)
class RecordCard:
    """Show one record in short: when, what, the facts that place it, and who says so."""

    record: str
    title: str
    when: str
    facts: tuple[str, ...]
    text: str
    sources: str
    link: Link
    colour: str
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class Records:
    """List records as cards."""

    heading: str
    subtitle: str
    records: tuple[RecordCard, ...]
    more: Link | None = None
    level: int = 2
