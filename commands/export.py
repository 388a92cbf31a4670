"""Write the dashboard as a file to take away: slides, an event pack, briefing, the feed of what is new, the data, plain pages."""

import argparse
import io
import sys
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import exports.feed
import exports.safely
import exports.stage.document
import loaders
import texts
from cards import Notice
from commands import folder, pack, site
from loaders import Package
from texts import Words
from views.briefing import document as briefing
from views.choices import SECTORS, Choices
from views.context import Context
from views.deck import talk as deck
from views.places import PLACES
from views.record import archive as whole
from views.record import feed
from views.wording import problems


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    kinds = parser.add_subparsers(metavar="WHAT", required=True, dest="what")
    slides = kinds.add_parser(
        "deck", help="the slides, as one HTML file", description="Write the slides as one HTML file."
    )
    slides.add_argument("out", type=Path, metavar="OUT.html", help="the file to write")
    slides.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    slides.add_argument("--lang", choices=texts.LANGUAGES, default="en", help="the language it opens in")
    news = kinds.add_parser(
        "feed", help="what is new, as an Atom feed", description="Write what was added or corrected as an Atom feed."
    )
    news.add_argument("out", type=Path, metavar="OUT.xml", help="the file to write")
    news.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    news.add_argument("--lang", choices=texts.LANGUAGES, default="en", help="the language of the feed")
    news.add_argument("--address", metavar="URL", default="", help="where the dashboard stands; without it no link")
    paper = kinds.add_parser(
        "briefing", help="two pages for a committee", description="Write a briefing as a Word document or as HTML."
    )
    paper.add_argument("out", type=Path, metavar="OUT.docx|.html", help="the file to write; its ending says which kind")
    paper.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    paper.add_argument("--sector", choices=SECTORS, default="", help="one sector; the whole without it")
    paper.add_argument("--lang", choices=texts.LANGUAGES, default="en", help="the language of the briefing")
    data = kinds.add_parser(
        "data", help="the data, as one archive", description="Pack every file of the data and a workbook of them."
    )
    data.add_argument("out", type=Path, metavar="OUT.zip", help="the file to write")
    data.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    data.add_argument("--lang", choices=texts.LANGUAGES, default="en", help="the language of the workbook")
    stick = kinds.add_parser("pack", help="all an event needs, as a folder for a USB stick", description=pack.__doc__)
    pack.add_arguments(stick)
    plain = kinds.add_parser("site", help="the whole dashboard, as plain pages", description=site.__doc__)
    site.add_arguments(plain)


def run(options: argparse.Namespace) -> int:
    """Write the file; return 0, or 1 with the reason if it cannot be written."""
    if writes_folder := {"pack": pack.run, "site": site.run}.get(options.what):
        return writes_folder(options)
    package = loaders.open(options.folder)
    words = texts.load(options.lang, **package.partnership.names(options.lang))
    if getattr(options, "address", "") and not options.address.startswith(("http://", "https://")):
        print(words("feed.no_address", address=options.address), file=sys.stderr)
        return 1
    needs = {
        "deck": PLACES["deck"].needs,
        "feed": feed.NEEDS,
        "briefing": briefing.NEEDS,
        "data": tuple(each["name"] for each in package.descriptor.get("resources", ())),
    }
    if not package.frames or not package.has(*needs[options.what]):
        print(words("export.broken"), file=sys.stderr)
        for sentence in problems.sentences(package.problems, words):
            print(f"  {sentence}", file=sys.stderr)
        return 1
    makers: dict[str, Callable[[Package, Words], tuple[int, bytes] | str]] = {
        "deck": as_deck,
        "feed": partial(as_feed, address=getattr(options, "address", "")),
        "briefing": partial(as_briefing, kind=options.out.suffix.lower()[1:], sector=getattr(options, "sector", "")),
        "data": as_data,
    }
    result = makers[options.what](package, words)
    if isinstance(result, str):
        print(result, file=sys.stderr)
        return 1
    number, content = result
    try:
        exports.safely.put(options.out, content)
    except OSError as error:
        print(words("export.not_written", file=options.out, reason=error.strerror or error), file=sys.stderr)
        return 1
    size = words.number(len(content) / 1_000_000, places=1)
    print(words(f"{options.what}.saved", n=number, file=options.out, size=size))
    return 0


def as_deck(package: Package, words: Words) -> tuple[int, bytes]:
    """Draw the slides of a package: how many they are, and the file."""
    talk = deck.talk(package, package.deck)
    return len(talk.slides[words.lang]), exports.stage.document.stage(talk, lang=words.lang)


def as_feed(package: Package, words: Words, *, address: str = "") -> tuple[int, bytes]:
    """Write what is new in a package as a feed: how many entries it has, and the file."""
    context = Context(package, Choices(lang=words.lang), words)
    entries = feed.entries(context)
    return len(entries), exports.feed.atom(
        entries,
        package=package.descriptor["name"],
        title=words("feed.title"),
        subtitle=words("feed.subtitle"),
        author=feed.author(context),
        updated=max((entry.updated for entry in entries), default=package.as_of),
        lang="zh-CN" if words.lang == "zh" else words.lang,
        address=address,
    )


def as_briefing(package: Package, words: Words, *, kind: str, sector: str) -> tuple[int, bytes] | str:
    """Write a briefing: how many parts it has, and the file; or why there is none."""
    if kind not in briefing.MIMES:
        return words("export.ending")
    context = Context(package, Choices(lang=words.lang, sectors=(sector,) if sector else ()), words)
    made = briefing.view(context)
    if isinstance(made, Notice):
        return made.text
    return len(made.cards), briefing.file(context, made, kind)


def as_data(package: Package, words: Words) -> tuple[int, bytes]:
    """Pack the whole package: how many files it has, and the archive."""
    packed = whole.archive(package, words)
    return len(zipfile.ZipFile(io.BytesIO(packed)).namelist()), packed
