"""Tables from plain values: columns by name, counts with their bare number."""

from cards import Cell, Column
from texts import Words
from views.wording.tables import by_name


def test_each_head_is_worded_and_what_it_names_stands_below(words: Words) -> None:
    rows: list[dict[str, str | int]] = [{"records": 1200, "sector": "Culture", "more": "nothing shows it"}]
    table = by_name(words, "By sector", ("table.sector", "table.records"), rows, numbers={"records"})
    assert table.columns == (Column(label="Sector"), Column(label="Records held", numeric=True))
    assert table.rows == ((Cell(text="Culture"), Cell(text="1,200", value=1200)),)
