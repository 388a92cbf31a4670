"""Drive the real thing: the server as a subprocess, Chromium, and a tab that is watched.

`python -m tests.e2e.driving` exits 0 when a Chromium is found.
"""

import os
import re
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from time import monotonic
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, ConsoleMessage, Locator, Page, Playwright, Request, ViewportSize

from views.places import PLACES

ROOT = Path(__file__).parents[2]
DESKTOP, PHONE = ViewportSize(width=1440, height=900), ViewportSize(width=390, height=844)
PATIENCE = 45_000  # ms: a machine that other jobs share is slow, not broken


def pages() -> tuple[str, ...]:
    """Give every address that the registry knows, and one record in full."""
    return (*(f"/{address}" for place in PLACES.values() for address in place.addresses), "/record?id=E012")


PAGES = pages()
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A refusal that a test brings about is an event of our own; an error of ours is none.
UNWANTED = re.compile(r"(?i:warning(?! dashboard\.)|deprecat|traceback)|ERROR dashboard\.")
# The script has run to its end, no placeholder waits for its code, nothing of the last run fades, and every chart has its plot.
DRAWN = """() => {
    const failed = document.querySelector('.stException');
    if (failed) throw new Error('The page failed: ' + failed.innerText);
    return document.querySelector('footer.footer')
        && document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning'
        && !document.querySelector('[data-testid="stSkeleton"], [data-stale="true"]')
        && [...document.querySelectorAll('.stPlotlyChart')].every(chart => chart.querySelector('.main-svg .subplot'));
}"""
# Compressed as they came, whether they came for this page or were kept from another. The rehearsal opens the whole stage
# within itself: that is what it is asked for, and no part of the page.
BODIES = "performance.getEntries().filter(each => each.initiatorType !== 'iframe').reduce((sum, each) => sum + (each.encodedBodySize ?? 0), 0)"
# Every server of the tests says in its log when it reaches for another machine.
AUDIT = {"PYTHONPATH": str(Path(__file__).parent / "audit")}
# On a deep link the browser looks for the server beneath the page's own address first, and logs that it is not there.
PROBES = ("_stcore/health", "_stcore/host-config")


def chromium() -> str | None:
    """Find the browser: the one that CHROMIUM names, else Debian's or whatever goes by its name."""
    names = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
    return next((found for name in names if name and (found := shutil.which(name))), None)


def launch(playwright: Playwright, *flags: str, **environment: str) -> Browser:
    """Start Chromium without a screen; further flags and what the environment adds are for this browser alone."""
    return playwright.chromium.launch(
        executable_path=chromium(), args=[*FLAGS, *flags], env={**os.environ, **environment} if environment else None
    )


class Server:
    """Serve a script on a free port until stopped; `data` is the folder to serve, the real one by default.

    `deck_editor` is what the environment says of it: nothing, unless it is the server of one's own machine.
    `port` is a free one unless it is given.
    """

    def __init__(
        self, log: Path, *, data: Path | None = None, script: str = "dashboard.py", deck_editor: str = "", port: int = 0
    ) -> None:
        self.log = log
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = port or free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        said = {"DASHBOARD_DATA": str(data) if data else "", "DASHBOARD_DECK_EDITOR": deck_editor}
        environment = {name: value for name, value in os.environ.items() if name not in said}
        command = [sys.executable, "-m", "streamlit", "run", script, "--server.port", str(self.port)]
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                command,
                cwd=ROOT,
                stdout=out,
                stderr=subprocess.STDOUT,
                env=environment | AUDIT | {name: value for name, value in said.items() if value},
            )
        try:
            self._wait()
        except BaseException:
            self.stop()
            raise

    def _wait(self) -> None:
        """Ask for the server's health until it answers."""
        never, deadline = Event(), monotonic() + 4 * PATIENCE / 1000
        while monotonic() < deadline and self._process.poll() is None:
            try:
                with urllib.request.urlopen(f"{self.url}/_stcore/health", timeout=5):  # noqa: S310  # our own server
                    return
            except OSError:  # refused, or too busy to answer in time
                never.wait(0.1)
        raise RuntimeError(f"The server did not start: {self.log.read_text()}")

    @property
    def pid(self) -> int:
        """Give the process to measure."""
        return self._process.pid

    def stop(self) -> None:
        """End the server and wait until it is gone."""
        self._process.terminate()
        self._process.wait(30)

    def complaints(self) -> list[str]:
        """Give the lines of the log that warn or report a failure."""
        return [line for line in self.log.read_text(encoding="utf-8").splitlines() if UNWANTED.search(line)]


@dataclass
class Visit:
    """Use one tab as a reader would, and remember all that it asked for and complained of."""

    page: Page
    server: Server
    errors: Counter[str] = field(default_factory=Counter)
    outside: list[str] = field(default_factory=list)
    probes: Counter[str] = field(default_factory=Counter)
    told: int = 0  # bytes that the server sent by socket
    path: str = ""  # that was last opened

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.errors.update([str(error)]))
        self.page.on("request", self._request)
        self.page.on("websocket", lambda socket: socket.on("framereceived", self._frame))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            place = message.location["url"]
            self.errors.update([place if place.endswith(PROBES) else f"{message.text} ({place})"])

    def _frame(self, payload: bytes | str) -> None:
        self.told += len(payload)

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in ("data", "blob") and address.hostname not in ("127.0.0.1", "localhost"):
            self.outside.append(request.url)
        # Every document whose address is deeper than the root brings the two probes, once each.
        if request.resource_type == "document" and address.path.strip("/"):
            self.probes.update(f"{self.server.url}{address.path.rstrip('/')}/{probe}" for probe in PROBES)

    def open(self, path: str) -> None:
        """Open an address and wait until its page is drawn."""
        self.path = path
        self.page.goto(f"{self.server.url}/{path.lstrip('/')}")
        self.drawn()

    def reload(self) -> None:
        """Reload, and wait until the page is drawn."""
        self.page.reload()
        self.drawn()

    def drawn(self) -> None:
        """Wait until the script has run to its end and every chart stands."""
        self.page.wait_for_function(DRAWN)

    def weight(self) -> int:
        """Count the bytes that a browser without memory receives for the page, in parts of it that this one had kept."""
        return self.told + int(self.page.evaluate(BODIES))

    def charts(self) -> list[str]:
        """Give the alternative text of every chart, in order; blank where there is none."""
        return [chart.get_attribute("aria-label") or "" for chart in self.page.locator(".stPlotlyChart").all()]

    def card(self, key: str) -> Locator:
        """Find what Streamlit keeps under a key."""
        return self.page.locator(f".st-key-{key}")

    def query(self) -> str:
        """Give what stands behind the question mark of the address."""
        return urlsplit(self.page.url).query

    def tools(self) -> CDPSession:
        """Open Chromium's own measuring tools on this tab."""
        return self.page.context.new_cdp_session(self.page)

    def complaints(self) -> list[str]:
        """Give the errors of the browser's console but for the probes, each as often as it is due."""
        return list((self.errors - self.probes).elements())

    def keeps_its_promises(self) -> None:
        """Hold the visit to what every page promises: nothing asked of other machines, no error logged."""
        assert self.outside == [], "requests left this machine"
        assert self.complaints() == [], "the browser's console holds errors"

    def close(self) -> None:
        """Close the tab, and have its context forget what the reader did."""
        self.tools().send("Storage.clearDataForOrigin", {"origin": self.server.url, "storageTypes": "all"})
        self.page.context.clear_cookies()
        self.page.close()


if __name__ == "__main__":
    sys.exit(0 if chromium() else 1)
