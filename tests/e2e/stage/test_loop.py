"""The foyer's loop: round by itself, at rest when touched, on again after a minute, and no larger for it."""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.stage.driving import Opener, at, document, opener, steps, total

__all__ = ["document", "opener"]
NODES = "document.querySelectorAll('*').length"


def stay(page: Page) -> int:
    """Say how many ms the loop stays where it is."""
    code, most, step = page.evaluate(
        "[Boolean(stage.section().dataset.code), stage.steps(stage.here.index), stage.here.step]"
    )
    return 20_000 if code else 5_000 if step < most else 15_000


def test_it_goes_round_through_every_stop_and_a_code_stands_for_twenty_seconds(opener: Opener) -> None:
    page = opener("loop=15", clock=True)
    places = steps(page)
    for slide, step in [*places[1:], *places[:3]]:
        page.clock.run_for(stay(page) - 200)
        assert (page.evaluate("stage.here.index") + 1, page.evaluate("stage.here.step") + 1) != (slide, step)
        page.clock.run_for(200)
        at(page, slide, step)


@pytest.mark.parametrize(("asked", "seconds"), [("1", 5), ("999", 300)])
def test_its_pace_is_kept_within_reason(opener: Opener, asked: str, seconds: int) -> None:
    page = opener(f"loop={asked}", clock=True)
    page.clock.run_for(seconds * 1000 - 300)
    at(page, 1)
    page.clock.run_for(300)
    at(page, 2)


@pytest.mark.parametrize("touch", ["key", "finger"])
def test_a_touch_rests_it_and_a_minute_without_one_lets_it_go_on(opener: Opener, touch: str) -> None:
    page = opener("loop=15", clock=True, has_touch=True)
    page.clock.run_for(14_000)
    if touch == "key":
        page.keyboard.press("ArrowRight")
    else:
        page.touchscreen.tap(600, 300)
    expect(page.locator("#paused")).to_be_visible()
    slide = 2 if touch == "key" else 1
    page.clock.run_for(59_000)
    at(page, slide)
    page.clock.run_for(1_000)
    at(page, slide + 1)
    expect(page.locator("#paused")).to_be_hidden()


def test_p_holds_it_until_p_lets_it_go(opener: Opener) -> None:
    page = opener("loop=15", clock=True)
    page.keyboard.press("p")
    expect(page.locator("#paused")).to_have_text("Held. Press P to go on.")
    page.clock.run_for(600_000)
    at(page, 1)
    page.keyboard.press("p")
    expect(page.locator("#paused")).to_be_hidden()
    page.clock.run_for(15_000)
    at(page, 2)


def test_no_pointer_is_shown(opener: Opener) -> None:
    page = opener("loop=15")
    page.mouse.move(300, 300)
    page.mouse.move(320, 300)
    expect(page.locator("body")).to_have_css("cursor", "none")


def test_a_black_screen_ends_by_itself(opener: Opener) -> None:
    page = opener("loop=15", clock=True)
    page.keyboard.press("b")
    expect(page.locator("#blank")).to_be_visible()
    page.clock.run_for(60_000)
    expect(page.locator("#blank")).to_be_hidden()


def test_three_rounds_leave_the_page_as_large_as_it_was(opener: Opener) -> None:
    page = opener("loop=5", clock=True)
    around = total(page) * 20_000 + len(steps(page)) * 5_000
    page.clock.run_for(around)
    before = page.evaluate(NODES)
    for _ in range(3):
        page.clock.run_for(around)
    assert page.evaluate(NODES) == before


def test_nothing_moves_in_it_for_those_who_ask_for_no_motion(opener: Opener) -> None:
    page = opener("loop=5", clock=True, reduced_motion="reduce")
    page.clock.run_for(5_000)
    at(page, 2)
    assert page.evaluate("document.getAnimations().length") == 0
