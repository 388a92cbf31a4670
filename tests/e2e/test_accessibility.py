"""Every page in every language, whole and with its parts opened, keeps the rules of WCAG 2.2 AA that a machine can test."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

import loaders
import texts
from tests.e2e.conftest import Visitor
from tests.e2e.driving import DESKTOP, PAGES, PHONE, Server, Visit
from texts import LANGUAGES, Words

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What Streamlit itself breaks and we cannot mend: (rule, Streamlit's name of the part) to (a page where it is, why).
ALLOWED: dict[tuple[str, str], tuple[str, str]] = {}
# The nearest part that Streamlit names; a target in a component's own tree is a list, and ours by definition.
PLACE = "target => document.querySelector(target)?.closest('[data-testid]')?.dataset.testid ?? ''"
Breach = tuple[str, str, str]

# What moves for a moment may lie over a button: it is looked at when it has come to rest.
RESTED = """() => Promise.all(document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
    .map((each) => each.finished.catch(() => null)))"""


def breaches(visit: Visit) -> list[Breach]:
    """Name each breach on the page as it stands by its rule, the part of Streamlit it stands in, and its markup."""
    visit.page.evaluate(RESTED)
    results = (
        Axe()
        .run(visit.page, options={"resultTypes": ["violations"], "runOnly": {"type": "tag", "values": RULES}})
        .response
    )
    assert "target-size" in {rule["id"] for kind in ("passes", "violations", "incomplete") for rule in results[kind]}
    return [
        (violation["id"], _place(visit, node["target"]), node["html"][:200])
        for violation in results["violations"]
        for node in violation["nodes"]
    ]


def _place(visit: Visit, target: list[Any]) -> str:
    return str(visit.page.evaluate(PLACE, target[0])) if len(target) == 1 and isinstance(target[0], str) else ""


def unexcused(visit: Visit) -> list[Breach]:
    return [breach for breach in breaches(visit) if breach[:2] not in ALLOWED]


def localised(path: str, lang: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang={lang}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_no_page_shuts_anyone_out(visit: Visit, path: str, lang: str) -> None:
    visit.open(localised(path, lang))
    assert unexcused(visit) == []


@pytest.mark.soak
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_no_page_shuts_anyone_out_on_a_phone(
    visitor: Visitor, server: Server, package: loaders.Package, path: str, lang: str
) -> None:
    visit = phone(visitor, server, localised(path, lang))
    words = texts.load(lang, **package.partnership.names(lang))
    expect(visit.page.get_by_role("button", name=words("app.menu"))).to_be_visible()
    assert unexcused(visit) == []


def phone(visitor: Visitor, server: Server, path: str) -> Visit:
    """Open a page as a phone does, which says by its name that it is one."""
    visit = visitor(server, viewport=PHONE, has_touch=True, user_agent="Mozilla/5.0 (Linux; Android 16) Mobile Chrome")
    visit.open(path)
    return visit


def test_what_is_excused_still_occurs(visit: Visit) -> None:
    for (rule, part), (path, _) in ALLOWED.items():
        visit.open(path)
        assert (rule, part) in {breach[:2] for breach in breaches(visit)}


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_what_opens_shuts_nobody_out(visitor: Visitor, server: Server, words: Words, size: dict[str, int]) -> None:
    wide = size == DESKTOP
    visit = visitor(server, viewport=size) if wide else phone(visitor, server, "/timeline")
    visit.open("/timeline")
    if wide:
        openers = visit.card("filters").get_by_test_id("stPopoverButton").all()
    else:
        openers = [visit.page.get_by_role("button", name=words("app.menu"))]
        visit.card("filters").locator("summary").click()
        expect(visit.card("filters").get_by_test_id("stPopoverButton")).to_have_count(4)
        assert unexcused(visit) == []
    for opener in [*openers, *visit.card("actions-both_ways").get_by_test_id("stPopoverButton").all()]:
        opener.click()
        expect(visit.page.get_by_test_id("stPopoverBody")).to_be_visible()
        assert unexcused(visit) == []
        visit.page.keyboard.press("Escape")
        expect(visit.page.get_by_test_id("stPopoverBody")).to_have_count(0)
        expect(opener).to_be_focused()
    visit.open("/timeline?pick=E012")
    expect(visit.card("picked-both_ways").locator("article")).to_be_visible()
    assert unexcused(visit) == []


def test_every_stop_has_a_name_and_the_place_one_is_at_is_told(visit: Visit, words: Words) -> None:
    visit.open("/students")
    expect(visit.page.locator("a[aria-current=page]")).to_have_text([words("nav.students")])
    visit.page.get_by_role("link", name=words("nav.trade"), exact=True).click()
    expect(visit.page.locator("h1")).to_have_text(words("nav.trade"))
    expect(visit.page.locator("a[aria-current=page]")).to_have_text([words("nav.trade")])
    for chart in visit.page.locator(".js-plotly-plot[data-keys]").all():
        expect(chart).to_have_attribute("aria-label", words("app.chart_keys"))
