"""Every page in Chinese: its language said, no English left over, every character from the fonts that are served."""

import gzip
import re
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from playwright.sync_api import CDPSession, expect

import loaders
from exports.markup.languages import latin_names
from tests.e2e.conftest import Contexts
from tests.e2e.driving import PHONE, Server, Visit
from tests.e2e.pages.conftest import localised
from views.wording import untranslated

# Words that any Chinese page may show besides names: one a line, at most 60.
ALLOWED = frozenset((Path(__file__).parent / "english_allowed.txt").read_text(encoding="utf-8").split())
MOST = 60
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
# Codes of records, addresses, versions and the names of files are no language's words.
CODES = re.compile(
    r"https?://\S+|(?<![A-Za-z0-9])(?:[A-Z]{1,4}-?\d+|[0-9a-f]{12}|[A-Za-z0-9_-]+\.(?:csv|json|md|toml))(?![A-Za-z0-9])"
)
# What is shown or read aloud: texts, and the attributes that speak; marked English, icons and Streamlit's shell aside.
SPOKEN = """() => {
    const found = [];
    const aside = '[lang|=en], noscript, script, style, [data-testid=stIconMaterial]';
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
# Both weights of the font have come, and nothing is on its way.
READY = """() => {
    const faces = [...document.fonts].filter(face => face.family.includes('Noto Sans'));
    return faces.filter(face => face.status === 'loaded').length > 1 && !faces.some(face => face.status === 'loading');
}"""
HAN = re.compile(r"[\u3400-\u9fff]")
SIGN = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


@pytest.fixture(scope="module")
def kept(package: loaders.Package) -> frozenset[str]:
    return untranslated.names(package, "zh")


def english(visit: Visit, kept: frozenset[str]) -> set[str]:
    """Give the English words on the page beyond those allowed; where nothing can be marked, beyond names as well."""
    words: set[str] = set()
    for text, unmarkable in visit.page.evaluate(SPOKEN):
        said = CODES.sub("", text)
        if unmarkable:
            # A name may be followed by its number, and broken where a chart's label is.
            for run in sorted(latin_names(said), key=len, reverse=True):
                name = re.sub(r"[\s\d,.%]+$", "", run)
                said = (
                    said.replace(name, "")
                    if name in kept or any(name in each for each in kept if len(name) > 3)
                    else said
                )
        words |= set(WORD.findall(said)) - ALLOWED
    return words


def written(tools: CDPSession) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Give every piece of text on the page that holds a Chinese sign, with the fonts it is drawn in."""
    tools.send("DOM.enable")
    tools.send("CSS.enable")
    nodes = [tools.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]]
    while nodes:
        node = nodes.pop()
        parts = [*node.get("children", []), *node.get("shadowRoots", [])]
        nodes += parts
        own = "".join(part["nodeValue"] for part in parts if part["nodeName"] == "#text")
        if SIGN.search(own):
            drawn = tools.send("CSS.getPlatformFontsForNode", {"nodeId": node["nodeId"]})["fonts"]
            if drawn:  # else it is not shown
                yield own.strip(), drawn


def undrawn(tools: CDPSession) -> list[str]:
    """Name the texts of which a sign is missing, or drawn in a font that another machine may not have."""
    return [
        f"{text}: {[(font['familyName'], font['glyphCount']) for font in drawn]}"
        for text, drawn in written(tools)
        if any(not font["isCustomFont"] for font in drawn)
        or len(SIGN.findall(text)) > sum(font["glyphCount"] for font in drawn if "Noto Sans" in font["familyName"])
    ]


def test_the_list_of_words_allowed_is_short() -> None:
    assert len(ALLOWED) <= MOST


def test_the_browser_for_chinese_pages_has_no_chinese_font_of_its_own(chinese_contexts: Contexts) -> None:
    page = chinese_contexts().new_page()
    page.set_content("<p>文字 Words</p>")
    (drawn,) = (drawn for _, drawn in written(page.context.new_cdp_session(page)))
    page.close()
    assert len({font["familyName"] for font in drawn}) == 1  # what draws the letters draws its sign for "none"


def test_a_chinese_page_says_so(chinese: Visit) -> None:
    expect(chinese.page.locator("html")).to_have_attribute("lang", "zh-CN")
    assert HAN.search(chinese.page.title())


def test_a_chinese_page_leaves_no_english(chinese: Visit, kept: frozenset[str]) -> None:
    assert english(chinese, kept) == set()


def test_a_chinese_page_leaves_no_sign_undrawn(chinese: Visit) -> None:
    chinese.page.wait_for_function(READY)
    assert undrawn(chinese.tools()) == []


@pytest.mark.parametrize("path", ["/", "/timeline", "/students", "/trade"])
def test_what_opens_on_a_chinese_page_leaves_no_english(visit: Visit, kept: frozenset[str], path: str) -> None:
    visit.page.set_viewport_size(PHONE)
    visit.open(localised(path, "zh"))
    for name in ("菜单", "数据表", "下载"):
        for button in visit.page.get_by_role("button", name=name, exact=True).all()[:2]:
            button.click()
            expect(visit.page.locator("[data-testid=stPopoverBody]").last).to_be_visible()
            assert english(visit, kept) == set(), name
            visit.page.keyboard.press("Escape")
            visit.drawn()


def test_choosing_years_on_a_chinese_page_meets_no_english(visit: Visit, kept: frozenset[str]) -> None:
    visit.open(localised("/timeline", "zh"))
    visit.page.get_by_role("button", name="年份").click()
    visit.card("f-from").get_by_role("combobox").click()
    expect(visit.page.get_by_role("option", name="2010", exact=True)).to_be_visible()
    visit.page.keyboard.type("abc")  # what is on no list
    assert english(visit, kept) == set()


def test_what_is_taken_from_a_chinese_page_is_chinese_by_name_sheets_and_headings(visit: Visit, tmp_path: Path) -> None:
    visit.open(localised("/timeline", "zh"))
    visit.card("actions-both_ways").get_by_role("button", name="下载").click()
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Excel工作簿").click()
    kept = tmp_path / download.value.suggested_filename
    download.value.save_as(kept)
    assert HAN.search(kept.name)
    assert kept.suffix == ".xlsx"
    book = load_workbook(kept)
    assert all(HAN.search(sheet) for sheet in book.sheetnames)
    assert all(HAN.search(str(cell.value)) for cell in book.worksheets[0][1])


@pytest.mark.parametrize("path", ["", "timeline?sector=culture&"])
def test_the_first_markup_names_the_language_of_its_address(server: Server, path: str) -> None:
    for lang, tag in (("zh", "zh-CN"), ("en", "en-GB")):
        for ways in ({}, {"Accept-Encoding": "gzip"}):
            asked = urllib.request.Request(f"{server.url}/{path or '?'}lang={lang}", headers=ways)  # noqa: S310  # our own server
            with urllib.request.urlopen(asked) as answer:  # noqa: S310
                markup = answer.read()
                packed = answer.headers["Content-Encoding"] == "gzip"
            assert packed == bool(ways)
            assert f'<html lang="{tag}">'.encode() in (gzip.decompress(markup) if packed else markup)
