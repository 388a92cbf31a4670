"""What's new: what was added or corrected since a day, and the newest happenings."""

from datetime import date

import pandas as pd

import queries.news
from cards import Card, Cell, Prose, Search, Sheet
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
    return pd.concat(
        [records.package.frame(table).assign(list=name) for name, table in _LISTS.items()], ignore_index=True
    )


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
    cards: list[Card] = [Prose(heading=words("news.heading", since=start), paragraphs=sentences)] if sentences else []
    if not changes.empty:
        cards.append(_sheet(records, changes, start))
    if not figures.empty:
        cards.append(_figures(records, figures, start))
    return cards


def _count(records: RecordList, changes: pd.DataFrame) -> str:
    counts = changes["change"].value_counts()
    kinds = (queries.news.ADDED, queries.news.CORRECTED)
    return records.words.listed(
        records.words(f"news.number.{kind}", n=int(counts[kind])) for kind in kinds if kind in counts
    )


def _sheet(records: RecordList, changes: pd.DataFrame, since: str) -> Sheet:
    words, heads = records.words, ("record", "change", "on", "when", "list")
    heading = words("news.records", list=_count(records, changes), since=since)
    rows = []
    for row in changes.to_dict("records"):
        title = words.of(row, "title")
        rows.append(
            (
                Cell(text=title, link=records.choices.link(title, "record", id=row["id"])),
                Cell(text=words(f"news.change.{row['change']}")),
                Cell(text=words.date(row["on"]), value=row["on"].date().isoformat()),
                Cell(text=records.catalogue.when(row)),
                Cell(text=words(f"record_page.list.{row['list']}")),
            )
        )
    return Sheet(
        key="changes",
        heading=heading,
        subtitle=words("record_page.sources.whatever"),
        table=tabulate(heading, [words(f"news.head.{head}") for head in heads], rows),
    )


def _figures(records: RecordList, changes: pd.DataFrame, since: str) -> Sheet:
    """Count the changed figures by series; the series leads to its page."""
    words = records.words
    series = records.package.frame("series").set_index("id")
    rows = []
    for row in queries.news.by_series(changes).to_dict("records"):
        of = series.loc[row["series_id"]].to_dict()
        numbers = [count_cell(words, row[kind]) for kind in (queries.news.ADDED, queries.news.CORRECTED)]
        rows.append((records.series_cell(of), *numbers))
    heading = words("news.figures_changed", list=_count(records, changes), since=since)
    return Sheet(
        key="changed_figures",
        heading=heading,
        subtitle=words("news.figures_lead"),
        table=tabulate(
            heading,
            (
                words("table.series"),
                *(numeric(words(f"news.change.{kind}")) for kind in ("added", "corrected")),
            ),
            rows,
        ),
    )
