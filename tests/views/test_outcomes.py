"""The threads, the path and the facts of the two cities say no more than the records they rest on."""

import re

import pandas as pd
import pytest

import loaders


@pytest.fixture(scope="module")
def steps(package: loaders.Package) -> pd.DataFrame:
    """Give every step with the words and the form of the record that it rests on."""
    every = pd.concat([package.frame("exchanges"), package.frame("trade_events")]).set_index("id")
    threads = package.frame("threads")
    records = every.loc[threads["exchange_id"].fillna(threads["trade_event_id"])].reset_index()
    said = records[["title", "description", "note", "outcome"]].fillna("").agg(" ".join, axis="columns")
    return threads.assign(form=records["form"], start=records["start_date"], said=said)


@pytest.fixture(scope="module")
def drawn(package: loaders.Package) -> pd.DataFrame:
    undertakings = package.frame("undertakings")
    return undertakings[undertakings["position"].notna()].sort_values("position")


def test_every_undertaking_drawn_has_steps_and_no_other_has(drawn: pd.DataFrame, steps: pd.DataFrame) -> None:
    assert 12 <= len(drawn) <= 16
    assert set(drawn["id"]) == set(steps["undertaking_id"])


def test_undertakings_stand_in_the_order_of_their_first_step(drawn: pd.DataFrame, steps: pd.DataFrame) -> None:
    first = steps[steps["step"].eq(1)].set_index("undertaking_id")["date"]
    assert first.loc[list(drawn["id"])].is_monotonic_increasing
    assert list(drawn["position"]) == list(range(1, len(drawn) + 1))


def test_the_steps_of_a_thread_are_counted_and_dated_in_order(steps: pd.DataFrame) -> None:
    for _, thread in steps.sort_values("step").groupby("undertaking_id"):
        assert list(thread["step"]) == list(range(1, len(thread) + 1))
        assert thread["date"].is_monotonic_increasing


def test_no_step_is_earlier_than_its_record(steps: pd.DataFrame) -> None:
    early = pd.to_datetime(steps["date"]) < pd.to_datetime(steps["start"])
    # The agreement of June 2019 is dated to its month, and its record to a day of that month.
    assert set(steps.loc[early, "id"]) == {"sino_british_college-2"}


def test_only_what_took_place_is_called_delivered_or_signed(steps: pd.DataFrame) -> None:
    assert set(steps.loc[steps["status"].isin(["delivered", "signed"]), "form"]) == {"took_place"}


def test_nothing_later_found_rests_on_a_record_that_says_so(steps: pd.DataFrame) -> None:
    silent = re.compile(r"no (later )?(source|record)[\w ]*(says|confirms)|was not established", re.IGNORECASE)
    last = steps[steps["status"].eq("nothing_later_found")]
    assert len(last) == 5
    assert [row["id"] for row in last.to_dict("records") if not silent.search(row["said"])] == []


def test_labels_and_states_are_short_enough_to_draw(drawn: pd.DataFrame, steps: pd.DataFrame) -> None:
    assert max(*drawn["state"].str.len(), *steps["label"].str.len()) <= 60


def test_an_anniversary_is_one_that_the_record_itself_marks(package: loaders.Package) -> None:
    records = package.frame("exchanges").set_index("id")
    named = {10: "tenth|ten years|first decade", 20: "20 years|twent|20th|anniversary year", 25: "25th|twenty-fifth"}
    for row in package.frame("anniversaries").to_dict("records"):
        said = " ".join(records.loc[row["exchange_id"], ["title", "description", "note"]].dropna())
        assert re.search(named[row["years"]], said, re.IGNORECASE), row["id"]


def test_the_path_is_short_to_read_and_rests_on_records(package: loaders.Package) -> None:
    story = package.frame("story")
    assert 5 <= len(story) <= 7
    assert all(60 <= len(str(text).split()) <= 110 for text in story["text"])
    assert set(story["id"]) == set(package.frame("story_records")["story_id"])


def test_the_path_tells_of_1945_without_a_number_of_men(package: loaders.Package) -> None:
    text = str(package.frame("story").set_index("id").loc["seamen", "text"])
    assert re.findall(r"\d+", text) == ["19", "1945", "1945", "1946", "2006", "2021", "2022"]
    assert "British government" in text
    assert "forced repatriation" in text


def test_a_fact_held_with_low_confidence_is_not_shown(package: loaders.Package) -> None:
    facts = package.frame("city_facts")
    assert not facts.loc[facts["confidence"].eq("low"), "shown"].any()
    assert facts[["value", "value_text"]].notna().any(axis="columns").all()


def test_of_those_who_took_part_only_office_holders_may_be_picked_out(package: loaders.Package) -> None:
    mission = package.frame("mission")
    picked = mission[mission["category"].eq("participant") & mission["highlight"]]
    assert list(picked["id"]) == ["participant_1"]
    assert set(mission.loc[mission["category"].eq("strand"), "status"]) == {"announced"}
