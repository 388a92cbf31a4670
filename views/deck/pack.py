"""The event pack: everything an event needs on one stick, in every language, from the slides of one talk."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time

import exports.pack.slides
import exports.presentation.slides
import exports.qr
import exports.stage.document
import exports.tables.archive
import texts
from cards.palette import GREY, SERIES
from cards.slides import Talk
from exports.browser import Failure
from exports.pack.slides import Drawings
from exports.presentation.known import native
from exports.stage.document import KEYS
from exports.tables.files import comma_separated
from loaders import Package
from texts import Words
from views.wording import browser

README, STAGE = "README.txt", "stage.html"
Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Pack:
    """Hold every file of a pack by its path in the folder, and why it has no PDF and no pictures if it has none."""

    files: Files
    failure: Failure | None


def name(package: Package) -> str:
    """Name the archive by its package and version."""
    return f"{package.descriptor['name']}-event-{package.version}"


def archive(talk: Talk, package: Package) -> bytes:
    """Pack the files of a talk into one archive; the same talk and data give the same files."""
    return exports.tables.archive.archive(pack(talk, package).files)


def pack(talk: Talk, package: Package) -> Pack:
    """Make every file of a pack.

    A browser on this machine draws PDF and pictures. Where it does not they are left out, and the README says why.
    """
    languages = {lang: texts.load(lang, **package.partnership.names(lang)) for lang in texts.LANGUAGES}
    stage = exports.stage.document.stage(talk)
    result = exports.pack.slides.draw(stage, {lang: len(talk.slides[lang]) for lang in languages}, _alone(talk))
    failure, drawings = (result, Drawings()) if isinstance(result, Failure) else (None, result)
    files = {STAGE: stage}
    files |= {f"slides-{lang}.pdf": paper for lang, paper in drawings.papers.items()}
    files |= {f"png/{lang}-{number:02}.png": slide for (lang, number), slide in drawings.slides.items()}
    for lang, words in languages.items():
        files[f"slides-{lang}.pptx"] = _presentation(talk, package, words, drawings)
        files |= _tables(talk, words)
    parts = ("\r\n".join(_readme(talk, package, words, files, failure)) for words in languages.values())
    # with the mark and the line ends that Notepad wants
    readme = "\ufeff" + f"\r\n\r\n{'-' * 72}\r\n\r\n".join(parts) + "\r\n"
    return Pack({README: readme.encode("utf-8")} | dict(sorted(files.items())), failure)


def _alone(talk: Talk) -> set[tuple[str, int]]:
    """List the slides whose figure has no chart of its kind in a presentation: there it is a picture."""
    slides = ((lang, n, slide) for lang in texts.LANGUAGES for n, slide in enumerate(talk.slides[lang], 1))
    return {(lang, n) for lang, n, slide in slides if slide.figure is not None and not native(slide.figure)}


def _presentation(talk: Talk, package: Package, words: Words, drawings: Drawings) -> bytes:
    slides = talk.slides[words.lang]
    drawn = ((slide.key, drawings.figures.get((words.lang, number))) for number, slide in enumerate(slides, 1))
    return exports.presentation.slides.pptx(
        slides,
        title=talk.titles[words.lang],
        lang=words.language.tag,
        palette=(*SERIES, GREY),
        pictures={key: picture for key, picture in drawn if picture},
        codes={slide.code: exports.qr.png(slide.code) for slide in slides if slide.code},
        no_picture=words("pack.no_picture"),
        dated=datetime.combine(package.as_of, time()),
    )


def _tables(talk: Talk, words: Words) -> Iterator[tuple[str, bytes]]:
    for slide in talk.slides[words.lang]:
        if slide.figure is None or slide.table is None:
            continue
        notes = [part for part in (slide.subtitle, slide.note, slide.source) if part]
        yield f"csv/{words.lang}-{slide.key}.csv", comma_separated(slide.table, slide.heading, notes)


def _readme(talk: Talk, package: Package, words: Words, files: Files, failure: Failure | None) -> Iterator[str]:
    """Say what is here and how it is shown, line by line."""
    labels, slides = talk.labels[words.lang], talk.slides[words.lang]
    yield words("pack.readme.title", title=talk.titles[words.lang])
    yield words("app.footer", day=words.date(package.as_of), version=package.version)
    yield words("pack.readme.slides", n=len(slides))
    yield from ("", words("pack.readme.here"))
    tables = any(path.startswith("csv/") for path in files)
    kinds = ("stage", "pptx", *(() if failure else ("pdf", "png")), *(("csv",) if tables else ()))
    yield from (f"  {words(f'pack.readme.{kind}')}" for kind in kinds)
    yield from ("", words("pack.readme.show"))
    yield from (f"  {words('pack.readme.step', n=n, text=words(f'pack.readme.show_{n}'))}" for n in range(1, 5))
    yield from ("", words("pack.readme.keys"))
    yield from (f"  {words('join.pair', name=labels[f'key_{key}'], value=labels[f'does_{key}'])}" for key in KEYS)
    yield from ("", words("pack.readme.print"))
    if failure:
        yield f"  {words('pack.undrawn', reason=browser.sentence(failure, words))}"
    yield f"  {words('pack.readme.print_without' if failure else 'pack.readme.print_pdf')}"
    yield from ("", words("pack.readme.mind"), f"  {words('record.line')}", f"  {words('pack.readme.fixed')}")
    if any(slide.code for slide in slides):
        yield f"  {words('pack.readme.code')}"
