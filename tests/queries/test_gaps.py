"""What is not held: places of the board, and periods of series."""

from datetime import date

import pandas as pd

import queries.gaps
from loaders import Package

RECORDS = pd.DataFrame(
    {
        "sector": ["culture", "culture", "sport"],
        "start_date": pd.to_datetime([date(2001, 5, 1), date(2001, 6, 1), date(1998, 1, 1)]),
    }
)


def cells() -> pd.DataFrame:
    return queries.gaps.gap_board(RECORDS, sectors=("culture", "sport"), years=(1998, 2003), begins=1999, ends=2002)


def series(name: str, kind: str = "calendar", panel: str = "p", organisation: str | None = None) -> dict[str, object]:
    return {
        "id": name,
        "dataset": "students",
        "panel": panel,
        "position": 1,
        "period_kind": kind,
        "organisation_id": organisation,
    }


def figures(**held: list[int]) -> pd.DataFrame:
    rows = [(name, year, "as_published") for name, years in held.items() for year in years]
    return pd.DataFrame(rows, columns=["series_id", "year", "status"]).astype({"year": "Int64"})


def test_a_place_counts_its_records_and_an_empty_one_holds_none() -> None:
    year = cells()[cells()["year"].eq(2001)]
    assert year[["sector", "n", "state"]].to_numpy().tolist() == [["culture", 2, "held"], ["sport", 0, "none"]]


def test_years_outside_the_partnership_are_not_applicable_whatever_is_recorded() -> None:
    outside = cells()[~cells()["year"].between(1999, 2002)]
    assert set(outside["state"]) == {"na"}
    assert outside["n"].sum() == 0


def test_years_with_records_count_complete_years_by_sector_most_first() -> None:
    counts = queries.gaps.years_with_records(cells(), (1999, 2001))
    assert counts.to_dict() == {"culture": 1, "sport": 0}
    assert counts.index[0] == "culture"


def test_a_period_missing_between_first_and_last_is_a_gap_and_none_beyond_them() -> None:
    gaps = queries.gaps.of_series(
        pd.DataFrame([series("a"), series("b")]), figures(a=[2000, 2003, 2004], b=[2000, 2001])
    )
    assert [(gap.series, gap.periods, gap.missing) for gap in gaps] == [("a", 3, ((2001, 2002),))]


def test_a_suppressed_figure_is_a_gap_of_its_own_kind() -> None:
    frame = figures(a=[2000, 2001, 2002])
    frame.loc[frame["year"].eq(2001), "status"] = "suppressed"
    gap = queries.gaps.of_series(pd.DataFrame([series("a")]), frame)[0]
    assert (gap.periods, gap.missing, gap.suppressed) == (2, (), ((2001, 2001),))


def test_a_series_of_no_yearly_period_lacks_nothing() -> None:
    assert not queries.gaps.of_series(pd.DataFrame([series("a", kind="other")]), figures(a=[2000, 2005]))


def test_the_years_chosen_narrow_the_gaps() -> None:
    frame = pd.DataFrame([series("a")])
    assert queries.gaps.of_series(frame, figures(a=[2000, 2003]), (2002, 2010))[0].missing == ((2002, 2002),)
    assert not queries.gaps.of_series(frame, figures(a=[2000, 2003]), (2003, 2010))


def test_nine_years_of_students_from_china_are_not_held(package: Package) -> None:
    gaps = queries.gaps.of_series(package.frame("series"), package.frame("students"))
    gap = next(gap for gap in gaps if gap.series == "china_university_of_liverpool")
    assert (gap.periods, gap.missing) == (1, ((2014, 2022),))


def test_the_year_without_a_container_count_is_named(package: Package) -> None:
    gaps = {gap.series: gap for gap in queries.gaps.of_series(package.frame("series"), package.frame("trade_figures"))}
    assert gaps["shanghai_port_teu"].missing == ((2000, 2000),)
    assert gaps["uk_fdi_flow_china"].suppressed == ((2011, 2011), (2013, 2013))
