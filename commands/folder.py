"""Folders: which data a command reads, and how a folder is written whole or not at all."""

import os
import shutil
from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import loaders
import texts
from loaders import Package
from texts import Words
from views.wording import problems


class RefusalError(Exception):
    """Say in words, line by line, why a command does nothing."""


def add_argument(parser: ArgumentParser) -> None:
    """Add the data folder to a command's arguments: that which `DASHBOARD_DATA` names, or `data` beside the code."""
    default = Path(os.environ.get("DASHBOARD_DATA") or Path(__file__).parents[1] / "data")
    parser.add_argument("folder", nargs="?", type=Path, default=default, help="the data folder")


def read(folder: Path, lang: str, needs: Sequence[str] | None = None) -> tuple[Package, Words]:
    """Open a data folder, with words of a language.

    Raises RefusalError, naming what to mend, where one of the datasets that it `needs` cannot be read: every one if not said.
    """
    package = loaders.open(folder)
    words = texts.load(lang, **package.partnership.names(lang))
    if needs is None:
        needs = [each["name"] for each in package.descriptor.get("resources", ())]
    if not package.frames or not package.has(*needs):
        raise RefusalError(
            words("export.broken"), *(f"  {each}" for each in problems.sentences(package.problems, words))
        )
    return package, words


def unwritten(out: Path, error: OSError, words: Words) -> RefusalError:
    """Say why a file or folder could not be written."""
    return RefusalError(words("export.not_written", file=out, reason=error.strerror or error))


def spare(out: Path, marks: Sequence[str], words: Words) -> None:
    """Raise RefusalError if a place holds anything but what was written there before, known by its files `marks`."""
    ours = all((out / name).is_file() for name in marks)
    if not ours and (any(out.iterdir()) if out.is_dir() else out.exists()):
        raise RefusalError(words("site.other", folder=out))


@contextmanager
def replacing(out: Path, words: Words) -> Iterator[Path]:
    """Give an empty folder beside `out` to fill. It takes the place of `out` if nothing fails, and else is removed.

    Raises RefusalError with the reason where it cannot be written.
    """
    out = out.absolute()
    part = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        part.mkdir()
        yield part
        if out.exists():
            shutil.rmtree(out)
        part.replace(out)
    except OSError as error:
        raise unwritten(out, error, words) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


def put(file: Path, content: bytes) -> None:
    """Write a file, and the folders above it where they are missing."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
