"""The deck outlined for work: its slides as a hall will see them, what they lack, and whether the data have moved on."""

import hashlib
import json
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any
from zlib import compress

import loaders.deck
import texts
from cards import Card, Switch, Title
from cards.deck_editor import DeckEditor, DeckOutline, SlideOutline
from cards.slides import Slide
from exports.markup import links
from loaders import Deck, Occasion, Package, SlideEntry
from loaders.settings import table_of
from texts import Words
from views.context import Context
from views.deck import pack, talk
from views.deck.material import Material, Unfit
from views.wording import problems, untranslated

LOOKS = ("slides", "rehearsal")
LIMITS = {"title": 120, "headline": 160, "headline_zh": 120, "note": 2000, "seconds": 9999, "minutes": 999}
_MEMORY = 300  # slides whose outlines are remembered


def view(context: Context) -> list[Card]:
    """Compose the page: the slides to work on, or the rehearsal check."""
    package, words, look = context.package, context.words, context.choices.get("view")
    look = look if look in LOOKS else LOOKS[0]
    outliner = _Outliner(package, words)
    lead = "deck_editor.lead" if look == LOOKS[0] else "rehearsal.lead"
    return [
        Title(heading=words("deck_editor.title"), lead=words(lead)),
        Switch(
            name="view",
            label=words("deck_editor.view"),
            options=tuple((name, words(f"deck_editor.look.{name}")) for name in LOOKS),
            value=look,
        ),
        DeckEditor(
            look=look,
            folder=package.folder,
            labels=dict(_labels(words)),
            store=store(package),
            limits=LIMITS,
            default=document(package.deck),
            outline=lru_cache(maxsize=8)(outliner.outline),
            read=outliner.read,
            write=outliner.write,
            pack=outliner.pack,
            pack_name=f"{pack.name(package)}.zip",
        ),
    ]


def store(package: Package) -> str:
    """Name the place in a browser where the reader's own deck is kept: one for each pair of cities."""
    names = package.partnership.names(texts.FIRST)
    return f"deck {names['home']} {names['away']}"


def _labels(words: Words) -> Iterator[tuple[str, str | Mapping[str, str]]]:
    """Give what the page says in the browser, with its slots left open; a language's own sentences stand last."""
    for lang, row in texts.ROWS.items():
        for name in ("title", "headline", "note"):
            yield f"{name}_{lang}", words(f"deck_editor.label.{name}_other", language=row.name)
        for name in ("headline", "note"):
            yield f"rehearsal.lack_{name}_{lang}", words(f"rehearsal.lack_{name}_other", language=row.name)
    for mode, languages in talk.MODES.items():
        for name in ("lang", "rehearsal.mode"):
            yield f"{name}_{mode}", words.listed([texts.ROWS[lang].name for lang in languages])
    for key, sentence in words.sentences.items():
        if key.startswith(("deck_editor.label.", "rehearsal.")):
            yield key.removeprefix("deck_editor.label."), sentence


def document(deck: Deck) -> dict[str, Any]:
    """Give a deck as a browser keeps it, with all that it can have in every language."""
    return loaders.deck.document(deck, texts.LANGUAGES[1:])


class _Outliner:
    """Outline decks in one language."""

    def __init__(self, package: Package, words: Words) -> None:
        self.package, self.words = package, words

    def outline(self, content: str) -> DeckOutline:
        """Outline the deck that a browser keeps; of one that cannot be read, say why, and show nothing."""
        deck, breaches = self._read(content)
        slides = tuple(self._slide(entry, deck.occasion) for entry in deck.slides)
        seen = (replace(entry, seen=outline.seen) for entry, outline in zip(deck.slides, slides, strict=True))
        stamped = replace(deck, data_version=self.package.data_version, slides=tuple(seen))
        return DeckOutline(
            document=document(deck),
            stamped=document(stamped),
            slides=slides,
            total=self._total(deck),
            problems=(self.words("deck_editor.broken"), *problems.sentences(breaches, self.words)) if breaches else (),
            file=loaders.deck.write(stamped).decode(),
            query="" if deck == self.package.deck else _packed(deck),
            data=self._data(deck, slides),
            draft=any(untranslated.draft(self.package, lang) for lang in texts.LANGUAGES),
        )

    def read(self, name: str, data: bytes) -> tuple[Mapping[str, Any] | None, tuple[str, ...]]:
        """Read a deck from a file; one that cannot be used is refused with all that is wrong with it."""
        deck, breaches = loaders.deck.parse(data, name)
        if breaches:
            refusal = self.words("deck_editor.file_refused", file=name)
            return None, (refusal, *problems.sentences(breaches, self.words))
        return document(deck), (self.words("deck_editor.file_loaded", n=len(deck.slides), file=name),)

    def write(self, content: str) -> bytes | None:
        """Give the deck that a browser keeps as a file; nothing for one that cannot be read."""
        return None if self._read(content)[1] else self.outline(content).file.encode()

    def pack(self, content: str) -> bytes:
        """Give the event pack of the deck that a browser keeps."""
        return pack.archive(talk.talk(self.package, self._read(content)[0]), self.package)

    def _read(self, content: str) -> tuple[Deck, list[loaders.Problem]]:
        return loaders.deck.read(content) if content else (self.package.deck, [])

    def _total(self, deck: Deck) -> str:
        seconds = sum(entry.seconds for entry in deck.slides)
        key = "deck_editor.over" if seconds > deck.minutes * 60 else "deck_editor.total"
        return self.words(key, n=len(deck.slides), time=f"{seconds // 60}:{seconds % 60:02}", minutes=deck.minutes)

    def _slide(self, entry: SlideEntry, occasion: Occasion) -> SlideOutline:
        """Outline one slide; why it cannot be shown is said once, whichever language it fails in."""
        tries = {lang: _trier(self.package)(entry, occasion, lang) for lang in texts.LANGUAGES}
        wrong = next((each.wrong for each in tries.values() if each.wrong), None)
        headings = {lang: each.heading for lang, each in tries.items()}
        material = Material(self.package, Deck(occasion=occasion), self.words)
        leads = entry.address and not (wrong and wrong.fault == "page")
        return SlideOutline(
            kind=self.words(f"deck_editor.kind.{entry.kind}"),
            headings=headings,
            view=self._view(material, entry) if leads else "",
            address=links.address(link) if leads and (link := material.link(entry)) else "",
            slots=tuple(material.slots(entry)),
            fault=self.words(f"deck.fault.{wrong.fault}", **wrong.slots) if wrong else "",
            lacks=tuple(_lacks(entry, headings)),
            seen=tries[texts.FIRST].seen,
        )

    def _view(self, material: Material, entry: SlideEntry) -> str:
        """Name the view that a slide shows: its page, and what is chosen there."""
        words = self.words
        place, choices = material.place(entry)
        first, last = choices.years or (0, 0)
        span = words("filter.one_year" if first == last else "filter.span", first=str(first), last=str(last))
        chosen = [
            *(words(f"sector.{sector}") for sector in choices.sectors),
            *([span] if choices.years else []),
            *([words(f"direction.{choices.direction}")] if choices.direction else []),
            *([words("filter.wider")] if choices.wider else []),
            *(value for name in ("id", "q") if (value := choices.get(name))),
        ]
        page = words(f"nav.{place.name}")
        return words("filter.named", name=page, value=words.joined(chosen)) if chosen else page

    def _data(self, deck: Deck, slides: Sequence[SlideOutline]) -> tuple[str, tuple[str, ...]]:
        """Say whether the data are those that a deck was saved with, and which slides show something else by now."""
        words, old, new = self.words, deck.data_version, self.package.data_version
        if not old:
            return "note", (words("rehearsal.data_unknown"),)
        if old == new:
            return "good", (words("rehearsal.data_good"),)
        change = words("rehearsal.data_moved", old=old, new=new)
        pairs = enumerate(zip(deck.slides, slides, strict=True), 1)
        moved = [str(n) for n, (entry, outline) in pairs if entry.seen and entry.seen != outline.seen]
        if moved:
            return "mend", (change, words("rehearsal.data_slides", list=words.listed(moved)))
        if any(entry.seen for entry in deck.slides):
            return "note", (change, words("rehearsal.data_same"))
        return "mend", (change,)


@dataclass(frozen=True)
class _Try:
    """Keep of a slide that was tried what its outline says; the slide itself is large."""

    heading: str = ""
    seen: str = ""
    wrong: Unfit | None = None


@lru_cache(maxsize=2)  # the data in force, and those before them for whoever still looks at these
def _trier(package: Package) -> Callable[[SlideEntry, Occasion, str], _Try]:
    """Try slides in a language, each once for all readers."""
    languages = {lang: texts.load(lang, **package.partnership.names(lang)) for lang in texts.LANGUAGES}
    material = lru_cache(maxsize=8)(lambda occasion, lang: Material(package, Deck(occasion=occasion), languages[lang]))

    @lru_cache(maxsize=_MEMORY)
    def attempt(entry: SlideEntry, occasion: Occasion, lang: str) -> _Try:
        try:
            slide = talk.one(material(occasion, lang), entry)
        except Unfit as wrong:
            return _Try(wrong=wrong)
        return _Try(slide.heading, _seen(slide))

    return attempt


def _packed(deck: Deck) -> str:
    """Write a deck so that an address can carry it."""
    return urlsafe_b64encode(compress(loaders.deck.write(deck), 9)).decode("ascii").rstrip("=")


def _lacks(entry: SlideEntry, headings: Mapping[str, str]) -> Iterator[str]:
    """Name what a slide has not got, as codes: its headlines, and what the speaker says.

    A slide without a headline of its own has that of its view in every language; one with one in the first has not.
    """
    own = table_of(entry, texts.LANGUAGES[1:])
    for lang, heading in headings.items():
        key = loaders.deck.key("headline", lang, texts.FIRST)
        if not heading or (entry.headline and not own[key]):
            yield key
    notes = (loaders.deck.key("note", lang, texts.FIRST) for lang in headings)
    yield from (key for key in notes if not own[key])


def _seen(slide: Slide) -> str:
    """Make eight digits of what a slide shows from the data, headline and look aside; blank for one without data."""
    cells = [[cell.text for cell in row] for row in slide.table.rows] if slide.table else []
    pairs = [[pair.label, *(cell.text for cell in pair.values)] for pair in slide.points]
    shown = json.dumps([slide.value, cells, pairs]).encode()
    return hashlib.sha256(shown).hexdigest()[:8] if slide.value or cells or pairs else ""
