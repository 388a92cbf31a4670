"""What a reader does: choose a dot, read its record, follow its sources, take things away, find the way back."""

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import expect

import loaders
from tests.e2e.conftest import Visitor
from tests.e2e.driving import Server, Visit
from texts import Words

CHOSEN = "/timeline?sector=heritage"


def choose_a_dot(visit: Visit) -> str:
    """Click a dot in the middle of the chart; give the record that the address then names."""
    dot = visit.page.locator(".stPlotlyChart .scatterlayer .point").nth(2)
    dot.scroll_into_view_if_needed()
    box = dot.bounding_box()
    assert box is not None
    visit.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    visit.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(visit.page).to_have_url(re.compile(r"[?&]pick=E\d+"))
    found = re.search(r"[?&]pick=(E\d+)", visit.page.url)
    assert found is not None
    return found[1]


def title_of(package: loaders.Package, record: str) -> str:
    return str(package.frame("exchanges").set_index("id").loc[record, "title"])


def test_choosing_a_dot_shows_its_record(visit: Visit, package: loaders.Package, words: Words) -> None:
    visit.open(CHOSEN)
    record = choose_a_dot(visit)
    title = title_of(package, record)
    expect(visit.card("picked-both_ways").locator("article")).to_have_count(1)
    expect(visit.card("picked-both_ways")).to_contain_text(title)
    visit.reload()
    expect(visit.card("picked-both_ways")).to_contain_text(title)
    visit.card("close-both_ways").get_by_role("button", name=words("app.close")).click()
    expect(visit.card("picked-both_ways")).to_have_count(0)
    expect(visit.page).not_to_have_url(re.compile("pick="))


def test_a_record_leads_to_its_sources(visit: Visit, package: loaders.Package) -> None:
    visit.open(CHOSEN)
    record = choose_a_dot(visit)
    visit.card("picked-both_ways").get_by_role("link").first.click()
    expect(visit.page).to_have_url(re.compile(rf"/record\?.*id={record}"))
    visit.drawn()
    title = title_of(package, record)
    expect(visit.page.locator("h1, h2").filter(has_text=title).first).to_be_visible()
    links = package.frame("record_sources")
    sources = package.frame("sources").set_index("id").loc[links.loc[links["exchange_id"].eq(record), "source_id"]]
    for url in sources["url"].dropna():
        expect(visit.page.locator(f'a[href="{url}"]').first).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/timeline"])
def test_an_empty_filter_says_so_and_offers_the_way_back(visit: Visit, words: Words, path: str) -> None:
    visit.open(f"{path}?sector=tourism&years=2004-2004")
    expect(visit.page.get_by_text(words("record.none")).first).to_be_visible()
    visit.page.get_by_role("link", name=words("record.back")).first.click()
    visit.drawn()
    assert "sector=" not in visit.query()
    assert "years=" not in visit.query()
    expect(visit.page.locator(".stPlotlyChart .scatterlayer .point")).to_have_count(116)


def test_the_table_holds_what_the_chart_shows(visit: Visit, words: Words) -> None:
    visit.open(CHOSEN)
    dots = visit.page.locator(".stPlotlyChart .scatterlayer .point").count()
    visit.card("actions-both_ways").get_by_role("button", name=words("table.show")).click()
    expect(visit.page.get_by_role("table").locator("tbody tr")).to_have_count(dots)


def test_what_is_downloaded_is_what_is_shown_with_its_sources(visit: Visit, words: Words, tmp_path: Path) -> None:
    visit.open(CHOSEN)
    dots = visit.page.locator(".stPlotlyChart .scatterlayer .point").count()
    visit.card("actions-both_ways").get_by_role("button", name=words("table.download")).click()
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name=words("table.xlsx")).click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)
    book = load_workbook(io.BytesIO(kept.read_bytes()))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert kept.suffix == ".xlsx"
    assert len(rows) == dots + 1
    place = rows[0].index(words("table.source"))
    assert all("http" in str(row[place]) for row in rows[1:])


def test_a_copied_finding_carries_its_source_and_address(visitor: Visitor, server: Server, words: Words) -> None:
    visit = visitor(server, permissions=["clipboard-read", "clipboard-write"])
    visit.open("/")
    finding = visit.page.locator("p.finding").first.inner_text()
    visit.card("copy-finding-0").get_by_role("button", name=words("app.copy")).click()
    expect(visit.card("copy-finding-0").get_by_role("status")).to_have_text(words("app.copied"))
    copied = visit.page.evaluate("navigator.clipboard.readText()")
    assert finding in copied
    assert visit.page.url in copied
