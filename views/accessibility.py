"""The accessibility statement, in the order of the government's model: what works, what does not, how it was tested."""

from __future__ import annotations

from datetime import date

from cards import Prose, Source
from loaders import Package
from texts import Words
from views.choices import Choices

_SERVICE = "https://www.equalityadvisoryservice.com/"


def statement(package: Package, choices: Choices, words: Words, *, letter: Source | None) -> list[Prose]:
    """Compose the statement; `letter` writes to whoever runs this copy, and is left out where nobody is named."""
    tested = package.partnership.accessibility_tested_on
    day = words("access.tested", day=words.date(date.fromisoformat(tested))) if tested else words("access.tested_never")
    data = choices.link(words("access.other_link"), "record", view="data")
    return [
        Prose(heading=words("access.title"), paragraphs=(words("access.lead"),)),
        Prose(heading=words("access.can_title"), level=3, points=_points("can", 6, words)),
        Prose(heading=words("access.status_title"), level=3, paragraphs=(words("access.status"),)),
        Prose(heading=words("access.fails_title"), level=3, points=_points("fails", 3, words)),
        Prose(heading=words("access.other_title"), level=3, points=_points("other", 3, words), links=(data,)),
        Prose(
            heading=words("access.tested_title"),
            level=3,
            paragraphs=(day,),
            points=_points("tested_how", 4, words),
        ),
        Prose(
            heading=words("access.contact_title"),
            level=3,
            paragraphs=(words("access.contact" if letter else "access.contact_none"),),
            links=(letter,) if letter else (),
        ),
        Prose(
            heading=words("access.enforce_title"),
            level=3,
            paragraphs=(words("access.enforce"),),
            links=(Source(label=words("access.enforce_link"), url=_SERVICE),),
        ),
    ]


def _points(part: str, count: int, words: Words) -> tuple[str, ...]:
    return tuple(words(f"access.{part}.{n}") for n in range(1, count + 1))
