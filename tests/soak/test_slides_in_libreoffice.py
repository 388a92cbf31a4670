"""Each presentation, opened by LibreOffice, keeps its slides, its words, its notes, its glyphs, and every number of its charts."""

import io
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from cards.slides import Talk
from loaders import Package
from tests.exports.presentation.figures import charts
from tests.soak.office import NEEDED, converted, output
from views.deck import pack
from views.deck import talk as deck


@pytest.fixture(scope="module")
def talk(package: Package) -> Talk:
    return deck.talk(package, package.deck)


@pytest.fixture(scope="module")
def files(talk: Talk, package: Package) -> Mapping[str, bytes]:
    return pack.pack(talk, package).files


def numbers(page: Any) -> Counter[float]:
    """Read the values of every chart of a slide, to the digits that LibreOffice writes."""
    return Counter(
        float(f"{value:.10g}")
        for chart in charts(page)
        for plot in chart.plots
        for series in plot.series
        for value in (series.iter_values() if hasattr(series, "iter_values") else series.values)
        if value is not None
    )


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


@NEEDED
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_libreoffice_opens_it_whole(
    talk: Talk, files: Mapping[str, bytes], profile: Path, tmp_path: Path, lang: str
) -> None:
    kept = tmp_path / "slides.pptx"
    kept.write_bytes(files[f"slides-{lang}.pptx"])
    pdf = str(converted(kept, "pdf", profile))
    slides = talk.slides[lang]
    pages = re.search(r"Pages:\s+(\d+)", output("pdfinfo", pdf))
    assert pages is not None
    assert int(pages[1]) == len(slides)
    for number, slide in enumerate(slides, 1):
        text = bare(output("pdftotext", "-f", str(number), "-l", str(number), pdf, "-"))
        parts = (slide.heading, slide.subtitle, slide.note, slide.source, *(mark.label for mark in slide.marks))
        assert [part for part in parts if bare(part) not in text] == []
    fonts = [line.split() for line in output("pdffonts", pdf).splitlines()[2:]]
    assert fonts
    assert all("yes" in line for line in fonts)  # each is carried in the file: none was missing


@NEEDED
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_number_and_every_note_comes_back_from_libreoffice(
    files: Mapping[str, bytes], profile: Path, tmp_path: Path, lang: str
) -> None:
    content = files[f"slides-{lang}.pptx"]
    kept = tmp_path / "slides.pptx"
    kept.write_bytes(content)
    again = Presentation(str(converted(kept, "pptx", profile)))
    for ours, theirs in zip(Presentation(io.BytesIO(content)).slides, again.slides, strict=True):
        assert numbers(theirs) == numbers(ours)
        assert bare(theirs.notes_slide.notes_text_frame.text) == bare(ours.notes_slide.notes_text_frame.text)
