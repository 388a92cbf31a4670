"""The accessibility statement, in the order of the government's model: what works, what does not, how it was tested.

https://www.gov.uk/government/publications/sample-accessibility-statement
"""

from datetime import date

from cards import Prose, Source
from texts import Words
from views.context import Context

_SERVICE = "https://www.equalityadvisoryservice.com/"


def statement(context: Context, *, letter: Source | None) -> list[Prose]:
    """Compose the statement; `letter` writes to whoever runs this copy, and is left out where nobody is named."""
    package, choices, words = context.package, context.choices, context.words
    tested = package.partnership.accessibility_tested_on
    day = words("access.tested", day=words.date(date.fromisoformat(tested))) if tested else words("access.tested_never")
    publisher = package.partnership.publisher
    lead = words.stated(words("access.lead"), words("access.run_by", publisher=publisher) if publisher else "")
    committed = words("access.technical", publisher=publisher) if publisher else words("access.technical_none")
    data = choices.link(words("access.other_link"), "record", view="data")
    return [
        Prose(heading=words("access.title"), paragraphs=(lead,)),
        Prose(heading=words("access.can_title"), level=3, points=_points("can", 6, words)),
        Prose(heading=words("access.limits_title"), level=3, points=_points("limits", 3, words)),
        Prose(heading=words("access.other_title"), level=3, points=_points("other", 3, words), links=(data,)),
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
        Prose(heading=words("access.technical_title"), level=3, paragraphs=(committed,)),
        Prose(heading=words("access.status_title"), level=3, paragraphs=(words("access.status"),)),
        Prose(
            heading=words("access.fails_title"),
            level=3,
            paragraphs=(words("access.fails_lead"),),
            points=_points("fails", 1, words),
        ),
        Prose(heading=words("access.burden_title"), level=3, paragraphs=(words("access.burden"),)),
        Prose(heading=words("access.scope_title"), level=3, paragraphs=(words("access.scope"),)),
        Prose(heading=words("access.better_title"), level=3, points=_points("better", 3, words)),
        Prose(
            heading=words("access.tested_title"),
            level=3,
            paragraphs=(day,),
            points=_points("tested_how", 4, words),
        ),
    ]


def _points(part: str, count: int, words: Words) -> tuple[str, ...]:
    return tuple(words(f"access.{part}.{n}") for n in range(1, count + 1))
