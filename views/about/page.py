"""About: what this is and is not, who runs it, how to ask, how it is made, who the sources are, licences, changes."""

from dataclasses import replace
from urllib.parse import quote, urlencode

import queries.records
import queries.sources
from cards import Card, Cell, Column, Details, Pair, Prose, Sheet, Source, Title
from texts import Words
from views.about import accessibility
from views.context import Context
from views.wording import untranslated
from views.wording.tables import count_cell, tabulate

_SOURCES = ("exchanges", "sources", "record_sources")
_SHARED = 10  # of fewer records than this no share is told


def view(context: Context) -> list[Card]:
    """Compose the page; its accessibility statement can be read by itself."""
    choices, words = context.choices, context.words
    letter = _letter(context)
    statement = accessibility.statement(context, letter=letter)
    if choices.get("view") == "accessibility":
        first, *rest = statement
        return [Title(heading=first.heading, lead=first.paragraphs[0]), *(replace(card, level=2) for card in rest)]
    cards = [
        Prose(heading=words("about.is_title"), points=tuple(words(f"about.is.{n}") for n in range(1, 4))),
        Prose(heading=words("about.is_not_title"), points=tuple(words(f"about.is_not.{n}") for n in range(1, 5))),
        _owner(context),
        Prose(heading=words("about.ask.title"), paragraphs=(words("about.ask.lead"),), links=(letter,))
        if letter
        else None,
        _method(context),
        _sources(context),
        Prose(
            heading=words("about.limits_title"),
            points=tuple(words(f"about.limits.{n}") for n in range(1, 6)),
            links=(choices.link(words("about.limits_link"), "record", view="gaps"),),
        ),
        _licences(context),
        _changes(context),
        *statement,
    ]
    title = Title(heading=words("about.title"), lead=words("about.lead"))
    return [title, *(card for card in cards if card is not None)]


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
    package, words = context.package, context.words
    pair = package.partnership
    values = {
        "publisher": pair.publisher,
        "owner": pair.owner,
        "name": pair.contact.name,
        "organisation": pair.contact.organisation,
        "email": pair.contact.email,
        "address": pair.contact.address,
    }
    urls = {"email": f"mailto:{quote(pair.contact.email, safe='@+')}", "address": pair.contact.address}
    links = {name: Source(label=values[name], url=url) for name, url in urls.items()}
    pairs = tuple(
        Pair(label=words(f"about.owner.{name}"), values=(Cell(text=value, link=links.get(name)),))
        for name, value in values.items()
        if value.strip()
    )
    if not pairs:
        return Prose(heading=words("about.owner_title"), paragraphs=(words("about.owner_none"),))
    return Details(heading=words("about.owner_title"), pairs=pairs)


def _letter(context: Context) -> Source | None:
    """Offer a letter that carries the filters the reader came with."""
    package, choices = context.package, context.choices
    home = package.partnership.contact.address.rstrip("/")
    return ask(context, f"{home}/?{urlencode(choices.query(), safe=',')}")


def _method(context: Context) -> Prose:
    choices, words = context.choices, context.words
    return Prose(
        heading=words("about.method_title"),
        points=tuple(words(f"about.method.{n}") for n in range(1, 6)),
        links=(
            choices.link(words("about.method_search"), "record"),
            choices.link(words("about.method_data"), "record", view="data"),
            choices.link(words("deck_editor.link"), "deck"),
        ),
    )


def _sources(context: Context) -> Card | None:
    """Say how the direct records rest on their sources; whatever the filters."""
    package, words = context.package, context.words
    if not package.has(*_SOURCES):
        return None
    records = queries.records.chosen(package.frame("exchanges"))
    rest = queries.sources.resting(context.catalogue.cited, records["id"])
    if not rest["all"]:
        return Prose(heading=words("about.sources.title"), paragraphs=(words("about.sources.none"),))
    kinds = {
        side: words.listed(words(f"publisher.{kind}") for kind in codes)
        for side, codes in (("away", queries.sources.AWAY_SIDE), ("home", queries.sources.HOME_SIDE))
    }
    parts = ("one", "away", "home")
    rows = tuple(
        (
            Cell(text=words(f"about.sources.{part}", kinds=kinds.get(part, ""))),
            count_cell(words, rest[part]),
            _share(rest[part], rest["all"], words),
        )
        for part in parts
    )
    heads = ("how", "records", "share")
    one = words("about.sources.heading", n=rest["one"], of=rest["all"])
    return Sheet(
        key="resting",
        heading=one,
        subtitle=words("about.sources.subtitle", n=rest["all"]),
        table=tabulate(
            words("about.sources.table"),
            [Column(label=words(f"about.sources.{head}"), numeric=head != "how") for head in heads],
            rows,
        ),
        up_to=words("app.up_to", when=words.date(package.as_of)),
        notes=(words("about.sources.note"), words("record.line")),
    )


def _share(part: int, whole: int, words: Words) -> Cell:
    if whole < _SHARED:
        return Cell(text=words("about.sources.few"))
    return Cell(text=words.percent(part / whole), value=round(part / whole, 3))


def _licences(context: Context) -> Sheet:
    """Name the datasets under each licence, and the licences that their series of figures state."""
    package, words = context.package, context.words
    under: dict[tuple[tuple[str, str], ...], list[str]] = {}
    for resource in package.descriptor["resources"]:
        licences = resource.get("licenses") or package.descriptor.get("licenses", [])
        under.setdefault(tuple((each["title"], each.get("path", "")) for each in licences), []).append(resource["name"])
    titles = {resource["name"]: words.of(resource, "title") for resource in package.descriptor["resources"]}
    rows = []
    for licences, names in under.items():
        label = words.listed(title for title, _ in licences)
        link = Source(label=label, url=licences[0][1]) if len(licences) == 1 else None
        series = sorted({licence for name in names for licence in _of_series(context, name)})
        rows.append(
            (
                Cell(text=label, link=link),
                Cell(text=words.joined(titles[name] for name in names)),
                Cell(text=words.joined(series)),
            )
        )
    return Sheet(
        key="licences",
        heading=words("about.licences.title"),
        subtitle=words("about.licences.lead"),
        table=tabulate(
            words("about.licences.table"),
            [words(f"about.licences.{head}") for head in ("licence", "dataset", "series")],
            rows,
        ),
        notes=(words("record_page.data.third_party"), words("about.licences.code")),
    )


def _of_series(context: Context, dataset: str) -> list[str]:
    package, words = context.package, context.words
    if not package.has("series"):
        return []
    series = package.frame("series")
    rows = series[series["dataset"].eq(dataset)].drop_duplicates("licence").dropna(subset=["licence"])
    return sorted(words.of(row, "licence") for row in rows.to_dict("records"))


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
