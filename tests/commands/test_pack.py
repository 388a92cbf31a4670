"""`python -m commands export pack` writes a folder for a stick, whole or not at all, and everything in it follows the data."""

import csv
import io
import re
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from pptx import Presentation
from pypdf import PdfReader

import exports.stage.document
import texts
from cards import Briefing
from cards.slides import Talk
from commands.__main__ import main
from loaders import Package, SlideEntry
from loaders.package import Frames
from tests.conftest import DATA
from views.briefing import document as briefing
from views.choices import Choices
from views.context import Context
from views.deck import pack
from views.deck import talk as deck

FIGURE = "expo_2010_pavilion_visits"


@pytest.fixture
def _no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("exports.browser.find", lambda: "")


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """Write a deck of two slides, so that a pack is made in a moment."""
    file = tmp_path / "own.toml"
    file.write_text(
        'minutes = 5\n[occasion]\ntitle = "An evening"\n'
        '[[slides]]\nkind = "title"\naddress = "/"\n'
        f'[[slides]]\nkind = "figure"\naddress = "/record?id=E049"\nseries = "{FIGURE}"\nnote = "Say this"\n',
        encoding="utf-8",
    )
    return file


def said(presentation: bytes) -> str:
    pages = Presentation(io.BytesIO(presentation)).slides
    return " ".join(shape.text_frame.text for page in pages for shape in page.shapes if shape.has_text_frame)


@pytest.mark.usefixtures("_no_browser")
def test_the_folder_is_written_told_and_written_over(
    tmp_path: Path, short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "stick"
    arguments = ["export", "pack", str(out), str(DATA), "--deck", str(short)]
    assert main(arguments) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"A pack of 2 slides was written to {out}")
    assert "no PDF and no picture of the slides. No Chromium, Chrome or Edge was found on this machine." in told
    assert {path.name for path in out.iterdir()} == {"README.txt", "stage.html", "slides-en.pptx", "slides-zh.pptx"}
    (out / "old.txt").write_text("left from an earlier pack")
    assert main(arguments) == 0
    assert not (out / "old.txt").exists()
    assert {path.name for path in tmp_path.iterdir()} == {"stick", "own.toml"}


@pytest.mark.usefixtures("_no_browser")
def test_the_readme_speaks_both_languages_and_says_how_to_print_without_a_browser(
    tmp_path: Path, short: Path, package: Package
) -> None:
    out = tmp_path / "stick"
    assert main(["export", "pack", str(out), str(DATA), "--deck", str(short)]) == 0
    content = (out / "README.txt").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.count(package.version) == 2
    assert "An evening: pack for an event" in text
    assert "活动资料包" in text
    assert "Open stage.html in Chrome or Edge, choose the language and print it" in text
    assert "本机未找到Chromium、Chrome或Edge。" in text
    assert "slides-en.pdf" not in text
    assert re.findall("(?<!\r)\n", text) == []
    for lang in texts.LANGUAGES:
        assert texts.load(lang, home="", away="")("stage.does_black") in text


@pytest.mark.usefixtures("_no_browser")
def test_a_folder_that_holds_something_else_is_left_alone(
    tmp_path: Path, short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    letters = tmp_path / "letters"
    letters.mkdir()
    (letters / "README.txt").write_text("mine")
    assert main(["export", "pack", str(letters), str(DATA), "--deck", str(short)]) == 1
    assert "holds something else" in capsys.readouterr().err
    assert [path.name for path in letters.iterdir()] == ["README.txt"]


@pytest.mark.usefixtures("_no_browser")
def test_a_failure_on_the_way_leaves_the_older_pack(
    tmp_path: Path, short: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "stick"
    arguments = ["export", "pack", str(out), str(DATA), "--deck", str(short)]
    assert main(arguments) == 0
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    write = Path.write_bytes

    def full(path: Path, content: bytes) -> int:
        if path.suffix == ".pptx":
            raise OSError(28, "No space left on device")
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert main(arguments) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    assert {path.name for path in tmp_path.iterdir()} == {"stick", "own.toml"}


def test_a_deck_that_cannot_be_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out, file = tmp_path / "stick", tmp_path / "own.toml"
    assert main(["export", "pack", str(out), str(DATA), "--deck", str(file)]) == 1
    assert f"{file} could not be read" in capsys.readouterr().err
    file.write_text('[[slides]]\nkind = "dance"\n')
    assert main(["export", "pack", str(out), str(DATA), "--deck", str(file)]) == 1
    assert "dance" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.usefixtures("_no_browser")
def test_a_slide_that_cannot_be_drawn_is_named_and_a_deck_of_none_is_refused(
    tmp_path: Path, short: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "stick"
    lost = '[[slides]]\nkind = "milestone"\naddress = "/record?id=E999"\n'
    short.write_text(short.read_text(encoding="utf-8") + lost, encoding="utf-8")
    assert main(["export", "pack", str(out), str(DATA), "--deck", str(short)]) == 0
    assert capsys.readouterr().err.startswith("1 slide was left out:\n  Slide 3")
    shutil.rmtree(out)
    short.write_text(lost)
    assert main(["export", "pack", str(out), str(DATA), "--deck", str(short)]) == 1
    assert not out.exists()


def test_broken_data_write_nothing_and_name_what_to_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = Path(shutil.copytree(DATA, tmp_path / "data"))
    (folder / "exchanges.csv").unlink()
    assert main(["export", "pack", str(tmp_path / "stick"), str(folder)]) == 1
    assert "exchanges.csv" in capsys.readouterr().err
    assert not (tmp_path / "stick").exists()


@pytest.mark.usefixtures("_no_browser")
def test_the_numbers_of_each_chart_lie_beside_it_and_start_no_formula(package: Package) -> None:
    held = replace(package.deck, slides=(SlideEntry(kind="chart", address="/timeline", card="both_ways"),))
    talk = deck.talk(package, held)
    files = pack.pack(talk, package).files
    (slide,) = talk.slides["en"]
    assert slide.table is not None
    rows = list(csv.reader(io.StringIO(files[f"csv/en-{slide.key}.csv"].decode("utf-8-sig"))))
    assert rows[0] == [column.label for column in slide.table.columns]
    assert rows.index([]) == len(slide.table.rows) + 1
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "@"))]


@pytest.mark.usefixtures("_no_browser")
def test_the_archive_of_the_button_holds_the_same_files(package: Package) -> None:
    talk = deck.talk(package, replace(package.deck, slides=(SlideEntry(kind="title", address="/"),)))
    with zipfile.ZipFile(io.BytesIO(pack.archive(talk, package))) as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == pack.pack(talk, package).files


def shown(package: Package) -> Mapping[str, str]:
    """Give what the screen, the HTML deck, the presentation and the handout say."""
    held = replace(package.deck, slides=(SlideEntry(kind="figure", address="/record?id=E049", series=FIGURE),))
    talk: Talk = deck.talk(package, held)
    words = texts.load("en", **package.partnership.names("en"))
    (slide,) = talk.slides["en"]
    files = pack.pack(talk, package).files
    context = Context(package, Choices(), words)
    paper = briefing.view(context)
    assert isinstance(paper, Briefing)
    return {
        "screen": slide.value or "",
        "stage": exports.stage.document.stage(talk).decode("utf-8"),
        "file": files["stage.html"].decode("utf-8"),
        "presentation": said(files["slides-en.pptx"]),
        "chinese": said(files["slides-zh.pptx"]),
        "handout": briefing.file(context, paper, "html").decode("utf-8"),
    }


@pytest.mark.usefixtures("_no_browser")
def test_one_changed_figure_changes_screen_deck_presentation_and_handout(package: Package) -> None:
    figures, students = package.frame("trade_figures"), package.frame("students")
    visits = figures["series_id"].eq(FIGURE)
    count = students["series_id"].eq("non_eu_university_of_liverpool") & students["period"].eq("2023/24")
    other = replace(
        package,
        frames=Frames(
            {
                **package.frames,
                "trade_figures": figures.assign(value=figures["value"].mask(visits, 123_000)),
                "students": students.assign(value=students["value"].mask(count, 7_654)),
            }
        ),
    )
    before, after = shown(package), shown(other)
    for place in ("screen", "stage", "file", "presentation"):
        assert "770,000" in before[place], place
        assert "770,000" not in after[place], place
        assert "123,000" in after[place], place
    assert "77万" in before["chinese"]
    assert "12.3万" in after["chinese"]
    assert "7,654" not in before["handout"]
    assert "7,654" in after["handout"]


def test_a_browser_that_fails_is_named_with_its_reason_on_screen_and_in_the_readme(
    tmp_path: Path, short: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/bin/false")
    assert main(["export", "pack", str(tmp_path / "stick"), str(DATA), "--deck", str(short)]) == 0
    reason = "The browser /bin/false ended with status 1 and gave no reason."
    assert reason in capsys.readouterr().out
    assert reason in (tmp_path / "stick/README.txt").read_text(encoding="utf-8-sig")


@pytest.mark.browser
def test_pictures_and_paper_are_drawn_by_the_browser_of_this_machine(tmp_path: Path, short: Path) -> None:
    out = tmp_path / "stick"
    short.write_text(
        short.read_text(encoding="utf-8")
        + '[[slides]]\nkind = "chart"\naddress = "/timeline?view=where"\ncard = "where"\n',
        encoding="utf-8",
    )
    assert main(["export", "pack", str(out), str(DATA), "--deck", str(short)]) == 0
    for lang in texts.LANGUAGES:
        assert len(PdfReader(out / f"slides-{lang}.pdf").pages) == 3
        for number in (1, 2, 3):
            picture = (out / f"png/{lang}-{number:02}.png").read_bytes()
            assert (int.from_bytes(picture[16:20]), int.from_bytes(picture[20:24])) == (1920, 1080)
    assert "770,000" in PdfReader(out / "slides-en.pdf").pages[1].extract_text()
    assert {path.name for path in out.iterdir() if path.is_dir()} == {"csv", "png"}
    pages = Presentation(io.BytesIO((out / "slides-en.pptx").read_bytes())).slides
    assert [shape.shape_type for shape in pages[2].shapes if shape.shape_type == 13] == [13]
    assert "slides-en.pdf" in (out / "README.txt").read_text(encoding="utf-8-sig")
