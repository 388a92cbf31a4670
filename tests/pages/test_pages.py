"""Every page, in every language, runs to its end without an error and opens with one heading."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import texts
from cards import Title
from exports.markup import cards as html
from loaders import Package
from ui import navigation
from views.choices import Choices
from views.context import Context
from views.places import PLACES

ROOT = Path(__file__).parents[2]


def opened(page: str, lang: str, **query: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    app.query_params.update({"lang": lang, **query})
    app.run()
    return app if page == "overview" else app.switch_page(str(navigation.FOLDER / f"{page}.py")).run()


def markup(app: AppTest) -> str:
    return "".join(element.proto.body for element in app.get("html"))


@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("page", PLACES)
def test_every_page_runs_in_every_language(package: Package, page: str, lang: str) -> None:
    app = opened(page, lang)
    assert not app.exception
    words = texts.load(lang, **package.partnership.names(lang))
    (title, *_) = PLACES[page].view(Context(package, Choices(lang=lang), words))
    assert isinstance(title, Title)
    assert html.title(title) in markup(app)
    assert len(re.findall(r"<h1[ >]", markup(app))) == 1


@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("page", PLACES)
def test_every_chart_of_every_page_has_words_beside_it(page: str, lang: str) -> None:
    for chart in opened(page, lang).get("plotly_chart"):
        assert chart.proto.alt


@pytest.mark.parametrize(
    ("page", "query"),
    [
        ("timeline", {"view": "who"}),
        ("record", {"view": "gaps"}),
        ("record", {"view": "sources"}),
        ("record", {"view": "data"}),
        ("record", {"id": "E012"}),
        ("record", {"q": "arch"}),
        ("overview", {"sector": "tourism", "years": "2004-2004"}),
        ("timeline", {"relation": "wider", "direction": "inward"}),
        ("students", {"years": "2016-2016"}),
        ("trade", {"years": "2024-2026", "sector": "sport"}),
    ],
)
def test_every_view_of_a_page_runs(page: str, query: dict[str, str]) -> None:
    assert not opened(page, "en", **query).exception
