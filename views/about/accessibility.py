"""The accessibility statement, in the order of the government's model: what works, what does not, how it was tested.

https://www.gov.uk/government/publications/sample-accessibility-statement
"""

from collections.abc import Iterable
from datetime import date

from cards import Link, Prose, Source
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
    enforced = Source(label=words("access.enforce_link"), url=_SERVICE)

    def part(name: str, *paragraphs: str, points: Iterable[str] = (), link: Link | Source | None = None) -> Prose:
        heading, links = words(f"access.{name}_title"), (link,) if link else ()
        return Prose(heading=heading, level=3, paragraphs=paragraphs, points=tuple(points), links=links)

    def said(name: str, count: int) -> Iterable[str]:
        return (words(f"access.{name}.{n}") for n in range(1, count + 1))

    return [
        Prose(heading=words("access.title"), paragraphs=(lead,)),
        part("can", points=said("can", 6)),
        part("limits", points=said("limits", 3)),
        part("other", points=said("other", 3), link=data),
        part("contact", words("access.contact" if letter else "access.contact_none"), link=letter),
        part("enforce", words("access.enforce"), link=enforced),
        part("technical", committed),
        part("status", words("access.status")),
        part("fails", words("access.fails_lead"), points=said("fails", 1)),
        part("burden", words("access.burden")),
        part("scope", words("access.scope")),
        part("better", points=said("better", 3)),
        part("tested", day, points=said("tested_how", 4)),
    ]
