"""Write the dashboard as a file to take away: the slides for a hall, the feed of what is new."""

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import exports.deck
import exports.feed
import loaders
import texts
from commands import folder, site
from loaders import Package
from texts import Words
from views import deck, feed, problems
from views.choices import Choices


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    kinds = parser.add_subparsers(metavar="WHAT", required=True, dest="what")
    slides = kinds.add_parser(
        "deck", help="the slides, as one HTML file", description="Write the slides as one HTML file."
    )
    slides.add_argument("out", type=Path, metavar="OUT.html", help="the file to write")
    slides.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    slides.add_argument("--lang", choices=texts.LANGUAGES, default="en", help="the language of the slides")
    news = kinds.add_parser(
        "feed", help="what is new, as an Atom feed", description="Write what was added or corrected as an Atom feed."
    )
    news.add_argument("out", type=Path, metavar="OUT.xml", help="the file to write")
    news.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    news.add_argument("--lang", choices=texts.LANGUAGES, default="en", help="the language of the feed")
    news.add_argument("--address", metavar="URL", default="", help="where the dashboard stands; without it no link")
    plain = kinds.add_parser("site", help="the whole dashboard, as plain pages", description=site.__doc__)
    site.add_arguments(plain)


def run(options: argparse.Namespace) -> int:
    """Write the file; return 0, or 1 with the reason if it cannot be written."""
    if options.what == "site":
        return site.run(options)
    package = loaders.open(options.folder)
    words = texts.load(options.lang, **package.partnership.names(options.lang))
    if getattr(options, "address", "") and not options.address.startswith(("http://", "https://")):
        print(words("feed.no_address", address=options.address), file=sys.stderr)
        return 1
    if not package.has(*(feed.NEEDS if options.what == "feed" else deck.NEEDS)):
        print(words("export.broken"), file=sys.stderr)
        for sentence in problems.sentences(package.problems, words):
            print(f"  {sentence}", file=sys.stderr)
        return 1
    makers: dict[str, Callable[[Package, Words], tuple[int, bytes]]] = {
        "deck": as_deck,
        "feed": partial(as_feed, address=getattr(options, "address", "")),
    }
    number, content = makers[options.what](package, words)
    try:
        _replace(options.out, content)
    except OSError as error:
        print(words("export.not_written", file=options.out, reason=error.strerror or error), file=sys.stderr)
        return 1
    size = words.number(len(content) / 1_000_000, places=1)
    print(words(f"{options.what}.saved", n=number, file=options.out, size=size))
    return 0


def as_deck(package: Package, words: Words) -> tuple[int, bytes]:
    """Draw the slides of a package: how many they are, and the file."""
    slides = deck.view(package, Choices(lang=words.lang), words)
    return len(slides), exports.deck.deck(
        slides,
        title=words("app.title"),
        lang=words.lang,
        previous=words("deck.previous"),
        following=words("deck.following"),
        blank=words("deck.blank"),
    )


def as_feed(package: Package, words: Words, *, address: str = "") -> tuple[int, bytes]:
    """Write what is new in a package as a feed: how many entries it has, and the file."""
    entries = feed.entries(package, Choices(lang=words.lang), words)
    return len(entries), exports.feed.atom(
        entries,
        package=package.descriptor["name"],
        title=words("feed.title"),
        subtitle=words("feed.subtitle"),
        author=feed.author(package, words),
        updated=max((entry.updated for entry in entries), default=package.as_of),
        lang="zh-CN" if words.lang == "zh" else words.lang,
        address=address,
    )


def _replace(out: Path, content: bytes) -> None:
    """Write a file whole or not at all, so that a deck on a stick is never half of one."""
    part = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        part.write_bytes(content)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
