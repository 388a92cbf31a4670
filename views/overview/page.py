"""Overview: four numbers, what the record can say, the chart of both ways, and what is not known."""

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
    records = both_ways.chosen(context)
    sentences = tuple(findings.compute(context, records))
    card = Findings(heading=words("findings.title"), subtitle=words("findings.subtitle"), findings=sentences)
    return [
        _title(context),
        Strip(headlines=tuple(_headlines(context, records))),
        both_ways.no_records(context, "") if records.empty else both_ways.card(context),
        *([card] if sentences else []),
        _unknown(context, records),
        *([briefing.offer(context)] if package.has(*briefing.NEEDS) else []),
    ]


def twinning(context: Context) -> str:
    """Write when the cities were twinned, as exactly as it is known."""
    return context.words.partial(context.package.partnership.twinned_on)


def _title(context: Context) -> Title:
    package, words = context.package, context.words
    complete = package.as_of.year - package.partnership.first_year
    return Title(heading=words("overview.title", years=complete), lead=words("overview.lead", since=twinning(context)))


def _headlines(context: Context, records: pd.DataFrame) -> list[Headline]:
    choices, words = context.choices, context.words
    headlines = []
    if not records.empty:
        first, last = records.iloc[0], records.iloc[-1]
        headlines.append(
            Headline(
                value=words.number(len(records)),
                label=words("overview.headline.records_wider" if choices.wider else "overview.headline.records"),
                period=words(
                    "overview.headline.records_period",
                    first=words.date(first["start_date"], _month(first)),
                    last=words.date(last["start_date"], _month(last)),
                ),
                link=choices.link(words("overview.headline.records_link"), "timeline"),
            )
        )
    first_year, last_year = _complete_years(context)
    gaps = queries.records.empty_years(records, (first_year, last_year))
    length = last_year - first_year + 1
    if length > 0:
        few = 0 < len(gaps) <= 4
        headlines.append(
            Headline(
                value=words("overview.headline.years_value", n=length - len(gaps), of=length),
                label=words("overview.headline.years"),
                period=words(
                    "overview.headline.years_period" if few else "overview.headline.years_period_full",
                    first=str(first_year),
                    last=str(last_year),
                    gaps=words.listed(str(year) for year in gaps),
                ),
                link=choices.link(words("overview.headline.years_link"), "record", view="gaps"),
            )
        )
    return [*headlines, *_measured(context)]


def _complete_years(context: Context) -> tuple[int, int]:
    """Give the years of the chart without the one that still runs."""
    first, last = both_ways.span(context)
    return first, min(last, context.package.as_of.year - 1)


def _month(row: pd.Series) -> str:
    return "year" if row["start_precision"] == "year" else "month"


def _measured(context: Context) -> list[Headline]:
    """Give the two measured numbers: students at the first provider of the index panel, and visits."""
    package, choices, words = context.package, context.choices, context.words
    headlines = []
    index = queries.figures.of_panel(package.frame("series"), package.frame("students"), "students_index")
    index = index[index["organisation_id"].notna()]
    if not index.empty:
        last = index[index["id"].eq(index.iloc[0]["id"])].dropna(subset=["value"]).iloc[-1]
        headlines.append(
            Headline(
                value=words.number(last["value"]),
                label=words("overview.headline.students", provider=words.of(last.to_dict(), "short_name")),
                period=words("overview.headline.students_period", period=last["period"]),
                link=choices.link(words("overview.headline.students_link"), "students"),
            )
        )
    visits = queries.figures.of_measure(package.frame("series"), package.frame("trade_figures"), "expo_visits")
    if not visits.empty:
        row = visits.iloc[0]
        headlines.append(
            Headline(
                value=words(f"figure_short.{row['status']}", value=words.large(row["value"])),
                label=words("overview.headline.visits"),
                period=words("overview.headline.visits_period", period=words.of(row.to_dict(), "period")),
                link=choices.link(
                    words("overview.headline.visits_link"), "record", view="sources", pick=row["source_id"]
                ),
            )
        )
    return headlines


def _unknown(context: Context, records: pd.DataFrame) -> Prose:
    words = context.words
    gaps = queries.records.empty_years(records, _complete_years(context))
    blank = (
        words("unknown.blank", years=words.listed(str(year) for year in gaps)) if gaps else words("unknown.blank_none")
    )
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
    series, counts = package.frame("series"), package.frame("students")
    index = queries.figures.of_panel(series, counts, "students_index")
    periods = index.loc[index["organisation_id"].notna(), "period"].nunique()
    n = int(queries.figures.of_panel(series, counts, "students_china_home")["value"].notna().sum())
    points = [words("unknown.students", n=n, of=periods)] if n < periods else []
    points.append(words("unknown.trade"))
    if package.has("mission") and not package.frame("mission").empty:
        points.append(words("unknown.mission"))
    return points
