"""`python -m commands export` writes the slides, a briefing or the data, or says in words why it cannot."""

import re
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
    assert re.match(rf"\d+ slides written to {re.escape(str(out))} \({re.escape(size)}\)", said)
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


def test_a_briefing_is_written_as_its_ending_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "sport.docx"
    assert main(["export", "briefing", str(out), str(DATA), "--sector", "sport"]) == 0
    assert out.read_bytes().startswith(b"PK")
    page = tmp_path / "all.html"
    assert main(["export", "briefing", str(page), str(DATA)]) == 0
    assert page.read_bytes().startswith(b"<!doctype html>")
    assert f"Briefing written to {page}" in capsys.readouterr().out


def test_a_briefing_of_another_ending_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "all.pdf"
    assert main(["export", "briefing", str(out), str(DATA)]) == 1
    assert ".docx or .html" in capsys.readouterr().err
    assert not out.exists()


def test_too_few_records_make_no_briefing_and_are_to_be_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "tourism.docx"
    assert main(["export", "briefing", str(out), str(DATA), "--sector", "tourism"]) == 1
    assert "1 record held; read it." in capsys.readouterr().err
    assert not out.exists()


def test_the_data_are_packed_so_that_the_unpacked_folder_passes_the_check(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, folder = tmp_path / "data.zip", tmp_path / "unpacked"
    assert main(["export", "data", str(out), str(DATA)]) == 0
    shutil.unpack_archive(out, folder)
    assert main(["check", str(folder)]) == 0
    for file in DATA.iterdir():
        assert (folder / file.name).read_bytes() == file.read_bytes()
    assert {file.name for file in folder.iterdir()} - {file.name for file in DATA.iterdir()} == {
        "sister-city-partnership.xlsx"
    }
    assert "files packed into" in capsys.readouterr().out


def test_data_with_a_breach_are_not_packed(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "mission.csv").unlink()
    out = tmp_path / "data.zip"
    assert main(["export", "data", str(out), str(folder)]) == 1
    assert "mission.csv" in capsys.readouterr().err
    assert not out.exists()
