"""What every test may ask for: the real package, the words, and choices with nothing chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    "tests/exports/tables/test_workbook.py",
    "tests/exports/briefing/test_word.py",
    "tests/commands/test_site.py",
    "tests/commands/test_export.py",
    "tests/commands/test_pack.py",
    "tests/exports/presentation/test_slides.py",
)


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
