"""Every page prints on A4: whole charts, title, filters in words, sources, date and address; no controls."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.driving import PAGES, Visit
from texts import Words

A4 = "595.92 x 842.88"
MOST = {"/record?view=sources": 40, "/students": 24, "/record?view=gaps": 12}  # sheets; long tables are printed whole
USUAL = 12
# What Chromium will print is laid out by now: no chart is wider than the sheet.
TOO_WIDE = """() => {
    dispatchEvent(new Event('beforeprint'));
    const wide = [...document.querySelectorAll('.js-plotly-plot')].filter(chart => chart._fullLayout.width > 820).length;
    dispatchEvent(new Event('afterprint'));
    return wide;
}"""
WIDTHS = "charts => charts.map(chart => chart._fullLayout.width)"


@pytest.fixture(scope="session", autouse=True)
def _reader() -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is missing: install poppler-utils.")


def printed(visit: Visit, folder: Path) -> tuple[list[str], str]:
    """Print the page as it stands; give the words of every sheet, and what is known of the file."""
    kept = folder / "page.pdf"
    visit.page.pdf(path=kept, prefer_css_page_size=True, print_background=True)
    sheets = subprocess.run(["pdftotext", "-layout", kept, "-"], capture_output=True, text=True, check=True).stdout
    facts = subprocess.run(["pdfinfo", kept], capture_output=True, text=True, check=True).stdout
    return sheets.split("\f")[:-1], facts


def flat(sheets: list[str]) -> str:
    return " ".join(" ".join(sheets).split())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_prints_whole(visit: Visit, words: Words, path: str, tmp_path: Path) -> None:
    visit.open(path)
    title = visit.page.locator("h1").inner_text()
    headings = [each for each in visit.page.locator("h2").all_inner_texts() if each]
    downloads = visit.page.locator("[class*=st-key-card-]:has([data-testid=stDownloadButton]) h2").all_inner_texts()
    assert visit.page.evaluate(TOO_WIDE) == 0
    sheets, facts = printed(visit, tmp_path)
    said = flat(sheets)
    assert A4 in facts
    assert len(sheets) <= MOST.get(path, USUAL)
    assert all(sheet.strip() for sheet in sheets), "no sheet is blank"
    assert title in flat(sheets[:1])
    assert [each for each in headings if each not in downloads and " ".join(each.split()) not in said] == []
    address = words("app.address", address=visit.page.url.split("?")[0].rstrip("/"))
    assert address.replace(" ", "") in flat(sheets[:1]).replace(" ", "")
    assert words("app.footer", day="", version="").split(".")[0] in said
    for control in ("table.show", "table.download", "app.copy", "filter.clear", "nav.students"):
        lines = {line.strip() for sheet in sheets for line in sheet.splitlines()}
        assert words(control) not in lines - {title}


def test_paper_says_which_filters_are_set(visit: Visit, words: Words, tmp_path: Path) -> None:
    visit.open("/timeline?sector=culture,education&years=2008-2012&direction=outward&relation=wider")
    sheets, _ = printed(visit, tmp_path)
    said = flat(sheets[:1])
    for part in ("Culture and Education", "2008 to 2012", words("direction.outward"), words("filter.wider")):
        assert part in said
    assert "sector=culture,education&years=2008-2012" in said.replace(" ", "")


def test_after_printing_charts_are_as_they_were(visit: Visit, tmp_path: Path) -> None:
    visit.open("/trade")
    charts = visit.page.locator(".js-plotly-plot")
    before = charts.evaluate_all(WIDTHS)
    printed(visit, tmp_path)
    assert charts.evaluate_all(WIDTHS) == before
    assert max(before) > 820
