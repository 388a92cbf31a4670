"""Words and code agree, and no sentence claims more than a record can hold."""

import ast
import csv
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache, reduce
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

# Where the codes of a family of keys come from, when it is neither the data nor the file that speaks them.
ELSEWHERE = {
    "both_ways.": ("data/partnership.toml",),
    "briefing.question.": ("queries/briefing.py",),
    "browser.": ("exports/browser.py",),
    "deck.fault.": ("views/deck",),
    "deck_editor.kind.": ("views/deck/slides.py",),
    "language.": ("texts",),
    "nav.": ("views/places.py",),
    "news.": ("queries/news.py",),
    "problem.": ("loaders",),
    "problem_encoding.": ("loaders",),
    "problem_fix.": ("loaders",),
    "record_page.gaps.": ("queries/gaps.py",),
    "record_page.source.": ("views/record/listing.py",),
    "stage.": ("exports/stage", "ui/stage.py"),
    "students.": ("views/students", "queries/students.py"),
    "table.csv": ("exports/tables/files.py",),
    "table.xlsx": ("exports/tables/files.py",),
    "trade.": ("views/trade", "queries/trade.py"),
}

# What scripts say: all keys that begin so are handed to these, which name them by the rest.
SCRIPTS = {"deck_editor.label.": "ui/deck_editor", "rehearsal.": "ui/deck_editor"}

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


class Speech:
    """What some files of Python can say: keys that stand whole in them, and f-strings that make keys.

    What an f-string leaves open may be a code that is written in the same file, that the data hold, or that one of the
    places named in `ELSEWHERE` gives; nothing else.
    """

    def __init__(self, files: Iterable[Path], data: Set[str] = frozenset()) -> None:
        self.trees = {file: ast.parse(file.read_text(encoding="utf-8")) for file in files}
        self.near = {file: codes(tree) for file, tree in self.trees.items()}
        self.written = set().union(*self.near.values())
        self.data = data
        nodes = ((file, node) for file, tree in self.trees.items() for node in ast.walk(tree))
        self.patterns = [
            (file, node, pattern(node)) for file, node in nodes if isinstance(node, ast.JoinedStr) and fixed(node)
        ]

    def calls(self) -> Iterator[tuple[Path, ast.Call]]:
        """Give every call of the words: `words(…)`, `self.words(…)` and the like."""
        for file, tree in self.trees.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and node.args:
                    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                    if name.strip("_") == "words":
                        yield file, node

    def missing(self, known: Iterable[str]) -> list[tuple[str, str]]:
        """Name what is said and is none of the known keys."""
        keys, lacking = set(known), []
        for file, call in self.calls():
            first = call.args[0]
            for key in [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]:
                if isinstance(key, ast.Constant) and key.value not in keys:
                    lacking.append((file.name, str(key.value)))
                elif isinstance(key, ast.JoinedStr) and not any(pattern(key).fullmatch(each) for each in keys):
                    lacking.append((file.name, pattern(key).pattern))
        return lacking

    def says(self, key: str) -> bool:
        """Tell whether a key can be said."""
        if key in self.written or any(key.startswith(start) and scripted(key, start) for start in SCRIPTS):
            return True
        beyond = {code for start, places in ELSEWHERE.items() if key.startswith(start) for code in written(places)}
        for file, node, made in self.patterns:
            if found := made.fullmatch(key):
                first, *others = found.groups() or ("",)
                here = self.near[file] | beyond
                # What begins a key is written out: in the same file, or as the beginning of keys that is handed on.
                begins = here | self.data if headed(node) else here | {text for text in self.written if "." in text}
                if (first in begins or first.isdigit()) and all(
                    each in here | self.data or each.isdigit() for each in others
                ):
                    return True
        return False


def codes(tree: ast.AST) -> set[str]:
    """Give the texts of a file that may be codes or keys; what only reads a column is none."""
    columns = {id(node.slice) for node in ast.walk(tree) if isinstance(node, ast.Subscript)}
    texts_ = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in columns)
    return {node.value for node in texts_ if isinstance(node.value, str) and " " not in node.value}


def fixed(text: ast.JoinedStr) -> str:
    return "".join(str(part.value) for part in text.values if isinstance(part, ast.Constant))


def headed(text: ast.JoinedStr) -> bool:
    return isinstance(text.values[0], ast.Constant)


def pattern(text: ast.JoinedStr) -> re.Pattern[str]:
    """Make the pattern of all that an f-string may become."""
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"([\w-]+)" for part in text.values]
    return re.compile("".join(parts if headed(text) else [r"([\w.-]+)", *parts[1:]]))


def scripted(key: str, start: str) -> bool:
    """Tell whether a script names a key whole, or makes it of a beginning such as `lack_${part}`, or for a language."""
    rest, names = key.removeprefix(start), written((SCRIPTS[start],))
    name, _, lang = rest.rpartition("_")
    return rest in names or f"{rest.partition('_')[0]}_" in names or (lang in texts.LANGUAGES and name in names)


@cache
def written(places: tuple[str, ...]) -> frozenset[str]:
    """Give every word that stands in some files; a folder is all of its files."""
    files = (
        file for place in places for file in ((ROOT / place).rglob("*") if (ROOT / place).is_dir() else [ROOT / place])
    )
    return frozenset(
        word
        for file in files
        if file.suffix in (".py", ".js", ".toml")
        for word in re.findall(r"[\w-]+", file.read_text(encoding="utf-8"))
    )


@pytest.fixture(scope="module")
def speech() -> Speech:
    resources = json.loads((ROOT / "data" / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    fields = [field for resource in resources for field in resource["schema"]["fields"]]
    data = {code for field in fields for code in field.get("constraints", {}).get("enum", ())}
    data |= {field["type"] for field in fields}
    for resource in resources:
        with (ROOT / "data" / resource["path"]).open(encoding="utf-8-sig", newline="") as file:
            data |= {
                cell for row in csv.DictReader(file) for cell in row.values() if re.fullmatch(r"[a-z]\w{1,40}", cell)
            }
    return Speech(CODE, data)


def test_every_key_that_is_spoken_exists(speech: Speech, sentences: Mapping[str, list[str]]) -> None:
    assert speech.missing(sentences) == []


def test_every_sentence_is_spoken_somewhere(speech: Speech, sentences: Mapping[str, list[str]]) -> None:
    assert [key for key in sentences if not speech.says(key)] == []


def test_the_reading_itself_finds_what_nothing_says_and_what_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "page.py"
    file.write_text(
        'HEADS = ("date", "title")\n'
        "def page(words, row, name, ending):\n"
        '    words("page.lead"), words("page.absent"), words(f"gone.{name}")\n'
        '    row["value"], [words(f"table.{head}") for head in HEADS]\n'
        '    words("page.short" if name else "page.none"), words(f"sector.{row[name]}")\n'
        '    return f"{name}.{ending}"\n'
    )
    speech = Speech([file], frozenset({"culture", "page"}))
    spoken = ["page.lead", "page.short", "table.date", "table.title", "sector.culture"]
    assert [key for key in spoken if not speech.says(key)] == []
    unspoken = ["page.idle", "table.value", "sector.idle", "page.culture"]
    assert [key for key in unspoken if speech.says(key)] == []
    assert [key for _, key in speech.missing([*spoken, *unspoken])] == ["page.absent", "gone\\.([\\w-]+)", "page.none"]


def test_every_slot_of_a_sentence_is_filled(speech: Speech, sentences: Mapping[str, list[str]]) -> None:
    unfilled = []
    for file, call in speech.calls():
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
