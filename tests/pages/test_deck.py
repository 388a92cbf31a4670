"""The deck's page in both languages: what it hands to the browser, and that it leaves the data alone."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import loaders
import texts
from tests.pages.test_pages import markup, opened


def handed(app: AppTest) -> dict[str, Any]:
    """Give what the deck editor is handed; the deck that ships tells it from the page's other parts."""
    every = [json.loads(part.proto.json) for part in app.get("bidi_component")]
    (found,) = [each for each in every if "default" in each]
    return dict(found)


@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("look", ["slides", "rehearsal"])
def test_the_deck_editor_is_handed_the_deck_that_ships(package: loaders.Package, lang: str, look: str) -> None:
    app = opened("deck", lang, view=look)
    assert not app.exception
    words = texts.load(lang, **package.partnership.names(lang))
    assert words("deck_editor.title") in markup(app)
    data = handed(app)
    assert [slide["kind"] for slide in data["document"]["slides"]] == [entry.kind for entry in package.deck.slides]
    assert len(data["slides"]) == len(package.deck.slides)
    assert data["labels"]["stage"] == words("deck_editor.label.stage")
    assert data["lang"] == lang


@pytest.mark.parametrize(("setting", "offered"), [("", False), ("public", False), ("local", True)])
def test_the_data_folder_is_offered_on_ones_own_machine_alone(
    monkeypatch: pytest.MonkeyPatch, setting: str, offered: bool
) -> None:
    monkeypatch.setenv("DASHBOARD_DECK_EDITOR", setting)
    assert handed(opened("deck", "en"))["local"] is offered


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_the_foot_of_a_page_leads_to_the_deck(package: loaders.Package, lang: str) -> None:
    words = texts.load(lang, **package.partnership.names(lang))
    assert f'href="deck?lang={lang}" target="_self">{words("deck_editor.link")}</a>' in markup(opened("overview", lang))


def test_charts_tables_and_findings_can_be_put_on_the_deck() -> None:
    parts = [json.loads(part.proto.json) for part in opened("overview", "en").get("bidi_component")]
    kinds = {(part["kind"], part["card"]) for part in parts if "kind" in part}
    assert ("chart", "both_ways") in kinds
    assert ("finding", "0") in kinds


@pytest.mark.parametrize(("record", "can"), [("E012", True), ("TRD-001", False), ("none", False)])
def test_a_record_of_an_exchange_can_be_a_milestone(record: str, can: bool) -> None:
    parts = [json.loads(part.proto.json) for part in opened("record", "en", id=record).get("bidi_component")]
    assert ("milestone" in {part.get("kind") for part in parts}) is can
