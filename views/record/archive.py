"""The whole package to take away: its files as they are, and one workbook for readers of spreadsheets."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, time
from typing import Any

import exports.tables.archive
import exports.tables.workbook
from cards import Cell
from exports.tables.workbook import Cover, WorkbookSheet
from loaders import Package
from loaders.contents import gather
from loaders.package import build
from texts import Words
from views.wording.tables import tabulate

Resource = Mapping[str, Any]
PAPERS = ("working_note",)  # the researcher's own, not written for readers; the CSV files of the package keep it
_FIGURES = ("students", "trade_figures", "city_facts")
# Where the words of a column's codes are found.
_CODES = {
    "sector": "sector",
    "direction": "direction",
    "relation": "relation",
    "form": "form",
    "kind": "kind",
    "status": "status",
    "publisher_kind": "publisher",
    "how_read": "record_page.how_read",
    "confidence": "record_page.confidence",
}
_NOTES = ("blank", "not_zero", "codes", "dates", "periods", "money", "papers", "csv")


def name(package: Package, words: Words) -> str:
    """Name the file by its package and version."""
    return f"{words.file(package.descriptor['name'], words('record_page.data.zip_file'))}-{package.version}"


def archive(package: Package, words: Words) -> bytes:
    """Pack every file of the folder byte for byte, and a workbook made from those very bytes."""
    contents = gather(package.folder)
    name = f"{package.descriptor['name']}.xlsx"
    return exports.tables.archive.archive({**contents.files, name: workbook(build(contents), words)})


def workbook(package: Package, words: Words) -> bytes:
    """Write every dataset that can be read on a sheet of its own, behind a cover, contents, notes and columns."""
    resources = [each for each in package.descriptor["resources"] if package.has(each["name"])]
    pages = [
        _notes(package, words),
        _columns(resources, words),
        _codes(resources, words),
        *(_dataset(package, each, words) for each in resources),
    ]
    return exports.tables.workbook.workbook(
        _cover(package, words),
        pages,
        contents=_contents(pages, words),
        lang=words.language.tag,
        dated=datetime.combine(package.as_of, time()),
    )


def _cover(package: Package, words: Words) -> Cover:
    pair = package.partnership
    licences = [
        words("join.pair", name=each["title"], value=each.get("path", ""))
        for each in package.descriptor.get("licenses", [])
    ]
    who = [text for text in (pair.publisher, pair.contact.email, pair.contact.address) if text]
    return Cover(
        name=words("archive.cover"),
        title=words.of(package.descriptor, "title"),
        parts=(
            (words("archive.about"), (words.of(package.descriptor, "description"), words("record.line"))),
            (
                words("archive.when"),
                (words("app.footer", day=words.date(package.as_of), version=package.version), words("archive.next")),
            ),
            (words("archive.licence"), (*licences, words("record_page.data.third_party"))),
            (words("archive.who"), tuple(who) or (words("about.owner_none"),)),
            (words("archive.use"), (words("archive.how"), words("archive.blank_short"))),
        ),
    )


def _guide(name: str, heads: Iterable[str], rows: Iterable[Iterable[str | Cell]], words: Words) -> WorkbookSheet:
    """Write a sheet that explains the others."""
    title = words(f"archive.{name}_title")
    return WorkbookSheet(
        name=words(f"archive.{name}"),
        title=title,
        about=(words("archive.one_table"),),
        table=tabulate(title, heads, rows),
    )


def _contents(pages: list[WorkbookSheet], words: Words) -> WorkbookSheet:
    heads = (words("archive.head.sheet"), words("archive.head.holds"), words("record_page.data.rows"))
    return _guide("contents", heads, ((page.name, page.title, _rows(page)) for page in pages), words)


def _rows(page: WorkbookSheet) -> Cell:
    rows = len(page.table.rows)
    return Cell(text=str(rows), value=rows)


def _notes(package: Package, words: Words) -> WorkbookSheet:
    """Explain blanks and rules; name what could not be read and is therefore not here."""
    lines = [(words(f"archive.note.{name}_name"), words(f"archive.note.{name}")) for name in _NOTES]
    lines += [(each, words("record_page.data.broken")) for each in sorted(package.broken)]
    return _guide("notes", (words("archive.head.note"), words("archive.head.meaning")), lines, words)


def _fields(resources: list[Resource]) -> Iterator[tuple[Resource, Mapping[str, Any]]]:
    """Give every column that readers see, with its dataset."""
    for resource in resources:
        yield from ((resource, field) for field in resource["schema"]["fields"] if field["name"] not in PAPERS)


def _columns(resources: list[Resource], words: Words) -> WorkbookSheet:
    heads = (
        words("record_page.data.dataset"),
        words("record_page.data.field"),
        words("archive.head.title"),
        words("record_page.data.meaning"),
        words("record_page.data.type"),
    )
    rows = (
        (
            words.of(resource, "title"),
            field["name"],
            words.of(field, "title"),
            words.of(field, "description"),
            words(f"record_page.type.{field['type']}"),
        )
        for resource, field in _fields(resources)
    )
    return _guide("columns", heads, rows, words)


def _codes(resources: list[Resource], words: Words) -> WorkbookSheet:
    heads = (
        words("record_page.data.dataset"),
        words("record_page.data.field"),
        words("archive.head.code"),
        words("archive.head.meaning"),
    )
    rows = (
        (words.of(resource, "title"), field["name"], code, _meaning(resource["name"], field["name"], code, words))
        for resource, field in _fields(resources)
        for code in field.get("constraints", {}).get("enum", ())
    )
    return _guide("codes", heads, rows, words)


def _meaning(dataset: str, column: str, code: str, words: Words) -> str:
    """Say a code in words; one that no page words is its own English with spaces."""
    if column == "status" and dataset in _FIGURES:
        return words(f"archive.figure.{code}")
    if column == "status" and dataset == "mission":
        return words(f"mission.status.{code}")
    key = f"{_CODES.get(column, '')}.{code}"
    return words(key) if words.has(key) else code.replace("_", " ")


def _dataset(package: Package, resource: Resource, words: Words) -> WorkbookSheet:
    frame = package.frame(resource["name"]).drop(columns=list(PAPERS), errors="ignore")
    title = words.of(resource, "title")
    return WorkbookSheet(
        name=resource["name"],
        title=title,
        about=(
            words("archive.one_table"),
            words.of(resource, "description"),
            words("archive.blank_short"),
            words("archive.explained"),
        ),
        table=exports.tables.archive.table(frame, title),
    )
