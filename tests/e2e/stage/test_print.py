"""The stage on paper: a page for each slide of the language shown, whole and readable, whatever the window is like."""

from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.e2e.stage.driving import MODES, Opener, document, opener, total

__all__ = ["document", "opener"]
PAPER = (960, 540)  # points: 1280 x 720 px
FAINT = """() => [...document.querySelectorAll('.slide :is(h1, h2, p, li, dd, dt)')].filter(node => node.getClientRects().length
  && getComputedStyle(node).color === getComputedStyle(node.closest('.slide')).backgroundColor).map(node => node.textContent)"""


def printed(page: Page, folder: Path) -> list[str]:
    """Print the stage as it stands; give the words of each page."""
    file = folder / "stage.pdf"
    page.pdf(path=file, prefer_css_page_size=True, print_background=True)
    sheets = PdfReader(file).pages
    assert {(float(sheet.mediabox.width), float(sheet.mediabox.height)) for sheet in sheets} == {PAPER}
    return ["".join(sheet.extract_text().split()) for sheet in sheets]


@pytest.mark.parametrize("mode", MODES)
def test_each_slide_is_a_page_and_none_is_blank(opener: Opener, tmp_path: Path, mode: str) -> None:
    page = opener(f"lang={mode}")
    pages = printed(page, tmp_path)
    assert len(pages) == total(page)
    for number, words in enumerate(pages, 1):
        assert f"{number}/{total(page)}" in words
    headings = page.evaluate("mode => stage.slides[mode].map(slide => slide.querySelector('h1, h2').textContent)", mode)
    assert ["".join(heading.split()) in words for heading, words in zip(headings, pages, strict=True)] == [True] * len(
        pages
    )


def test_no_words_are_printed_in_the_colour_of_their_ground_from_a_dark_slide(opener: Opener) -> None:
    page = opener("slide=1")
    assert "dark" in (page.locator("body").get_attribute("class") or "")
    page.emulate_media(media="print")
    assert page.evaluate(FAINT) == []


def test_a_window_of_another_shape_prints_every_word_of_a_figure(opener: Opener, tmp_path: Path) -> None:
    page = opener("lang=both", viewport={"width": 1920, "height": 900})
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    cut = page.evaluate("stage.slides.both.flatMap(stage.spilledOn)")
    widths = page.evaluate("stage.slides.both.map(slide => slide.offsetWidth)")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert (cut, set(widths)) == ([], {1280})
    assert len(printed(page, tmp_path)) == total(page)
