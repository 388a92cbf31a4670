"""The bytes of one version of a data folder, read once, and where they stand."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from loaders import descriptor
from loaders.deck import DECK
from loaders.descriptor import DESCRIPTOR
from loaders.partnership import PARTNERSHIP
from loaders.problem import Problem

CURRENT = "current"
VERSIONS = "versions"

# Begins with a letter or digit, so neither "..", an absolute path nor a drive can be meant.
_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")

Footprint = Mapping[Path, tuple[int, int]]


@dataclass(frozen=True, eq=False)
class Contents:
    """Hold every file of a version that the loader looks at, by its path within the folder."""

    folder: Path
    files: Mapping[str, bytes]
    descriptor: Mapping[str, Any]
    problems: tuple[Problem, ...]

    @cached_property
    def version(self) -> str:
        """Give the first 12 hexadecimal digits of the SHA-256 of the files' names and bytes."""
        return self._digest(self.files)

    @cached_property
    def data_version(self) -> str:
        """Give the same of all files but the deck, which says with which data it was made."""
        return self._digest(self.files.keys() - {DECK})

    def _digest(self, names: Iterable[str]) -> str:
        digest = hashlib.sha256()
        for name in sorted(names):
            digest.update(f"{name}\0{len(self.files[name])}\0".encode() + self.files[name])
        return digest.hexdigest()[:12]


def locate(folder: Path, version: str | None = None) -> tuple[Path, list[Problem]]:
    """Find the folder that holds a version.

    Without a version it is `versions/<id>` if the folder's file `current` holds that id, and the
    folder itself if there is no such file.
    """
    named_by = VERSIONS if version else CURRENT
    try:
        if not folder.is_dir():
            return folder, [Problem("missing_folder", "", folder.name, None, None, str(folder))]
        if version is None and (folder / CURRENT).is_file():
            version = (folder / CURRENT).read_text(encoding="utf-8-sig").strip()
        if version is None:
            return folder, []
        if _ID.fullmatch(version) and (folder / VERSIONS / version).is_dir():
            return folder / VERSIONS / version, []
    except (OSError, UnicodeDecodeError) as error:
        return folder, [Problem("unreadable", "", CURRENT, None, None, type(error).__name__)]
    return folder, [Problem("unknown_version", "", named_by, None, None, version)]


def gather(folder: Path, version: str | None = None) -> Contents:
    """Read the descriptor of a version, the partnership, the deck, and the files that are described.

    Problems here are those of files as such: missing, unreadable, out of place.
    """
    root, problems = locate(folder, version)
    if problems:
        return Contents(root, {}, {}, tuple(problems))
    files: dict[str, bytes] = {}

    def read(name: str, resource: str = "") -> None:
        try:
            files[name] = (root / name).read_bytes()
        except FileNotFoundError:
            problems.append(Problem("missing_file", resource, name))
        except OSError as error:
            problems.append(Problem("unreadable", resource, name, None, None, type(error).__name__))

    read(DESCRIPTOR)
    described, flaws = descriptor.parse(files[DESCRIPTOR]) if DESCRIPTOR in files else ({}, [])
    problems.extend(flaws)
    read(PARTNERSHIP)
    if (root / DECK).is_file():  # a folder of data need not have one
        read(DECK)
    resources = _paths(described)
    for name, resource in resources.items():
        if _inside(root, name):
            read(name, resource)
        else:
            problems.append(Problem("outside_folder", resource, name))
    if described:
        strays = sorted(_tables(root) - resources.keys())
        problems.extend(Problem("undescribed_file", "", name, None, None, name, DESCRIPTOR) for name in strays)
    return Contents(root, files, described, tuple(problems))


def footprint(folder: Path, described: Mapping[str, Any]) -> Footprint:
    """Give the size and time of change (ns) of every file that `gather` would look at.

    `described` is the descriptor as last read; if it has changed, so has its own footprint.
    """
    root, _ = locate(folder)
    names = {DESCRIPTOR, PARTNERSHIP, DECK, *_tables(root), *_paths(described)}
    footprints: dict[Path, tuple[int, int]] = {}
    for path in (folder / CURRENT, *(root / name for name in names)):
        # A file that is missing has no footprint; that it comes or goes is a change as well.
        with suppress(OSError, ValueError):
            stat = path.stat()
            footprints[path] = stat.st_size, stat.st_mtime_ns
    return footprints


def _paths(described: Mapping[str, Any]) -> dict[str, str]:
    return {resource["path"]: resource["name"] for resource in described.get("resources", [])}


def _tables(root: Path) -> set[str]:
    """Name the CSV files in a folder, but not what editors hide or lock (`.name`, `~$name`)."""
    with suppress(OSError):
        return {path.name for path in root.iterdir() if path.suffix.lower() == ".csv" and path.name[0] not in ".~"}
    return set()


def _inside(root: Path, name: str) -> bool:
    """Tell whether a path keeps to the folder, as written and after following links."""
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or re.search(r"[\\:]", name):
        return False
    try:
        return (root / name).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError, ValueError):
        # A loop of links, or a name that no file can have.
        return False
