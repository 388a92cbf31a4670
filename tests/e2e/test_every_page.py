"""What holds on every page: light on the wire, readable charts, one heading, the right language."""

from __future__ import annotations

from itertools import pairwise

import pytest
from playwright.sync_api import expect

from tests.e2e.driving import PAGES, Visit

LIMIT = 3_200_000  # bytes


@pytest.mark.parametrize("path", PAGES)
def test_a_cold_page_is_light_on_the_wire(visit: Visit, path: str) -> None:
    received: list[float] = []
    tools = visit.tools()
    tools.send("Network.enable")
    tools.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    tools.on(
        "Network.webSocketFrameReceived", lambda event: received.append(len(event["response"]["payloadData"]) * 3 / 4)
    )
    visit.open(path)
    assert sum(received) < LIMIT


@pytest.mark.parametrize("path", PAGES)
def test_every_chart_is_told_in_words(visit: Visit, path: str) -> None:
    visit.open(path)
    assert all(len(alt) > 40 for alt in visit.charts())


@pytest.mark.parametrize("path", PAGES)
def test_headings_form_one_outline_in_the_page_s_language(visit: Visit, path: str) -> None:
    visit.open(path)
    levels = visit.page.locator("h1, h2, h3, h4").evaluate_all("heads => heads.map(head => Number(head.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    expect(visit.page.locator("html")).to_have_attribute("lang", "en")


SMALL_OR_TURNED = """texts => texts.filter(text => text.textContent.trim() && (
    parseFloat(getComputedStyle(text).fontSize) < 12 || /rotate\\((?!0[,)])/.test(text.getAttribute('transform') ?? '')
)).map(text => text.textContent)"""


@pytest.mark.parametrize("path", PAGES)
def test_words_in_charts_are_large_enough_and_level(visit: Visit, path: str) -> None:
    visit.open(path)
    assert visit.page.locator(".stPlotlyChart svg text").evaluate_all(SMALL_OR_TURNED) == []


@pytest.mark.parametrize("path", PAGES)
def test_words_in_charts_are_not_cut_off(visit: Visit, path: str) -> None:
    visit.open(path)
    outside = visit.page.locator(".stPlotlyChart").evaluate_all(
        """charts => charts.flatMap(chart => {
            const frame = chart.getBoundingClientRect();
            return [...chart.querySelectorAll('svg text')].filter(text => text.textContent.trim()).filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
            }).map(text => text.textContent);
        })"""
    )
    assert outside == []
