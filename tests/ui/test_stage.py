"""The stage's address when it cannot be shown: the reason in words, and in the log."""

import logging

import pytest
from starlette.requests import Request
from starlette.responses import Response

import texts
from ui import stage


def answer(query: str) -> Response:
    scope = {"type": "http", "method": "GET", "path": "/stage", "headers": [], "query_string": query.encode()}
    response: Response = stage.ROUTE.endpoint(Request(scope))
    return response


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_a_file_that_cannot_be_read_is_named_with_its_reason_and_without_its_path(
    lang: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def unreadable(*_: object) -> bytes:
        raise PermissionError(13, "Permission denied", "/srv/dashboard/static/fonts/latin.css")

    monkeypatch.setattr(stage._shelf, "document", unreadable)
    with caplog.at_level(logging.WARNING, logger="dashboard.stage"):
        response = answer(f"lang={lang}")
    page = bytes(response.body).decode()
    assert response.status_code == 500
    assert "latin.css" in page
    assert "Permission denied" in page
    assert "/srv" not in page
    assert "stage failed" in caplog.messages


def test_an_address_without_a_deck_is_refused_and_logged_by_its_cause(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING, logger="dashboard.stage"):
        assert answer("deck=abc").status_code == 400
    assert caplog.messages == ["stage refused: bad_deck, status 400"]
