"""The plain pages from disk, in a browser without script or network: valid, accessible, whole, and as the live pages say."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

import html5lib
import pytest
from playwright.sync_api import Browser, Page
from pypdf import PdfReader

import exports.site.pages
import texts
from commands.__main__ import main
from tests.conftest import DATA
from tests.e2e import disk
from tests.e2e.axe import breaches
from tests.e2e.driving import DESKTOP, PHONE, Visit

ADDRESS = "https://example.org/live"
SAMPLE = (
    "index", "timeline", "who", "where", "students", "students-more", "trade", "trade-more", "outcomes", "cities", "record",
    "record-wider", "gaps", "sources", "data", "new", "about", "accessibility", "record/E042", "source/ons_fdi_inward", "data/exchanges",
    "sectors/trade/index", "sectors/education/record", "sectors/tourism/timeline", "sectors/sport/trade",
)  # fmt: skip
TWINS = {
    "index": "/", "who": "/timeline?view=who", "where": "/timeline?view=where", "students": "/students", "trade": "/trade",
    "outcomes": "/outcomes", "gaps": "/record?view=gaps", "sources": "/record?view=sources",
    "sectors/education/timeline": "/timeline?sector=education",
}  # fmt: skip
Opener = Callable[..., Page]


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the whole edition of the real data, in every language."""
    out = Path(tmp_path_factory.mktemp("site")) / "plain"
    assert main(["export", "site", str(out), str(DATA), "--address", ADDRESS]) == 0
    return out


@pytest.fixture(scope="module")
def pages(edition: Path) -> dict[str, str]:
    """Read every page of it."""
    return {str(file.relative_to(edition)): file.read_text(encoding="utf-8") for file in edition.rglob("*.html")}


@pytest.fixture
def opener(browser: Browser, edition: Path) -> Iterator[Opener]:
    """Open pages from disk."""
    with disk.tabs(browser) as tab:

        def one(path: str, *, script: bool = False, **options: object) -> Page:
            page = tab(java_script_enabled=script, **{"viewport": DESKTOP, **options})
            page.goto((edition / path).as_uri())
            return page

        yield one


def test_every_page_is_valid_html(pages: dict[str, str]) -> None:
    assert len(pages) > 500 * len(texts.LANGUAGES)
    for path, text in pages.items():
        parser = html5lib.HTMLParser()
        parser.parse(text)
        assert parser.errors == [], path


def test_every_page_is_light_and_has_no_script(pages: dict[str, str]) -> None:
    assert {
        path: len(text.encode()) for path, text in pages.items() if len(text.encode()) > exports.site.pages.LIMIT
    } == {}
    assert [path for path, text in pages.items() if re.search(r"<script|javascript:|\son\w+=", text)] == []


def test_every_link_leads_to_a_file_and_a_place_in_it(edition: Path, pages: dict[str, str]) -> None:
    lost = set()
    for path, text in pages.items():
        for address in re.findall(r'href="([^"]*)"', text):
            target = urlsplit(unescape(address))
            if target.scheme or target.netloc:
                continue
            file = (edition / path).parent / unquote(target.path) if target.path else edition / path
            name = str(file.resolve().relative_to(edition.resolve()))
            whole = file.is_file() and (not target.fragment or f'id="{target.fragment}"' in pages[name])
            if not whole or "?" in address:
                lost.add((path, address))
    assert lost == set()


def test_every_page_has_its_language_one_first_heading_and_names_that_are_its_own(pages: dict[str, str]) -> None:
    for path, text in pages.items():
        others = [lang for lang in texts.LANGUAGES[1:] if path.startswith(f"{lang}/")]
        assert f'<html lang="{others[0] if others else texts.LANGUAGES[0]}' in text, path
        assert len(re.findall(r"<h1[ >]", text)) == 1, path
        names = re.findall(r'\sid="([^"]+)"', text)
        assert len(names) == len(set(names)), path
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", text)]
        assert all(after - before <= 1 for before, after in pairwise(levels)), path


def test_every_page_leads_to_its_live_twin(pages: dict[str, str]) -> None:
    assert [path for path, text in pages.items() if f'href="{ADDRESS}/' not in text] == []


def test_every_page_can_be_reached_from_the_first(edition: Path, pages: dict[str, str]) -> None:
    reached, waiting = {"index.html"}, ["index.html"]
    while waiting:
        path = waiting.pop()
        for address in re.findall(r'href="([^":?#]+\.html)', pages[path]):
            name = str(((edition / path).parent / unescape(address)).resolve().relative_to(edition.resolve()))
            if name not in reached:
                reached.add(name)
                waiting.append(name)
    assert set(pages) - reached == set()


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(opener: Opener, lang: str) -> None:
    root = "" if lang == texts.LANGUAGES[0] else f"{lang}/"
    for name in SAMPLE:
        page = opener(f"{root}{name}.html", script=True)  # axe itself is a script; the page has none
        assert [(name, *breach) for breach in breaches(page)] == []
        page.context.close()


@pytest.mark.parametrize("size", [DESKTOP, PHONE, {"width": 320, "height": 640}], ids=["desktop", "phone", "zoomed"])
def test_no_page_scrolls_sideways_and_no_drawing_is_lost(opener: Opener, size: dict[str, int]) -> None:
    for name in SAMPLE:
        page = opener(f"{name}.html", script=True, viewport=size)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, (name, wide)
        for chart in page.locator(".chart").all():
            assert chart.locator("svg:visible").count() == 1, name
        page.context.close()


def test_without_script_a_reader_goes_from_a_number_to_its_record_and_to_its_source(opener: Opener) -> None:
    page = opener("index.html")
    page.get_by_role("link", name="see them").click()
    page.locator("summary").first.click()
    page.locator("details[open] tbody a").first.click()
    assert re.search(r"/record/[A-Z]\d+\.html$", page.url)
    page.get_by_role("link", name="Students").click()
    assert page.url.endswith("/students.html")
    page.go_back()
    page.get_by_role("link", name="中文").click()
    assert re.search(r"/zh/record/[A-Z]\d+\.html$", page.url)


def test_a_dot_opens_its_record(opener: Opener) -> None:
    page = opener("timeline.html")
    dot = page.locator(".wide a").first
    address = dot.get_attribute("href")
    dot.click()
    assert address
    assert page.url.endswith(address)


@pytest.mark.parametrize("name", TWINS)
def test_a_page_shows_the_charts_of_its_live_twin(name: str, pages: dict[str, str], visit: Visit) -> None:
    visit.open(TWINS[name])
    drawn = [unescape(alt) for alt in re.findall(r'role="img" aria-label="([^"]*)"', pages[f"{name}.html"])]
    assert drawn == visit.charts()


def test_a_page_prints_its_charts_and_tables_and_no_navigation(opener: Opener, tmp_path: Path) -> None:
    page = opener("students.html", script=True)
    page.emulate_media(media="print")
    assert page.locator("header nav:visible").count() == 0
    assert page.locator(".wide svg:visible").count() == page.locator(".chart").count()
    box = page.locator(".scroll").first
    assert box.evaluate("e => getComputedStyle(e).overflow") == "visible"
    closed = page.locator("details:not([open]) tbody th").all_text_contents()
    kept = tmp_path / "page.pdf"
    page.pdf(path=kept, prefer_css_page_size=True)
    said = "".join("".join(sheet.extract_text() for sheet in PdfReader(kept).pages).split())
    assert closed
    assert {row for row in closed if "".join(row.split()) not in said} == set()


def test_no_sheet_of_paper_cuts_a_page_off(opener: Opener) -> None:
    for name in SAMPLE:
        page = opener(f"{name}.html", script=True)
        sheet = 1031 if page.locator("body.charted").count() else 680  # px: A4 across or upright, less its margins
        page.set_viewport_size({"width": sheet, "height": 680})
        page.emulate_media(media="print")
        assert page.evaluate("document.documentElement.scrollWidth") <= sheet, name
        page.context.close()
