"""What is being served changes when better files have come, and never for worse ones."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from loaders import Watch
from tests.fixtures.changing_folder import Clock, change, codes, people
from tests.fixtures.small_package import PARTNERSHIP, PLACES, VISITS

NEW_PLACES = PLACES.replace("12,", "34,")


def test_nothing_is_read_again_until_a_file_changes(
    folder: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = Watch(folder, clock=clock)
    package = watch.latest().package
    monkeypatch.setattr("loaders.watch.gather", None)
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


def test_threads_are_given_one_package(folder: Path, clock: Clock) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "places.csv", NEW_PLACES, clock)
    with ThreadPoolExecutor(8) as pool:
        packages = list(pool.map(lambda _: watch.latest().package, range(64)))
    assert len(set(packages)) == 1
    assert packages[0].frame("places").loc[0, "people"] == 34


def test_a_version_that_is_opened_is_logged_with_its_rows(
    folder: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="dashboard.data"):
        version = Watch(folder, clock=clock).latest().package.version
    (message,) = caplog.messages
    assert message.startswith(f"version {version} opened: ")
    assert "visits 3" in message


def test_a_refused_version_is_logged_once_by_file_row_and_code_and_without_what_stands_there(
    folder: Path, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    watch = Watch(folder, clock=clock)
    change(folder / "places.csv", PLACES.replace("home", "Somebody"), clock)
    watch.latest()
    watch.latest()
    (message,) = caplog.messages
    assert message.startswith(f"version {watch.latest().package.version} stays in force, newer files refused: ")
    assert "places.csv row 2" in message
    assert "enum" in message
    assert "Somebody" not in message
