"""A figure says what it means: each part has its role, each series its name, and nothing of it is lost on the way out."""

import json

import pytest

import loaders
from cards.figures import Kind, Number, Role, named, role, whose
from charts.canvas import Canvas
from tests.figures import figures
from texts import Words

SERIES = (Role.LINE, Role.DOTS, Role.BARS)


def test_a_part_is_read_as_it_was_named() -> None:
    assert (role(named(Role.LEADER, "a:b")), whose(named(Role.LEADER, "a:b"))) == (Role.LEADER, "a:b")
    assert (role(named(Role.ROW)), whose(named(Role.ROW))) == (Role.ROW, "")
    assert role(None) == ""


def test_what_a_figure_says_is_kept_as_it_is_written_out() -> None:
    canvas = Canvas(Kind.LINES, 100)
    canvas.years("x", {2014: "2014/15"})
    canvas.scatter(Role.LINE, series="One", number=Number(before="£"), x=[2014], y=[1])
    canvas.words(Role.END, "One", "a", x=2014, y=1)
    written = json.loads(canvas.figure().to_json())
    assert written["layout"]["meta"]["years"] == {"axis": "x", "names": {"2014": "2014/15"}}
    assert written["data"][0]["meta"]["number"] == {"before": "£", "after": "", "grouped": False}
    assert written["layout"]["annotations"][0]["name"] == "end:a"
    assert canvas.figure().to_plotly_json()["layout"]["meta"] == written["layout"]["meta"]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Number(), "1500.5"),
        (Number(grouped=True), "1,500.5"),
        (Number(before="£", after="bn", grouped=True), "£1,500.5bn"),
    ],
)
def test_a_number_is_written_as_its_series_says(number: Number, text: str) -> None:
    assert number.write(1500.5) == text


def test_every_part_of_every_chart_has_a_role(package: loaders.Package, words: Words) -> None:
    for key, figure, _ in figures(package, words):
        assert figure.layout.meta["kind"] in set(Kind), key
        assert {trace.meta["role"] for trace in figure.data} <= set(Role), key
        assert {role(part.name) for part in (*figure.layout.annotations, *figure.layout.shapes)} <= set(Role), key


def test_every_series_of_every_chart_is_named_in_words(package: loaders.Package, words: Words) -> None:
    for key, figure, _ in figures(package, words):
        if figure.layout.meta["kind"] != Kind.MAPS:  # its dots are places, and named on the map
            for trace in figure.data:
                names = trace.meta.get("series", "")
                assert trace.meta["role"] not in SERIES or names, (key, trace.name)
                assert isinstance(names, str) or len(names) == len(trace.x), (key, trace.name)


def test_every_leader_has_its_label_and_every_span_its_edges(package: loaders.Package, words: Words) -> None:
    for key, figure, _ in figures(package, words):
        labels = {part.name for part in figure.layout.annotations}
        for shape in figure.layout.shapes:
            for part, label in ((Role.LEADER, Role.END), (Role.EDGE, Role.SPAN)):
                assert role(shape.name) != part or named(label, whose(shape.name)) in labels, (key, shape.name)


def test_every_panel_has_its_axes(package: loaders.Package, words: Words) -> None:
    for key, figure, _ in figures(package, words):
        axes = {axis for panel in figure.layout.meta["panels"] for axis in panel}
        drawn = {trace[f"{letter}axis"] or letter for trace in figure.data for letter in "xy"}
        assert drawn <= axes, key
