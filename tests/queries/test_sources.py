"""Who says so: sources behind records, and how records rest on them."""

import pandas as pd

import loaders
from queries import records, sources


def cited(**kinds: list[str]) -> pd.DataFrame:
    rows = [(record, kind, f"{kind} {n}") for record, held in kinds.items() for n, kind in enumerate(held)]
    return pd.DataFrame(rows, columns=["record", "publisher_kind", "publisher"])


def test_a_record_rests_on_one_side_only_when_every_source_of_it_does() -> None:
    held = cited(
        a=["chinese_government"], b=["chinese_state_media", "chinese_government"], c=["chinese_government", "uk_press"],
        d=["council", "uk_press"], e=["university"], f=["council", "museum"],
    )  # fmt: skip
    assert sources.resting(held, "abcdef") == {"one": 2, "away": 2, "home": 1, "all": 6}


def test_records_not_asked_for_are_not_counted() -> None:
    held = cited(a=["council"], b=["council"])
    assert sources.resting(held, ["a"]) == {"one": 1, "away": 0, "home": 1, "all": 1}


def test_no_record_rests_on_nothing() -> None:
    assert sources.resting(cited(a=["council"]), []) == {"one": 0, "away": 0, "home": 0, "all": 0}


def test_a_kind_that_may_be_of_either_side_is_of_neither() -> None:
    assert not {"university", "museum", "company", "club", "trade_press", "other"} & {
        *sources.AWAY_SIDE,
        *sources.HOME_SIDE,
    }


def test_a_publisher_counts_once_however_many_sources_it_has() -> None:
    held = cited(a=["council", "council"], b=["council"]).assign(publisher="One")
    assert sources.publishers(held, ["a", "b"]) == 1


def test_every_real_record_has_its_sources_with_the_main_one_first(package: loaders.Package) -> None:
    joined = sources.of_records(package.frame("record_sources"), package.frame("sources"))
    everything = {*package.frame("exchanges")["id"], *package.frame("trade_events")["id"]}
    assert set(joined["record"]) == everything
    assert len(joined) == len(package.frame("record_sources"))
    assert joined.groupby("record")["position"].first().eq(1).all()


def test_the_real_direct_records_rest_as_counted_by_hand(package: loaders.Package) -> None:
    joined = sources.of_records(package.frame("record_sources"), package.frame("sources"))
    direct = set(records.chosen(package.frame("exchanges"))["id"])
    kinds: dict[str, list[str]] = {}
    for row in joined.to_dict("records"):
        if row["record"] in direct:
            kinds.setdefault(row["record"], []).append(row["publisher_kind"])
    away = {"chinese_government", "chinese_state_media"}
    assert sources.resting(joined, direct) == {
        "one": sum(len(held) == 1 for held in kinds.values()),
        "away": sum(set(held) <= away for held in kinds.values()),
        "home": sum(set(held) <= {"council", "uk_government", "uk_press"} for held in kinds.values()),
        "all": 116,
    }
