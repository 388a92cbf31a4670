"""The small package in a folder that was last changed a minute ago."""

from pathlib import Path

import pytest

from tests.fixtures.changing_folder import Clock, touch
from tests.fixtures.small_package import write


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def folder(tmp_path: Path, clock: Clock) -> Path:
    write(tmp_path)
    for path in tmp_path.iterdir():
        touch(path, clock, ago=60)
    return tmp_path
