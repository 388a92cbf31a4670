"""The record page: what a reader finds, what is said of it, and the way back."""

import io
from collections.abc import Iterable
from typing import Any, TypeVar

import openpyxl
import pytest

from cards import Card, Cell, Chart, Details, Downloads, Link, Notice, Pager, Prose, Records, Sheet, Title
from exports.markup import cards as html
from loaders import Package
from tests.fixtures.composed import composed
from texts import Words
from views import address
from views.choices import Choices
from views.context import Context
from views.record import detail as record_detail
from views.record import page as record
from views.record.listing import RecordList

T = TypeVar("T")


def drawn(package: Package, words: Words, *, choices: Choices | None = None, **own: str) -> list[Card]:
    return composed(record.view, Context(package, (choices or Choices()).change(own=own), words))


def only(cards: Iterable[Card], kind: type[T]) -> T:
    found = [card for card in cards if isinstance(card, kind)]
    assert len(found) == 1, found
    return found[0]


def facts(cards: list[Card]) -> dict[str, list[Cell]]:
    return {pair.label: list(pair.values) for pair in only(cards, Details).pairs}


def listed(cards: list[Card]) -> list[str]:
    return [card.record for card in only(cards, Records).records]


def opened(link: Link | Any, package: Package, words: Words) -> list[Card]:
    """Follow a link as the address would be read."""
    assert isinstance(link, Link)
    years = (package.partnership.first_year, package.as_of.year)
    return record.view(
        Context(package, address.parse(link.query, years=years, languages=("en",), preferred="en"), words)
    )


def test_search_holds_every_direct_happening_once(package: Package, words: Words) -> None:
    exchanges, trade = package.frame("exchanges"), package.frame("trade_events")
    direct = int(exchanges["relation"].eq("direct").sum())
    more = int((trade["relation"].eq("direct") & trade["exchange_id"].isna()).sum())
    cards = drawn(package, words)
    assert only(cards, Records).heading == f"{direct + more} records held"
    assert f"{direct} exchanges and {more} trade records" in only(cards, Records).subtitle


def test_the_pages_together_show_every_record_once(package: Package, words: Words) -> None:
    pages = only(drawn(package, words), Pager).pages
    shown = [name for page in range(1, pages + 1) for name in listed(drawn(package, words, page=str(page)))]
    assert len(shown) == len(set(shown)) == int(only(drawn(package, words), Records).heading.split()[0])


def test_a_page_beyond_the_last_shows_the_last(package: Package, words: Words) -> None:
    pager = only(drawn(package, words, page="99"), Pager)
    assert pager.page == pager.pages


def test_newest_first_begins_with_what_oldest_first_ends_with(package: Package, words: Words) -> None:
    last = str(only(drawn(package, words), Pager).pages)
    assert listed(drawn(package, words, order="newest"))[0] == listed(drawn(package, words, page=last))[-1]


def test_wider_links_are_offered_and_the_link_shows_them(package: Package, words: Words) -> None:
    cards = drawn(package, words)
    held, more = (int(only(cards, Records).heading.split()[0]), only(cards, Records).more)
    assert more is not None
    wider = opened(more, package, words)
    assert int(only(wider, Records).heading.split()[0]) == held + int(more.label.split()[1])


def test_records_before_the_twinning_appear_when_no_years_are_chosen(package: Package, words: Words) -> None:
    assert listed(drawn(package, words, choices=Choices(wider=True)))[0] == "E001"
    later = Choices(wider=True, years=(2000, 2026))
    assert "E001" not in listed(drawn(package, words, choices=later))


def test_filters_act_on_the_search(package: Package, words: Words) -> None:
    chosen = Choices(sectors=("sport",), years=(2001, 2003), direction="outward")
    found = listed(drawn(package, words, choices=chosen))
    frame = package.frame("exchanges").set_index("id").loc[found]
    assert set(frame["sector"]) == {"sport"}
    assert frame["start_date"].dt.year.between(2001, 2003).all()


def test_nothing_found_says_so_and_leads_back(package: Package, words: Words) -> None:
    cards = drawn(package, words, choices=Choices(sectors=("sport",)), q="zzzz")
    notice = only(cards, Notice)
    assert "zzzz" in notice.text
    assert len(listed(opened(notice.link, package, words))) == 12


@pytest.mark.parametrize("view", ["gaps", "sources"])
def test_the_way_back_from_nothing_keeps_the_wider_links(view: str, package: Package, words: Words) -> None:
    choices = Choices(sectors=("tourism",), years=(2001, 2001), direction="inward", wider=True)
    link = only(drawn(package, words, choices=choices, view=view), Notice).link
    assert isinstance(link, Link)
    assert link.query == {"view": view, "relation": "wider", "lang": "en"}


def test_the_whole_result_can_be_taken_away_not_one_page(package: Package, words: Words) -> None:
    cards = drawn(package, words, q="expo")
    files = only(cards, Downloads).files
    assert [file.name for file in files] == ["records.xlsx", "records.csv"]
    sheet = openpyxl.load_workbook(io.BytesIO(files[0].make()))["Data"]
    assert sheet.max_row - 1 == int(only(cards, Records).heading.split()[0]) > 12


def test_the_way_back_from_a_record_keeps_the_search(package: Package, words: Words) -> None:
    first = only(drawn(package, words, q="expo", page="2"), Records).records[0]
    back = only(opened(first.link, package, words)[-1:], Prose).links[0]
    assert isinstance(back, Link)
    assert (back.query["q"], back.query["page"]) == ("expo", "2")
    assert "id" not in back.query


@pytest.mark.slow
def test_every_record_opens_in_full_and_names_its_sources(package: Package, words: Words) -> None:
    cited, records = package.frame("record_sources"), RecordList(package, Choices(), words)
    for name in ("exchanges", "trade_events"):
        for row in package.frame(name).to_dict("records"):
            cards = record_detail.cards(records, row["id"])
            assert only(cards, Title).heading == row["title"]
            links = cited["exchange_id"].eq(row["id"]) | cited["trade_event_id"].eq(row["id"])
            assert len(only(cards, Sheet).table.rows) == int(links.sum()) > 0


def test_an_unknown_code_is_said_to_be_unknown_with_the_way_back(package: Package, words: Words) -> None:
    notice = only(drawn(package, words, id="E999"), Notice)
    assert "E999" in notice.text
    assert len(listed(opened(notice.link, package, words))) == 12


def test_a_date_is_never_finer_than_its_precision(package: Package, words: Words) -> None:
    exchanges = package.frame("exchanges")
    for precision, parts in (("year", 1), ("month", 2), ("day", 3)):
        row = exchanges[exchanges["start_precision"].eq(precision) & exchanges["end_date"].isna()].iloc[0]
        when = facts(drawn(package, words, id=row["id"]))["When"][0].text.removesuffix(" (date inferred)")
        assert len(when.split()) == parts


def test_the_chinese_title_is_marked_as_chinese(package: Package, words: Words) -> None:
    cells = facts(drawn(package, words, id="E012"))["Title in every language"]
    assert html.cell(cells[1]).startswith('<span lang="zh-CN">利物浦')


def test_direction_is_given_only_where_it_is_counted(package: Package, words: Words) -> None:
    assert "Direction" in facts(drawn(package, words, id="E012"))
    exchanges = package.frame("exchanges")
    wider = exchanges[exchanges["relation"].eq("wider")].iloc[0]["id"]
    assert "Direction" not in facts(drawn(package, words, id=wider))


def test_a_sum_says_what_it_covers_and_that_it_is_never_added_up(package: Package, words: Words) -> None:
    cells = facts(drawn(package, words, id="TRD-022"))["Sum in pounds"]
    assert cells[0].text == "£100,000,000: this deal; signed"
    assert "Never added up" in cells[1].text


def test_the_outcome_stands_with_its_date_and_source(package: Package, words: Words) -> None:
    status, outcome, said = facts(drawn(package, words, id="TRD-022"))["What came of it"]
    assert status.text == "Delivered"
    assert "eight quay cranes" in outcome.text
    assert said.text.startswith("As of December 2019")
    assert said.link is not None


def test_a_blank_outcome_is_not_stated_rather_than_guessed(package: Package, words: Words) -> None:
    assert [cell.text for cell in facts(drawn(package, words, id="E012"))["What came of it"]] == ["Not stated"]


def test_both_lists_lead_to_each_other(package: Package, words: Words) -> None:
    for here, there in (("E073", "TRD-022"), ("TRD-022", "E073")):
        link = facts(drawn(package, words, id=here))["Also recorded as"][0].link
        assert isinstance(link, Link)
        assert link.query["id"] == there


def test_working_notes_are_shown_nowhere(package: Package, words: Words) -> None:
    row = package.frame("trade_events").set_index("id").loc["TRD-022"]
    cards = drawn(package, words, id="TRD-022")
    assert str(row["working_note"]) not in repr(cards)


def test_the_records_of_an_undertaking_are_listed_without_the_one_shown(package: Package, words: Words) -> None:
    others = listed(drawn(package, words, id="E012"))
    exchanges = package.frame("exchanges").set_index("id")
    assert "E012" not in others
    assert set(exchanges.loc[others, "part_of"]) == {"chinese_arch"}


def test_every_number_of_the_board_opens_exactly_that_many_records(package: Package, words: Words) -> None:
    for choices in (Choices(), Choices(wider=True, sectors=("trade",), years=(2012, 2016))):
        table = only(drawn(package, words, choices=choices, view="gaps")[:3], Chart).table
        cells = [cell for row in table.rows for cell in row[1:] if cell.link]
        assert cells
        for cell in cells[::7]:
            assert only(opened(cell.link, package, words), Records).heading.startswith(f"{cell.value} record")


def test_the_board_tells_none_held_from_not_applicable_and_unfinished(package: Package, words: Words) -> None:
    rows = {
        row[0].text: [cell.text for cell in row[1:]]
        for row in only(drawn(package, words, view="gaps"), Chart).table.rows
    }
    assert set(rows["1998"]) == {"not applicable"}
    assert set(rows["2004"]) == {"none held"}
    assert set(rows["2026"]) == {"none held up to 21 November 2026"}


def test_choosing_a_place_of_the_board_shows_its_records(package: Package, words: Words) -> None:
    chart = only(drawn(package, words, view="gaps", pick="sport:2001"), Chart)
    assert isinstance(chart.picked, Records)
    assert [card.record for card in chart.picked.records] == listed(
        drawn(package, words, choices=Choices(sectors=("sport",), years=(2001, 2001)))
    )


@pytest.mark.parametrize("pick", ["sport", "sport:", "sport:x", "nothing:2001", "sport:1700"])
def test_a_pick_that_means_nothing_shows_nothing(package: Package, words: Words, pick: str) -> None:
    assert only(drawn(package, words, view="gaps", pick=pick), Chart).picked is None


def test_a_source_shows_all_that_rests_on_it_whatever_the_filters(package: Package, words: Words) -> None:
    cards = drawn(package, words, choices=Choices(sectors=("sport",)), view="sources", pick="eureka2011")
    assert "E049" in listed(cards)
    assert "more than 770,000 visits" in {cell.text for row in only(cards, Sheet).table.rows for cell in row}


def test_every_number_of_a_source_opens_as_many_records(package: Package, words: Words) -> None:
    table = only(drawn(package, words, view="sources"), Sheet).table
    for row in [row for row in table.rows if row[-2].value][::40]:
        assert len(only(opened(row[-2].link, package, words), Records).records) == row[-2].value


def test_a_bar_of_sources_lists_as_many_sources(package: Package, words: Words) -> None:
    chart = only(drawn(package, words, view="sources"), Chart)
    bar = chart.figure.data[0]
    kind, count = bar.customdata[0][0], bar.x[0]
    assert len(only(drawn(package, words, view="sources", pick=kind), Sheet).table.rows) == count


def test_an_unknown_source_is_said_to_be_unknown(package: Package, words: Words) -> None:
    assert "nobody" in only(drawn(package, words, view="sources", pick="nobody"), Notice).text


def test_every_dataset_is_listed_with_licence_reach_and_next_release(package: Package, words: Words) -> None:
    rows = only(drawn(package, words, view="data"), Sheet).table.rows
    assert len(rows) == len(package.descriptor["resources"])
    assert all(cell.text for row in rows for cell in row)


def test_the_dictionary_of_a_dataset_explains_every_column(package: Package, words: Words) -> None:
    for resource in package.descriptor["resources"]:
        rows = only(drawn(package, words, view="data", dataset=resource["name"]), Sheet).table.rows
        assert [row[0].text for row in rows] == [field["name"] for field in resource["schema"]["fields"]]
        assert all(row[1].text for row in rows)


def test_a_dataset_comes_as_a_workbook_first_then_as_csv_with_nothing_but_its_rows(
    package: Package, words: Words
) -> None:
    files = only(drawn(package, words, view="data", dataset="exchanges"), Downloads).files
    assert [file.name for file in files] == ["exchanges.xlsx", "exchanges.csv"]
    header, *rows = files[1].make().decode("utf-8-sig").rstrip("\r\n").split("\r\n")
    assert len(rows) == len(package.frame("exchanges"))
    assert "working_note" not in header.split(",")
