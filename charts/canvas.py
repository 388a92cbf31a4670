"""How a figure is built: its parts are gathered, each with its role, and Plotly makes the whole once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from cards.figures import Kind, Number, Role, meta, named
from charts.theme import TEMPLATE, safe

Box = tuple[tuple[float, float], tuple[float, float]]  # shares of the plot: from and to across, from and to up


class Canvas:
    """Gather the parts of a figure and make it once: Plotly checks every shape again each time that one is added."""

    def __init__(self, kind: Kind, height: int, **margin: int) -> None:
        """Start a figure in the house template. `height` in px; margins in px by side letter."""
        self._says: dict[str, Any] = {"kind": str(kind), "panels": [["x", "y"]]}
        self._layout: dict[str, Any] = {"template": TEMPLATE, "height": height, "margin": margin, "meta": self._says}
        self._traces: list[dict[str, Any]] = []
        self._shapes: list[dict[str, Any]] = []
        self._words: list[dict[str, Any]] = []

    def scatter(
        self, role: Role, *, series: str | list[str] = "", number: Number | None = None, **looks: object
    ) -> None:
        """Add points or a line. `series` names it in words, or each of its points; `number` says how its values are written."""
        self._traces.append({"type": "scatter", "meta": meta(role, series=series, number=number), **looks})

    def bars(self, role: Role, *, series: str | list[str] = "", number: Number | None = None, **looks: object) -> None:
        """Add bars, as `scatter` does points."""
        self._traces.append({"type": "bar", "meta": meta(role, series=series, number=number), **looks})

    def shape(self, role: Role, whose: str = "", /, **looks: object) -> None:
        """Add a rectangle or a path."""
        self._shapes.append({"name": named(role, whose), **looks})

    def line(
        self, role: Role, x: tuple[float, float], y: tuple[float, float], whose: str = "", /, **looks: object
    ) -> None:
        """Add a straight line between two places."""
        self.shape(role, whose, type="line", x0=x[0], x1=x[1], y0=y[0], y1=y[1], **looks)

    def words(self, role: Role, text: str, whose: str = "", /, **looks: object) -> None:
        """Add words, without an arrow unless `looks` ask for one."""
        self._words.append({"name": named(role, whose), "showarrow": False, "text": text, **looks})

    def axis(self, name: str, **looks: object) -> None:
        """Set up an axis by its short name: x, y, x2 …; what was set before stays."""
        full = f"{name[0]}axis{name[1:]}"
        self._layout[full] = {**self._layout.get(full, {}), **looks}

    def names(self, axis: str, names: Iterable[str], **looks: object) -> None:
        """Print names along an axis, the first of them at 0, the next at 1 and so on."""
        texts = [safe(name) for name in names]
        self.axis(axis, tickvals=list(range(len(texts))), ticktext=texts, **looks)

    def reach(self, name: str) -> tuple[float, float]:
        """Give the range of an axis, from its least value to its greatest."""
        low, high = sorted(self._layout[f"{name[0]}axis{name[1:]}"]["range"])
        return low, high

    def years(self, axis: str, names: Mapping[int, str] | None = None, **looks: object) -> None:
        """Let years run along an axis; `names` calls those that are not called by their number, such as 2014/15."""
        self._says["years"] = {"axis": axis} | (
            {"names": {str(year): name for year, name in names.items()}} if names else {}
        )
        self.axis(axis, **looks)

    def values(self, name: str, number: Number, **looks: object) -> None:
        """Let values run along an axis from zero, written as `number` says."""
        affixes = {"tickprefix": number.before, "ticksuffix": f"{number.after} "}
        self.axis(name, rangemode="tozero", nticks=6, **affixes, **looks)

    def grid(self, boxes: Sequence[Box], *, alone: bool = False) -> list[tuple[str, str]]:
        """Set a panel into each box, and say whether the first of them may stand by itself; gives the axes of each."""
        axes = [("x", "y"), *((f"x{number}", f"y{number}") for number in range(2, len(boxes) + 1))]
        for (x, y), (across, up) in zip(axes, boxes, strict=True):
            self.axis(x, anchor=y, domain=across)
            self.axis(y, anchor=x, domain=up)
        self.panels(axes, alone=alone)
        return axes

    def panels(self, axes: Sequence[tuple[str, str]], *, alone: bool = False) -> None:
        """Say which axes belong together in several panels, and whether the first of them may stand by itself."""
        self._says |= {"panels": [list(pair) for pair in axes], "alone": alone}

    def rows(self, count: int, gap: float) -> list[tuple[str, str]]:
        """Set panels one above the other, `gap` a share of the height between two; gives the axes of each."""
        return self.grid([((0, 1), part) for part in reversed(_parts(count, gap))])

    def columns(self, count: int, gap: float) -> list[tuple[str, str]]:
        """Set panels side by side, `gap` a share of the width between two; gives the axes of each."""
        return self.grid([(part, (0, 1)) for part in _parts(count, gap)])

    def heading(self, axes: tuple[str, str], text: str, **looks: object) -> None:
        """Name a panel above its upper left corner."""
        x, y = axes
        corner = {"x": 0, "xref": f"{x} domain", "xanchor": "left", "y": 1, "yref": f"{y} domain", "yanchor": "bottom"}
        self.words(Role.PANEL, text, y, font={"size": 15}, **corner, **looks)

    def layout(self, **looks: object) -> None:
        """Set what belongs to the figure as a whole."""
        self._layout |= looks

    def figure(self) -> go.Figure:
        """Make the figure."""
        return go.Figure(data=self._traces, layout={**self._layout, "shapes": self._shapes, "annotations": self._words})


def _parts(count: int, gap: float) -> list[tuple[float, float]]:
    """Divide a length of 1 into parts with gaps between them."""
    size = (1 - gap * (count - 1)) / count
    starts = [size * part + gap * part for part in range(count)]
    return [(max(0, start), min(1, start + size)) for start in starts]
