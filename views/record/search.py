"""Search: words and filters over every record, a dozen cards at a time, the whole result to take away."""

from dataclasses import replace

import pandas as pd

from cards import Card, Downloads, Link, Notice, Pager, Prose, Search, Switch
from views.record.listing import RecordList
from views.wording.downloads import files

SIZE = 12


def cards(records: RecordList) -> list[Card]:
    """Compose the view."""
    choices, words = records.choices, records.words
    query = choices.get("q").strip()
    matches = records.matching(records.chosen(), query)
    search = Search(
        name="q", label=words("record_page.search.label"), help=words("record_page.search.help"), value=query
    )
    wider = None if choices.wider else _wider(records, query, len(matches))
    if matches.empty:
        text = words("record_page.search.none", query=query) if query else words("record.none")
        return [
            search,
            Notice(kind="info", text=text, link=records.unfiltered("record")),
            *([Prose(heading="", links=(wider,))] if wider else []),
        ]
    newest = choices.get("order") == "newest"
    pages = -(-len(matches) // SIZE)
    page = min(int(choices.get("page", "1")), pages)
    part = (matches[::-1] if newest else matches).iloc[(page - 1) * SIZE : page * SIZE]
    own = {"q": query, "page": str(page) if page > 1 else "", "order": "newest" if newest else ""}
    results = replace(
        records.cards(part, _heading(records, matches, query), _subtitle(records, matches), **own), more=wider
    )
    order = Switch(
        name="order",
        label=words("record_page.search.order"),
        options=tuple((name, words(f"record_page.search.{name}")) for name in ("oldest", "newest")),
        value="newest" if newest else "oldest",
    )
    pager = Pager(
        name="page",
        pages=pages,
        page=page,
        previous=words("record_page.search.previous"),
        following=words("record_page.search.next"),
        position=words("record_page.search.position", page=page, pages=pages),
    )
    return [search, order, results, *([pager] if pages > 1 else []), _downloads(records, matches, results.heading)]


def _wider(records: RecordList, query: str, count: int) -> Link | None:
    """Offer the records that only the filter of links leaves out."""
    more = len(records.matching(records.chosen(wider=True), query)) - count
    return (
        records.choices.change(wider=True).link(records.words("record_page.search.wider", n=more), "record", q=query)
        if more
        else None
    )


def _heading(records: RecordList, matches: pd.DataFrame, query: str) -> str:
    count = records.words("record.held", n=len(matches))
    return records.words("record_page.search.matching", held=count, query=query) if query else count


def _subtitle(records: RecordList, matches: pd.DataFrame) -> str:
    words, also = records.words, int(matches["also"].notna().sum())
    lists = matches["list"].value_counts()
    parts = [
        words(f"record_page.count.{name}", n=int(lists.get(name, 0))) for name in ("exchange", "trade") if name in lists
    ]
    text = words.listed(parts)
    return words("record_page.search.once", parts=text, n=also) if also else text


def _downloads(records: RecordList, matches: pd.DataFrame, heading: str) -> Downloads:
    words = records.words
    notes = (words("record.line"), words("app.up_to", when=words.date(records.package.as_of)))
    return Downloads(
        heading=words("record_page.search.download"),
        subtitle=words("record_page.search.download_lead"),
        files=files(
            lambda: records.catalogue.table(matches, heading),
            "records",
            heading,
            notes,
            words,
            name=words("record_page.search.file"),
        ),
    )
