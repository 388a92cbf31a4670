"""Overview: four numbers, what the record can say, the chart of both ways, and what is not known."""

from __future__ import annotations

from datetime import date

import pandas as pd

import queries.figures
import queries.records
import queries.sources
from cards import Card, Finding, Findings, Headline, Prose, Strip, Title
from loaders import Package
from texts import Words
from views import both_ways
from views.catalogue import Catalogue
from views.choices import Choices

NEEDS = (
    "exchanges",
    "sources",
    "record_sources",
    "organisations",
    "record_organisations",
    "places",
    "series",
    "students",
    "trade_figures",
)
_PRECISIONS = ("year", "month", "day")
MIN_COMPARED = 10  # fewer records than this are read, not compared
SINCE = 2014  # the first academic year of the provider series; education records are read against it


def view(package: Package, choices: Choices, words: Words) -> list[Card]:
    """Compose the page."""
    catalogue = Catalogue(package, choices, words)
    records = both_ways.shown(package, choices)
    findings = tuple(_findings(package, choices, words, records, catalogue))
    said = Findings(heading=words("findings.title"), subtitle=words("findings.subtitle"), findings=findings)
    return [
        _title(package, words),
        Strip(headlines=tuple(_headlines(package, choices, words, records))),
        both_ways.none_held(choices, words, "")
        if records.empty
        else both_ways.card(package, choices, words, catalogue),
        *([said] if findings else []),
        _unknown(package, choices, words, records),
    ]


def twinned(package: Package, words: Words) -> str:
    """Write when the cities were twinned, as exactly as it is known."""
    parts = [int(part) for part in package.partnership.twinned_on.split("-")]
    return words.date(date(*[*parts, 1, 1][:3]), _PRECISIONS[len(parts) - 1])


def _title(package: Package, words: Words) -> Title:
    complete = package.as_of.year - package.partnership.first_year
    return Title(
        heading=words("overview.title", years=complete), lead=words("overview.lead", since=twinned(package, words))
    )


def _headlines(package: Package, choices: Choices, words: Words, records: pd.DataFrame) -> list[Headline]:
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
    years = both_ways.span(package, choices)
    complete = (years[0], min(years[1], package.as_of.year - 1))
    gaps = queries.records.empty_years(records, complete)
    length = complete[1] - complete[0] + 1
    if length > 0:
        few = 0 < len(gaps) <= 4
        headlines.append(
            Headline(
                value=words("overview.headline.years_value", n=length - len(gaps), of=length),
                label=words("overview.headline.years"),
                period=words(
                    "overview.headline.years_period" if few else "overview.headline.years_period_full",
                    first=str(complete[0]),
                    last=str(complete[1]),
                    gaps=words.listed(str(year) for year in gaps),
                ),
                link=choices.link(words("overview.headline.years_link"), "record", view="gaps"),
            )
        )
    return [*headlines, *_measured(package, choices, words)]


def _month(row: pd.Series) -> str:
    return "year" if row["start_precision"] == "year" else "month"


def _measured(package: Package, choices: Choices, words: Words) -> list[Headline]:
    """Give the two measured numbers: students at the first provider of the index panel, and visits."""
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
                value=words(f"figure_short.{row['status']}", value=words.number(row["value"])),
                label=words("overview.headline.visits"),
                period=words("overview.headline.visits_period", period=row["period"]),
                link=choices.link(
                    words("overview.headline.visits_link"), "record", view="sources", pick=row["source_id"]
                ),
            )
        )
    return headlines


def _findings(
    package: Package, choices: Choices, words: Words, records: pd.DataFrame, catalogue: Catalogue
) -> list[Finding]:
    found = []
    if len(records) >= MIN_COMPARED:
        found += [
            _years(package, choices, words, records),
            _sectors(choices, words, records, catalogue),
            _sources(choices, words, records, catalogue),
        ]
    found += [_students(package, choices, words, catalogue), _trade(package, choices, words, catalogue)]
    return [finding for finding in found if finding is not None]


def _finding(
    words: Words, choices: Choices, sentence: str, caution: str, source: str, page: str, **own: str
) -> Finding:
    link = choices.link(words("findings.see"), page, **own)
    return Finding(
        sentence=sentence,
        caution=caution,
        copy=words("findings.copied", sentence=sentence, caution=caution, source=source, address=""),
        link=link,
    )


def _years(package: Package, choices: Choices, words: Words, records: pd.DataFrame) -> Finding | None:
    years, held = queries.records.fullest_years(records)
    if not words.has(f"numbers.{len(years)}"):
        return None
    part = records[queries.records.year_of(records).isin(years)]
    largest = part["part_of"].value_counts()
    caution = words("findings.sources_caution")
    if not largest.empty:
        undertaking = package.frame("undertakings").set_index("id").loc[largest.index[0]].to_dict()
        caution = words("findings.years_caution", n=int(largest.iloc[0]), undertaking=words.of(undertaking, "name"))
    sentence = words(
        "findings.years",
        n=len(records),
        held=held,
        count=words(f"numbers.{len(years)}"),
        list=words.listed(str(year) for year in years),
    )
    return _finding(words, choices, sentence, caution, words("record.line"), "timeline")


def _sectors(choices: Choices, words: Words, records: pd.DataFrame, catalogue: Catalogue) -> Finding | None:
    counts = queries.records.by_sector(records)
    if len(counts) < 2:
        return None
    first, second = counts.index[:2]
    part = records[records["sector"].eq(second) & queries.records.year_of(records).ge(SINCE)]
    share = catalogue.named[
        catalogue.named["record"].isin(part["id"])
        & catalogue.named["kind"].eq("university")
        & catalogue.named["city"].eq(words.names["home"])
    ]
    caution = words("direction.caution")
    if not share.empty and len(part) >= MIN_COMPARED:
        leading = share.groupby("organisation_id")["record"].nunique().sort_values(ascending=False)
        name = share[share["organisation_id"].eq(leading.index[0])].iloc[0].to_dict()
        caution = words(
            "findings.sector_caution",
            part=int(leading.iloc[0]),
            all=len(part),
            second=words(f"sector.{second}").lower(),
            since=str(SINCE),
            organisation=words.of(name, "short_name") or words.of(name, "name"),
        )
    sentence = words(
        "findings.sector",
        first=words(f"sector.{first}"),
        n=int(counts.iloc[0]),
        second=words(f"sector.{second}").lower(),
        m=int(counts.iloc[1]),
    )
    return _finding(words, choices, sentence, caution, words("record.line"), "timeline", view="who")


def _sources(choices: Choices, words: Words, records: pd.DataFrame, catalogue: Catalogue) -> Finding:
    rest = queries.sources.resting(catalogue.cited, records["id"])
    sentence = words("findings.sources", one=rest["one"], n=rest["all"], state=rest["away"])
    return _finding(
        words, choices, sentence, words("findings.sources_caution"), words("record.line"), "record", view="sources"
    )


def _students(package: Package, choices: Choices, words: Words, catalogue: Catalogue) -> Finding | None:
    index = queries.figures.of_panel(package.frame("series"), package.frame("students"), "students_index")
    ends = queries.figures.ends(index)
    rows = index.drop_duplicates("id").set_index("id")
    local, national = rows[rows["organisation_id"].notna()], rows[rows["organisation_id"].isna()]
    if local.empty or national.empty:
        return None
    a, b = ends.loc[local.index[0]], ends.loc[national.index[0]]
    sentence = words(
        "findings.students",
        local=words.of(local.iloc[0].to_dict(), "short_name"),
        a=a["first_value"],
        b=a["last_value"],
        first=a["first_period"],
        last=a["last_period"],
        c=b["first_value"],
        d=b["last_value"],
    )
    source = words.listed(s.label for s in catalogue.sources_named(index["source_id"]))
    return _finding(words, choices, sentence, words("findings.students_caution"), source, "students")


def _trade(package: Package, choices: Choices, words: Words, catalogue: Catalogue) -> Finding | None:
    lines = queries.figures.of_measure(package.frame("series"), package.frame("trade_figures"), "total_exports_china")
    lines = lines[lines["mark"].eq("line")]
    if lines.empty:
        return None
    end = queries.figures.ends(lines).iloc[0]
    sentence = words(
        "findings.trade",
        a=words.number(end["first_value"] / 1000, places=1),
        b=words.number(end["last_value"] / 1000, places=1),
        first=str(end["first_period"]),
        last=str(end["last_period"]),
    )
    caution = words("findings.trade_caution", vintage=lines.iloc[0]["vintage"])
    source = words.listed(s.label for s in catalogue.sources_named(lines["source_id"]))
    return _finding(words, choices, sentence, caution, source, "trade")


def _unknown(package: Package, choices: Choices, words: Words, records: pd.DataFrame) -> Prose:
    years = both_ways.span(package, choices)
    gaps = queries.records.empty_years(records, (years[0], min(years[1], package.as_of.year - 1)))
    blank = (
        words("unknown.blank", years=words.listed(str(year) for year in gaps)) if gaps else words("unknown.blank_none")
    )
    return Prose(
        heading=words("unknown.title"),
        points=tuple(point for point in (_day(package, words), blank, *_unheld(package, words)) if point),
        links=(choices.link(words("unknown.link"), "record", view="gaps"),),
        boxed=True,
    )


def _day(package: Package, words: Words) -> str:
    """Say what is not known of the twinning; nothing where its day is held."""
    known = len(package.partnership.twinned_on.split("-")) == len(_PRECISIONS)
    return "" if known else words("unknown.twinning", since=twinned(package, words))


def _unheld(package: Package, words: Words) -> list[str]:
    """Say what figures and reports do not tell, as far as the data hold the matter at all."""
    series, counts = package.frame("series"), package.frame("students")
    index = queries.figures.of_panel(series, counts, "students_index")
    periods = index.loc[index["organisation_id"].notna(), "period"].nunique()
    held = int(queries.figures.of_panel(series, counts, "students_china_home")["value"].notna().sum())
    points = [words("unknown.students", n=held, of=periods)] if held < periods else []
    points.append(words("unknown.trade"))
    if package.has("mission") and not package.frame("mission").empty:
        points.append(words("unknown.mission"))
    return points
