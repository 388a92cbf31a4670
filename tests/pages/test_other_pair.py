"""Another pair of cities runs from another folder, and no page of it names the real ones."""

import re
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import loaders
import texts
from cards import Notice, Prose
from tests.conftest import DATA
from tests.fixtures import invented_pair
from views import cities, outcomes
from views.choices import Choices
from views.context import Context
from views.places import PLACES
from views.students import page as students

ROOT = Path(__file__).parents[2]
VIEWS = [
    *((name, {"view": look} if look else {}) for name, place in PLACES.items() for look in ("", *place.looks[1:])),
    ("timeline", {"relation": "wider"}),
    ("record", {"id": "E003"}),
    ("record", {"id": "TRD-001"}),
    ("record", {"view": "data", "dataset": "exchanges"}),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented_pair.write(tmp_path_factory.mktemp("pair"))


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write a pair of which nothing is recorded at all."""
    source = tmp_path_factory.mktemp("source")
    shutil.copy(invented_pair.SOURCE / "partnership.toml", source)
    return invented_pair.write(tmp_path_factory.mktemp("empty"), source)


def opened(page: str, data: Path, monkeypatch: pytest.MonkeyPatch, **query: str) -> AppTest:
    monkeypatch.setenv("DASHBOARD_DATA", str(data))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params.update({"lang": "en", **query})
    app.run()
    return app if page == "overview" else app.switch_page(f"pages/{page}.py").run()


def on_screen(app: AppTest) -> str:
    """Gather everything that the page sends to the browser: markup, charts, widgets, titles."""

    def protos(block: object) -> Iterator[str]:
        yield str(getattr(block, "proto", ""))
        for child in getattr(block, "children", {}).values():
            yield from protos(child)

    charts = [f"{chart.proto.spec} {chart.proto.alt}" for chart in app.get("plotly_chart")]
    markup = [element.proto.body for element in app.get("html")]
    return " ".join([*markup, *charts, *protos(app.main)]).casefold()


def names() -> list[str]:
    """Name the real cities in both languages, as the real partnership does."""
    pair = tomllib.loads((DATA / "partnership.toml").read_text(encoding="utf-8"))
    return [pair[side][name].casefold() for side in ("home", "away") for name in ("name", "name_zh")]


def test_the_invented_pair_is_sound_and_says_that_it_is_invented(folder: Path) -> None:
    package = loaders.open(folder)
    assert package.problems == ()
    assert "Invented for tests" in package.descriptor["title"]
    assert "Invented for tests" in (invented_pair.SOURCE / "partnership.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_every_page_runs_and_names_neither_real_city(
    page: str, query: dict[str, str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, folder, monkeypatch, **query)
    assert not app.exception
    seen = on_screen(app)
    assert "aldermouth" in seen
    assert [name for name in names() if name in seen] == []
    assert len(re.findall(r"<h1[ >]", seen)) >= 1


@pytest.mark.parametrize("page", ["overview", "timeline", "students", "trade"])
def test_pages_with_figures_draw_them(page: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert opened(page, folder, monkeypatch).get("plotly_chart")


@pytest.mark.parametrize(("page", "query"), VIEWS)
def test_every_page_of_an_empty_record_runs(
    page: str, query: dict[str, str], empty: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = opened(page, empty, monkeypatch, **query)
    assert not app.exception
    assert not app.get("plotly_chart")


@pytest.mark.parametrize("view", [outcomes.view, cities.view, students.view])
def test_where_nothing_is_recorded_the_page_says_so(view: object, empty: Path) -> None:
    package = loaders.open(empty)
    words = texts.load("en", **package.partnership.names("en"))
    cards = view(Context(package, Choices(), words))  # type: ignore[operator]
    assert any(isinstance(card, Prose | Notice) for card in cards)


def test_a_twinning_known_to_its_year_alone_is_told_as_a_year(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "since 2005" in on_screen(opened("overview", folder, monkeypatch))
