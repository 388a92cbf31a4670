"""Charts as pictures, drawn by a browser on this machine; where there is none, there are none."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from choreographer.browsers import Chromium
from kaleido import Kaleido, PageGenerator
from kaleido.errors import JavascriptError, KaleidoError

from cards import Chart

WIDTH = 830  # px: what a figure is laid out for; on A4 its 14 px type is then some 7 points high
_SCALE = 2.5
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
FAILS = (JavascriptError, KaleidoError, OSError, RuntimeError, TimeoutError)


def browser() -> str:
    """Find the browser that draws: `BROWSER_PATH` or `CHROMIUM`, else one on the path, else where Windows and macOS keep theirs.

    Blank when there is none.
    """
    named = (os.environ.get(name, "") for name in ("BROWSER_PATH", "CHROMIUM"))
    found = (*named, *(shutil.which(name) or "" for name in _BROWSERS))
    usual = "" if sys.platform.startswith("linux") else Chromium.find_browser(skip_local=False) or ""
    return next((path for path in (*found, usual) if path and Path(path).is_file()), "")


def drawn(charts: Iterable[Chart]) -> dict[str, bytes]:
    """Draw charts as PNG by their keys; empty when no browser is found or it does not answer."""
    figures, path = list(charts), browser()
    if not path or not figures:
        return {}
    # In a thread of its own: a loop of events may already run in this one.
    with ThreadPoolExecutor(max_workers=1) as aside:
        try:
            return aside.submit(lambda: asyncio.run(_drawn(figures, path))).result()
        except FAILS:
            return {}


async def _drawn(charts: list[Chart], path: str) -> dict[str, bytes]:
    # Without this, the page that draws would fetch MathJax from the web. Plotly's own script is the installed one.
    page = PageGenerator(mathjax=False)
    async with Kaleido(path=path, page_generator=page, timeout=60) as browser_:
        return {chart.key: bytes(await browser_.calc_fig(chart.figure, opts=_options(chart))) for chart in charts}


def _options(chart: Chart) -> dict[str, object]:
    return {"format": "png", "width": WIDTH, "height": chart.figure.layout.height or 420, "scale": _SCALE}
