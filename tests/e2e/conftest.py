"""Servers and tabs for the browser tests; each is held to its promises when the test is over."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, ViewportSize, expect, sync_playwright

from tests.conftest import DATA
from tests.e2e.driving import DESKTOP, PATIENCE, Server, Visit, chromium, launch
from tests.e2e.outside import Outside

expect.set_options(timeout=PATIENCE)
ONE_PROCESS = "--process-per-site"  # for all tabs of a context on one server
Start = Callable[..., Server]
Visitor = Callable[..., Visit]
Contexts = Callable[..., BrowserContext]


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
    started = launch(playwright, *outside.flags, ONE_PROCESS)
    yield started
    started.close()


@pytest.fixture(scope="session")
def contexts(browser: Browser, server: Server) -> Contexts:
    """Keep one context for each set of options."""
    return contexts_of(browser, server)


def contexts_of(browser: Browser, server: Server) -> Contexts:
    """Give a browser's contexts by their options; what one tab has fetched and compiled is there for the next.

    Chromium keeps compiled scripts as long as a tab on their server is open, and compiles them in three seconds.
    """
    known: dict[str, BrowserContext] = {}

    def context(**options: Any) -> BrowserContext:
        key = repr(sorted(options.items()))
        if key not in known:
            known[key] = browser.new_context(**{"viewport": DESKTOP, "locale": "en-GB", **options})
            known[key].new_page().goto(f"{server.url}/_stcore/health")
        return known[key]

    return context


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
def visitor(contexts: Contexts, start: Start) -> Iterator[Visitor]:  # noqa: ARG001 - tabs close before their servers
    """Open tabs on a server that remember nothing of any test before."""
    visits: list[Visit] = []

    def one(on: Server, *, viewport: ViewportSize = DESKTOP, **options: object) -> Visit:
        visits.append(Visit(contexts(**options).new_page(), on))
        visits[-1].page.set_viewport_size(viewport)
        return visits[-1]

    yield one
    for visit in visits:
        visit.close()
    for visit in visits:
        visit.keeps_its_promises()


@pytest.fixture
def visit(visitor: Visitor, server: Server) -> Visit:
    """Open a tab on the shared server."""
    return visitor(server)
