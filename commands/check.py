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
    # Slides can be judged only where the data they rest on can be read.
    slides = deck.faults(package, package.deck, words) if package.has(*PLACES["deck"].needs) else []
    print(as_json(package, slides, words) if options.json else "\n".join(report(package, slides, words)))
    return 1 if package.problems or slides else 0


def report(package: Package, slides: list[str], words: Words) -> Iterator[str]:
    """Say, line by line, what is wrong file by file, the deck's `slides` last; or, if nothing is, what the folder holds."""
    if not package.problems and not slides:
        for name, frame in package.frames.items():
            yield words("check.dataset", name=name, n=len(frame))
        day = words.date(package.as_of)
        yield words("check.sound", n=len(package.frames), version=package.version, day=day)
        return
    for file, breaches in problems.by_file(package.problems).items():
        yield from (file, *(f"  {problems.sentence(problem, words)}" for problem in breaches), "")
    if slides:
        yield from (DECK, *(f"  {fault}" for fault in slides), "")
    yield words("check.problems", n=len(package.problems) + len(slides))


def as_json(package: Package, slides: list[str], words: Words) -> str:
    """Return the same report for programs, each problem with its facts and its sentence."""
    breaches = [{**asdict(problem), "message": problems.sentence(problem, words)} for problem in package.problems]
    content = {
        "ok": not breaches and not slides,
        "version": package.version,
        "datasets": {name: len(frame) for name, frame in package.frames.items()},
        "problems": breaches,
        "slides": slides,
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
