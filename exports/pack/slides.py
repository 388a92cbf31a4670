"""The slides of a stage as pictures and as paper, drawn by a browser on this machine."""

import asyncio
import json
from base64 import b64decode
from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from choreographer import Browser, Tab

from exports import browser

WIDTH, HEIGHT = 1920, 1080
Number = tuple[str, int]  # a slide's language, and its number from 1
# What is no part of a slide: its buttons.
_BARE = "document.head.append(Object.assign(document.createElement('style'), { textContent: 'nav { display: none }' }))"
_DRAWN = (
    "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
)
_OPENED = (
    "new Promise((done) => { const look = () => document.querySelector('main > .here') && document.readyState === 'complete'"
    " ? done(true) : setTimeout(look, 50); look(); })"
)
_FIGURE = "(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector('main > .here .figure').getBoundingClientRect())"


@dataclass(frozen=True)
class Drawings:
    """Hold PNG of slides and of figures that stand alone, and the PDF of each language."""

    slides: dict[Number, bytes] = field(default_factory=dict)
    figures: dict[Number, bytes] = field(default_factory=dict)
    papers: dict[str, bytes] = field(default_factory=dict)


def draw(document: bytes, counts: Mapping[str, int], alone: Container[Number] = ()) -> Drawings | browser.Failure:
    """Draw each slide of a stage document, and print each language with the document's own style for print.

    `counts` says how many slides each language has. Of the slides in `alone` the figure is drawn by itself too.
    """
    with TemporaryDirectory() as folder:
        page = Path(folder) / "stage.html"
        page.write_bytes(document)
        return browser.drive(lambda path: _drawings(path, page.as_uri(), counts, alone))


async def _drawings(path: str, address: str, counts: Mapping[str, int], alone: Container[Number]) -> Drawings:
    drawings = Drawings()
    async with Browser(path=path) as opened:
        tab = await opened.create_tab("about:blank")
        await _open(tab, address)
        for lang, count in counts.items():
            for number in range(1, count + 1):
                await _run(tab, f"stage.show({{ mode: {json.dumps(lang)}, index: {number - 1}, step: 99 }})")
                await _run(tab, _DRAWN)
                drawings.slides[lang, number] = await _picture(tab)
                if (lang, number) in alone:
                    drawings.figures[lang, number] = await _picture(tab, await _run(tab, _FIGURE))
            printed = await _ask(tab, "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
            drawings.papers[lang] = b64decode(printed["data"])
    return drawings


async def _open(tab: Tab, address: str) -> None:
    screen = {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False}
    still = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    await _ask(tab, "Page.enable")
    await _ask(tab, "Emulation.setDeviceMetricsOverride", screen)
    await _ask(tab, "Emulation.setEmulatedMedia", {"features": still})
    loaded = tab.subscribe_once("Page.loadEventFired")
    await _ask(tab, "Page.navigate", {"url": address})
    await asyncio.wait_for(loaded, browser.SECONDS)
    await _run(tab, _OPENED)
    await _run(tab, _BARE)


async def _picture(tab: Tab, clip: dict[str, float] | None = None) -> bytes:
    part = {"clip": {**clip, "scale": 1}} if clip else {}
    answer = await _ask(tab, "Page.captureScreenshot", {"format": "png", **part})
    return b64decode(answer["data"])


async def _run(tab: Tab, script: str) -> Any:
    answer = await _ask(tab, "Runtime.evaluate", {"expression": script, "awaitPromise": True, "returnByValue": True})
    if "exceptionDetails" in answer:
        raise RuntimeError(str(answer["exceptionDetails"].get("exception", {}).get("description")))
    return answer["result"].get("value")


async def _ask(tab: Tab, command: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
    answer: Any = await asyncio.wait_for(tab.send_command(command, params=parameters), browser.SECONDS)
    if "error" in answer:
        raise RuntimeError(str(answer["error"]))
    return dict(answer["result"])
