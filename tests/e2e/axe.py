"""The rules of WCAG 2.2 AA that a machine can test, asked of a page as it stands."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# What moves for a moment may lie over a button: it is looked at when it has come to rest.
RESTED = """() => Promise.all(document.getAnimations()
    .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
    .map((each) => each.finished.catch(() => null)))"""


def breaches(page: Page) -> list[tuple[str, str]]:
    """Name each breach by its rule and its markup."""
    page.evaluate(RESTED)
    options = {
        "resultTypes": ["violations"],
        "runOnly": {"type": "tag", "values": RULES},
        "preload": not page.url.startswith("file:"),  # a page on disk has no other file that axe could fetch
    }
    results = Axe().run(page, options=options).response
    assert "target-size" in {
        rule["id"] for kind in ("passes", "violations", "incomplete", "inapplicable") for rule in results[kind]
    }
    return [(each["id"], node["html"][:200]) for each in results["violations"] for node in each["nodes"]]
