"""The deck: slides for a hall, each a view of the dashboard with every number filled from the data in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import compress

import charts.stage
import texts
from cards import Slide, Talk
from exports.stage.document import LABELS
from loaders import Deck, Entry, Package
from loaders.settings import table_of
from texts import Words
from views.deck.material import Material, Unfit
from views.deck.slides import MAKERS

# Each way of showing, with the languages that speak in it, the leading one first: every language by itself, and the
# first with each other. A deck of two languages says `both`; with more, `both` is the first two.
MODES = {
    **{lang: (lang,) for lang in texts.LANGUAGES},
    **{"both" if n == 0 else f"both-{lang}": (texts.FIRST, lang) for n, lang in enumerate(texts.LANGUAGES[1:])},
}


def talk(package: Package, deck: Deck) -> Talk:
    """Compose a deck in each language and in both at once; a slide that the data hold nothing for is left out."""
    spoken = {lang: texts.load(lang, **package.partnership.names(lang)) for lang in texts.LANGUAGES}
    tried = {lang: tuple(_tried(package, deck, words)) for lang, words in spoken.items()}
    whole = [all(isinstance(slide, Slide) for slide in each) for each in zip(*tried.values(), strict=True)]
    made = {lang: _numbered(compress(tried[lang], whole), spoken[lang]) for lang in spoken}
    for mode, (first, *second) in MODES.items():
        if second:
            made[mode] = tuple(paired(*pair) for pair in zip(made[first], made[second[0]], strict=True))
    made = {mode: tuple(enlarged(slide) for slide in shown) for mode, shown in made.items()}
    return Talk(
        name=package.descriptor["name"],
        titles={
            lang: words.of(table_of(deck.occasion), "title") or words("app.title") for lang, words in spoken.items()
        },
        slides={mode: tuple(_held(made, mode, place) for place in range(len(made[texts.FIRST]))) for mode in made},
        labels={lang: {name: words(f"stage.{name}") for name in LABELS} for lang, words in spoken.items()},
        modes=MODES,
        tags={lang: row.tag for lang, row in texts.ROWS.items()},
        minutes=deck.minutes,
        version=package.version,
    )


def slides(package: Package, deck: Deck, words: Words) -> tuple[Slide, ...]:
    """Compose the slides in one language, in order, each knowing its place."""
    return tuple(map(enlarged, _numbered(_tried(package, deck, words), words)))


def _numbered(tried: Iterable[Slide | Unfit], words: Words) -> tuple[Slide, ...]:
    """Count the slides; their figures are still as on a page, since those of two languages are paired before they grow."""
    made = [slide for slide in tried if isinstance(slide, Slide)]
    return tuple(
        replace(slide, key=f"{place:02}-{slide.key}", position=words("deck.position", n=place, of=len(made)))
        for place, slide in enumerate(made, 1)
    )


def enlarged(slide: Slide) -> Slide:
    """Give a slide its figure in the type of a hall."""
    if slide.figure is None:
        return slide
    room = charts.stage.SHARED if slide.twin else charts.stage.STAGE
    return replace(slide, figure=charts.stage.enlarged(slide.figure, room))


def faults(package: Package, deck: Deck, words: Words) -> list[str]:
    """Say of every slide that cannot be shown what is wrong with it, and how to mend it."""
    return [
        words("deck.fault.line", n=place, fault=words(f"deck.fault.{found.fault}", **found.slots))
        for place, found in enumerate(_tried(package, deck, words), 1)
        if isinstance(found, Unfit)
    ]


def paired(first: Slide, second: Slide) -> Slide:
    """Set a slide in two languages at once: the labels of its chart in both, the second as the twin of the first."""
    if first.marks:  # the key says it, and two keys leave no room for two sentences above them
        first, second = replace(first, subtitle=""), replace(second, subtitle="")
    both = replace(first, twin=second)
    if first.figure is None or second.figure is None:
        return both
    return replace(both, figure=charts.stage.paired(first.figure, second.figure))


def _tried(package: Package, deck: Deck, words: Words) -> Iterator[Slide | Unfit]:
    material = Material(package, deck, words)
    for entry in deck.slides:
        try:
            yield one(material, entry)
        except Unfit as fault:
            yield fault


def one(material: Material, entry: Entry) -> Slide:
    """Compose one slide in one language; raises Unfit for one that cannot be shown."""
    if entry.lang and entry.lang not in MODES:
        raise Unfit("lang", lang=entry.lang, known=material.words.joined(MODES))
    made = MAKERS[entry.kind](material, entry)
    return replace(
        made,
        heading=material.filled(entry, "headline") or made.heading,
        spoken=material.filled(entry, "note"),
        seconds=entry.seconds,
        lang=material.words.lang,
        tag=material.words.language.tag,
        mode=entry.lang,
        link=made.link or material.link(entry),
        code=material.public(entry) if entry.chapter_end or entry.kind == "thanks" else "",
    )


def _held(made: dict[str, tuple[Slide, ...]], mode: str, place: int) -> Slide:
    """Give the slide of a mode; one that is held to a language or to both is the same in all."""
    return made[made[mode][place].mode or mode][place]
