import pandas as pd
import pytest

import queries.figures
import queries.records
import queries.trade
from loaders import Package

LOCAL = {"goods_exports_china_local": "exports", "goods_imports_china_local": "imports"}


def panel(package: Package, name: str) -> pd.DataFrame:
    return queries.figures.of_panel(package.frame("series"), package.frame("trade_figures"), name)


@pytest.fixture
def events(package: Package) -> pd.DataFrame:
    return package.frame("trade_events")


def test_every_trade_record_is_placed_once_by_what_came_of_it(events: pd.DataFrame) -> None:
    dots = queries.trade.dots(events)
    assert sorted(dots["id"]) == sorted(events["id"])
    assert set(dots["band"]) <= set(queries.trade.STATUSES)
    assert not dots.duplicated(["year", "band", "slot"]).any()


def test_a_status_no_source_states_is_not_stated(events: pd.DataFrame) -> None:
    dots = queries.trade.dots(events)
    assert set(dots.loc[dots["status"].isna(), "band"]) == {"not_stated"}


def test_the_statuses_hold_the_counts_made_by_hand(events: pd.DataFrame) -> None:
    direct = queries.records.chosen(events)
    held = queries.trade.by_status(direct)
    assert held[held > 0].to_dict() == {"delivered": 4, "took_place": 16, "signed": 1, "announced": 3, "not_stated": 4}
    assert queries.trade.by_status(events).sum() == len(events) == 67


def test_what_is_on_the_timeline_too_is_counted(events: pd.DataFrame) -> None:
    assert queries.trade.also_exchanges(events) == 31
    assert queries.trade.also_exchanges(queries.records.chosen(events)) == 19


def test_lines_hold_one_release_each_and_every_year_to_2020(package: Package) -> None:
    lines = queries.trade.country(panel(package, "trade_country")).query("shape == 'line'")
    assert set(lines.groupby("id")["vintage_figure"].nunique()) == {1}
    assert not lines.duplicated(["part", "way", "year"]).any()
    for _, line in lines.groupby(["part", "way"]):
        assert line["year"].tolist() == list(range(1999, 2021))


def test_later_releases_and_border_counts_are_single_figures(package: Package) -> None:
    singles = queries.trade.country(panel(package, "trade_country")).query("shape != 'line'")
    assert singles["year"].min() == 2021
    assert set(singles.loc[singles["measure"].str.endswith("customs"), "shape"]) == {"customs"}


def test_no_sum_is_made_of_money(package: Package) -> None:
    figures = panel(package, "trade_country")
    drawn = queries.trade.country(figures)
    held = figures.set_index("id_figure")["value"] / 1000
    assert drawn["value"].tolist() == held.loc[drawn["id_figure"]].tolist()


def test_a_year_with_a_note_carries_no_sentence(package: Package) -> None:
    drawn = queries.trade.country(panel(package, "trade_country")).query("part == 'goods'")
    noted = set(drawn.loc[drawn["shape"].eq("line") & drawn["note"].notna(), "year"])
    assert noted == {2019}
    ends = queries.trade.quotable(drawn[drawn["year"].between(2015, 2019)])
    assert {end.last_year for end in ends.values()} == {2018}
    assert queries.trade.quotable(drawn[drawn["year"].eq(2019)]) == {}


def test_a_suppressed_year_stays_blank_and_carries_no_sentence(package: Package) -> None:
    measures = {"fdi_position_china": "held", "fdi_flow_china": "net"}
    drawn = queries.trade.ways(panel(package, "trade_investment"), measures, divide=1000)
    blank = drawn[drawn["value"].isna()]
    assert sorted(zip(blank["way"], blank["year"], strict=True)) == [("held", 2013), ("net", 2011), ("net", 2013)]
    assert queries.trade.quotable(drawn[drawn["year"].eq(2013)]) == {}


def test_the_home_area_leads_the_panel_and_the_largest_exporter_leads_the_chart(package: Package) -> None:
    bars, focus = queries.trade.places(panel(package, "trade_region"), LOCAL)
    home = bars[bars["geography"].eq(focus)].set_index("way")["value"]
    assert home.to_dict() == {"exports": 351, "imports": 734}
    exports = bars.loc[bars["way"].eq("exports"), "value"].tolist()
    assert exports == sorted(exports, reverse=True)


def test_drawn_and_left_over_make_the_whole_panel(package: Package) -> None:
    region = panel(package, "trade_region")
    drawn, _ = queries.trade.places(region, LOCAL)
    left = queries.trade.rest(region, drawn)
    assert sorted([*drawn["id_figure"], *left["id_figure"]]) == sorted(region["id_figure"])


def test_series_side_by_side_leave_what_is_not_held_missing(package: Package) -> None:
    rates = panel(package, "trade_rates")
    wide = queries.trade.by_year(rates)
    assert list(wide.columns) == list(dict.fromkeys(rates["id"]))
    assert wide.loc[2024:].isna().iloc[0].tolist() == [False, True, True]


def test_no_records_make_no_dots(events: pd.DataFrame) -> None:
    assert queries.trade.dots(events.head(0)).empty
    assert queries.trade.by_status(events.head(0)).sum() == 0
