"""Every page prints on A4: whole charts, title, filters in words, sources, date and address; no controls."""

from pathlib import Path

from pypdf import PdfReader

from tests.e2e.driving import Visit
from texts import Words

A4 = (595, 842)  # points
MOST = {"/record?view=sources": 24, "/students": 18}  # sheets; long tables are printed whole
USUAL = 9
HEAVY = 2_000_000  # bytes: what is hatched or drawn is lines on paper, not pictures
# What is cut off when charts are drawn for the sheet, which they are as soon as the browser is about to print.
LOST = """() => {
    dispatchEvent(new Event('beforeprint'));
    const lost = [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => {
        const frame = chart.querySelector('.main-svg').getBoundingClientRect();
        const out = [...chart.querySelectorAll('svg text')].filter(text => text.textContent.trim()).filter(text => {
            const box = text.getBoundingClientRect();
            return box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1;
        }).map(text => text.textContent);
        return frame.width > 820 ? [...out, `a chart ${frame.width} wide`] : out;
    });
    dispatchEvent(new Event('afterprint'));
    return lost;
}"""
WIDTHS = "charts => charts.map(chart => chart._fullLayout.width)"


def printed(visit: Visit, folder: Path) -> list[str]:
    """Print the page as it stands; give the words of every sheet, which is of A4."""
    kept = folder / "page.pdf"
    visit.page.pdf(path=kept, prefer_css_page_size=True, print_background=True)
    sheets = PdfReader(kept).pages
    assert kept.stat().st_size < HEAVY
    assert {(round(float(sheet.mediabox.width)), round(float(sheet.mediabox.height))) for sheet in sheets} == {A4}
    return [sheet.extract_text() for sheet in sheets]


def flat(sheets: list[str]) -> str:
    """Join words as a reader does; where lines break is the sheet's affair."""
    return "".join("".join(sheets).split())


def test_a_page_prints_whole(wide: Visit, words: Words, tmp_path: Path) -> None:
    title = wide.page.locator("h1").inner_text()
    headings = [each for each in wide.page.locator("h2").all_inner_texts() if each]
    downloads = wide.page.locator("[class*=st-key-card-]:has([data-testid=stDownloadButton]) h2").all_inner_texts()
    assert wide.page.evaluate(LOST) == []
    sheets = printed(wide, tmp_path)
    said = flat(sheets)
    assert len(sheets) <= MOST.get(wide.path, USUAL)
    assert all(sheet.strip() for sheet in sheets), "no sheet is blank"
    assert flat([title]) in flat(sheets[:1])
    assert [each for each in headings if each not in downloads and flat([each]) not in said] == []
    address = words("app.address", address=wide.page.url.split("?")[0].rstrip("/"))
    assert flat([address]) in flat(sheets[:1])
    assert flat([words("app.footer", day="", version="").split(".")[0]]) in said
    for control in ("table.show", "table.download", "app.copy", "filter.clear", "nav.students"):
        lines = {line.strip() for sheet in sheets for line in sheet.splitlines()}
        assert words(control) not in lines - {title}


def test_paper_says_which_filters_are_set(visit: Visit, words: Words, tmp_path: Path) -> None:
    visit.open("/timeline?sector=culture,education&years=2008-2012&direction=outward&relation=wider")
    said = flat(printed(visit, tmp_path)[:1])
    for part in ("Culture and Education", "2008 to 2012", words("direction.outward"), words("filter.wider")):
        assert flat([part]) in said
    assert "sector=culture,education&years=2008-2012" in said


def test_after_printing_charts_are_as_they_were(visit: Visit, tmp_path: Path) -> None:
    visit.open("/trade")
    charts = visit.page.locator(".js-plotly-plot")
    before = charts.evaluate_all(WIDTHS)
    printed(visit, tmp_path)
    assert charts.evaluate_all(WIDTHS) == before
    assert max(before) > 820
