"""Every briefing, turned into PDF by LibreOffice, fills two pages of A4 at most and loses none of its parts."""

import re
from pathlib import Path

import pytest

import texts
from cards import Briefing
from loaders import Package
from tests.soak.office import NEEDED, converted, output
from views.briefing import document as briefing
from views.choices import SECTORS, Choices
from views.context import Context


@NEEDED
@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("sector", ["", *SECTORS])
def test_two_pages_hold_it(package: Package, profile: Path, tmp_path: Path, sector: str, lang: str) -> None:
    words = texts.load(lang, **package.partnership.names(lang))
    context = Context(package, Choices(lang=lang, sectors=(sector,) if sector else ()), words)
    paper = briefing.view(context)
    if not isinstance(paper, Briefing):
        return
    kept = tmp_path / "briefing.docx"
    kept.write_bytes(briefing.file(context, paper, "docx"))
    pdf = str(converted(kept, "pdf", profile))
    properties = output("pdfinfo", pdf)
    pages = re.search(r"Pages:\s+(\d+)", properties)
    assert pages is not None
    assert int(pages[1]) <= 2
    assert "A4" in properties
    text = re.sub(r"\s", "", output("pdftotext", pdf, "-"))
    assert [card.heading for card in paper.cards if re.sub(r"\s", "", card.heading) not in text] == []
