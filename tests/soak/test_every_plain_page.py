"""Every plain page from disk, wide and on a phone, in every language: axe finds nothing, nothing scrolls sideways, nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright

import texts
from commands.__main__ import main
from tests.conftest import DATA
from tests.e2e.driving import DESKTOP, PHONE, launch
from tests.soak.test_every_choice import keep

pytestmark = pytest.mark.soak

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"], "preload": False}
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = Path(tmp_path_factory.mktemp("site")) / "plain"
    assert main(["export", "site", str(out), str(DATA), "--address", "https://example.org/live"]) == 0
    return out


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = launch(playwright)
        yield started
        started.close()


def language(name: str) -> str:
    """Tell the language of a page by the folder it lies in; the first has none."""
    folder = name.partition("/")[0]
    return folder if folder in texts.LANGUAGES else texts.LANGUAGES[0]


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_no_plain_page_shuts_anyone_out(edition: Path, browser: Browser, lang: str, size: dict[str, int]) -> None:
    names = [file.relative_to(edition).as_posix() for file in edition.rglob("*.html")]
    own = sorted(name for name in names if language(name) == lang)
    fetched: list[str] = []
    context = browser.new_context(viewport=size)  # type: ignore[arg-type]
    page = context.new_page()
    page.on("request", lambda request: fetched.append(request.url))
    found, wide = [], []
    for name in own:
        page.goto((edition / name).as_uri())
        # A script of axe alone: that the pages hold none is held elsewhere.
        results = Axe().run(page, options=OPTIONS).response["violations"]
        found += [(name, each["id"], node["html"][:200]) for each in results for node in each["nodes"]]
        wide += [name] if page.evaluate(SIDEWAYS) > 0 else []
    context.close()
    assert found == []
    assert wide == []
    assert [url for url in fetched if not url.startswith(("file:", "data:"))] == []
    assert len(own) > 500
    keep(**{f"plain_pages_{lang}": len(own)})
