"""The briefing as HTML: one file that stands alone and reads in order."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

import exports.briefing.html
from cards import Briefing, Chart, Findings, Link, Prose
from loaders import Package
from texts import Words
from views.briefing import document as briefing
from views.choices import Choices
from views.context import Context


@pytest.fixture(scope="module")
def paper(package: Package, words: Words) -> Briefing:
    made = briefing.view(Context(package, Choices(), words))
    assert isinstance(made, Briefing)
    return made


class _Outline(HTMLParser):
    """Note headings, tables, drawings, and what a page would fetch."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.levels: list[int] = []
        self.seen: list[str] = []
        self.named: list[str | None] = []
        self.fetched: list[str] = []
        self.feed(page.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.seen.append(tag)
        if re.fullmatch(r"h\d", tag):
            self.levels.append(int(tag[1]))
        if given.get("role") == "img":
            self.named.append(given.get("aria-label"))
        source = given.get("src") or ("" if tag == "a" else given.get("href")) or ""
        self.fetched += [source] if source and not source.startswith(("data:", "#")) else []


def test_the_headings_run_from_one_to_two(paper: Briefing) -> None:
    levels = _Outline(exports.briefing.html.page(paper, lang="en-GB")).levels
    assert levels == [1] + [2] * len(paper.cards)


def test_every_chart_is_a_drawing_with_a_name_and_a_table(paper: Briefing) -> None:
    outline = _Outline(exports.briefing.html.page(paper, lang="en-GB"))
    charts = [card for card in paper.cards if isinstance(card, Chart)]
    assert outline.named == [chart.alt for chart in charts]
    assert outline.seen.count("svg") >= len(charts)
    assert outline.seen.count("table") == len([card for card in paper.cards if hasattr(card, "table")])


def test_it_asks_for_nothing_and_runs_nothing(paper: Briefing) -> None:
    outline = _Outline(exports.briefing.html.page(paper, lang="en-GB"))
    assert outline.fetched == []
    assert "script" not in outline.seen


def test_it_speaks_its_language(paper: Briefing) -> None:
    assert b'<html lang="zh-CN">' in exports.briefing.html.page(paper, lang="zh-CN")


def test_what_is_in_another_language_is_marked_as_such(paper: Briefing) -> None:
    english = exports.briefing.html.page(replace(paper, lead="The text is 中文."), lang="en-GB").decode()
    assert 'The text is <span lang="zh-CN">中文</span>.' in english
    named = replace(paper, lead="由Liverpool Vision发布")
    chinese = exports.briefing.html.page(named, lang="zh-CN", names=frozenset({"Liverpool Vision"})).decode()
    assert '由<span lang="en">Liverpool Vision</span>发布' in chinese


def test_findings_lead_to_the_dashboard_where_its_address_is_known(paper: Briefing) -> None:
    plain = exports.briefing.html.page(paper, lang="en-GB").decode()
    known = exports.briefing.html.page(replace(paper, address="https://example.org/"), lang="en-GB").decode()
    found = paper.cards[0]
    assert isinstance(found, Findings)
    assert found.findings[0].link.label not in plain
    assert f'href="https://example.org/{found.findings[0].link.page}?' in known


def test_a_way_in_prose_leads_to_the_dashboard_only_where_its_address_is_known(paper: Briefing) -> None:
    prose = Prose(heading="Onward", links=(Link(label="See the record", page="record"),))
    plain = exports.briefing.html.page(replace(paper, cards=(prose,)), lang="en-GB").decode()
    known = exports.briefing.html.page(
        replace(paper, cards=(prose,), address="https://example.org/"), lang="en-GB"
    ).decode()
    assert "See the record" not in plain
    assert 'href="https://example.org/record' in known


def test_values_are_escaped(paper: Briefing) -> None:
    page = exports.briefing.html.page(replace(paper, title="<b>&"), lang="en-GB").decode()
    assert "<h1>&lt;b&gt;&amp;</h1>" in page
