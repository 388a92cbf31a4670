"""Write everything an event needs into a folder for a USB stick, in both languages."""

import argparse
import sys
from pathlib import Path

import loaders
import loaders.deck
import texts
from commands import folder
from loaders import Deck, Package
from texts import Words
from views.deck import pack
from views.deck import talk as deck
from views.places import PLACES
from views.wording import browser, problems


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    parser.add_argument("out", type=Path, metavar="FOLDER", help="the folder to write; a pack in it is replaced")
    parser.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    parser.add_argument("--deck", type=Path, metavar="FILE", help="a deck of your own; the one in the data without it")


def run(options: argparse.Namespace) -> int:
    """Write the pack; return 0, or 1 with the reason if it cannot be written."""
    package = loaders.open(options.folder)
    words = texts.load(texts.LANGUAGES[0], **package.partnership.names(texts.LANGUAGES[0]))
    try:
        refusal = _refusal(options.out, package, words)
        slides, faults = _deck(options.deck, package)
    except OSError as error:
        print(words("pack.no_deck", file=options.deck, reason=error.strerror or error), file=sys.stderr)
        return 1
    if refusal or faults:
        print("\n".join(refusal or faults), file=sys.stderr)
        return 1
    return _write(options.out, package, slides, words)


def _refusal(out: Path, package: Package, words: Words) -> list[str]:
    """Say why nothing may be written; nothing is said where all is well."""
    if not package.has(*PLACES["deck"].needs):
        return [words("export.broken"), *(f"  {each}" for each in problems.sentences(package.problems, words))]
    if folder.foreign(out, (pack.README, pack.STAGE)):
        return [words("site.other", folder=out)]
    return []


def _deck(file: Path | None, package: Package) -> tuple[Deck, list[str]]:
    """Read a deck of the presenter's own, else take the one in the data; and say what is wrong with it."""
    if file is None:
        return package.deck, []
    parsed, faults = loaders.deck.parse(file.read_bytes())
    words = texts.load(texts.LANGUAGES[0], **package.partnership.names(texts.LANGUAGES[0]))
    return parsed, problems.sentences(faults, words)


def _write(out: Path, package: Package, slides: Deck, words: Words) -> int:
    talk = deck.talk(package, slides)
    number = len(talk.slides[words.lang])
    faults = deck.faults(package, slides, words)
    if faults:
        print("\n".join([words("pack.left_out", n=len(faults)), *(f"  {each}" for each in faults)]), file=sys.stderr)
    if not number:
        print(words("stage.empty_why"), file=sys.stderr)
        return 1
    made = pack.pack(talk, package)
    try:
        with folder.replacing(out) as part:
            for path, content in made.files.items():
                file = part / path
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)
    except OSError as error:
        print(words("export.not_written", file=out, reason=error.strerror or error), file=sys.stderr)
        return 1
    size = words.number(sum(map(len, made.files.values())) / 1_000_000, places=1)
    print(words("pack.saved", n=number, folder=out, size=size))
    if made.failure:
        print(words("pack.undrawn", reason=browser.sentence(made.failure, words)))
    return 0
