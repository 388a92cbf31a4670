"""Cards as a plain page: valid HTML, one heading of the first level, real tables, no script, nothing from outside."""

import re
from dataclasses import replace
from typing import get_args
from xml.etree import ElementTree as ET

import html5lib
import plotly.graph_objects as go
import pytest

from cards import (
    Cell,
    Chart,
    Column,
    Downloads,
    File,
    Link,
    Pager,
    Prose,
    Records,
    Search,
    Sheet,
    Source,
    Switch,
    Table,
    Title,
)
from charts.theme import TEMPLATE
from exports.site import pages as site
from exports.site.pages import FramedPage, Menu
from tests.samples import CARDS, KINDS

HTML = "{http://www.w3.org/1999/xhtml}"
TABLE = Table(
    caption="Counts <by> year",
    columns=(Column(label="Year"), Column(label="Count", numeric=True)),
    rows=((Cell(text="1999", link=Link(label="1999", page="../record.html#y1999")), Cell(text="1,204", value=1204)),),
)


def chart(key: str = "k") -> Chart:
    trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [1999],
        "y": [3],
        "customdata": [["E001"]],
        "text": ["One & all"],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": "#505A5F"},
    }
    pattern = {
        "type": "bar",
        "x": [1999],
        "y": [1],
        "width": [1],
        "marker": {"pattern": {"shape": "/", "size": 7, "fgcolor": "#CCC", "bgcolor": "#EEE"}},
    }
    bare = {"type": "scatter", "mode": "lines", "x": [1999, 2000], "y": [1, 2], "line": {"color": "#505A5F"}}
    return Chart(
        key=key, heading="A finding", subtitle="Counts", draw=lambda **_: go.Figure(data=[trace, pattern, bare], layout={"template": TEMPLATE, "height": 200}),
        alt='One "dot" <b>', table=TABLE, sources=(Source(label="A paper", url="https://example.org/paper"),), up_to="Data up to 1999",
        copy="", notes=("Found, not all.",),
    )  # fmt: skip


def page(*cards: object, path: str = "sectors/sport/trade.html", **more: object) -> FramedPage:
    home = Link(label="Here · There", page="../../index.html")
    given: dict[str, object] = {
        "path": path, "lang": "en-GB", "title": "Trade <1>", "skip_label": "Skip", "home": home, "translations_label": "Language",
        "menu": Menu(label="Menu", links=(home, Link(label="Trade", page="../../trade.html")), here="Trade"),
        "translations": {"en-GB": replace(home, label="English"), "zh-CN": Link(label="中文", page="../../zh/sectors/sport/trade.html")},
        "beside": (Menu(label="Sector", links=(home,)),), "table_label": "Table", "footer": "Data of today.",
        "onward_links": (Source(label="Live", url="https://example.org/live"),),
        "cards": (("", Title(heading="Trade")), *(("", card) for card in cards)),
    }  # fmt: skip
    return FramedPage(**{**given, **more})  # type: ignore[arg-type]


def written(given: FramedPage) -> tuple[str, ET.Element]:
    """Write a page and read it back as a browser would; a breach of HTML's rules is raised."""
    text = site.write(given).decode("utf-8")
    return text, html5lib.HTMLParser(strict=True).parse(text)


def found(root: ET.Element, name: str) -> list[ET.Element]:
    return list(root.iter(f"{HTML}{name}"))


def test_every_kind_of_card_but_the_controls_is_written() -> None:
    kinds = tuple(get_args(site.StaticCard))
    assert KINDS - set(kinds) == {Switch, Search, Pager}
    cards = [card for card in CARDS if isinstance(card, kinds)]
    _, root = written(page(cards=tuple((f"n{number}", card) for number, card in enumerate(cards))))
    parts = {div.get("id"): "".join(div.itertext()) for div in found(root, "div") if div.get("id")}
    assert len(parts) == len(cards) == len(kinds)
    assert all(parts.values())


def test_a_page_is_valid_and_says_what_it_is() -> None:
    text, root = written(page(chart(), Sheet(key="s", heading="Sheet", subtitle="", table=TABLE)))
    assert text.startswith('<!doctype html>\n<html lang="en-GB">')
    assert [title.text for title in found(root, "title")] == ["Trade <1>"]
    assert len(found(root, "h1")) == len(found(root, "main")) == 1
    assert found(root, "script") == []
    first = found(root, "body")[0][0]
    assert (first.get("href"), first.text) == ("#main", "Skip")


def test_a_chart_is_a_picture_with_its_words_and_its_table() -> None:
    _, root = written(page(chart()))
    picture = next(div for div in found(root, "div") if div.get("role") == "img")
    assert picture.get("aria-label") == 'One "dot" <b>'
    assert list(picture) == []
    drawings = next(div for div in found(root, "div") if div.get("aria-hidden") == "true")
    assert [div.get("class") for div in drawings] == ["wide", "narrow"]
    assert {link.get("tabindex") for link in drawings.iter(f"{HTML}a")} <= {"-1"}
    headers = [(th.text, th.get("scope")) for th in found(root, "th")]
    assert headers[:2] == [("Year", "col"), ("Count", "col")]
    assert found(root, "caption")[0].text == "Counts <by> year"
    assert [summary.text for summary in found(root, "summary")] == ["Table"]


def test_no_two_parts_of_a_page_share_a_name() -> None:
    text, _ = written(page(chart("a"), chart("b"), chart("a")))
    names = re.findall(r'\sid="([^"]+)"', text)
    assert len(names) == len(set(names)) > 5
    assert set(re.findall(r"url\(#([^)]+)\)", text)) <= set(names)


def test_a_mark_leads_to_its_record() -> None:
    text, _ = written(page(chart(), way=lambda code: f"../../record/{code}.html"))
    assert text.count('href="../../record/E001.html" tabindex="-1"') == 2


def test_the_page_shown_is_marked_in_the_menu_and_among_the_languages() -> None:
    text, _ = written(page())
    assert re.findall(r'<a href="([^"]+)"[^>]*aria-current="page"', text) == ["../../trade.html", "../../index.html"]
    assert '<link rel="alternate" hreflang="zh-CN" href="../../zh/sectors/sport/trade.html">' in text


def test_one_language_alone_offers_no_other() -> None:
    text, _ = written(page(translations={"en-GB": Link(label="English", page="x.html")}))
    assert "languages" not in text
    assert "hreflang" not in text


def test_a_page_fetches_its_look_and_icon_from_beside_it_and_nothing_from_outside() -> None:
    text, _ = written(page(chart()))
    assert re.findall(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"', text) == [
        "../../site.css",
        "../../fonts/latin.css",
        "../../fonts/fonts.css",
        "../../icon.png",
    ]
    assert re.findall(r'(?:src|srcset|poster|data)="(?!data:)', text) == []
    shared = site.assets()
    sheets = "".join(content.decode("utf-8") for path, content in shared.items() if path.endswith(".css"))
    assert re.findall(r"@import|https?:|url\(\"?/", sheets) == []
    assert {f"fonts/{name}" for name in re.findall(r'url\("([^"]+)"\)', sheets)} <= set(shared)


def test_a_name_is_a_place_to_link_to() -> None:
    records = Records(heading="1999", subtitle="1 record held", records=())
    text, _ = written(page(cards=(("", Title(heading="Record")), ("y1999", records))))
    assert '<div class="card" id="y1999"><h2>1999</h2>' in text


def test_a_page_offers_its_files_from_a_folder_of_their_own() -> None:
    file = File(label="CSV", name="records.csv", mime="text/csv", make=lambda: b"a,b")
    given = page(Downloads(heading="Take away", subtitle="", files=(file,)))
    text, _ = written(given)
    assert 'href="../../files/sectors/sport/trade/records.csv" download' in text
    assert {path: make() for path, make in site.files(given).items()} == {
        "files/sectors/sport/trade/records.csv": b"a,b"
    }


def test_values_cannot_become_markup() -> None:
    hostile = '<script>alert(1)</script><img src="https://evil.example/x">'
    text, root = written(
        page(Prose(heading=hostile, paragraphs=(hostile,)), title=hostile, footer=hostile, skip_label=hostile)
    )
    assert found(root, "script") == found(root, "img") == []
    assert text.count("&lt;script&gt;") == 5


@pytest.mark.parametrize("name", ["wide", "narrow"])
def test_the_look_shows_one_drawing_at_a_time(name: str) -> None:
    assert f".chart .{name} {{ display: none; }}" in site.assets()[site.LOOK].decode("utf-8")
