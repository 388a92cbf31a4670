"""What's new as an Atom feed (RFC 4287): entries in, the bytes of one XML file out."""

import re
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.etree import ElementTree as ET

ATOM = "http://www.w3.org/2005/Atom"
# What XML 1.0 has no room for: a control character in a cell would make the whole feed unreadable.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """Tell one thing that is new: `name` is its lasting code, `link` its address behind that of the site."""

    name: str
    title: str
    text: str
    published: date
    updated: date
    category: str = ""
    link: str = ""


def urn(package: str, name: str = "") -> str:
    """Give a lasting identifier of a package, or of one thing in it: the same name always has the same."""
    return uuid.uuid5(uuid.NAMESPACE_OID, f"{package}/{name}").urn


def atom(
    entries: Sequence[Entry],
    *,
    package: str,
    title: str,
    subtitle: str,
    author: str,
    updated: date,
    lang: str,
    address: str = "",
) -> bytes:
    """Write a feed. `address` is where the site stands on the web; without it no link is written.

    The format asks every feed for an author: `author` must be who publishes it, or the name of the work itself.
    """
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": lang})
    _add(feed, "id", urn(package))
    _add(feed, "title", title)
    _add(feed, "subtitle", subtitle)
    _add(feed, "updated", _instant(updated))
    _add(ET.SubElement(feed, "author"), "name", author)
    if address:
        _link(feed, address)
    for entry in entries:
        _entry(feed, entry, package, address)
    ET.indent(feed)
    return bytes(ET.tostring(feed, encoding="utf-8", xml_declaration=True)) + b"\n"


def _entry(feed: ET.Element, entry: Entry, package: str, address: str) -> None:
    item = ET.SubElement(feed, "entry")
    _add(item, "id", urn(package, entry.name))
    _add(item, "title", entry.title)
    _add(item, "published", _instant(entry.published))
    _add(item, "updated", _instant(entry.updated))
    if entry.category:
        ET.SubElement(item, "category", {"term": _writable(entry.category)})
    if address and entry.link:
        _link(item, address, entry.link)
    _add(item, "content", entry.text, type="text")


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = _writable(text)


def _link(parent: ET.Element, address: str, link: str = "") -> None:
    ET.SubElement(parent, "link", {"rel": "alternate", "type": "text/html", "href": f"{address.rstrip('/')}/{link}"})


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _instant(day: date) -> str:
    """Write a day as the instant at which it begins: the data know no hours."""
    return f"{day.isoformat()}T00:00:00Z"
