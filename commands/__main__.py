"""Choose the command: `python -m commands NAME …`."""

import argparse
import io
import sys
from collections.abc import Sequence

from commands import check, export

COMMANDS = {"check": check, "export": export}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m commands", description=__doc__)
    choices = parser.add_subparsers(metavar="NAME", required=True)
    for name, command in COMMANDS.items():
        choice = choices.add_parser(name, help=command.__doc__, description=command.__doc__)
        command.add_arguments(choice)
        choice.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    return int(options.run(options))


if __name__ == "__main__":
    # Windows' own code page has no room for Chinese names, and a broken file may hold anything.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())
