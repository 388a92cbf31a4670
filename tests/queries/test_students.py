"""The student figures: index, runs, boxes, totals, counts of one country, one campus."""

import pandas as pd
import pytest

import queries.figures
import queries.students
from loaders import Package


@pytest.fixture
def index(package: Package) -> pd.DataFrame:
    return queries.figures.of_panel(package.frame("series"), package.frame("students"), "students_index")


def small(**values: list[float | None]) -> pd.DataFrame:
    """Make figures of a country, `uk`, and of providers, one value a year from 2014."""
    rows = [
        {
            "series_id": name,
            "organisation_id": pd.NA if name == "uk" else name,
            "year": 2014 + number,
            "period": str(2014 + number),
            "value": value,
        }
        for name, series in values.items()
        for number, value in enumerate(series)
    ]
    return pd.DataFrame(rows).astype({"year": "Int64", "value": "Float64", "organisation_id": "string"})


def test_the_first_year_shown_is_100_for_every_series(index: pd.DataFrame) -> None:
    rows = queries.students.index(index)
    assert set(rows.loc[rows["year"].eq(2014), "index"]) == {100.0}
    later = queries.students.index(queries.figures.within(index, (2016, 2020)))
    assert set(later.loc[later["year"].eq(2016), "index"]) == {100.0}


def test_a_series_without_the_first_year_is_left_out() -> None:
    rows = queries.students.index(small(uk=[100, 110], a=[None, 5]))
    assert set(rows["series_id"]) == {"uk"}


def test_the_index_of_nothing_is_nothing(index: pd.DataFrame) -> None:
    assert queries.students.index(index.iloc[:0]).empty


def test_the_axis_holds_every_value_and_starts_at_a_whole_step() -> None:
    low, high = queries.students.reach(pd.Series([98.7, 213.3]))
    assert (low, high) == (80, 220)


def test_the_run_against_the_country_is_found_with_both_ends(index: pd.DataFrame) -> None:
    run = queries.students.against(index)
    assert run is not None
    assert (run.first, run.last) == ("2019/20", "2021/22")
    assert run.local == (8160, 6150)
    assert run.national == (406430, 555060)


def test_no_run_is_claimed_where_both_rise() -> None:
    assert queries.students.against(small(a=[1, 2, 3], uk=[1, 2, 3])) is None


def test_a_year_without_a_value_ends_a_run() -> None:
    gap = small(a=[9, 8, None, 6], uk=[1, 2, 3, 4]).dropna(subset=["value"])
    run = queries.students.against(gap)
    assert run is not None
    assert (run.first, run.last) == ("2014", "2015")


def test_a_box_without_a_count_is_missing_and_never_0(package: Package, index: pd.DataFrame) -> None:
    counts = queries.figures.of_panel(package.frame("series"), package.frame("students"), "students_china_home")
    boxes = queries.students.boxes(queries.students.periods(index), counts)
    assert len(boxes) == 10
    assert boxes["value"].isna().sum() == 9
    assert boxes.dropna(subset=["value"])[["period", "value"]].values.tolist() == [["2023/24", 3430]]


def test_totals_hold_both_measures_of_every_provider_and_not_the_country(package: Package) -> None:
    figures = queries.figures.of_panel(
        package.frame("series"), package.frame("students"), "students_index", "students_totals"
    )
    totals = queries.students.totals(figures)
    assert totals.groupby("organisation_id")["measure"].nunique().eq(2).all()
    assert totals["organisation_id"].nunique() == 5
    assert totals.iloc[0]["organisation_id"] == "university_of_liverpool"


def test_levels_of_study_are_not_drawn_beside_whole_counts(package: Package) -> None:
    figures = queries.figures.of_panel(
        package.frame("series"), package.frame("students"), "students_country_lines", "students_country_points"
    )
    assert set(queries.students.country(figures)["level"]) == {"All", "Tertiary (ISCED 5-8)"}


def test_undated_and_summed_figures_of_the_campus_are_not_drawn(package: Package) -> None:
    figures = queries.figures.of_panel(package.frame("series"), package.frame("students"), "students_xjtlu")
    drawn = queries.students.campus(figures)
    assert drawn["year"].notna().all()
    assert not drawn["measure"].str.contains("cumulative").any()
    assert set(drawn["part"]) == {"intake", "graduates", "size"}
    assert not drawn.loc[drawn["status"].eq("more_than"), "exact"].any()


def test_a_figure_without_a_date_or_a_confirmation_is_unsure(package: Package) -> None:
    figures = queries.figures.of_panel(package.frame("series"), package.frame("students"), "students_other")
    unsure = figures[queries.students.unsure(figures)]
    assert {"china_claim_university_of_liverpool_2014", "sino_british_college_undated"} <= set(unsure["series_id"])
    assert "table11_china_england" not in set(unsure["series_id"])


def test_every_academic_year_between_the_ends_is_named() -> None:
    assert queries.students.academic_years({1998: "1998/99", 2000: "2000/01"}) == {
        1998: "1998/99",
        1999: "1999/00",
        2000: "2000/01",
    }


def test_asking_changes_no_frame(index: pd.DataFrame) -> None:
    before = index.copy(deep=True)
    queries.students.index(index)
    queries.students.against(index)
    queries.students.totals(index)
    pd.testing.assert_frame_equal(index, before)
