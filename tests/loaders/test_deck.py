"""A deck is read whole or not at all, and written as it is read."""

import pytest

from loaders.deck import EMPTY, MOST, Deck, Occasion, SlideEntry, parse, write

DECK = """minutes = 10
[occasion]
title = "An evening"
[[slides]]
kind = "chart"
address = "/timeline?sector=culture&years=2008-2012"
card = "both_ways"
headline = "{records} records"
"""


def refused(text: str) -> list[str | None]:
    deck, problems = parse(text.encode())
    assert deck is EMPTY
    assert {(problem.code, problem.file) for problem in problems} == {("setting", "deck.toml")}
    return [problem.column for problem in problems]


def test_what_is_not_said_is_as_usual() -> None:
    deck, problems = parse(DECK.encode())
    assert problems == []
    assert (deck.minutes, deck.occasion, len(deck.slides)) == (10, Occasion(title="An evening"), 1)
    assert (deck.slides[0].seconds, deck.slides[0].lang, deck.slides[0].chapter_end) == (60, "", False)


@pytest.mark.parametrize(
    ("before", "after", "column"),
    [
        ('kind = "chart"', "", "slides[0].kind"),
        ('kind = "chart"', 'kind = "song"', "slides[0].kind"),
        ("/timeline?", "https://elsewhere.example/?", "slides[0].address"),
        ("/timeline?", "//elsewhere.example/?", "slides[0].address"),
        ("minutes = 10", "minutes = 0", "minutes"),
        ("minutes = 10", 'minutes = "10"', "minutes"),
        ('"An evening"', '"An evening"\ndate = "1 October 2029"', "occasion.date"),
        ('"both_ways"', '"both_ways"\nlang = "French"', "slides[0].lang"),
        ('"both_ways"', '"both_ways"\nseconds = 0', "slides[0].seconds"),
        ('"both_ways"', '"both_ways"\nchapter_end = 1', "slides[0].chapter_end"),
        ('"both_ways"', '"both_ways"\nthen = "1999"', "slides[0].then"),
        ('"both_ways"', '"both_ways"\ncolour = "red"', "slides[0].colour"),
    ],
)
def test_what_does_not_fit_is_named_by_its_key(before: str, after: str, column: str) -> None:
    assert refused(DECK.replace(before, after, 1)) == [column]


def test_a_deck_has_at_most_twenty_slides() -> None:
    slide = '[[slides]]\nkind = "title"\n'
    assert len(parse((slide * MOST).encode())[0].slides) == MOST == 20
    assert refused(slide * (MOST + 1)) == ["slides"]


def test_broken_toml_is_named_by_its_line() -> None:
    deck, problems = parse(b"minutes = 10\n[[slides]\n")
    assert deck is EMPTY
    assert [(problem.code, problem.row) for problem in problems] == [("toml", 2)]


def test_a_deck_is_written_as_it_is_read() -> None:
    deck = Deck(
        occasion=Occasion(title="An evening", translations=(("title_zh", "晚会"),), date="2029-10-01"),
        minutes=12,
        slides=(
            SlideEntry(
                kind="title", headline='A "quoted" {home}', translations=(("headline_zh", "{home}"),), note="Two\nlines"
            ),
            SlideEntry(kind="then_and_now", address="/timeline?years=2013-2026", then="1999-2012", chapter_end=True),
        ),
    )
    assert parse(write(deck)) == (deck, [])
