"""Write the dashboard as a file to take away: the slides for a hall."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

import exports.deck
import loaders
import texts
from commands import folder
from loaders import Package
from texts import Words
from views import deck, problems
from views.choices import Choices


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    kinds = parser.add_subparsers(metavar="WHAT", required=True, dest="what")
    slides = kinds.add_parser("deck", help="the slides, as one HTML file", description="Write the slides as one HTML file.")
    slides.add_argument("out", type=Path, metavar="OUT.html", help="the file to write")
    slides.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    slides.add_argument("--lang", choices=texts.LANGUAGES, default="en", help="the language of the slides")


def run(options: argparse.Namespace) -> int:
    """Write the file; return 0, or 1 with the reason if it cannot be written."""
    package = loaders.open(options.folder)
    words = texts.load(options.lang, **package.partnership.names(options.lang))
    if not package.has(*deck.NEEDS):
        print(words("export.broken"), file=sys.stderr)
        for sentence in problems.sentences(package.problems, words):
            print(f"  {sentence}", file=sys.stderr)
        return 1
    number, content = as_deck(package, words)
    try:
        _replace(options.out, content)
    except OSError as error:
        print(words("export.not_written", file=options.out, reason=error.strerror or error), file=sys.stderr)
        return 1
    size = words.number(len(content) / 1_000_000, places=1)
    print(words("deck.saved", n=number, file=options.out, size=size))
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


def _replace(out: Path, content: bytes) -> None:
    """Write a file whole or not at all, so that a deck on a stick is never half of one."""
    with tempfile.NamedTemporaryFile(dir=out.parent, prefix=".", suffix=out.suffix, delete=False) as part:
        part.write(content)
    try:
        os.replace(part.name, out)  # noqa: PTH105
    except OSError:
        Path(part.name).unlink()
        raise
