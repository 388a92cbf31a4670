"""About: blank values are not shown, a letter is offered only when somebody can be written to, shares are computed."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

import loaders
from cards import Card, Details, Prose, Sheet, Source, Title
from exports.markup.links import anchor
from loaders import Contact
from queries import records
from texts import Words
from views.about import page as about
from views.choices import Choices
from views.context import Context

MAIL = "office+links@example.org"


def run_by(package: loaders.Package, **words: object) -> loaders.Package:
    return replace(package, partnership=replace(package.partnership, **words))  # type: ignore[arg-type]


def letters(cards: list[Card]) -> list[str]:
    return [
        link.url
        for card in cards
        if isinstance(card, Prose)
        for link in card.links
        if isinstance(link, Source) and link.url.startswith("mailto:")
    ]


def test_without_an_address_to_write_to_no_letter_is_offered(package: loaders.Package, words: Words) -> None:
    nobody = run_by(package, contact=Contact(name="Somebody"))
    assert about.ask(Context(nobody, Choices(), words), "https://example.org/") is None
    assert letters(about.view(Context(nobody, Choices(), words))) == []


def test_a_letter_carries_the_address_of_the_view_whole(package: loaders.Package, words: Words) -> None:
    contact = run_by(package, contact=Contact(email=MAIL))
    here = "https://example.org/timeline?sector=culture,education&years=2008-2012&lang=en"
    letter = about.ask(Context(contact, Choices(), words), here)
    assert letter is not None
    parts = urlsplit(letter.url)
    assert (parts.scheme, parts.path) == ("mailto", MAIL)
    assert here in parse_qs(parts.query)["body"][0]
    assert anchor(letter).startswith('<a href="mailto:')


def test_the_letter_of_about_carries_the_filters(package: loaders.Package, words: Words) -> None:
    contact = run_by(package, contact=Contact(email=MAIL, address="https://example.org/"))
    url, again = letters(about.view(Context(contact, Choices(sectors=("sport",)), words)))
    assert url == again, "the accessibility statement offers the same letter"
    assert "https://example.org/?sector=sport&lang=en" in parse_qs(urlsplit(url).query)["body"][0]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        'mailto:a@b.org"onclick=',
        "mailto:a@b.org,c@d.org",
        "mailto:a@b.org?body=<b>",
        "mailto:",
        "MAILTO:a@b.org",
        "data:text/html,x",
    ],
)
def test_a_link_that_is_neither_page_nor_plain_letter_stays_text(url: str) -> None:
    assert anchor(Source(label="Label", url=url)) == "Label"


def test_only_what_is_set_is_shown_of_who_runs_it(package: loaders.Package, words: Words) -> None:
    named = run_by(package, publisher="A publisher", owner="", contact=Contact(email=MAIL, name=" "))
    (details,) = [card for card in about.view(Context(named, Choices(), words)) if isinstance(card, Details)]
    assert [value.text for pair in details.pairs for value in pair.values] == ["A publisher", MAIL]


def test_with_nobody_named_no_name_is_made_up(package: loaders.Package, words: Words) -> None:
    nobody = run_by(package, publisher="", owner="", contact=Contact())
    assert not [card for card in about.view(Context(nobody, Choices(), words)) if isinstance(card, Details)]


def test_shares_are_of_all_direct_records_whatever_the_filters(package: loaders.Package, words: Words) -> None:
    def sheet(choices: Choices) -> Sheet:
        return next(
            card
            for card in about.view(Context(package, choices, words))
            if isinstance(card, Sheet) and card.key == "resting"
        )

    held = sheet(Choices())
    assert held == sheet(Choices(sectors=("sport",), years=(2010, 2010)))
    direct = len(records.chosen(package.frame("exchanges")))
    for row in held.table.rows:
        assert row[2].value == round(int(row[1].value or 0) / direct, 3)


def test_about_is_told_even_when_the_records_cannot_be_read(package: loaders.Package, words: Words) -> None:
    broken = replace(package, frames={})
    assert about.view(Context(broken, Choices(), words))[0]


def said(cards: list[Card]) -> str:
    return " ".join(text for card in cards if isinstance(card, Prose) for text in (*card.paragraphs, *card.points))


def test_the_accessibility_statement_says_when_it_was_tested_or_that_it_was_not(
    package: loaders.Package, words: Words
) -> None:
    assert words.date(date(2026, 11, 2)) in said(
        about.view(Context(run_by(package, accessibility_tested_on="2026-11-02"), Choices(), words))
    )
    untested = said(about.view(Context(run_by(package, accessibility_tested_on=""), Choices(), words)))
    assert words("access.tested_never") in untested


def test_the_accessibility_statement_stands_alone_with_the_parts_of_the_model(
    package: loaders.Package, words: Words
) -> None:
    alone = about.view(Context(package, Choices(own={"view": "accessibility"}), words))
    heads = [card.heading for card in alone if isinstance(card, (Title, Prose))]
    parts = (
        *("title", "can_title", "limits_title", "other_title", "contact_title", "enforce_title", "technical_title"),
        *("status_title", "fails_title", "burden_title", "scope_title", "better_title", "tested_title"),
    )
    assert heads == [words(f"access.{part}") for part in parts]
    assert {card.level for card in alone if isinstance(card, Prose)} == {2}


def test_the_accessibility_statement_makes_no_contact_up(package: loaders.Package, words: Words) -> None:
    nobody = run_by(package, contact=Contact())
    assert words("access.contact_none") in said(about.view(Context(nobody, Choices(), words)))
    assert words("access.contact") not in said(about.view(Context(nobody, Choices(), words)))


def test_the_accessibility_statement_is_whoever_runs_it_s_or_says_that_nobody_is_named(
    package: loaders.Package, words: Words
) -> None:
    council = said(about.view(Context(run_by(package, publisher="A council"), Choices(), words)))
    assert words("access.run_by", publisher="A council") in council
    assert words("access.technical", publisher="A council") in council
    assert words("access.technical_none") in said(about.view(Context(run_by(package, publisher=""), Choices(), words)))
