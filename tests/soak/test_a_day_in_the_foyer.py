"""A day of the foyer's loop, its hours passed in minutes: neither the page nor the server holds more for it. `make soak`."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, sync_playwright

from tests.e2e.driving import PATIENCE, Server, launch
from tests.e2e.stage.driving import HALL, ready
from tests.soak.test_every_choice import keep, memory

pytestmark = pytest.mark.soak

HOURS = 8
PACE = 15  # seconds a slide
GROWTH = 5  # MB that the page may gain after its first hour
SERVER_GROWTH = 10  # MB


def held(tools: CDPSession) -> tuple[int, float]:
    """Count the page's nodes, and the MB its scripts hold, after what can be let go of is let go."""
    tools.send("HeapProfiler.collectGarbage")
    told = {each["name"]: each["value"] for each in tools.send("Performance.getMetrics")["metrics"]}
    return int(told["Nodes"]), told["JSHeapUsedSize"] / 1_000_000


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read as Linux tells it")
def test_eight_hours_of_the_loop_hold_no_more_than_one(tmp_path: Path) -> None:
    server = Server(tmp_path / "log")
    try:
        with sync_playwright() as playwright:
            page = launch(playwright).new_context(viewport=HALL, reduced_motion="reduce").new_page()  # type: ignore[arg-type]
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
                count, size = held(tools)
                nodes.append(count)
                heap.append(size)
                serving.append(memory(server))
    finally:
        server.stop()
    keep(foyer_hours=HOURS, foyer_heap_growth_mb=round(heap[-1] - heap[0], 1), foyer_nodes=nodes[-1])
    assert max(nodes) == nodes[0]
    assert heap[-1] - heap[0] < GROWTH
    assert serving[-1] - serving[0] < SERVER_GROWTH
