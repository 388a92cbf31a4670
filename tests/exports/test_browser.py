"""Where a browser draws nothing the reason is given and logged: none is there, or it ended, failed or did not answer."""

from pathlib import Path

import pytest

from exports import browser
from exports.browser import Failure


def program(folder: Path, *lines: str) -> str:
    """Write a program that stands in for a browser."""
    file = folder / "chromium"
    file.write_text("\n".join(("#!/bin/sh", *lines, "")))
    file.chmod(0o755)
    return str(file)


async def path_of(path: str) -> str:
    return path


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name a program as the browser; it does what a test writes into it."""
    path = program(tmp_path)
    monkeypatch.setenv("BROWSER_PATH", path)
    return path


def test_a_browser_that_is_missing_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("BROWSER_PATH", "CHROMIUM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert browser.drive(path_of) == Failure("missing")


def test_a_browser_that_ends_is_named_with_its_status_and_its_last_line(tmp_path: Path, named: str) -> None:
    program(tmp_path, "echo first >&2", "echo 'libnss3.so: cannot open' >&2", "exit 127")
    assert browser.drive(path_of) == Failure("ended", named, 127, "libnss3.so: cannot open")


def test_a_browser_that_does_not_answer_is_slow(tmp_path: Path, named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    program(tmp_path, "exec sleep 30")
    monkeypatch.setattr("exports.browser.SECONDS", 0.1)
    assert browser.drive(path_of) == Failure("slow", named)


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (RuntimeError("The page\nis broken\n"), ("failed", "is broken")),
        (OSError(), ("failed", "OSError")),
        (TimeoutError(), ("slow", "")),
    ],
)
def test_work_that_fails_is_told_by_its_last_line(named: str, error: Exception, failure: tuple[str, str]) -> None:
    async def work(_path: str) -> None:
        raise error

    answer = browser.drive(work)
    assert isinstance(answer, Failure)
    assert (answer.path, answer.kind, answer.line) == (named, *failure)


def test_a_browser_that_is_mended_is_tried_again(tmp_path: Path, named: str) -> None:
    program(tmp_path, "exit 1")
    assert browser.drive(path_of) == Failure("ended", named, 1)
    program(tmp_path)
    assert browser.drive(path_of) == named


def test_a_failure_is_logged_with_its_reason(tmp_path: Path, named: str, caplog: pytest.LogCaptureFixture) -> None:
    program(tmp_path, "echo 'no display' >&2", "exit 3")
    browser.drive(path_of)
    assert caplog.messages == [f"ended: {named}, status 3, no display"]
