"""Partners by sector: a dot's area is its records, and its number stands beside it."""

import pandas as pd
import plotly.graph_objects as go
import pytest
from pandas.testing import assert_frame_equal

from cards.palette import GREY
from charts import theme
from charts.records import partners

NAMES = {"tate": "Tate & Co", "club": "A club"}
SECTORS = {"culture": "Culture", "sport": "Sport"}
COUNTS = pd.DataFrame(
    [("tate", "culture", 16, 17), ("tate", "sport", 1, 17), ("club", "sport", 4, 4)],
    columns=["organisation_id", "sector", "records", "total"],
)


def drawn(narrow: bool = False) -> go.Figure:
    return partners.by_sector(COUNTS, names=NAMES, sectors=SECTORS, hovers=["<a>", "b", "c"], narrow=narrow)


@pytest.mark.parametrize("narrow", [False, True])
def test_every_count_is_one_dot_with_its_number_and_its_way(narrow: bool) -> None:
    (trace,) = [trace for trace in drawn(narrow).data if trace.customdata is not None]
    assert [custom[0] for custom in trace.customdata] == ["tate.culture", "tate.sport", "club.sport"]
    assert [text.strip() for text in trace.text] == ["16", "1", "4"]
    assert list(trace.x) == [0, 1, 1]
    assert trace.hovertext[0] == "&lt;a&gt;"


@pytest.mark.parametrize("narrow", [False, True])
def test_the_area_of_a_dot_is_its_number_of_records(narrow: bool) -> None:
    trace = drawn(narrow).data[0]
    assert trace.marker.sizemode == "area"
    assert list(trace.marker.size) == [16, 1, 4]


def test_a_dot_has_the_colour_of_its_sector() -> None:
    assert list(drawn().data[0].marker.color) == [theme.SECTORS["culture"], GREY, GREY]


@pytest.mark.parametrize("narrow", [False, True])
def test_every_partner_is_named_in_order_and_made_safe(narrow: bool) -> None:
    figure = drawn(narrow)
    written = [note.text for note in figure.layout.annotations] if narrow else list(figure.layout.yaxis.ticktext)
    assert [text for text in written if text in {"Tate &amp; Co", "A club"}] == ["Tate &amp; Co", "A club"]
    assert list(figure.layout.xaxis.ticktext) == ["Culture", "Sport"]
    assert figure.layout.xaxis.tickangle in (0, None)


def test_drawing_partners_leaves_the_frame_as_it_was() -> None:
    before = COUNTS.copy(deep=True)
    drawn()
    assert_frame_equal(COUNTS, before)
