"""One record in full: everything that is known of it, who says so, and what stands around it."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

import queries.search
import texts
from cards import Card, Cell, Details, Link, Notice, Pair, Prose, Sheet, Title
from views.record.listing import RecordList
from views.record.source_rows import HEADS, source_cells
from views.wording.tables import tabulate

Row = Mapping[Any, Any]
MOST = 12  # records of one undertaking shown as cards; more than that are a search away


def cards(records: RecordList, name: str) -> list[Card]:
    """Compose the view; an unknown code is said to be unknown, with the way back."""
    words, row = records.words, _row(records, name)
    if row is None:
        return [
            Title(heading=words("record_page.title")),
            Notice(kind="info", text=words("record_page.detail.unknown", id=name), link=_back(records)),
        ]
    note = words.of(row, "note")
    return [
        _title(records, row),
        *([Prose(heading=words("record_page.detail.note"), paragraphs=(note,))] if note else []),
        Details(heading=words("record_page.detail.heading"), pairs=tuple(_pairs(records, row))),
        _sources(records, row),
        *_undertaking(records, row),
        _ways(records, row),
    ]


def _title(records: RecordList, row: Row) -> Title:
    """Open the page; a record of an exchange can be a milestone on the deck, but for what no hall is pointed at."""
    milestone = row["id"] in set(records.package.frame("exchanges")["id"]) and not row["sensitive"]
    heading, lead = (records.words.of(row, column) for column in ("title", "description"))
    return Title(heading=heading, lead=lead, slide="milestone" if milestone else "")


def _row(records: RecordList, name: str) -> Row | None:
    for frame in (records.every, records.package.frame("trade_events")):
        match = frame[frame["id"].eq(name)]
        if not match.empty:
            return {column: None if pd.isna(value) else value for column, value in match.iloc[0].to_dict().items()}
    return None


def _pairs(records: RecordList, row: Row) -> list[Pair]:
    """List the facts that are held; what no source gives is left out, but for the outcome."""
    words, catalogue = records.words, records.catalogue
    direction = catalogue.direction({**row, "direction": row["direction"] or pd.NA})
    place = catalogue.place({**row, "place_id": row["place_id"] or pd.NA})
    list_name = "exchange" if row["id"] in set(records.package.frame("exchanges")["id"]) else "trade"
    facts: list[tuple[str, list[Cell]]] = [
        ("when", [Cell(text=catalogue.when(row))]),
        ("form", [Cell(text=words(f"form.{row['form']}"))]),
        ("status", _status(records, row)),
        ("sector", [Cell(text=words(f"sector.{row['sector']}"))]),
        ("kind", [Cell(text=words(f"kind.{row['kind']}"))]),
        ("direction", [Cell(text=direction)] if direction else []),
        ("relation", [Cell(text=words(f"relation.{row['relation']}"))]),
        ("place", [Cell(text=place)] if place else []),
        ("partners", _partners(records, row["id"])),
        *_numbers(records, row),
        ("titles", _titles(row)),
        ("also", _also(records, row)),
        ("confidence", [Cell(text=words(f"record_page.confidence.{row['confidence']}"))]),
        ("dates", _dates(records, row)),
        (
            "code",
            [Cell(text=words("record_page.detail.code_of", id=row["id"], list=words(f"record_page.list.{list_name}")))],
        ),
    ]
    return [Pair(label=words(f"record_page.detail.{name}"), values=tuple(cells)) for name, cells in facts if cells]


def _status(records: RecordList, row: Row) -> list[Cell]:
    """Say what came of it, as of when and according to whom; a matched trade record may be the one that says so."""
    words, witness = records.words, row
    if not row["status"] and not row.get("outcome"):
        twins = [_row(records, name) for name in (row.get("also") or "").split()]
        witness = next((twin for twin in twins if twin and (twin["status"] or twin["outcome"])), row)
    cells = [Cell(text=words(f"status.{witness['status'] or 'not_stated'}"))]
    if outcome := words.of(witness, "outcome"):
        cells.append(Cell(text=outcome))
    when = words.partial(words.of(witness, "outcome_as_of"))
    if witness["outcome_source_id"]:
        source = records.catalogue.sources_named([witness["outcome_source_id"]])[0]
        text = words("record_page.detail.as_of", when=when, source=source.label) if when else source.label
        cells.append(Cell(text=text, link=source))
    elif when:
        cells.append(Cell(text=words("record_page.detail.as_of_day", when=when)))
    if witness is not row:
        name = witness["id"]
        cells.append(Cell(text=words("record_page.detail.stated_in", id=name), link=_to(records, name)))
    return cells


def _partners(records: RecordList, record: str) -> list[Cell]:
    words, named = records.words, records.catalogue.named
    cells = []
    for partner in named[named["record"].eq(record)].to_dict("records"):
        name = words.of(partner, "name")
        person = partner["person"] if isinstance(partner["person"], str) else ""
        text = words("record_page.detail.partner", name=name, person=person) if person else name
        cells.append(Cell(text=text, link=records.everywhere().link(name, "record", q=name[:80])))
    return cells


def _numbers(records: RecordList, row: Row) -> list[tuple[str, list[Cell]]]:
    """Give the numbers a source gives, each with what it counts or covers."""
    words = records.words
    numbers: list[tuple[str, list[Cell]]] = []
    if row.get("people") is not None:
        numbers.append(("people", [Cell(text=_counted(records, row["people"], words.of(row, "people_basis")))]))
    for amount, basis in (("amount_gbp", "amount_basis"), ("value_gbp", "value_scope")):
        if row.get(amount) is not None:
            pounds = words("record_page.detail.pounds", amount=words.large(int(row[amount])))
            kind = words(f"record_page.value_type.{row['value_type']}") if row.get("value_type") else ""
            what = words.joined(part for part in (words.of(row, basis), kind) if part) or words("status.not_stated")
            text = words("record_page.detail.covers", number=pounds, what=what)
            numbers.append(("sum", [Cell(text=text), Cell(text=words("record_page.detail.never_added"))]))
    if row.get("jobs") is not None:
        numbers.append(("jobs", [Cell(text=words("record_page.detail.jobs_count", n=int(row["jobs"])))]))
    return numbers


def _counted(records: RecordList, number: int, what: str) -> str:
    written = records.words.large(int(number))
    return records.words("record_page.detail.covers", number=written, what=what) if what else written


def _titles(row: Row) -> list[Cell]:
    every = {lang: row.get("title" if lang == texts.FIRST else f"title_{lang}") for lang in texts.LANGUAGES}
    return [Cell(text=title, lang=texts.ROWS[lang].tag) for lang, title in every.items() if title]


def _also(records: RecordList, row: Row) -> list[Cell]:
    kind, names = ("exchange", row["exchange_id"]) if row.get("exchange_id") else ("trade", row.get("also") or "")
    return [
        Cell(text=records.words(f"record_page.detail.also_{kind}", id=name), link=_to(records, name))
        for name in names.split()
    ]


def _dates(records: RecordList, row: Row) -> list[Cell]:
    words, day = records.words, row["changed_on"]
    added = words("record_page.detail.added", day=words.date(row["added_on"]))
    change = words("record_page.detail.changed", day=words.date(day)) if day else words("record_page.detail.unchanged")
    return [Cell(text=added), Cell(text=change)]


def _sources(records: RecordList, row: Row) -> Sheet:
    """List who says so, each source with its kind of publisher and how it was read."""
    words, sources = records.words, records.catalogue.sources_of(row["id"])
    heading = words("record_page.detail.sources", n=len(sources)) if sources else words("record.no_source")
    notes = tuple(
        words("record_page.detail.copy_note", title=s["title"], note=note)
        for s in sources
        if (note := words.of(s, "copy_note"))
    )
    table = tabulate(
        words("record_page.detail.sources_table", id=row["id"]),
        [words(f"record_page.source.{head}") for head in HEADS],
        (source_cells(records, source) for source in sources),
    )
    return Sheet(
        key="sources", heading=heading, subtitle=words("record_page.detail.sources_lead"), table=table, notes=notes
    )


def _undertaking(records: RecordList, row: Row) -> list[Card]:
    """Show the other records of the undertaking this one belongs to."""
    if not row["part_of"]:
        return []
    words = records.words
    undertakings = records.package.frame("undertakings").set_index("id")
    name = words.of(undertakings.loc[row["part_of"]].to_dict(), "name")
    itself = {row["id"], row.get("exchange_id")}
    others = records.every[
        records.every["part_of"].eq(row["part_of"]).fillna(value=False) & ~records.every["id"].isin(itself)
    ]
    if others.empty:
        return []
    first = records.cards(
        others.head(MOST),
        words("record_page.detail.part_of", name=name),
        words("record_page.detail.part_of_lead", n=len(others)),
    )
    more = records.everywhere().link(words("record_page.detail.part_of_all", name=name), "record", q=name[:80])
    return [first, *([Prose(heading="", links=(more,))] if len(others) > MOST else [])]


def _ways(records: RecordList, row: Row) -> Prose:
    """Lead back to the list, and on to the records before and after by date under the reader's filters."""
    words, name = records.words, row.get("exchange_id") or row["id"]
    order = records.chosen()
    if name not in set(order["id"]):
        order = records.every
    titles = records.every.set_index("id")
    links = [_back(records)]
    for side, other in zip(("before", "after"), queries.search.neighbours(order, name), strict=True):
        if other:
            title = words.of(titles.loc[other].to_dict(), "title")
            links.append(_to(records, other, words(f"record_page.detail.{side}", title=title)))
    return Prose(heading=words("record_page.detail.ways"), links=tuple(links))


def _back(records: RecordList) -> Link:
    return _to(records, "", records.words("record_page.detail.back"))


def _to(records: RecordList, name: str, label: str = "") -> Link:
    """Lead to a record, or without a name to the list; the search that the reader came by stays."""
    search = {word: records.choices.get(word) for word in ("q", "page", "order")}
    return records.choices.link(label or name, "record", id=name, **search)
