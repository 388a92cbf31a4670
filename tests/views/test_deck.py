"""The slides say what the data hold, with its qualifier, and nothing that a hall should not be shown."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import plotly.graph_objects as go
import pytest

from cards import Slide
from loaders import Package
from loaders.package import Frames
from texts import Words
from views import deck
from views.choices import Choices


def changed(package: Package, **frames: pd.DataFrame) -> Package:
    """Give the package with some frames exchanged."""
    return replace(package, frames=Frames({**package.frames, **frames}))


@pytest.fixture(scope="module")
def slides(package: Package, words: Words, choices: Choices) -> dict[str, Slide]:
    return {slide.key: slide for slide in deck.view(package, choices, words)}


def said(slide: Slide) -> str:
    """Join every word of a slide, those inside its figure too."""
    points = [text for point in slide.points for text in (point.label, *(cell.text for cell in point.values))]
    drawn = str(slide.figure.to_json()) if slide.figure is not None else ""
    return " ".join(
        [slide.heading, slide.subtitle, slide.alt, slide.value or "", slide.note, slide.source, *points, drawn]
    )


def test_six_slides_come_in_order_and_know_their_place(slides: dict[str, Slide]) -> None:
    assert list(slides) == ["title", "both_ways", "visits", "tide", "milestones", "limits"]
    assert [slide.position for slide in slides.values()] == [f"Slide {place} of 6" for place in range(1, 7)]


def test_the_title_gives_the_month_of_twinning_and_no_day(slides: dict[str, Slide], package: Package) -> None:
    title = slides["title"]
    assert title.heading == f"{package.partnership.home.name} and {package.partnership.away.name}"
    assert title.subtitle == "Twinned in October 1999"


def test_the_visits_keep_their_qualifier_and_follow_the_data(package: Package, words: Words, choices: Choices) -> None:
    figures = package.frame("trade_figures")
    visits = figures["series_id"].eq("expo_2010_pavilion_visits")
    other = changed(package, trade_figures=figures.assign(value=figures["value"].mask(visits, 123_000)))
    for given, value in ((package, "more than 770,000"), (other, "more than 123,000")):
        slide = next(slide for slide in deck.view(given, choices, words) if slide.key == "visits")
        assert slide.value == value
        assert "not visits to" in slide.note


def test_every_dot_stands_on_the_slide_but_no_title_and_no_id(slides: dict[str, Slide], package: Package) -> None:
    figure = slides["both_ways"].figure
    assert figure is not None
    exchanges = package.frame("exchanges")
    direct = exchanges[exchanges["relation"].eq("direct") & exchanges["start_date"].dt.year.ge(1999)]
    assert sum(len(trace.x) for trace in figure.select_traces(selector={"type": "scatter"})) == len(direct)
    assert all(trace.customdata is None and trace.text is None for trace in figure.data)


def test_the_records_line_stands_under_the_chart_of_records(slides: dict[str, Slide], words: Words) -> None:
    assert slides["both_ways"].note == words("record.line")


def test_a_sensitive_record_is_nowhere_named(slides: dict[str, Slide], package: Package) -> None:
    exchanges = package.frame("exchanges")
    sensitive = exchanges[exchanges["sensitive"]]
    assert len(sensitive) > 0
    for slide in slides.values():
        assert [title for title in sensitive["title"] if title in said(slide)] == []


def test_a_marked_record_that_becomes_sensitive_loses_its_label(
    package: Package, words: Words, choices: Choices
) -> None:
    exchanges = package.frame("exchanges")
    mark = package.partnership.annotations[0]
    hidden = exchanges.assign(sensitive=exchanges["sensitive"] | exchanges["id"].eq(mark.record))

    def labels(given: Package) -> list[str]:
        slide = next(slide for slide in deck.view(given, choices, words) if slide.key == "both_ways")
        assert isinstance(slide.figure, go.Figure)
        return [words.text for words in slide.figure.layout.annotations]

    assert mark.label in labels(package)
    assert mark.label not in labels(changed(package, exchanges=hidden))


def test_students_are_not_called_by_one_country(slides: dict[str, Slide], package: Package) -> None:
    slide = slides["tide"]
    assert "non-EU" in slide.heading
    assert "China" not in slide.heading + slide.subtitle
    assert "not China alone" in slide.note
    figures = package.frame("students").set_index(["series_id", "period"])["value"]
    for period in ("2014/15", "2023/24"):
        assert f"{figures['non_eu_university_of_liverpool', period]:,.0f}" in slide.heading


def test_the_students_slide_has_lines_and_no_boxes(slides: dict[str, Slide]) -> None:
    figure = slides["tide"].figure
    assert figure is not None
    assert [trace.mode for trace in figure.data] == ["lines+markers"] * 3
    assert tuple(figure.layout.yaxis.domain) == (0, 1)


def test_milestones_are_the_direct_ones_of_one_undertaking(slides: dict[str, Slide], package: Package) -> None:
    titles = package.frame("exchanges").set_index("id")["title"]
    points = [(point.label, point.values[0].text) for point in slides["milestones"].points]
    assert points == [("November 2015", titles["E076"]), ("December 2019", titles["E117"])]


def test_without_milestones_their_slide_is_left_out(package: Package, words: Words, choices: Choices) -> None:
    exchanges = package.frame("exchanges").assign(part_of=lambda frame: frame["part_of"].where(frame["id"].eq("")))
    keys = [slide.key for slide in deck.view(changed(package, exchanges=exchanges), choices, words)]
    assert keys == ["title", "both_ways", "visits", "tide", "limits"]


def test_each_slide_with_a_number_names_its_source_or_its_basis(slides: dict[str, Slide]) -> None:
    assert all(slide.source for key, slide in slides.items() if key != "title")
