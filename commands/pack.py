"""Write everything an event needs into a folder for a USB stick, in every language."""

import argparse
import sys
from pathlib import Path

import loaders.deck
import texts
from commands import folder
from commands.folder import RefusalError
from loaders import Deck
from texts import Words
from views.deck import pack
from views.deck import talk as deck
from views.places import PLACES
from views.wording import browser, problems


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    parser.add_argument("out", type=Path, metavar="FOLDER", help="the folder to write; a pack in it is replaced")
    folder.add_argument(parser)
    parser.add_argument("--deck", type=Path, metavar="FILE", help="a deck of your own; the one in the data without it")


def run(options: argparse.Namespace) -> int:
    """Write the pack whole or not at all; return 0."""
    package, words = folder.read(options.folder, texts.FIRST, PLACES["deck"].needs)
    folder.spare(options.out, (pack.README, pack.STAGE), words)
    slides = _deck(options.deck, words) if options.deck else package.deck
    faults = deck.faults(package, slides, words)
    if faults:
        print("\n".join([words("pack.left_out", n=len(faults)), *(f"  {each}" for each in faults)]), file=sys.stderr)
    talk = deck.talk(package, slides)
    number = len(talk.slides[words.lang])
    if not number:
        raise RefusalError(words("stage.empty_why"))
    content = pack.pack(talk, package)
    with folder.replacing(options.out, words) as part:
        for path, file in content.files.items():
            folder.put(part / path, file)
    size = words.number(sum(map(len, content.files.values())) / 1_000_000, places=1)
    print(words("pack.saved", n=number, folder=options.out, size=size))
    if content.failure:
        print(words("pack.undrawn", reason=browser.sentence(content.failure, words)))
    return 0


def _deck(file: Path, words: Words) -> Deck:
    """Read a deck of the presenter's own."""
    try:
        slides, faults = loaders.deck.parse(file.read_bytes())
    except OSError as error:
        raise RefusalError(words("pack.no_deck", file=file, reason=error.strerror or error)) from error
    if faults:
        raise RefusalError(*problems.sentences(faults, words))
    return slides
