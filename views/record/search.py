"""Search: words and filters over every record, a dozen cards at a time, the whole result to take away."""

from dataclasses import replace

import pandas as pd

from cards import Card, Downloads, Link, Notice, Prose, Search, Switch
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
        more = [Prose(heading="", links=(wider,))] if wider else []
        return [search, Notice(kind="info", text=text, link=records.unfiltered("record")), *more]
    order = "newest" if choices.get("order") == "newest" else "oldest"
    part, pager = records.paged(matches[::-1] if order == "newest" else matches, SIZE, "page", "record_page.search.")
    heading = words("record.held", n=len(matches))
    if query:
        heading = words("record_page.search.matching", held=heading, query=query)
    own = {"q": query, "page": str(pager.page) if pager.page > 1 else "", "order": order if order == "newest" else ""}
    results = replace(records.cards(part, heading, _subtitle(records, matches), **own), more=wider)
    switch = Switch(
        name="order",
        label=words("record_page.search.order"),
        options=tuple((name, words(f"record_page.search.{name}")) for name in ("oldest", "newest")),
        value=order,
    )
    return [search, switch, results, *([pager] if pager.pages > 1 else []), _downloads(records, matches, heading)]


def _wider(records: RecordList, query: str, count: int) -> Link | None:
    """Offer the records that only the filter of links leaves out."""
    more = len(records.matching(records.chosen(wider=True), query)) - count
    label = records.words("record_page.search.wider", n=more)
    return records.choices.change(wider=True).link(label, "record", q=query) if more else None


def _subtitle(records: RecordList, matches: pd.DataFrame) -> str:
    words, also = records.words, int(matches["also"].notna().sum())
    lists = matches["list"].value_counts()
    text = words.listed(
        words(f"record_page.count.{name}", n=int(lists[name])) for name in ("exchange", "trade") if name in lists
    )
    return words("record_page.search.once", parts=text, n=also) if also else text


def _downloads(records: RecordList, matches: pd.DataFrame, heading: str) -> Downloads:
    words = records.words
    notes = (words("record.line"), words("app.up_to", when=words.date(records.package.as_of)))
    name = words("record_page.search.file")
    return Downloads(
        heading=words("record_page.search.download"),
        subtitle=words("record_page.search.download_lead"),
        files=files(lambda: records.catalogue.table(matches, heading), "records", heading, notes, words, name=name),
    )
