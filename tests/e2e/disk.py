"""Files opened from disk with the network cut."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, Route


@contextmanager
def tabs(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Give tabs that reach files alone; nothing may be asked of the network and no error may be logged."""
    outside: list[str] = []
    errors: list[str] = []
    contexts: list[BrowserContext] = []

    def abort(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def tab(**options: Any) -> Page:
        context = browser.new_context(**options)
        contexts.append(context)
        context.route("**/*", abort)
        context.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        return context.new_page()

    yield tab
    for context in contexts:
        context.close()
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []
    assert errors == []
