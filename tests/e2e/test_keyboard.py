"""All that a mouse can do, the keyboard can: nothing here is clicked."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import openpyxl
import pytest
from playwright.sync_api import Locator, expect

import loaders
import texts
from tests.e2e.conftest import Visitor
from tests.e2e.driving import PAGES, Server, Visit
from texts import Words
from views.choices import SECTORS

FOCUS = """() => {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const box = at.getClientRects()[0], look = getComputedStyle(at);
    const x = box.x + box.width / 2, y = box.y + Math.min(box.height / 2, 20);
    let top = document.elementFromPoint(x, y);
    while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top) top = top.shadowRoot.elementFromPoint(x, y);
    const alone = getComputedStyle(at).display !== 'inline';
    return {
        tag: at.tagName, words: at.getAttribute('aria-label') || at.innerText || '',
        seen: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
        shown: box.width > 0 && box.top < innerHeight && box.bottom > 0,
        covered: !(top && (at.contains(top) || top.contains(at))),
        small: alone && (box.width < 24 || box.height < 24) ? `${at.outerHTML.slice(0, 120)} ${box.width}x${box.height}` : '',
    };
}"""
FURTHEST = 1500  # stops of the tab key; a page with more is a trap or a maze


def tab_to(visit: Visit, found: Locator) -> None:
    """Press the tab key until an element has the focus."""
    for _ in range(FURTHEST):
        if found.count() and found.first.evaluate("at => at === (at.getRootNode().activeElement)"):
            return
        visit.page.keyboard.press("Tab")
    raise AssertionError(f"The tab key never reached {found}")


def press(visit: Visit, *keys: str) -> None:
    for key in keys:
        visit.page.keyboard.press(key)


@pytest.fixture
def chinese(package: loaders.Package) -> Words:
    return texts.load("zh", **package.partnership.names("zh"))


def test_a_whole_visit_needs_no_mouse(visit: Visit, words: Words, chinese: Words) -> None:
    visit.open("/timeline")
    page = visit.page
    tab_to(visit, page.get_by_role("link", name=words("language.zh"), exact=True))
    press(visit, "Enter")
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(page.locator("h1")).to_have_text(chinese("nav.timeline"))
    visit.drawn()

    tab_to(visit, visit.card("filters").get_by_role("button").first)
    press(visit, "Enter")
    expect(page.get_by_role("dialog")).to_be_focused()
    press(visit, "Tab")  # the sectors are one stop; arrows go through them
    heritage = page.get_by_role("button", name=chinese("sector.heritage"), exact=True)
    for _ in range(SECTORS.index("heritage")):
        press(visit, "ArrowRight")
    expect(heritage).to_be_focused()
    press(visit, "Space")
    expect(page).to_have_url(re.compile("sector=heritage"))
    press(visit, "Escape")
    visit.drawn()

    tab_to(visit, page.locator(".js-plotly-plot[data-keys]"))
    press(visit, "Home", "ArrowRight")
    expect(page.locator(".points path.reached")).to_have_count(1)
    expect(page.locator(".hoverlayer .hovertext")).to_have_count(1)
    press(visit, "Enter")
    expect(page).to_have_url(re.compile(r"pick=E\d+"))
    record = visit.card("picked-both_ways").get_by_role("link").first
    expect(record).to_be_visible()
    title = record.inner_text()
    visit.drawn()
    tab_to(visit, record)
    press(visit, "Enter")
    expect(page).to_have_url(re.compile(r"/record\?.*id=E\d+"))
    expect(page.locator("h1, h2").filter(has_text=title).first).to_be_visible()
    visit.drawn()
    assert "lang=zh" in visit.query()
    assert "sector=heritage" in visit.query()

    page.go_back()  # as Alt and the left arrow do; a browser without a window has no such keys
    expect(page.locator("h1")).to_have_text(chinese("nav.timeline"))
    visit.drawn()
    tab_to(visit, visit.card("actions-both_ways").get_by_role("button", name=chinese("table.download")))
    press(visit, "Enter")
    first = page.get_by_role("button", name=chinese("table.xlsx"))
    expect(first).to_be_visible()
    tab_to(visit, first)
    with page.expect_download() as kept:
        press(visit, "Enter")
    assert kept.value.suggested_filename.endswith(".xlsx")
    sheet = openpyxl.load_workbook(io.BytesIO(kept.value.path().read_bytes())).worksheets[0]
    said = {str(cell) for row in sheet.iter_rows(values_only=True) for cell in row}
    assert any(chinese("sector.heritage") in cell for cell in said), "what is kept is what was chosen"


def test_the_skip_link_passes_the_bar(visit: Visit, words: Words) -> None:
    visit.open("/timeline")
    press(visit, "Tab")
    skip = visit.page.get_by_role("link", name=words("app.skip"))
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    press(visit, "Enter", "Tab")
    expect(visit.card("filters").get_by_role("button").first).to_be_focused()


@pytest.mark.parametrize("path", PAGES)
def test_the_focus_is_seen_everywhere_and_is_nowhere_trapped(visit: Visit, path: str) -> None:
    visit.open(path)
    stops = []
    for _ in range(FURTHEST):
        press(visit, "Tab")
        stop = visit.page.evaluate(FOCUS)
        if stop["tag"] == "BODY":
            break
        stops.append(stop)
    else:
        raise AssertionError("The tab key never came to the end of the page")
    assert len(stops) > 8
    for fault in ("covered", "small"):
        assert [(stop[fault], stop["words"][:60]) for stop in stops if stop[fault]] == []
    for virtue in ("seen", "shown"):
        assert [(stop["tag"], stop["words"][:60]) for stop in stops if not stop[virtue]] == []


def test_every_chart_tells_each_of_its_marks(visit: Visit) -> None:
    for path in ("/", "/students", "/trade", "/timeline?view=who", "/outcomes"):
        visit.open(path)
        for chart in visit.page.locator(".js-plotly-plot[data-keys]").all():
            chart.focus()
            press(visit, "End", "ArrowRight")
            expect(visit.page.locator(".points path.reached")).to_have_count(1)
            expect(visit.page.locator(".heard")).not_to_be_empty()


@pytest.mark.parametrize("key", ["r", "c"])
def test_a_single_key_does_nothing_outside_text_fields(
    visit: Visit, key: str, script_runs: Callable[[Visit], list[str]]
) -> None:
    visit.open("/timeline")
    seen = script_runs(visit)
    press(visit, "Tab", key)
    # What Streamlit would have done comes before what is asked of it next.
    visit.page.locator("h1").click()
    press(visit, key)
    expect(visit.page.get_by_role("dialog")).to_have_count(0)
    assert seen == []
    visit.card("filters").get_by_role("button").first.click()
    visit.page.get_by_role("button", name="Culture", exact=True).click()
    expect(visit.page).to_have_url(re.compile("sector=culture"))
    visit.drawn()
    assert len(seen) == 1, "only the choice has been sent to the server"


@pytest.fixture
def script_runs() -> Callable[[Visit], list[str]]:
    """Watch what is sent to the server from now on: a message for every run of the script."""

    def watch(visit: Visit) -> list[str]:
        sent: list[str] = []
        tools = visit.tools()
        tools.send("Network.enable")
        tools.on("Network.webSocketFrameSent", lambda event: sent.append(event["response"]["payloadData"]))
        return sent

    return watch


def test_letters_reach_a_text_field(visitor: Visitor, server: Server) -> None:
    visit = visitor(server)
    visit.open("/record")
    field = visit.page.get_by_test_id("stTextInput").get_by_role("textbox").first
    tab_to(visit, field)
    visit.page.keyboard.type("crc")
    expect(field).to_have_value("crc")
