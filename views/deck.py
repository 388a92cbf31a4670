"""The deck: six slides for a hall, each drawn from the data in force."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import charts.hall
import queries.figures
import queries.records
from cards import Cell, Chart, Pair, Slide
from loaders import Package
from texts import Words
from views import both_ways, overview, tide
from views.catalogue import Catalogue
from views.choices import Choices
from views.measured import Measured

NEEDS = (*overview.NEEDS, "undertakings")


def view(package: Package, choices: Choices, words: Words) -> list[Slide]:
    """Compose the slides; one that the data hold nothing for is left out."""
    package = _without_sensitive_marks(package)
    catalogue = Catalogue(package, choices, words)
    made = (
        _title(package, words),
        _both_ways(package, choices, words, catalogue),
        _visits(package, words),
        _students(package, choices, words),
        _milestones(package, words, catalogue),
        _limits(package, words),
    )
    slides = [slide for slide in made if slide is not None]
    return [
        replace(slide, position=words("deck.position", n=place, of=len(slides)))
        for place, slide in enumerate(slides, 1)
    ]


def _without_sensitive_marks(package: Package) -> Package:
    """Leave out the labels of sensitive records: their dots are counted, but nothing points a hall at them."""
    exchanges = package.frame("exchanges")
    sensitive = set(exchanges.loc[exchanges["sensitive"].fillna(value=True), "id"])
    marks = tuple(mark for mark in package.partnership.annotations if mark.record not in sensitive)
    return replace(package, partnership=replace(package.partnership, annotations=marks))


def _title(package: Package, words: Words) -> Slide:
    since = overview.twinned(package, words)
    return Slide(
        key="title",
        heading=words("deck.title.heading"),
        subtitle=words("deck.title.subtitle", since=since),
        note=words("deck.title.note", first=since, last=words.date(package.as_of)),
    )


def _both_ways(package: Package, choices: Choices, words: Words, catalogue: Catalogue) -> Slide:
    card = both_ways.card(package, choices, words, catalogue, with_pick=False)
    return Slide(
        key=card.key,
        heading=card.heading,
        subtitle=card.subtitle,
        figure=charts.hall.enlarged(card.figure),
        alt=card.alt,
        marks=card.marks,
        note=words("record.line"),
        source=card.up_to,
    )


def _visits(package: Package, words: Words) -> Slide | None:
    """Show the one count of visits, with the word that qualifies it and the period it covers."""
    visits = queries.figures.of_measure(package.frame("series"), package.frame("trade_figures"), "expo_visits")
    visits = visits.dropna(subset=["value"])
    if visits.empty:
        return None
    row = visits.iloc[0].to_dict()
    return Slide(
        key="visits",
        heading=words("deck.visits.heading"),
        subtitle=words("deck.visits.subtitle", period=words.of(row, "period")),
        value=words(f"figure.{row['status']}", value=words.large(row["value"])),
        note=words("deck.visits.note", caveat=words.of(row, "caveat")),
        source=words("app.source", name=_publishers(package, [row["source_id"]], words)),
    )


def _students(package: Package, choices: Choices, words: Words) -> Slide | None:
    """Show the providers against the country, without the row of boxes beneath: a hall gets one idea."""
    measured = Measured(package, choices, words)
    card = tide.card(measured)
    if not isinstance(card, Chart) or card.narrow is None:
        return None
    held = measured.figures("students_index")
    local = held[held["organisation_id"].notna()].iloc[0].to_dict()
    end = queries.figures.ends(held).loc[local["series_id"]]
    first, last = end["first_period"], end["last_period"]
    names = _publishers(package, held["source_id"], words)
    series = package.frame("series")
    stated = series[series["id"].isin(held["series_id"])].drop_duplicates("licence").to_dict("records")
    licence = words.listed(text for row in stated if (text := words.of(row, "licence")))
    return Slide(
        key=card.key,
        heading=words(
            "deck.students.heading",
            local=measured.name(local),
            a=end["first_value"],
            b=end["last_value"],
            first=first,
            last=last,
        ),
        subtitle=card.subtitle,
        figure=charts.hall.enlarged(charts.hall.upper(card.narrow)),
        alt=words.stated(words("students.tide.alt", first=first, last=last), card.summary),
        note=words("findings.students_caution"),
        source=f"{words('join.source', title=words('app.source', name=names), publisher=licence)} · {card.up_to}",
    )


def _milestones(package: Package, words: Words, catalogue: Catalogue) -> Slide | None:
    """Show an undertaking of several steps: the first that charts mark and that holds two milestones or more."""
    exchanges = package.frame("exchanges")
    names = package.frame("undertakings").set_index("id", drop=False)
    marked = (
        exchanges.set_index("id")["part_of"].reindex([mark.record for mark in package.partnership.annotations]).dropna()
    )
    for undertaking in marked.unique():
        steps = queries.records.milestones(exchanges, undertaking)
        if len(steps) > 1:
            rows = steps.to_dict("records")
            cited = [source["source_id"] for row in rows for source in catalogue.sources_of(row["id"])]
            return Slide(
                key="milestones",
                heading=words.of(names.loc[undertaking].to_dict(), "name"),
                subtitle=words(
                    "deck.milestones.subtitle",
                    first=str(rows[0]["start_date"].year),
                    last=str(rows[-1]["start_date"].year),
                ),
                points=tuple(_step(row, words) for row in rows),
                note=words("deck.milestones.note"),
                source=words("app.source", name=_publishers(package, cited, words)),
            )
    return None


def _step(row: Mapping[Any, Any], words: Words) -> Pair:
    """Name one step, its date to the month: sources differ by a day more often than by a month."""
    when = words.date(row["start_date"], "year" if row["start_precision"] == "year" else "month")
    return Pair(label=when, values=(Cell(text=words.of(row, "title")),))


def _publishers(package: Package, sources: Iterable[str], words: Words) -> str:
    """Name who says so, each once: a slide has no room for titles, and some titles name people."""
    rows = package.frame("sources").set_index("id")
    return words.listed(dict.fromkeys(words.of(rows.loc[source].to_dict(), "publisher") for source in sources))


def _limits(package: Package, words: Words) -> Slide:
    """Say what the record is, what it is not, and where it is found."""
    address = package.partnership.contact.address
    found = [words("deck.limits.found"), *([address] if address else [])]
    points = {"is": [words("deck.limits.is")], "is_not": [words("deck.limits.is_not")], "find": found}
    return Slide(
        key="limits",
        heading=words("deck.limits.heading"),
        points=tuple(
            Pair(label=words(f"deck.limits.{name}_label"), values=tuple(Cell(text=text) for text in texts))
            for name, texts in points.items()
        ),
        source=words("app.footer", day=words.date(package.as_of), version=package.version),
    )
