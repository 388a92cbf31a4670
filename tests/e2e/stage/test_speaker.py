"""The speaker's window: it drives the hall's and follows it, over a channel or hand to hand, and keeps the time."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import breaches
from tests.e2e.stage.driving import HALL, Opener, at, building, document, opener, ready, total

__all__ = ["document", "opener"]


def beside(hall: Page) -> Page:
    """Open the speaker's window as a speaker does."""
    with hall.context.expect_page() as opened:
        hall.keyboard.press("s")
    speaker = opened.value
    expect(speaker.locator("body[data-ready]")).to_be_attached()
    expect(speaker.locator("#notice")).to_have_text("")
    return speaker


def told(speaker: Page, slide: int, step: int = 1, lang: str = "en") -> None:
    """Expect the speaker's window to stand at a slide."""
    speaker.wait_for_function(
        "([slide, step, mode]) => stage.here.index === slide - 1 && stage.here.step === step - 1 && stage.here.mode === mode",
        arg=[slide, step, lang],
    )
    expect(speaker.locator("#this-number")).to_have_text(re.compile(rf"^{slide} / {total(speaker)}"))


def test_it_opens_where_the_hall_is_drives_it_and_follows_it(opener: Opener) -> None:
    hall = opener("slide=4&lang=both")
    speaker = beside(hall)
    told(speaker, 4, lang="both")
    speaker.keyboard.press("PageDown")
    at(hall, 5, lang="both")
    hall.keyboard.press("Home")
    told(speaker, 1, lang="both")
    speaker.keyboard.press("l")
    at(hall, 1)
    speaker.get_by_role("button", name="Next slide").click()
    at(hall, 2)
    speaker.keyboard.press("b")
    expect(hall.locator("#blank")).to_be_visible()
    expect(speaker.locator("#this")).to_have_text(re.compile("black"))
    hall.keyboard.press("Space")
    expect(speaker.locator("#this section")).to_be_attached()
    at(hall, 2)


@pytest.mark.parametrize("missing", ["BroadcastChannel", "opener"])
def test_one_way_between_the_windows_is_enough(opener: Opener, missing: str) -> None:
    hall = opener("slide=3")
    hall.context.add_init_script(
        "delete window.BroadcastChannel" if missing == "BroadcastChannel" else "window.opener = null"
    )
    hall.reload()
    speaker = beside(ready(hall))
    speaker.keyboard.press("End")
    at(hall, total(hall))
    hall.keyboard.press("Home")
    told(speaker, 1)


def test_who_comes_late_is_told_where_the_talk_is(opener: Opener) -> None:
    hall = opener("slide=3")
    speaker = beside(hall)
    speaker.reload()
    told(ready(speaker), 3)
    speaker.keyboard.press("PageDown")
    hall.reload()
    at(ready(hall), 3, 2)
    hall.keyboard.press("Home")
    told(speaker, 1)


def test_it_says_when_no_hall_is_there(opener: Opener) -> None:
    alone = opener("speaker=1")
    expect(alone.locator("#notice")).to_have_text(re.compile("No hall"))
    hall = opener()
    speaker = beside(hall)
    hall.close()
    expect(speaker.locator("#notice")).to_have_text(re.compile("No hall"))


def test_a_second_hall_is_another_matter(opener: Opener) -> None:
    hall = opener("slide=4")
    speaker = beside(hall)
    other = hall.context.new_page()
    other.goto(hall.url.partition("#")[0] + "#slide=2")
    at(ready(other), 2)
    other.keyboard.press("PageDown")
    other.keyboard.press("PageDown")
    speaker.keyboard.press("PageDown")
    at(hall, 5)
    told(speaker, 5)
    assert other.evaluate("stage.here.index") != 4


def test_it_shows_this_slide_the_next_and_what_to_say(opener: Opener) -> None:
    hall = opener("lang=both")
    slide = building(hall)
    hall.keyboard.type(str(slide))
    hall.keyboard.press("Enter")
    speaker = beside(hall)
    told(speaker, slide, lang="both")
    expect(speaker.locator("#next-number")).to_have_text(re.compile(rf"^{slide} / .* 2 / "))
    shown = speaker.locator("#this .points path.part:not(.coming)")
    following = speaker.locator("#next .points path.part:not(.coming)")
    assert 0 < shown.count() <= following.count()
    spoken = speaker.locator("#notes p")
    expect(spoken).to_have_count(2)
    assert [each.get_attribute("lang") for each in spoken.all()] == ["en-GB", "zh-CN"]
    assert spoken.first.inner_text() == hall.evaluate("stage.section().querySelector('.spoken p').textContent")
    speaker.keyboard.press("End")
    expect(speaker.locator("#next")).to_have_text("This is the end.")


def test_the_time_runs_rests_and_starts_again(opener: Opener) -> None:
    speaker = opener("speaker=1", clock=True)
    planned = speaker.evaluate("stage.slides.en.map(slide => Number(slide.dataset.seconds))")
    elapsed, pace = speaker.locator("#elapsed-time"), speaker.locator("#pace")
    expect(speaker.locator("#planned-time")).to_have_text(re.compile(r"^\d+:00$"))
    speaker.get_by_role("button", name="Start", exact=True).click()
    speaker.clock.run_for(5000)
    expect(elapsed).to_have_text(re.compile("^0:0[56]$"))
    expect(pace).to_have_text("As planned")
    speaker.clock.run_for(planned[0] * 1000)
    expect(pace).to_have_text(re.compile(r"^Behind the plan by 0:0[56]$"))
    speaker.keyboard.press("End")
    expect(pace).to_have_text(re.compile("^Ahead of the plan by"))
    speaker.get_by_role("button", name="Pause").click()
    rested = elapsed.inner_text()
    speaker.clock.run_for(60_000)
    expect(elapsed).to_have_text(rested)
    speaker.get_by_role("button", name="Start again").click()
    expect(elapsed).to_have_text("0:00")


def test_the_time_outlives_a_reload(opener: Opener) -> None:
    speaker = opener("speaker=1", clock=True)
    speaker.get_by_role("button", name="Start", exact=True).click()
    speaker.clock.run_for(30_000)
    speaker.clock.resume()
    speaker.reload()
    expect(ready(speaker).locator("#elapsed-time")).to_have_text(re.compile(r"^0:[345]\d$|^[1-9]:\d\d$"))
    expect(speaker.get_by_role("button", name="Pause")).to_be_visible()


def test_everything_is_reached_by_keyboard(opener: Opener) -> None:
    speaker = opener("speaker=1")
    reached = set()
    for _ in range(8):
        speaker.keyboard.press("Tab")
        reached.add(speaker.evaluate("document.activeElement.id"))
    assert {"notes", "start", "reset", "following", "help"} <= reached


# A light slide before a dark one, and a dark one before a light one.
@pytest.mark.parametrize(("lang", "slide"), [("en", 5), ("zh", 6), ("both", 6)])
def test_axe_finds_nothing_in_it(opener: Opener, lang: str, slide: int) -> None:
    hall = opener(f"slide={slide}&lang={lang}", bypass_csp=True, reduced_motion="reduce", viewport=HALL)
    speaker = beside(hall) if lang == "en" else opener(f"slide={slide}&speaker=1&lang={lang}", bypass_csp=True)
    assert breaches(speaker) == []


def test_its_buttons_stay_dark_on_light_beside_a_dark_slide(opener: Opener) -> None:
    buttons = [opener(place).locator("#help") for place in ("slide=5&speaker=1", "slide=6&speaker=1")]
    light, dark = (button.evaluate("each => getComputedStyle(each).color") for button in buttons)
    assert light == dark


def test_a_browser_that_keeps_the_window_shut_is_named(opener: Opener) -> None:
    hall = opener()
    hall.evaluate("() => { window.open = () => null; }")
    hall.keyboard.press("s")
    expect(hall.locator("#typed")).to_have_text(re.compile("pop-ups"))
