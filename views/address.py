"""The address is the whole state of a view: read strictly, fall back quietly; codes and plain years."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qsl, urlencode, urlsplit

from views.choices import DIRECTIONS, SECTORS, Choices

OWN = {
    "view": r"[a-z_]{1,20}",
    "pick": r"[\w:.-]{1,80}",
    "id": r"[A-Z0-9-]{2,12}",
    "q": r"[^\x00-\x1f]{1,80}",
    "page": r"[1-9]\d{0,2}",
    "order": r"oldest|newest",
    "since": r"\d{4}-\d{2}-\d{2}",
    "step": r"\d{1,2}",
    "dataset": r"[a-z_]{1,40}",
}


def parse(address: Mapping[str, str], *, years: tuple[int, int], languages: tuple[str, ...], preferred: str) -> Choices:
    """Read an address. Whatever is not understood is left out; years are kept within the span that is charted."""
    lang = address.get("lang", "")
    own = {name: address[name] for name, pattern in OWN.items() if re.fullmatch(pattern, address.get(name, ""))}
    return Choices(
        lang=lang if lang in languages else preferred,
        sectors=tuple(sector for sector in SECTORS if sector in address.get("sector", "").split(",")),
        years=_years(address.get("years", ""), years),
        direction=address["direction"] if address.get("direction") in DIRECTIONS else None,
        wider=address.get("relation") == "wider",
        own=own,
    )


def split(text: str) -> tuple[str, dict[str, str]]:
    """Take an address apart that has no host, as `/timeline?sector=culture`: the page, and what stands behind it."""
    parts = urlsplit(text)
    return parts.path.strip("/"), dict(parse_qsl(parts.query))


def written(page: str, choices: Choices) -> str:
    """Write the address of a view, from the page on."""
    return f"/{page}?{urlencode(choices.query(**choices.own), safe=',:')}"


def _years(text: str, span: tuple[int, int]) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{4})(?:-(\d{4}))?", text)
    if not match:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    if first > last or last < span[0] or first > span[1]:
        return None
    years = max(first, span[0]), min(last, span[1])
    return None if years == span else years
