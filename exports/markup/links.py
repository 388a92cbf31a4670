"""Links as markup, and the addresses they lead to."""

import re
from urllib.parse import urlencode

from markupsafe import Markup

from cards import Link, Source
from exports.markup.element import element, joined

# A letter to one address, with every other sign of it written as %: nothing a mail program takes for a second one.
_LETTER = re.compile(r"mailto:[\w.+-]+@[\w.-]+(\?[\w.~%=&-]*)?", re.ASCII)


def address(link: Link) -> str:
    """Write a link's address relative to any page of the dashboard."""
    return (link.page or "./") + ("?" + urlencode(link.query, safe=",:") if link.query else "")


def elsewhere(way: Link | Source, root: str) -> Source:
    """Write a link as it stands outside the dashboard: to a page in full, where the dashboard's address `root` is known."""
    if isinstance(way, Source):
        return way
    return Source(label=way.label, url=root and f"{root.rstrip('/')}/{address(way).removeprefix('./')}")


def anchor(link: Link | Source, label: str | None = None) -> Markup:
    """Write a link; a source without an address is text."""
    text = label or link.label
    if isinstance(link, Link):
        return element("a", text, href=address(link), target="_self")
    if link.url.startswith(("http://", "https://")):
        return element("a", text, href=link.url, rel="noopener noreferrer")
    if _LETTER.fullmatch(link.url):
        return element("a", text, href=link.url)
    return joined([text])
