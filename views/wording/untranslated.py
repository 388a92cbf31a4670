"""Which words stay in another language's letters on a page: titles, publishers, persons, names without a translation."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from exports.markup.languages import latin_names
from loaders import Package

# Columns that are shown as they stand in every language.
_ALWAYS = {"sources": ("title",), "record_organisations": ("person",)}


def names(package: Package, lang: str) -> frozenset[str]:
    """Give every run of Latin letters that readers of a language meet as a name; none for the base language."""
    return _names(_Version(package), lang) if any(_translated(package, lang)) else frozenset()


def draft(package: Package, lang: str) -> bool:
    """Tell whether any row's translation into a language is still a draft."""
    status = f"{lang}_status"
    return any(status in frame and frame[status].eq("draft").any() for frame in package.frames.values())


class _Version:
    """Stand for a package in a cache: two of one version are the same."""

    def __init__(self, package: Package) -> None:
        self.package = package

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Version) and other.package.version == self.package.version

    def __hash__(self) -> int:
        return hash(self.package.version)


@lru_cache(maxsize=8)
def _names(version: _Version, lang: str) -> frozenset[str]:
    package, ending = version.package, f"_{lang}"
    runs: set[str] = set()
    for name, column in _translated(package, lang):
        frame = package.frame(name)
        base = column.removesuffix(ending)
        runs |= _of(frame[column].dropna().unique())
        if base in frame:
            runs |= _of(frame.loc[frame[column].isna(), base].dropna().unique())
    for name, columns in _ALWAYS.items():
        if package.has(name):
            for column in columns:
                runs |= _of(package.frame(name)[column].dropna().unique())
    return frozenset(runs | _of(_described(package, ending)))


def _translated(package: Package, lang: str) -> Iterator[tuple[str, str]]:
    for name, frame in package.frames.items():
        yield from ((name, column) for column in frame.columns if str(column).endswith(f"_{lang}"))


def _described(package: Package, ending: str) -> Iterator[str]:
    """Give what the package's own description says in the language, and the licences' names, which stay."""
    for resource in package.descriptor.get("resources", []):
        yield from (licence.get("title", "") for licence in resource.get("licenses", []))
        for part in (resource, *resource["schema"]["fields"]):
            yield from (str(value) for key, value in part.items() if key.endswith(ending))


def _of(texts: Iterable[object]) -> set[str]:
    return {run for text in texts for run in latin_names(str(text))}
