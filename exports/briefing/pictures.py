"""The charts of a briefing as pictures, drawn by a browser on this machine."""

from collections.abc import Iterable

from kaleido import Kaleido, PageGenerator

from cards import Chart
from exports import browser

WIDTH = 830  # px: what a figure is laid out for; on A4 its 14 px type is then some 7 points high
_SCALE = 2.5


def draw(charts: Iterable[Chart]) -> dict[str, bytes] | browser.Failure:
    """Draw charts as PNG by their keys, or say why not."""
    drawn = list(charts)

    async def pictures(path: str) -> dict[str, bytes]:
        # Without this, the page that draws would fetch MathJax from the web. Plotly's own script is the installed one.
        page = PageGenerator(mathjax=False)
        async with Kaleido(path=path, page_generator=page, timeout=browser.SECONDS) as kaleido:
            return {chart.key: bytes(await kaleido.calc_fig(chart.figure, opts=_options(chart))) for chart in drawn}

    return browser.drive(pictures) if drawn else {}


def _options(chart: Chart) -> dict[str, object]:
    return {"format": "png", "width": WIDTH, "height": chart.figure.layout.height or 420, "scale": _SCALE}
