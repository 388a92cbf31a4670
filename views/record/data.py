"""Data: each dataset with its licence, definition and reach; the data dictionary; files to take away."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

import pandas as pd

import exports.tables.archive
from cards import Card, Cell, Column, Details, Downloads, File, Notice, Pair, Prose, Sheet, Source
from views.record import archive
from views.record.listing import FIGURES, RecordList
from views.wording.downloads import files
from views.wording.tables import tabulate

Resource = Mapping[str, Any]


def cards(records: RecordList) -> list[Card]:
    """Compose the view: one dataset where the address names one, else all of them."""
    resources = records.package.descriptor["resources"]
    chosen = next((each for each in resources if each["name"] == records.choices.get("dataset")), None)
    return _one(records, chosen) if chosen else _all(records, resources)


def _all(records: RecordList, resources: list[Resource]) -> list[Card]:
    words = records.words
    heads = ("dataset", "rows", "definition", "licence", "up_to", "next_release")
    table = tabulate(
        words("record_page.data.table"),
        [Column(label=words(f"record_page.data.{head}"), numeric=head == "rows") for head in heads],
        (_row(records, each) for each in resources),
    )
    ignored = (words("filter.ignored_all"),) if records.choices.filtered else ()
    file = File(
        label=words("record_page.data.zip"),
        name=f"{archive.name(records.package, words)}.zip",
        mime=exports.tables.archive.MIME,
        make=cache(partial(archive.archive, records.package, words)),
    )
    return [
        Sheet(
            key="datasets",
            heading=words("record_page.data.heading", n=len(resources)),
            subtitle=words("record_page.data.lead"),
            table=table,
            notes=(words("record_page.data.third_party"), *ignored),
        ),
        Downloads(
            heading=words("record_page.data.archive"), subtitle=words("record_page.data.archive_lead"), files=(file,)
        ),
    ]


def _row(records: RecordList, resource: Resource) -> tuple[Cell, ...]:
    rows, title = _rows(records, resource), records.words.of(resource, "title")
    return (
        Cell(text=title, link=records.choices.link(title, "record", view="data", dataset=resource["name"])),
        Cell(text="" if rows is None else records.words.number(rows), value=rows),
        Cell(text=records.words.of(resource, "description")),
        Cell(text=records.words.joined(licence["title"] for licence in _licences(records, resource))),
        Cell(text=_up_to(records, resource)),
        Cell(text=_next_release(records, resource)),
    )


def _rows(records: RecordList, resource: Resource) -> int | None:
    return len(records.package.frame(resource["name"])) if records.package.has(resource["name"]) else None


def _licences(records: RecordList, resource: Resource) -> list[Mapping[str, str]]:
    return list(resource.get("licenses") or records.package.descriptor.get("licenses", []))


def _up_to(records: RecordList, resource: Resource) -> str:
    """Say how far a dataset goes: records to the day they were gathered, figures to their latest period."""
    words, package = records.words, records.package
    if resource["name"] in FIGURES and package.has(resource["name"]):
        figures = package.frame(resource["name"]).dropna(subset=["year", "value", "period"]).sort_values("year")
        if figures.empty:
            return ""
        return words("record_page.data.latest", period=words.of(figures.iloc[-1].to_dict(), "period"))
    return words.date(package.as_of)


def _next_release(records: RecordList, resource: Resource) -> str:
    return str(resource.get("next_release") or "") or records.words("record_page.data.not_announced")


def _one(records: RecordList, resource: Resource) -> list[Card]:
    words, rows = records.words, _rows(records, resource)
    licences = tuple(
        Cell(text=each["title"], link=Source(label=each["title"], url=each.get("path", "")))
        for each in _licences(records, resource)
    )
    facts = {
        "definition": (Cell(text=words.of(resource, "description")),),
        "rows": (Cell(text=words.number(rows) if rows is not None else words("record_page.data.broken")),),
        "licence": licences,
        "up_to": (Cell(text=_up_to(records, resource)),),
        "next_release": (Cell(text=_next_release(records, resource)),),
        "file": (Cell(text=resource["path"], lang=words.foreign_tag(resource["path"])),),
    }
    return [
        Details(
            heading=words.of(resource, "title"),
            pairs=tuple(Pair(label=words(f"record_page.data.{name}"), values=cells) for name, cells in facts.items()),
        ),
        Notice(kind="error", text=words("record_page.data.broken"))
        if rows is None
        else _downloads(records, resource, records.package.frame(resource["name"])),
        _dictionary(records, resource),
        Prose(heading="", links=(records.choices.link(words("record_page.data.back"), "record", view="data"),)),
    ]


def _downloads(records: RecordList, resource: Resource, frame: pd.DataFrame) -> Downloads:
    """Offer one dataset: a workbook that explains itself, and CSV files that hold the rows and nothing else."""
    words, title = records.words, records.words.of(resource, "title")
    fields = {field["name"]: words.of(field, "description") for field in resource["schema"]["fields"]}
    about = (
        words.of(resource, "description"),
        *(f"{each['title']} {each.get('path', '')}".strip() for each in _licences(records, resource)),
        words("app.up_to", when=_up_to(records, resource)),
        *(words("record_page.data.field_line", name=name, description=text) for name, text in fields.items()),
    )
    frame = frame.drop(columns=list(archive.PAPERS), errors="ignore")
    make = partial(exports.tables.archive.table, frame, resource["title"])
    return Downloads(
        heading=words("record_page.data.take"),
        subtitle=words("record_page.data.take_lead"),
        files=(
            *files(make, resource["name"], title, about, words)[:1],
            *files(make, resource["name"], "", (), words, name=title)[1:],
        ),
    )


def _dictionary(records: RecordList, resource: Resource) -> Sheet:
    """Explain every column as the package's own description does: the loader checks by the same text."""
    words, schema = records.words, resource["schema"]
    refers = {
        key["fields"][0]: key["reference"]["resource"]
        for key in schema.get("foreignKeys", [])
        if isinstance(key["fields"], list)
    }
    rows = []
    for field in schema["fields"]:
        rules = field.get("constraints", {})
        rows.append(
            (
                Cell(text=field["name"], lang=words.foreign_tag(field["name"])),
                Cell(text=words.of(field, "description")),
                Cell(text=words(f"record_page.type.{field['type']}")),
                Cell(text=words("record_page.data.yes" if rules.get("required") else "record_page.data.no")),
                _allowed(records, rules, refers.get(field["name"], "")),
            )
        )
    return Sheet(
        key=f"dictionary_{resource['name']}",
        heading=words("record_page.data.dictionary"),
        subtitle=words("record_page.data.dictionary_lead", n=len(rows)),
        table=tabulate(
            words("record_page.data.dictionary_table", name=words.of(resource, "title")),
            [words(f"record_page.data.{head}") for head in ("field", "meaning", "type", "required", "allowed")],
            rows,
        ),
    )


def _allowed(records: RecordList, rules: Mapping[str, Any], refers: str) -> Cell:
    words = records.words
    if refers:
        titles = {each["name"]: words.of(each, "title") for each in records.package.descriptor["resources"]}
        return Cell(text=words("record_page.data.refers", name=titles.get(refers, refers)))
    if "enum" in rules:
        codes = ", ".join(rules["enum"])
        return Cell(text=codes, lang=words.foreign_tag(codes))
    if "pattern" in rules:
        return Cell(text=words("record_page.data.pattern", pattern=rules["pattern"]))
    if "minimum" in rules or "maximum" in rules:
        low, high = str(rules.get("minimum", "")), str(rules.get("maximum", ""))
        return Cell(text=words("record_page.data.range", low=low, high=high))
    return Cell(text="")
