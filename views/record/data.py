"""Data: each dataset with its licence, definition and reach; the data dictionary; files to take away."""

from collections.abc import Mapping
from functools import cache, partial
from typing import Any

import pandas as pd

import exports.tables.archive
from cards import Card, Cell, Column, Downloads, File, Notice, Prose, Sheet, Source
from views.record import archive
from views.record.listing import FIGURES, RecordList
from views.wording.downloads import files
from views.wording.tables import Fact, count_cell, details, tabulate

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


def _row(records: RecordList, resource: Resource) -> tuple[str | Cell, ...]:
    words, frame = records.words, records.package.frames.get(resource["name"])
    title = words.of(resource, "title")
    return (
        Cell(text=title, link=records.choices.link(title, "record", view="data", dataset=resource["name"])),
        Cell(text="") if frame is None else count_cell(words, len(frame)),
        words.of(resource, "description"),
        words.joined(licence["title"] for licence in records.licences(resource)),
        _up_to(records, resource),
        _next_release(records, resource),
    )


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
    words, frame = records.words, records.package.frames.get(resource["name"])
    broken = words("record_page.data.broken")
    facts: dict[str, Fact] = {
        "definition": words.of(resource, "description"),
        "rows": broken if frame is None else words.number(len(frame)),
        "licence": [
            Cell(text=each["title"], link=Source(label=each["title"], url=each.get("path", "")))
            for each in records.licences(resource)
        ],
        "up_to": Cell(text=_up_to(records, resource)),
        "next_release": _next_release(records, resource),
        "file": Cell(text=resource["path"], lang=words.foreign_tag(resource["path"])),
    }
    labelled = ((words(f"record_page.data.{name}"), fact) for name, fact in facts.items())
    return [
        details(words.of(resource, "title"), labelled),
        Notice(kind="error", text=broken) if frame is None else _downloads(records, resource, frame),
        _dictionary(records, resource),
        Prose(heading="", links=(records.choices.link(words("record_page.data.back"), "record", view="data"),)),
    ]


def _downloads(records: RecordList, resource: Resource, frame: pd.DataFrame) -> Downloads:
    """Offer one dataset: a workbook that explains itself, and CSV files that hold the rows and nothing else."""
    words, title, name = records.words, records.words.of(resource, "title"), resource["name"]
    about = (
        words.of(resource, "description"),
        *(f"{each['title']} {each.get('path', '')}".strip() for each in records.licences(resource)),
        words("app.up_to", when=_up_to(records, resource)),
        *(
            words("record_page.data.field_line", name=field["name"], description=words.of(field, "description"))
            for field in resource["schema"]["fields"]
        ),
    )
    frame = frame.drop(columns=list(archive.PAPERS), errors="ignore")
    make = partial(exports.tables.archive.table, frame, resource["title"])
    return Downloads(
        heading=words("record_page.data.take"),
        subtitle=words("record_page.data.take_lead"),
        files=(files(make, name, title, about, words)[0], *files(make, name, "", (), words, name=title)[1:]),
    )


def _dictionary(records: RecordList, resource: Resource) -> Sheet:
    """Explain every column as the package's own description does: the loader checks by the same text."""
    words, fields = records.words, resource["schema"]["fields"]
    keys = (key for key in resource["schema"].get("foreignKeys", []) if isinstance(key["fields"], list))
    refers = {key["fields"][0]: key["reference"]["resource"] for key in keys}
    return Sheet(
        key=f"dictionary_{resource['name']}",
        heading=words("record_page.data.dictionary"),
        subtitle=words("record_page.data.dictionary_lead", n=len(fields)),
        table=tabulate(
            words("record_page.data.dictionary_table", name=words.of(resource, "title")),
            [words(f"record_page.data.{head}") for head in ("field", "meaning", "type", "required", "allowed")],
            (
                (
                    Cell(text=field["name"], lang=words.foreign_tag(field["name"])),
                    words.of(field, "description"),
                    words(f"record_page.type.{field['type']}"),
                    words(f"record_page.data.{'yes' if field.get('constraints', {}).get('required') else 'no'}"),
                    _allowed(records, field, refers.get(field["name"])),
                )
                for field in fields
            ),
        ),
    )


def _allowed(records: RecordList, field: Mapping[str, Any], other: str | None) -> str | Cell:
    """Say what a column may hold; `other` is the dataset that its codes refer to."""
    words, rules = records.words, field.get("constraints", {})
    if other:
        return words("record_page.data.refers", name=words.of(records.package.resource(other), "title"))
    if "enum" in rules:
        codes = ", ".join(rules["enum"])
        return Cell(text=codes, lang=words.foreign_tag(codes))
    if "pattern" in rules:
        return words("record_page.data.pattern", pattern=rules["pattern"])
    if "minimum" in rules or "maximum" in rules:
        low, high = str(rules.get("minimum", "")), str(rules.get("maximum", ""))
        return words("record_page.data.range", low=low, high=high)
    return ""
