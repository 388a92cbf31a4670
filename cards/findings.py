"""Numbers and sentences that answer first, each with a way to what it rests on."""

from dataclasses import dataclass

from cards.links import Link


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
