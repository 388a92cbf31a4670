"""Files that break or change while people read: an error in plain words, the last good version, never half of one."""

from pathlib import Path

from playwright.sync_api import expect

from tests.e2e.conftest import Start, Visitor
from tests.e2e.driving import Visit
from texts import Words

HELD = 116


def move_on(visit: Visit, words: Words, name: str) -> None:
    """Do the next thing a reader would: go to another page by the bar."""
    visit.card("nav").get_by_role("link", name=words(f"nav.{name}")).click()
    expect(visit.page).to_have_title(words("app.page_title", page=words(f"nav.{name}")))
    visit.drawn()


def test_a_broken_file_is_named_and_the_other_pages_are_served(
    start: Start, visitor: Visitor, folder: Path, words: Words
) -> None:
    file = folder / "exchanges.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",culture,", ",cutlure,", 1), encoding="utf-8")
    visit = visitor(start(folder))
    visit.open("/timeline")
    notice = visit.page.locator(".notice.error")
    expect(notice).to_contain_text(words("problem.page"))
    expect(notice).to_contain_text("exchanges.csv")
    expect(notice).to_contain_text("cutlure")
    expect(visit.page.locator(".stPlotlyChart")).to_have_count(0)
    move_on(visit, words, "students")
    expect(visit.page.locator(".notice.error")).to_have_count(0)
    expect(visit.page.locator(".stPlotlyChart").first).to_be_visible()


def test_a_changed_file_shows_at_the_next_interaction(
    start: Start, visitor: Visitor, folder: Path, words: Words
) -> None:
    visit = visitor(start(folder))
    visit.open("/")
    assert f"{HELD} records" in visit.charts()[0]
    file = folder / "exchanges.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",direct,", ",related,", 1), encoding="utf-8")
    move_on(visit, words, "timeline")
    assert f"{HELD - 1} records" in visit.charts()[0]


def test_a_half_written_file_keeps_the_last_good_version_with_a_notice(
    start: Start, visitor: Visitor, folder: Path, words: Words
) -> None:
    visit = visitor(start(folder))
    visit.open("/")
    file = folder / "exchanges.csv"
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) // 2])
    move_on(visit, words, "timeline")
    expect(visit.page.locator(".notice.error")).to_contain_text(words("problem.stale"))
    assert f"{HELD} records" in visit.charts()[0]
    file.write_bytes(whole)
    move_on(visit, words, "overview")
    expect(visit.page.locator(".notice.error")).to_have_count(0)
    assert f"{HELD} records" in visit.charts()[0]


def test_a_broken_file_while_serving_keeps_the_last_good_version(
    start: Start, visitor: Visitor, folder: Path, words: Words
) -> None:
    visit = visitor(start(folder))
    visit.open("/")
    file = folder / "exchanges.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",culture,", ",cutlure,", 1), encoding="utf-8")
    move_on(visit, words, "timeline")
    expect(visit.page.locator(".notice.error")).to_contain_text("cutlure")
    assert f"{HELD} records" in visit.charts()[0]
