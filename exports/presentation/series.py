"""How the series of a presentation's chart look: lines, marks, bars, and the words at them."""

from collections.abc import Iterator
from typing import Any

from pptx.enum.chart import XL_LABEL_POSITION, XL_MARKER_STYLE

from exports.presentation.look import INK, colour, points, write
from exports.presentation.panel import Mark, Panel, Series, Words

_STYLES = {"circle": XL_MARKER_STYLE.CIRCLE, "diamond": XL_MARKER_STYLE.DIAMOND}
_POSITIONS = {
    "middle left": XL_LABEL_POSITION.LEFT,
    "middle right": XL_LABEL_POSITION.RIGHT,
    "middle center": XL_LABEL_POSITION.CENTER,
    "top center": XL_LABEL_POSITION.ABOVE,
    "bottom center": XL_LABEL_POSITION.BELOW,
    "outside": XL_LABEL_POSITION.OUTSIDE_END,
    "inside": XL_LABEL_POSITION.INSIDE_END,
}
_LABEL = 24  # px


def style(drawn: Any, series: Series, panel: Panel, lang: str) -> None:
    """Give a series its line, its marks or bars and the words at its points."""
    order = _order(panel, series)
    if panel.names:
        drawn.invert_if_negative = False
        for part, mark in _marked(drawn, series, order):
            _fill(part.format.fill, mark.colour)
    else:
        _style_line(drawn, series)
        for part, mark in _marked(drawn, series, order):
            _mark(part.marker, mark)
    if panel.names and panel.code and series.words:
        _number(drawn.data_labels, series.words[0], panel.code)
        return
    for index, at in order.items():
        if series.words and series.words[index].text and series.words[index].position in _POSITIONS:
            _label(drawn.points[at].data_label, series.words[index], lang)


def _order(panel: Panel, series: Series) -> dict[int, int]:
    """Tell for the index of each point in its series the one that it has in the chart; what has no value has no point."""
    present = [index for index, x in enumerate(series.x) if x is not None]
    rows = {} if panel.kind == "dots" else {row: at for at, row in enumerate(panel.rows())}
    order = {index: rows.get(series.x[index], at) for at, index in enumerate(present)}
    return {index: at for index, at in order.items() if series.y[index] is not None}


def _style_line(drawn: Any, series: Series) -> None:
    drawn.smooth = False
    line = drawn.format.line
    if series.line is None:
        line.fill.background()
    else:
        line.color.rgb, line.width = colour(series.line["color"]), points(float(series.line.get("width") or 2))
    if not series.marks:
        drawn.marker.style = XL_MARKER_STYLE.NONE


def _marked(drawn: Any, series: Series, order: dict[int, int]) -> Iterator[tuple[Any, Mark]]:
    """Give a series with the look of its first mark, and each of its points that looks otherwise; of a bare line nothing."""
    if not series.marks:
        return
    yield drawn, series.marks[0]
    for index, at in order.items():
        if series.marks[index] != series.marks[0]:
            yield drawn.points[at], series.marks[index]


def _mark(marker: Any, mark: Mark) -> None:
    bare = mark.symbol.removesuffix("-open")
    marker.style, marker.size = _STYLES[bare], min(72, max(2, round(mark.size * 0.75)))
    line = marker.format.line
    if mark.symbol != bare:
        marker.format.fill.background()
        line.color.rgb, line.width = colour(mark.colour), points(mark.edge or 2)
    else:
        _fill(marker.format.fill, mark.colour)
        line.fill.background()


def _fill(fill: Any, code: str) -> None:
    fill.solid()
    fill.fore_color.rgb = colour(code)


def _number(labels: Any, words: Words, code: str) -> None:
    """Let a series write its own numbers, so that a changed one is written too."""
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, code, False
    labels.position = _POSITIONS[words.position]
    labels.font.size, labels.font.color.rgb = points(_LABEL), colour(words.colour or INK["text"])


def _label(label: Any, words: Words, lang: str) -> None:
    frame = label.text_frame
    frame._txBody.bodyPr.set("wrap", "none")
    write(frame.paragraphs[0], words.text, size=_LABEL, lang=lang, ink=words.colour or INK["text"])
    label.position = _POSITIONS[words.position]
