"""`python -m commands export deck` writes the slides, or says in words why it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from commands.__main__ import main
from tests.conftest import DATA


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DATA, tmp_path / "data"))


def test_the_deck_is_written_and_its_size_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "deck.html"
    assert main(["export", "deck", str(out), str(DATA)]) == 0
    assert out.read_bytes().startswith(b"<!doctype html>")
    size = f"{out.stat().st_size / 1_000_000:.1f} MB"
    said = capsys.readouterr().out
    assert said.startswith(f"6 slides written to {out} ({size})")
    assert [path.name for path in tmp_path.iterdir()] == ["deck.html"]


def test_a_deck_is_written_over_an_older_one(tmp_path: Path) -> None:
    out = tmp_path / "deck.html"
    out.write_text("old")
    assert main(["export", "deck", str(out), str(DATA)]) == 0
    assert out.read_bytes().startswith(b"<!doctype html>")


def test_broken_data_write_nothing_and_name_what_to_mend(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "exchanges.csv").unlink()
    out = tmp_path / "deck.html"
    assert main(["export", "deck", str(out), str(folder)]) == 1
    said = capsys.readouterr()
    assert not out.exists()
    assert said.out == ""
    assert said.err.startswith("Nothing was written")
    assert "exchanges.csv" in said.err


def test_data_that_no_slide_needs_may_be_broken(folder: Path, tmp_path: Path) -> None:
    (folder / "mission.csv").unlink()
    assert main(["export", "deck", str(tmp_path / "deck.html"), str(folder)]) == 0


def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "nowhere" / "deck.html"
    assert main(["export", "deck", str(out), str(DATA)]) == 1
    assert f"{out} could not be written" in capsys.readouterr().err


def test_a_folder_in_the_place_of_the_file_is_told_and_nothing_is_left(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "deck.html"
    out.mkdir()
    assert main(["export", "deck", str(out), str(DATA)]) == 1
    assert "could not be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["deck.html"]
