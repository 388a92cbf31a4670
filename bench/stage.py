"""Measure the stage in Chromium: from a key to the slide drawn. `python -m bench.stage` writes its part of bench/results.md.

Every slide and every stop of the deck is stepped through in each of three ways of showing, forwards and back, after all is
drawn. A key's time begins with the event's own time stamp and ends two animation frames later, when the new slide has been
painted. `L` is measured on every slide.
"""

import os
import statistics
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.e2e.driving import PATIENCE, ROOT, Server, launch

AIM = 150  # ms, of 95 keys in a hundred
HEAD = "# From a key to the slide"
RESULTS = ROOT / "bench" / "results.md"
MODES = {"en": "English", "zh": "Chinese", "both": "both"}
WATCH = """() => {
    window.times = [];
    document.addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => requestAnimationFrame(() => {
        times.push(performance.now() - timeStamp);
    })), true);
}"""
PRESSED = "count => window.times.length === count"


def keys(page: Page, mode: str) -> tuple[list[float], list[float]]:
    """Step through the deck and back, and through the languages: the times of steps and of `L`, in ms."""
    page.evaluate("mode => { stage.show({ mode, index: 0, step: 0 }); window.times.length = 0; }", mode)
    steps = int(page.evaluate("stage.slides.en.reduce((sum, _, index) => sum + stage.steps(index) + 1, -1)"))
    for number, key in enumerate(["PageDown"] * steps + ["PageUp"] * steps, 1):
        page.keyboard.press(key)
        page.wait_for_function(PRESSED, arg=number)
    walked = list(page.evaluate("times.splice(0)"))
    for index in range(int(page.evaluate("stage.slides.en.length"))):
        page.evaluate("index => stage.show({ index, step: 99 })", index)
        page.keyboard.press("l")
        page.wait_for_function(PRESSED, arg=index + 1)
    return walked, list(page.evaluate("times.splice(0)"))


def measure(browser: Browser, server: Server) -> dict[str, tuple[list[float], list[float]]]:
    """Take all measurements, by way of showing."""
    page = browser.new_context(viewport={"width": 1920, "height": 1080}).new_page()
    page.set_default_timeout(2 * PATIENCE)
    page.goto(f"{server.url}/stage")
    page.wait_for_selector("body[data-ready]")
    page.evaluate(WATCH)
    times = {mode: keys(page, mode) for mode in MODES}
    page.context.close()
    return times


def spread(times: list[float]) -> str:
    """Write the middle, the 95th of a hundred and the longest of some times."""
    return f"{statistics.median(times):.0f} | {statistics.quantiles(times, n=20)[-1]:.0f} | {max(times):.0f} | {len(times)}"


def report() -> str:
    """Measure, and write the results as a table."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = Server(Path(folder) / "log")
        try:
            browser = launch(playwright)
            times, chromium = measure(browser, server), browser.version
        finally:
            server.stop()
    lines = [
        f"| {name} | {what} | {spread(taken)} |"
        for mode, name in MODES.items()
        for what, taken in zip(("step", "`L`"), times[mode], strict=True)
    ]
    worst = max(statistics.quantiles(taken, n=20)[-1] for both in times.values() for taken in both)
    verdict = f"met, {AIM - worst:.0f} ms below" if worst < AIM else f"missed by {worst - AIM:.0f} ms"
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    table = "\n".join(lines)
    return f"""{HEAD}

Measured on {datetime.now(UTC):%-d %B %Y} by `python -m bench.stage` at 1920 × 1080: {os.cpu_count()} cores, Chromium {chromium} without a
screen or graphics card. Load at the end: {load}.

Every slide and stop, forwards and back, in three ways of showing; from the key's own time stamp to the second animation
frame after it, in ms. The aim is under {AIM} ms for 95 keys in a hundred: {verdict}.

| Shown | Key | Median | 95th of 100 | Longest | Keys |
| --- | --- | --- | --- | --- | --- |
{table}
"""


def main() -> None:
    """Measure, and write this part of the results beneath the others."""
    before = RESULTS.read_text(encoding="utf-8").partition(HEAD)[0].rstrip() if RESULTS.exists() else ""
    written = report()
    RESULTS.write_text(f"{before}\n\n{written}".lstrip(), encoding="utf-8")
    print(written)


if __name__ == "__main__":
    main()
