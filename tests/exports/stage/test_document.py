"""The stage is one document: whole, safe against what its values hold, in every language, and asking no network."""

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest
from plotly.offline import get_plotlyjs

import texts
from cards import Cell, Column, KeyMark, Link, Pair, Table
from cards.slides import Slide, Talk
from exports.stage import slide as stage_parts
from exports.stage.document import LABELS, stage

MODES = {"en": ("en",), "zh": ("zh",), "both": ("en", "zh")}
TAGS = {"en": "en-GB", "zh": "zh-CN"}
EVIL = '</script><script>alert(1)</script><img src="https://example.org/x.png">'
CITIES = {"home": "A", "away": "B"}
SAID = {lang: {name: texts.load(lang, **CITIES)(f"stage.{name}") for name in LABELS} for lang in texts.LANGUAGES}
FIGURE = go.Figure(go.Scatter(x=[1, 2], y=[3, 4], name=EVIL))
OPENING = Slide(
    key="title",
    lang="en",
    tag="en-GB",
    kind="title",
    heading="A & B",
    subtitle="Beneath",
    note="Note",
    position="Slide 1 of 2",
)
CHART = Slide(
    key="lines",
    lang="en",
    tag="en-GB",
    kind="chart",
    heading="Two non-EU lines",
    figure=FIGURE,
    alt='Lines that "cross"',
    marks=(KeyMark(shape="dot", colour="#12436D", label="Culture"),),
    source="Source: a museum",
    position="Slide 2 of 2",
)


def written(*slides: Slide, **more: Any) -> str:
    held = {
        mode: tuple(replace(slide, lang=lang, tag=TAGS[lang]) for slide in slides) for mode, (lang, *_) in MODES.items()
    }
    titles = {"en": "Title", "zh": "标题"}
    talk = Talk(
        name="pair", titles=titles, slides=held, labels=SAID, modes=MODES, tags=TAGS, minutes=12, version="0123456789ab"
    )
    return stage(talk, **more).decode("utf-8")


def own(page: str) -> str:
    """Give the page without the library and the fonts carried in it."""
    return re.sub(r"base64,[\w+/=]+", "", page.replace(get_plotlyjs(), ""))


def section(slide: Slide, mode: str = "en") -> str:
    return stage_parts.section(slide, mode, 1, 1, SAID)


def held(page: str) -> dict[str, Any]:
    """Give what the scripts read."""
    found = re.search(r'<script type="application/json" id="talk">(.*?)</script>', page, re.DOTALL)
    assert found is not None
    assert "<" not in found[1]
    return dict(json.loads(found[1]))


def test_each_slide_stands_in_every_mode_named_by_its_heading() -> None:
    page = own(written(OPENING, CHART))
    found = re.findall(r'<section class="slide (\w+)[^"]*" lang="([\w-]+)" aria-labelledby="([\w-]+)"', page)
    assert found == [
        (kind, lang, f"{mode}-{key}-{place}")
        for mode, lang in (("en", "en-GB"), ("zh", "zh-CN"), ("both", "en-GB"))
        for place, (kind, key) in enumerate((("title", "title"), ("chart", "lines")), 1)
    ]
    assert '<h1 id="en-title-1"><span>A &amp; B</span></h1>' in page
    assert '<h2 id="en-lines-2"><span>Two <span class="whole">non-EU</span> lines</span></h2>' in page
    assert 'data-said="Slide 2 of 2: Two non-EU lines"' in page


def test_a_figure_is_a_picture_with_words() -> None:
    assert 'role="img" aria-label="Lines that &quot;cross&quot;" data-figure="en-1"' in section(CHART)


def test_no_value_can_end_the_element_that_holds_it() -> None:
    data = held(own(written(OPENING, replace(CHART, heading=EVIL))))
    assert data["figures"]["en-2"]["data"][0]["name"] == EVIL
    assert data["version"] == "0123456789ab"


@pytest.mark.parametrize(
    "field",
    ["heading", "subtitle", "note", "source", "value", "key", "kind", "position", "alt", "spoken", "code", "mode"],
)
def test_every_word_is_escaped(field: str) -> None:
    given = {"key": "k", "lang": "en", "heading": "h", "figure": FIGURE if field == "alt" else None, field: EVIL}
    slide = Slide(**given)  # type: ignore[arg-type]
    page = section(replace(slide, mode="") if field == "mode" else slide)
    page += section(replace(OPENING, twin=replace(OPENING, **{field: EVIL})), "both")  # type: ignore[arg-type]
    assert "<img src=" not in page
    assert "alert(1)</script" not in page


def test_the_deck_of_an_address_cannot_break_out_of_the_page() -> None:
    assert held(own(written(OPENING, deck=EVIL)))["name"] == EVIL


def test_all_that_the_scripts_read_is_written_under_their_names() -> None:
    script = (Path(__file__).parents[3] / "exports" / "stage" / "talk.js").read_text(encoding="utf-8")
    assert set(held(own(written(OPENING)))) == set(re.findall(r"@property \{.+\} (\w+)", script))


def test_points_show_their_names_and_values() -> None:
    points = (Pair(label="2015", values=(Cell(text="Five"), Cell(text="<b>"))),)
    page = section(Slide(key="points", lang="en", tag="en-GB", heading="Points", points=points))
    assert "<dl><div><dt>2015</dt><dd>Five</dd><dd>&lt;b&gt;</dd></div></dl>" in page


def test_both_languages_stand_one_above_the_other_each_marked() -> None:
    first = Slide(
        key="k",
        heading="Cranes",
        subtitle="Five",
        note="Held",
        spoken="Say",
        value="5",
        points=(Pair(label="May 2016", values=(Cell(text="They arrive"),)),),
    )
    second = replace(
        first,
        lang="zh",
        tag="zh-CN",
        heading="起重机",
        subtitle="五台",
        note="收录",
        spoken="讲",
        points=(Pair(label="2016年5月", values=(Cell(text="运抵"),)),),
    )
    page = section(replace(first, twin=second), "both")
    assert '<span>Cranes</span><span class="second" lang="zh-CN">起重机</span>' in page
    for one, other in (("Five", "五台"), ("Held", "收录"), ("Say", "讲")):
        assert f'<p>{one}</p><p class="second" lang="zh-CN">{other}</p>' in page
    assert '<dt>May 2016 <span class="second" lang="zh-CN">2016年5月</span></dt>' in page
    assert '<dd>They arrive <span class="second" lang="zh-CN">运抵</span></dd>' in page
    assert page.count('<p class="value">') == 1  # the same in both languages


def test_a_slide_held_to_one_language_keeps_it_in_every_mode() -> None:
    held_to = replace(OPENING, heading="你好", lang="zh", tag="zh-CN", mode="zh")
    assert 'lang="zh-CN" aria-labelledby' in section(held_to, "en")


def test_chinese_within_english_is_marked() -> None:
    assert '<p>The record calls it <span lang="zh-CN">双城</span></p>' in section(
        replace(OPENING, note="The record calls it 双城")
    )


def test_a_chart_names_its_stops_and_shows_no_table() -> None:
    table = Table(caption="Data", columns=(Column(label="Year"),), rows=((Cell(text="2015"),),))
    page = section(replace(CHART, stops=(1999.0, 2010.5), table=table))
    assert 'data-stops="1999 2010.5"' in page
    assert "<table>" not in page
    assert "<table><caption>Data</caption>" in section(replace(CHART, kind="table", figure=None, table=table))


def test_a_code_is_drawn_only_for_an_address_which_stands_beside_it() -> None:
    address = "https://cities.example.org/timeline?years=2008-2012"
    page = section(replace(CHART, code=address))
    assert f'role="img" aria-label="{SAID["en"]["code"]} {address}"' in page
    shown = re.search(r"<figcaption[^>]*>(.*?)</figcaption>", page)
    assert shown is not None
    assert shown[1].replace("<wbr>", "") == "cities.example.org/timeline?years=2008-2012"
    assert "figcaption" not in section(CHART)


def test_each_reader_is_led_to_a_language_of_their_own() -> None:
    slide = replace(
        OPENING, code="https://a.example/", twin=replace(OPENING, code="https://a.example/zh/", lang="zh", tag="zh-CN")
    )
    assert re.findall(r'<figcaption lang="([\w-]+)">', section(slide, "both")) == ["en-GB", "zh-CN"]


def test_a_slide_knows_the_view_it_shows() -> None:
    link = Link(label="Open", page="timeline", query={"years": "2008-2012"})
    assert 'data-view="timeline?years=2008-2012"' in section(replace(CHART, link=link))


def test_the_library_is_carried_once_and_only_where_a_figure_needs_it() -> None:
    page = written(OPENING, CHART, CHART)
    assert page.count(get_plotlyjs()[:4000]) == 1
    assert get_plotlyjs()[:4000] not in written(OPENING)


def test_the_document_forbids_itself_every_request() -> None:
    page = own(written(OPENING, CHART))
    assert "default-src &#x27;none&#x27;" in page
    assert not re.search(r'(?:src|href)="(?!data:)', page)
    assert not re.search(r"@import|url\((?!\"data:|#)", page.replace("url(#${", "url(#"))


def test_the_scripts_are_given_all_that_they_read_and_no_more() -> None:
    script = (Path(stage_parts.__file__).parent / "talk.js").read_text(encoding="utf-8")
    typed = script.partition("@typedef {object} Talk")[2].partition("*/")[0]
    read = re.findall(r"@property \{.*\} (\w+)", typed)
    assert set(held(own(written(OPENING)))) == set(read)


def test_the_type_of_both_languages_is_carried() -> None:
    page = written(replace(OPENING, heading="利物浦"))
    assert page.count("@font-face") == page.count('src: url("data:font/woff2') >= 2


def test_every_word_of_the_stage_is_there_in_every_language() -> None:
    page = own(written(OPENING))
    used = set(re.findall(r'data-(?:label|name)="(\w+)"', page)) | set(re.findall(r'label\("(\w+)"', page))
    assert used <= set(LABELS)
    assert held(page)["labels"] == SAID
