"""Which records are chosen, and where each stands among the dots."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

import loaders
from queries import records


def make(*rows: dict[str, object]) -> pd.DataFrame:
    base = {
        "start_date": "2010-05-01", "start_precision": "day", "sector": "culture", "direction": "outward",
        "relation": "direct", "form": "took_place", "part_of": "a", "kind": "milestone", "sensitive": False,
    }  # fmt: skip
    frame = pd.DataFrame([{"id": f"E{number:03}", **base, **row} for number, row in enumerate(rows, 1)])
    return frame.assign(start_date=pd.to_datetime(frame["start_date"]), sensitive=frame["sensitive"].astype("boolean"))


HELD = make(
    {},
    {"sector": "education", "start_date": "2011-01-01", "start_precision": "year"},
    {"direction": "inward", "form": "announced"},
    {"relation": "related", "direction": "both"},
    {"relation": "wider", "direction": "outward"},
    {"relation": "background", "direction": None, "start_date": "1950-01-01"},
)


def ids(frame: pd.DataFrame) -> list[str]:
    return frame["id"].tolist()


def test_only_direct_records_are_chosen_by_default() -> None:
    assert set(ids(records.chosen(HELD))) == {"E001", "E002", "E003"}
    assert len(records.chosen(HELD, wider=True)) == len(HELD)


def test_every_filter_narrows() -> None:
    assert ids(records.chosen(HELD, sectors=["education"])) == ["E002"]
    assert ids(records.chosen(HELD, years=(2011, 2012))) == ["E002"]
    assert ids(records.chosen(HELD, direction="inward")) == ["E003"]


def test_direction_is_counted_on_direct_and_related_records_alone() -> None:
    assert ids(records.chosen(HELD, direction="outward", wider=True)) == ["E001", "E002"]
    assert ids(records.chosen(HELD, direction="both", wider=True)) == ["E004"]
    placed = records.dots(HELD).set_index("id")["band"]
    assert placed[["E005", "E006"]].tolist() == ["beyond", "beyond"]


def test_chosen_records_stand_in_order_of_date() -> None:
    assert records.chosen(HELD, wider=True)["start_date"].is_monotonic_increasing


def test_the_shape_of_a_dot_says_how_sure_the_record_is() -> None:
    shapes = records.dots(HELD).set_index("id")["shape"]
    assert (shapes["E001"], shapes["E002"], shapes["E003"]) == ("dot", "ring", "diamond")


def test_no_two_dots_stand_in_one_place(package: loaders.Package) -> None:
    dots = records.dots(package.frame("exchanges"))
    assert not dots.duplicated(["year", "band", "slot"]).any()
    assert len(dots) == len(package.frame("exchanges"))


def test_sectors_beyond_the_four_are_one_colour() -> None:
    dots = records.dots(make({"sector": "sport"}, {"sector": "governance"}))
    assert set(dots["colour"]) == {"other", "governance"}


def test_placing_records_leaves_their_frame_as_it_was() -> None:
    before = HELD.copy(deep=True)
    records.dots(HELD)
    assert_frame_equal(HELD, before)


def test_a_year_without_records_counts_none_held() -> None:
    counts = records.by_year_and_direction(records.chosen(HELD), (2009, 2011))
    assert counts.loc[2009].to_dict() == {"outward": 0, "both": 0, "inward": 0}
    assert counts.loc[2010].to_dict() == {"outward": 1, "both": 0, "inward": 1}
    assert records.empty_years(records.chosen(HELD), (2009, 2011)) == [2009]


@pytest.mark.parametrize(("share", "expected"), [(0.4, ([2010], 2)), (0.9, ([2010, 2011], 3))])
def test_the_fullest_years_are_the_fewest_that_hold_the_share(share: float, expected: object) -> None:
    assert records.fullest_years(records.chosen(HELD), share) == expected


def test_no_record_has_no_fullest_year() -> None:
    assert records.fullest_years(HELD.iloc[:0]) == ([], 0)


def test_the_real_record_holds_the_counts_made_by_hand(package: loaders.Package) -> None:
    exchanges = package.frame("exchanges")
    assert (len(exchanges), len(records.chosen(exchanges))) == (191, 116)
    assert 2004 in records.empty_years(records.chosen(exchanges), (1999, 2025))


THEN = pd.DataFrame({"sector": ["culture"] * 3 + ["sport"]})
NOW = pd.DataFrame({"sector": ["education"] * 4 + ["culture"] + ["tourism"] * 5})


def test_every_record_is_counted_once_and_shares_add_up() -> None:
    counts = records.shares(THEN, NOW, ("education", "culture"))
    assert counts[["then", "now"]].sum().tolist() == [len(THEN), len(NOW)]
    assert counts[["then_share", "now_share"]].sum().tolist() == pytest.approx([1, 1])


def test_the_largest_named_sector_comes_first_and_all_others_last() -> None:
    counts = records.shares(THEN, NOW, ("trade", "education", "culture"))
    assert counts.index.tolist() == ["education", "culture", "trade", "other"]
    assert list(counts.loc["other", ["then", "now"]]) == [1, 5]
    assert list(counts.loc["trade", ["then", "now"]]) == [0, 0]
