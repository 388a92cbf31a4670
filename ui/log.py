"""What a server says of itself: one line an event to stderr, with nothing in it of who reads, or what they look for."""

import logging
import platform
import sys
import time
import traceback
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from types import TracebackType

import streamlit as st

from ui import data

_server, _export = logging.getLogger("dashboard.server"), logging.getLogger("dashboard.export")


class OneLine(logging.Formatter):
    """Write an event on one line, an error with the place in the code where it was raised."""

    def format(self, record: logging.LogRecord) -> str:
        """Join the lines of the event."""
        return " ".join(super().format(record).split())

    def formatException(  # noqa: N802 - the name is the library's
        self, ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]
    ) -> str:
        """Name the error, what it says, and the line that raised it."""
        frames = traceback.extract_tb(ei[2])
        where = f" ({Path(frames[-1].filename).name}:{frames[-1].lineno})" if frames else ""
        return f"{type(ei[1]).__name__}: {ei[1]}{where}"


def to_stderr() -> None:
    """Send the dashboard's own events to stderr; said twice, it changes nothing."""
    logger = logging.getLogger("dashboard")
    if not logger.handlers:
        handler = logging.StreamHandler(sys.stderr)
        handler.setFormatter(OneLine("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    logger.propagate = False


@asynccontextmanager
async def lifespan(_app: st.App) -> AsyncIterator[None]:
    """Log the server's start and its end."""
    to_stderr()
    _server.info(
        "started, data in %s, Python %s, Streamlit %s", data.folder(), platform.python_version(), st.__version__
    )
    yield
    _server.info("stopped")


def script_failed(error: Exception) -> None:
    """Log an error that a page did not expect; what is shown of it is Streamlit's affair."""
    _server.error("page failed", exc_info=error)


def export(name: str, make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Give a maker of a file that logs its beginning and its end, with bytes and seconds, or why there is none."""

    def logged() -> bytes:
        _export.info("%s begun", name)
        begun = time.monotonic()
        try:
            content = make()
        except Exception:
            _export.exception("%s failed", name)
            raise
        _export.info("%s done, %d bytes in %.1f s", name, len(content), time.monotonic() - begun)
        return content

    return logged
