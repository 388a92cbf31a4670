"""A third language is one row, one text file and the data's own columns: then everything runs in it."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from tests.conftest import ROOT

pytestmark = pytest.mark.slow
LANG = "xx"
HOUSE = (
    "cards", "charts", "commands", "data", "exports", "loaders", "pages", "queries", "static", "texts", "ui", "views",
    ".streamlit",
)  # fmt: skip
ROW = """
[xx]
name = "⟦Invented⟧"
tag = "fr-FR"
locale = "fr_FR"
dates = { day = "d MMMM y", month = "MMMM y", year = "y" }
spans = { month = ["d", "d MMMM y"], year = ["d MMMM", "d MMMM y"], months = ["MMMM", "MMMM y"] }
"""


def marked(sentences: Mapping[str, Any]) -> dict[str, Any]:
    """Set every sentence between brackets, its slots as they are."""
    return {
        key: marked(value) if isinstance(value, dict) else value if key in ("a", "b") else f"⟦{value}⟧"
        for key, value in sentences.items()
    }


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the house, and add the language to it: no file of its code is touched."""
    folder = tmp_path_factory.mktemp("house")
    for name in HOUSE:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "dashboard.py", folder)
    shutil.copy(Path(__file__).parent / "everything.py", folder / "test_everything.py")
    rows = folder / "texts" / "languages.toml"
    rows.write_text(rows.read_text(encoding="utf-8") + ROW, encoding="utf-8")
    english = tomllib.loads((ROOT / "texts" / "en.toml").read_text(encoding="utf-8"))
    (folder / "texts" / f"{LANG}.toml").write_text(tomli_w.dumps(marked(english)), encoding="utf-8")
    partnership = folder / "data" / "partnership.toml"
    text = partnership.read_text(encoding="utf-8")
    partnership.write_text(text.replace("[home]", f'[home]\nname_{LANG} = "⟦Home⟧"', 1), encoding="utf-8")
    talk = folder / "data" / "deck.toml"
    text = talk.read_text(encoding="utf-8")
    talk.write_text(
        text.replace("[[slides]]", f'[[slides]]\nheadline_{LANG} = "⟦An invented evening⟧"', 1), encoding="utf-8"
    )
    return folder


def test_everything_runs_in_a_third_language(house: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "--rootdir",
        str(house),
        "-p",
        "no:cacheprovider",
        "test_everything.py",
    ]
    environment = {**os.environ, "INVENTED_LANGUAGE": LANG, "PYTHONPATH": str(house)}
    done = subprocess.run(command, cwd=house, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-8000:]
