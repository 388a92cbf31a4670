"""Cards as fragments: every kind is written, whatever its values hold stays text, and links lead only where they may."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, get_args

import html5lib
import pytest

from cards import Card, Link, Notice, Prose, Records, Sheet, Source, Strip, Title
from exports.markup import cards
from exports.markup.document import document
from exports.markup.links import address, anchor
from tests.samples import CARDS, KINDS, LINK, RECORD, TABLE

HOSTILE = "<script>alert(1)</script>\"'&"
FRAGMENTS = [card for card in CARDS if isinstance(card, get_args(cards.Fragment))]
_CODES = ("lang", "picture")  # a cell's own language would add an element
T = TypeVar("T")


def read(fragment: str) -> Any:
    page = document(fragment, lang="en", title="Title").decode("utf-8")
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page).find("body")


def hostile(value: T) -> T:
    """Put hostile text into every text of a card, at any depth."""
    if isinstance(value, str):
        return HOSTILE  # type: ignore[return-value]
    if isinstance(value, tuple):
        return tuple(map(hostile, value))  # type: ignore[return-value]
    if isinstance(value, Mapping):
        return {HOSTILE: HOSTILE}  # type: ignore[return-value]
    if is_dataclass(value) and not isinstance(value, type):
        texts = {field.name: hostile(getattr(value, field.name)) for field in fields(value) if field.name not in _CODES}
        return replace(value, **texts)
    return value


def test_there_is_a_sample_of_every_kind_of_card() -> None:
    assert {type(card) for card in CARDS} == KINDS


def test_every_fragment_has_its_writer() -> None:
    assert {type(card) for card in FRAGMENTS} == set(get_args(cards.Fragment))
    for card in FRAGMENTS:
        assert read(cards.fragment(card)).find(".//*") is not None


@pytest.mark.parametrize("card", FRAGMENTS, ids=lambda card: type(card).__name__)
def test_no_text_of_a_card_becomes_markup(card: cards.Fragment) -> None:
    usual = [each.tag for each in read(cards.fragment(card)).iter()]
    broken = read(cards.fragment(hostile(card)))
    # A source whose address is none is text: nothing else may differ.
    assert [each.tag for each in broken.iter() if each.tag != "a"] == [tag for tag in usual if tag != "a"]
    assert HOSTILE in "".join(broken.itertext())


@pytest.mark.parametrize(
    ("url", "leads"),
    [
        *(
            ("https://a.example/x?y=1&z=2", True),
            ("http://a.example", True),
            ("mailto:a@b.example?subject=x%20y", True),
        ),
        *(("mailto:a@b.example,c@d.example", False), ("mailto:a@b.example?bcc=c@d.example", False)),
        *(("javascript:alert(1)", False), ("JAVASCRIPT:alert(1)", False), (" https://a.example", False)),
        *(("data:text/html,x", False), ("//a.example", False), ("", False)),
    ],
)
def test_a_source_is_a_link_only_to_the_web_or_to_one_reader_of_letters(url: str, leads: bool) -> None:
    body = read(anchor(Source(label="a & b", url=url)))
    assert "".join(body.itertext()).strip() == "a & b"
    assert [link.get("href") for link in body.iter("a")] == ([url] if leads else [])


def test_an_address_keeps_what_the_dashboard_reads_and_escapes_the_rest() -> None:
    assert address(Link(label="", page="", query={})) == "./"
    given = Link(label="", page="record", query={"sector": "culture,sport", "pick": "kind:a", "q": "a&b=<c>"})
    assert address(given) == "record?sector=culture,sport&pick=kind:a&q=a%26b%3D%3Cc%3E"


def test_a_card_stands_open_beneath_a_rule_or_beneath_a_weak_one() -> None:
    found = {cards.ground(card) for card in (Title(heading=""), Strip(headlines=()), Notice(kind="info", text=""))}
    assert found == {"open"}
    assert cards.ground(Prose(heading="")) == "card"
    assert cards.ground(Records(heading="", subtitle="", records=(), level=3)) == "sub"


def test_a_record_is_headed_one_level_beneath_its_list() -> None:
    body = read(cards.records(Records(heading="List", subtitle="", records=(RECORD,), level=3)))
    assert [(each.tag, "".join(each.itertext())) for each in body.iter() if each.tag in ("h3", "h4")] == [
        ("h3", "List"),
        ("h4", RECORD.title),
    ]


def test_what_is_not_there_leaves_no_empty_element() -> None:
    assert cards.prose(Prose(heading="")) == ""
    assert cards.foot(Sheet(key="", heading="", subtitle="", table=TABLE), "; ") == ""
    assert cards.notice(Notice(kind="info", text="x", link=LINK)).count("<ul") == 0


def test_every_kind_of_card_is_a_card() -> None:
    assert all(isinstance(card, get_args(Card)) for card in CARDS)
