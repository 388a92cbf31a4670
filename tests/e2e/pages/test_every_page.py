"""What holds on every page: light on the wire, readable charts, one heading, the right language."""

from itertools import pairwise

from playwright.sync_api import Browser, expect

from tests.e2e.driving import DESKTOP, Server, Visit

LIMIT = 3_200_000  # bytes


def test_a_cold_page_is_light_on_the_wire(wide: Visit) -> None:
    assert wide.weight() < LIMIT


def test_a_page_weighs_what_a_browser_without_memory_receives(browser: Browser, server: Server) -> None:
    context = browser.new_context(viewport=DESKTOP, locale="en-GB")
    visit = Visit(context.new_page(), server)
    sizes: list[float] = []
    tools = visit.tools()
    tools.send("Network.enable")
    tools.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    visit.open("/timeline")
    heads = 600 * len(sizes)  # bytes: what goes before each body
    assert visit.weight() - visit.told <= sum(sizes) <= visit.weight() - visit.told + heads
    context.close()


def test_every_chart_is_told_in_words(wide: Visit) -> None:
    assert [alt for alt in wide.charts() if len(alt) <= 40] == []


def test_headings_form_one_outline_in_the_page_s_language(wide: Visit) -> None:
    levels = wide.page.locator("h1, h2, h3, h4").evaluate_all("heads => heads.map(head => Number(head.tagName[1]))")
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    expect(wide.page.locator("html")).to_have_attribute("lang", "en-GB")


SMALL_OR_TURNED = """texts => texts.filter(text => text.textContent.trim() && (
    parseFloat(getComputedStyle(text).fontSize) < 12 || /rotate\\((?!0[,)])/.test(text.getAttribute('transform') ?? '')
)).map(text => text.textContent)"""


def test_words_in_charts_are_large_enough_and_level(wide: Visit) -> None:
    assert wide.page.locator(".stPlotlyChart svg text").evaluate_all(SMALL_OR_TURNED) == []


def test_words_in_charts_are_not_cut_off(wide: Visit) -> None:
    outside = wide.page.locator(".stPlotlyChart").evaluate_all(
        """charts => charts.flatMap(chart => {
            const frame = chart.getBoundingClientRect();
            return [...chart.querySelectorAll('svg text')].filter(text => text.textContent.trim()).filter(text => {
                const box = text.getBoundingClientRect();
                return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
            }).map(text => text.textContent);
        })"""
    )
    assert outside == []
