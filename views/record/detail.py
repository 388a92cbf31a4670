"""One record in full: everything that is known of it, who says so, and what stands around it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

import queries.search
import texts
from cards import Card, Cell, Link, Notice, Prose, Sheet, Title
from views.record.listing import SOURCE, RecordList
from views.wording.tables import Fact, details, tabulate

Row = Mapping[Any, Any]
MOST = 12  # records of one undertaking shown as cards; more than that are a search away


def cards(records: RecordList, name: str) -> list[Card]:
    """Compose the view; an unknown code is said to be unknown, with the way back."""
    words, row = records.words, _row(records, name)
    if row is None:
        text, back = words("record_page.detail.unknown", id=name), _to(records, "", words("record_page.detail.back"))
        return [Title(heading=words("record_page.title")), Notice(kind="info", text=text, link=back)]
    exchange = row["id"] in set(records.package.frame("exchanges")["id"])
    note = words.of(row, "note")
    facts = ((words(f"record_page.detail.{label}"), fact) for label, fact in _facts(records, row, exchange))
    return [
        # A record of an exchange can be a milestone on the deck, but for what no hall is pointed at.
        Title(
            heading=words.of(row, "title"),
            lead=words.of(row, "description"),
            slide="milestone" if exchange and not row["sensitive"] else "",
        ),
        *([Prose(heading=words("record_page.detail.note"), paragraphs=(note,))] if note else []),
        details(words("record_page.detail.heading"), facts),
        _sources(records, row),
        *_undertaking(records, row),
        _ways(records, row),
    ]


def _row(records: RecordList, name: str) -> Row | None:
    for frame in (records.every, records.package.frame("trade_events")):
        match = frame[frame["id"].eq(name)]
        if not match.empty:
            return {column: None if pd.isna(value) else value for column, value in match.iloc[0].to_dict().items()}
    return None


def _facts(records: RecordList, row: Row, exchange: bool) -> Iterator[tuple[str, Fact]]:
    """List the facts that are held; what no source gives is left out, but for the outcome."""
    words, catalogue = records.words, records.catalogue
    yield "when", catalogue.when(row)
    yield "form", words(f"form.{row['form']}")
    yield "status", _status(records, row)
    yield "sector", words(f"sector.{row['sector']}")
    yield "kind", words(f"kind.{row['kind']}")
    yield "direction", catalogue.direction(row)
    yield "relation", words(f"relation.{row['relation']}")
    yield "place", catalogue.place(row)
    yield "partners", _partners(records, row["id"])
    yield from _numbers(records, row)
    titles = {lang: row.get("title" if lang == texts.FIRST else f"title_{lang}") for lang in texts.LANGUAGES}
    yield "titles", [Cell(text=title, lang=texts.ROWS[lang].tag) for lang, title in titles.items() if title]
    kind, also = ("exchange", row["exchange_id"]) if row.get("exchange_id") else ("trade", row.get("also") or "")
    key = f"record_page.detail.also_{kind}"
    yield "also", [Cell(text=words(key, id=name), link=_to(records, name)) for name in also.split()]
    yield "confidence", words(f"record_page.confidence.{row['confidence']}")
    added, changed = words.date(row["added_on"]), row["changed_on"]
    yield (
        "dates",
        [
            words("record_page.detail.added", day=added),
            words("record_page.detail.changed", day=words.date(changed))
            if changed
            else words("record_page.detail.unchanged"),
        ],
    )
    stands_in = words(f"record_page.list.{'exchange' if exchange else 'trade'}")
    yield "code", words("record_page.detail.code_of", id=row["id"], list=stands_in)


def _status(records: RecordList, row: Row) -> Iterator[str | Cell]:
    """Say what came of it, as of when and according to whom; a matched trade record may be the one that says so."""
    words, witness = records.words, row
    if not row["status"] and not row.get("outcome"):
        twins = [_row(records, name) for name in (row.get("also") or "").split()]
        witness = next((twin for twin in twins if twin and (twin["status"] or twin["outcome"])), row)
    yield words(f"status.{witness['status'] or 'not_stated'}")
    yield words.of(witness, "outcome")
    when = words.partial(words.of(witness, "outcome_as_of"))
    if witness["outcome_source_id"]:
        source = records.catalogue.sources_named([witness["outcome_source_id"]])[0]
        text = words("record_page.detail.as_of", when=when, source=source.label) if when else source.label
        yield Cell(text=text, link=source)
    elif when:
        yield words("record_page.detail.as_of_day", when=when)
    if witness is not row:
        name = witness["id"]
        yield Cell(text=words("record_page.detail.stated_in", id=name), link=_to(records, name))


def _partners(records: RecordList, record: str) -> Iterator[Cell]:
    words, named = records.words, records.catalogue.named
    for partner in named[named["record"].eq(record)].to_dict("records"):
        name, person = words.of(partner, "name"), partner["person"]
        text = words("record_page.detail.partner", name=name, person=person) if isinstance(person, str) else name
        yield Cell(text=text, link=records.everywhere().link(name, "record", q=name[:80]))


def _numbers(records: RecordList, row: Row) -> Iterator[tuple[str, Fact]]:
    """Give the numbers a source gives, each with what it counts or covers."""
    words = records.words
    if row.get("people") is not None:
        number, what = words.large(int(row["people"])), words.of(row, "people_basis")
        yield "people", words("record_page.detail.covers", number=number, what=what) if what else number
    for amount, basis in (("amount_gbp", "amount_basis"), ("value_gbp", "value_scope")):
        if row.get(amount) is not None:
            pounds = words("record_page.detail.pounds", amount=words.large(int(row[amount])))
            kind = words(f"record_page.value_type.{row['value_type']}") if row.get("value_type") else ""
            what = words.joined(part for part in (words.of(row, basis), kind) if part) or words("status.not_stated")
            text = words("record_page.detail.covers", number=pounds, what=what)
            yield "sum", (text, words("record_page.detail.never_added"))
    if row.get("jobs") is not None:
        yield "jobs", words("record_page.detail.jobs_count", n=int(row["jobs"]))


def _sources(records: RecordList, row: Row) -> Sheet:
    """List who says so, each source with its kind of publisher and how it was read."""
    words, sources = records.words, records.catalogue.sources_of(row["id"])
    return Sheet(
        key="sources",
        heading=words("record_page.detail.sources", n=len(sources)) if sources else words("record.no_source"),
        subtitle=words("record_page.detail.sources_lead"),
        table=tabulate(
            words("record_page.detail.sources_table", id=row["id"]),
            [words(f"record_page.source.{head}") for head in SOURCE],
            map(records.source_cells, sources),
        ),
        notes=tuple(
            words("record_page.detail.copy_note", title=source["title"], note=note)
            for source in sources
            if (note := words.of(source, "copy_note"))
        ),
    )


def _undertaking(records: RecordList, row: Row) -> list[Card]:
    """Show the other records of the undertaking this one belongs to."""
    if not row["part_of"]:
        return []
    words, every = records.words, records.every
    undertakings = records.package.frame("undertakings").set_index("id")
    name = words.of(undertakings.loc[row["part_of"]].to_dict(), "name")
    itself = {row["id"], row.get("exchange_id")}
    others = every[every["part_of"].eq(row["part_of"]).fillna(value=False) & ~every["id"].isin(itself)]
    if others.empty:
        return []
    heading = words("record_page.detail.part_of", name=name)
    lead = words("record_page.detail.part_of_lead", n=len(others))
    more = records.everywhere().link(words("record_page.detail.part_of_all", name=name), "record", q=name[:80])
    rest = [Prose(heading="", links=(more,))] if len(others) > MOST else []
    return [records.cards(others.head(MOST), heading, lead), *rest]


def _ways(records: RecordList, row: Row) -> Prose:
    """Lead back to the list, and on to the records before and after by date under the reader's filters."""
    words, name = records.words, row.get("exchange_id") or row["id"]
    order = records.chosen()
    if name not in set(order["id"]):
        order = records.every
    titles = records.every.set_index("id")
    links = [_to(records, "", words("record_page.detail.back"))]
    for side, other in zip(("before", "after"), queries.search.neighbours(order, name), strict=True):
        if other:
            title = words.of(titles.loc[other].to_dict(), "title")
            links.append(_to(records, other, words(f"record_page.detail.{side}", title=title)))
    return Prose(heading=words("record_page.detail.ways"), links=tuple(links))


def _to(records: RecordList, name: str, label: str = "") -> Link:
    """Lead to a record, or without a name to the list; the search that the reader came by stays."""
    search = {word: records.choices.get(word) for word in ("q", "page", "order")}
    return records.choices.link(label or name, "record", id=name, **search)
