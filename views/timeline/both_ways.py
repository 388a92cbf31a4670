"""The card of signature chart 1, shared by the pages that show it."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pandas as pd
import plotly.graph_objects as go

import charts.records.both_ways
import queries.records
import queries.sources
from cards import Chart, KeyMark, Table
from cards.palette import GREY, SECOND
from charts.theme import SECTORS
from charts.years import Span
from loaders.settings import table_of
from texts import Words
from views.choices import DIRECTIONS
from views.context import Context


def card(context: Context) -> Chart:
    """Draw one dot for each record the filters choose."""
    package, words = context.package, context.words
    records, years = context.records_of("exchanges"), context.span
    dots = queries.records.dots(records)
    counts = {band: int(dots["band"].eq(band).sum()) for band in charts.records.both_ways.BANDS}
    marks = [
        charts.records.both_ways.Mark(record=mark.record, label=words.of(table_of(mark), "label"))
        for mark in package.partnership.annotations
    ]
    fullest, _ = queries.records.fullest_years(records)
    first, last = context.ends
    before = _before(context)
    return of_dots(
        context,
        records,
        dots,
        partial(charts.records.both_ways.both_ways, bands=_bands(counts, words), marks=marks),
        key="both_ways",
        heading=_heading(records, words),
        subtitle=words("both_ways.subtitle", first=first, last=last),
        alt=words(
            "both_ways.alt",
            n=len(records),
            first=first,
            last=words.year(years[1]),
            years=words.listed(map(str, fullest)),
            **{band: counts[band] for band in DIRECTIONS},
        ),
        summary=words("both_ways.summary", **{band: counts[band] for band in DIRECTIONS}),
        table=context.catalogue.table(records, words("both_ways.table")),
        notes=(words("record.line"), words("direction.caution")),
        last_note=words("both_ways.before", n=before, first=str(years[0])) if before else "",
    )


def of_dots(
    context: Context,
    records: pd.DataFrame,
    dots: pd.DataFrame,
    draw: Callable[..., go.Figure],
    *,
    key: str,
    heading: str,
    subtitle: str,
    alt: str,
    table: Table,
    notes: tuple[str, ...],
    last_note: str = "",
    summary: str = "",
) -> Chart:
    """Make a chart of one dot a record; `draw` is handed the dots, what they say, and the years around them."""
    package, words, catalogue = context.package, context.words, context.catalogue
    years, basis = context.span, catalogue.basis(records)
    empty = queries.records.empty_years(records, years)
    unfinished = _unfinished(package.as_of, years, words)
    running = words("both_ways.unfinished_note", day=words.date(package.as_of)) if unfinished else ""
    return Chart(
        key=key,
        heading=heading,
        subtitle=subtitle,
        draw=partial(
            draw,
            dots,
            years=years,
            hovers=[catalogue.hover(row) for row in dots.to_dict("records")],
            series=_series(dots, words),
            spans=_spans(context, years),
            empty=empty,
            unfinished=unfinished,
        ),
        alt=words.stated(alt, words("both_ways.alt_gaps", years=words.listed(map(str, empty))) if empty else ""),
        summary=summary,
        table=table,
        sources=(),
        up_to=f"{basis} · {context.records_up_to}",
        copy=words.stated(heading, basis, words("record.line")),
        marks=_key(words),
        notes=tuple(note for note in (*notes, running, last_note) if note),
        picked=catalogue.detail(records[records["id"].eq(context.choices.get("pick"))]),
    )


def _bands(counts: dict[str, int], words: Words) -> dict[str, str]:
    """Name each band with its count; the band beyond only when it holds records."""
    return {
        band: words(
            "both_ways.band", name=words(f"direction_narrow.{band}"), records=words("record.count", n=counts[band])
        )
        for band in charts.records.both_ways.BANDS
        if band != "beyond" or counts[band]
    }


def _heading(records: pd.DataFrame, words: Words) -> str:
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


def _spans(context: Context, years: tuple[int, int]) -> list[Span]:
    """Give the eras that fall in the years, each cut to them."""
    package, words = context.package, context.words
    return [
        Span(start=max(era.start, years[0]), end=min(era.end, years[1]), label=words(f"both_ways.{era.code}"))
        for era in package.partnership.eras
        if era.start <= years[1] and era.end >= years[0]
    ]


def _unfinished(as_of: date, years: tuple[int, int], words: Words) -> Span | None:
    """Mark the year that still runs, to its day; nothing when the years end before it."""
    if years[1] != as_of.year:
        return None
    through = (as_of - date(as_of.year, 1, 1)).days / 365
    return Span(
        start=as_of.year, end=as_of.year - 0.5 + through, label=words("both_ways.unfinished", day=words.date(as_of))
    )


def _series(dots: pd.DataFrame, words: Words) -> list[str]:
    """Name the kind of each dot in the words of the key: its sector, and how sure it is."""
    names = {sector: words(f"sector.{sector}") for sector in SECTORS}
    shapes = {"dot": ""} | {shape: f" · {words(f'both_ways.{shape}')}" for shape in ("ring", "diamond")}
    return [
        names.get(sector, words("sector.other")) + shapes[shape]
        for sector, shape in zip(dots["sector"], dots["shape"], strict=True)
    ]


def _key(words: Words) -> tuple[KeyMark, ...]:
    """Explain the dot language: colours, shapes and the hatch."""
    sectors, shapes = {**SECTORS, "other": GREY}, ("ring", "diamond", "hatch")
    return (
        *(KeyMark(shape="dot", colour=colour, label=words(f"sector.{name}")) for name, colour in sectors.items()),
        *(KeyMark(shape=shape, colour=SECOND, label=words(f"both_ways.{shape}")) for shape in shapes),
    )
