"""On a phone the chart turns, the menu folds, and nothing is wider than the screen."""

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visitor
from tests.e2e.driving import PHONE, Server, Visit
from tests.e2e.pages.conftest import HANDSET
from texts import Words


@pytest.fixture
def handset(visitor: Visitor, server: Server) -> Visit:
    return visitor(server, viewport=PHONE, **HANDSET)


def test_the_menu_folds_and_opens(handset: Visit, words: Words) -> None:
    handset.open("/")
    expect(handset.page.get_by_role("link", name=words("nav.students"), exact=True)).to_have_count(0)
    handset.page.get_by_role("button", name=words("app.menu")).click()
    handset.page.get_by_role("link", name=words("nav.students"), exact=True).click()
    expect(handset.page).to_have_title(words("app.page_title", page=words("nav.students")))


def test_the_chart_turns_so_that_years_run_down(handset: Visit) -> None:
    handset.open("/timeline")
    ticks = handset.page.locator(
        ".stPlotlyChart .yaxislayer-above .ytick text, .stPlotlyChart .yaxislayer-below .ytick text"
    )
    expect(ticks.first).to_have_text("1999")
    expect(ticks.last).to_have_text("2026")
    first, last = ticks.first.bounding_box(), ticks.last.bounding_box()
    assert first is not None
    assert last is not None
    assert last["y"] - first["y"] > 400


def test_no_page_scrolls_sideways(phone: Visit) -> None:
    main = phone.page.get_by_test_id("stMain")
    expect(main).to_be_visible()
    assert main.evaluate("main => main.scrollWidth - main.clientWidth") <= 0
    wider = phone.page.locator(".stPlotlyChart .svg-container").evaluate_all(
        "charts => charts.filter(chart => chart.getBoundingClientRect().right > innerWidth).length"
    )
    assert wider == 0
