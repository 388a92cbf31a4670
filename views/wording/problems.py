"""What is wrong with data, in words: what was found, what is needed, how to mend it."""

from collections.abc import Iterable, Mapping

from loaders import Problem
from texts import Words

_LONGEST = 80
# Facts of these problems are codes that have words of their own.
_WORDED_FOUND: Mapping[str, str] = {"encoding": "problem_encoding", "separator": "problem_separator"}
_WORDED_NEEDED: Mapping[str, str] = {"type": "problem_type", "required": "problem_type", "spaces": "problem_type"}
_SEPARATORS: Mapping[str, str] = {";": "semicolon", "\t": "tab"}


def sentence(problem: Problem, words: Words) -> str:
    """Say what is wrong in one place and how to mend it; the file is named where they are listed."""
    found, needed = _SEPARATORS.get(problem.found, problem.found), problem.needed
    if table := _WORDED_FOUND.get(problem.code):
        found = words(f"{table}.{found}")
    if table := _WORDED_NEEDED.get(problem.code):
        needed = words(f"{table}.{needed}")
    slots = {
        "file": problem.file,
        # As text, so that a row is written as Excel shows it: 1234, not 1,234.
        "row": "" if problem.row is None else str(problem.row),
        "column": problem.column or "",
        "found": found if len(found) <= _LONGEST else found[:_LONGEST] + "…",
        "needed": needed,
    }
    what, fix = words(f"problem.{problem.code}", **slots), words(f"problem_fix.{problem.code}", **slots)
    return words("problem_list.both", what=what, fix=fix)


def by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Group problems by file; files and problems keep the order they come in."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.file, []).append(problem)
    return files


def sentences(problems: Iterable[Problem], words: Words) -> list[str]:
    """Say each problem in a sentence that begins with its file, those of one file together."""
    return [
        words("problem_list.line", file=file, sentence=sentence(problem, words))
        for file, group in by_file(problems).items()
        for problem in group
    ]
