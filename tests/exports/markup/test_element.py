"""What is text stays text wherever it stands; what is built is valid; and no other way leads into a document."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markupsafe import Markup

from exports.markup.document import document
from exports.markup.element import data_script, element, joined, script

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "&lt;b&gt; & &amp;",
    "</title></style></textarea><svg onload=alert(1)>",
    "<!-- --> <![CDATA[ ]]> <?php ?>",
    "a=b`c\ttab\nline",
    "利物浦 “…” 🙂",
)


def body(*parts: str) -> Any:
    """Read parts of a body back as a browser would; a breach of HTML's rules is raised."""
    page = document(*parts, lang="en", title="Title").decode("utf-8")
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page).find("body")


def head(page: bytes) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.decode("utf-8")).find("head")


@pytest.mark.parametrize("text", HOSTILE)
def test_a_child_that_is_text_stays_text(text: str) -> None:
    (paragraph,) = body(element("p", text, element("b", text), text))
    (bold,) = paragraph
    assert (paragraph.text, bold.text, bold.tail) == (text, text, text)


@pytest.mark.parametrize("text", HOSTILE)
def test_an_attribute_stays_within_its_quotes(text: str) -> None:
    (paragraph,) = body(element("p", title=text, aria_label=text, data_name=text, class_=text, style=text))
    assert paragraph.attrib == dict.fromkeys(["title", "aria-label", "data-name", "class", "style"], text)


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_joined_or_added_is_text_unless_it_was_built(text: str) -> None:
    bold = element("b", text)
    parts = joined([text, bold], between=text) + text
    (paragraph,) = body(element("p", parts, text + bold))
    assert [child.tag for child in paragraph] == ["b", "b"]
    assert "".join(paragraph.itertext()) == text * 6


@pytest.mark.parametrize("text", HOSTILE)
def test_a_title_holds_text_alone(text: str) -> None:
    assert head(document(lang="en", title=text)).find("title").text == text


def test_markup_within_an_attribute_is_text() -> None:
    (paragraph,) = body(element("p", title=element("b", '"')))
    assert paragraph.get("title") == "<b>&quot;</b>"


def test_markup_that_went_through_a_plain_string_is_text_again() -> None:
    (paragraph,) = body(element("p", f"{element('b', 'x')}"))
    assert paragraph.text == "<b>x</b>"


def test_an_element_is_never_escaped_twice() -> None:
    assert element("p", element("b", "a & b")) == "<p><b>a &amp; b</b></p>"
    assert joined([joined(["a & b"])]) == "a &amp; b"


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x85", "\ud800", "\uffff"])
def test_a_character_that_no_document_may_hold_is_replaced(sign: str) -> None:
    (paragraph,) = body(element("p", f"a{sign}b", title=f"a{sign}b"), data_script("data", f"a{sign}b"))[:1]
    assert (paragraph.text, paragraph.get("title")) == ("a\ufffdb", "a\ufffdb")


def test_an_attribute_that_is_none_or_false_is_left_out_and_true_stands_bare() -> None:
    assert element("input", hidden=None, disabled=False, checked=True) == "<input checked>"


def test_zero_and_blank_are_values() -> None:
    assert element("img", alt="", width=0) == '<img alt="" width="0">'


def test_names_are_written_in_pythons_way() -> None:
    given = element("label", for_="a", class_="b", aria_label="c", data_a_b="d", viewBox="e")
    assert given == '<label for="a" class="b" aria-label="c" data-a-b="d" viewBox="e"></label>'


@pytest.mark.parametrize("name", ["", "a b", "a>", "1", "a=", "é", "a\0", "-", "_"])
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        element(name)
    with pytest.raises(ValueError, match="no name"):
        element("p", **{name: "value"})


def test_a_void_element_holds_nothing() -> None:
    assert element("br") == "<br>"
    with pytest.raises(ValueError, match="void"):
        element("br", "text")


def test_a_shape_closes_itself_unless_it_has_a_title() -> None:
    assert element("path", d="M0 0") == '<path d="M0 0"/>'
    assert element("path", element("title", "a"), d="M0 0") == '<path d="M0 0"><title>a</title></path>'


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " \tjava\nscript\r:alert(1)",
        "\0javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>alert(1)</script>",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("name", ["href", "src"])
def test_an_address_that_may_be_run_is_refused(address: str, name: str) -> None:
    with pytest.raises(ValueError, match="may run"):
        element("a", **{name: address})


@pytest.mark.parametrize(
    "address",
    [
        *("https://a.example/?a=b&c=d", "HTTP://a.example", "mailto:a@b.example", "data:image/svg+xml,%3Csvg%3E"),
        *("./?years=2008-2012", "timeline?pick=culture:2008", "#main", "../record.html#y1", "/about", ""),
    ],
)
def test_an_address_that_leads_somewhere_is_written(address: str) -> None:
    assert body(element("a", "x", href=address))[0].get("href") == address


@pytest.mark.parametrize("end", ["</style>", "</STYLE >", "</style\n>", "<!-- </style>"])
def test_a_style_sheet_cannot_end_its_element(end: str) -> None:
    page = document(element("p", "after"), lang="en", title="", sheet=f"a::after {{ content: '{end}<b>' }}")
    parsed = html5lib.parse(page.decode("utf-8"), namespaceHTMLElements=False)
    assert [child.tag for child in parsed.find("body")] == ["p"]
    assert head(page).find("style").text.replace("<\\", "<") == f"a::after {{ content: '{end}<b>' }}"


@pytest.mark.parametrize("end", ["</script>", "</SCRIPT >", "<!-- <script>", "<!--<script></script>"])
def test_a_script_cannot_end_its_element(end: str) -> None:
    code = f"const text = '{end}';"
    written, after = body(script(code), element("p", "after"))
    assert written.text.replace("<\\", "<") == code
    assert after.text == "after"


@pytest.mark.parametrize("text", [*HOSTILE, "</script>", "<!-- <script>", "\u2028\u2029"])
def test_data_for_scripts_cannot_end_their_element_and_are_read_back_as_they_were(text: str) -> None:
    written, after = body(data_script("data", {text: [text]}), element("p", "after"))
    assert (written.get("type"), written.get("id")) == ("application/json", "data")
    assert json.loads(written.text) == {text: [text]}
    assert after.text == "after"


def test_a_document_says_what_it_is_before_anything_else() -> None:
    page = document(lang="zh-CN", title="题", policy="default-src 'none'").decode("utf-8")
    assert page.startswith('<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8">')
    metas = head(page.encode()).findall("meta")
    assert (metas[1].get("http-equiv"), metas[1].get("content")) == ("Content-Security-Policy", "default-src 'none'")
    assert metas[2].get("name") == "viewport"


def test_a_second_parser_reads_the_same() -> None:
    seen: list[tuple[str, list[tuple[str, str | None]]]] = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attrs: seen.append((tag, attrs))  # type: ignore[method-assign]
    parser.feed(element("a", HOSTILE[1], href="x", title=HOSTILE[1]))
    assert seen == [("a", [("href", "x"), ("title", HOSTILE[1])])]


def test_what_is_built_is_markupsafes_own_type_which_the_linter_guards() -> None:
    assert type(element("p")) is type(joined([])) is Markup


def test_nobody_escapes_by_hand_and_nobody_else_opens_a_document() -> None:
    root = Path(__file__).parents[3]
    layers = ("cards", "charts", "commands", "exports", "loaders", "pages", "queries", "texts", "ui", "views")
    texts = {file: file.read_text(encoding="utf-8") for layer in layers for file in (root / layer).rglob("*.py")}
    by_hand = [file.name for file, text in texts.items() if re.search(r"from html import .*\bescape\b", text)]
    documents = [file.name for file, text in texts.items() if "<!doctype" in text.lower()]
    assert (by_hand, documents) == (["element.py"], ["document.py"])
