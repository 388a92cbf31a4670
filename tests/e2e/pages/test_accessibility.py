"""Every page in every language, whole and with its parts opened, keeps the rules of WCAG 2.2 AA that a machine can test."""

import pytest
from playwright.sync_api import ViewportSize, expect

from tests.e2e.axe import breaches
from tests.e2e.conftest import Visitor
from tests.e2e.driving import DESKTOP, PAGES, PHONE, Server, Visit
from tests.e2e.pages.conftest import HANDSET, localised
from texts import Words


def test_no_page_shuts_anyone_out(wide: Visit) -> None:
    assert breaches(wide.page) == []


def test_no_chinese_page_shuts_anyone_out(chinese: Visit) -> None:
    assert breaches(chinese.page) == []


def test_no_page_shuts_anyone_out_on_a_phone(phone: Visit) -> None:
    assert breaches(phone.page) == []


@pytest.mark.soak
@pytest.mark.parametrize("path", PAGES)
def test_no_chinese_page_shuts_anyone_out_on_a_phone(visitor: Visitor, server: Server, path: str) -> None:
    visit = visitor(server, viewport=PHONE, **HANDSET)
    visit.open(localised(path, "zh"))
    assert breaches(visit.page) == []


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_what_opens_shuts_nobody_out(visitor: Visitor, server: Server, words: Words, size: ViewportSize) -> None:
    wide = size == DESKTOP
    visit = visitor(server, viewport=size, **({} if wide else HANDSET))
    visit.open("/timeline")
    if wide:
        openers = visit.card("filters").get_by_test_id("stPopoverButton").all()
    else:
        openers = [visit.page.get_by_role("button", name=words("app.menu"))]
        visit.card("filters").locator("summary").click()
        expect(visit.card("filters").get_by_test_id("stPopoverButton")).to_have_count(4)
        assert breaches(visit.page) == []
    for opener in [*openers, *visit.card("actions-both_ways").get_by_test_id("stPopoverButton").all()]:
        opener.click()
        expect(visit.page.get_by_test_id("stPopoverBody")).to_be_visible()
        assert breaches(visit.page) == []
        visit.page.keyboard.press("Escape")
        expect(visit.page.get_by_test_id("stPopoverBody")).to_have_count(0)
        expect(opener).to_be_focused()
    visit.open("/timeline?pick=E012")
    expect(visit.card("picked-both_ways").locator("article")).to_be_visible()
    assert breaches(visit.page) == []


def test_every_stop_has_a_name_and_the_place_one_is_at_is_told(visit: Visit, words: Words) -> None:
    visit.open("/students")
    expect(visit.page.locator("a[aria-current=page]")).to_have_text([words("nav.students")])
    visit.page.get_by_role("link", name=words("nav.trade"), exact=True).click()
    expect(visit.page.locator("h1")).to_have_text(words("nav.trade"))
    expect(visit.page.locator("a[aria-current=page]")).to_have_text([words("nav.trade")])
    for chart in visit.page.locator(".js-plotly-plot[data-keys]").all():
        expect(chart).to_have_attribute("aria-label", words("app.chart_keys"))
