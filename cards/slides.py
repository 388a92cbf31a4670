"""Slides for a hall."""

from collections.abc import Mapping
from dataclasses import dataclass

import plotly.graph_objects as go

from cards import KeyMark, Link, Pair, Table


@dataclass(frozen=True, kw_only=True)
class Slide:
    """Show one idea to a hall.

    `lang` is the language of its words, `tag` how documents name that. `kind` says how it is laid out: title, figure, chart, map, mix, milestone, thread, table, text or thanks. `note` is
    the qualifier that belongs to what is shown, `source` who says so, `position` where in the deck it stands. A chart
    with `stops` is built up to each of these values of its x axis, one key at a time, and then whole. `spoken` is what
    the speaker says and `seconds` how long it is planned to take. `link` is the view that is shown; with a `code`, an
    address in full, the hall is shown a QR code of it. `mode` holds a slide to one way of showing.
    `twin` is the same slide in the second language, on a slide that shows both at once.
    """

    key: str
    lang: str = ""
    tag: str = ""
    kind: str = "text"
    heading: str
    subtitle: str = ""
    figure: go.Figure | None = None
    stops: tuple[float, ...] = ()
    alt: str = ""
    marks: tuple[KeyMark, ...] = ()
    value: str | None = None
    points: tuple[Pair, ...] = ()
    table: Table | None = None
    note: str = ""
    source: str = ""
    position: str = ""
    spoken: str = ""
    seconds: int = 0
    link: Link | None = None
    code: str = ""
    mode: str = ""
    twin: "Slide | None" = None


@dataclass(frozen=True, kw_only=True)
class Talk:
    """Hold the slides of a deck in each way they can be shown.

    `slides` by mode: equally many in each, in the same order. `modes` says which languages speak in each mode, the
    leading one first; `tags` how documents name a language. `titles` and `labels` by language:
    the name of the deck, and what its buttons and the speaker's window say. `version` is that of the data.
    """

    name: str
    titles: Mapping[str, str]
    slides: Mapping[str, tuple[Slide, ...]]
    labels: Mapping[str, Mapping[str, str]]
    modes: Mapping[str, tuple[str, ...]]
    tags: Mapping[str, str]
    minutes: int
    version: str
