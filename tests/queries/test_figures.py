"""Figures joined with their series; no year is filled."""

import pandas as pd
import pytest

import loaders
from queries import figures

SERIES = pd.DataFrame(
    {"id": ["b", "a", "c"], "panel": ["p", "p", "q"], "measure": ["m", "m", "n"], "position": [2, 1, 1], "vintage": "v"}
)
FIGURES = pd.DataFrame(
    {
        "id": ["1", "2", "3", "4", "5"],
        "series_id": ["a", "a", "b", "b", "c"],
        "year": pd.array([2015, 2014, 2014, None, 2014], dtype="Int64"),
        "period": ["2015", "2014", "2014", None, "2014"],
        "value": [110.0, 100.0, 8.0, 9.0, 1.0],
        "vintage": None,
    }
)


def test_a_panel_holds_its_figures_in_the_order_of_its_series_and_years() -> None:
    rows = figures.of_panel(SERIES, FIGURES, "p")
    assert rows["id_figure"].tolist()[:3] == ["2", "1", "3"]
    assert set(rows["panel"]) == {"p"}


@pytest.mark.parametrize("lang", ["zh", "gle"])
def test_a_translation_of_a_column_that_both_have_stands_beside_that_of_the_figure(lang: str) -> None:
    name = f"vintage_{lang}"
    rows = figures.of_panel(SERIES.assign(**{name: "v"}), FIGURES.assign(**{name: "w"}), "p")
    assert set(rows[f"vintage_figure_{lang}"]) == {"w"}
    assert set(rows[name]) == {"v"}


def test_a_measure_is_found_whatever_its_panel() -> None:
    assert figures.of_measure(SERIES, FIGURES, "n")["id_figure"].tolist() == ["5"]


def test_a_figure_without_a_year_stays_only_when_all_years_are_chosen() -> None:
    rows = figures.of_panel(SERIES, FIGURES, "p")
    assert len(figures.within(rows, None)) == 4
    assert figures.within(rows, (2014, 2014))["id_figure"].tolist() == ["2", "3"]


def test_the_ends_of_a_series_skip_what_is_missing() -> None:
    gap = FIGURES.assign(value=[float("nan"), 100.0, 8.0, 9.0, 1.0])
    end = figures.ends(figures.of_panel(SERIES, gap, "p")).loc["a"]
    assert (end["first_period"], end["last_period"], end["last_value"]) == ("2014", "2014", 100.0)


def test_no_line_joins_two_releases(package: loaders.Package) -> None:
    series = package.frame("series")
    for table in ("students", "trade_figures"):
        rows = figures.join(series[series["mark"].eq("line")], package.frame(table))
        assert not rows.dropna(subset=["year"]).duplicated(["id", "year"]).any()
