"""Photograph the pages for the README: `python -m bench.shots` writes docs/screens/*.png."""

import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from tests.e2e.driving import DESKTOP, PHONE, ROOT, Server, Visit, launch

FOLDER = ROOT / "docs" / "screens"
SHOTS = (
    ("overview", "/", DESKTOP),
    ("overview-phone", "/", PHONE),
    ("timeline", "/timeline", DESKTOP),
    ("students", "/students", DESKTOP),
    ("record", "/record?id=E012", DESKTOP),
    ("stage", "/stage?lang=both&slide=3&step=6", {"width": 1280, "height": 720}),
)
COLOURS = 128  # enough for flat grounds and text; a quarter of the bytes


def _open(visit: Visit, path: str) -> None:
    """Open a page or the stage, and wait until all of it is drawn."""
    if path.startswith("/stage"):
        visit.page.goto(visit.server.url + path)
        visit.page.wait_for_selector("body[data-ready]")
    else:
        visit.open(path)


def main() -> None:
    """Open each page, and keep what fits on the first screen."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server, browser = Server(Path(folder) / "log"), launch(playwright)
        try:
            for name, path, size in SHOTS:
                tab = browser.new_context(viewport=size, locale="en-GB", device_scale_factor=2 if size is PHONE else 1)  # type: ignore[arg-type]
                visit = Visit(tab.new_page(), server)
                _open(visit, path)
                taken = Image.open(io.BytesIO(visit.page.screenshot(animations="disabled")))
                kept = FOLDER / f"{name}.png"
                taken.convert("RGB").quantize(COLOURS).save(kept, optimize=True)
                print(f"{kept.relative_to(ROOT)}: {kept.stat().st_size // 1024} KB")
        finally:
            server.stop()


if __name__ == "__main__":
    main()
