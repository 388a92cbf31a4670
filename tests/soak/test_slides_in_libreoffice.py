"""Each presentation, opened by LibreOffice, keeps its slides, its words, its notes, its glyphs, and every number of its charts."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from cards import Talk
from loaders import Package
from tests.exports.presentation.test_slides import charts
from views.deck import pack
from views.deck import talk as deck

_TOOLS = ("soffice", "pdfinfo", "pdftotext", "pdffonts")


@pytest.fixture(scope="module")
def talk(package: Package) -> Talk:
    return deck.talk(package, package.deck)


@pytest.fixture(scope="module")
def files(talk: Talk, package: Package) -> Mapping[str, bytes]:
    return pack.pack(talk, package).files


def opened(kept: Path, kind: str) -> Path:
    """Have LibreOffice write a file in another form."""
    home = f"-env:UserInstallation={(kept.parent / 'office').as_uri()}"
    out = kept.parent / kind
    run = [home, "--headless", "--convert-to", kind, "--outdir", str(out), str(kept)]
    subprocess.run(["soffice", *run], check=True, capture_output=True, timeout=300)
    return out / f"{kept.stem}.{kind}"


def told(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


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


@pytest.mark.soak
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_libreoffice_opens_it_whole(talk: Talk, files: dict[str, bytes], tmp_path: Path, lang: str) -> None:
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}: LibreOffice Impress and poppler-utils")
    kept = tmp_path / "slides.pptx"
    kept.write_bytes(files[f"slides-{lang}.pptx"])
    pdf = str(opened(kept, "pdf"))
    slides = talk.slides[lang]
    pages = re.search(r"Pages:\s+(\d+)", told("pdfinfo", pdf))
    assert pages is not None
    assert int(pages[1]) == len(slides)
    for number, slide in enumerate(slides, 1):
        text = bare(told("pdftotext", "-f", str(number), "-l", str(number), pdf, "-"))
        parts = (slide.heading, slide.subtitle, slide.note, slide.source, *(mark.label for mark in slide.marks))
        assert [part for part in parts if bare(part) not in text] == []
    fonts = [line.split() for line in told("pdffonts", pdf).splitlines()[2:]]
    assert fonts
    assert all("yes" in line for line in fonts)  # each is carried in the file: none was missing


@pytest.mark.soak
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_number_and_every_note_comes_back_from_libreoffice(
    files: dict[str, bytes], tmp_path: Path, lang: str
) -> None:
    if shutil.which("soffice") is None:
        pytest.skip("needs soffice: LibreOffice Impress")
    content = files[f"slides-{lang}.pptx"]
    (tmp_path / "given").mkdir()
    kept = tmp_path / "given" / "slides.pptx"
    kept.write_bytes(content)
    again = Presentation(str(opened(kept, "pptx")))
    for ours, theirs in zip(Presentation(io.BytesIO(content)).slides, again.slides, strict=True):
        assert numbers(theirs) == numbers(ours)
        assert bare(theirs.notes_slide.notes_text_frame.text) == bare(ours.notes_slide.notes_text_frame.text)
