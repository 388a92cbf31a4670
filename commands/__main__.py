"""Choose the command: `python -m commands NAME …`."""

import argparse
import io
import sys
from collections.abc import Sequence

from commands import check, export
from commands.folder import RefusalError

COMMANDS = {"check": check, "export": export}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name; return its exit code, 1 with the reason if it does nothing."""
    parser = argparse.ArgumentParser(prog="python -m commands", description=__doc__)
    choices = parser.add_subparsers(metavar="NAME", required=True)
    for name, command in COMMANDS.items():
        choice = choices.add_parser(name, help=command.__doc__, description=command.__doc__)
        command.add_arguments(choice)
        choice.set_defaults(run=command.run)
    options = parser.parse_args(arguments)
    try:
        return int(options.run(options))
    except RefusalError as refusal:
        print("\n".join(refusal.args), file=sys.stderr)
        return 1


if __name__ == "__main__":
    # Windows' own code page has no room for Chinese names, and a broken file may hold anything.
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(main())
