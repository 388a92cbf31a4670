"""The shape of the code: imports run one way, pages stay small, and the two cities are data."""

import ast
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from views.places import PLACES

ROOT = Path(__file__).parent.parent
LAYERS = ("bench", "cards", "charts", "commands", "exports", "loaders", "pages", "queries", "texts", "ui", "views")
CODE = sorted([ROOT / "dashboard.py", *(file for layer in LAYERS for file in (ROOT / layer).rglob("*.py"))])
BUILT = {"node_modules", "build"}  # made by a tool, not written
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
def test_a_page_asks_for_its_frame_and_has_itself_drawn(file: Path) -> None:
    _, *lines = ast.parse(file.read_text(encoding="utf-8")).body
    assert [ast.unparse(line) for line in lines] == ["from ui.frame import current", "current().draw()"]


def test_every_page_is_in_the_registry_and_every_place_of_it_has_its_page() -> None:
    assert [file.stem for file in PAGES] == sorted(PLACES)


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


def folders(below: Path) -> Iterator[Path]:
    """Give a folder and all beneath it that somebody writes: what begins with a point or an underscore is made."""
    yield below
    for folder in sorted(each for each in below.iterdir() if each.is_dir() and each.name[0] not in "._"):
        if folder.name not in BUILT:
            yield from folders(folder)


def drawn() -> Iterator[Path]:
    """Give every folder in the tree that docs/architecture.md draws."""
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    above = ROOT
    for line in text.split("## The tree", 1)[1].split("```")[1].splitlines():
        name = line.split()[0] if line.strip() else ""
        if name.endswith("/"):
            inner = line.startswith(" ")
            folder = (above if inner else ROOT) / name
            above = above if inner else folder
            yield folder


def test_every_folder_in_the_tree_of_the_docs_is_there() -> None:
    assert [named(folder) for folder in drawn() if not folder.is_dir()] == []


def test_every_folder_of_the_code_is_in_the_tree_of_the_docs() -> None:
    code = [folder for layer in LAYERS for folder in folders(ROOT / layer)]
    top = [folder for folder in folders(ROOT) if folder.parent == ROOT]
    assert sorted(map(named, {*code, *top} - set(drawn()))) == []


def test_the_readme_names_every_folder_at_the_top() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    top = [folder.name for folder in folders(ROOT) if folder.parent == ROOT]
    assert [name for name in top if f"`{name}/`" not in text] == []


@pytest.mark.parametrize(
    "folder", [folder for layer in (*LAYERS, "tests") for folder in folders(ROOT / layer)], ids=named
)
def test_a_folder_holds_no_more_than_fifteen_files(folder: Path) -> None:
    files = [file for file in folder.iterdir() if file.suffix in {".py", ".js", ".css"} and file.name != "__init__.py"]
    assert len(files) <= 15
