"""About: what this is and is not, who runs it, how to ask, how it is made, who the sources are, licences, changes."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote, urlencode

import queries.records
import queries.sources
from cards import Card, Cell, Column, Prose, Sheet, Source, Title
from views.about import accessibility
from views.context import Context
from views.wording import untranslated
from views.wording.tables import count_cell, details, tabulate

_SOURCES = ("exchanges", "sources", "record_sources")
_SHARED = 10  # of fewer records than this no share is told


def view(context: Context) -> list[Card]:
    """Compose the page; its accessibility statement can be read by itself."""
    choices, words = context.choices, context.words
    home = context.package.partnership.contact.address.rstrip("/")
    letter = ask(context, f"{home}/?{urlencode(choices.query(), safe=',')}")  # with the filters the reader came with
    statement = accessibility.statement(context, letter=letter)
    if choices.get("view") == "accessibility":
        first, *rest = statement
        return [Title(heading=first.heading, lead=first.paragraphs[0]), *(replace(card, level=2) for card in rest)]

    def points(part: str, count: int) -> tuple[str, ...]:
        return tuple(words(f"about.{part}.{n}") for n in range(1, count + 1))

    method = (
        choices.link(words("about.method_search"), "record"),
        choices.link(words("about.method_data"), "record", view="data"),
        choices.link(words("deck_editor.link"), "deck"),
    )
    gaps = choices.link(words("about.limits_link"), "record", view="gaps")
    asked = Prose(
        heading=words("about.ask.title"), paragraphs=(words("about.ask.lead"),), links=(letter,) if letter else ()
    )
    return [
        Title(heading=words("about.title"), lead=words("about.lead")),
        Prose(heading=words("about.is_title"), points=points("is", 3)),
        Prose(heading=words("about.is_not_title"), points=points("is_not", 4)),
        _owner(context),
        *([asked] if letter else []),
        Prose(heading=words("about.method_title"), points=points("method", 5), links=method),
        *_sources(context),
        Prose(heading=words("about.limits_title"), points=points("limits", 5), links=(gaps,)),
        _licences(context),
        _changes(context),
        *statement,
    ]


def footer(context: Context) -> str:
    """Say what stands under every page: what all this is, and where its language is still a draft."""
    package, words = context.package, context.words
    version = words("app.footer", day=words.date(package.as_of), version=package.version)
    return words.stated(version, words("app.draft")) if untranslated.draft(package, words.lang) else version


def ask(context: Context, address: str) -> Source | None:
    """Offer a letter about one view, with its address in it; nothing where no e-mail address is set."""
    package, words = context.package, context.words
    email = package.partnership.contact.email
    if not email:
        return None
    subject = words("about.ask.subject")
    letter = {"subject": subject, "body": words("about.ask.body", address=address)}
    return Source(
        label=words("about.ask.link"), url=f"mailto:{quote(email, safe='@+')}?{urlencode(letter, quote_via=quote)}"
    )


def _owner(context: Context) -> Card:
    """Name who runs this, as far as it is set; a blank value is not shown."""
    words, pair = context.words, context.package.partnership
    contact = pair.contact
    facts = {
        "publisher": pair.publisher,
        "owner": pair.owner,
        "name": contact.name,
        "organisation": contact.organisation,
        "email": contact.email,
        "address": contact.address,
    }
    urls = {"email": f"mailto:{quote(contact.email, safe='@+')}", "address": contact.address}
    held = {name: value for name, value in facts.items() if value.strip()}
    if not held:
        return Prose(heading=words("about.owner_title"), paragraphs=(words("about.owner_none"),))
    links = {name: Source(label=facts[name], url=url) for name, url in urls.items()}
    cells = ((words(f"about.owner.{name}"), Cell(text=value, link=links.get(name))) for name, value in held.items())
    return details(words("about.owner_title"), cells)


def _sources(context: Context) -> list[Card]:
    """Say how the direct records rest on their sources; whatever the filters."""
    package, words = context.package, context.words
    if not package.has(*_SOURCES):
        return []
    records = queries.records.chosen(package.frame("exchanges"))
    rest = queries.sources.resting(context.catalogue.cited, records["id"])
    if not rest["all"]:
        return [Prose(heading=words("about.sources.title"), paragraphs=(words("about.sources.none"),))]

    def share(part: int) -> Cell:
        if rest["all"] < _SHARED:
            return Cell(text=words("about.sources.few"))
        return Cell(text=words.percent(part / rest["all"]), value=round(part / rest["all"], 3))

    sides = {"one": (), "away": queries.sources.AWAY_SIDE, "home": queries.sources.HOME_SIDE}
    kinds = {part: words.listed([words(f"publisher.{kind}") for kind in codes]) for part, codes in sides.items()}
    rows = (
        (words(f"about.sources.{part}", kinds=named), count_cell(words, rest[part]), share(rest[part]))
        for part, named in kinds.items()
    )
    heads = [
        Column(label=words(f"about.sources.{head}"), numeric=head != "how") for head in ("how", "records", "share")
    ]
    return [
        Sheet(
            key="resting",
            heading=words("about.sources.heading", n=rest["one"], of=rest["all"]),
            subtitle=words("about.sources.subtitle", n=rest["all"]),
            table=tabulate(words("about.sources.table"), heads, rows),
            up_to=words("app.up_to", when=words.date(package.as_of)),
            notes=(words("about.sources.note"), words("record.line")),
        )
    ]


def _licences(context: Context) -> Sheet:
    """Name the datasets under each licence, and the licences that their series of figures state."""
    package, words = context.package, context.words
    under: dict[tuple[tuple[str, str], ...], list[Mapping[str, Any]]] = {}
    for resource in package.descriptor["resources"]:
        licences = tuple((each["title"], each.get("path", "")) for each in context.licences(resource))
        under.setdefault(licences, []).append(resource)
    series = package.frame("series").dropna(subset=["licence"]) if package.has("series") else None

    def cells(licences: tuple[tuple[str, str], ...]) -> tuple[str | Cell, ...]:
        label = words.listed([title for title, _ in licences])
        link = Source(label=label, url=licences[0][1]) if len(licences) == 1 else None
        names = [resource["name"] for resource in under[licences]]
        stated = [] if series is None else series[series["dataset"].isin(names)].to_dict("records")
        return (
            Cell(text=label, link=link),
            words.joined(words.of(resource, "title") for resource in under[licences]),
            words.joined(sorted({words.of(row, "licence") for row in stated})),
        )

    heads = [words(f"about.licences.{head}") for head in ("licence", "dataset", "series")]
    return Sheet(
        key="licences",
        heading=words("about.licences.title"),
        subtitle=words("about.licences.lead"),
        table=tabulate(words("about.licences.table"), heads, map(cells, under)),
        notes=(words("record_page.data.third_party"), words("about.licences.code")),
    )


def _changes(context: Context) -> Prose:
    package, choices, words = context.package, context.choices, context.words
    version = package.descriptor.get("version", "") or package.version
    return Prose(
        heading=words("about.changes.title"),
        paragraphs=(
            words("about.changes.data", day=words.date(package.as_of), version=version, contents=package.version),
            words("about.changes.code"),
        ),
        links=(choices.link(words("about.changes.link"), "record", view="new"),),
    )
