"""What's new: what was added or corrected since a day, and the newest happenings."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

import queries.news
from cards import Card, Cell, Column, Prose, Search, Sheet
from queries.news import CHANGES
from views.record.listing import RecordList
from views.wording.tables import count_cell, numeric, tabulate

MOST = 12
_LISTS = {"exchange": "exchanges", "trade": "trade_events"}


def cards(records: RecordList) -> list[Card]:
    """Compose the view."""
    words, since = records.words, day(records.choices.get("since"))
    search = Search(
        name="since",
        label=words("news.since"),
        help=words("news.since_help"),
        value=since.isoformat() if since else "",
    )
    newest = queries.news.newest(records.chosen(), MOST)
    latest = [records.cards(newest, words("news.newest"), words("news.newest_lead"))] if not newest.empty else []
    return [search, *_changes(records, since), *latest]


def day(text: str) -> date | None:
    """Read a day of the address; what is no day is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def rows(records: RecordList) -> pd.DataFrame:
    """List every row of both lists of records, with the list it stands in."""
    frames = (records.package.frame(table).assign(list=name) for name, table in _LISTS.items())
    return pd.concat(frames, ignore_index=True)


def edition(records: RecordList, first: date) -> str:
    """Tell the first edition in one line."""
    words, package = records.words, records.package
    counts = {name: len(queries.news.edition(package.frame(table), first)) for name, table in _LISTS.items()}
    parts = [words(f"record_page.count.{name}", n=n) for name, n in counts.items() if n]
    figures = 0 if records.figures.empty else len(queries.news.edition(records.figures, first))
    parts += [words("news.figures", n=figures)] if figures else []
    return words("news.edition", list=words.listed(parts), day=words.date(first)) if parts else ""


def _changes(records: RecordList, since: date | None) -> list[Card]:
    words = records.words
    first = queries.news.first_edition(records.package.frames.values())
    if first is None:
        return []
    changes, figures = queries.news.changes(rows(records), first, since), records.figures
    figures = figures if figures.empty else queries.news.changes(figures, first, since)
    start = words.date(since) if since else words("news.first_edition")
    line = edition(records, first) if since is None or since <= first else ""
    nothing = words("news.none_after" if line else "news.none", since=start) if changes.empty and figures.empty else ""
    sentences = tuple(text for text in (line, nothing) if text)
    return [
        *([Prose(heading=words("news.heading", since=start), paragraphs=sentences)] if sentences else []),
        *([_records(records, changes, start)] if not changes.empty else []),
        *([_figures(records, figures, start)] if not figures.empty else []),
    ]


def _count(records: RecordList, changes: pd.DataFrame) -> str:
    words, counts = records.words, changes["change"].value_counts()
    return words.listed([words(f"news.number.{kind}", n=int(counts[kind])) for kind in CHANGES if kind in counts])


def _records(records: RecordList, changes: pd.DataFrame, since: str) -> Sheet:
    words = records.words

    def cells(row: Mapping[Any, Any]) -> tuple[str | Cell, ...]:
        title = words.of(row, "title")
        return (
            Cell(text=title, link=records.choices.link(title, "record", id=row["id"])),
            words(f"news.change.{row['change']}"),
            Cell(text=words.date(row["on"]), value=row["on"].date().isoformat()),
            records.catalogue.when(row),
            words(f"record_page.list.{row['list']}"),
        )

    heading = words("news.records", list=_count(records, changes), since=since)
    heads = [words(f"news.head.{head}") for head in ("record", "change", "on", "when", "list")]
    table = tabulate(heading, heads, map(cells, changes.to_dict("records")))
    return Sheet(key="changes", heading=heading, subtitle=words("record_page.sources.whatever"), table=table)


def _figures(records: RecordList, changes: pd.DataFrame, since: str) -> Sheet:
    """Count the changed figures by series; the series leads to its page."""
    words, series = records.words, records.package.frame("series").set_index("id")

    def cells(row: Mapping[Any, Any]) -> tuple[Cell, ...]:
        numbers = (count_cell(words, row[kind]) for kind in CHANGES)
        return (records.series_cell(series.loc[row["series_id"]].to_dict()), *numbers)

    heading = words("news.figures_changed", list=_count(records, changes), since=since)
    heads = [Column(label=words("table.series")), *(numeric(words(f"news.change.{kind}")) for kind in CHANGES)]
    table = tabulate(heading, heads, map(cells, queries.news.by_series(changes).to_dict("records")))
    return Sheet(key="changed_figures", heading=heading, subtitle=words("news.figures_lead"), table=table)
