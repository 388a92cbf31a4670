"""What the Students page says."""

from dataclasses import replace
from typing import Any

import pytest

from cards import Chart, Details, Notice, Sheet, Source, Title
from loaders import Package
from tests.fixtures.composed import composed
from texts import Words
from views.choices import Choices
from views.context import Context
from views.students import page as students


@pytest.fixture
def page(package: Package, words: Words) -> Any:
    def cards(**chosen: Any) -> list[Any]:
        return composed(students.view, Context(package, replace(Choices(), **chosen), words))

    return cards


def by_key(cards: list[Any]) -> dict[str, Any]:
    return {card.key: card for card in cards if isinstance(card, Chart | Sheet)}


def test_the_page_opens_with_its_title_and_has_every_part(page: Any) -> None:
    cards = page()
    assert isinstance(cards[0], Title)
    assert list(by_key(cards)) == ["tide", "totals", "country", "campus", "route", "also", "unsure"]


def test_the_index_names_its_base_and_says_that_its_axis_does_not_start_at_zero(page: Any) -> None:
    assert "2014/15 = 100" in by_key(page())["tide"].subtitle
    assert "2016/17 = 100" in by_key(page(years=(2016, 2022)))["tide"].subtitle
    assert "not at zero" in by_key(page())["tide"].subtitle


def test_lines_end_in_real_counts(page: Any) -> None:
    for figure in (by_key(page())["tide"].figure, by_key(page())["tide"].narrow):
        texts = " ".join(note.text for note in figure.layout.annotations)
        for count in ("656,795", "7,750", "1,890"):
            assert count in texts


def test_nine_boxes_are_not_held_and_one_is_second_hand(page: Any) -> None:
    tide = by_key(page())["tide"]
    boxes = {trace.name: trace for trace in tide.figure.data}
    assert list(boxes["not_held"].text) == ["not held"] * 9
    assert list(boxes["held"].text) == ["<b>3,430</b><br>second-hand"]
    assert any("HESA Table 28" in note and "Asia page" in note for note in tide.notes)


def test_no_heading_drawn_from_non_eu_figures_names_china(page: Any) -> None:
    for years in (None, (2015, 2020), (2021, 2022), (2023, 2023)):
        cards = by_key(page(years=years))
        assert all(
            "China" not in cards[key].heading and "Chinese" not in cards[key].heading for key in ("tide", "totals")
        )


def test_the_table_of_the_index_shows_missing_as_missing(page: Any) -> None:
    rows = by_key(page())["tide"].table.rows
    assert [row[-1].text for row in rows] == ["not held"] * 9 + ["3,430"]
    assert rows[0][-1].value is None


def test_one_period_is_a_table_and_not_a_chart(page: Any) -> None:
    cards = by_key(page(years=(2023, 2023)))
    assert isinstance(cards["tide"], Sheet)
    assert "3,430" in [row[1].text for row in cards["tide"].table.rows]


def test_years_without_a_figure_say_so_and_offer_the_way_back(page: Any) -> None:
    notices = [card for card in page(years=(2000, 2001)) if isinstance(card, Notice)]
    assert notices
    assert all(notice.link is not None and "years" not in notice.link.query for notice in notices)


def test_a_filter_that_does_not_act_is_named(page: Any) -> None:
    assert any(isinstance(card, Notice) for card in page(sectors=("culture",)))
    assert not any(isinstance(card, Notice) for card in page())


def test_choosing_a_mark_opens_what_it_rests_on_in_its_own_chart_only(page: Any) -> None:
    cards = by_key(page(own={"pick": "tide:S0051"}))
    picked = cards["tide"].picked
    assert isinstance(picked, Details)
    links = [cell.link.url for pair in picked.pairs for cell in pair.values if isinstance(cell.link, Source)]
    assert links == ["https://www.ukpass.org/information/detail-12999.html"]
    assert all(cards[key].picked is None for key in ("totals", "country", "campus"))


@pytest.mark.slow
def test_every_mark_that_can_be_chosen_opens_something(page: Any) -> None:
    for key in ("tide", "totals", "country", "campus"):
        figure = by_key(page())[key].figure
        picks = [data[0] for trace in figure.data for data in trace.customdata or () if data and data[0]]
        assert picks
        for pick in (picks[0], picks[-1]):
            assert by_key(page(own={"pick": pick}))[key].picked is not None


def test_an_unknown_pick_opens_nothing(page: Any) -> None:
    assert all(card.picked is None for card in page(own={"pick": "tide:nothing"}) if isinstance(card, Chart))


def test_what_is_said_of_the_campus_keeps_more_than_and_about(page: Any) -> None:
    assert "about 25,000" in by_key(page())["campus"].heading
    values = [row[1].text for row in by_key(page())["campus"].table.rows]
    assert "8,000 to 9,000" in values
    assert "more than 5,800" in values


def test_a_value_known_only_in_words_keeps_no_bare_number(page: Any) -> None:
    for row in by_key(page())["route"].table.rows:
        assert row[1].value is None
        assert row[1].text.startswith("about ")


def test_undated_and_unconfirmed_figures_stand_apart(page: Any) -> None:
    cards = by_key(page())
    apart = [row[0].text for row in cards["unsure"].table.rows]
    assert any("unconfirmed" in name for name in apart)
    assert not any("unconfirmed" in row[0].text or row[2].text == "no date" for row in cards["also"].table.rows)


def test_every_figure_of_the_students_file_is_on_the_page(page: Any, package: Package) -> None:
    cards = by_key(page())
    listed = sum(len(cards[key].table.rows) for key in ("totals", "country", "campus", "route", "also", "unsure"))
    alone = {
        "students_index": 10,
        "students_china_home": 1,
    }  # the country's index and the one count stand in the tide's table
    assert listed + sum(alone.values()) == len(package.frame("students"))


def test_every_chart_has_alt_text_a_table_sources_and_says_how_far_it_goes(page: Any) -> None:
    for card in page():
        if isinstance(card, Chart):
            assert len(card.alt) > 40
            assert card.table.rows
            assert card.sources
            assert "Data up to" in card.up_to
            assert "Next release" in card.up_to


@pytest.mark.parametrize(
    "years",
    [(1999, 1999), (2006, 2007), (2013, 2014), (2014, 2015), (2017, 2018), (2021, 2026), (2025, 2025), (2026, 2026)],
)
def test_no_choice_of_years_breaks_the_page(page: Any, years: tuple[int, int]) -> None:
    assert isinstance(page(years=years)[0], Title)
