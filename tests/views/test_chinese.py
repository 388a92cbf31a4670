"""Views in Chinese: the same findings in the language's own words, steps and signs."""

from dataclasses import replace

import pandas as pd
import pytest

import texts
from cards import Chart, Details, Downloads, Findings, Strip
from loaders import Package
from texts import Words
from views import outcomes
from views.about import page as about
from views.briefing import document as briefing
from views.choices import Choices
from views.context import Context
from views.overview import page as overview
from views.record import archive
from views.record import page as record
from views.students import page as students
from views.students.figures import StudentFigures
from views.trade import page as trade
from views.wording import untranslated
from views.wording.figures import Figures

ZH = Choices(lang="zh")


@pytest.fixture(scope="module")
def chinese(package: Package) -> Words:
    return texts.load("zh", **package.partnership.names("zh"))


def said(package: Package, words: Words) -> list[str]:
    choices = Choices(lang=words.lang)
    found = next(card for card in overview.view(Context(package, choices, words)) if isinstance(card, Findings))
    return [f"{finding.sentence} {finding.caution}" for finding in found.findings]


def test_the_same_findings_are_made_in_every_language(package: Package, words: Words, chinese: Words) -> None:
    assert len(said(package, chinese)) == len(said(package, words))
    assert any("LJMU" in finding for finding in said(package, chinese))


def test_money_is_told_in_the_languages_own_steps(package: Package, words: Words, chinese: Words) -> None:
    assert any("£22.9bn" in finding for finding in said(package, words))
    assert any("229亿英镑" in finding for finding in said(package, chinese))


def test_the_headline_of_visits_keeps_more_than(package: Package, chinese: Words) -> None:
    strip = next(card for card in overview.view(Context(package, ZH, chinese)) if isinstance(card, Strip))
    visits = strip.headlines[-1]
    assert (visits.value, visits.period.partition("；")[0]) == ("逾77万", "2010年5月1日至10月31日")


def test_an_academic_year_is_called_one_once(package: Package, chinese: Words) -> None:
    cards = [*overview.view(Context(package, ZH, chinese)), *students.view(Context(package, ZH, chinese))]
    spoken = [
        text
        for card in cards
        if isinstance(card, Chart)
        for text in (card.heading, card.subtitle, card.alt, card.up_to, *card.notes)
    ]
    assert not [text for text in spoken if "学年学年" in text or "年年" in text]
    country = next(card for card in cards if isinstance(card, Chart) and card.key == "country")
    assert "（2021/22学年，" in country.heading


def test_a_chart_of_money_stands_on_an_axis_of_the_languages_own_steps(
    package: Package, words: Words, chinese: Words
) -> None:
    def drawn(said_in: Words) -> tuple[float, str]:
        cards = trade.view(Context(package, Choices(lang=said_in.lang), said_in))
        figure = next(card for card in cards if isinstance(card, Chart) and card.key == "trade_country").figure
        return max(value for value in figure.data[0].y if value is not None), figure.layout.yaxis.ticksuffix.strip()

    (pounds, english), (steps, suffix) = drawn(words), drawn(chinese)
    assert (english, suffix) == ("bn", "亿英镑")
    assert steps == pytest.approx(pounds * 10)


def test_the_institutions_met_are_named_whatever_the_cities_are_called(package: Package, chinese: Words) -> None:
    details = next(card for card in outcomes.view(Context(package, ZH, chinese)) if isinstance(card, Details))
    met = next(pair for pair in details.pairs if pair.label == chinese("mission.institutions"))
    assert "上海师范大学" in [cell.text for cell in met.values]


def test_a_caution_that_series_share_is_said_once(package: Package, chinese: Words) -> None:
    figures = StudentFigures(package, ZH, chinese)
    text = figures.cautions(figures.panel("students_index"))
    parts = [part for part in text.split("。") if part]
    assert len(parts) == len(set(parts)) > 1


def test_the_data_are_described_in_the_readers_language(package: Package, chinese: Words) -> None:
    cards = record.view(Context(package, ZH.change(own={"view": "data", "dataset": "exchanges"}), chinese))
    details = next(card for card in cards if isinstance(card, Details))
    assert details.heading == package.resource("exchanges")["title_zh"]


def test_a_draft_is_called_one_until_no_row_is(package: Package, words: Words, chinese: Words) -> None:
    read = {
        name: frame.assign(zh_status="reviewed") if "zh_status" in frame else frame
        for name, frame in package.frames.items()
    }
    assert chinese("app.draft") in about.footer(Context(package, ZH, chinese))
    assert chinese("app.draft") not in about.footer(Context(replace(package, frames=read), ZH, chinese))
    assert words("app.draft") not in about.footer(Context(package, Choices(), words))


def test_names_without_characters_are_kept_and_sentences_are_not(package: Package) -> None:
    kept = untranslated.names(package, "zh")
    assert {"Open Eye Gallery", "Public Sector Executive"} <= kept
    assert not {"Records held", "Students", "Overview"} & kept
    assert untranslated.names(package, "en") == frozenset()


def test_a_figure_printed_in_round_numbers_is_written_in_round_numbers(package: Package, chinese: Words) -> None:
    row = {"status": "about", "value": 76000.0, "value_high": pd.NA, "unit": "students"}
    assert Figures(package, ZH, chinese).value(row) == "约7.6万"
    assert Figures(package, ZH, chinese).value({**row, "status": "as_published"}) == "76,000"


def test_files_to_take_away_are_named_in_chinese(package: Package, words: Words, chinese: Words) -> None:
    offered = briefing.offer(Context(package, ZH.change(sectors=("culture",)), chinese))
    assert isinstance(offered, Downloads)
    day = package.as_of.isoformat()
    assert [file.name for file in offered.files] == [
        f"文化：利物浦与上海简报-{day}.{kind}" for kind in ("docx", "html")
    ]
    assert archive.name(package, chinese) == f"利物浦与上海数据-{package.version}"
    assert archive.name(package, words) == f"{package.descriptor['name']}-{package.version}"


def test_an_axis_of_students_is_written_in_wan(package: Package, words: Words, chinese: Words) -> None:
    def marks(choices: Choices, spoken: Words) -> tuple[str, ...]:
        cards = students.view(Context(package, choices, spoken))
        chart = next(card for card in cards if isinstance(card, Chart) and card.key == "country")
        return tuple(chart.figure.layout.yaxis.ticktext)

    assert marks(ZH, chinese)[:3] == ("0", "2万", "4万")
    assert marks(Choices(), words)[:3] == ("0", "20,000", "40,000")
