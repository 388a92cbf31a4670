"""The slides say what the data hold, with its qualifier, and nothing that a hall should not be shown."""

from dataclasses import replace

import pandas as pd
import pytest

from cards import Chart
from cards.slides import Slide, Talk
from loaders import Deck, Package, SlideEntry
from loaders.package import Frames
from texts import Words
from views.address import written
from views.choices import Choices
from views.context import Context
from views.deck import talk as deck
from views.places import PLACES

MODES = ("en", "zh", "both")


def changed(package: Package, **frames: pd.DataFrame) -> Package:
    """Give the package with some frames exchanged."""
    return replace(package, frames=Frames({**package.frames, **frames}))


@pytest.fixture(scope="module")
def talk(package: Package) -> Talk:
    return deck.talk(package, package.deck)


@pytest.fixture(scope="module")
def slides(talk: Talk) -> dict[str, Slide]:
    return {slide.key.partition("-")[2]: slide for slide in talk.slides["en"]}


def one(package: Package, words: Words, **entry: str) -> Slide:
    """Compose a deck of one slide."""
    (slide,) = deck.talk(package, Deck(slides=(SlideEntry(**entry),))).slides[words.lang]  # type: ignore[arg-type]
    return slide


def fault(package: Package, words: Words, **entry: str) -> str:
    """Give what is said of a deck whose one slide cannot be shown."""
    only = Deck(slides=(SlideEntry(**entry),))  # type: ignore[arg-type]
    assert deck.talk(package, only).slides[words.lang] == ()
    (said,) = deck.faults(package, only, words)
    return said


def said(slide: Slide) -> str:
    """Join every word of a slide, those inside its figure too."""
    points = [text for point in slide.points for text in (point.label, *(cell.text for cell in point.values))]
    drawn = str(slide.figure.to_json()) if slide.figure is not None else ""
    told = (slide.heading, slide.subtitle, slide.alt, slide.value or "", slide.note, slide.source, slide.spoken)
    return " ".join([*told, *points, drawn])


def test_the_deck_that_ships_has_no_fault_in_either_language(package: Package, talk: Talk) -> None:
    assert {mode: len(shown) for mode, shown in talk.slides.items()} == dict.fromkeys(MODES, len(package.deck.slides))
    assert 10 <= len(package.deck.slides) <= 14


@pytest.mark.parametrize("mode", MODES)
def test_slides_know_their_place_in_every_mode(talk: Talk, mode: str) -> None:
    assert [slide.key[:2] for slide in talk.slides[mode]] == [
        f"{place:02}" for place in range(1, len(talk.slides[mode]) + 1)
    ]


def test_every_slide_has_what_the_speaker_says_in_both_languages(talk: Talk) -> None:
    for first, second in zip(talk.slides["en"], talk.slides["zh"], strict=True):
        assert first.spoken
        assert second.spoken
        assert first.spoken != second.spoken


def test_the_title_gives_the_month_of_twinning_and_no_day(slides: dict[str, Slide], package: Package) -> None:
    assert slides["title"].heading == f"{package.partnership.home.name} and {package.partnership.away.name}"
    assert slides["title"].subtitle == "Twinned in October 1999"


def test_the_title_gives_the_day_of_the_occasion_once_it_is_set(package: Package, words: Words) -> None:
    occasion = replace(package.deck.occasion, date="2029-10-01")
    only = Deck(occasion=occasion, slides=(SlideEntry(kind="title", address="/"),))
    assert deck.talk(package, only).slides[words.lang][0].subtitle == "1 October 2029"


def test_visits_keep_their_qualifier_and_follow_the_data(package: Package, words: Words) -> None:
    figures = package.frame("trade_figures")
    visits = figures["series_id"].eq("expo_2010_pavilion_visits")
    other = changed(package, trade_figures=figures.assign(value=figures["value"].mask(visits, 123_000)))
    entry = {"kind": "figure", "series": "expo_2010_pavilion_visits", "address": "/record?id=E049"}
    for given, value in ((package, "more than 770,000"), (other, "more than 123,000")):
        slide = one(given, words, **entry)
        assert slide.value == value
        assert "not visits to" in slide.note


def test_nearly_stands_with_the_number_of_those_who_went(slides: dict[str, Slide]) -> None:
    assert slides["outward_ljmu_shanghai_since_2018"].value == "nearly 250"


def test_a_figure_that_is_not_called_safe_is_refused(package: Package, words: Words) -> None:
    assert "headline_figures" in fault(package, words, kind="figure", address="/trade", series="non_eu_ljmu")


def test_every_dot_stands_on_the_slide_but_no_title_and_no_id(slides: dict[str, Slide], package: Package) -> None:
    figure = slides["both_ways"].figure
    assert figure is not None
    exchanges = package.frame("exchanges")
    direct = exchanges[exchanges["relation"].eq("direct") & exchanges["start_date"].dt.year.ge(1999)]
    assert sum(len(trace.x) for trace in figure.select_traces(selector={"type": "scatter"})) == len(direct)
    assert all(trace.customdata is None and trace.text is None for trace in figure.data)
    assert slides["both_ways"].heading.startswith(f"{len(direct)} ")


def test_the_build_stops_at_each_mark_that_charts_carry(slides: dict[str, Slide], package: Package) -> None:
    years = package.frame("exchanges").set_index("id")["start_date"].dt.year
    marked = sorted({int(years[mark.record]) for mark in package.partnership.annotations})
    assert list(slides["both_ways"].stops) == marked
    assert slides["tide"].stops == ()


def test_the_records_line_stands_under_the_charts_of_records(slides: dict[str, Slide], words: Words) -> None:
    for key in ("both_ways", "where", "then_and_now"):
        assert slides[key].note == words("record.line")


def test_the_filters_of_the_address_act_on_the_slide(package: Package, words: Words) -> None:
    slide = one(
        package,
        words,
        kind="chart",
        card="both_ways",
        address="/timeline?sector=culture&years=2008-2012",
        headline="{records} held",
    )
    exchanges = package.frame("exchanges")
    kept = exchanges["relation"].eq("direct") & exchanges["sector"].eq("culture")
    kept &= exchanges["start_date"].dt.year.between(2008, 2012)
    assert slide.heading == f"{int(kept.sum())} held"
    assert slide.link is not None
    assert (slide.link.page, slide.link.query["sector"]) == ("timeline", "culture")


def test_a_sensitive_record_is_nowhere_named(talk: Talk, package: Package) -> None:
    exchanges = package.frame("exchanges")
    sensitive = exchanges[exchanges["sensitive"]]
    assert len(sensitive) > 0
    for mode, column in (("en", "title"), ("zh", "title_zh")):
        for slide in talk.slides[mode]:
            assert [title for title in sensitive[column] if title in said(slide)] == []


def test_a_sensitive_record_cannot_be_put_on_a_slide(package: Package, words: Words) -> None:
    exchanges = package.frame("exchanges")
    name = exchanges.loc[exchanges["sensitive"], "id"].iloc[0]
    assert name in fault(package, words, kind="milestone", address=f"/record?id={name}")


def test_an_undertaking_with_a_sensitive_step_cannot_be_put_on_a_slide(package: Package, words: Words) -> None:
    assert "TRD-029" in fault(
        changed(
            package,
            trade_events=package.frame("trade_events").assign(
                sensitive=lambda frame: frame["sensitive"] | frame["id"].eq("TRD-029")
            ),
        ),
        words,
        kind="thread",
        address="/outcomes?pick=new_chinatown",
    )


def test_a_marked_record_that_becomes_sensitive_loses_its_label(package: Package, words: Words) -> None:
    exchanges = package.frame("exchanges")
    mark = package.partnership.annotations[0]
    hidden = exchanges.assign(sensitive=exchanges["sensitive"] | exchanges["id"].eq(mark.record))

    def labels(given: Package) -> list[str]:
        figure = one(given, words, kind="chart", card="both_ways", address="/timeline").figure
        assert figure is not None
        return [label.text for label in figure.layout.annotations]

    assert mark.label in labels(package)
    assert mark.label not in labels(changed(package, exchanges=hidden))


def test_students_are_not_called_by_one_country(slides: dict[str, Slide], package: Package) -> None:
    slide = slides["tide"]
    assert "outside the EU" in slide.heading
    assert "China" not in slide.heading + slide.subtitle
    assert "not China alone" in slide.note
    assert "CC BY 4.0" in slide.source
    figures = package.frame("students").set_index(["series_id", "period"])["value"]
    for period in ("2014/15", "2023/24"):
        assert f"{figures['non_eu_university_of_liverpool', period]:,.0f}" in slide.heading


def test_the_students_slide_has_lines_and_no_boxes(slides: dict[str, Slide]) -> None:
    figure = slides["tide"].figure
    assert figure is not None
    assert [trace.mode for trace in figure.data] == ["lines+markers"] * 3
    assert tuple(figure.layout.yaxis.domain) == (0, 1)


def test_a_thread_shows_its_steps_and_what_it_came_to(slides: dict[str, Slide], package: Package) -> None:
    threads = package.frame("threads")
    labels = threads.loc[threads["undertaking_id"].eq("liverpool2_cranes"), "label"].tolist()
    slide = slides["liverpool2_cranes"]
    assert [point.values[0].text for point in slide.points] == labels
    assert slide.points[0].label == "April 2014"
    assert slide.subtitle == "Delivered: eight quay cranes, 2015 and 2019"


def test_a_long_thread_says_how_many_steps_it_leaves_out(slides: dict[str, Slide], package: Package) -> None:
    steps = int(package.frame("threads")["undertaking_id"].eq("john_moores_prize_china").sum())
    slide = slides["john_moores_prize_china"]
    assert slide.note.startswith(f"{steps - len(slide.points)} steps in between")


def test_then_and_now_compares_shares_and_not_counts(slides: dict[str, Slide], package: Package) -> None:
    slide = slides["then_and_now"]
    exchanges = package.frame("exchanges")
    direct = exchanges[exchanges["relation"].eq("direct")]
    years = direct["start_date"].dt.year
    for trace, (first, last) in zip(slide.figure.data, ((1999, 2012), (2013, 2026)), strict=True):  # type: ignore[union-attr]
        part = direct[years.between(first, last)]
        assert trace.x[0] == pytest.approx(part["sector"].eq("culture").mean())
        assert sum(trace.x) == pytest.approx(1)


def test_then_and_now_needs_ten_records_in_both(package: Package, words: Words) -> None:
    said = fault(package, words, kind="then_and_now", address="/timeline?years=2005-2026", then="1999-2004")
    assert "at least 10 records" in said


@pytest.mark.parametrize(
    ("entry", "named"),
    [
        ({"kind": "chart", "address": "/nowhere", "card": "x"}, "/nowhere"),
        ({"kind": "chart", "address": "/trade", "card": "both_ways"}, "both_ways"),
        ({"kind": "chart", "address": "/students", "card": "totals"}, "totals"),
        ({"kind": "milestone", "address": "/record?id=E999"}, "E999"),
        ({"kind": "thread", "address": "/outcomes?pick=nothing"}, "nothing"),
        ({"kind": "figure", "address": "/", "series": "nothing"}, "nothing"),
        ({"kind": "finding", "address": "/", "card": "99"}, "99"),
        ({"kind": "title", "address": "/", "headline": "{visits}"}, "visits"),
        ({"kind": "title", "address": "/", "headline": "{home"}, "brace"),
        ({"kind": "title", "address": "/", "headline": "770,000 visits"}, "770,000"),
        ({"kind": "title", "address": "/", "note": "About 250 people"}, "250"),
    ],
)
def test_what_cannot_be_shown_is_named_with_its_slide(
    package: Package, words: Words, entry: dict[str, str], named: str
) -> None:
    said = fault(package, words, **entry)
    assert said.startswith("Slide 1: ")
    assert named in said


def test_a_slide_whose_page_cannot_be_read_is_left_out_and_named(package: Package, words: Words) -> None:
    without = replace(package, frames=Frames({name: f for name, f in package.frames.items() if name != "coastline"}))
    assert "timeline" in fault(without, words, kind="chart", address="/timeline", card="both_ways")


def test_years_and_names_may_hold_digits(package: Package, words: Words) -> None:
    slide = one(package, words, kind="title", address="/", headline="Expo 2010 and Liverpool2, May 2025")
    assert slide.heading == "Expo 2010 and Liverpool2, May 2025"


def test_a_paired_slide_holds_both_languages_and_each_label_twice(talk: Talk) -> None:
    for english, chinese, both in zip(*(talk.slides[mode] for mode in MODES), strict=True):
        assert both.heading == english.heading
        assert both.twin is not None
        assert both.twin.heading == chinese.heading
        if both.figure is not None and english.figure is not None:
            assert len(both.figure.data) == len(english.figure.data)
    paired = next(slide for slide in talk.slides["both"] if slide.key.endswith("both_ways"))
    labels = [label.text for label in paired.figure.layout.annotations]  # type: ignore[union-attr]
    assert "Twinned, October 1999<br>1999年10月结好" in labels


def test_a_slide_held_to_a_language_is_the_same_in_every_mode(package: Package) -> None:
    only = Deck(slides=(SlideEntry(kind="title", address="/", lang="zh"),))
    talk = deck.talk(package, only)
    assert {talk.slides[mode][0].heading for mode in MODES} == {talk.slides["zh"][0].heading}


def test_no_code_is_drawn_until_a_public_address_is_set(package: Package, talk: Talk) -> None:
    assert {slide.code for slide in talk.slides["en"]} == {""}
    named = replace(package, partnership=replace(package.partnership, static_edition="https://pages.example/lp"))
    only = Deck(slides=(SlideEntry(kind="milestone", address="/record?id=E012", chapter_end=True),))
    codes = {mode: deck.talk(named, only).slides[mode][0].code for mode in ("en", "zh")}
    assert codes == {
        "en": "https://pages.example/lp/record/E012.html",
        "zh": "https://pages.example/lp/zh/record/E012.html",
    }


def test_each_slide_with_a_number_names_its_source_or_its_basis(slides: dict[str, Slide]) -> None:
    assert all(slide.source for key, slide in slides.items() if key != "title")


def test_every_chart_of_one_panel_can_be_a_slide(package: Package, words: Words) -> None:
    shown: list[str] = []
    refused: list[str] = []
    views = [(place, look) for place in PLACES.values() if place.static for look in place.looks or ("",)]
    for place, look in views:
        choices = Choices(own={"view": look} if look else {})
        for card in place.view(Context(package, choices, words)):
            if isinstance(card, Chart):
                entry = SlideEntry(kind="chart", address=written(place.address, choices), card=card.key)
                talk = deck.talk(package, Deck(slides=(entry,)))
                (shown if talk.slides["both"] else refused).append(card.key)
                assert card.panels == (not talk.slides["both"]), card.key
    assert {"both_ways", "where", "partners", "threads", "tide", "trade_port_home", "trade_investment"} <= set(shown)
    assert {"totals", "campus"} <= set(refused)
