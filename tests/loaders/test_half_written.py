"""A file that is still being written is never served, and is looked at again until it is whole."""

from os import utime
from pathlib import Path

import pytest

from loaders import Watch
from loaders.contents import Contents, gather
from tests.fixtures.changing_folder import Clock, change, codes, people
from tests.fixtures.small_package import PLACES, VISITS, write

NEW_PLACES = PLACES.replace("12,", "34,")


def test_a_second_change_within_one_tick_of_the_file_system_is_seen(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "places.csv", NEW_PLACES, clock)
    time = (folder / "places.csv").stat().st_mtime_ns
    assert people(watch) == 34
    (folder / "places.csv").write_text(PLACES.replace("12,", "56,"), encoding="utf-8")
    utime(folder / "places.csv", ns=(time, time))
    assert people(watch) == 56


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_a_file_cut_at_the_end_of_a_row_is_refused_until_it_has_settled(folder: Path, clock: Clock, rows: int) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "visits.csv", "".join(VISITS.splitlines(keepends=True)[: rows + 1]), clock)
    assert codes(watch) == [("half_written", "visits.csv")]
    assert len(watch.latest().package.frame("visits")) == 3
    clock.now += 9
    assert codes(watch) == [("half_written", "visits.csv")]
    clock.now += 1
    assert codes(watch) == []
    assert len(watch.latest().package.frame("visits")) == rows


def test_a_file_that_grows_to_its_end_is_then_served(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    whole = VISITS + "v4,,Nowhere\n"
    for end in (0, 30, len(VISITS) - 3, len(whole) - 1):
        change(folder / "visits.csv", whole[:end], clock)
        assert codes(watch) == [("half_written", "visits.csv")]
    change(folder / "visits.csv", whole, clock)
    assert codes(watch) == []
    assert len(watch.latest().package.frame("visits")) == 4


def test_a_file_that_never_ends_its_last_line_is_named_for_that(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "places.csv", NEW_PLACES[:-1], clock)
    assert codes(watch) == [("half_written", "places.csv")]
    clock.now += 10
    assert codes(watch) == [("truncated", "places.csv")]
    assert people(watch) == 12


def test_a_time_of_change_in_the_future_settles_all_the_same(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "visits.csv", VISITS[: VISITS.index("v3")], clock, ago=-3600)
    assert codes(watch) == [("half_written", "visits.csv")]
    clock.now += 10
    assert codes(watch) == []


def test_a_file_that_changes_while_it_is_read_is_not_taken(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(folder, clock=clock)

    def slowly(place: Path) -> Contents:
        contents = gather(place)
        change(folder / "visits.csv", VISITS + "v4,,There\n", clock)
        return contents

    change(folder / "places.csv", NEW_PLACES, clock)
    monkeypatch.setattr("loaders.watch.gather", slowly)
    assert codes(watch) == [("half_written", "visits.csv")]
    assert people(watch) == 12
    monkeypatch.undo()
    assert codes(watch) == []
    assert len(watch.latest().package.frame("visits")) == 4


def test_a_new_current_is_served_in_full_even_if_its_files_are_shorter(tmp_path: Path, clock: Clock) -> None:
    write(tmp_path / "versions" / "1")
    write(tmp_path / "versions" / "2", {"visits.csv": VISITS[: VISITS.index("v3")]})
    change(tmp_path / "current", "1\n", clock)
    watch = Watch(tmp_path, clock=clock)
    assert len(watch.latest().package.frame("visits")) == 3
    change(tmp_path / "current", "2\n", clock)
    assert len(watch.latest().package.frame("visits")) == 2
    change(tmp_path / "current", "3\n", clock)
    assert codes(watch) == [("unknown_version", "current")]
    assert watch.latest().package.folder.name == "2"
