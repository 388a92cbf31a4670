"""How records are counts among sectors in two spans of years."""

import pandas as pd
import pytest

from queries.sector_mix import shares

THEN = pd.DataFrame({"sector": ["culture"] * 3 + ["sport"]})
NOW = pd.DataFrame({"sector": ["education"] * 4 + ["culture"] + ["tourism"] * 5})


def test_every_record_is_counted_once_and_shares_add_up() -> None:
    counts = shares(THEN, NOW, ("education", "culture"))
    assert counts[["then", "now"]].sum().tolist() == [len(THEN), len(NOW)]
    assert counts[["then_share", "now_share"]].sum().tolist() == pytest.approx([1, 1])


def test_the_largest_named_sector_comes_first_and_all_others_last() -> None:
    counts = shares(THEN, NOW, ("trade", "education", "culture"))
    assert counts.index.tolist() == ["education", "culture", "trade", "other"]
    assert list(counts.loc["other", ["then", "now"]]) == [1, 5]
    assert list(counts.loc["trade", ["then", "now"]]) == [0, 0]
