"""What holds that nothing leaves this machine sees every way out: of pages, their threads and sockets, and of the server."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Playwright

from tests.e2e.driving import AUDIT, PATIENCE, Server, launch
from tests.e2e.outside import Outside

# Each way out asks for a name of its own.
WAYS = """<!doctype html><html lang="en"><title>x</title>
<link rel="stylesheet" href="http://sheet.example/s.css"><link rel="preload" as="script" href="https://ahead.example/">
<style>@font-face { font-family: F; src: url("http://font.example/f.woff2") } p { font-family: F }</style>
<p>words</p><img alt="" src="https://image.example/i.png"><iframe title="x" src="http://frame.example/"></iframe>
<script>
  fetch('http://fetch.example/').catch(() => 0);
  navigator.sendBeacon('http://beacon.example/', 'x');
  new WebSocket('ws://socket.example/');
  new Worker(URL.createObjectURL(new Blob(["fetch('http://worker.example/').catch(() => 0)"])));
</script>"""
NAMES = ("sheet", "ahead", "font", "image", "frame", "fetch", "beacon", "socket", "worker")


@pytest.fixture
def watched(playwright: Playwright) -> Iterator[tuple[Browser, Outside]]:
    """Start a browser of the test's own, whose way out is watched as that of all others is."""
    with Outside() as outside:
        started = launch(playwright, *outside.flags)
        yield started, outside
        started.close()


def test_every_way_out_of_a_page_is_seen(watched: tuple[Browser, Outside], server: Server) -> None:
    browser, outside = watched
    page = browser.new_page()
    page.goto(f"{server.url}/_stcore/health")
    assert outside.asked == []
    page.set_content(WAYS, wait_until="commit")
    assert [name for name in NAMES if not outside.heard(f"{name}.example", PATIENCE / 1000)] == []


def test_a_server_that_reaches_for_another_machine_says_so_in_its_log() -> None:
    code = "import socket; socket.getaddrinfo('127.0.0.1', 80); socket.getaddrinfo('192.0.2.1', 80)"
    told = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **AUDIT}, check=True, capture_output=True, text=True
    )
    assert told.stderr == "Warning: the server reaches for 192.0.2.1\n"
