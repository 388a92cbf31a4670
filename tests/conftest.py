"""What every test may ask for: the real package, the words, and choices with nothing chosen."""

from __future__ import annotations

from pathlib import Path

import pytest

import loaders
import texts
from texts import Words
from views.choices import Choices

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture(scope="session")
def package() -> loaders.Package:
    return loaders.open(DATA)


@pytest.fixture(scope="session")
def words(package: loaders.Package) -> Words:
    return texts.load("en", **package.partnership.names("en"))


@pytest.fixture(scope="session")
def choices() -> Choices:
    return Choices()
