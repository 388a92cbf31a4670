"""The whole package to take away: its files as they are, and one workbook for readers of spreadsheets."""

from collections.abc import Iterable, Mapping
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
        *_explained(resources, words),
        *(_dataset(package, each, words) for each in resources),
    ]
    heads = ("archive.head.sheet", "archive.head.holds", "record_page.data.rows")
    sizes = ((page, len(page.table.rows)) for page in pages)
    rows = ((page.name, page.title, Cell(text=str(size), value=size)) for page, size in sizes)
    return exports.tables.workbook.workbook(
        _cover(package, words),
        pages,
        contents=_guide("contents", heads, rows, words),
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
    table = tabulate(title, map(words, heads), rows)
    return WorkbookSheet(name=words(f"archive.{name}"), title=title, about=(words("archive.one_table"),), table=table)


def _notes(package: Package, words: Words) -> WorkbookSheet:
    """Explain blanks and rules; name what could not be read and is therefore not here."""
    lines = [(words(f"archive.note.{name}_name"), words(f"archive.note.{name}")) for name in _NOTES]
    lines += [(each, words("record_page.data.broken")) for each in sorted(package.broken)]
    return _guide("notes", ("archive.head.note", "archive.head.meaning"), lines, words)


def _explained(resources: list[Resource], words: Words) -> tuple[WorkbookSheet, WorkbookSheet]:
    """Explain every column that readers see, and every code that it may hold."""
    columns, codes = [], []
    for resource in resources:
        for field in resource["schema"]["fields"]:
            if field["name"] in PAPERS:
                continue
            place = (words.of(resource, "title"), field["name"])
            kind = words(f"record_page.type.{field['type']}")
            columns.append((*place, words.of(field, "title"), words.of(field, "description"), kind))
            held = field.get("constraints", {}).get("enum", ())
            codes += [(*place, code, _meaning(resource["name"], field["name"], code, words)) for code in held]
    heads = ("record_page.data.dataset", "record_page.data.field")
    column_heads = (*heads, "archive.head.title", "record_page.data.meaning", "record_page.data.type")
    code_heads = (*heads, "archive.head.code", "archive.head.meaning")
    return _guide("columns", column_heads, columns, words), _guide("codes", code_heads, codes, words)


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
