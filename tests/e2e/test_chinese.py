"""Every page in Chinese: its language said, no English left over, every character from the fonts that are served."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import CDPSession, expect

import loaders
from exports.tongues import runs
from tests.e2e.driving import PAGES, PHONE, Visit
from views import foreign

# Words that any Chinese page may show besides names: one a line, at most 60.
ALLOWED = frozenset((Path(__file__).parent / "english_allowed.txt").read_text(encoding="utf-8").split())
MOST = 60
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
# Codes of records, addresses, versions and the names of files are no language's words.
CODES = re.compile(
    r"https?://\S+|(?<![A-Za-z0-9])(?:[A-Z]{1,4}-?\d+|[0-9a-f]{12}|[A-Za-z0-9_-]+\.(?:csv|json|md|toml))(?![A-Za-z0-9])"
)
MORE = (
    "/record?view=data&dataset=exchanges",
    "/record?view=sources&pick=kind:council",
    "/record?q=世博会",
    "/record?id=TRD-001",
    "/record?id=none",
    "/timeline?sector=tourism",
    "/trade?view=rates",
    "/trade?view=visits&years=1999-1999",
    "/students?years=1999-2000",
    "/cities?step=2",
)
# What is shown or read aloud: texts, and the attributes that speak; marked English, icons and Streamlit's shell aside.
SPOKEN = """() => {
    const found = [];
    const aside = '[lang=en], noscript, script, style, [data-testid=stIconMaterial]';
    const visit = (node) => {
        if (node.nodeType === Node.TEXT_NODE) {
            const holder = node.parentElement;
            if (node.textContent.trim() && !holder?.closest(aside))
                found.push([node.textContent, Boolean(holder?.closest('svg'))]);
            return;
        }
        if (node.nodeType === Node.ELEMENT_NODE) {
            if (node.matches(aside)) return;
            for (const name of ['aria-label', 'alt', 'title', 'placeholder'])
                if (node.getAttribute(name)) found.push([node.getAttribute(name), true]);
            if (node.shadowRoot) visit(node.shadowRoot);
        }
        node.childNodes.forEach(visit);
    };
    visit(document.body);
    return found;
}"""
CHINESE = "/[\\u3400-\\u9fff]/"


@pytest.fixture(scope="module")
def kept(package: loaders.Package) -> frozenset[str]:
    return foreign.kept(package, "zh")


def address(path: str) -> str:
    return f"{path}{'&' if '?' in path else '?'}lang=zh"


def english(visit: Visit, kept: frozenset[str]) -> set[str]:
    """Give the English words on the page beyond those allowed; where nothing can be marked, beyond names as well."""
    words: set[str] = set()
    for text, unmarkable in visit.page.evaluate(SPOKEN):
        said = CODES.sub("", text)
        if unmarkable:
            # A name may be followed by its number, and broken where a chart's label is.
            for run in sorted(runs(said), key=len, reverse=True):
                name = re.sub(r"[\s\d,.%]+$", "", run)
                said = (
                    said.replace(name, "")
                    if name in kept or any(name in each for each in kept if len(name) > 3)
                    else said
                )
        words |= set(WORD.findall(said)) - ALLOWED
    return words


def test_the_list_of_words_allowed_is_short() -> None:
    assert len(ALLOWED) <= MOST


@pytest.mark.parametrize("path", [*PAGES, *MORE])
def test_a_chinese_page_leaves_no_english(visit: Visit, kept: frozenset[str], path: str) -> None:
    visit.open(address(path))
    expect(visit.page.locator("html")).to_have_attribute("lang", "zh-CN")
    assert re.search(r"[\u3400-\u9fff]", visit.page.title())
    assert english(visit, kept) == set()


@pytest.mark.parametrize("path", ["/", "/timeline", "/students", "/trade"])
def test_what_opens_on_a_chinese_page_leaves_no_english(visit: Visit, kept: frozenset[str], path: str) -> None:
    visit.page.set_viewport_size({"width": PHONE["width"], "height": PHONE["height"]})
    visit.open(address(path))
    for name in ("菜单", "数据表", "下载"):
        for button in visit.page.get_by_role("button", name=name, exact=True).all()[:2]:
            button.click()
            expect(visit.page.locator("[data-testid=stPopoverBody]").last).to_be_visible()
            assert english(visit, kept) == set(), name
            visit.page.keyboard.press("Escape")
            visit.drawn()


def fonts(tools: CDPSession, expression: str) -> list[dict[str, Any]]:
    """Give the fonts in which Chromium draws the element that an expression finds."""
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    tools.send("DOM.getDocument", {"depth": 0})
    found = tools.send("Runtime.evaluate", {"expression": expression})["result"]
    node = tools.send("DOM.requestNode", {"objectId": found["objectId"]})["nodeId"]
    drawn: list[dict[str, Any]] = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    return drawn


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/", "h1"),
        ("/", ".lead"),
        ("/", ".main-svg text"),
        ("/students", ".main-svg text"),
        ("/outcomes", ".main-svg text"),
        ("/record", "article p"),
        ("/record", "[data-testid=stTextInput] label *"),
        ("/timeline", "[data-testid=stPopover] button *"),
    ],
)
def test_chinese_is_drawn_in_the_font_that_is_served(visit: Visit, path: str, where: str) -> None:
    visit.open(address(path))
    visit.page.evaluate("document.fonts.ready.then(() => true)")
    own = f"[...each.childNodes].some(part => part.nodeType === 3 && {CHINESE}.test(part.textContent))"
    spot = f"[...document.querySelectorAll('{where}')].find(each => {own})"
    drawn = fonts(visit.tools(), spot)
    assert any(font["isCustomFont"] and "Noto Sans" in font["familyName"] for font in drawn), drawn
    assert [font["familyName"] for font in drawn if not font["isCustomFont"]] == []
