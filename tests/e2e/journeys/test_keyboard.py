"""All that a mouse can do, the keyboard can: nothing here is clicked."""

import io
import re
from collections.abc import Callable

import openpyxl
import pytest
from playwright.sync_api import expect

import loaders
import texts
from tests.e2e.conftest import Visitor
from tests.e2e.driving import Server, Visit
from tests.e2e.keyboard import press, tab_to
from texts import Words
from views.choices import SECTORS


@pytest.fixture
def chinese(package: loaders.Package) -> Words:
    return texts.load("zh", **package.partnership.names("zh"))


def test_a_whole_visit_needs_no_mouse(visit: Visit, chinese: Words) -> None:
    visit.open("/timeline")
    page = visit.page
    tab_to(visit, page.get_by_role("link", name=texts.ROWS["zh"].name, exact=True))
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
