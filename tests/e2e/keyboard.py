"""Work by keyboard alone, and look at what has the focus."""

from playwright.sync_api import Locator

from tests.e2e.driving import Visit

FOCUS = """() => {
    let at = document.activeElement;
    while (at.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const box = at.getClientRects()[0], look = getComputedStyle(at);
    const x = box.x + box.width / 2, y = box.y + Math.min(box.height / 2, 20);
    let top = document.elementFromPoint(x, y);
    while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top) top = top.shadowRoot.elementFromPoint(x, y);
    const alone = getComputedStyle(at).display !== 'inline';
    return {
        tag: at.tagName, words: at.getAttribute('aria-label') || at.innerText || '',
        seen: look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 2,
        shown: box.width > 0 && box.top < innerHeight && box.bottom > 0,
        covered: !(top && (at.contains(top) || top.contains(at))),
        small: alone && (box.width < 24 || box.height < 24) ? `${at.outerHTML.slice(0, 120)} ${box.width}x${box.height}` : '',
    };
}"""
FURTHEST = 1500  # stops of the tab key; a page with more is a trap or a maze


def tab_to(visit: Visit, found: Locator) -> None:
    """Press the tab key until an element has the focus."""
    for _ in range(FURTHEST):
        if found.count() and found.first.evaluate("at => at === (at.getRootNode().activeElement)"):
            return
        visit.page.keyboard.press("Tab")
    raise AssertionError(f"The tab key never reached {found}")


def press(visit: Visit, *keys: str) -> None:
    for key in keys:
        visit.page.keyboard.press(key)
