"""Words and code agree, and no sentence claims more than a record can hold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from functools import reduce
from pathlib import Path
from string import Formatter

import pytest

import texts
from texts import Words

ROOT = Path(__file__).parent.parent
CODE = [
    file
    for layer in ("cards", "commands", "exports", "pages", "texts", "ui", "views")
    for file in (ROOT / layer).rglob("*.py")
]

# Counts of records hold; only measured values were, and only in these sections may a sentence say how they moved.
MEASURED = (
    "findings.students",
    "findings.trade",
    "measured.",
    "students.",
    "trade.country.",
    "trade.port_",
    "trade.investment.",
)
MOVEMENT = re.compile(
    r"\b(rose|risen|rises?|rising|fell|fallen|grew|grown|grow(s|ing|th)?|doubled|doubles|doubling|trebl\w+|tripl\w+|declin\w+|dropped|dropping|peak\w*"
    r"|increas\w+|decreas\w+|surg\w+|boom\w*|soar\w*|slump\w*|plung\w+|shrank|shrunk|trends?|momentum|record[- ]high|all-time)\b",
    re.IGNORECASE,
)

# Names that keep their capital inside a sentence.
NAMES = {
    *(
        "ANSI",
        "Asia",
        "Atom",
        "British",
        "China",
        "Chinese",
        "Confucius",
        "Earth",
        "English",
        "Enter",
        "Europe",
        "European",
    ),
    *(
        "Excel",
        "Expo",
        "Heritage",
        "HESA",
        "HMRC",
        "January",
        "June",
        "Natural",
        "October",
        "Table",
        "Unicode",
        "Windows",
    ),
    *("Down", "End", "Page", "Space", "Up"),  # keys, as they are printed on them
    *("Chrome", "Chromium", "Edge", "Libre", "Power"),  # LibreOffice and PowerPoint, as far as their first capital
}


# Laws, bodies and programs by their whole names, which are left out of the reading.
TITLES = (
    "Web Content Accessibility Guidelines",
    "Equality and Human Rights Commission",
    "Equality Advisory and Support Service",
    "Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations",
    "England, Scotland and Wales",
    "What does not work yet",
    "JavaScript",
    "Streamlit",
    "Chromium",
)


def untitled(form: str) -> str:
    return reduce(lambda text, title: text.replace(title, ""), TITLES, form)


def slots(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def forms(sentence: str | Mapping[str, str]) -> list[str]:
    return [sentence] if isinstance(sentence, str) else list(sentence.values())


@pytest.fixture(scope="module")
def sentences(words: Words) -> Mapping[str, list[str]]:
    return {key: forms(sentence) for key, sentence in words.sentences.items()}


def calls() -> Iterator[tuple[Path, ast.Call]]:
    """Give every call of the words: `words(…)`, `self.words(…)` and the like."""
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name.strip("_") == "words":
                    yield file, node


def pattern(text: ast.JoinedStr) -> re.Pattern[str]:
    """Make the pattern of all that an f-string may become."""
    fixed = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w.]+" for part in text.values]
    return re.compile("".join(fixed))


def mentioned() -> tuple[set[str], list[re.Pattern[str]]]:
    """Give every text of the code that may be a key, and every pattern with a fixed beginning that may make one."""
    fixed, patterns = set(), []
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                fixed.add(node.value)
            elif isinstance(node, ast.JoinedStr) and "." in str(getattr(node.values[0], "value", "")):
                patterns.append(pattern(node))
    return fixed, patterns


def test_every_key_that_is_spoken_exists(sentences: Mapping[str, list[str]]) -> None:
    missing = []
    for file, call in calls():
        first = call.args[0]
        for key in [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]:
            if isinstance(key, ast.Constant) and key.value not in sentences:
                missing.append((file.name, key.value))
            elif isinstance(key, ast.JoinedStr) and not any(pattern(key).fullmatch(known) for known in sentences):
                missing.append((file.name, pattern(key).pattern))
    assert missing == []


def test_every_sentence_is_spoken_somewhere(sentences: Mapping[str, list[str]]) -> None:
    fixed, patterns = mentioned()
    idle = [key for key in sentences if key not in fixed and not any(made.fullmatch(key) for made in patterns)]
    assert idle == []


def test_every_slot_of_a_sentence_is_filled(sentences: Mapping[str, list[str]]) -> None:
    unfilled = []
    for file, call in calls():
        key = call.args[0]
        given = {keyword.arg for keyword in call.keywords}
        spoken = sentences.get(str(key.value), []) if isinstance(key, ast.Constant) else []
        if spoken and None not in given:
            needed = {"n"} if len(spoken) > 1 else set()
            needed |= set().union(*(slots(form) for form in spoken)) - {"home", "away"}
            if needed != given:
                unfilled.append((file.name, ast.unparse(key), sorted(needed), sorted(map(str, given))))
    assert unfilled == []


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_plural_forms_of_a_sentence_are_those_of_its_language(lang: str) -> None:
    words = texts.load(lang, home="Home", away="Away")
    for key, sentence in words.sentences.items():
        if not isinstance(sentence, str):
            assert set(sentence) == words.locale.plural_form.tags | {"other"}, key


@pytest.mark.parametrize("lang", texts.LANGUAGES[1:])
def test_every_language_says_the_same_sentences(words: Words, lang: str) -> None:
    other = texts.load(lang, home="Home", away="Away").sentences
    assert set(other) == set(words.sentences)
    assert [key for key in other if isinstance(other[key], str) != isinstance(words.sentences[key], str)] == []


@pytest.mark.parametrize("lang", texts.LANGUAGES[1:])
def test_every_language_fills_the_same_slots(words: Words, lang: str) -> None:
    def filled(sentence: str | Mapping[str, str]) -> set[str]:
        # The cities' names fill any sentence; which sentences need them is the language's own affair.
        return set().union(*(slots(form) for form in forms(sentence))) - {"home", "away"}

    other = texts.load(lang, home="Home", away="Away").sentences
    both = [key for key in words.sentences if key in other]
    assert [key for key in both if filled(other[key]) != filled(words.sentences[key])] == []


@pytest.mark.parametrize("lang", texts.LANGUAGES)
def test_no_sentence_about_records_says_that_they_moved(lang: str) -> None:
    spoken = texts.load(lang, home="Home", away="Away").sentences
    claims = [
        (key, form)
        for key, sentence in spoken.items()
        if not key.startswith(MEASURED)
        for form in forms(sentence)
        if MOVEMENT.search(form)
    ]
    assert claims == []


def test_no_count_of_records_is_a_percentage(sentences: Mapping[str, list[str]]) -> None:
    shares = [
        key
        for key, found in sentences.items()
        if not key.startswith((*MEASURED, "trade.unit.")) and any("%" in form for form in found)
    ]
    assert shares == []


def test_words_stand_in_sentence_case(sentences: Mapping[str, list[str]]) -> None:
    inside = re.compile(r"(?<=[a-z,;)] )(?!The record\b|Who runs it\b)[A-Z][a-z]+")
    found = {
        (key, word)
        for key, each in sentences.items()
        for form in each
        for word in inside.findall(untitled(form))
        if word not in NAMES
    }
    assert found == set()


def test_sentences_are_clean(sentences: Mapping[str, list[str]]) -> None:
    for key, found in sentences.items():
        for form in found:
            assert form == form.strip(" "), key
            assert form, key
            assert "  " not in form.replace("</b>  {n}", ""), key
            assert "!" not in form, key
            assert not re.search(r"\b(TODO|TBC|lorem)\b", form, re.IGNORECASE), key
