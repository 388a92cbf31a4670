"""The shape of the code: imports run one way, pages stay small, and the two cities are data."""

from __future__ import annotations

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("bench", "cards", "charts", "commands", "exports", "loaders", "pages", "queries", "texts", "ui", "views")
CODE = sorted([ROOT / "dashboard.py", *(file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))])
PAGES = sorted((ROOT / "pages").glob("[!_]*.py"))


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


def imports(file: Path) -> Iterator[str]:
    """Name the top-level package of everything a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").split(".")[0]


def test_imports_keep_to_the_contracts() -> None:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_dashboard_is_the_frame_and_nothing_more() -> None:
    file = ROOT / "dashboard.py"
    assert set(imports(file)) <= {"__future__", "starlette", "streamlit", "ui"}
    lines = [
        line
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith(("#", '"""'))
    ]
    assert len(lines) <= 25


@pytest.mark.parametrize("file", PAGES, ids=named)
def test_a_page_stays_under_forty_lines(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= 40


@pytest.mark.parametrize("file", PAGES, ids=named)
def test_a_page_first_asks_for_its_frame(file: Path) -> None:
    body = ast.parse(file.read_text(encoding="utf-8")).body
    first = next(node for node in body if not isinstance(node, ast.Expr | ast.Import | ast.ImportFrom))
    assert ast.unparse(first) == "page = current()"


def test_only_the_frame_the_pages_and_the_interface_know_streamlit() -> None:
    knowing = {named(file) for file in CODE if "streamlit" in set(imports(file))}
    allowed = {name for name in knowing if name == "dashboard.py" or name.startswith(("pages/", "ui/"))}
    # The bare script that the pages are measured against is Streamlit and nothing else.
    assert knowing - allowed <= {"bench/bare.py"}


@pytest.mark.parametrize("file", [*CODE, *sorted((ROOT / "texts").glob("*.toml"))], ids=named)
def test_neither_city_is_named_in_code_or_words(file: Path) -> None:
    partnership = tomllib.loads((ROOT / "data" / "partnership.toml").read_text(encoding="utf-8"))
    text = file.read_text(encoding="utf-8").casefold()
    names = [partnership[side][name] for side in ("home", "away") for name in ("name", "name_zh")]
    assert [name for name in names if name.casefold() in text] == []


@pytest.mark.parametrize("file", CODE, ids=named)
def test_a_module_opens_by_saying_what_it_is_for(file: Path) -> None:
    assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("file", CODE, ids=named)
def test_files_and_functions_stay_short(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    long = [
        node.name
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > 60
    ]
    assert long == []
    assert len(text.splitlines()) <= 400
