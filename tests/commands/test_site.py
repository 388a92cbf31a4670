"""`python -m commands export site` writes a static edition, or says in words why it cannot."""

from itertools import islice
from pathlib import Path

import pytest

import exports.site.pages
import texts
from commands.__main__ import main
from tests.fixtures import invented_pair
from views.site import edition


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return invented_pair.write(tmp_path_factory.mktemp("pair"))


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep to the first pages of each language: which they are does not matter here."""
    every = edition.Edition.pages
    monkeypatch.setattr(edition.Edition, "pages", lambda self: islice(every(self), 4))


def test_the_edition_is_written_told_and_written_over(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "plain"
    assert main(["export", "site", str(out), str(data), "--lang", "en"]) == 0
    pages = list(out.rglob("*.html"))
    assert capsys.readouterr().out.startswith(f"{len(pages)} pages written to {out}")
    assert (out / "index.html").read_bytes().startswith(b"<!doctype html>")
    assert not (out / "zh").exists()
    (out / "fonts" / "old.html").write_text("left from an earlier edition")
    assert main(["export", "site", str(out), str(data), "--lang", "en", "--address", "https://example.org"]) == 0
    assert not (out / "fonts" / "old.html").exists()
    assert 'href="https://example.org/?lang=en"' in (out / "index.html").read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["plain"]


def test_the_first_language_lies_at_the_root(data: Path, tmp_path: Path) -> None:
    first, *others = reversed(texts.LANGUAGES)
    named = [word for lang in (first, *others) for word in ("--lang", lang)]
    assert main(["export", "site", str(tmp_path / "plain"), str(data), *named]) == 0
    assert f'<html lang="{first}'.encode() in (tmp_path / "plain" / "index.html").read_bytes()
    assert all((tmp_path / "plain" / lang / "index.html").is_file() for lang in others)


def test_a_folder_that_holds_something_else_is_left_alone(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    assert main(["export", "site", str(tmp_path), str(data)]) == 1
    assert "holds something else" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_broken_data_write_nothing_and_name_what_to_mend(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = invented_pair.write(tmp_path / "data")
    (broken / "exchanges.csv").unlink()
    assert main(["export", "site", str(tmp_path / "plain"), str(broken)]) == 1
    assert "exchanges.csv" in capsys.readouterr().err
    assert not (tmp_path / "plain").exists()


def test_an_address_that_is_none_is_told(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "site", str(tmp_path / "plain"), str(data), "--address", "javascript:alert(1)"]) == 1
    assert "javascript:alert(1)" in capsys.readouterr().err


def test_a_failure_on_the_way_leaves_the_older_edition(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "plain"
    assert main(["export", "site", str(out), str(data), "--lang", "en"]) == 0

    def full(_: object) -> bytes:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(exports.site.pages, "write", full)
    assert main(["export", "site", str(out), str(data), "--lang", "en"]) == 1
    assert (out / "index.html").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["plain"]


def test_a_page_that_is_too_large_is_named(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(
        exports.site.pages, "write", lambda page: b"x" * (exports.site.pages.LIMIT + (page.path == "index.html"))
    )
    assert main(["export", "site", str(tmp_path / "plain"), str(data), "--lang", "en"]) == 0
    assert "1 page is larger than 300 KB: index.html." in capsys.readouterr().err
