"""Every page of the static edition from disk, wide and on a phone: nothing scrolls sideways, is fetched, or is found by axe."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

import texts
from commands.__main__ import main
from tests.conftest import DATA
from tests.e2e.axe import breaches
from tests.e2e.driving import DESKTOP, PHONE

# Hundreds of pages of one form; axe, which takes half a second, looks at each in one language.
OF_MANY = re.compile(r"(^|/)(record|source)/")
SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = Path(tmp_path_factory.mktemp("site")) / "edition"
    assert main(["export", "site", str(out), str(DATA), "--address", "https://example.org/live"]) == 0
    return out


def language(name: str) -> str:
    """Tell the language of a page by the folder it lies in; the first has none."""
    folder = name.partition("/")[0]
    return folder if folder in texts.LANGUAGES else texts.LANGUAGES[0]


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_no_static_page_shuts_anyone_out(
    edition: Path, browser: Browser, lang: str, record_property: Callable[[str, object], None]
) -> None:
    names = [file.relative_to(edition).as_posix() for file in edition.rglob("*.html")]
    own = sorted(name for name in names if language(name) == lang)
    fetched: list[str] = []
    page = browser.new_context(viewport=DESKTOP).new_page()
    page.on("request", lambda request: fetched.append(request.url))
    shut, wide = [], []
    for index, name in enumerate(own):
        page.goto((edition / name).as_uri())
        for size in (DESKTOP, PHONE) if index % 4 < 2 else (PHONE, DESKTOP):  # axe looks at the last
            page.set_viewport_size(size)
            wide += [(name, size["width"])] if page.evaluate(SIDEWAYS) > 0 else []
        if not OF_MANY.search(name) or index % len(texts.LANGUAGES) == texts.LANGUAGES.index(lang):
            # A script of axe alone: that the pages hold none is held elsewhere.
            shut += [(name, *breach) for breach in breaches(page)]
    page.context.close()
    record_property(f"static_pages_{lang}", len(own))
    assert shut == []
    assert wide == []
    assert [url for url in fetched if not url.startswith(("file:", "data:"))] == []
    assert len(own) > 500
