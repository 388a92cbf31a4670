"""The deck is one file: whole, safe against what its values hold, and asking nothing of any network."""

from __future__ import annotations

import json
import re

import plotly.graph_objects as go
import pytest
from plotly.offline import get_plotlyjs

from cards import Cell, KeyMark, Pair, Slide
from exports.deck import deck

EVIL = '</script><script>alert(1)</script><img src="https://example.org/x.png">'
FIGURE = go.Figure(go.Scatter(x=[1, 2], y=[3, 4], name=EVIL))
OPENING = Slide(key="title", heading="A & B", subtitle="Beneath", note="Note", position="Slide 1 of 2")
CHART = Slide(
    key="lines",
    heading="Two non-EU lines",
    figure=FIGURE,
    alt='Lines that "cross"',
    marks=(KeyMark(shape="dot", colour="#12436D", label="Culture"),),
    source="Source: a museum",
    position="Slide 2 of 2",
)


def written(*slides: Slide, lang: str = "en") -> str:
    kept = deck(slides, title="Title", lang=lang, previous="Back", following="On", blank="Blank")
    return kept.decode("utf-8")


def own(page: str) -> str:
    """Give the page without the library inlined in it."""
    return page.replace(get_plotlyjs(), "")


def test_each_slide_is_a_section_named_by_its_heading() -> None:
    page = own(written(OPENING, CHART))
    assert re.findall(r'<section class="(\w+)" aria-labelledby="([\w-]+)" data-said="([^"]+)"', page) == [
        ("opening", "heading-title", "Slide 1 of 2: A &amp; B"),
        ("chart", "heading-lines", "Slide 2 of 2: Two non-EU lines"),
    ]
    assert '<h1 id="heading-title">A &amp; B</h1>' in page
    assert '<h2 id="heading-lines">Two <span class="whole">non-EU</span> lines</h2>' in page
    assert re.findall(r'class="count" aria-hidden="true">([^<]+)', page) == ["1 / 2", "2 / 2"]


def test_a_figure_is_a_picture_with_words() -> None:
    page = own(written(OPENING, CHART))
    assert 'role="img" aria-label="Lines that &quot;cross&quot;" data-figure="figure-lines"' in page


def test_no_value_can_end_the_script_that_holds_it() -> None:
    page = own(written(OPENING, CHART))
    held = re.search(r'<script type="application/json" id="figure-lines">(.*?)</script>', page, re.DOTALL)
    assert held is not None
    assert json.loads(held[1])["data"][0]["name"] == EVIL
    assert "<" not in held[1]


@pytest.mark.parametrize("field", ["heading", "subtitle", "note", "source", "value", "key", "position", "alt"])
def test_every_word_is_escaped(field: str) -> None:
    slide = Slide(**{"key": "k", "heading": "h", "figure": FIGURE if field == "alt" else None, field: EVIL})  # type: ignore[arg-type]
    page = own(written(OPENING, slide))
    assert "<img src=" not in page
    assert "alert(1)</script" not in page


def test_points_show_their_names_and_values() -> None:
    points = (Pair(label="2015", values=(Cell(text="Five"), Cell(text="<b>"))),)
    page = written(OPENING, Slide(key="points", heading="Points", points=points))
    assert "<dl><div><dt>2015</dt><dd>Five</dd><dd>&lt;b&gt;</dd></div></dl>" in page


def test_a_big_value_has_a_slide_of_its_own_kind() -> None:
    page = written(OPENING, Slide(key="big", heading="Visits", value="more than 5"))
    assert '<section class="big"' in page
    assert '<p class="value">more than 5</p>' in page


def test_the_library_is_carried_once_and_only_where_a_figure_needs_it() -> None:
    assert get_plotlyjs() in written(OPENING, CHART, CHART)
    assert len(written(OPENING, CHART, CHART)) < 1.2 * len(get_plotlyjs())
    assert len(written(OPENING)) < 100_000


def test_the_file_forbids_itself_every_request() -> None:
    page = own(written(OPENING, CHART))
    assert "default-src 'none'" in page
    assert not re.search(r'(?:src|href)="(?!data:)', page)
    assert not re.search(r"@import|url\(", page)


def test_the_page_says_its_language() -> None:
    page = written(Slide(key="title", heading="利物浦"), lang="zh")
    assert '<html lang="zh">' in page
    assert "利物浦" in page
