"""The deck in its editor: outlined as a hall will see it, refused where it cannot be used, compared with the data."""

import base64
import json
import zlib
from dataclasses import replace

import pytest

import loaders
import loaders.deck
import texts
from cards import Link, Switch
from cards.deck_editor import DeckEditor, DeckOutline
from loaders import Deck, Package, SlideEntry
from texts import Words
from views.choices import Choices
from views.context import Context
from views.deck import editor
from views.site.links import to_files

TIMELINE = SlideEntry("chart", address="/timeline?sector=culture", card="both_ways")


def card(package: Package, words: Words, **own: str) -> DeckEditor:
    found = editor.view(Context(package, Choices(lang=words.lang, own=own), words))[-1]
    assert isinstance(found, DeckEditor)
    return found


def outline(package: Package, words: Words, deck: Deck) -> DeckOutline:
    return card(package, words).outline(json.dumps(editor.document(deck)))


@pytest.fixture(scope="module")
def chinese(package: Package) -> Words:
    return texts.load("zh", **package.partnership.names("zh"))


def test_the_deck_that_ships_is_outlined_until_a_browser_sends_another(package: Package, words: Words) -> None:
    shown = card(package, words).outline("")
    assert shown.document == editor.document(package.deck)
    assert len(shown.slides) == len(package.deck.slides) <= loaders.MOST
    assert [slide.fault for slide in shown.slides if slide.fault] == []
    assert shown.query == ""


def test_every_headline_is_shown_in_both_languages_with_its_slots_filled(package: Package, words: Words) -> None:
    entry = replace(TIMELINE, headline="{records} on record", translations=(("headline_zh", "收录{records}条"),))
    (slide,) = outline(package, words, Deck(slides=(entry,))).slides
    assert slide.headings["en"].removesuffix(" on record").isdigit()
    assert slide.headings["zh"] == f"收录{slide.headings['en'].removesuffix(' on record')}条"
    assert "records" in slide.slots


def test_a_slide_names_the_view_it_shows_with_what_is_chosen(package: Package, words: Words, chinese: Words) -> None:
    deck = Deck(slides=(TIMELINE,))
    (english,), (other,) = (outline(package, each, deck).slides for each in (words, chinese))
    assert english.view == "Timeline: Culture"
    assert english.address == "timeline?sector=culture&lang=en"
    assert (other.kind, other.address) == (chinese("deck_editor.kind.chart"), "timeline?sector=culture&lang=zh")
    assert other.headings == english.headings


def test_a_slide_that_cannot_be_shown_says_why_and_the_others_stay(package: Package, words: Words) -> None:
    wrong = [
        replace(TIMELINE, card="nothing"),
        replace(TIMELINE, headline="{nobody}"),
        SlideEntry("milestone", address="/record?id=E999"),
        SlideEntry("figure", address="/trade", series="nothing"),
        SlideEntry("chart", address="/nowhere", card="both_ways"),
    ]
    shown = outline(package, words, Deck(slides=(*wrong, TIMELINE)))
    assert all(slide.fault for slide in shown.slides[:-1])
    assert shown.slides[-1].fault == ""
    assert shown.problems == ()


def test_a_kept_deck_that_cannot_be_read_is_told(package: Package, words: Words) -> None:
    for kept in ("{", "[]", '{"slides": 3}', '{"slides": [{"kind": "film"}]}', json.dumps({"slides": [{}]})):
        shown = card(package, words).outline(kept)
        assert shown.problems[0] == words("deck_editor.broken")
        assert shown.slides == ()
        assert card(package, words).write(kept) is None


def test_a_file_that_cannot_be_used_is_refused_with_its_line(package: Package, words: Words) -> None:
    deck, said = card(package, words).read("mine.toml", b'minutes = 12\n[[slides]\nkind = "title"\n')
    assert deck is None
    assert said[0] == words("deck_editor.file_refused", file="mine.toml")
    assert "mine.toml" in said[1]
    assert "line 2" in said[1]


def test_a_file_of_too_many_slides_is_refused(package: Package, words: Words) -> None:
    many = loaders.deck.write(Deck(slides=(TIMELINE,) * (loaders.MOST + 1)))
    assert card(package, words).read("many.toml", many)[0] is None


def test_what_is_written_is_read_again_as_it_was(package: Package, words: Words) -> None:
    made = Deck(
        minutes=7,
        slides=(TIMELINE, SlideEntry("limits", note="Say so.", translations=(("note_zh", "说明。"),), lang="both")),
    )
    data = card(package, words).write(json.dumps(editor.document(made)))
    assert data is not None
    document, _ = card(package, words).read("deck.toml", data)
    assert document is not None
    kept = {**document, "data_version": "", "slides": [{**slide, "seen": ""} for slide in document["slides"]]}
    assert kept == editor.document(made)


def test_the_stage_is_handed_a_deck_of_ones_own(package: Package, words: Words) -> None:
    made = Deck(slides=(TIMELINE,))
    query = outline(package, words, made).query
    packed = base64.urlsafe_b64decode(query + "=" * (-len(query) % 4))
    assert loaders.deck.parse(zlib.decompress(packed)) == (made, [])


def test_the_planned_time_is_summed_against_the_minutes(package: Package, words: Words) -> None:
    slides = (replace(TIMELINE, seconds=70), replace(TIMELINE, seconds=65))
    assert outline(package, words, Deck(minutes=3, slides=slides)).total == "2 slides, 2:15 of 3 minutes planned"
    assert "more than the 2 minutes" in outline(package, words, Deck(minutes=2, slides=slides)).total


def test_what_a_slide_lacks_is_named(package: Package, words: Words) -> None:
    slides = (TIMELINE, replace(TIMELINE, headline="Culture", note="Say.", translations=(("note_zh", "说。"),)))
    first, second = outline(package, words, Deck(slides=slides)).slides
    assert first.lacks == ("note", "note_zh")
    assert second.lacks == ("headline_zh",)


def test_a_deck_saved_with_the_data_in_force_is_up_to_date(package: Package, words: Words) -> None:
    made = Deck(slides=(TIMELINE,))
    assert outline(package, words, made).data[0] == "note"  # it does not say
    stamped, problems = loaders.deck.parse(outline(package, words, made).file.encode())
    assert problems == []
    assert stamped.data_version == package.data_version
    assert outline(package, words, stamped).data == ("good", (words("rehearsal.data_good"),))


def test_deck_and_data_that_moved_apart_are_told_with_the_slides_that_changed(package: Package, words: Words) -> None:
    education = replace(TIMELINE, address="/timeline?sector=education")
    saved, _ = loaders.deck.parse(outline(package, words, Deck(slides=(education, TIMELINE))).file.encode())
    changed = {name: package.frame(name) for name in package.frames}
    rows = changed["exchanges"]
    changed["exchanges"] = rows[~(rows["sector"].eq("culture") & rows["start_date"].dt.year.eq(2019))]
    later = replace(package, frames=changed, version="0" * 12, data_version="1" * 12)
    state, said = outline(later, words, saved).data
    assert state == "mend"
    assert package.data_version in said[0]
    assert said[1] == words("rehearsal.data_slides", list="2")


def test_saving_the_deck_does_not_part_it_from_its_data(package: Package) -> None:
    assert package.data_version
    assert package.data_version != package.version


def test_the_address_says_which_view_of_the_editor_is_shown(package: Package, words: Words) -> None:
    assert card(package, words).look == "slides"
    assert card(package, words, view="rehearsal").look == "rehearsal"
    switch = editor.view(Context(package, Choices(own={"view": "nothing"}), words))[1]
    assert isinstance(switch, Switch)
    assert switch.value == "slides"


def test_both_languages_keep_one_deck(package: Package, words: Words, chinese: Words) -> None:
    assert card(package, words).store == card(package, chinese).store


def test_no_plain_page_leads_to_the_deck_editor() -> None:
    ways = (Link(label="The deck", page="deck"), Link(label="The record", page="record"))
    assert [way.label for way in to_files(ways, "about.html")] == ["The record"]
