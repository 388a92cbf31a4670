"""`python -m commands check` says what is wrong in words, by file, and by its exit code."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, get_args

import pytest

import loaders
import texts
from commands.__main__ import main
from loaders import Problem
from loaders.problem import Code
from loaders.values import TYPES
from tests.fixtures.small_package import PLACES, VISITS, write
from views.wording import problems

ROOT = Path(__file__).parents[2]
WORDS = texts.load("en", home="Liverpool", away="Shanghai")


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "commands", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)


def test_a_sound_folder_is_listed_with_its_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    package = loaders.open(write(tmp_path))
    assert main(["check", str(tmp_path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "places: 2 rows",
        "visits: 3 rows",
        f"No problems in 2 data sets. Version {package.version}, data of 21 November 2026.",
    ]


def test_problems_are_listed_by_file_with_how_to_mend_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"places.csv": PLACES.replace("12,", "x,").replace("home", "Home"), "visits.csv": None})
    assert main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "visits.csv",
        "  The file is missing. Put the file back into the data folder under this name.",
        "",
        "places.csv",
        (
            "  Row 2, people: “x” was found. Needed: a whole number without commas, such as 1250. "
            "Correct the cell, or leave it blank if it is not known and may be blank."
        ),
        "  Row 2, near: “Home” is not one of the codes allowed. Use one of: home, away.",
        "",
        "3 problems found.",
    ]


def test_programs_get_facts_and_sentences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, {"visits.csv": VISITS.replace("bund", "nowhere")})
    assert main(["check", str(tmp_path), "--json"]) == 1
    report: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert report["ok"] is False
    assert report["datasets"] == {"places": 2}
    assert report["problems"] == [
        {
            "code": "foreign_key",
            "resource": "visits",
            "file": "visits.csv",
            "row": 3,
            "column": "place_id",
            "found": "nowhere",
            "needed": "places.csv",
            "message": "Row 3, place_id: “nowhere” does not stand in places.csv. "
            "Correct the code, or add its row to places.csv.",
        }
    ]


BROKEN: dict[str, dict[str, str | bytes | None]] = {
    "missing_file": {"visits.csv": None},
    "undescribed_file": {"copy.csv": VISITS},
    "json": {"datapackage.json": "{"},
    "toml": {"partnership.toml": "="},
    "descriptor": {"datapackage.json": "{}"},
    "setting": {"partnership.toml": ""},
    "empty_file": {"visits.csv": ""},
    "encoding": {"visits.csv": VISITS.encode("utf-16")},
    "truncated": {"visits.csv": VISITS[:-1]},
    "quoting": {"visits.csv": VISITS + '"'},
    "separator": {"visits.csv": VISITS.replace(",", ";")},
    "missing_column": {"visits.csv": "id,place_id\nv1,pier\n"},
    "unknown_column": {"visits.csv": "id,place_id,other_place,new\nv1,pier,,\n"},
    "duplicate_column": {"visits.csv": "id,place_id,other_place,id\nv1,pier,,\n"},
    "blank_row": {"visits.csv": VISITS + "\n"},
    "ragged_row": {"visits.csv": VISITS + "v4\n"},
    "spaces": {"places.csv": PLACES.replace("12,", " ,")},
    "required": {"places.csv": PLACES.replace("Pier Head", "")},
    "type": {"places.csv": PLACES.replace("true", "yes")},
    "pattern": {"places.csv": PLACES.replace("pier", "Pier"), "visits.csv": VISITS.replace("pier", "bund")},
    "enum": {"places.csv": PLACES.replace("home", "Home")},
    "minimum": {"places.csv": PLACES.replace("12,", "-1,")},
    "maximum": {"places.csv": PLACES.replace("2004", "2104")},
    "unique": {"places.csv": PLACES.replace("bund", "pier")},
    "primary_key": {"visits.csv": VISITS.replace("v2", "v1")},
    "unique_key": {"visits.csv": VISITS.replace("bund", "pier")},
    "exactly_one_of": {"visits.csv": VISITS.replace("bund", "")},
    "foreign_key": {"visits.csv": VISITS.replace("bund", "nowhere")},
}


@pytest.mark.parametrize("code", BROKEN)
def test_each_kind_of_problem_is_found_and_worded(
    tmp_path: Path, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(write(tmp_path, BROKEN[code])), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["problems"]
    assert code in [problem["code"] for problem in found]
    assert all(problem["message"] for problem in found)


def test_no_kind_of_problem_goes_without_words_or_a_way_to_mend_it() -> None:
    assert [code for code in get_args(Code) if not WORDS.has(f"problem.{code}")] == []
    assert [code for code in get_args(Code) if not WORDS.has(f"problem_fix.{code}")] == []
    assert [kind for kind in TYPES if not WORDS.has(f"problem_type.{kind}")] == []


def test_a_long_cell_is_quoted_by_its_beginning() -> None:
    problem = Problem("enum", "places", "places.csv", 1234, "near", "x" * 500, "home")
    said = problems.sentence(problem, WORDS)
    assert "x" * 81 not in said
    assert said.startswith("Row 1234, near")


def test_a_list_of_problems_names_the_file_in_each_sentence() -> None:
    places, visits = Problem("missing_file", "places", "places.csv"), Problem("empty_file", "visits", "visits.csv")
    said = problems.sentences([places, visits, places], WORDS)
    assert [sentence.partition(":")[0] for sentence in said] == ["places.csv", "places.csv", "visits.csv"]


@pytest.mark.slow
def test_the_command_line_reports_the_real_folder_and_a_broken_one(tmp_path: Path) -> None:
    sound = run("check")
    assert sound.returncode == 0, sound.stdout
    # Even where the terminal has no room for Chinese.
    write(tmp_path, {"places.csv": PLACES.replace("away", "外滩")})
    broken = run("check", DASHBOARD_DATA=str(tmp_path), PYTHONIOENCODING="cp1252")
    assert broken.returncode == 1
    assert "“外滩” is not one of the codes allowed" in broken.stdout
    assert broken.stderr == ""


@pytest.mark.slow
def test_a_slide_that_cannot_be_shown_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(ROOT / "data", tmp_path, dirs_exist_ok=True)
    deck = tmp_path / "deck.toml"
    deck.write_text(deck.read_text(encoding="utf-8").replace("id=E012", "id=E999"), encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "deck.toml"
    assert "E999" in said[1]
    assert said[-1] == "1 problem found."
