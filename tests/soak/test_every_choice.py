"""Every page under every choice of a filter, and under every two choices together; all at once would take hours."""

from collections.abc import Callable, Iterator

from allpairspy import AllPairs

import queries.records
from cards import Chart
from loaders import Package
from texts import Words
from views.choices import DIRECTIONS, SECTORS, Choices
from views.context import Context
from views.places import PLACES

SECTOR_SETS = ((), *((sector,) for sector in SECTORS))


def spans(package: Package) -> list[tuple[int, int] | None]:
    """Give all years, every single year, and every run that ends with the last."""
    first, last = package.partnership.first_year, package.as_of.year
    single = [(year, year) for year in range(first, last + 1)]
    return [None, *single, *((year, last) for year in range(first + 1, last))]


def cover(package: Package) -> Iterator[tuple[str, Choices]]:
    """Give pages and choices in which any two values of different filters, and any value and page, meet once at least."""
    for page, sectors, years, direction, wider in AllPairs(
        [list(PLACES), list(SECTOR_SETS), spans(package), [None, *DIRECTIONS], [False, True]]
    ):
        yield page, Choices(sectors=sectors, years=years, direction=direction, wider=wider)


def test_every_page_stands_under_every_two_choices(
    package: Package, words: Words, record_property: Callable[[str, object], None]
) -> None:
    composed = drawn = 0
    faults = []
    for page, choices in cover(package):
        charts = [card for card in PLACES[page].view(Context(package, choices, words)) if isinstance(card, Chart)]
        faults += [(page, choices, chart.key) for chart in charts if not (chart.alt and chart.heading)]
        faults += [
            (page, choices, chart.key)
            for chart in charts
            if chart.key == "both_ways" and marks(chart) != len(dots(package, choices))
        ]
        composed, drawn = composed + 1, drawn + len(charts)
    record_property("pages_composed", composed)
    record_property("charts_drawn", drawn)
    assert faults == []


def test_every_two_choices_meet(package: Package) -> None:
    rows = [
        (page, choices.sectors, choices.years, choices.direction, choices.wider) for page, choices in cover(package)
    ]
    for one in range(5):
        for other in range(one):
            values = [{row[index] for row in rows} for index in (one, other)]
            assert len({(row[one], row[other]) for row in rows}) == len(values[0]) * len(values[1])


def marks(chart: Chart) -> int:
    """Count the marks of a chart that can be chosen."""
    return sum(len(trace.customdata) for trace in chart.figure.data if trace.customdata is not None)


def dots(package: Package, choices: Choices) -> list[str]:
    """Count the records of a choice in the plainest way."""
    years = choices.years or (package.partnership.first_year, package.as_of.year)
    rows = package.frame("exchanges").to_dict("records")
    return [
        row["id"]
        for row in rows
        if (choices.wider or row["relation"] == "direct")
        and (not choices.sectors or row["sector"] in choices.sectors)
        and years[0] <= row["start_date"].year <= years[1]
        and (
            choices.direction is None
            or (row["direction"] == choices.direction and row["relation"] in queries.records.COUNTED)
        )
    ]
