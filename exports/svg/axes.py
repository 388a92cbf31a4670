"""Where things lie in a drawing: the axes of a Plotly figure, their ranges, ticks and margins, in px."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from cards.lettering import LINE, height, width
from exports.known import Undrawable
from exports.svg.text import USUAL

Looks = dict[str, Any]
_PAD = 0.055  # of an axis' span, beyond the data where no range is given
_ROUND = (2, 5, 10)  # Plotly's own steps between ticks
_AIR = 4  # px between an axis and its labels


@dataclass
class Axis:
    """Turn values of one axis into px. `start` is its left or its lower end, and y counts downwards as screens do."""

    letter: str
    looks: Looks
    start: float
    length: float
    span: tuple[float, float]
    categories: tuple[str, ...] = ()

    def at(self, value: Any) -> float:
        """Give the place of a value."""
        return self.part((self.value(value) - self.span[0]) / (self.span[1] - self.span[0]))

    def value(self, value: Any) -> float:
        """Give a value as a number: a category is counted from zero."""
        return float(self.categories.index(value)) if isinstance(value, str) else float(value)

    def part(self, share: float) -> float:
        """Give the place of a share of the axis."""
        return self.start + share * self.length * (1 if self.letter == "x" else -1)

    def back(self, px: float) -> float:
        """Turn a place back into its value."""
        share = (px - self.start) / self.length * (1 if self.letter == "x" else -1)
        return round(self.span[0] + share * (self.span[1] - self.span[0]), 9)

    @property
    def shown(self) -> bool:
        """Tell whether anything of it is drawn."""
        return self.looks.get("visible") is not False

    @property
    def labelled(self) -> bool:
        """Tell whether its ticks have labels."""
        return self.shown and self.looks.get("showticklabels") is not False

    @property
    def font(self) -> float:
        """Give the size of its labels."""
        return float(self.looks.get("tickfont", {}).get("size", USUAL))

    def ticks(self) -> list[tuple[float, str]]:
        """List its ticks with their labels."""
        if self.categories:
            return [(self.at(name), self._affixed(name)) for name in self.categories]
        low, high = sorted(self.span)
        if self.looks.get("tickvals") is not None:
            values = list(self.looks["tickvals"])
            texts = self.looks.get("ticktext")
            named = list(texts) if texts is not None else [self._number(value, 1) for value in values]
            pairs = zip(values, named, strict=True)
            return [(self.at(value), self._affixed(text)) for value, text in pairs if low <= value <= high]
        step = self._step(high - low)
        first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
        return [(self.at(n * step), self._affixed(self._number(n * step, step))) for n in range(first, last + 1)]

    def _step(self, span: float) -> float:
        if self.looks.get("dtick"):
            return float(self.looks["dtick"])
        usual = min(9.0, max(4.0, self.length / (80 if self.letter == "x" else 40))) + 1
        rough = span / float(self.looks.get("nticks") or usual)
        base = 10 ** math.floor(math.log10(rough))
        return float(base * next(step for step in _ROUND if step >= rough / base - 1e-9))

    def _number(self, value: float, step: float) -> str:
        """Write a number no finer than its step, and without marks between thousands unless the axis asks for them."""
        grouped = self.looks.get("tickformat") == ",d"
        if abs(value) >= 10_000 and not grouped:
            raise Undrawable(f"{self.letter}axis.tickformat", None)  # Plotly would write 10k
        text = f"{value:,.{max(0, -math.floor(math.log10(step)))}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        return text if grouped else text.replace(",", "")

    def _affixed(self, text: object) -> str:
        return f"{self.looks.get('tickprefix') or ''}{text}{self.looks.get('ticksuffix') or ''}"


class Plane:
    """Lay out a figure of a given width: its margins, its axes, and every reference a shape or a label may use."""

    def __init__(self, figure: Looks, across: float) -> None:
        """Take a figure as `to_plotly_json` gives it."""
        self.layout, self.width = figure["layout"], across
        self.traces = stacked(figure["data"]) if self.layout.get("barmode") == "stack" else list(figure["data"])
        template = self.layout.get("template", {}).get("layout", {})
        self.height = float(self.layout.get("height") or 450)
        self._usual = {"x": template.get("xaxis", {}), "y": template.get("yaxis", {})}
        self.margin = {"l": 8.0, "r": 8.0, "t": 8.0, "b": 8.0} | template.get("margin", {})
        self.margin |= {side: float(room) for side, room in self.layout.get("margin", {}).items() if room is not None}
        self.axes = self._lay()
        self._widen()
        self.axes = self._lay()

    @property
    def inner(self) -> tuple[float, float, float, float]:
        """Give the plot's left, top, width and height."""
        left, top = self.margin["l"], self.margin["t"]
        return left, top, self.width - left - self.margin["r"], self.height - top - self.margin["b"]

    def axis(self, name: str) -> Axis:
        """Give an axis by its short name: x, y2 and so on."""
        return self.axes[name if name[1:] != "1" else name[0]]

    def at(self, letter: str, reference: str | None, value: Any) -> float:
        """Give the place of a value under any reference: paper, an axis, or an axis' domain."""
        if reference == "paper":
            left, top, across, down = self.inner
            share = float(value)
            return left + share * across if letter == "x" else top + (1 - share) * down
        name = reference or letter
        if name.endswith(" domain"):
            return self.axis(name.removesuffix(" domain")).part(float(value))
        return self.axis(name).at(value)

    def place(self, part: Looks, x: str, y: str) -> tuple[float, float]:
        """Give the place of two attributes of a shape or of words, under its references."""
        return self.at("x", part.get("xref"), part[x]), self.at("y", part.get("yref"), part[y])

    def stand(self, words: Looks) -> tuple[float, float, str, str]:
        """Find where words stand, and which part of them lies there: left, center or right; top, middle or bottom."""
        led = words.get("showarrow") is not False
        x, y = self.place(words, "x", "y")
        if led:
            x, y = self.at("x", words["axref"], words["ax"]), self.at("y", words["ayref"], words["ay"])
        side = _anchor(words.get("xanchor"), words.get("xref"), words["x"], ("left", "center", "right"), led=led)
        over = _anchor(words.get("yanchor"), words.get("yref"), words["y"], ("bottom", "middle", "top"), led=led)
        return x + float(words.get("xshift") or 0), y - float(words.get("yshift") or 0), side, over

    def pairs(self) -> Iterator[tuple[Axis, Axis]]:
        """Give each axis with the one it is anchored to."""
        for name, axis in self.axes.items():
            other = "y" if axis.letter == "x" else "x"
            yield axis, self.axes.get(axis.looks.get("anchor") or other + name[1:]) or self.axes[other]

    def _lay(self) -> dict[str, Axis]:
        left, top, across, down = self.inner
        used = {letter + str(trace.get(f"{letter}axis") or letter)[1:] for trace in self.traces for letter in "xy"}
        named = {f"{key[0]}{key[5:]}" for key in self.layout if key[:5] in ("xaxis", "yaxis")}
        axes = {}
        for name in sorted(used | named | {"x", "y"}):
            letter = name[0]
            looks = self._usual[letter] | self.layout.get(f"{letter}axis{name[1:]}", {})
            low, high = looks.get("domain") or (0, 1)
            start = left + low * across if letter == "x" else top + (1 - low) * down
            length = (high - low) * (across if letter == "x" else down)
            axes[name] = Axis(letter, looks, start, length, *self._span(name, looks))
        for axis in axes.values():
            if axis.looks.get("scaleanchor"):
                _match(axis, axes[axis.looks["scaleanchor"]], float(axis.looks.get("scaleratio") or 1))
        return axes

    def _span(self, name: str, looks: Looks) -> tuple[tuple[float, float], tuple[str, ...]]:
        """Find what an axis shows: the range it is given, else what its data reach."""
        together = {name, looks.get("matches")} | {
            f"{key[0]}{key[5:]}" for key, of in self.layout.items() if key[1:5] == "axis" and of.get("matches") == name
        }
        values = [value for each in together if each for value in self._values(each)]
        categories = tuple(dict.fromkeys(value for value in values if isinstance(value, str)))
        if looks.get("range") is not None:
            low, high = looks["range"]
            return (float(low), float(high)), categories
        if categories:
            low, high = -0.5, len(categories) - 0.5
        else:
            low, high = min(values, default=0.0), max(values, default=1.0)
            pad = ((high - low) or 1.0) * _PAD
            low = min(0.0, low - pad if low < 0 else 0.0) if looks.get("rangemode") == "tozero" else low - pad
            high += pad
        return ((high, low) if looks.get("autorange") == "reversed" else (low, high)), categories

    def _values(self, name: str) -> Iterator[Any]:
        letter = name[0]
        for trace in self.traces:
            if (trace.get(f"{letter}axis") or letter) != name:
                continue
            values = listed(trace.get(letter))
            if trace["type"] == "bar" and (trace.get("orientation") == "h") == (letter == "x"):
                for base, length in zip(each(trace.get("base"), len(values)), values, strict=True):
                    yield from (float(base or 0), float(base or 0) + float(length)) if present(length) else ()
            else:
                yield from (value for value in values if present(value))

    def _widen(self) -> None:
        """Give the labels of the outermost axes the room they need."""
        for axis, crossed in self.pairs():
            texts = [text for _, text in axis.ticks()] if axis.labelled else []
            if not texts:
                continue
            if axis.letter == "x":
                side, end = ("t", 1) if axis.looks.get("side") == "top" else ("b", 0)
                need = max(height(text, axis.font) for text in texts) + _AIR
            else:
                side, end, need = "l", 0, max(width(text, axis.font) for text in texts) + 2 * _AIR
            if (crossed.looks.get("domain") or (0, 1))[end] == end:
                self.margin[side] = max(self.margin[side], need)


def _match(axis: Axis, other: Axis, ratio: float) -> None:
    """Widen the range of one of two axes until a unit of both has the shape that is asked for."""
    unit = axis.length / abs(axis.span[1] - axis.span[0])
    wanted = other.length / abs(other.span[1] - other.span[0]) * ratio
    wide, share = (axis, unit / wanted) if unit > wanted else (other, wanted / unit)
    middle, half = sum(wide.span) / 2, (wide.span[1] - wide.span[0]) / 2 * share
    wide.span = (middle - half, middle + half)


def stacked(traces: Iterable[Looks]) -> list[Looks]:
    """Give bars that stand on one another their bases, in the order of their traces; a bar that has a base keeps it."""
    tops: dict[tuple[Any, ...], float] = {}
    laid = []
    for trace in traces:
        if trace["type"] == "bar" and trace.get("base") is None:
            lengths, places = lengths_and_places(trace)
            keys = [(trace.get("xaxis") or "x", trace.get("yaxis") or "y", place) for place in places]
            trace = {**trace, "base": [tops.get(key, 0.0) for key in keys]}  # noqa: PLW2901
            for key, length in zip(keys, lengths, strict=True):
                tops[key] = tops.get(key, 0.0) + (float(length) if present(length) else 0.0)
        laid.append(trace)
    return laid


def lengths_and_places(bars: Looks) -> tuple[list[Any], list[Any]]:
    """Give how long bars are, and where they stand."""
    x, y = listed(bars["x"]), listed(bars["y"])
    return (x, y) if bars.get("orientation") == "h" else (y, x)


def listed(values: Any) -> list[Any]:
    """Give a trace's values as a plain list, whatever holds them."""
    return [] if values is None else list(values)


def present(value: Any) -> bool:
    """Tell whether there is a value at all."""
    return value is not None and not (isinstance(value, float) and math.isnan(value))


def each(value: Any, count: int) -> Sequence[Any]:
    """Give a value for each mark, where one may stand for all."""
    many = isinstance(value, list | tuple) or hasattr(value, "tolist")
    return listed(value) if many else [value] * count


def label_places(axis: Axis, crossed: Axis) -> tuple[float, str, str]:
    """Tell where an axis' labels stand: their place across it, and which part of them lies there."""
    if axis.letter == "y":
        standoff = float(axis.looks.get("ticklabelstandoff") or 0)
        return crossed.part(0) - _AIR - standoff, "right", "middle"
    if axis.looks.get("side") == "top":
        return crossed.part(1) - _AIR + 1, "center", "bottom"
    return crossed.part(0) + _AIR - (LINE - 1) * axis.font / 2, "center", "top"


def own(values: Any, index: int) -> Any:
    """Take a mark's own of many values, or the one that stands for all."""
    if values is None or isinstance(values, str | int | float):
        return values
    return values[index] if index < len(values) else None


def radii(trace: Looks, count: int) -> list[float]:
    """Give the half of each mark's size in px."""
    marker = trace.get("marker", {})
    sizes, least = each(marker.get("size", 6), count), float(marker.get("sizemin") or 0)
    unit = float(marker.get("sizeref") or 1)
    if marker.get("sizemode") == "area":
        return [max(least, math.sqrt(float(size) / 2 / unit)) for size in sizes]
    return [max(least, float(size) / 2 / unit) for size in sizes]


def _anchor(given: str | None, reference: str | None, at: Any, names: tuple[str, str, str], *, led: bool) -> str:
    """Choose as Plotly does: the middle beside a value, the nearest side on the paper."""
    if given and given != "auto":
        return given
    if led or not (reference == "paper" or str(reference).endswith(" domain")):
        return names[1]
    return names[0] if at <= 1 / 3 else names[2] if at >= 2 / 3 else names[1]
