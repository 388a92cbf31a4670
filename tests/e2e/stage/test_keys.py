"""The stage's keys, fingers and buttons, in a file opened from disk."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.stage.driving import MODES, Opener, at, building, document, opener, ready, steps, total

__all__ = ["document", "opener"]
SWIPES = ((900, 300), (300, 900))


def swipe(page: Page, start: int, end: int) -> None:
    tools = page.context.new_cdp_session(page)
    for kind, x in (("touchStart", start), ("touchMove", end)):
        tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 300}]})
    tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


def test_the_clicker_goes_through_every_slide_and_stop_and_back(opener: Opener) -> None:
    page = opener()
    places = steps(page)
    keys = ("ArrowRight", "PageDown", "Space")
    at(page, 1)
    for number, (slide, step) in enumerate(places[1:]):
        page.keyboard.press(keys[number % 3])
        at(page, slide, step)
    page.keyboard.press("PageDown")
    at(page, *places[-1])
    for number, (slide, step) in enumerate(places[-2::-1]):
        page.keyboard.press(("ArrowLeft", "PageUp")[number % 2])
        at(page, slide, step)
    page.keyboard.press("PageUp")
    at(page, 1)


def test_home_end_and_a_number_lead_straight_to_a_slide(opener: Opener) -> None:
    page = opener()
    last = total(page)
    page.keyboard.press("End")
    at(page, last)
    page.keyboard.press("Home")
    at(page, 1)
    page.keyboard.type("12")
    expect(page.locator("#typed")).to_have_text(re.compile("12$"))
    at(page, 1)
    page.keyboard.press("Enter")
    at(page, 12)
    expect(page.locator("#typed")).to_be_hidden()
    page.keyboard.type("99")
    page.keyboard.press("Enter")
    at(page, last)
    page.keyboard.type("3")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    at(page, last)


def test_a_key_held_down_goes_one_slide(opener: Opener) -> None:
    page = opener()
    for _ in range(4):
        page.keyboard.down("PageDown")
    page.keyboard.up("PageDown")
    at(page, 2)


def test_a_shortcut_of_the_browser_is_left_to_it(opener: Opener) -> None:
    page = opener("slide=2")
    for shortcut in ("Control+End", "Alt+l", "Meta+b"):
        page.keyboard.press(shortcut)
    at(page, 2)
    expect(page.locator("#blank")).to_be_hidden()


@pytest.mark.parametrize("markup", ["<input>", "<textarea></textarea>", "<p contenteditable>a</p>"])
def test_whoever_writes_in_a_box_turns_no_slide(opener: Opener, markup: str) -> None:
    page = opener("slide=2")
    page.evaluate("markup => { document.body.insertAdjacentHTML('beforeend', `<div id=box>${markup}</div>`); }", markup)
    page.locator("#box > *").evaluate("box => { box.style.position = 'fixed'; box.style.zIndex = 9; box.focus(); }")
    page.keyboard.type("3 blfs.p?h")
    for key in ("Enter", "PageDown", "ArrowRight", "Home"):
        page.keyboard.press(key)
    at(page, 2)
    expect(page.locator("#blank")).to_be_hidden()
    expect(page.locator("dialog")).to_be_hidden()


@pytest.mark.parametrize("key", ["b", "."])
def test_the_screen_goes_black_and_any_step_brings_the_slide_back(opener: Opener, key: str) -> None:
    page = opener("slide=4")
    for back in ("PageDown", "PageUp", "Space", key, "Escape"):
        page.keyboard.press(key)
        expect(page.locator("#blank")).to_be_visible()
        expect(page.locator("#announcement")).to_have_text(re.compile("black"))
        page.keyboard.press(back)
        expect(page.locator("#blank")).to_be_hidden()
        at(page, 4)


def test_f_fills_the_screen_and_gives_it_back(opener: Opener) -> None:
    page = opener()
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === null")


def test_l_steps_through_the_languages_and_draws_nothing_anew(opener: Opener) -> None:
    page = opener("slide=3&step=2")
    page.evaluate(
        "() => { window.drawn = 0; const draw = Plotly.newPlot; Plotly.newPlot = (...given) => { drawn += 1; return draw(...given); }; }"
    )
    for mode in (*MODES[1:], MODES[0]):
        page.keyboard.press("l")
        at(page, 3, 2, mode)
        assert page.evaluate("document.documentElement.lang") == ("zh-CN" if mode == "zh" else "en-GB")
    assert page.evaluate("drawn") == 0


def test_the_buttons_speak_the_language_of_the_hall(opener: Opener) -> None:
    page = opener("slide=3&lang=zh")
    expect(page.locator("#following")).to_have_accessible_name("下一张幻灯片")
    page.keyboard.press("h")
    expect(page.locator("dialog h2")).to_have_text("按键")
    page.keyboard.press("Escape")
    page.keyboard.press("l")
    page.keyboard.press("l")
    expect(page.locator("#following")).to_have_accessible_name("Next slide")


@pytest.mark.parametrize("key", ["h", "?"])
def test_the_keys_are_listed_and_each_is_a_button_too(opener: Opener, key: str) -> None:
    page = opener("slide=4")
    page.keyboard.press(key)
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    expect(page.locator("dialog")).to_be_hidden()
    at(page, 4)
    page.keyboard.press(key)
    page.get_by_role("button", name="Black screen").click()
    expect(page.locator("dialog")).to_be_hidden()
    expect(page.locator("#blank")).to_be_visible()


def test_letters_and_digits_can_be_switched_off(opener: Opener) -> None:
    page = opener("slide=4")
    page.locator("#help").click()
    page.get_by_role("checkbox").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.type("b.l2")
    page.keyboard.press("Enter")
    at(page, 4)
    expect(page.locator("#blank")).to_be_hidden()
    page.keyboard.press("PageDown")
    at(page, 5)


def test_a_swipe_steps_and_ends_the_black(opener: Opener) -> None:
    page = opener(has_touch=True)
    for (start, end), slide in zip(SWIPES, (2, 1), strict=True):
        swipe(page, start, end)
        at(page, slide)
    page.keyboard.press("b")
    swipe(page, *SWIPES[0])
    expect(page.locator("#blank")).to_be_hidden()
    at(page, 1)


def test_the_buttons_step_and_leave_the_space_bar_to_the_deck(opener: Opener) -> None:
    page = opener("slide=6")
    page.get_by_role("button", name="Previous slide").click()
    at(page, 5)
    page.keyboard.press("Space")
    at(page, 6)


def test_a_reload_stays_where_it_was_and_nonsense_opens_the_first(opener: Opener) -> None:
    page = opener()
    slide = building(page)
    page.evaluate("slide => { location.hash = `slide=${slide}&step=2&lang=both`; }", slide)
    at(page, slide, 2, "both")
    page.reload()
    at(ready(page), slide, 2, "both")
    at(opener("slide=nonsense&step=-1&lang=xx&loop=x"), 1)
    last = opener("slide=99")
    at(last, total(last))


def test_escape_leads_nowhere_from_a_file(opener: Opener) -> None:
    page = opener("slide=4")
    page.keyboard.press("Escape")
    page.keyboard.press("PageDown")
    at(page, 5)


def test_the_slide_is_announced_and_its_number_is_seen(opener: Opener) -> None:
    page = opener()
    page.keyboard.press("PageDown")
    expect(page.locator("#announcement")).to_have_text(re.compile(rf"^Slide 2 of {total(page)}: \S"))


def test_the_pointer_is_out_of_sight_when_it_rests(opener: Opener) -> None:
    page = opener(clock=True)
    page.mouse.move(200, 200)
    expect(page.locator("body.resting")).to_have_count(0)
    page.clock.run_for(3100)
    expect(page.locator("body.resting")).to_have_css("cursor", "none")
    page.mouse.move(300, 300)
    expect(page.locator("body.resting")).to_have_count(0)
