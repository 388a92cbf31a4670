"""What a hall sees, in a file opened from disk: everything fits, is large enough, arrives in order, shuts nobody out."""

import re
from itertools import product

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.axe import breaches
from tests.e2e.stage.driving import MODES, PUBLIC, Opener, at, building, document, opener, ready, total

__all__ = ["document", "opener"]
SIZES = [(1920, 1080), (1280, 720), (1024, 768)]
OUTSIDE = """() => {
  const [screen, here] = [{ right: innerWidth, bottom: innerHeight }, stage.section()];
  return [...here.querySelectorAll('h1, h2, p, li, dt, dd, th, td, figcaption, .qr, svg text')]
    .map(node => [node.textContent, node.getBoundingClientRect()])
    .filter(([, box]) => box.width && (box.left < 0 || box.top < 0 || box.right > screen.right || box.bottom > screen.bottom))
    .map(([text]) => text);
}"""
TYPE = """() => Object.values(stage.slides).flat().flatMap(slide =>
  [...slide.querySelectorAll('h1, h2, p, li, dt, dd, th, td, figcaption, .second, svg text')]
    .filter(node => node.getClientRects().length && node.textContent.trim())
    .map(node => ({
      size: parseFloat(getComputedStyle(node).fontSize) * (node.matches('svg *') ? stage.scale() : 1),
      kind: node.closest('h1, h2') ? (node.closest('.second') ? 'second' : 'heading') : node.closest('footer') ? 'foot' : 'label',
      text: node.textContent,
    })))"""
ARRIVED = """() => [...stage.section().querySelectorAll('.points path.part')]
  .filter(mark => getComputedStyle(mark).opacity !== '0').map(mark => mark.__data__.x)"""


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_nothing_spills_overlaps_or_scrolls(opener: Opener, width: int, height: int) -> None:
    page = opener(viewport={"width": width, "height": height}, reduced_motion="reduce")
    assert page.evaluate("stage.spilled()") == []
    for mode, slide in product(MODES, range(1, total(page) + 1)):
        page.evaluate("([mode, place]) => stage.show({ mode, index: place, step: 99 })", [mode, slide - 1])
        assert page.evaluate(OUTSIDE) == []
    assert page.evaluate("[document.scrollingElement.scrollWidth, document.scrollingElement.scrollHeight]") == [
        width,
        height,
    ]


def test_what_spills_is_told(opener: Opener) -> None:
    page = opener()
    page.evaluate("stage.slides.zh[1].querySelector('h2').append(' 过长'.repeat(400))")
    assert {(each["lang"], each["slide"]) for each in page.evaluate("stage.spilled()")} == {("zh", 2)}


def test_type_is_large_enough_for_a_hall(opener: Opener) -> None:
    least = {"heading": 40, "second": 32, "label": 24, "foot": 20}
    small = [each for each in opener().evaluate(TYPE) if each["size"] < least[each["kind"]] - 0.01]
    assert small == []


def test_a_figure_follows_the_size_and_the_shape_of_the_screen(opener: Opener) -> None:
    page = opener("slide=3", reduced_motion="reduce")
    for width, height in ((1920, 1080), (1024, 768)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(
            "() => Math.abs(stage.section().querySelector('div.figure').clientWidth"
            " - stage.section().querySelector('.main-svg').getBoundingClientRect().width) < 2"
        )
        assert page.evaluate("stage.spilledOn(stage.section())") == []


def test_a_chart_is_built_up_stop_by_stop_and_back(opener: Opener) -> None:
    page = opener(reduced_motion="reduce")
    slide = building(page)
    stops = page.evaluate("place => stage.stops(stage.slides.en[place])", slide - 1)
    page.evaluate("place => stage.go(place)", slide - 1)
    every = page.locator("section.here .points path.part").evaluate_all("marks => marks.map(mark => mark.__data__.x)")
    for step, stop in enumerate(stops, 1):
        at(page, slide, step)
        assert sorted(page.evaluate(ARRIVED)) == sorted(x for x in every if x <= stop)
        page.keyboard.press("ArrowRight")
    assert sorted(page.evaluate(ARRIVED)) == sorted(every)
    page.keyboard.press("ArrowLeft")
    assert sorted(page.evaluate(ARRIVED)) == sorted(x for x in every if x <= stops[-1])
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    at(page, slide + 1)
    page.keyboard.press("ArrowLeft")
    at(page, slide, len(stops) + 1)
    assert len(page.evaluate(ARRIVED)) == len(every)


def test_the_words_on_a_chart_arrive_with_their_year(opener: Opener) -> None:
    page = opener(reduced_motion="reduce")
    page.evaluate("place => stage.go(place)", building(page) - 1)
    hidden = "notes => notes.filter(note => getComputedStyle(note).opacity === '0').length"
    notes = page.locator("section.here .annotation.part")
    counts = []
    for _ in range(page.evaluate("stage.steps(stage.here.index)") + 1):
        counts.append(notes.evaluate_all(hidden))
        page.keyboard.press("ArrowRight")
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0 == counts[-1]


def test_years_arrive_one_after_another(opener: Opener) -> None:
    page = opener()
    slide = building(page)
    page.evaluate("place => { stage.go(place); for (let n = stage.steps(place); n; n -= 1) stage.next(); }", slide - 1)
    delays = page.evaluate(
        "() => [...stage.section().querySelectorAll('.points path.part')]"
        ".map(mark => [mark.__data__.x, parseInt(mark.style.transitionDelay)]).filter(([, delay]) => delay)"
    )
    assert delays
    first = min(x - delay / 60 for x, delay in delays)
    assert all(delay == round((x - first) * 60) for x, delay in delays)
    page.wait_for_function("() => document.getAnimations().length === 0")
    assert len(page.evaluate(ARRIVED)) == page.locator("section.here .points path.part").count()


def show(page: Page, mode: str, slide: int) -> None:
    page.evaluate("([mode, place]) => stage.show({ mode, index: place, step: 99 })", [mode, slide - 1])
    page.wait_for_function("() => document.getAnimations().length === 0")


@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing_on_any_slide(opener: Opener, mode: str) -> None:
    page = opener(bypass_csp=True, reduced_motion="reduce")
    for slide in range(1, total(page) + 1):
        show(page, mode, slide)
        page.mouse.move(10, 10 + slide)  # so that the buttons are there
        assert breaches(page) == []


def test_axe_finds_nothing_in_the_list_of_keys(opener: Opener) -> None:
    page = opener("slide=4", bypass_csp=True, reduced_motion="reduce")
    page.keyboard.press("h")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert breaches(page) == []


def test_nothing_moves_for_those_who_ask_for_no_motion(opener: Opener) -> None:
    page = opener(reduced_motion="reduce")
    places = total(page)
    while page.evaluate("stage.here.index") + 1 < places:
        page.keyboard.press("PageDown")
        assert page.evaluate("document.getAnimations().length") == 0


def test_with_colours_of_ones_own_charts_keep_their_ground_and_buttons_an_edge(opener: Opener) -> None:
    page = opener("slide=3", forced_colors="active", reduced_motion="reduce")
    expect(page.locator("section.here div.figure")).to_have_css("background-color", "rgb(255, 255, 255)")
    expect(page.locator("#following")).to_have_css("border-top-style", "solid")
    expect(page.locator("#blank")).to_have_css("forced-color-adjust", "none")


def test_every_code_is_large_and_names_where_it_leads(opener: Opener) -> None:
    page = opener()
    codes = page.locator("main .qr")
    assert codes.count() > 0
    assert min(codes.evaluate_all("codes => codes.map(code => code.getBoundingClientRect().width)")) >= 144
    for code in codes.all():
        assert re.search(rf"{re.escape(PUBLIC)}/\S+$", code.get_attribute("aria-label") or "")


def test_a_browser_without_scripts_shows_every_slide_in_both_languages(opener: Opener, document: str) -> None:
    plain = opener().context.browser
    assert plain is not None
    context = plain.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(document)
    shown = page.locator('main > section[data-mode="both"]')
    expect(shown.first).to_be_visible()
    expect(shown.last).to_be_visible()
    expect(page.locator('main > section[data-mode="en"]').first).to_be_hidden()
    context.close()


def test_chinese_headings_are_broken_between_words(opener: Opener) -> None:
    page = ready(opener("lang=zh"))
    words = page.locator("main > section[data-mode=zh] :is(h1, h2) > span").evaluate_all(
        "all => all.map(heading => [heading.className, getComputedStyle(heading).wordBreak])"
    )
    assert {tuple(each) for each in words} == {("worded", "keep-all")}
