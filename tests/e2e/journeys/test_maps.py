"""The maps open their places by mouse, touch and keyboard, at every width, with nothing fetched from outside."""

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Visitor
from tests.e2e.driving import Server, Visit
from texts import Words

WHERE = "/timeline?view=where"
SIZES = {"phone": (390, 844), "laptop": (1440, 900), "projector": (1920, 1080)}


@pytest.fixture(params=SIZES, ids=list(SIZES))
def sized(request: pytest.FixtureRequest, visitor: Visitor, server: Server, words: Words) -> Visit:
    width, height = SIZES[request.param]
    visit = visitor(server, viewport={"width": width, "height": height}, has_touch=True)
    visit.open(WHERE)
    if request.param == "phone":  # the page is drawn anew once the browser has told that it is narrow
        expect(visit.page.get_by_role("button", name=words("app.menu"))).to_be_visible()
        visit.drawn()
    return visit


def middle(visit: Visit) -> tuple[float, float]:
    """Find the middle of the first place on the map around a city."""
    dot = visit.page.locator(".stPlotlyChart .subplot.x2y2 .point").first
    dot.scroll_into_view_if_needed()
    box = dot.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def opened(visit: Visit) -> None:
    expect(visit.page).to_have_url(re.compile(r"[?&]pick=\w+"))
    expect(visit.card("picked-where").locator("article").first).to_be_visible()


def test_a_place_opens_by_mouse(sized: Visit) -> None:
    sized.page.mouse.move(*middle(sized))
    sized.page.mouse.click(*middle(sized))
    opened(sized)


def test_a_place_opens_by_touch(sized: Visit) -> None:
    sized.page.touchscreen.tap(*middle(sized))
    opened(sized)


def test_a_place_opens_by_keyboard(sized: Visit) -> None:
    sized.page.locator(".js-plotly-plot").first.focus()
    sized.page.keyboard.press("ArrowRight")
    sized.page.keyboard.press("Enter")
    opened(sized)


def test_the_coast_is_drawn_on_all_three_maps(sized: Visit) -> None:
    for axes in ("xy", "x2y2", "x3y3"):
        expect(sized.page.locator(f".stPlotlyChart .subplot.{axes} .lines path").first).to_be_attached()
