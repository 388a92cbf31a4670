"""Figures for a hall: type that is read from the last row, labels that keep clear of one another."""

from __future__ import annotations

import plotly.graph_objects as go
import pytest

from charts import stage as hall
from charts.theme import blank

LABELS = {"showarrow": True, "axref": "x", "ayref": "y", "font": {"size": 12}}


def dots(*places: tuple[float, float]) -> go.Figure:
    figure = blank(400, l=8, r=8)
    figure.update_xaxes(range=[0, 30], tickfont={"size": 12}).update_yaxes(range=[0, 30])
    x, y = zip(*places, strict=True)
    return figure.add_scatter(x=x, y=y, mode="markers", text=["a title"] * len(x), customdata=[["E001"]] * len(x))


def test_every_text_is_large_and_the_figure_given_is_unchanged() -> None:
    given = dots((5, 5)).add_annotation(x=15, y=20, text="A word", showarrow=False, font={"size": 12})
    before = given.to_json()
    large = hall.enlarged(given)
    sizes = [large.layout.font.size, large.layout.xaxis.tickfont.size, *(w.font.size for w in large.layout.annotations)]
    assert min(sizes) >= 24
    assert given.to_json() == before


def test_what_only_a_pointer_can_read_is_taken_out() -> None:
    assert "a title" not in hall.enlarged(dots((5, 5))).to_json()
    assert "E001" not in hall.enlarged(dots((5, 5))).to_json()


def test_a_label_moves_off_the_dots_that_it_would_cover() -> None:
    given = dots((15, 10), (14, 12), (16, 12)).add_annotation(x=15, y=10.5, ax=15, ay=12, text="A long label", **LABELS)
    (label,) = hall.enlarged(given).layout.annotations
    assert label.showarrow is not False
    assert label.ay > 12.5 + 24 * 0.5 * 30 / hall.STAGE[1]


def test_a_label_without_room_above_stands_beside_its_dot() -> None:
    given = dots((15, 29)).add_annotation(x=15, y=29.5, ax=15, ay=31, text="At the top", **LABELS)
    (label,) = hall.enlarged(given).layout.annotations
    assert (label.showarrow, label.xanchor) == (False, "left")
    assert label.xshift > 0


def test_a_label_that_finds_no_place_is_left_out() -> None:
    crowd = [(x, y) for x in range(31) for y in range(31)]
    given = dots(*crowd).add_annotation(x=15, y=15.5, ax=15, ay=17, text="No room", **LABELS)
    assert hall.enlarged(given).layout.annotations == ()


def test_labels_at_the_ends_of_lines_lie_apart_in_room_of_their_own() -> None:
    given = blank(400).add_scatter(x=[0, 1], y=[0, 10], mode="lines")
    given.update_xaxes(range=[0, 1]).update_yaxes(range=[0, 100])
    for text in ("One<br>10", "Two<br>11"):
        given.add_annotation(x=1, y=50, xref="x", yref="y", xanchor="left", showarrow=False, text=text)
    large = hall.enlarged(given)
    low, high = sorted(words.y for words in large.layout.annotations)
    plot = hall.STAGE[1] - large.layout.margin.t - large.layout.margin.b
    assert (high - low) / 100 * plot >= 2 * 24 * 1.3 - 1e-6
    assert large.layout.margin.r > hall.text_width("One")


def test_the_leader_of_a_label_moved_apart_follows_it() -> None:
    given = blank(400).add_scatter(x=[0, 1], y=[0, 10], mode="lines")
    given.update_xaxes(range=[0, 1]).update_yaxes(range=[0, 100])
    for at in (50, 51):
        given.add_annotation(x=1, y=at, xref="x", yref="y", xanchor="left", showarrow=False, text="One")
        given.add_shape(type="line", x0=0.9, x1=1, y0=at, y1=at, xref="x", yref="y")
    large = hall.enlarged(given)
    assert [line.y1 for line in large.layout.shapes] == [words.y for words in large.layout.annotations]
    assert [line.y0 for line in large.layout.shapes] == [50, 51]


def test_the_upper_row_fills_the_figure() -> None:
    given = dots((5, 5)).add_scatter(x=[1], y=[1], yaxis="y2")
    given.add_shape(type="rect", x0=0, x1=1, y0=0, y1=1, yref="y2").add_annotation(yref="y2", x=1, y=1, text="below")
    given.update_layout(yaxis_domain=[0.4, 1], yaxis2={"domain": [0, 0.2]})
    single = hall.upper(given)
    assert (len(single.data), single.layout.shapes, single.layout.annotations) == (1, (), ())
    assert tuple(single.layout.yaxis.domain) == (0, 1)


@pytest.mark.parametrize(("text", "wide"), [("<b>ab</b>", 2 * 0.53), ("利物浦", 3.0)])
def test_width_counts_what_is_seen(text: str, wide: float) -> None:
    assert hall.text_width(text) == pytest.approx(24 * wide)


def test_words_in_two_languages_share_a_line_if_short_and_a_number_stands_once() -> None:
    def named(*texts: str) -> go.Figure:
        figure = dots((5, 5))
        for text in texts:
            figure.add_annotation(x=5, y=5, text=text, showarrow=False)
        return figure

    both = hall.paired(
        named("UK<br><b>12</b>", "LJMU", "<b>One place<br>→ Two</b><br>3 records", "A long line of words"),
        named("英国<br><b>12</b>", "LJMU", "<b>甲乙丙丁戊己<br>→ 乙</b><br>3条记录", "世界博览会世界博览会"),
    )
    assert [label.text for label in both.layout.annotations] == [
        "UK 英国<br><b>12</b>",
        "LJMU",
        "<b>One place → Two</b><br><b>甲乙丙丁戊己 → 乙</b><br>3 records · 3条记录",
        "A long line of words<br>世界博览会世界博览会",
    ]


def test_ticks_are_paired_and_years_stand_once() -> None:
    one, other = dots((1, 1)), dots((1, 1))
    one.update_yaxes(tickvals=[0, 1], ticktext=["Culture", "2010"])
    other.update_yaxes(tickvals=[0, 1], ticktext=["文化", "2010"])
    assert hall.paired(one, other).layout.yaxis.ticktext == ("Culture 文化", "2010")


def test_a_paired_label_without_room_for_both_lines_keeps_one() -> None:
    wall = [(x, y) for x in range(31) for y in (0, 17, 24, 30)]
    given = dots((15, 20), *wall).add_annotation(x=15, y=20.5, ax=15, ay=22, text="One line<br>两行", **LABELS)
    (label,) = hall.enlarged(given).layout.annotations
    assert label.text == "One line"


def test_a_figure_of_several_panels_is_no_slide() -> None:
    panels = dots((1, 1))
    panels.add_scatter(x=[1], y=[1], xaxis="x2", yaxis="y2")
    panels.update_layout(xaxis2={"domain": [0.5, 1]}, yaxis2={"domain": [0, 1]})
    assert hall.single(panels, None) is None
    assert hall.single(dots((1, 1)), None) is not None


def test_of_several_maps_the_first_fills_the_room() -> None:
    maps = dots((1, 1)).add_scatter(x=[1], y=[1], xaxis="x2", yaxis="y2")
    maps.update_layout(xaxis2={"domain": [0.5, 1]}, yaxis={"scaleanchor": "x"}, yaxis2={"scaleanchor": "x2"})
    alone = hall.single(maps, None)
    assert alone is not None
    assert (len(alone.data), tuple(alone.layout.xaxis.domain)) == (1, (0, 1))
    assert "xaxis2" not in alone.layout.to_plotly_json()


def test_a_build_stops_where_a_mark_has_a_label() -> None:
    figure = (
        dots((5, 5)).add_annotation(x=20, y=5, text="Late", **LABELS).add_annotation(x=10, y=5, text="Early", **LABELS)
    )
    figure.add_annotation(x=15, y=5, text="No mark", showarrow=False)
    assert hall.stops(figure) == (10, 20)
