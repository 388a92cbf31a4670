"""The deck in a real browser: put together from views, kept in the browser, ordered and worded, saved and loaded."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Locator, ViewportSize, expect

import loaders
import loaders.deck
import texts
from tests.e2e.axe import breaches
from tests.e2e.conftest import Start, Visitor
from tests.e2e.driving import DESKTOP, PHONE, Server, Visit
from tests.e2e.keyboard import FOCUS, press, tab_to
from tests.e2e.pages.conftest import HANDSET
from texts import LANGUAGES, Words
from views.deck import editor

FOCUSED = "() => document.activeElement.getAttribute('aria-label')"
SHORT = {"occasion": {"title": "A short one"}, "slides": [{"kind": "title"}, {"kind": "limits"}, {"kind": "thanks"}]}
LONG = 180_000  # ms: the rehearsal opens the whole stage three times, on a machine that others share


class At:
    """Work at the deck editor in one tab."""

    def __init__(self, visit: Visit, package: loaders.Package, words: Words) -> None:
        self.visit, self.page, self.package, self.words = visit, visit.page, package, words

    def open(self, look: str = "slides") -> None:
        self.visit.open(f"/deck?view={look}&lang={self.words.lang}")
        self.settled()

    def settled(self) -> None:
        """Wait until the server has answered to the last change."""
        expect(self.page.locator(".deck-editor")).to_have_attribute("aria-busy", "false")
        self.visit.drawn()

    def label(self, name: str) -> str:
        return self.words(f"deck_editor.label.{name}")

    def button(self, name: str, slide: int = 0) -> Locator:
        """Find a button by its word, on a slide that of its number."""
        word = self.label(name)
        said = self.words("deck_editor.label.of_slide", what=word, n=slide) if slide else word
        return self.page.get_by_role("button", name=said, exact=True)

    def slide(self, number: int) -> Locator:
        return self.page.locator("ol.slides > li").nth(number - 1)

    def count(self, slides: int) -> None:
        expect(self.page.locator("ol.slides > li")).to_have_count(slides)

    def kept(self) -> dict[str, Any]:
        """Give the deck that the browser keeps."""
        held = self.page.evaluate("name => localStorage.getItem(name)", editor.store(self.package))
        return dict(json.loads(held)["deck"])

    def keep(self, deck: Mapping[str, Any]) -> None:
        """Have the browser keep a deck, as if it had been made before."""
        text = json.dumps({"deck": deck})
        self.page.evaluate("([name, text]) => localStorage.setItem(name, text)", [editor.store(self.package), text])

    def load(self, path: Path) -> None:
        self.page.locator(".deck-editor input[type=file]").set_input_files(path)

    def save(self, path: Path) -> None:
        with self.page.expect_download() as taken:
            self.button("save").click()
        assert taken.value.suggested_filename == loaders.DECK
        taken.value.save_as(path)


@pytest.fixture
def at(visit: Visit, package: loaders.Package, words: Words) -> At:
    return At(visit, package, words)


def add(visit: Visit, words: Words, card: str) -> Locator:
    """Press the button that puts a card on the deck, and give where it answers."""
    within = visit.card(f"add-{card}")
    within.get_by_role("button", name=words("deck_editor.add")).click()
    return within.get_by_role("status")


def slides(document: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Give the slides without what saving notes on them."""
    return [{**slide, "seen": ""} for slide in document["slides"]]


def test_a_view_is_put_on_the_deck_moved_saved_and_loaded_again(at: At, tmp_path: Path) -> None:
    visit, page, ships = at.visit, at.page, at.package.deck.slides
    visit.open("/timeline?sector=culture&years=2005-2019")
    before = page.url
    place = next(n for n, slide in enumerate(ships, 1) if slide.kind == "limits")
    expect(add(visit, at.words, "both_ways")).to_have_text(at.words("deck_editor.added", n=place))
    assert page.url == before
    expect(add(visit, at.words, "both_ways")).to_have_text(at.words("deck_editor.already", n=place))

    page.get_by_role("link", name=at.words("deck_editor.open")).click()
    at.count(len(ships) + 1)
    at.settled()
    added = at.kept()["slides"][place - 1]
    assert added["address"] == "/timeline?sector=culture&years=2005-2019"
    assert (added["kind"], added["card"]) == ("chart", "both_ways")
    expect(at.slide(place)).to_contain_text("Culture; 2005 to 2019")
    at.button("up", place).click()
    expect(at.slide(place - 1)).to_contain_text("Culture; 2005 to 2019")
    at.settled()

    made = at.kept()
    at.save(tmp_path / "deck.toml")
    assert loaders.deck.parse((tmp_path / "deck.toml").read_bytes())[1] == []
    at.button("restart").click()
    at.count(len(ships))
    at.settled()
    at.load(tmp_path / "deck.toml")
    at.count(len(ships) + 1)
    at.settled()
    assert slides(at.kept()) == slides(made)
    assert at.kept()["data_version"] == at.package.data_version


def test_findings_and_records_are_put_on_the_deck_too(at: At) -> None:
    visit = at.visit
    visit.open("/")
    add(visit, at.words, "finding-1")
    visit.open("/record?id=E012")
    add(visit, at.words, "title")
    at.open()
    at.count(len(at.package.deck.slides) + 1)  # the arch is there already
    (finding,) = [slide for slide in at.kept()["slides"] if slide["kind"] == "finding"]
    assert (finding["address"], finding["card"]) == ("/", "1")
    expect(at.page.locator(".deck-editor .fault")).to_have_count(0)


def test_a_full_deck_says_so(at: At) -> None:
    at.visit.open("/timeline")
    at.keep({**SHORT, "slides": [{"kind": "limits"}] * loaders.MOST})
    expect(add(at.visit, at.words, "both_ways")).to_have_text(at.words("deck_editor.full", n=loaders.MOST))
    assert len(at.kept()["slides"]) == loaders.MOST


def test_the_deck_outlives_a_change_of_language(at: At) -> None:
    at.open()
    first = at.slide(1).locator(".headline").first.inner_text()
    at.button("remove", 1).click()
    at.settled()
    at.page.get_by_role("link", name=texts.ROWS["zh"].name, exact=True).click()
    chinese = At(at.visit, at.package, texts.load("zh", **at.package.partnership.names("zh")))
    expect(at.page.locator("h1")).to_have_text(chinese.words("deck_editor.title"))
    chinese.count(len(at.package.deck.slides) - 1)
    chinese.settled()
    assert chinese.slide(1).locator(".headline").first.inner_text() != first
    expect(at.page.locator(".total")).to_contain_text(f"{len(at.package.deck.slides) - 1}张")


def test_the_focus_stays_with_the_slide_that_moves(at: At) -> None:
    at.open()
    headline = at.slide(3).locator(".headline").first.inner_text()
    tab_to(at.visit, at.button("up", 3))
    press(at.visit, "Enter")
    expect(at.slide(2).locator(".headline").first).to_have_text(headline)
    assert at.page.evaluate(FOCUSED) == at.words("deck_editor.label.of_slide", what=at.label("up"), n=2)
    press(at.visit, "Enter")
    expect(at.slide(1).locator(".headline").first).to_have_text(headline)
    at.settled()
    # It cannot go further up, so its way down is next.
    assert at.page.evaluate(FOCUSED) == at.words("deck_editor.label.of_slide", what=at.label("down"), n=1)
    expect(at.page.locator(".deck-editor .message")).to_contain_text("1")


def test_what_was_taken_out_can_be_put_back(at: At) -> None:
    at.open()
    every = len(at.package.deck.slides)
    at.button("remove", 2).focus()
    press(at.visit, "Enter")
    at.count(every - 1)
    assert at.page.evaluate(FOCUSED) == at.words("deck_editor.label.of_slide", what=at.label("remove"), n=2)
    at.settled()
    at.button("undo").click()
    at.count(every)
    at.settled()
    expect(at.page.locator(".deck-editor")).to_contain_text(at.label("shipped"))


def test_words_are_edited_and_typing_presses_no_key_of_the_page(at: At) -> None:
    at.open()
    before = at.page.url
    tab_to(at.visit, at.button("edit", 3))
    press(at.visit, "Enter")
    field = at.page.get_by_label(at.label("headline"), exact=True)
    expect(field).to_be_focused()
    press(at.visit, "Control+a")
    typed = "r c b f . {home} and {away}"
    at.page.keyboard.type(typed)
    expect(field).to_have_value(typed)
    press(at.visit, "Tab")
    expect(at.slide(3).locator(".headline").first).to_have_text(typed.format(**at.words.names))
    at.settled()
    expect(at.page.get_by_role("dialog")).to_have_count(0)
    assert at.page.url == before
    assert at.kept()["slides"][2]["headline"] == typed
    expect(at.page.get_by_label(at.label("headline_zh"), exact=True)).to_be_focused()


def test_an_occasion_is_edited_after_the_deck_was_saved_too(at: At, tmp_path: Path) -> None:
    at.open()
    at.button("remove", 1).click()
    at.settled()
    at.save(tmp_path / "deck.toml")
    field = at.page.get_by_label(at.label("title"), exact=True)
    field.fill("An evening for {home}")
    press(at.visit, "Tab")
    at.settled()
    assert at.kept()["occasion"]["title"] == "An evening for {home}"


def test_a_headline_with_an_unknown_slot_is_named_with_the_slots_there_are(at: At) -> None:
    at.open()
    at.button("edit", 3).click()
    at.page.get_by_label(at.label("headline"), exact=True).fill("{nobody}")
    press(at.visit, "Tab")
    expect(at.slide(3).locator(".fault")).to_contain_text("nobody")
    expect(at.slide(3).locator(".fault")).to_contain_text("records")


def test_a_broken_file_is_refused_and_its_line_named(at: At, tmp_path: Path) -> None:
    broken = tmp_path / "mine.toml"
    broken.write_text('minutes = 12\n\n[[slides]\nkind = "title"\n', encoding="utf-8")
    at.open()
    at.load(broken)
    said = at.page.locator(".deck-editor .message")
    expect(said).to_contain_text("mine.toml")
    expect(said).to_contain_text("line 3")
    at.count(len(at.package.deck.slides))
    broken.write_bytes(b"#" * 300_000)
    at.load(broken)
    expect(said).to_have_text(at.words("deck_editor.file_large", file="mine.toml"))


def test_the_stage_and_the_file_are_asked_for_with_ones_own_deck(at: At) -> None:
    at.open()
    way = at.page.get_by_role("link", name=at.label("stage"))
    assert "deck=" not in str(way.get_attribute("href"))
    at.button("remove", 2).click()
    at.settled()
    for name, more in (("stage", ""), ("speaker", "speaker=1"), ("loop", "loop=15"), ("html", "")):
        address = str(at.page.get_by_role("link", name=at.label(name)).get_attribute("href"))
        assert urlsplit(address).path == "stage"
        assert re.search("deck=[A-Za-z0-9_-]{100,}", address)
        assert more in address


def test_a_server_of_ones_own_writes_the_deck_into_its_data(
    visitor: Visitor, start: Start, folder: Path, package: loaders.Package, words: Words
) -> None:
    at = At(visitor(start(folder, deck_editor="local")), package, words)
    at.open()
    at.button("remove", 2).click()
    at.settled()
    at.button("local").click()
    expect(at.page.locator(".deck-editor .message")).to_have_text(words("deck_editor.kept_here", file=loaders.DECK))
    written = loaders.open(folder)
    assert written.problems == ()
    assert len(written.deck.slides) == len(package.deck.slides) - 1
    assert written.deck.data_version == written.data_version
    assert [path.name for path in folder.iterdir() if path.suffix == ".part"] == []


def test_any_other_server_leaves_its_data_alone_whoever_asks(
    visitor: Visitor, start: Start, folder: Path, package: loaders.Package, words: Words
) -> None:
    at = At(visitor(start(folder)), package, words)
    before = (folder / loaders.DECK).read_bytes()
    at.open()
    expect(at.button("local")).to_have_count(0)
    at.button("remove", 2).click()
    at.settled()
    at.page.evaluate("() => document.querySelector('.deck-editor').editor.setTriggerValue('write', true)")
    expect(at.page.locator(".deck-editor .message")).to_contain_text("DASHBOARD_DECK_EDITOR=local")
    assert (folder / loaders.DECK).read_bytes() == before


def test_every_stop_of_the_deck_editor_is_large_enough_and_seen(at: At) -> None:
    at.open()
    at.button("edit", 1).click()
    for stop in at.page.locator(".deck-editor :is(a, button:not(:disabled), input, select, textarea)").all():
        stop.focus()
        seen = at.page.evaluate(FOCUS)
        assert seen["small"] == ""
        assert seen["shown"], seen["words"]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["wide", "narrow"])
def test_the_deck_editor_shuts_nobody_out(
    visitor: Visitor, server: Server, package: loaders.Package, lang: str, size: ViewportSize
) -> None:
    words = texts.load(lang, **package.partnership.names(lang))
    visit = visitor(server, viewport=size, **(HANDSET if size == PHONE else {}))
    at = At(visit, package, words)
    at.open()
    at.button("remove", 1).click()
    at.button("edit", 2).click()
    at.settled()
    assert breaches(visit.page) == []
    assert at.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth <= innerWidth")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_rehearsal_tells_of_every_check_what_is_good_and_what_to_mend(
    visit: Visit, package: loaders.Package, lang: str
) -> None:
    words = texts.load(lang, **package.partnership.names(lang))
    at = At(visit, package, words)
    visit.open(f"/deck?lang={lang}")
    at.keep(SHORT)
    visit.open(f"/deck?view=rehearsal&lang={lang}")
    total = at.page.locator(".deck-editor .row").get_by_role("status")
    expect(total).to_have_text(words("rehearsal.total_mend", n=1), timeout=LONG)
    expect(at.page.get_by_role("button", name=words("rehearsal.again"))).to_be_enabled()
    state = {
        row.locator(".name").inner_text(): (row.locator(".state").inner_text(), row.locator("ul").inner_text())
        for row in at.page.locator(".checks > li").all()
    }
    good = words("rehearsal.good")
    for name in ("slides", "drawn"):
        assert state[words(f"rehearsal.{name}")][0] == good, state
    assert state[words("rehearsal.languages")][0] == words("rehearsal.mend")
    assert words("rehearsal.lack_note") in state[words("rehearsal.languages")][1]
    assert "1440 × 900" in state[words("rehearsal.screen")][1]
    assert state[words("rehearsal.data")][1] == words("rehearsal.data_unknown")
    expect(at.page.locator(".deck-editor iframe")).to_have_count(0)
    assert breaches(visit.page) == []
