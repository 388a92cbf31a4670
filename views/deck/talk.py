"""The deck: slides for a hall, each a view of the dashboard with every number filled from the data in force."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import compress

import charts.stage
import texts
from cards.slides import Slide, Talk
from exports.stage.document import LABELS
from loaders import Deck, Package, SlideEntry
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
    attempts = {lang: tuple(_attempts(package, deck, words)) for lang, words in spoken.items()}
    fit = [all(isinstance(slide, Slide) for slide in each) for each in zip(*attempts.values(), strict=True)]
    by_mode = {lang: _numbered(compress(attempts[lang], fit), words) for lang, words in spoken.items()}
    for mode, (first, *second) in MODES.items():
        if second:
            by_mode[mode] = tuple(map(_paired, by_mode[first], by_mode[second[0]]))
    by_mode = {mode: tuple(map(_enlarged, slides)) for mode, slides in by_mode.items()}
    occasion = table_of(deck.occasion)
    return Talk(
        name=package.descriptor["name"],
        titles={lang: words.of(occasion, "title") or words("app.title") for lang, words in spoken.items()},
        slides={  # one that keeps to a language or to both is the same in all
            mode: tuple(by_mode[slide.mode or mode][index] for index, slide in enumerate(slides))
            for mode, slides in by_mode.items()
        },
        labels={lang: {name: words(f"stage.{name}") for name in LABELS} for lang, words in spoken.items()},
        modes=MODES,
        tags={lang: row.tag for lang, row in texts.ROWS.items()},
        minutes=deck.minutes,
        version=package.version,
    )


def _numbered(attempts: Iterable[Slide | Unfit], words: Words) -> tuple[Slide, ...]:
    """Count the slides; their figures are still as on a page, since those of two languages are paired before they grow."""
    slides = [slide for slide in attempts if isinstance(slide, Slide)]
    return tuple(
        replace(slide, key=f"{number:02}-{slide.key}", position=words("deck.position", n=number, of=len(slides)))
        for number, slide in enumerate(slides, 1)
    )


def _enlarged(slide: Slide) -> Slide:
    """Give a slide its figure in the type of a hall."""
    if slide.figure is None:
        return slide
    room = charts.stage.SHARED if slide.twin else charts.stage.STAGE
    return replace(slide, figure=charts.stage.enlarged(slide.figure, room))


def faults(package: Package, deck: Deck, words: Words) -> list[str]:
    """Say of every slide that cannot be shown what is wrong with it, and how to mend it."""
    return [
        words("deck.fault.line", n=number, fault=words(f"deck.fault.{attempt.fault}", **attempt.slots))
        for number, attempt in enumerate(_attempts(package, deck, words), 1)
        if isinstance(attempt, Unfit)
    ]


def _paired(first: Slide, second: Slide) -> Slide:
    """Set a slide in two languages at once: the labels of its chart in both, the second as the twin of the first."""
    if first.marks:  # the key says it, and two keys leave no room for two sentences above them
        first, second = replace(first, subtitle=""), replace(second, subtitle="")
    both = replace(first, twin=second)
    if first.figure is None or second.figure is None:
        return both
    return replace(both, figure=charts.stage.paired(first.figure, second.figure))


def _attempts(package: Package, deck: Deck, words: Words) -> Iterator[Slide | Unfit]:
    material = Material(package, deck, words)
    for entry in deck.slides:
        try:
            yield one(material, entry)
        except Unfit as fault:
            yield fault


def one(material: Material, entry: SlideEntry) -> Slide:
    """Compose one slide in one language; raises Unfit for one that cannot be shown."""
    if entry.lang and entry.lang not in MODES:
        raise Unfit("lang", lang=entry.lang, known=material.words.joined(MODES))
    slide = MAKERS[entry.kind](material, entry)
    return replace(
        slide,
        heading=material.filled(entry, "headline") or slide.heading,
        spoken=material.filled(entry, "note"),
        seconds=entry.seconds,
        lang=material.words.lang,
        tag=material.words.language.tag,
        mode=entry.lang,
        link=slide.link or material.link(entry),
        code=material.public(entry) if entry.chapter_end or entry.kind == "thanks" else "",
    )
