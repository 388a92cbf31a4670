"""The stage as the server shows it: nothing of Streamlit's on it, pinned to its data, and none the worse for a dead server."""

import base64
import json
import re
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

import loaders
from loaders import Deck, SlideEntry, deck
from tests.e2e.axe import breaches
from tests.e2e.driving import PATIENCE, PROBES, Server
from tests.e2e.stage.driving import HALL, at, ready, total


@pytest.fixture
def hall(browser: Browser) -> Iterator[Page]:
    """Open a hall's browser: no request may leave this machine, no error may be logged."""
    context = browser.new_context(viewport=HALL)
    asked: list[str] = []
    errors: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    context.on(
        "console", lambda said: errors.append(f"{said.text} {said.location['url']}") if said.type == "error" else None
    )
    context.on("weberror", lambda error: errors.append(str(error.error)))
    page = context.new_page()
    page.set_default_timeout(2 * PATIENCE)  # a cold server reads the data and draws every slide first
    yield page
    context.close()
    assert [url for url in asked if not url.startswith(("http://127.0.0.1:", "data:", "blob:"))] == []
    assert [error for error in errors if not error.endswith(PROBES)] == []  # Streamlit's own, where Esc leads to it


def version(page: Page) -> str:
    return str(page.evaluate("stage.version"))


def packed(content: bytes) -> str:
    """Write a deck as an address holds it."""
    return base64.urlsafe_b64encode(zlib.compress(content)).rstrip(b"=").decode()


def answer(address: str) -> tuple[int, str, dict[str, str]]:
    try:
        with urllib.request.urlopen(address, timeout=60) as got:  # noqa: S310  # our own server
            return got.status, got.read().decode(), {name.lower(): value for name, value in got.headers.items()}
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode(), {name.lower(): value for name, value in error.headers.items()}


def test_one_document_is_all_there_is(hall: Page, server: Server) -> None:
    asked: list[str] = []
    hall.on("request", lambda request: asked.append(request.url))
    hall.on("websocket", lambda socket: asked.append(socket.url))
    hall.goto(f"{server.url}/stage?lang=both")
    at(ready(hall), 1, lang="both")
    hall.keyboard.press("End")
    at(hall, total(hall), lang="both")
    assert [url for url in asked if not url.startswith(("data:", "blob:"))] == [f"{server.url}/stage?lang=both"]
    assert hall.locator("[data-testid]").count() == 0


def test_a_dead_server_is_not_noticed_and_a_new_one_resumes_the_same_slide(
    hall: Page, browser: Browser, folder: Path, tmp_path: Path
) -> None:
    first = Server(tmp_path / "first", data=folder)
    try:
        hall.goto(f"{first.url}/stage?lang=zh")
        ready(hall)
        for _ in range(3):
            hall.keyboard.press("PageDown")
        at(hall, 3, 2, "zh")
        pinned, said = version(hall), hall.locator("section.here h2").inner_text()
    finally:
        first.stop()
    at(hall, 3, 2, "zh")
    hall.keyboard.press("PageDown")
    at(hall, 3, 3, "zh")
    records = folder / "exchanges.csv"
    records.write_text(records.read_text(encoding="utf-8").replace(",direct,", ",related,", 1), encoding="utf-8")
    again = Server(tmp_path / "again", data=folder, port=first.port)
    try:
        at(hall, 3, 3, "zh")
        hall.reload()
        at(ready(hall), 3, 3, "zh")
        assert (version(hall), hall.locator("section.here h2").inner_text()) == (pinned, said)
        other = browser.new_context(viewport=HALL).new_page()
        other.set_default_timeout(2 * PATIENCE)
        other.goto(f"{again.url}/stage?lang=zh&slide=3")
        at(ready(other), 3, lang="zh")
        assert version(other) != pinned
        assert other.locator("section.here h2").inner_text() != said
        other.context.close()
        hall.goto(f"{again.url}/stage?lang=zh&slide=3")
        at(ready(hall), 3, lang="zh")
        assert version(hall) != pinned
    finally:
        again.stop()


def test_escape_leads_back_to_the_view_that_is_shown(hall: Page, server: Server) -> None:
    hall.goto(f"{server.url}/stage?lang=zh&slide=3")
    at(ready(hall), 3, lang="zh")
    view = hall.evaluate("stage.section().dataset.view")
    hall.keyboard.press("f")
    hall.wait_for_function("() => document.fullscreenElement !== null")
    hall.evaluate("document.exitFullscreen()")
    hall.wait_for_function("() => document.fullscreenElement === null")
    hall.keyboard.press("Escape")
    hall.wait_for_url(re.compile(rf"{re.escape(server.url)}/{re.escape(view.split('?')[0])}\?.*lang=zh"))


def test_the_speakers_window_is_pinned_to_the_halls_data(hall: Page, server: Server) -> None:
    hall.goto(f"{server.url}/stage?slide=2")
    ready(hall)
    with hall.context.expect_page() as opened:
        hall.keyboard.press("s")
    speaker = ready(opened.value)
    assert f"version={version(hall)}" in speaker.url
    speaker.keyboard.press("PageDown")
    at(hall, 3)


def test_a_deck_of_ones_own_is_shown(hall: Page, server: Server) -> None:
    own = Deck(slides=(SlideEntry(kind="title", address="/"), SlideEntry(kind="limits", address="/about")))
    hall.goto(f"{server.url}/stage?deck={packed(deck.write(own))}")
    at(ready(hall), 1)
    assert total(hall) == len(own.slides)
    assert breaches(hall) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("abc", "cut off"),
        ("%E4%B8%AD", "cut off"),
        ("%3Cscript%3E", "cut off"),
        (packed(b"minutes = 0\n"), "minutes"),
        (packed(b"\xff\xfe"), "deck.toml"),
        (packed(b"minutes = 5\n"), "no slide"),
        (packed(b"#" * 5_000_000), "cut off"),
    ],
)
def test_an_address_without_a_deck_is_told_in_words(server: Server, code: str, said: str) -> None:
    status, page, _ = answer(f"{server.url}/stage?deck={code}")
    assert status == 400
    assert said in page
    assert "Traceback" not in page
    assert "<script" not in page


def test_data_that_cannot_be_read_are_told_in_words(folder: Path, tmp_path: Path) -> None:
    (folder / "exchanges.csv").unlink()
    broken = Server(tmp_path / "log", data=folder)
    try:
        status, page, _ = answer(f"{broken.url}/stage?lang=zh")
    finally:
        broken.stop()
    assert status == 503
    assert "exchanges.csv" in page
    assert '<html lang="zh' in page


def test_the_answer_forbids_what_the_document_does_not_need(server: Server) -> None:
    status, page, heads = answer(f"{server.url}/stage")
    assert status == 200
    assert heads["content-security-policy"].startswith("default-src 'none'; script-src 'unsafe-inline'")
    assert "frame-ancestors 'self'" in heads["content-security-policy"]
    assert heads["cache-control"] == "no-store"
    found = re.search(r'<script type="application/json" id="talk">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    assert json.loads(found[1])["version"] == loaders.open(Path("data")).version
