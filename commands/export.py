"""Write the dashboard as a file to take away: slides, an event pack, a briefing, the feed of what is new, the data, the static edition."""

import argparse
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import exports.feed
import exports.safely
import exports.stage.document
import texts
from cards import Notice
from commands import folder, pack, site
from commands.folder import RefusalError
from texts import Words
from views.briefing import document as briefing
from views.choices import SECTORS, Choices
from views.context import Context
from views.deck import talk as deck
from views.places import PLACES
from views.record import archive, feed

Options = argparse.Namespace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    kinds = parser.add_subparsers(metavar="WHAT", required=True)

    def kind(name: str, out: str, make: Callable[[Options], tuple[int, bytes, Words]]) -> argparse.ArgumentParser:
        one = kinds.add_parser(name, help=make.__doc__, description=make.__doc__)
        one.add_argument("out", type=Path, metavar=out, help="the file to write")
        folder.add_argument(one)
        one.add_argument("--lang", choices=texts.LANGUAGES, default=texts.FIRST, help="its language")
        one.set_defaults(write=write, make=make, kind=name)
        return one

    kind("deck", "OUT.html", slides)
    kind("data", "OUT.zip", data)
    news = kind("feed", "OUT.xml", entries)
    news.add_argument("--address", metavar="URL", default="", help="where the dashboard stands; without it no link")
    paper = kind("briefing", "OUT.docx|.html", parts)
    paper.add_argument("--sector", choices=SECTORS, default="", help="one sector; the whole without it")
    for name, command in (("pack", pack), ("site", site)):
        one = kinds.add_parser(name, help=command.__doc__, description=command.__doc__)
        command.add_arguments(one)
        one.set_defaults(write=command.run)


def run(options: Options) -> int:
    """Write the file or folder; return 0. Raises RefusalError where it cannot be written."""
    return int(options.write(options))


def write(options: Options) -> int:
    """Write one file and tell its size."""
    number, content, words = options.make(options)
    try:
        exports.safely.put(options.out, content)
    except OSError as error:
        raise folder.unwritten(options.out, error, words) from error
    size = words.number(len(content) / 1_000_000, places=1)
    print(words(f"{options.kind}.saved", n=number, file=options.out, size=size))
    return 0


def slides(options: Options) -> tuple[int, bytes, Words]:
    """Write the slides as one HTML file."""
    package, words = folder.read(options.folder, options.lang, PLACES["deck"].needs)
    talk = deck.talk(package, package.deck)
    return len(talk.slides[words.lang]), exports.stage.document.stage(talk, lang=words.lang), words


def entries(options: Options) -> tuple[int, bytes, Words]:
    """Write what was added or corrected as an Atom feed."""
    package, words = folder.read(options.folder, options.lang, feed.NEEDS)
    site.check_address(options.address, words)
    context = Context(package, Choices(lang=words.lang), words)
    news = feed.entries(context)
    content = exports.feed.atom(
        news,
        package=package.descriptor["name"],
        title=words("feed.title"),
        subtitle=words("feed.subtitle"),
        author=feed.author(context),
        updated=max((entry.updated for entry in news), default=package.as_of),
        lang=words.language.tag,
        address=options.address,
    )
    return len(news), content, words


def parts(options: Options) -> tuple[int, bytes, Words]:
    """Write two pages for a committee as a Word document or as HTML, as the file's ending says."""
    package, words = folder.read(options.folder, options.lang, briefing.NEEDS)
    ending = options.out.suffix.lower()[1:]
    if ending not in briefing.MIMES:
        raise RefusalError(words("export.ending"))
    sectors = (options.sector,) if options.sector else ()
    context = Context(package, Choices(lang=words.lang, sectors=sectors), words)
    paper = briefing.view(context)
    if isinstance(paper, Notice):
        raise RefusalError(paper.text)
    return len(paper.cards), briefing.file(context, paper, ending), words


def data(options: Options) -> tuple[int, bytes, Words]:
    """Pack every file of the data and a workbook of them."""
    package, words = folder.read(options.folder, options.lang)
    content = archive.archive(package, words)
    return len(zipfile.ZipFile(io.BytesIO(content)).namelist()), content, words
