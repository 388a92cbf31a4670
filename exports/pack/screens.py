"""The slides of a stage as pictures and as paper, drawn by a browser on this machine; where there is none, there are none."""

from __future__ import annotations

import asyncio
import json
from base64 import b64decode
from collections.abc import Container, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from choreographer import Browser, Tab

from exports.briefing.pictures import FAILS, browser
from exports.markup import fonts

WIDTH, HEIGHT = 1920, 1080
_HERE = Path(__file__).parent
_SECONDS = 60  # for one slide, on a slow machine
# What is no part of a slide: buttons, and the pointer.
_BARE = "document.head.append(Object.assign(document.createElement('style'), {textContent: 'nav, #said { display: none !important }'}))"
_READY = (
    "document.fonts.ready.then(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))"
)
_OPENED = (
    "new Promise((done) => { const look = () => document.querySelector('main > .here') && document.readyState === 'complete'"
    " ? done(true) : setTimeout(look, 50); look(); })"
)
_FIGURE = "(({ x, y, width, height }) => ({ x, y, width, height }))(document.querySelector('main > .here .figure').getBoundingClientRect())"
_PAPER = "@page { size: 13.333in 7.5in; margin: 0 } body { margin: 0 } svg.page { display: block; width: 13.333in; height: 7.5in; break-after: page; overflow: hidden }"


def screens(
    document: bytes, counts: Mapping[str, int], titles: Mapping[str, str], alone: Container[tuple[str, int]] = ()
) -> dict[str, bytes]:
    """Draw each slide of a stage document as `png/en-01.png` and `svg/en-01.svg`, and each language as `slides-en.pdf`.

    `counts` says how many slides each language has, `titles` what its PDF is called. Of the slides in `alone` (language,
    number from 1) the figure is drawn by itself too, as `figure/en-01.png`. Empty where no browser is found or it does
    not answer.
    """
    path = browser()
    if not path:
        return {}
    with TemporaryDirectory() as folder, ThreadPoolExecutor(max_workers=1) as aside:
        try:
            return aside.submit(
                lambda: asyncio.run(_drawn(path, Path(folder), document, counts, titles, alone))
            ).result()
        except FAILS:
            return {}


async def _drawn(
    path: str,
    folder: Path,
    document: bytes,
    counts: Mapping[str, int],
    titles: Mapping[str, str],
    alone: Container[tuple[str, int]],
) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    page, script = folder / "stage.html", (_HERE / "screens.js").read_text(encoding="utf-8").strip()
    await asyncio.to_thread(page.write_bytes, document)
    async with Browser(path=path) as driven:
        tab = await driven.create_tab("about:blank")
        await _ask(tab, "Page.enable")
        await _ask(
            tab,
            "Emulation.setDeviceMetricsOverride",
            {"width": WIDTH, "height": HEIGHT, "deviceScaleFactor": 1, "mobile": False},
        )
        still = [{"name": "prefers-reduced-motion", "value": "reduce"}]
        await _ask(tab, "Emulation.setEmulatedMedia", {"features": still})
        await _open(tab, page)
        await _run(tab, _BARE)
        for lang, count in counts.items():
            for place in range(count):
                name = f"{lang}-{place + 1:02}"
                await _show(tab, lang, place)
                made[f"png/{name}.png"] = await _taken(tab)
                if (lang, place + 1) in alone:
                    made[f"figure/{name}.png"] = await _taken(tab, await _run(tab, _FIGURE))
                made[f"svg/{name}.svg"] = str(await _run(tab, f"({script})({json.dumps(f's{place}-')})")).encode(
                    "utf-8"
                )
        for lang, count in counts.items():
            drawings = [made[f"svg/{lang}-{place + 1:02}.svg"].decode("utf-8") for place in range(count)]
            made[f"slides-{lang}.pdf"] = await _printed(tab, folder / f"{lang}.html", drawings, lang, titles[lang])
    return made


async def _show(tab: Tab, lang: str, place: int) -> None:
    """Show a slide as it is at its last step."""
    await _run(tab, f"stage.show({{ mode: {json.dumps(lang)}, place: {place}, step: 99 }})")
    await _run(tab, _READY)


async def _taken(tab: Tab, clip: dict[str, float] | None = None) -> bytes:
    """Photograph the page, or a part of it."""
    part = {"clip": {**clip, "scale": 1}} if clip else {}
    taken = await _ask(tab, "Page.captureScreenshot", {"format": "png", **part})
    return b64decode(taken["data"])


async def _printed(tab: Tab, page: Path, drawings: list[str], lang: str, title: str) -> bytes:
    """Print slides as pages of their own, their text as text and with the type of the stage."""
    body = "".join(drawing.replace("<svg ", '<svg class="page" ', 1) for drawing in drawings)
    style = fonts.faces(body) + _PAPER
    text = (
        f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title></title><style>{style}</style></head>'
    )
    await asyncio.to_thread(page.write_text, f"{text}<body>{body}</body></html>", encoding="utf-8")
    await _open(tab, page, "document.fonts.ready.then(() => true)")
    await _run(tab, f"document.title = {json.dumps(title)}")
    await _run(tab, "Promise.all([...document.fonts].map((face) => face.load()))")
    printed = await _ask(tab, "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True})
    return b64decode(printed["data"])


async def _open(tab: Tab, page: Path, ready: str = _OPENED) -> None:
    loaded = tab.subscribe_once("Page.loadEventFired")
    await _ask(tab, "Page.navigate", {"url": page.as_uri()})
    await asyncio.wait_for(loaded, _SECONDS)
    await _run(tab, ready)


async def _run(tab: Tab, script: str) -> Any:
    asked = {"expression": script, "awaitPromise": True, "returnByValue": True}
    answer = await _ask(tab, "Runtime.evaluate", asked)
    if "exceptionDetails" in answer:
        raise RuntimeError(str(answer["exceptionDetails"].get("exception", {}).get("description")))
    return answer["result"].get("value")


async def _ask(tab: Tab, command: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
    """Send a command to the page and wait for its answer."""
    answer: Any = await asyncio.wait_for(tab.send_command(command, params=parameters), _SECONDS)
    if "error" in answer:
        raise RuntimeError(str(answer["error"]))
    return dict(answer["result"])
