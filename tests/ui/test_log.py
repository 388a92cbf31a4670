"""A server's log: one line an event, with nothing in it of a reader."""

import logging
import sys

import pytest

from ui import log


def line(message: str, *, error: Exception | None = None) -> str:
    info = None
    if error is not None:
        try:
            raise error
        except type(error):
            info = sys.exc_info()
    record = logging.LogRecord("dashboard.export", logging.ERROR, __file__, 1, message, (), info)
    return log.OneLine("%(levelname)s %(name)s: %(message)s").format(record)


def test_an_event_of_several_lines_is_written_on_one() -> None:
    assert line("zip failed\n  because") == "ERROR dashboard.export: zip failed because"


def test_an_error_is_named_with_its_reason_and_its_place_in_the_code() -> None:
    written = line("zip failed", error=PermissionError(13, "Permission denied", "a.csv"))
    assert written.startswith(
        "ERROR dashboard.export: zip failed PermissionError: [Errno 13] Permission denied: 'a.csv'"
    )
    assert "(test_log.py:" in written


def test_a_file_that_is_made_is_logged_from_its_beginning_to_its_end(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="dashboard.export"):
        assert log.export("students .xlsx", lambda: b"1234")() == b"1234"
    begun, done = caplog.messages
    assert begun == "students .xlsx begun"
    assert done.startswith("students .xlsx done, 4 bytes in ")


def test_a_file_that_cannot_be_made_is_logged_with_why(caplog: pytest.LogCaptureFixture) -> None:
    def broken() -> bytes:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        log.export("pack", broken)()
    failed = caplog.records[-1]
    assert failed.getMessage() == "pack failed"
    assert "No space left on device" in log.OneLine().format(failed)
