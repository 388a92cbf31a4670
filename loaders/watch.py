"""The package in force of a folder that people may change while it is being served."""

import logging
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from loaders.contents import Contents, Footprint, footprint, gather
from loaders.package import Package, build
from loaders.problem import Problem

_log = logging.getLogger("dashboard.data")

SETTLED = 10.0  # seconds without a change after which a file is taken to be finished, however it looks
LISTED = 3  # problems named in one line of the log; `check` names all
FRESH = 1.0  # seconds in which a second change may bear the first one's time, as file systems' clocks tick


@dataclass(frozen=True)
class Snapshot:
    """Hold the package to serve, and why the newest files are not in it (empty if they are)."""

    package: Package
    stale: tuple[Problem, ...] = ()


class Watch:
    """Serve the newest package of a folder that offers no less than the last; safe across threads.

    Each call of `latest` looks at the files' sizes and times of change, and reads them only if
    these differ. The bytes in force are kept beside the package, to tell a file that is half
    written from one that has lost its last rows on purpose.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.time) -> None:
        """Open a data folder; `clock` gives seconds since 1970, as files' times of change do."""
        self._folder = folder
        self._clock = clock
        self._lock = Lock()
        self._descriptor: Mapping[str, Any] = {}
        self._seen: Footprint = {}
        self._seen_since = clock()
        # What is wrong at the start is shown: there is nothing better to serve.
        self._served, moving = self._read()
        self._snapshot = Snapshot(build(self._served))
        _opened(self._snapshot.package)
        self._judged = not moving and self._is_final(self._served)

    def latest(self) -> Snapshot:
        """Return the package in force, having looked whether the folder has changed."""
        with self._lock:
            now = footprint(self._folder, self._descriptor)
            if now != self._seen:
                self._seen, self._seen_since, self._judged = now, self._clock(), False
            if not self._judged:
                self._look()
            return self._snapshot

    def _look(self) -> None:
        contents, moving = self._read()
        half_written = [*moving, *self._half_written(contents)]
        if half_written:
            self._keep(half_written)
            return
        self._judged = self._is_final(contents)
        served = self._snapshot.package
        if _same(contents, self._served):
            self._snapshot = Snapshot(served)
            return
        package = build(contents)
        if _loses(package, served):
            self._keep([problem for problem in package.problems if problem not in served.problems])
        else:
            self._served, self._snapshot = contents, Snapshot(package)
            _opened(package)

    def _keep(self, problems: list[Problem]) -> None:
        stale = tuple(problems)
        if stale != self._snapshot.stale:
            _log.warning(
                "version %s stays in force, newer files refused: %s", self._snapshot.package.version, _list(stale)
            )
        self._snapshot = Snapshot(self._snapshot.package, stale)

    def _read(self) -> tuple[Contents, list[Problem]]:
        """Read the files, and name those that changed while they were being read."""
        before = footprint(self._folder, self._descriptor)
        contents = gather(self._folder)
        self._descriptor = contents.descriptor or self._descriptor
        self._seen = footprint(self._folder, self._descriptor)
        moving = {path for path, _ in before.items() ^ self._seen.items()}
        return contents, [_half_written("", path.name) for path in sorted(moving)]

    def _half_written(self, contents: Contents) -> Iterator[Problem]:
        """Find the files that look cut off and were changed too lately to be sure they are not."""
        resources = {each["path"]: each["name"] for each in contents.descriptor.get("resources", [])}
        for name, data in contents.files.items():
            before = self._served.files.get(name, b"") if contents.folder == self._served.folder else b""
            cut = len(data) < len(before) and before.startswith(data)
            unfinished = name in resources and not data.endswith(b"\n")
            if (cut or unfinished) and self._age(contents.folder / name) < SETTLED:
                yield _half_written(resources.get(name, ""), name)

    def _age(self, path: Path) -> float:
        """Return the seconds since a file last changed, as far as its own clock can be trusted."""
        _, changed = self._seen.get(path, (0, 0))
        return self._clock() - min(changed / 1e9, self._seen_since)

    def _is_final(self, contents: Contents) -> bool:
        """Tell whether the same files need no second reading."""
        # That another program lets go of a file does not show in the file's size or time.
        locked = any(problem.code == "unreadable" for problem in contents.problems)
        newest = max((changed for _, changed in self._seen.values()), default=0)
        return not locked and self._clock() - newest / 1e9 > FRESH


def _opened(package: Package) -> None:
    rows = ", ".join(f"{name} {len(frame)}" for name, frame in package.frames.items())
    _log.info("version %s opened: %s", package.version, rows or "no dataset")
    if package.problems:
        _log.warning("version %s lacks what it should hold: %s", package.version, _list(package.problems))


def _list(problems: Sequence[Problem]) -> str:
    """Name the first problems by file, row, column and code, and count the rest."""
    first = "; ".join(f"{each.file} row {each.row} {each.column} {each.code}" for each in problems[:LISTED])
    rest = len(problems) - LISTED
    return f"{first}; and {rest} more" if rest > 0 else first


def _half_written(resource: str, file: str) -> Problem:
    return Problem("half_written", resource, file, None, None, "", str(int(SETTLED)))


def _same(one: Contents, other: Contents) -> bool:
    return (one.folder, one.version, one.problems) == (other.folder, other.version, other.problems)


def _loses(package: Package, served: Package) -> bool:
    """Tell whether data now served would be gone: broken, rather than no longer described."""
    unreadable = not package.descriptor and len(served.frames) > 0
    return unreadable or not package.broken.isdisjoint(served.frames)
