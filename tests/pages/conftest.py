"""Streamlit in a test runs as on a server: the frame around every page."""

import pytest
from streamlit.runtime.pages_manager import PagesManager


@pytest.fixture(autouse=True)
def _router(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep AppTest from finding pages/ by itself, which would run a page without its frame."""
    detect = PagesManager.__init__

    def pinned(self: PagesManager, *args: object, **words: object) -> None:
        PagesManager.uses_pages_directory = False
        detect(self, *args, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(PagesManager, "__init__", pinned)
