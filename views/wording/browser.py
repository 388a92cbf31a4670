"""Why no browser of this machine drew, in words."""

from exports.browser import SECONDS, Failure
from texts import Words


def sentence(failure: Failure, words: Words) -> str:
    """Say whether a browser is missing, or which one failed and how."""
    facts = {"path": failure.path, "status": str(failure.status), "line": failure.line, "seconds": SECONDS}
    return words(f"browser.{failure.kind}" if failure.line or failure.kind != "ended" else "browser.silent", **facts)
