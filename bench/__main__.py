"""Measure the pages in Chromium against a bare script that draws the same figures; write bench/results.md.

Cold open: a browser without memory, from the start of the navigation until every chart is drawn; the server is warm.
Filter: from the key that chooses a first year until every chart is drawn anew; every year is chosen once, so none was
seen before. Both sides take turns within a round, and the order changes from round to round.
"""

import os
import platform
import statistics
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

import loaders
import texts
from bench import stage
from cards import Chart
from tests.e2e.driving import DESKTOP, DRAWN, PATIENCE, ROOT, Server, launch
from views.choices import Choices
from views.context import Context
from views.places import PLACES

ROUNDS = 12
AIM = 1.25
MEASURED = ("overview", "timeline", "students")
FIRST = 2001  # the years chosen run from here, one a round
# True once the page is drawn, every chart tells what it should, and the browser has painted it.
PAINTED = f"""told => {{
    const drawn = {DRAWN};
    const alts = [...document.querySelectorAll('.stPlotlyChart')].map(chart => chart.getAttribute('aria-label'));
    if (!drawn() || JSON.stringify(alts) !== JSON.stringify(told)) return false;
    return new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now()))));
}}"""

Times = dict[tuple[str, str, str], list[float]]


def told(package: loaders.Package, page: str, first: int | None) -> list[str]:
    """Say what the charts of a page tell in words, from a first year on."""
    words = texts.load("en", **package.partnership.names("en"))
    choices = Choices(years=(first, package.as_of.year) if first else None)
    return [card.alt for card in PLACES[page].view(Context(package, choices, words)) if isinstance(card, Chart)]


def painted(page: Page, alts: list[str]) -> float:
    """Wait until the charts are painted; give the page's own clock, in ms since its navigation began."""
    moment = page.wait_for_function(PAINTED, arg=alts, polling="raf", timeout=PATIENCE).json_value()
    return float(moment)


def measure(browser: Browser, address: str, before: list[str], after: list[str], first: int) -> tuple[float, float]:
    """Open an address cold, then choose a first year; give both times in ms."""
    context = browser.new_context(viewport=DESKTOP, locale="en-GB")
    page = context.new_page()
    page.goto(address)
    cold = painted(page, before)
    if not page.locator(".st-key-f-from").is_visible():
        page.locator(".st-key-filters button").nth(1).click()
    year = page.locator(".st-key-f-from input")
    year.fill(str(first))
    page.get_by_role("option", name=str(first), exact=True).wait_for()
    page.evaluate("document.addEventListener('keydown', () => { window.pressed = performance.now(); }, true)")
    year.press("Enter")
    redrawn = painted(page, after) - float(page.evaluate("window.pressed"))
    context.close()
    return cold, redrawn


def run(folder: Path) -> tuple[Times, str]:
    """Take all measurements; give them by page, measure and side, with the browser's version."""
    package = loaders.open(ROOT / "data")
    times: Times = defaultdict(list)
    ours, bare = Server(folder / "ours"), Server(folder / "bare", script="bench/bare.py")
    try:
        with sync_playwright() as playwright:
            browser = launch(playwright)
            for count in range(ROUNDS + 1):
                for page in MEASURED:
                    before, after = told(package, page, None), told(package, page, FIRST + count)
                    sides = [("ours", f"{ours.url}/{PLACES[page].address}"), ("bare", f"{bare.url}/?page={page}")]
                    for side, address in sides if count % 2 else sides[::-1]:
                        cold, redrawn = measure(browser, address, before, after, FIRST + count)
                        if count:  # the first round warms both servers
                            times[page, "cold", side].append(cold)
                            times[page, "filter", side].append(redrawn)
            return times, browser.version
    finally:
        ours.stop()
        bare.stop()


def report(times: Times, chromium: str) -> str:
    """Write the measurements as a table of medians, with the middle half of the values in brackets."""
    names = {"cold": "Cold open until every chart is drawn", "filter": "Filter change until every chart is redrawn"}
    lines = []
    for page in MEASURED:
        for measured, name in names.items():
            ours, bare = times[page, measured, "ours"], times[page, measured, "bare"]
            ratio = statistics.median(ours) / statistics.median(bare)
            verdict = f"met, {AIM - ratio:.2f} below" if ratio <= AIM else f"missed by {ratio - AIM:.2f}"
            lines.append(f"| {page} | {name} | {spread(ours)} | {spread(bare)} | {ratio:.2f} | {verdict} |")
    today = f"{datetime.now(UTC):%-d %B %Y}"
    table = "\n".join(lines)  # an f-string takes no backslash before Python 3.12
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return f"""# What a page costs beside its figures

Measured on {today} by `make bench`: {os.cpu_count()} cores, {processor()}, {platform.system()}, Python
{platform.python_version()}, Chromium {chromium} without a screen or graphics card. Load at the end: {load}.

The dashboard against `bench/bare.py`, which draws the same figures and nothing else. {ROUNDS} rounds in one run, both
sides in turn; medians in ms, with the middle half of the values in brackets. A cold open has an empty browser and a
warm server; a filter change chooses years that were not chosen before. The aim is at most {AIM} times the bare script.

| Page | Measure | Dashboard | Bare script | Ratio | Aim |
| --- | --- | --- | --- | --- | --- |
{table}
"""


def spread(values: list[float]) -> str:
    """Write a median with the quartiles around it."""
    low, _, high = statistics.quantiles(values, n=4)
    return f"{statistics.median(values):.0f} ({low:.0f} to {high:.0f})"


def processor() -> str:
    """Name the processor, where the system says."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def main() -> None:
    """Measure and write the results."""
    with tempfile.TemporaryDirectory() as folder:
        written = f"{report(*run(Path(folder)))}\n{stage.report()}"
    (ROOT / "bench" / "results.md").write_text(written, encoding="utf-8")
    print(written)


if __name__ == "__main__":
    main()
