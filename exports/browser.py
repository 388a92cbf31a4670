"""The browser on this machine that draws pictures and paper; where it does not, the reason."""

import asyncio
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, TypeVar

from choreographer.browsers import Chromium
from kaleido.errors import JavascriptError, KaleidoError

SECONDS = 60  # for one answer, on a slow machine
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_TRIAL = ("--headless", "--no-sandbox", "--disable-gpu", "--dump-dom", "about:blank")
_ERRORS = (JavascriptError, KaleidoError, OSError, RuntimeError)
_log = logging.getLogger("dashboard.browser")
Drawing = TypeVar("Drawing")


@dataclass(frozen=True)
class Failure:
    """Say why nothing was drawn: no browser is there, or the one at `path` ended, failed or did not answer.

    `status` is what it ended with, `line` the last line that it or its driver wrote.
    """

    kind: Literal["missing", "ended", "failed", "slow"]
    path: str = ""
    status: int = 0
    line: str = ""


def find() -> str:
    """Find the browser that draws: `BROWSER_PATH` or `CHROMIUM`, else one on the path, else where Windows and macOS keep theirs.

    Blank when there is none.
    """
    named = (os.environ.get(name, "") for name in ("BROWSER_PATH", "CHROMIUM"))
    on_path = (shutil.which(name) or "" for name in _NAMES)
    usual = "" if sys.platform.startswith("linux") else Chromium.find_browser(skip_local=False) or ""
    return next((path for path in (*named, *on_path, usual) if path and Path(path).is_file()), "")


def drive(work: Callable[[str], Coroutine[Any, Any, Drawing]]) -> Drawing | Failure:
    """Have work done with the path of the browser; a failure is logged and given back."""
    path = find()
    if not path:
        return _logged(Failure("missing"))
    try:
        _try(path)
        # In a thread of its own: a loop of events may already run in this one.
        with ThreadPoolExecutor(max_workers=1) as aside:
            return aside.submit(asyncio.run, work(path)).result()
    except subprocess.CalledProcessError as error:
        return _logged(Failure("ended", path, error.returncode, _last(error.stderr)))
    except (TimeoutError, subprocess.TimeoutExpired):
        return _logged(Failure("slow", path))
    except _ERRORS as error:
        return _logged(Failure("failed", path, line=_last(str(error)) or type(error).__name__))


@cache  # a success alone is kept, for an exception is not
def _try(path: str) -> None:
    """Open an empty page: the driver of the browser hides why it does not start, and waits for one that hangs."""
    subprocess.run(  # noqa: S603 - a browser that the owner of this machine has put there
        [path, *_TRIAL], check=True, capture_output=True, text=True, errors="replace", timeout=SECONDS
    )


def _last(text: str) -> str:
    return next((line.strip() for line in reversed(text.splitlines()) if line.strip()), "")


def _logged(failure: Failure) -> Failure:
    _log.warning(
        "%s: %s, status %d, %s", failure.kind, failure.path or "no path", failure.status, failure.line or "no message"
    )
    return failure
