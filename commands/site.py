"""Write the whole dashboard as plain pages in a folder."""

import argparse
import sys
from pathlib import Path

import exports.site.pages
import loaders
import texts
from commands import folder
from loaders import Package
from texts import Words
from views.site import edition as site
from views.wording import problems


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    parser.add_argument("out", type=Path, metavar="FOLDER", help="the folder to write; an edition in it is replaced")
    parser.add_argument("folder", nargs="?", type=Path, default=folder.default(), help="the data folder")
    parser.add_argument(
        "--lang", choices=texts.LANGUAGES, action="append", help="a language; may be said again; all without it"
    )
    parser.add_argument("--address", metavar="URL", default="", help="where the dashboard stands, to lead there")


def run(options: argparse.Namespace) -> int:
    """Write the pages; return 0, or 1 with the reason if they cannot be written."""
    package = loaders.open(options.folder)
    names = options.lang or texts.LANGUAGES
    languages = {lang: texts.load(lang, **package.partnership.names(lang)) for lang in dict.fromkeys(names)}
    words = next(iter(languages.values()))
    refusal = _refusal(options, package, words)
    if refusal:
        print("\n".join(refusal), file=sys.stderr)
        return 1
    try:
        sizes = write(options.out, package, languages, options.address)
    except OSError as error:
        print(words("export.not_written", file=options.out, reason=error.strerror or error), file=sys.stderr)
        return 1
    large = [path for path, size in sizes.items() if path.endswith(".html") and size > exports.site.pages.LIMIT]
    if large:
        print(words("site.large", n=len(large), list=words.listed(large)), file=sys.stderr)
    number = sum(path.endswith(".html") for path in sizes)
    size = words.number(sum(sizes.values()) / 1_000_000, places=1)
    print(words("site.saved", n=number, folder=options.out, size=size))
    return 0


def _refusal(options: argparse.Namespace, package: Package, words: Words) -> list[str]:
    """Say why nothing may be written; nothing is said where all is well."""
    if options.address and not options.address.startswith(("http://", "https://")):
        return [words("feed.no_address", address=options.address)]
    if not package.has(*site.needs()):
        return [words("export.broken"), *(f"  {each}" for each in problems.sentences(package.problems, words))]
    if folder.foreign(options.out, (exports.site.pages.LOOK,)):
        return [words("site.other", folder=options.out)]
    return []


def write(out: Path, package: Package, languages: dict[str, Words], address: str) -> dict[str, int]:
    """Write the edition whole or not at all; gives each file's size in bytes."""
    sizes = {}

    with folder.replacing(out) as part:

        def keep(path: str, content: bytes) -> None:
            sizes[path] = len(content)
            file = part / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)

        for path, content in exports.site.pages.assets().items():
            keep(path, content)
        for page in site.pages(package, languages, address=address):
            keep(page.path, exports.site.pages.write(page))
            for path, make in exports.site.pages.files(page).items():
                keep(path, make())
    return sizes
