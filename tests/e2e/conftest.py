"""Servers and tabs for the browser tests; each is held to its promises when the test is over."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from tests.conftest import DATA
from tests.e2e.driving import DESKTOP, PATIENCE, Server, Visit, chromium, launch
from tests.e2e.outside import Outside

expect.set_options(timeout=PATIENCE)
Start = Callable[..., Server]
Visitor = Callable[..., Visit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Drive Chromium. Without one the tests are skipped, but never in CI."""
    if chromium() is None:
        if os.environ.get("CI"):
            pytest.fail("Chromium is missing: install it, or name it in CHROMIUM.")
        pytest.skip("Chromium is missing: install it, or name it in CHROMIUM.")
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def outside() -> Iterator[Outside]:
    """Stand where the way out of this machine is; nothing may have come by when all tests are over."""
    with Outside() as way:
        yield way
    assert way.asked == [], "a browser asked for what is not on this machine"


@pytest.fixture(scope="session")
def browser(playwright: Playwright, outside: Outside) -> Iterator[Browser]:
    """Start one Chromium for all tests."""
    started = launch(playwright, *outside.flags)
    yield started
    started.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the real data to all tests that only look."""
    shared = Server(tmp_path_factory.mktemp("server") / "log")
    yield shared
    shared.stop()
    assert shared.complaints() == []


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start servers of a test's own: cold, or on data of its own."""
    started: list[Server] = []

    def one(data: Path | None = None, *, deck_editor: str = "") -> Server:
        started.append(Server(tmp_path / f"log-{len(started)}", data=data, deck_editor=deck_editor))
        return started[-1]

    yield one
    for each in started:
        each.stop()
    assert [line for each in started for line in each.complaints()] == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the data to a folder that a test may break."""
    return Path(shutil.copytree(DATA, tmp_path / "data"))


@pytest.fixture
def visitor(browser: Browser) -> Iterator[Visitor]:
    """Open tabs without memory of one another on a server."""
    visits: list[Visit] = []

    def one(on: Server, **context: object) -> Visit:
        tab = browser.new_context(**{"viewport": DESKTOP, "locale": "en-GB", **context})  # type: ignore[arg-type]
        visits.append(Visit(tab.new_page(), on))
        return visits[-1]

    yield one
    for visit in visits:
        visit.page.context.close()
    for visit in visits:
        assert visit.outside == [], "requests left this machine"
        assert visit.complaints() == [], "the browser's console holds errors"


@pytest.fixture
def visit(visitor: Visitor, server: Server) -> Visit:
    """Open a tab on the shared server."""
    return visitor(server)
