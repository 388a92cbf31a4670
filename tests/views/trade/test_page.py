import re

import pytest

from cards import Card, Chart, Details, Notice, Records, Sheet, Switch, Title
from loaders import Package
from tests.fixtures.composed import composed
from texts import Words
from views.choices import Choices
from views.context import Context
from views.trade import page as trade

TABLES = ("region", "visits", "other", "older", "rates")


def page(package: Package, words: Words, **chosen: object) -> list[Card]:
    return composed(trade.view, Context(package, Choices(**chosen), words))  # type: ignore[arg-type]


def charts(cards: list[Card]) -> dict[str, Chart]:
    return {card.key: card for card in cards if isinstance(card, Chart)}


def said(cards: list[Card]) -> str:
    parts = []
    for card in cards:
        parts += [
            str(getattr(card, name, "")) for name in ("heading", "subtitle", "lead", "summary", "alt", "text", "copy")
        ]
        parts += [*getattr(card, "notes", ()), *getattr(card, "points", ())]
    return " ".join(parts)


def test_the_page_says_how_many_records_are_on_the_timeline_too(package: Package, words: Words) -> None:
    notes = charts(page(package, words))["trade_records"].notes
    assert "28 trade records; 19 are also on the timeline and counted once there." in notes
    notes = charts(page(package, words, wider=True))["trade_records"].notes
    assert "67 trade records; 31 are also on the timeline and counted once there." in notes


def test_one_line_says_why_money_is_never_totalled(package: Package, words: Words) -> None:
    title = page(package, words)[0]
    assert isinstance(title, Title)
    assert "never totalled" in title.lead
    assert said(page(package, words)).count("never totalled") == 1


def test_every_record_is_listed_with_its_status_and_opens(package: Package, words: Words) -> None:
    table = charts(page(package, words, wider=True))["trade_records"].table
    opened = {
        row[1].link.query["id"] for row in table.rows if row[1].link is not None and hasattr(row[1].link, "query")
    }
    assert opened == set(package.frame("trade_events")["id"])
    assert all(row[2].text for row in table.rows)


def test_a_sensitive_record_is_listed_and_never_picked_out(package: Package, words: Words) -> None:
    events = package.frame("trade_events")
    cards = page(package, words, wider=True)
    drawn = charts(cards)["trade_records"].figure
    spoken = said(cards) + " ".join(note.text for note in drawn.layout.annotations)
    for title in events.loc[events["sensitive"], "title"]:
        assert title not in spoken


def test_no_sentence_about_records_speaks_of_growth(package: Package, words: Words) -> None:
    growth = re.compile(r"\b(rose|fell|grew|doubled|declined|peak\w*)\b", re.IGNORECASE)
    for years in (None, (2009, 2014), (2015, 2019)):
        assert not growth.search(said(page(package, words, years=years)))


@pytest.mark.slow
def test_every_figure_held_stands_in_a_table(package: Package, words: Words) -> None:
    listed = [card for card in page(package, words) if isinstance(card, Chart) and card.key != "trade_records"]
    rows = sum(len(card.table.rows) for card in listed)
    for name in TABLES:
        sheet = next(card for card in page(package, words, own={"view": name}) if isinstance(card, Sheet))
        cells = [cell for row in sheet.table.rows for cell in row[1:]]
        wide = name in trade.WIDE
        rows += sum(cell.value is not None for cell in cells) if wide else len(sheet.table.rows)
    assert rows == len(package.frame("trade_figures")) == 451


def test_a_word_that_is_part_of_a_number_stays_with_it(package: Package, words: Words) -> None:
    away = charts(page(package, words))["trade_port_away"]
    assert away.table.rows[0][3].text == "more than 4,000,000 TEU"
    assert "more than 4m" in away.heading
    visits = next(card for card in page(package, words, own={"view": "visits"}) if isinstance(card, Sheet))
    assert any(row[3].text.endswith("(forecast)") for row in visits.table.rows)


def test_a_withheld_value_is_named_and_never_nought(package: Package, words: Words) -> None:
    rows = charts(page(package, words))["trade_investment"].table.rows
    withheld = [row[3] for row in rows if row[3].text == words("figure.suppressed")]
    assert [cell.value for cell in withheld] == [None] * 3


@pytest.mark.parametrize("years", [(2015, 2019), (2018, 2019), (2019, 2020)])
def test_no_sentence_on_exports_rests_on_2019(package: Package, words: Words, years: tuple[int, int]) -> None:
    assert "2019" not in charts(page(package, words, years=years))["trade_country"].heading


def test_the_port_at_home_is_asia_and_never_china(package: Package, words: Words) -> None:
    card = charts(page(package, words))["trade_port_home"]
    assert card.heading.startswith("Asia, not China")
    assert "Asia, not China" in card.alt


def test_choosing_a_dot_shows_its_record(package: Package, words: Words) -> None:
    cards = charts(page(package, words, own={"pick": "TRD-007"}))
    picked = cards["trade_records"].picked
    assert isinstance(picked, Records)
    assert [record.record for record in picked.records] == ["TRD-007"]
    assert all(card.picked is None for key, card in cards.items() if key != "trade_records")


def test_choosing_a_figure_shows_what_it_rests_on_in_its_own_card_alone(package: Package, words: Words) -> None:
    drawn = charts(page(package, words))["trade_places"].figure
    pick = drawn.data[0].customdata[0][0]
    cards = charts(page(package, words, own={"pick": pick}))
    picked = cards["trade_places"].picked
    assert isinstance(picked, Details)
    assert any(value.link for pair in picked.pairs for value in pair.values)
    assert [key for key, card in cards.items() if card.picked is not None] == ["trade_places"]


def test_under_ten_records_are_read_as_cards(package: Package, words: Words) -> None:
    cards = page(package, words, years=(2020, 2026))
    assert "trade_records" not in charts(cards)
    listed = next(card for card in cards if isinstance(card, Records))
    assert len(listed.records) == 5


def test_no_record_says_so_and_offers_the_way_back(package: Package, words: Words) -> None:
    cards = page(package, words, sectors=("sport",), years=(2025, 2026))
    notice = next(card for card in cards if isinstance(card, Notice))
    assert notice.link is not None
    assert "sector" not in notice.link.query
    assert "years" not in notice.link.query


def test_years_with_no_figure_are_named_and_lead_back(package: Package, words: Words) -> None:
    notice = page(package, words, years=(2020, 2026))[-1]
    assert isinstance(notice, Notice)
    assert words("trade.places.name") in notice.points
    assert notice.link is not None
    assert "years" not in notice.link.query


def test_a_filter_that_does_not_act_on_figures_says_so(package: Package, words: Words) -> None:
    line = words("trade.years_only")
    for key, card in charts(page(package, words, sectors=("trade",))).items():
        assert (line in card.notes) is (key != "trade_records")
    assert line not in said(page(package, words, years=(2010, 2019)))


def test_an_unknown_table_falls_back_to_the_first(package: Package, words: Words) -> None:
    switch = next(card for card in page(package, words, own={"view": "nonsense"}) if isinstance(card, Switch))
    assert switch.value == TABLES[0]


def test_every_chart_has_words_a_phone_and_a_way_to_its_sources(package: Package, words: Words) -> None:
    for key, card in charts(page(package, words)).items():
        assert card.alt
        assert card.narrow.data
        assert card.up_to
        assert key == "trade_records" or card.sources
