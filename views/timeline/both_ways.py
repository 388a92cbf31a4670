"""The card of signature chart 1, shared by the pages that show it."""

from datetime import date
from functools import partial

import pandas as pd

import charts.records.both_ways
import queries.records
import queries.sources
from cards import Chart, KeyMark, Prose
from cards.palette import GREY, SECOND
from charts.theme import SECTORS
from charts.years import Span
from loaders.settings import table_of
from texts import Words
from views.choices import DIRECTIONS
from views.context import Context


def span(context: Context) -> tuple[int, int]:
    """Give the years that charts of records show: those chosen, else from the first to the unfinished one."""
    package = context.package
    return context.choices.years or (package.partnership.first_year, package.as_of.year)


def complete(context: Context) -> tuple[int, int]:
    """Give the years of the chart without the one that still runs."""
    first, last = span(context)
    return first, min(last, context.package.as_of.year - 1)


def ends(context: Context, years: tuple[int, int]) -> tuple[str, str]:
    """Write the first and last of some years; the year that still runs goes to the day the data go to."""
    package, words = context.package, context.words
    last = words.date(package.as_of) if years[1] == package.as_of.year else words.year(years[1])
    return words.year(years[0]), last


def chosen(context: Context, dataset: str = "exchanges") -> pd.DataFrame:
    """Give the records of a dataset that the filters choose and the years of the chart hold."""
    choices = context.choices
    return queries.records.chosen(
        context.package.frame(dataset),
        sectors=choices.sectors,
        years=span(context),
        direction=choices.direction,
        wider=choices.wider,
    )


def no_records(context: Context, page: str, **own: str) -> Prose:
    """Say that no record is held for these filters, and offer the way back to the page without them."""
    words = context.words
    return Prose(
        heading=words("record.none"),
        paragraphs=(words("record.line"),),
        links=(context.unfiltered(page, **own),),
        boxed=True,
    )


def card(context: Context, *, with_pick: bool = True) -> Chart:
    """Draw one dot for each record the filters choose."""
    package, words, catalogue = context.package, context.words, context.catalogue
    records, years = chosen(context), span(context)
    dots = queries.records.dots(records)
    counts = {band: int(dots["band"].eq(band).sum()) for band in charts.records.both_ways.BANDS}
    empty = queries.records.empty_years(records, years)
    hovers = [catalogue.hover(row) for row in dots.to_dict("records")]
    draw = partial(
        charts.records.both_ways.both_ways,
        dots,
        years=years,
        bands=_bands(counts, words),
        hovers=hovers,
        series=series(dots, words),
        marks=[
            charts.records.both_ways.Mark(record=mark.record, label=words.of(table_of(mark), "label"))
            for mark in package.partnership.annotations
        ],
        spans=spans(context, years),
        empty=empty,
        unfinished=unfinished(package.as_of, years, words),
    )
    first, last = ends(context, years)
    basis = catalogue.basis(records)
    heading = heading_of(records, words)
    return Chart(
        key="both_ways",
        heading=heading,
        subtitle=words("both_ways.subtitle", first=first, last=last),
        draw=draw,
        alt=_alt(words, counts, records, empty, years),
        summary=words("both_ways.summary", **{band: counts[band] for band in DIRECTIONS}),
        table=catalogue.table(records, words("both_ways.table")),
        sources=(),
        up_to=f"{basis} · {context.records_up_to}",
        copy=words.stated(heading, basis, words("record.line")),
        marks=key(words),
        notes=_notes(context, years),
        picked=catalogue.detail(records[records["id"].eq(context.choices.get("pick"))]) if with_pick else None,
    )


def _notes(context: Context, years: tuple[int, int]) -> tuple[str, ...]:
    package, words = context.package, context.words
    notes = [words("record.line"), words("direction.caution")]
    if years[1] == package.as_of.year:
        notes.append(words("both_ways.unfinished_note", day=words.date(package.as_of)))
    before = _before(context)
    if before:
        notes.append(words("both_ways.before", n=before, first=str(years[0])))
    return tuple(notes)


def _bands(counts: dict[str, int], words: Words) -> dict[str, str]:
    """Name each band with its count; the band beyond only when it holds records."""
    return {
        band: words(
            "both_ways.band", name=words(f"direction_narrow.{band}"), records=words("record.count", n=counts[band])
        )
        for band in charts.records.both_ways.BANDS
        if band != "beyond" or counts[band]
    }


def heading_of(records: pd.DataFrame, words: Words) -> str:
    """State the finding: which few years hold a large part; under ten records, only how many are held."""
    if len(records) < 10:
        return words("both_ways.heading_few", n=len(records))
    years, n = queries.records.fullest_years(records)
    key = f"numbers.{len(years)}"
    if len(years) == 1 or not words.has(key):
        return words("record.held", n=len(records))
    return words("both_ways.heading_full", count=words(key), held=n, n=len(records))


def _before(context: Context) -> int:
    package, choices = context.package, context.choices
    if choices.years or not choices.wider:
        return 0
    every = queries.records.chosen(
        package.frame("exchanges"), sectors=choices.sectors, direction=choices.direction, wider=True
    )
    return int(queries.records.year_of(every).lt(package.partnership.first_year).sum())


def spans(context: Context, years: tuple[int, int]) -> list[Span]:
    """Give the eras that fall in the years, each cut to them."""
    package, words = context.package, context.words
    return [
        Span(start=max(era.start, years[0]), end=min(era.end, years[1]), label=words(f"both_ways.{era.code}"))
        for era in package.partnership.eras
        if era.start <= years[1] and era.end >= years[0]
    ]


def unfinished(as_of: date, years: tuple[int, int], words: Words) -> Span | None:
    """Mark the year that still runs, to its day; nothing when the years end before it."""
    if years[1] != as_of.year:
        return None
    through = (as_of - date(as_of.year, 1, 1)).days / 365
    return Span(
        start=as_of.year, end=as_of.year - 0.5 + through, label=words("both_ways.unfinished", day=words.date(as_of))
    )


def series(dots: pd.DataFrame, words: Words) -> list[str]:
    """Name the kind of each dot in the words of the key: its sector, and how sure it is."""
    names = {sector: words(f"sector.{sector}") for sector in SECTORS}
    shapes = {"dot": ""} | {shape: f" · {words(f'both_ways.{shape}')}" for shape in ("ring", "diamond")}
    return [
        names.get(sector, words("sector.other")) + shapes[shape]
        for sector, shape in zip(dots["sector"], dots["shape"], strict=True)
    ]


def key(words: Words) -> tuple[KeyMark, ...]:
    """Explain the dot language: colours, shapes and the hatch."""
    sectors = [
        KeyMark(shape="dot", colour=colour, label=words(f"sector.{sector}")) for sector, colour in SECTORS.items()
    ]
    return (
        *sectors,
        KeyMark(shape="dot", colour=GREY, label=words("sector.other")),
        *(
            KeyMark(shape=shape, colour=SECOND, label=words(f"both_ways.{shape}"))
            for shape in ("ring", "diamond", "hatch")
        ),
    )


def _alt(words: Words, counts: dict[str, int], records: pd.DataFrame, empty: list[int], shown: tuple[int, int]) -> str:
    if records.empty:
        return words("record.none")
    years, _ = queries.records.fullest_years(records)
    gaps = words("both_ways.alt_gaps", years=words.listed(str(year) for year in empty)) if empty else ""
    sentence = words(
        "both_ways.alt",
        n=len(records),
        first=words.year(shown[0]),
        last=words.year(shown[1]),
        years=words.listed(str(year) for year in years),
        **{band: counts[band] for band in DIRECTIONS},
    )
    return words.stated(sentence, gaps)
