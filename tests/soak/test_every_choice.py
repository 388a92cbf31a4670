"""The full numbers: every page under every choice of filters, and a long day's visits to one server. `make soak`."""

from __future__ import annotations

import json
import os
import platform
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import loaders
import queries.records
from cards import Chart
from tests.e2e.driving import DESKTOP, PAGES, ROOT, Server, Visit, launch
from texts import Words
from views.choices import DIRECTIONS, SECTORS, Choices
from views.context import Context
from views.places import PLACES

pytestmark = pytest.mark.soak

RESULT = ROOT / "tests" / "soak" / "result.json"
VISITS = 60
GROWTH = 60  # MB that a server may gain over the last two thirds of the visits: its caches, and no more


def keep(**numbers: object) -> None:
    """Write the last result, with its date and machine."""
    known = json.loads(RESULT.read_text(encoding="utf-8")) if RESULT.exists() else {}
    made = {"date": f"{datetime.now(UTC):%Y-%m-%d}", "machine": f"{os.cpu_count()} cores, {platform.platform()}"}
    RESULT.write_text(json.dumps({**known, **made, **numbers}, indent=2) + "\n", encoding="utf-8")


def spans(package: loaders.Package) -> list[tuple[int, int] | None]:
    """Give all years, every single year, and every run that ends with the last."""
    first, last = package.partnership.first_year, package.as_of.year
    single = [(year, year) for year in range(first, last + 1)]
    return [None, *single, *((year, last) for year in range(first + 1, last))]


def test_every_page_stands_under_every_choice(package: loaders.Package, words: Words) -> None:
    composed = drawn = 0
    sectors = [(), *((sector,) for sector in SECTORS)]
    for name, chosen, years, direction, wider in product(
        PLACES, sectors, spans(package), (None, *DIRECTIONS), (False, True)
    ):
        if name == "deck" or (name == "students" and (chosen or direction or wider)):
            continue  # no filter acts on the one, the years alone on the other
        choices = Choices(sectors=chosen, years=years, direction=direction, wider=wider)
        cards = PLACES[name].view(Context(package, choices, words))
        charts = [card for card in cards if isinstance(card, Chart)]
        assert all(chart.alt and chart.heading for chart in charts), (name, choices)
        for chart in charts:
            if chart.key == "both_ways":
                held = len(dots(package, choices))
                assert sum(len(trace.customdata) for trace in chart.figure.data if trace.customdata is not None) == held
        composed, drawn = composed + 1, drawn + len(charts)
    keep(pages_composed=composed, charts_drawn=drawn)


def dots(package: loaders.Package, choices: Choices) -> list[str]:
    """Count the records of a choice in the plainest way."""
    years = choices.years or (package.partnership.first_year, package.as_of.year)
    rows = package.frame("exchanges").to_dict("records")
    return [
        row["id"]
        for row in rows
        if (choices.wider or row["relation"] == "direct")
        and (not choices.sectors or row["sector"] in choices.sectors)
        and years[0] <= row["start_date"].year <= years[1]
        and (
            choices.direction is None
            or (row["direction"] == choices.direction and row["relation"] in queries.records.COUNTED)
        )
    ]


def memory(server: Server) -> float:
    """Read how much memory the server holds, in MB."""
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read as Linux tells it")
def test_a_long_day_of_visits_leaves_the_server_as_it_was(tmp_path: Path) -> None:
    server = Server(tmp_path / "log")
    held = []
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            for count in range(VISITS):
                tab = browser.new_context(viewport=DESKTOP)
                visit = Visit(tab.new_page(), server)
                visit.open(PAGES[count % len(PAGES)])
                assert visit.complaints() == []
                tab.close()
                held.append(memory(server))
    finally:
        server.stop()
    assert server.complaints() == []
    growth = held[-1] - held[VISITS // 3]
    keep(visits=VISITS, memory_mb=round(held[-1]), growth_mb=round(growth))
    assert growth < GROWTH
