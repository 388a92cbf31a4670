"""Findings: sentences computed from the data, each with its caution and a way to what it rests on."""

import pandas as pd

import queries.figures
import queries.partners
import queries.records
import queries.sources
from cards import Finding
from views.context import Context

MIN_COMPARED = 10  # fewer records than this are read, not compared
SINCE = 2014  # the first academic year of the provider series; education records are read against it


def compute(context: Context, records: pd.DataFrame) -> list[Finding]:
    """Say what the records that the filters choose, and the figures around them, allow to be said."""
    findings = [_students(context), _trade(context)]
    if len(records) >= MIN_COMPARED:
        findings = [_years(context, records), _sectors(context, records), _sources(context, records), *findings]
    return [finding for finding in findings if finding is not None]


def index(context: Context) -> pd.DataFrame:
    """Give the figures of students that are set against the country, of all years."""
    package = context.package
    return queries.figures.of_panel(package.frame("series"), package.frame("students"), "students_index")


def held_of(context: Context) -> tuple[int, int]:
    """Count the periods in which one country's students are held, and those for which providers give all students."""
    package, figures = context.package, index(context)
    counts = queries.figures.of_panel(package.frame("series"), package.frame("students"), "students_china_home")
    return int(counts["value"].notna().sum()), figures.loc[figures["organisation_id"].notna(), "period"].nunique()


def _finding(context: Context, sentence: str, caution: str, source: str, page: str, **own: str) -> Finding:
    words = context.words
    return Finding(
        sentence=sentence,
        caution=caution,
        source=source,
        copy=words("findings.copied", sentence=sentence, caution=caution, source=source, address=""),
        link=context.choices.link(words("findings.see"), page, **own),
    )


def _years(context: Context, records: pd.DataFrame) -> Finding | None:
    package, words = context.package, context.words
    years, n = queries.records.fullest_years(records)
    if not words.has(f"numbers.{len(years)}"):
        return None
    part = records[queries.records.year_of(records).isin(years)]
    undertakings = part["part_of"].value_counts()
    caution = words("findings.sources_caution")
    if not undertakings.empty:
        largest = package.frame("undertakings").set_index("id").loc[undertakings.index[0]].to_dict()
        caution = words("findings.years_caution", n=int(undertakings.iloc[0]), undertaking=words.of(largest, "name"))
    sentence = words(
        "findings.years",
        n=len(records),
        held=n,
        count=words(f"numbers.{len(years)}"),
        list=words.listed(str(year) for year in years),
    )
    return _finding(context, sentence, caution, words("record.line"), "timeline")


def _sectors(context: Context, records: pd.DataFrame) -> Finding | None:
    words, catalogue = context.words, context.catalogue
    counts = queries.records.by_sector(records)
    if len(counts) < 2:
        return None
    first, second = counts.index[:2]
    part = records[records["sector"].eq(second) & queries.records.year_of(records).ge(SINCE)]
    leader = queries.partners.leader(
        part, catalogue.named, kind="university", city=context.package.partnership.home.name
    )
    caution = words("direction.caution")
    if leader and len(part) >= MIN_COMPARED:
        organisation, n = leader
        caution = words(
            "findings.sector_caution",
            part=n,
            all=len(part),
            second=words(f"sector.{second}").lower(),
            since=str(SINCE),
            organisation=words.of(organisation, "short_name") or words.of(organisation, "name"),
        )
    sentence = words(
        "findings.sector",
        first=words(f"sector.{first}"),
        n=int(counts.iloc[0]),
        second=words(f"sector.{second}").lower(),
        m=int(counts.iloc[1]),
    )
    return _finding(context, sentence, caution, words("record.line"), "timeline", view="who")


def _sources(context: Context, records: pd.DataFrame) -> Finding:
    words, rest = context.words, queries.sources.resting(context.catalogue.cited, records["id"])
    sentence = words("findings.sources", one=rest["one"], n=rest["all"], state=rest["away"])
    caution = words("findings.sources_caution")
    return _finding(context, sentence, caution, words("record.line"), "record", view="sources")


def _students(context: Context) -> Finding | None:
    words, figures = context.words, index(context)
    ends = queries.figures.ends(figures)
    rows = figures.drop_duplicates("id").set_index("id")
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
    return _finding(context, sentence, words("findings.students_caution"), _named(context, figures), "students")


def exports(context: Context) -> pd.DataFrame:
    """Give the series of exports that a finding states."""
    package = context.package
    lines = queries.figures.of_measure(package.frame("series"), package.frame("trade_figures"), "total_exports_china")
    return lines[lines["mark"].eq("line")]


def _trade(context: Context) -> Finding | None:
    words, lines = context.words, exports(context)
    if lines.empty:
        return None
    end = queries.figures.ends(lines).iloc[0]
    sentence = words(
        "findings.trade",
        a=words.large(end["first_value"] / 1000, scale=10**9, places=1),
        b=words.large(end["last_value"] / 1000, scale=10**9, places=1),
        first=str(end["first_period"]),
        last=str(end["last_period"]),
    )
    caution = words("findings.trade_caution", vintage=words.of(lines.iloc[0].to_dict(), "vintage"))
    return _finding(context, sentence, caution, _named(context, lines), "trade")


def _named(context: Context, figures: pd.DataFrame) -> str:
    return context.words.listed(source.label for source in context.catalogue.sources_named(figures["source_id"]))
