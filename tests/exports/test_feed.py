"""The feed is valid Atom: lasting ids, dates as instants, links only where the site has an address."""

import re
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import loaders
import texts
from commands.__main__ import main
from exports.feed import ATOM, Entry, atom, urn
from tests.conftest import DATA
from tests.fixtures.invented_pair import write
from views.choices import Choices
from views.context import Context
from views.record import feed

EVIL = 'A & B <script>"x"</script> \x0b\x00'
ENTRY = Entry(
    name="E001",
    title=EVIL,
    text=EVIL,
    published=date(2026, 1, 10),
    updated=date(2026, 3, 2),
    link="record?id=E001&lang=en",
)
NAMES = {"": ATOM}


def read(*entries: Entry, address: str = "") -> ET.Element:
    return ET.fromstring(  # noqa: S314 - our own bytes
        atom(
            entries, package="pair", title="Title", subtitle="Beneath", author="Title",
            updated=date(2026, 3, 2), lang="en", address=address,
        )
    )  # fmt: skip


def text(parent: ET.Element, name: str) -> str:
    found = parent.findall(name, NAMES)
    assert len(found) == 1, name
    return found[0].text or ""


def test_a_feed_and_each_entry_hold_what_the_format_asks_for() -> None:
    root = read(ENTRY)
    assert root.tag == f"{{{ATOM}}}feed"
    (entry,) = root.findall("entry", NAMES)
    for part in (root, entry):
        assert text(part, "id").startswith("urn:uuid:")
        assert text(part, "title")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", text(part, "updated"))
    assert text(root.find("author", NAMES) or root, "name") == "Title"
    assert (text(entry, "published"), text(entry, "updated")) == ("2026-01-10T00:00:00Z", "2026-03-02T00:00:00Z")
    assert text(entry, "content")


def test_the_same_record_keeps_its_id_and_no_two_share_one() -> None:
    assert urn("pair", "E001") == urn("pair", "E001")
    assert len({urn("pair"), urn("pair", "E001"), urn("pair", "E002"), urn("other", "E001")}) == 4


def test_values_are_escaped_and_what_xml_cannot_hold_is_left_out() -> None:
    entry = read(ENTRY).find("entry", NAMES)
    assert entry is not None
    assert text(entry, "title") == 'A & B <script>"x"</script> '


def test_without_an_address_no_link_is_written() -> None:
    assert read(ENTRY).findall(".//link", NAMES) == []


def test_with_an_address_an_entry_leads_to_its_record() -> None:
    links = [link.get("href") for link in read(ENTRY, address="https://example.org/").findall(".//link", NAMES)]
    assert links == ["https://example.org/", "https://example.org/record?id=E001&lang=en"]


def test_the_first_edition_is_one_entry_and_each_later_change_its_own(tmp_path: Path) -> None:
    other = loaders.open(write(tmp_path / "pair"))
    words = texts.load("en", **other.partnership.names("en"))
    found = feed.entries(Context(other, Choices(), words))
    assert [entry.name for entry in found][-1] == feed.FIRST
    assert {entry.name for entry in found} == {"E003", "E009", "E010", "E012", "TRD-003", feed.FIRST}
    updated = {entry.name: entry.updated for entry in found}
    assert (updated["E003"], updated["E009"]) == (date(2026, 3, 2), date(2026, 2, 1))
    assert found[-1].text.startswith("First edition: 10 exchanges")


def test_the_real_feed_names_nobody_who_is_not_named_in_the_partnership(
    package: loaders.Package, tmp_path: Path
) -> None:
    out = tmp_path / "feed.xml"
    assert main(["export", "feed", str(out), str(DATA)]) == 0
    root = ET.parse(out).getroot()  # noqa: S314 - our own bytes
    author = text(root.find("author", NAMES) or root, "name")
    assert author in {package.partnership.publisher, package.partnership.owner, text(root, "title")} - {""}


def test_an_address_that_is_none_is_refused(tmp_path: Path) -> None:
    out = tmp_path / "feed.xml"
    assert main(["export", "feed", str(out), str(DATA), "--address", "example.org"]) == 1
    assert not out.exists()
