"""Overview: four numbers, what the record can say, the chart of both ways, and what is not known."""

from collections.abc import Iterator

import pandas as pd

import queries.figures
import queries.records
from cards import Card, Findings, Headline, Prose, Strip, Title
from views.briefing import document as briefing
from views.context import Context
from views.overview import findings
from views.timeline import both_ways


def view(context: Context) -> list[Card]:
    """Compose the page."""
    package, words = context.package, context.words
    records = context.records_of("exchanges")
    sentences = tuple(findings.compute(context, records))
    card = Findings(heading=words("findings.title"), subtitle=words("findings.subtitle"), findings=sentences)
    return [
        _title(context),
        Strip(headlines=tuple(_headlines(context, records))),
        context.no_records("") if records.empty else both_ways.card(context),
        *([card] if sentences else []),
        _unknown(context, records),
        *([briefing.offer(context)] if package.has(*briefing.NEEDS) else []),
    ]


def twinning(context: Context) -> str:
    """Write when the cities were twinned, as exactly as it is known."""
    return context.words.partial(context.package.partnership.twinned_on)


def _title(context: Context) -> Title:
    words, complete = context.words, context.package.as_of.year - context.package.partnership.first_year
    return Title(heading=words("overview.title", years=complete), lead=words("overview.lead", since=twinning(context)))


def _headlines(context: Context, records: pd.DataFrame) -> Iterator[Headline]:
    """Give the numbers of the record, then two that were measured: students at the first provider, and visits."""
    package, choices, words = context.package, context.choices, context.words
    if not records.empty:
        first, last = (words.date(row["start_date"], _month(row)) for _, row in records.iloc[[0, -1]].iterrows())
        yield Headline(
            value=words.number(len(records)),
            label=words("overview.headline.records_wider" if choices.wider else "overview.headline.records"),
            period=words("overview.headline.records_period", first=first, last=last),
            link=choices.link(words("overview.headline.records_link"), "timeline"),
        )
    start, end = context.complete_span
    if length := max(0, end - start + 1):
        gaps = queries.records.empty_years(records, (start, end))
        period = "overview.headline.years_period" if 0 < len(gaps) <= 4 else "overview.headline.years_period_full"
        yield Headline(
            value=words("overview.headline.years_value", n=length - len(gaps), of=length),
            label=words("overview.headline.years"),
            period=words(period, first=str(start), last=str(end), gaps=words.listed(map(str, gaps))),
            link=choices.link(words("overview.headline.years_link"), "record", view="gaps"),
        )
    students = findings.index(context)
    students = students[students["organisation_id"].notna()]
    if not students.empty:
        row = students[students["id"].eq(students.iloc[0]["id"])].dropna(subset=["value"]).iloc[-1].to_dict()
        yield Headline(
            value=words.number(row["value"]),
            label=words("overview.headline.students", provider=words.of(row, "short_name")),
            period=words("overview.headline.students_period", period=row["period"]),
            link=choices.link(words("overview.headline.students_link"), "students"),
        )
    visits = queries.figures.of_measure(package.frame("series"), package.frame("trade_figures"), "expo_visits")
    if not visits.empty:
        row = visits.iloc[0].to_dict()
        label = words("overview.headline.visits_link")
        yield Headline(
            value=words(f"figure_short.{row['status']}", value=words.large(row["value"])),
            label=words("overview.headline.visits"),
            period=words("overview.headline.visits_period", period=words.of(row, "period")),
            link=choices.link(label, "record", view="sources", pick=row["source_id"]),
        )


def _month(row: pd.Series) -> str:
    return "year" if row["start_precision"] == "year" else "month"


def _unknown(context: Context, records: pd.DataFrame) -> Prose:
    words = context.words
    years = words.listed(map(str, queries.records.empty_years(records, context.complete_span)))
    blank = words("unknown.blank", years=years) if years else words("unknown.blank_none")
    return Prose(
        heading=words("unknown.title"),
        points=tuple(point for point in (_day(context), blank, *_missing_figures(context)) if point),
        links=(context.choices.link(words("unknown.link"), "record", view="gaps"),),
        boxed=True,
    )


def _day(context: Context) -> str:
    """Say what is not known of the twinning; nothing where its day is held."""
    known = len(context.package.partnership.twinned_on) == len("2000-01-01")
    return "" if known else context.words("unknown.twinning", since=twinning(context))


def _missing_figures(context: Context) -> list[str]:
    """Say what figures and reports do not tell, as far as the data hold the matter at all."""
    package, words = context.package, context.words
    n, periods = findings.held_of(context)
    points = [words("unknown.students", n=n, of=periods)] if n < periods else []
    points.append(words("unknown.trade"))
    if package.has("mission") and not package.frame("mission").empty:
        points.append(words("unknown.mission"))
    return points
