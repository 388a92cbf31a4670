"""What the long tests share: a browser, a server, and the file that keeps their last result."""

import json
import os
import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.e2e.conftest import ONE_PROCESS
from tests.e2e.driving import PATIENCE, Server, launch

HERE = Path(__file__).parent
RESULT = HERE / "result.json"
STARTED = monotonic()
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.soak)


class Result:
    """Gather the outcome of every long test and the numbers it records; write them when all have run."""

    def __init__(self) -> None:
        self._outcomes = {"passed": 0, "failed": 0, "skipped": 0}
        self._numbers: dict[str, object] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count a test once, by its call or by what kept it from one."""
        if report.when == "call" or (report.when == "setup" and report.outcome != "passed"):
            self._outcomes[report.outcome] += 1
            self._numbers |= dict(report.user_properties)

    def pytest_sessionfinish(self) -> None:
        """Write the last result, with its date and machine."""
        if any(self._outcomes.values()):
            made = {
                "date": f"{datetime.now(UTC):%Y-%m-%d}",
                "machine": f"{os.cpu_count()} cores, {platform.platform()}",
            }
            took = {"minutes": round((monotonic() - STARTED) / 60, 1)}
            content = made | took | self._outcomes | dict(sorted(self._numbers.items()))
            RESULT.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")


def pytest_configure(config: pytest.Config) -> None:
    """Have the one process that hears of every test write the result, and only of a whole run, as `make soak` asks for."""
    asked = (config.getoption("markexpr"), config.getoption("keyword"), config.args)
    if not hasattr(config, "workerinput") and asked == ("soak", "", ["tests/soak"]):
        config.pluginmanager.register(Result())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Start a Chromium for the tests of a file."""
    with sync_playwright() as playwright:
        started = launch(playwright, ONE_PROCESS)
        yield started
        started.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Serve the real data to the tests of a file."""
    shared = Server(tmp_path_factory.mktemp("server") / "log")
    yield shared
    shared.stop()
    assert shared.complaints() == []


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give LibreOffice a folder for its settings."""
    return tmp_path_factory.mktemp("libreoffice")
