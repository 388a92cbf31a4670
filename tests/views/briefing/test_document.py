"""The briefing: its parts, what it asks, and when there is none."""

from dataclasses import replace

import pytest

import queries.records
import texts
from cards import Briefing, Chart, Downloads, Findings, Notice, Prose, Sheet
from loaders import Package
from texts import Words
from views.briefing import document as briefing
from views.choices import SECTORS, Choices
from views.context import Context


def made(package: Package, words: Words, sector: str = "") -> Briefing:
    found = briefing.view(Context(package, Choices(lang=words.lang, sectors=(sector,) if sector else ()), words))
    assert isinstance(found, Briefing)
    return found


def part(paper: Briefing, key: str) -> Sheet | Chart:
    return next(card for card in paper.cards if isinstance(card, Sheet | Chart) and card.key == key)


def held(package: Package, sector: str) -> int:
    return len(queries.records.chosen(package.frame("exchanges"), sectors=[sector]))


def test_the_whole_has_findings_charts_tables_cautions_questions_and_sources(package: Package, words: Words) -> None:
    kinds = [type(card) for card in made(package, words).cards]
    assert kinds == [Findings, Chart, Sheet, Chart, Prose, Prose, Sheet]


@pytest.mark.parametrize("sector", SECTORS)
def test_under_five_records_there_is_no_briefing_but_a_word_to_read_them(
    package: Package, words: Words, sector: str
) -> None:
    found = briefing.view(Context(package, Choices(sectors=(sector,)), words))
    assert isinstance(found, Notice) == (held(package, sector) < 5)
    if isinstance(found, Notice):
        assert words("record.few", n=held(package, sector)) in found.text
        assert found.link is not None


def test_under_ten_records_no_chart_is_drawn_and_every_record_is_listed(package: Package, words: Words) -> None:
    paper = made(package, words, "sport")
    assert not [card for card in paper.cards if isinstance(card, Chart)]
    assert len(part(paper, "every").table.rows) == held(package, "sport")


def test_a_sector_tells_the_findings_of_its_own_figures_alone(package: Package, words: Words) -> None:
    pages = {}
    for sector in ("culture", "education", "trade"):
        found = made(package, words, sector).cards[0]
        assert isinstance(found, Findings)
        pages[sector] = {finding.link.page for finding in found.findings}
    assert "students" in pages["education"]
    assert "trade" in pages["trade"]
    assert pages["culture"] <= {"timeline", "record"}


def test_only_the_sector_acts_and_only_where_one_is_chosen(package: Package, words: Words) -> None:
    filtered = Choices(sectors=("culture",), years=(2010, 2012), direction="inward", wider=True)
    paper = briefing.view(Context(package, filtered, words))
    assert isinstance(paper, Briefing)
    assert part(paper, "latest") == part(made(package, words, "culture"), "latest")
    both = Context(package, Choices(sectors=("culture", "sport")), words)
    assert briefing.covered(both).choices == Choices()


def test_the_table_of_years_holds_every_record_of_the_chart(package: Package, words: Words) -> None:
    chart = part(made(package, words, "culture"), "both_ways")
    totals = [row[-1].value for row in chart.table.rows]
    assert sum(value for value in totals if isinstance(value, int)) == held(package, "culture")


def test_a_key_names_no_sector_that_is_not_drawn(package: Package, words: Words) -> None:
    chart = part(made(package, words, "governance"), "both_ways")
    assert isinstance(chart, Chart)
    assert [mark.label for mark in chart.marks if mark.shape == "dot"] == [words("sector.governance")]


def test_a_gap_that_is_not_there_asks_nothing(package: Package, words: Words) -> None:
    exchanges = package.frame("exchanges")
    sure = exchanges.assign(form="took_place", date_basis="stated", start_precision="day")
    clear = replace(package, frames={**package.frames, "exchanges": sure})

    def asked(which: Package) -> str:
        questions = [card for card in made(which, words).cards if isinstance(card, Prose)][-1]
        return " ".join(questions.points)

    assert "reported or proposed" in asked(package)
    assert "its date is inferred" in asked(package) or "their date is inferred" in asked(package)
    assert "reported or proposed" not in asked(clear)
    assert "date is inferred" not in asked(clear)


def test_no_sensitive_record_is_among_the_newest(package: Package, words: Words) -> None:
    exchanges = package.frame("exchanges")
    titles = set(exchanges.loc[exchanges["sensitive"].fillna(value=True), "title"])
    for sector in ("culture", "trade", "governance"):
        rows = part(made(package, words, sector), "latest").table.rows
        assert not titles & {row[1].text for row in rows}


def test_students_are_told_by_their_numbers_not_by_an_index(package: Package, words: Words) -> None:
    table = part(made(package, words, "education"), "tide").table
    assert not [column.label for column in table.columns if "index" in column.label]


def test_the_offer_makes_nothing_until_it_is_asked(
    package: Package, words: Words, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def write(_context: Context, _paper: Briefing, kind: str) -> bytes:
        asked.append(kind)
        return b"made"

    monkeypatch.setattr(briefing, "file", write)
    offered = briefing.offer(Context(package, Choices(sectors=("culture",)), words))
    assert isinstance(offered, Downloads)
    assert asked == []
    assert [offered.files[0].make(), offered.files[0].make()] == [b"made", b"made"]
    assert asked == ["docx"]
    assert offered.files[0].name == f"briefing-culture-{package.as_of.isoformat()}.docx"


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_every_briefing_is_written_in_every_language(package: Package, lang: str) -> None:
    words = texts.load(lang, **package.partnership.names(lang))
    for sector in ("", *SECTORS):
        assert briefing.view(Context(package, Choices(lang=lang, sectors=(sector,) if sector else ()), words))
