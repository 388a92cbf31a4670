"""A day of the foyer's loop, its hours passed in minutes: neither the page nor the server holds more for it."""

from collections.abc import Callable

from playwright.sync_api import Browser, CDPSession

from tests.e2e.driving import PATIENCE, Server
from tests.e2e.stage.driving import HALL, ready
from tests.soak.memory import ON_LINUX, memory_of

HOURS = 8
PACE = 15  # seconds a slide
GROWTH = 5  # MB that the page may gain after its first hour
SERVER_GROWTH = 10  # MB


def footprint(tools: CDPSession) -> tuple[int, float]:
    """Count the page's nodes, and the MB its scripts hold, after what can be let go of is let go."""
    tools.send("HeapProfiler.collectGarbage")
    metrics = {each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]}
    return int(metrics["Nodes"]), metrics["JSHeapUsedSize"] / 1_000_000


@ON_LINUX
def test_eight_hours_of_the_loop_hold_no_more_than_one(
    browser: Browser, server: Server, record_property: Callable[[str, object], None]
) -> None:
    page = browser.new_context(viewport=HALL, reduced_motion="reduce").new_page()
    page.set_default_timeout(4 * PATIENCE)
    page.clock.install()
    page.goto(f"{server.url}/stage?lang=both&loop={PACE}")
    ready(page)
    tools = page.context.new_cdp_session(page)
    tools.send("Performance.enable")
    nodes, heap, serving = [], [], []
    for _ in range(HOURS):
        for _ in range(60):
            page.clock.run_for(60_000)
        count, size = footprint(tools)
        nodes.append(count)
        heap.append(size)
        serving.append(memory_of(server))
    record_property("foyer_hours", HOURS)
    record_property("foyer_heap_growth_mb", round(heap[-1] - heap[0], 1))
    record_property("foyer_nodes", nodes[-1])
    # A node that each round of the slides left behind would be 17 an hour; one may still wait for the collector.
    assert max(nodes) - nodes[0] < HOURS
    assert heap[-1] - heap[0] < GROWTH
    assert serving[-1] - serving[0] < SERVER_GROWTH
