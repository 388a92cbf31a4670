"""Small windows, large letters, forced colours and little motion take nothing away."""

from tests.e2e.conftest import Visitor
from tests.e2e.driving import Server, Visit

# The text spacing of WCAG 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
SIDEWAYS = "main => main.scrollWidth - main.clientWidth"
# Words that stand outside the window or are cut by the box they stand in; a table scrolls in a box of its own.
LOST = """main => [...main.querySelectorAll('h1, h2, h3, h4, p, a, li, dt, dd, label, summary, button, .brand')].filter(part => {
    if (part.closest('.scroll, svg, .st-key-tell') || !part.textContent.trim()) return false;
    const box = part.getBoundingClientRect(), look = getComputedStyle(part);
    const cut = look.overflow !== 'visible' && (part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1);
    return box.width && (box.right > innerWidth + 1 || box.left < -1 || cut);
}).map(part => part.textContent.trim().slice(0, 60))"""


def whole(visit: Visit) -> None:
    main = visit.page.get_by_test_id("stMain")
    assert main.evaluate(SIDEWAYS) <= 0
    assert main.evaluate(LOST) == []


def spaced(visit: Visit) -> None:
    style = visit.page.add_style_tag(content=SPACED)
    whole(visit)
    style.evaluate("style => style.remove()")


def test_at_400_per_cent_nothing_is_lost_and_nothing_scrolls_sideways(zoomed: Visit) -> None:
    whole(zoomed)


def test_with_wider_text_spacing_nothing_is_lost(wide: Visit) -> None:
    spaced(wide)


def test_with_wider_text_spacing_nothing_is_lost_on_a_phone(phone: Visit) -> None:
    spaced(phone)


def test_forced_colours_leave_charts_and_keys_their_own(visitor: Visitor, server: Server) -> None:
    visit = visitor(server, forced_colors="active", color_scheme="dark")
    visit.open("/timeline")
    looks = "part => { const look = getComputedStyle(part); return [look.backgroundColor, look.fill]; }"
    white, page = "rgb(255, 255, 255)", visit.page
    assert page.get_by_test_id("stPlotlyChart").evaluate(looks)[0] == white
    assert page.locator("ul.key").evaluate(looks)[0] == white
    fills = set(
        page.locator(".scatterlayer .point").evaluate_all("dots => dots.map(dot => getComputedStyle(dot).fill)")
    )
    assert len(fills) >= 4, "dots keep the colours of their sectors"
    words = page.locator(".stPlotlyChart .xtick text").first.evaluate(looks)[1]
    assert words == "rgb(11, 12, 12)", "words stay dark on the chart's white"
    chosen, others = (
        page.locator(f"[data-testid=stButtonGroup] button[aria-checked={state}]").first.evaluate(looks)[0]
        for state in ("true", "false")
    )
    assert chosen != others, "what is chosen is filled"
    here = "link => getComputedStyle(link).borderBottomColor"
    line, other = (page.locator(f".st-key-{key} a").evaluate(here) for key in ("here", "to-students"))
    assert line != other, "the place one is at is underlined"


def test_who_asks_for_little_motion_gets_none(visitor: Visitor, server: Server) -> None:
    visit = visitor(server, reduced_motion="reduce")
    visit.open("/timeline")
    longest = visit.page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('*')].flatMap(part => {
            const look = getComputedStyle(part);
            return `${look.transitionDuration},${look.animationDuration}`.split(',').map(parseFloat);
        }))"""
    )
    assert longest <= 0.01
