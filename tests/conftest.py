"""What every test may ask for: the real package, the words, and choices with nothing chosen."""

import re
from pathlib import Path

import pytest
from xdist.remote import Producer
from xdist.scheduler.loadscope import LoadScopeScheduling

import loaders
import texts
from texts import Words
from views.choices import Choices

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
# Whole pages and whole documents take their time: `make check` leaves them to `make test`.
WHOLE = (
    "tests/pages",
    "tests/views/site/test_pages.py",
    "tests/views/briefing/test_document.py",
    "tests/views/deck/test_talk.py",
    "tests/views/deck/test_editor.py",
    "tests/views/wording/test_figures.py",
    "tests/charts/test_canvas.py",
    "tests/exports/svg/test_every_chart.py",
    "tests/exports/tables/test_workbook.py",
    "tests/exports/briefing/test_word.py",
    "tests/commands/test_site.py",
    "tests/commands/test_export.py",
    "tests/commands/test_pack.py",
    "tests/exports/presentation/test_slides.py",
)


class Together(LoadScopeScheduling):  # type: ignore[misc]  # pytest-xdist is not typed
    """Give to one worker all tests of a file; those that share a visit to a page go with the visit instead."""

    def _split_scope(self, nodeid: str) -> str:
        visit = re.search(r"\[(visit .+)\]$", nodeid)
        return visit[1] if visit else nodeid.partition("::")[0]


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Together | None:
    """Have `--dist loadscope` keep together what shares a server, a browser, a visit."""
    return Together(config, log) if config.getvalue("dist") == "loadscope" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.relative_to(ROOT).as_posix().startswith(WHOLE):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def package() -> loaders.Package:
    return loaders.open(DATA)


@pytest.fixture(scope="session")
def words(package: loaders.Package) -> Words:
    return texts.load("en", **package.partnership.names("en"))


@pytest.fixture(scope="session")
def choices() -> Choices:
    return Choices()
