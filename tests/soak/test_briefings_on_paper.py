"""Every briefing, turned into PDF by LibreOffice, fills two pages of A4 at most and loses none of its parts."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

import texts
from cards import Briefing
from loaders import Package
from views.briefing import document as briefing
from views.choices import SECTORS, Choices
from views.context import Context

_TOOLS = ("soffice", "pdfinfo", "pdftotext")


@pytest.mark.soak
@pytest.mark.parametrize("lang", texts.LANGUAGES)
@pytest.mark.parametrize("sector", ["", *SECTORS])
def test_two_pages_hold_it(package: Package, tmp_path: Path, sector: str, lang: str) -> None:
    missing = [tool for tool in _TOOLS if shutil.which(tool) is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}: LibreOffice Writer and poppler-utils")
    words = texts.load(lang, **package.partnership.names(lang))
    context = Context(package, Choices(lang=lang, sectors=(sector,) if sector else ()), words)
    paper = briefing.view(context)
    if not isinstance(paper, Briefing):
        return
    kept = tmp_path / "briefing.docx"
    kept.write_bytes(briefing.file(context, paper, "docx"))
    home = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    run = [home, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(kept)]
    subprocess.run(["soffice", *run], check=True, capture_output=True, timeout=180)
    pdf = str(kept.with_suffix(".pdf"))
    told = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True, text=True).stdout
    pages = re.search(r"Pages:\s+(\d+)", told)
    assert pages is not None
    assert int(pages[1]) <= 2
    assert "A4" in told
    text = re.sub(r"\s", "", subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True, text=True).stdout)
    assert [card.heading for card in paper.cards if re.sub(r"\s", "", card.heading) not in text] == []
