"""Write the whole dashboard as a static edition: HTML files that need no script."""

import argparse
import sys
from pathlib import Path

import exports.site.pages
import texts
from commands import folder
from commands.folder import RefusalError
from loaders import Package
from texts import Words
from views.site import edition as site


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of this command to its parser."""
    parser.add_argument("out", type=Path, metavar="FOLDER", help="the folder to write; an edition in it is replaced")
    folder.add_argument(parser)
    parser.add_argument(
        "--lang", choices=texts.LANGUAGES, action="append", help="a language; may be said again; all without it"
    )
    parser.add_argument("--address", metavar="URL", default="", help="where the dashboard stands, to lead there")


def run(options: argparse.Namespace) -> int:
    """Write the edition whole or not at all; return 0."""
    names = list(dict.fromkeys(options.lang or texts.LANGUAGES))
    package, words = folder.read(options.folder, names[0], site.needs())
    check_address(options.address, words)
    folder.spare(options.out, (exports.site.pages.LOOK,), words)
    languages = {lang: texts.load(lang, **package.partnership.names(lang)) for lang in names}
    sizes = write(options.out, package, languages, options.address)
    large = [path for path, size in sizes.items() if path.endswith(".html") and size > exports.site.pages.LIMIT]
    if large:
        print(words("site.large", n=len(large), list=words.listed(large)), file=sys.stderr)
    number = sum(path.endswith(".html") for path in sizes)
    size = words.number(sum(sizes.values()) / 1_000_000, places=1)
    print(words("site.saved", n=number, folder=options.out, size=size))
    return 0


def check_address(address: str, words: Words) -> None:
    """Raise RefusalError for an address that leads to no website."""
    if address and not address.startswith(("http://", "https://")):
        raise RefusalError(words("feed.no_address", address=address))


def write(out: Path, package: Package, languages: dict[str, Words], address: str) -> dict[str, int]:
    """Write the pages and what they offer; gives each file's size in bytes."""
    sizes = {}
    with folder.replacing(out, next(iter(languages.values()))) as part:

        def put(path: str, content: bytes) -> None:
            sizes[path] = len(content)
            folder.put(part / path, content)

        for path, content in exports.site.pages.assets().items():
            put(path, content)
        for page in site.pages(package, languages, address=address):
            put(page.path, exports.site.pages.write(page))
            for path, make in exports.site.pages.files(page).items():
                put(path, make())
    return sizes
