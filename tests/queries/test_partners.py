"""The organisations that records name, by sector."""

import pandas as pd

import loaders
from queries import partners, records, sources

RECORDS = pd.DataFrame({"id": ["E1", "E2", "E3"], "sector": ["culture", "culture", "sport"]})
NAMED = pd.DataFrame(
    [("E1", "tate"), ("E1", "council"), ("E2", "tate"), ("E2", "tate"), ("E3", "club"), ("E9", "club")],
    columns=["record", "organisation_id"],
)
NAMED = NAMED.assign(name=NAMED["organisation_id"].str.title(), name_zh=None, short_name=None)


def test_a_record_counts_once_for_each_organisation_it_names() -> None:
    counts = partners.by_sector(RECORDS, NAMED)
    held = {(row.organisation_id, row.sector): row.records for row in counts.itertuples()}
    assert held == {("tate", "culture"): 2, ("council", "culture"): 1, ("club", "sport"): 1}


def test_the_organisation_named_most_comes_first_and_the_rest_by_name() -> None:
    assert partners.by_sector(RECORDS, NAMED)["organisation_id"].tolist() == ["tate", "club", "council"]
    assert partners.by_sector(RECORDS, NAMED, top=1)["organisation_id"].tolist() == ["tate"]


def test_those_left_out_are_not_counted() -> None:
    assert "council" not in set(partners.by_sector(RECORDS, NAMED, leave_out=["council"])["organisation_id"])


def test_sectors_outside_the_main_ones_are_one() -> None:
    counts = partners.by_sector(RECORDS, NAMED, main=["culture"])
    assert set(counts["sector"]) == {"culture", "other"}


def test_a_dot_opens_the_records_it_counts(package: loaders.Package) -> None:
    chosen = records.chosen(package.frame("exchanges"))
    named = sources.organisations_of(package.frame("record_organisations"), package.frame("organisations"))
    for main in ((), records.MAIN_SECTORS):
        for row in partners.by_sector(chosen, named, main=main).to_dict("records"):
            found = partners.naming(chosen, named, row["organisation_id"], row["sector"], main=main)
            assert len(found) == row["records"]
