"""Words in another language than the page are marked, and nothing else is."""

import pytest
from markupsafe import Markup

from exports.markup.languages import latin_names, mark_languages

KEPT = frozenset({"Public Sector Executive", "Alder Hey & Co's", "LJMU"})


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("<p>Public Sector Executive（行业媒体）。</p>", '<p><span lang="en">Public Sector Executive</span>（行业媒体）。</p>'),
        ("<p>LJMU 12,345</p>", '<p><span lang="en">LJMU</span> 12,345</p>'),
        ("<p>甲与Alder Hey &amp; Co&#x27;s。</p>", '<p>甲与<span lang="en">Alder Hey &amp; Co&#x27;s</span>。</p>'),
        ("<p>Left in English</p>", "<p>Left in English</p>"),
        ('<p title="LJMU">甲</p>', '<p title="LJMU">甲</p>'),
        ('<span lang="en">LJMU <span>LJMU</span></span>LJMU', '<span lang="en">LJMU <span>LJMU</span></span><span lang="en">LJMU</span>'),
        ("<svg><text>LJMU</text></svg>", "<svg><text>LJMU</text></svg>"),
    ],
)  # fmt: skip
def test_a_chinese_page_marks_the_names_that_stay(given: str, made: str) -> None:
    assert mark_languages(Markup(given), "zh-CN", KEPT) == made


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("<p>(友城故事)黄浦江与默西河,廿六春秋共潮声, News</p>", '<p>(<span lang="zh-CN">友城故事</span>)<span lang="zh-CN">黄浦江与默西河</span>,<span lang="zh-CN">廿六春秋共潮声</span>, News</p>'),
        ("<p>Plain</p>", "<p>Plain</p>"),
    ],
)  # fmt: skip
def test_an_english_page_marks_chinese(given: str, made: str) -> None:
    assert mark_languages(Markup(given), "en", frozenset()) == made


def test_markup_in_a_text_stays_text() -> None:
    assert (
        mark_languages(Markup("<p>&lt;b&gt;LJMU</p>"), "zh", KEPT | {"b>LJMU"})
        == '<p>&lt;<span lang="en">b&gt;LJMU</span></p>'
    )


def test_runs_of_latin_letters_are_taken_without_the_signs_around_them() -> None:
    assert list(latin_names("由“Alder Hey”与LJMU（UK）刊载，2010年。")) == ["Alder Hey", "LJMU", "UK"]
