"""What is being served changes when better files have come in full, and never for worse ones."""

from concurrent.futures import ThreadPoolExecutor
from itertools import count
from os import utime
from pathlib import Path

import pytest

import loaders.watch
from loaders import Watch
from tests.fixtures.small_package import PARTNERSHIP, PLACES, VISITS, write

NEW_PLACES = PLACES.replace("12,", "34,")
CHANGES = count(1)


class Clock:
    """Tell the time of a test: seconds since 1970, moved by hand."""

    now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    write(tmp_path)
    for path in tmp_path.iterdir():
        touch(path, clock, ago=60)
    return tmp_path


def touch(path: Path, clock: Clock, ago: float = 0) -> None:
    # A nanosecond more each time: no two changes in a test bear the same time.
    changed = int((clock.now - ago) * 1e9) + next(CHANGES)
    utime(path, ns=(changed, changed))


def change(path: Path, content: str | bytes, clock: Clock, ago: float = 0) -> None:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    touch(path, clock, ago)


def codes(watch: Watch) -> list[tuple[str, str]]:
    return [(problem.code, problem.file) for problem in watch.latest().stale]


def people(watch: Watch) -> int:
    return int(watch.latest().package.frame("places").loc[0, "people"])


def test_nothing_is_read_again_until_a_file_changes(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(folder, clock=clock)
    package = watch.latest().package
    monkeypatch.setattr(loaders.watch, "gather", None)
    assert watch.latest().package is package
    change(folder / "places.csv", NEW_PLACES, clock)
    with pytest.raises(TypeError):
        watch.latest()


def test_a_replaced_file_shows_at_the_next_look(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    assert people(watch) == 12
    change(folder / "places.csv", NEW_PLACES, clock)
    assert people(watch) == 34
    assert codes(watch) == []


def test_a_file_written_again_with_the_same_bytes_changes_nothing(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    package = watch.latest().package
    change(folder / "places.csv", PLACES, clock)
    assert watch.latest().package is package


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
    gather = loaders.watch.gather

    def slowly(place: Path) -> loaders.watch.Contents:
        contents = gather(place)
        change(folder / "visits.csv", VISITS + "v4,,There\n", clock)
        return contents

    change(folder / "places.csv", NEW_PLACES, clock)
    monkeypatch.setattr(loaders.watch, "gather", slowly)
    assert codes(watch) == [("half_written", "visits.csv")]
    assert people(watch) == 12
    monkeypatch.undo()
    assert codes(watch) == []
    assert len(watch.latest().package.frame("visits")) == 4


def test_broken_data_are_reported_while_the_last_good_stay(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    good = watch.latest().package
    change(folder / "places.csv", PLACES.replace("home", "Home"), clock)
    assert codes(watch) == [("enum", "places.csv")]
    assert watch.latest().package is good
    change(folder / "places.csv", NEW_PLACES, clock)
    assert codes(watch) == []
    assert people(watch) == 34


def test_files_replaced_one_after_another_show_only_when_they_agree(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "visits.csv", VISITS + "v4,dock,\n", clock)
    assert codes(watch) == [("foreign_key", "visits.csv")]
    assert len(watch.latest().package.frame("visits")) == 3
    change(folder / "places.csv", NEW_PLACES + "dock,Dock,,,,,home\n", clock)
    assert codes(watch) == []
    assert (people(watch), len(watch.latest().package.frame("visits"))) == (34, 4)


@pytest.mark.parametrize("file", ["datapackage.json", "partnership.toml", "places.csv"])
def test_a_file_that_goes_and_comes_back_breaks_nothing(folder: Path, clock: Clock, file: str) -> None:
    watch = Watch(folder, clock=clock)
    content = (folder / file).read_bytes()
    (folder / file).unlink()
    assert codes(watch) == [("missing_file", file)]
    assert people(watch) == 12
    change(folder / file, content, clock)
    assert codes(watch) == []


def test_what_is_broken_at_the_start_is_shown_and_can_be_mended(folder: Path, clock: Clock) -> None:
    change(folder / "places.csv", PLACES.replace("12,", "x,"), clock, ago=60)
    watch = Watch(folder, clock=clock)
    assert codes(watch) == []
    assert watch.latest().package.broken == {"places"}
    change(folder / "visits.csv", VISITS + "v4,,There\n", clock)
    assert len(watch.latest().package.frame("visits")) == 4
    change(folder / "places.csv", NEW_PLACES, clock)
    assert people(watch) == 34


def test_nothing_at_the_start_gives_way_to_anything(folder: Path, clock: Clock) -> None:
    change(folder / "partnership.toml", "=", clock, ago=60)
    watch = Watch(folder, clock=clock)
    assert len(watch.latest().package.frames) == 0
    change(folder / "partnership.toml", PARTNERSHIP, clock)
    change(folder / "visits.csv", VISITS.replace("pier", "nowhere"), clock)
    assert watch.latest().package.broken == {"visits"}


def test_a_stray_file_holds_nothing_up(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "places (copy).csv", PLACES, clock)
    change(folder / "places.csv", NEW_PLACES, clock)
    assert (people(watch), codes(watch)) == (34, [])
    assert [problem.code for problem in watch.latest().package.problems] == ["undescribed_file"]


def test_a_file_let_go_by_another_program_is_tried_again(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "places.csv", NEW_PLACES, clock, ago=60)

    def locked(path: Path) -> bytes:
        if path.name == "places.csv":
            raise PermissionError(path)
        return read_bytes(path)

    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", locked)
    assert codes(watch) == [("unreadable", "places.csv")]
    monkeypatch.undo()
    assert (people(watch), codes(watch)) == (34, [])


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


def test_threads_are_given_one_package(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "places.csv", NEW_PLACES, clock)
    with ThreadPoolExecutor(8) as pool:
        packages = list(pool.map(lambda _: watch.latest().package, range(64)))
    assert len(set(packages)) == 1
    assert packages[0].frame("places").loc[0, "people"] == 34
