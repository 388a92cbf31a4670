"""Ways onward: to a view of the dashboard, or to who says so."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, kw_only=True)
class Link:
    """Point to a view of the dashboard: its page, and the address behind the question mark."""

    label: str
    page: str
    query: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Source:
    """Name who says so, and where."""

    label: str
    url: str = ""
