"""Check every file of a data folder and say what to mend."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict

import loaders
import texts
from commands import folder
from loaders import DECK, Package
from texts import Words
from views.deck import talk as deck
from views.places import PLACES
from views.wording import problems


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    folder.add_argument(parser)
    parser.add_argument("--json", action="store_true", help="report as JSON, for programs")


def run(options: argparse.Namespace) -> int:
    """Print the report; return 0 if the folder is sound and 1 if it is not."""
    package = loaders.open(options.folder)
    words = texts.load(texts.FIRST, **package.partnership.names(texts.FIRST))
    print(as_json(package, words) if options.json else "\n".join(report(package, words)))
    return 1 if package.problems or _slides(package, words) else 0


def _slides(package: Package, words: Words) -> list[str]:
    """Say what is wrong with the slides of the deck, where the data they rest on can be read."""
    return deck.faults(package, package.deck, words) if package.has(*PLACES["deck"].needs) else []


def report(package: Package, words: Words) -> Iterator[str]:
    """Say, line by line, what is wrong file by file; or, if nothing is, what the folder holds."""
    slides = _slides(package, words)
    if not package.problems and not slides:
        for name, frame in package.frames.items():
            yield words("check.dataset", name=name, n=len(frame))
        day = words.date(package.as_of)
        yield words("check.sound", n=len(package.frames), version=package.version, day=day)
        return
    for file, breaches in problems.by_file(package.problems).items():
        yield file
        yield from (f"  {problems.sentence(problem, words)}" for problem in breaches)
        yield ""
    if slides:
        yield DECK
        yield from (f"  {fault}" for fault in slides)
        yield ""
    yield words("check.problems", n=len(package.problems) + len(slides))


def as_json(package: Package, words: Words) -> str:
    """Return the same report for programs, each problem with its facts and its sentence."""
    breaches = [{**asdict(problem), "message": problems.sentence(problem, words)} for problem in package.problems]
    slides = _slides(package, words)
    content = {
        "ok": not breaches and not slides,
        "version": package.version,
        "datasets": {name: len(frame) for name, frame in package.frames.items()},
        "problems": breaches,
        "slides": slides,
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
