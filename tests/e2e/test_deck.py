"""The exported deck in a real browser, opened from disk with no network: keys, blank screen, swipe, every screen size."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from commands.__main__ import main
from tests.conftest import DATA

Opener = Callable[..., Page]
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
SPILLED = """() => {
  const here = document.querySelector('section.here');
  const figure = here.querySelector('.figure')?.getBoundingClientRect();
  const inside = (box, frame) => box.left >= frame.left - 1 && box.top >= frame.top - 1
    && box.right <= frame.right + 1 && box.bottom <= frame.bottom + 1;
  const screen = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const texts = [...here.querySelectorAll('h1, h2, p, li, dt, dd')].filter((e) => !inside(e.getBoundingClientRect(), screen));
  const drawn = [...here.querySelectorAll('svg text')].filter((e) => e.getBoundingClientRect().width
    && !inside(e.getBoundingClientRect(), figure));
  const boxes = [...here.children].map((child) => child.getBoundingClientRect());
  const over = boxes.slice(1).filter((box, place) => box.top < boxes[place].bottom - 1).length;
  return [...texts, ...drawn].map((e) => e.textContent).concat(over ? [`${over} parts overlap`] : []);
}"""


@pytest.fixture(scope="module")
def deck(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Export the deck of the real data; give its address on disk."""
    out = tmp_path_factory.mktemp("deck") / "deck.html"
    assert main(["export", "deck", str(out), str(DATA)]) == 0
    return Path(out).as_uri()


@pytest.fixture
def opener(browser: Browser, deck: str) -> Iterator[Opener]:
    """Open the deck with the network cut; nothing may be asked of it and no error may be logged."""
    outside: list[str] = []
    errors: list[str] = []
    contexts = []

    def abort(route: Route) -> None:
        if route.request.url.startswith("file:"):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def one(hash_: str = "", **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 720}, **options})  # type: ignore[arg-type]
        contexts.append(context)
        context.route("**/*", abort)
        page = context.new_page()
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(deck + hash_)
        expect(page.locator(".figure .main-svg").first).to_be_attached()
        return page

    yield one
    for context in contexts:
        context.close()
    assert [url for url in outside if not url.startswith(("data:", "blob:"))] == []
    assert errors == []


def at(page: Page, place: int) -> None:
    """Expect a slide: its heading to be seen, its number in the address, and no other heading."""
    headings = page.locator("section h1, section h2")
    expect(headings.nth(place - 1)).to_be_visible()
    assert [number for number in range(headings.count()) if headings.nth(number).is_visible()] == [place - 1]
    assert page.url.endswith(f"#{place}")


def test_the_clicker_goes_through_every_slide_and_back(opener: Opener) -> None:
    page = opener()
    at(page, 1)
    keys = ("ArrowRight", "PageDown", "Space", "ArrowRight", "PageDown")
    for place, key in enumerate(keys, 2):
        page.keyboard.press(key)
        at(page, place)
    page.keyboard.press("ArrowRight")
    at(page, 6)
    for place, key in ((5, "ArrowLeft"), (4, "PageUp"), (1, "Home"), (6, "End"), (1, "Home")):
        page.keyboard.press(key)
        at(page, place)
    page.keyboard.press("PageUp")
    at(page, 1)


def test_a_key_held_down_goes_one_slide(opener: Opener) -> None:
    page = opener()
    for _ in range(4):
        page.keyboard.down("PageDown")
    page.keyboard.up("PageDown")
    at(page, 2)


def test_a_shortcut_of_the_browser_is_left_to_it(opener: Opener) -> None:
    page = opener()
    page.keyboard.press("Control+End")
    at(page, 1)


def test_a_reload_stays_on_its_slide_and_nonsense_opens_the_first(opener: Opener) -> None:
    page = opener("#4")
    at(page, 4)
    page.reload()
    at(page, 4)
    page.evaluate("location.hash = '#2'")
    at(page, 2)
    at(opener("#nonsense"), 1)
    at(opener("#99"), 6)


@pytest.mark.parametrize("key", ["b", "."])
def test_the_screen_goes_black_and_any_step_brings_the_slide_back(opener: Opener, key: str) -> None:
    page = opener("#3")
    page.keyboard.press(key)
    expect(page.locator("#blank")).to_be_visible()
    expect(page.locator("#said")).to_have_text(re.compile("blank"))
    page.keyboard.press("PageDown")
    expect(page.locator("#blank")).to_be_hidden()
    at(page, 3)


def test_f_fills_the_screen_and_gives_it_back(opener: Opener) -> None:
    page = opener()
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement !== null")
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement === null")


def test_a_swipe_steps(opener: Opener) -> None:
    page = opener(has_touch=True)
    tools = page.context.new_cdp_session(page)
    for start, end, place in ((900, 300, 2), (300, 900, 1)):
        for kind, x in (("touchStart", start), ("touchMove", end)):
            tools.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": 300}]})
        tools.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        at(page, place)


def test_the_buttons_step_and_leave_the_space_bar_to_the_deck(opener: Opener) -> None:
    page = opener("#3")
    page.get_by_role("button", name="Previous slide").click()
    at(page, 2)
    page.keyboard.press("Space")
    at(page, 3)


def test_the_slide_is_announced_and_its_number_is_seen(opener: Opener) -> None:
    page = opener()
    page.keyboard.press("PageDown")
    expect(page.locator("#said")).to_have_text(re.compile(r"^Slide 2 of 6: \S"))
    expect(page.get_by_text("2 / 6")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (1024, 768)])
def test_nothing_spills_or_scrolls(opener: Opener, width: int, height: int) -> None:
    page = opener(viewport={"width": width, "height": height})
    for place in range(1, 7):
        at(page, place)
        assert page.evaluate(SPILLED) == []
        page.keyboard.press("ArrowRight")


def test_a_figure_follows_the_size_of_the_screen(opener: Opener) -> None:
    page = opener("#2")
    page.set_viewport_size({"width": 1024, "height": 768})
    page.wait_for_function(
        "() => document.querySelector('#blank') && Math.abs(document.querySelector('.figure').clientWidth - document.querySelector('.figure .main-svg').getBoundingClientRect().width) < 2"
    )
    assert page.evaluate(SPILLED) == []


def test_type_is_large_enough_for_a_hall(opener: Opener) -> None:
    page = opener()
    size = "e => parseFloat(getComputedStyle(e).fontSize)"
    headings = [page.evaluate(size, each) for each in page.locator("h1, h2").element_handles()]
    labels = [
        page.evaluate(size, each)
        for each in page.locator(".figure text, .key li, .note, .subtitle, dt, dd").element_handles()
    ]
    assert min(headings) >= 40
    assert min(labels) >= 24


def test_axe_finds_nothing_on_any_slide(opener: Opener) -> None:
    page = opener(bypass_csp=True, reduced_motion="reduce")
    for place in range(1, 7):
        at(page, place)
        found = Axe().run(page, options=RULES).response["violations"]
        assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found] == []
        page.keyboard.press("ArrowRight")


def test_nothing_moves_for_those_who_ask_for_no_motion(opener: Opener) -> None:
    page = opener(reduced_motion="reduce")
    page.keyboard.press("PageDown")
    assert page.evaluate("document.getAnimations().length") == 0
