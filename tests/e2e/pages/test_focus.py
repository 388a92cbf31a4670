"""On every page the focus goes everywhere, is seen, and tells of each mark that it reaches."""

from playwright.sync_api import expect

from tests.e2e.driving import Visit
from tests.e2e.keyboard import FOCUS, FURTHEST, press


def test_the_focus_is_seen_everywhere_and_is_nowhere_trapped(wide: Visit) -> None:
    stops = []
    for _ in range(FURTHEST):
        press(wide, "Tab")
        stop = wide.page.evaluate(FOCUS)
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


def test_every_chart_tells_each_of_its_marks(wide: Visit) -> None:
    for chart in wide.page.locator(".js-plotly-plot[data-keys]").all():
        chart.focus()
        press(wide, "End", "ArrowRight")
        expect(wide.page.locator(".points path.reached")).to_have_count(1)
        expect(wide.page.locator(".heard")).not_to_be_empty()
