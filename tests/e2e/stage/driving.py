"""The stage as a file, opened from disk with the network cut; nothing may be asked of it, no error may be logged."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from commands.__main__ import main
from tests.conftest import DATA
from tests.e2e import disk

Opener = Callable[..., Page]
MODES = ("en", "zh", "both")
HALL = ViewportSize(width=1280, height=720)
PUBLIC = "https://sister-cities.example.org"


@pytest.fixture(scope="session")
def document(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Export the stage of the real data, as one whose plain pages stand on the web; give its address on disk."""
    folder = tmp_path_factory.mktemp("stage")
    data = Path(shutil.copytree(DATA, folder / "data"))
    settings = data / "partnership.toml"
    text = settings.read_text(encoding="utf-8").replace('static_edition = ""', f'static_edition = "{PUBLIC}"')
    assert PUBLIC in text
    settings.write_text(text, encoding="utf-8")
    out = folder / "stage.html"
    assert main(["export", "deck", str(out), str(data)]) == 0
    return out.as_uri()


@pytest.fixture
def opener(browser: Browser, document: str) -> Iterator[Opener]:
    """Open the file at a place of its own; `clock` holds its time in our hands."""
    with disk.tabs(browser) as tab:

        def one(place: str = "", *, clock: bool = False, **options: Any) -> Page:
            page = tab(**{"viewport": HALL, **options})
            if clock:
                page.clock.install()
            page.goto(f"{document}#{place}")
            ready(page)
            if clock:  # from now on no time passes but what a test lets pass; the loop waits from here
                page.clock.pause_at(page.evaluate("Date.now()") / 1000 + 1)
                for _ in range(2 if "loop=" in place else 0):
                    page.keyboard.press("p")
            return page

        yield one


def ready(page: Page) -> Page:
    """Wait until every slide is drawn."""
    expect(page.locator("body[data-ready]")).to_be_attached()
    return page


def at(page: Page, slide: int, step: int = 1, lang: str = "en") -> None:
    """Expect a slide: its heading to be seen, its number in the address, and no other heading."""
    page.wait_for_function(
        "([slide, step, mode]) => stage.here.index === slide - 1 && stage.here.step === step - 1 && stage.here.mode === mode",
        arg=[slide, step, lang],
    )
    seen = page.locator("main > section:not([aria-hidden])")
    expect(seen).to_have_count(1)
    expect(seen.locator("h1, h2")).to_be_in_viewport()
    expect(page.locator("main > section :is(h1, h2)").filter(visible=True)).to_have_count(1)
    expect(seen).to_have_attribute("data-mode", lang)
    expect(seen.locator(".count")).to_have_text(f"{slide} / {total(page)}")
    words = page.evaluate("Object.fromEntries(new URLSearchParams(location.search + location.hash.replace('#', '&')))")
    assert (words["slide"], words.get("step", "1"), words["lang"]) == (str(slide), str(step), lang)


def total(page: Page) -> int:
    """Count the slides."""
    return int(page.evaluate("stage.slides.en.length"))


def steps(page: Page) -> list[tuple[int, int]]:
    """List every slide and step of the deck, from 1, in order."""
    counted = page.evaluate("stage.slides.en.map((_, place) => stage.steps(place))")
    return [(slide, step) for slide, most in enumerate(counted, 1) for step in range(1, most + 2)]


def building(page: Page) -> int:
    """Find the slide that is built up in steps."""
    return next(slide for slide, step in steps(page) if step == 2)
