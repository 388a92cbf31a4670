"""Folders: where the data are when a command is not told, and how one is written whole or not at all."""

import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path


def default() -> Path:
    """Return the folder that `DASHBOARD_DATA` names, or `data` beside the code."""
    return Path(os.environ.get("DASHBOARD_DATA") or Path(__file__).parents[1] / "data")


def foreign(out: Path, marks: Sequence[str]) -> bool:
    """Tell whether a place holds anything but what was written there before, known by its files `marks`."""
    if out.is_dir():
        return any(out.iterdir()) and not all((out / name).is_file() for name in marks)
    return out.exists()


@contextmanager
def replacing(out: Path) -> Iterator[Path]:
    """Give an empty folder beside `out` to fill. It takes the place of `out` if nothing fails, and else is removed."""
    out = out.absolute()
    part = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        part.mkdir()
        yield part
        if out.exists():
            shutil.rmtree(out)
        part.replace(out)
    finally:
        shutil.rmtree(part, ignore_errors=True)
