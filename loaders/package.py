"""A data folder to one checked, immutable package."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pandas as pd

from loaders import deck, partnership, table
from loaders.columns import Columns
from loaders.contents import Contents, gather
from loaders.deck import DECK, EMPTY, Deck
from loaders.partnership import NAMELESS, PARTNERSHIP, Partnership
from loaders.problem import Problem
from loaders.rows import rows


class Frames(Mapping[str, pd.DataFrame]):
    """Hand out frames by name, each time as a new one that copies only when it is written to.

    So one package serves every reader at once, and none can change what another sees.
    """

    def __init__(self, frames: Mapping[str, pd.DataFrame]) -> None:
        self._frames = dict(frames)

    def __getitem__(self, name: str) -> pd.DataFrame:
        return self._frames[name].copy(deep=False)

    def __iter__(self) -> Iterator[str]:
        return iter(self._frames)

    def __len__(self) -> int:
        return len(self._frames)


@dataclass(frozen=True, eq=False)
class Package:
    """Hold one version of the data: what is sound as frames, and every problem of the rest.

    `version` is 12 hexadecimal digits of the SHA-256 of the contents, `data_version` of all but the deck. If the descriptor or the
    partnership cannot be read there are no frames; without a descriptor `as_of` is `date.min`.
    """

    folder: Path
    version: str
    as_of: date
    descriptor: Mapping[str, Any]
    partnership: Partnership
    frames: Mapping[str, pd.DataFrame]
    problems: tuple[Problem, ...] = ()
    deck: Deck = EMPTY
    data_version: str = ""

    @cached_property
    def _resources(self) -> Mapping[str, Mapping[str, Any]]:
        return {resource["name"]: resource for resource in self.descriptor.get("resources", [])}

    def frame(self, name: str) -> pd.DataFrame:
        """Return the frame of a resource; raises KeyError if it is broken or not described."""
        return self.frames[name]

    def resource(self, name: str) -> Mapping[str, Any]:
        """Return the description of a resource, broken or not; raises KeyError if there is none."""
        return self._resources[name]

    @property
    def broken(self) -> frozenset[str]:
        """Name the resources that are described but could not be loaded."""
        return frozenset(self._resources.keys() - self.frames.keys())

    def has(self, *names: str) -> bool:
        """Tell whether all of these resources were loaded."""
        return self.frames.keys() >= set(names)


def open(folder: Path, version: str | None = None) -> Package:  # noqa: A001
    """Open a data folder, or one of the versions it keeps in `versions/<id>`.

    Never raises for what the folder holds: see the package's `problems` and `broken`.
    """
    return build(gather(folder, version))


def build(contents: Contents) -> Package:
    """Check the contents of a version and make them a package."""
    files = contents.files
    pair, of_pair = partnership.parse(files[PARTNERSHIP]) if PARTNERSHIP in files else (NAMELESS, [])
    slides, of_slides = deck.parse(files[DECK]) if DECK in files else (EMPTY, [])
    tables, of_tables = _tables(contents)
    whole = contents.descriptor and pair is not NAMELESS
    return Package(
        folder=contents.folder,
        version=contents.version,
        as_of=date.fromisoformat(contents.descriptor["as_of"]) if contents.descriptor else date.min,
        descriptor=MappingProxyType(dict(contents.descriptor)),
        partnership=pair,
        frames=Frames({name: columns.frame() for name, columns in tables.items()} if whole else {}),
        problems=(*contents.problems, *of_pair, *of_slides, *of_tables),
        deck=slides,
        data_version=contents.data_version,
    )


def _tables(contents: Contents) -> tuple[dict[str, Columns], list[Problem]]:
    """Parse every described file; return the sound ones by resource, and what is wrong with the rest."""
    problems: list[Problem] = []
    sound: dict[str, Columns] = {}
    for resource in contents.descriptor.get("resources", []):
        if resource["path"] not in contents.files:
            continue
        read, breaches = rows(contents.files[resource["path"]], resource)
        if read:
            columns, of_columns = table.parse(read, resource)
            breaches.extend(of_columns)
            if not breaches:
                sound[resource["name"]] = columns
        problems.extend(breaches)
    # References are looked up in tables as they were before any was left out for its own references.
    dangling = {name: list(columns.dangling(sound)) for name, columns in sound.items()}
    problems.extend(problem for breaches in dangling.values() for problem in breaches)
    return {name: columns for name, columns in sound.items() if not dangling[name]}, problems
