"""Ask for the two cities' facts, side by side."""

from itertools import zip_longest
from typing import Any

import pandas as pd

Row = dict[Any, Any]


def side_by_side(facts: pd.DataFrame) -> list[tuple[str, Row | None, Row | None]]:
    """Pair the facts that may be shown: code, the home city's row and the away city's, None where none is held.

    A code with several rows gives several pairs, in the order of the file.
    """
    pairs: list[tuple[str, Row | None, Row | None]] = []
    for code, part in facts[facts["shown"].fillna(value=False)].groupby("fact", sort=False):
        home = part[part["city"].eq("home")].to_dict("records")
        away = part[part["city"].eq("away")].to_dict("records")
        pairs += [(str(code), one, other) for one, other in zip_longest(home, away)]
    return pairs
