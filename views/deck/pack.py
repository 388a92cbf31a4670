"""The event pack: everything an event needs on one stick, in both languages, from the slides of one talk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time

import exports.presentation.slides
import exports.qr
import exports.stage.document
import exports.tables.archive
import texts
from cards import Slide, Talk
from charts.theme import GREY, SERIES
from exports.pack.screens import screens
from exports.presentation.panes import native
from exports.tables.files import comma_separated
from loaders import Package
from texts import Words
from views.deck import talk as deck

NEEDS = deck.NEEDS
README, STAGE = "README.txt", "stage.html"
_TAGS = {"en": "en-GB", "zh": "zh-CN"}
_KEYS = ("next", "back", "ends", "number", "black", "full", "language", "speaker", "pause", "leave", "help")
Files = Mapping[str, bytes]


def name(package: Package) -> str:
    """Name the archive by its package and version."""
    return f"{package.descriptor['name']}-event-{package.version}"


def pack(talk: Talk, package: Package) -> bytes:
    """Pack the files of a talk into one archive; the same talk and data give the same files."""
    return exports.tables.archive.archive(files(talk, package))


def files(talk: Talk, package: Package) -> dict[str, bytes]:
    """Make every file of the pack, by its path in the folder.

    Pictures and PDF are drawn by a browser on this machine; where there is none they are left out, and the README says
    how to print.
    """
    spoken = {lang: texts.load(lang, **package.partnership.names(lang)) for lang in texts.LANGUAGES}
    stage = exports.stage.document.stage(talk)
    drawn = screens(stage, {lang: len(talk.slides[lang]) for lang in spoken}, talk.titles, _alone(talk))
    made = {STAGE: stage} | {path: data for path, data in drawn.items() if not path.startswith("figure/")}
    for lang, words in spoken.items():
        made[f"slides-{lang}.pptx"] = _presentation(talk, package, words, drawn)
        made |= _tables(talk, words)
    return {README: _readme(talk, package, spoken, made)} | dict(sorted(made.items()))


def _alone(talk: Talk) -> set[tuple[str, int]]:
    """List the slides whose figure has no chart of its kind in a presentation: there it is a picture."""
    return {
        (lang, place)
        for lang in texts.LANGUAGES
        for place, slide in enumerate(talk.slides[lang], 1)
        if slide.figure is not None and not native(slide.figure)
    }


def _presentation(talk: Talk, package: Package, words: Words, drawn: Files) -> bytes:
    slides = talk.slides[words.lang]
    figures = ((slide.key, f"figure/{words.lang}-{place:02}.png") for place, slide in enumerate(slides, 1))
    return exports.presentation.slides.pptx(
        slides,
        title=talk.titles[words.lang],
        lang=_TAGS[words.lang],
        palette=(*SERIES, GREY),
        pictures={key: drawn[path] for key, path in figures if path in drawn},
        codes={slide.code: exports.qr.png(slide.code) for slide in slides if slide.code},
        no_picture=words("pack.no_picture"),
        dated=datetime.combine(package.as_of, time()),
    )


def _tables(talk: Talk, words: Words) -> Iterator[tuple[str, bytes]]:
    """Write the table of each chart."""
    for slide in talk.slides[words.lang]:
        if slide.figure is None or slide.table is None:
            continue
        notes = [part for part in (slide.subtitle, slide.note, slide.source) if part]
        yield f"csv/{words.lang}-{slide.key}.csv", comma_separated(slide.table, slide.heading, notes)


def _readme(talk: Talk, package: Package, spoken: Mapping[str, Words], made: Files) -> bytes:
    """Say in each language what is here and how it is shown, with the mark and the line ends that Notepad wants."""
    parts = ["\r\n".join(_said(talk, package, words, made)) for words in spoken.values()]
    return ("\ufeff" + f"\r\n\r\n{'-' * 72}\r\n\r\n".join(parts) + "\r\n").encode("utf-8")


def _said(talk: Talk, package: Package, words: Words, made: Files) -> Iterator[str]:
    lang, labels = words.lang, talk.labels[words.lang]
    slides: tuple[Slide, ...] = talk.slides[lang]
    drawn = any(path.endswith(".pdf") for path in made)
    yield words("pack.readme.title", title=talk.titles[lang])
    yield words("app.footer", day=words.date(package.as_of), version=package.version)
    yield words("pack.readme.slides", n=len(slides))
    yield from ("", words("pack.readme.here"))
    held = ("stage", "pptx", *(("pdf", "png", "svg") if drawn else ()), *(("csv",) if _any(made, "csv/") else ()))
    yield from (f"  {words(f'pack.readme.{each}')}" for each in held)
    yield from ("", words("pack.readme.show"))
    yield from (
        "  " + words("pack.readme.step", n=place, text=words(f"pack.readme.show_{place}")) for place in range(1, 5)
    )
    yield from ("", words("pack.readme.keys"))
    yield from (f"  {words('join.pair', name=labels[f'key_{key}'], value=labels[f'does_{key}'])}" for key in _KEYS)
    yield from ("", words("pack.readme.print"))
    yield f"  {words('pack.readme.print_pdf' if drawn else 'pack.readme.print_without')}"
    yield from ("", words("pack.readme.mind"), f"  {words('record.line')}", f"  {words('pack.readme.fixed')}")
    if any(slide.code for slide in slides):
        yield f"  {words('pack.readme.code')}"


def _any(made: Files, start: str) -> bool:
    return any(path.startswith(start) for path in made)
