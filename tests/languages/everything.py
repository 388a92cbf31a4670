"""Visit everything in an invented language: run by `test_third.py` inside a copy of the house that has one."""

import os
import zipfile
from datetime import datetime
from itertools import islice
from pathlib import Path

import pytest
from starlette.requests import Request
from streamlit.runtime.pages_manager import PagesManager
from streamlit.testing.v1 import AppTest

import exports.presentation.slides
import exports.site.pages
import exports.stage.document
import loaders
import texts
from cards import Title
from cards.deck_editor import DeckEditor
from cards.palette import GREY, SERIES
from cards.slides import Talk
from commands.__main__ import main
from loaders import Package
from texts import Words
from ui import navigation, stage
from views.choices import Choices
from views.context import Context
from views.deck import talk as deck
from views.place import Place
from views.places import PLACES
from views.site import edition

LANG = os.environ["INVENTED_LANGUAGE"]
OPEN, CLOSE = "⟦", "⟧"
VIEWS = [(place, look) for place in PLACES.values() for look in place.looks or ("",)]


@pytest.fixture(scope="session")
def package() -> Package:
    return loaders.open(Path("data"))


@pytest.fixture(scope="session")
def words(package: Package) -> Words:
    return texts.load(LANG, **package.partnership.names(LANG))


@pytest.fixture(scope="session")
def context(package: Package, words: Words) -> Context:
    return Context(package, Choices(lang=LANG), words)


@pytest.fixture(scope="session")
def talk(package: Package) -> Talk:
    return deck.talk(package, package.deck)


def test_the_language_and_its_columns_are_known(package: Package) -> None:
    assert package.problems == ()
    assert texts.LANGUAGES[-1] == LANG
    assert package.partnership.names(LANG)["home"] == f"{OPEN}Home{CLOSE}"
    assert package.partnership.names("en")["home"] != f"{OPEN}Home{CLOSE}"


@pytest.mark.parametrize(("place", "look"), VIEWS, ids=lambda value: getattr(value, "name", value))
def test_every_view_is_composed(context: Context, place: Place, look: str) -> None:
    choices = context.choices.change(own={"view": look} if look else {})
    title, *rest = place.view(Context(context.package, choices, context.words))
    assert isinstance(title, Title)
    assert title.heading.startswith(OPEN)
    assert rest


@pytest.mark.parametrize("name", PLACES)
def test_every_page_runs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    detect = PagesManager.__init__

    def pinned(self: PagesManager, *args: object, **words: object) -> None:
        PagesManager.uses_pages_directory = False
        detect(self, *args, **words)  # type: ignore[arg-type]

    monkeypatch.setattr(PagesManager, "__init__", pinned)
    app = AppTest.from_file("dashboard.py", default_timeout=120)
    app.query_params["lang"] = LANG
    app.run()
    if name != "overview":
        app.switch_page(str(navigation.FOLDER / f"{name}.py")).run()
    assert not app.exception
    assert f'<h1 class="page-title">{OPEN}' in "".join(each.proto.body for each in app.get("html"))


def test_the_talk_has_it_alone_and_beside_the_first(talk: Talk) -> None:
    assert set(talk.slides) == {"en", "zh", LANG, "both", f"both-{LANG}"}
    assert len({len(slides) for slides in talk.slides.values()}) == 1
    assert all(slide.lang == LANG for slide in talk.slides[LANG])
    assert talk.slides[LANG][0].heading == f"{OPEN}An invented evening{CLOSE}"
    twins = [slide.twin for slide in talk.slides[f"both-{LANG}"] if slide.twin]
    assert {twin.lang for twin in twins} == {LANG}


def test_the_stage_opens_in_every_mode(talk: Talk) -> None:
    for mode, (first, *_) in talk.modes.items():
        document = exports.stage.document.stage(talk, lang=mode).decode()
        assert f'<html lang="{talk.tags[first]}">' in document
        assert f'data-mode="{mode}"' in document


def test_the_stage_answers_in_it() -> None:
    scope = {"type": "http", "method": "GET", "path": "/stage", "headers": [], "query_string": f"lang={LANG}".encode()}
    assert stage.ROUTE.endpoint(Request(scope)).status_code == 200


def test_the_deck_editor_outlines_every_slide_in_it(context: Context) -> None:
    card = PLACES["deck"].view(context)[-1]
    assert isinstance(card, DeckEditor)
    outline = card.outline("")
    assert [slide.fault for slide in outline.slides if slide.fault] == []
    assert all(slide.headings[LANG] for slide in outline.slides)
    assert outline.document["slides"][0].keys() >= {f"headline_{LANG}", f"note_{LANG}"}
    assert card.labels.keys() >= {
        f"headline_{LANG}",
        f"note_{LANG}",
        f"title_{LANG}",
        f"lang_{LANG}",
        f"lang_both-{LANG}",
    }


def test_its_static_edition_is_written(package: Package, words: Words) -> None:
    for page in islice(edition.pages(package, {"en": texts.load("en", home="A", away="B"), LANG: words}), 12):
        assert b"<html lang=" in exports.site.pages.write(page)
    context = Context(package, Choices(lang=LANG), words)
    for place in PLACES.values():
        if place.static:
            framed = edition.Edition(context, {LANG: words}, "")
            page = framed.page(next(place.pages(context)))
            assert f'<html lang="{words.language.tag}">'.encode() in exports.site.pages.write(page)


@pytest.mark.parametrize(
    "command", [("deck", "out.html"), ("briefing", "out.html"), ("data", "out.zip"), ("feed", "out.xml")]
)
def test_every_file_is_exported_in_it(command: tuple[str, str], tmp_path: Path) -> None:
    kind, name = command
    out = tmp_path / name
    assert main(["export", kind, str(out), "data", "--lang", LANG]) == 0
    if kind == "data":
        assert any(each.endswith(".xlsx") for each in zipfile.ZipFile(out).namelist())
    else:
        assert OPEN in out.read_text(encoding="utf-8")


def test_its_presentation_is_written(words: Words, talk: Talk) -> None:
    titled = [slide for slide in talk.slides[LANG] if slide.figure is None]
    data = exports.presentation.slides.pptx(
        titled,
        title=talk.titles[LANG],
        lang=words.language.tag,
        palette=(*SERIES, GREY),
        pictures={},
        codes={},
        no_picture="",
        dated=datetime(2026, 1, 1),
    )
    assert data.startswith(b"PK")
