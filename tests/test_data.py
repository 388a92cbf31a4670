"""The data are what the evidence holds: totals counted by hand, matched pairs that agree, words fit for readers."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import frictionless
import pandas as pd
import pytest

import loaders
from tests.conftest import DATA

SENSITIVE = {
    "exchanges": {"E063", "E072", "E075", "E085", "E148", "E149", "E154", "E171"},
    "trade_events": {
        *("TRD-013", "TRD-015", "TRD-018", "TRD-021", "TRD-025", "TRD-026"),
        *("TRD-028", "TRD-029", "TRD-037", "TRD-042", "TRD-051", "TRD-062"),
    },
}
# Columns that stay with those who keep the data; every other text is read by the public.
KEPT_BACK = {"working_note", "copy_note"}


@pytest.fixture(scope="module")
def exchanges(package: loaders.Package) -> pd.DataFrame:
    return package.frame("exchanges")


@pytest.fixture(scope="module")
def direct(exchanges: pd.DataFrame) -> pd.DataFrame:
    return exchanges[exchanges["relation"].eq("direct")]


@pytest.fixture(scope="module")
def events(package: loaders.Package) -> pd.DataFrame:
    return package.frame("trade_events")


def test_another_program_finds_the_package_valid() -> None:
    report = frictionless.validate(str(DATA / "datapackage.json"))
    assert report.flatten(["name", "type", "rowNumber", "fieldName", "note"]) == []
    assert report.valid


def test_the_loader_finds_no_problem(package: loaders.Package) -> None:
    assert package.problems == ()


def test_every_row_of_the_evidence_is_held(package: loaders.Package) -> None:
    held = {name: len(package.frame(name)) for name in ("exchanges", "trade_events", "students", "trade_figures")}
    assert held == {"exchanges": 191, "trade_events": 67, "students": 404, "trade_figures": 451}


def test_what_the_mission_could_consist_of_is_never_said_to_have_happened(package: loaders.Package) -> None:
    strands = package.frame("mission").query("category == 'strand'")
    assert strands["status"].tolist() == ["announced"] * 6


def test_exchanges_count_as_they_do_by_hand(exchanges: pd.DataFrame, direct: pd.DataFrame) -> None:
    assert exchanges["relation"].value_counts().to_dict() == {
        "direct": 116,
        "wider": 28,
        "related": 25,
        "background": 22,
    }
    assert direct["direction"].value_counts(dropna=False).to_dict() == {"outward": 47, "both": 36, "inward": 33}
    assert direct["sector"].value_counts().to_dict() == {
        "culture": 43,
        "education": 21,
        "governance": 15,
        "trade": 15,
        "heritage": 6,
        "sport": 6,
        "community": 5,
        "innovation": 4,
        "tourism": 1,
    }
    assert int(direct["start_date"].dt.year.isin([2009, 2010, 2018, 2019]).sum()) == 53


def test_the_years_with_no_direct_record_are_these(direct: pd.DataFrame) -> None:
    assert set(range(1999, 2027)) - set(direct["start_date"].dt.year) == {2004, 2026}


def test_a_trade_event_that_is_an_exchange_agrees_with_it(exchanges: pd.DataFrame, events: pd.DataFrame) -> None:
    pairs = events.merge(exchanges, left_on="exchange_id", right_on="id", suffixes=("", "_exchange"))
    assert len(pairs) == 31
    for column in ("relation", "direction", "start_date", "start_precision", "end_date", "place_id", "part_of"):
        one, other = pairs[column], pairs[f"{column}_exchange"]
        assert pairs.loc[~(one.eq(other).fillna(value=False) | (one.isna() & other.isna())), "id"].tolist() == [], (
            column
        )


def test_records_to_handle_with_care_are_marked(package: loaders.Package) -> None:
    for name, marked in SENSITIVE.items():
        frame = package.frame(name)
        assert set(frame.loc[frame["sensitive"].fillna(value=False), "id"]) == marked


def test_every_record_names_a_source(package: loaders.Package, exchanges: pd.DataFrame, events: pd.DataFrame) -> None:
    links = package.frame("record_sources")
    assert set(exchanges["id"]) <= set(links["exchange_id"].dropna())
    assert set(events["id"]) <= set(links["trade_event_id"].dropna())


def test_every_figure_names_its_source(package: loaders.Package) -> None:
    for name in ("students", "trade_figures"):
        figures = package.frame(name)
        assert figures.loc[figures["source_id"].isna(), "id"].tolist() == []


def test_no_figure_is_nought_for_want_of_one(package: loaders.Package) -> None:
    for name in ("students", "trade_figures"):
        figures = package.frame(name)
        blank = figures[figures["value"].isna()]
        assert blank["status"].isin(["suppressed", "not_held", "range", "planned", "forecast"]).all(), name


def test_a_line_is_one_vintage(package: loaders.Package) -> None:
    series = package.frame("series")
    lines = series.loc[series["mark"].eq("line"), "id"]
    for name in ("students", "trade_figures"):
        figures = package.frame(name)
        drawn = figures[figures["series_id"].isin(lines)]
        vintages = drawn.groupby("series_id")["vintage"].nunique()
        assert vintages[vintages.ne(1)].index.tolist() == []
        assert drawn.loc[drawn["vintage"].isna(), "id"].tolist() == []


def test_what_charts_mark_is_a_record_fit_to_be_marked(package: loaders.Package, direct: pd.DataFrame) -> None:
    rows = direct.set_index("id")
    for mark in package.partnership.annotations:
        assert mark.record in rows.index
        assert not bool(rows.loc[mark.record, "sensitive"])
        assert len(mark.label) <= 50


def _public_texts(package: loaders.Package) -> Iterator[tuple[str, str, str, str]]:
    """Give every text for readers with its resource, its row and its column."""
    for resource in package.descriptor["resources"]:
        frame = package.frame(resource["name"])
        for name in _read_by_the_public(resource):
            for key, text in zip(frame.iloc[:, 0], frame[name], strict=True):
                if isinstance(text, str):
                    yield resource["name"], str(key), name, text


def test_the_lost_heritage_title_is_never_said_to_be_held(package: loaders.Package) -> None:
    held = re.compile(
        r"\b(is|remains|still) (a|an|the|its)? ?(UNESCO )?World Heritage|现为世界遗产|(?<!不再)(?<!已不)(?<!并非)是世界遗产",
        re.IGNORECASE,
    )
    assert [place for *place, text in _public_texts(package) if held.search(text)] == []


def test_no_address_of_the_reused_domain_is_printed(package: loaders.Package) -> None:
    assert [place for *place, text in _public_texts(package) if "l-s-p.org" in text] == []
    assert not package.frame("sources")["url"].str.contains("l-s-p.org").any()


def test_no_text_for_readers_is_a_working_paper(package: loaders.Package) -> None:
    codes = {str(source) for source in package.frame("sources")["id"] if re.search(r"\d", str(source))}
    working = re.compile(r"check before|working note|not opened here|\bTODO\b|\bE\d{3}\b|\bTRD-\d{3}\b", re.IGNORECASE)
    found = [
        (*place, text[:120])
        for *place, text in _public_texts(package)
        if working.search(text) or codes & set(re.findall(r"[\w-]+", text))
    ]
    assert found == []


def _read_by_the_public(resource: Mapping[str, Any]) -> Iterator[str]:
    """Name the columns that hold words for readers: no codes, no references, no working papers."""
    schema = resource["schema"]
    references = {
        name
        for key in schema.get("foreignKeys", [])
        for name in ([key["fields"]] if isinstance(key["fields"], str) else key["fields"])
    }
    for field in schema["fields"]:
        coded = field.get("constraints", {}).keys() & {"enum", "pattern"} or field["name"] in references | {
            "id",
            "url",
            "file",
        }
        if field["type"] == "string" and not coded and field["name"] not in KEPT_BACK:
            yield field["name"]


def test_places_are_known_to_two_decimals_at_most(package: loaders.Package) -> None:
    places = package.frame("places")
    for column in ("latitude", "longitude"):
        assert places[column].eq(places[column].round(2)).all()
