"""Figures for the stage: type that is read from the last row, labels that keep clear of one another."""

import plotly.graph_objects as go

from cards.figures import Kind, Role
from charts import stage
from charts.canvas import Canvas

CALLOUT = {"showarrow": True, "axref": "x", "ayref": "y", "font": {"size": 12}}


def dots(*places: tuple[float, float], kind: Kind = Kind.DOTS) -> Canvas:
    canvas = Canvas(kind, 400, l=8, r=8)
    canvas.axis("x", range=[0, 30], tickfont={"size": 12})
    canvas.axis("y", range=[0, 30])
    x, y = zip(*places, strict=True)
    custom = [["E001"]] * len(x)
    marker = {"size": 10}
    canvas.scatter(Role.DOTS, x=x, y=y, mode="markers", marker=marker, text=["a title"] * len(x), customdata=custom)
    return canvas


def with_callout(canvas: Canvas, text: str, **where: float) -> go.Figure:
    canvas.words(Role.CALLOUT, text, **CALLOUT, **where)
    return canvas.figure()


def panels(kind: Kind, *, alone: bool) -> Canvas:
    canvas = dots((1, 1), kind=kind)
    canvas.axis("x", domain=[0, 0.4])
    canvas.axis("x2", domain=[0.5, 1])
    canvas.axis("y2", domain=[0, 1])
    canvas.panels([("x", "y"), ("x2", "y2")], alone=alone)
    canvas.scatter(Role.DOTS, x=[1], y=[1], xaxis="x2", yaxis="y2")
    return canvas


def test_every_text_is_large_and_the_figure_given_is_unchanged() -> None:
    canvas = dots((5, 5))
    canvas.words(Role.LABEL, "A word", x=15, y=20, font={"size": 12})
    given = canvas.figure()
    before = given.to_json()
    large = stage.enlarged(given)
    sizes = [large.layout.font.size, large.layout.xaxis.tickfont.size, *(w.font.size for w in large.layout.annotations)]
    assert min(sizes) >= 24
    assert given.to_json() == before


def test_what_only_a_pointer_can_read_is_taken_out() -> None:
    assert "a title" not in stage.enlarged(dots((5, 5)).figure()).to_json()
    assert "E001" not in stage.enlarged(dots((5, 5)).figure()).to_json()


def test_a_label_moves_off_the_dots_that_it_would_cover() -> None:
    given = with_callout(dots((15, 10), (14, 12), (16, 12)), "A long label", x=15, y=10.5, ax=15, ay=12)
    (label,) = stage.enlarged(given).layout.annotations
    assert label.showarrow is not False
    assert label.ay > 12.5 + 24 * 0.5 * 30 / stage.STAGE[1]


def test_a_label_without_room_above_stands_beside_its_dot() -> None:
    given = with_callout(dots((15, 29)), "At the top", x=15, y=29.5, ax=15, ay=31)
    (label,) = stage.enlarged(given).layout.annotations
    assert (label.showarrow, label.xanchor) == (False, "left")
    assert label.xshift > 0


def test_a_label_that_finds_no_place_is_left_out() -> None:
    crowd = [(x, y) for x in range(31) for y in range(31)]
    given = with_callout(dots(*crowd), "No room", x=15, y=15.5, ax=15, ay=17)
    assert stage.enlarged(given).layout.annotations == ()


def lines(*labels: tuple[str, str, float]) -> go.Figure:
    canvas = Canvas(Kind.LINES, 400)
    canvas.axis("x", range=[0, 1])
    canvas.axis("y", range=[0, 100])
    canvas.scatter(Role.LINE, x=[0, 1], y=[0, 10], mode="lines")
    for code, text, at in labels:
        canvas.words(Role.END, text, code, x=1, y=at, xref="x", yref="y", xanchor="left")
        canvas.line(Role.LEADER, (0.9, 1), (at, at), code, xref="x", yref="y")
    return canvas.figure()


def test_labels_at_the_ends_of_lines_lie_apart_in_room_of_their_own() -> None:
    large = stage.enlarged(lines(("one", "One<br>10", 50), ("two", "Two<br>11", 50)))
    low, high = sorted(words.y for words in large.layout.annotations)
    plot = stage.STAGE[1] - large.layout.margin.t - large.layout.margin.b
    assert (high - low) / 100 * plot >= 2 * 24 * 1.3 - 1e-6
    assert large.layout.margin.r > 24


def test_the_leader_of_a_label_moved_apart_follows_it() -> None:
    large = stage.enlarged(lines(("one", "One", 50), ("two", "Two", 51)))
    assert [line.y1 for line in large.layout.shapes] == [words.y for words in large.layout.annotations]
    assert [line.y0 for line in large.layout.shapes] == [50, 51]


def test_dots_that_stand_on_one_another_shrink_where_the_room_is_low_and_measured_points_do_not() -> None:
    crowd = [(1.0, float(y)) for y in range(30)]
    heights = {"range": [0, 300]}
    sizes = []
    for kind in (Kind.DOTS, Kind.LINES):
        canvas = dots(*crowd, kind=kind)
        canvas.axis("y", **heights)
        sizes.append(stage.enlarged(canvas.figure()).data[0].marker.size)
    assert sizes[0] < sizes[1] == 10


def test_the_first_panel_fills_the_figure() -> None:
    canvas = dots((5, 5), kind=Kind.LINES)
    canvas.panels([("x", "y"), ("x", "y2")], alone=True)
    canvas.axis("y", domain=[0.4, 1])
    canvas.axis("y2", domain=[0, 0.2])
    canvas.scatter(Role.WORDS, x=[1], y=[1], yaxis="y2")
    canvas.shape(Role.BOX, type="rect", x0=0, x1=1, y0=0, y1=1, yref="y2")
    canvas.words(Role.PANEL, "below", "y2", yref="y2", x=1, y=1)
    alone = stage.leading(canvas.figure())
    assert (len(alone.data), alone.layout.shapes, alone.layout.annotations) == (1, (), ())
    assert tuple(alone.layout.yaxis.domain) == (0, 1)


def test_words_in_two_languages_share_a_line_if_short_and_a_number_stands_once() -> None:
    def named(*texts: str) -> go.Figure:
        canvas = dots((5, 5))
        for text in texts:
            canvas.words(Role.LABEL, text, x=5, y=5)
        return canvas.figure()

    both = stage.paired(
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
    one, other = dots((1, 1)).figure(), dots((1, 1)).figure()
    one.update_yaxes(tickvals=[0, 1], ticktext=["Culture", "2010"])
    other.update_yaxes(tickvals=[0, 1], ticktext=["文化", "2010"])
    assert stage.paired(one, other).layout.yaxis.ticktext == ("Culture 文化", "2010")


def test_a_paired_label_without_room_for_both_lines_keeps_one() -> None:
    wall = [(x, y) for x in range(31) for y in (0, 17, 24, 30)]
    given = with_callout(dots((15, 20), *wall), "One line<br>两行", x=15, y=20.5, ax=15, ay=22)
    (label,) = stage.enlarged(given).layout.annotations
    assert label.text == "One line"


def test_a_figure_of_several_panels_is_no_slide() -> None:
    assert stage.single(panels(Kind.LINES, alone=False).figure(), go.Figure()) is None
    assert stage.single(dots((1, 1)).figure(), go.Figure()) is not None


def test_of_several_maps_the_first_fills_the_room() -> None:
    canvas = panels(Kind.MAPS, alone=True)
    canvas.shape(Role.FRAME, type="rect", x0=0, x1=1, y0=0, y1=1, xref="paper", yref="paper")
    alone = stage.single(canvas.figure(), canvas.figure())
    assert alone is not None
    assert (len(alone.data), tuple(alone.layout.xaxis.domain), alone.layout.shapes) == (1, (0, 1), ())
    assert "xaxis2" not in alone.layout.to_plotly_json()


def test_a_build_stops_where_a_mark_has_a_label() -> None:
    canvas = dots((5, 5))
    canvas.words(Role.CALLOUT, "Late", x=20, y=5, **CALLOUT)
    canvas.words(Role.CALLOUT, "Early", x=10, y=5, **CALLOUT)
    canvas.words(Role.LABEL, "No mark", x=15, y=5)
    assert stage.stops(canvas.figure()) == (10, 20)
