"""The address is the whole state: it is followed, written, kept, and survives nonsense."""

import re

import pandas as pd
import pytest
from playwright.sync_api import expect

from tests.conftest import DATA
from tests.e2e.conftest import Start, Visitor
from tests.e2e.driving import Visit
from texts import Words

DEEP = "/timeline?sector=culture&years=2005-2012"


def held(**columns: str) -> int:
    """Count direct exchanges of 2005 to 2012 straight from the file, without the code under test."""
    rows = pd.read_csv(DATA / "exchanges.csv")
    keep = rows["relation"].eq("direct") & rows["start_date"].str[:4].between("2005", "2012")
    for column, code in columns.items():
        keep &= rows[column].eq(code)
    return int(keep.sum())


def shows_the_deep_link(visit: Visit, words: Words) -> None:
    expect(visit.page).to_have_title(words("app.page_title", page=words("nav.timeline")))
    expect(visit.card("nav")).to_be_visible()
    expect(visit.card("filters")).to_contain_text(words("sector.culture"))
    expect(visit.card("filters")).to_contain_text(words("filter.span", first="2005", last="2012"))
    expect(visit.page.locator(".stPlotlyChart .scatterlayer .point")).to_have_count(held(sector="culture"))
    assert re.search(rf"\b{held(sector='culture')} records\b.*2005 to 2012", visit.charts()[0])
    assert visit.query() == "sector=culture&years=2005-2012&lang=en"


def test_a_deep_link_is_the_first_thing_a_cold_server_shows(start: Start, visitor: Visitor, words: Words) -> None:
    visit = visitor(start())
    visit.open(DEEP)
    shows_the_deep_link(visit, words)


def test_reload_keeps_the_view(visit: Visit, words: Words) -> None:
    visit.open(DEEP)
    visit.reload()
    shows_the_deep_link(visit, words)


def choose(visit: Visit, words: Words, name: str) -> None:
    """Open the list of a filter by the name on its button."""
    visit.card("filters").get_by_role("button", name=words(f"filter.{name}")).first.click()


def test_each_filter_writes_the_address(visit: Visit, words: Words) -> None:
    visit.open("/")
    choose(visit, words, "sector")
    visit.card("f-sector").get_by_text(words("sector.culture"), exact=True).click()
    expect(visit.page).to_have_url(re.compile(r"\?lang=en&sector=culture$"))
    visit.card("f-sector").get_by_text(words("sector.sport"), exact=True).click()
    expect(visit.page).to_have_url(re.compile(r"sector=culture(,|%2C)sport"))
    visit.page.keyboard.press("Escape")

    choose(visit, words, "direction")
    visit.card("f-direction").get_by_text(words("direction.inward"), exact=True).click()
    expect(visit.page).to_have_url(re.compile(r"direction=inward"))
    visit.page.keyboard.press("Escape")

    choose(visit, words, "direct")
    visit.card("f-wider").locator("label").first.click()
    expect(visit.page).to_have_url(re.compile(r"relation=wider"))
    visit.page.keyboard.press("Escape")

    choose(visit, words, "years")
    visit.card("f-from").get_by_role("combobox").click()
    visit.page.get_by_role("option", name="2005", exact=True).click()
    expect(visit.page).to_have_url(re.compile(r"years=2005-2026"))
    visit.page.keyboard.press("Escape")

    visit.card("clear").get_by_role("button").click()
    expect(visit.page).to_have_url(re.compile(r"\?lang=en$"))


@pytest.mark.parametrize(
    ("nonsense", "kept"),
    [
        ("years=abc-1&sector=<script>alert(1)</script>&direction=up&lang=xx&pick=%00", {}),
        ("years=2012-2005&sector=,,&relation=all&id=../../etc&page=0&view=", {}),
        ("years=1800-1900&q=%01%02&pick=" + "A" * 500, {}),
        ("years=1990-2005&sector=culture,astrology", {"years": "1999 to 2005", "sector": "Culture"}),
    ],
)
@pytest.mark.parametrize("path", ["/", "/timeline", "/record"])
def test_a_malformed_address_falls_back_with_no_error(
    visit: Visit, words: Words, path: str, nonsense: str, kept: dict[str, str]
) -> None:
    visit.open(f"{path}?{nonsense}")
    expect(visit.page.locator("h1")).to_have_count(1)
    expect(visit.page.locator(".stException, .notice.error")).to_have_count(0)
    expect(visit.card("filters")).to_contain_text(kept.get("years", words("filter.span", first="1999", last="2026")))
    expect(visit.card("filters")).to_contain_text(kept.get("sector", words("filter.all")))


def test_the_bar_keeps_the_filters(visit: Visit, words: Words) -> None:
    visit.open("/?sector=education&years=2010-2020")
    for name in ("timeline", "students", "trade", "record", "overview"):
        visit.card("nav").get_by_role("link", name=words(f"nav.{name}")).click()
        expect(visit.page).to_have_title(words("app.page_title", page=words(f"nav.{name}")))
        visit.drawn()
        assert {"sector=education", "years=2010-2020", "lang=en"} <= set(visit.query().split("&"))
        expect(visit.card("filters")).to_contain_text(words("filter.span", first="2010", last="2020"))
