"""The kinds of slide: how each is made of a view, a figure or a record."""

import re
from collections.abc import Callable, Mapping

import charts.records.sector_mix
import charts.stage
import queries.outcomes
from cards import Cell, Chart, Findings, KeyMark, Pair, Sheet
from cards.figures import Kind
from cards.palette import BLUE, GREY
from cards.slides import Slide
from loaders import SlideEntry
from loaders.settings import table_of
from queries.records import MAIN_SECTORS
from views.deck.material import Material, Unfit
from views.overview import page as overview
from views.overview.findings import MIN_COMPARED
from views.wording.tables import count_cell, numeric, tabulate

_SENTENCE = re.compile(r"(?<=[.。])\s*(?=.)")
STEPS, ROWS, COLUMNS = 6, 6, 4  # what an audience can read of a list


def _title(material: Material, entry: SlideEntry) -> Slide:  # noqa: ARG001 - every maker is called alike
    words, occasion = material.words, material.deck.occasion
    since = overview.twinning(material.context())
    return Slide(
        key="title",
        kind="title",
        heading=words.of(table_of(occasion), "title") or words("deck.title.heading"),
        subtitle=words.partial(occasion.date) or words("deck.title.subtitle", since=since),
        note=words("deck.title.note", first=since, last=words.date(material.package.as_of)),
    )


def _chart(material: Material, entry: SlideEntry) -> Slide:
    words, card = material.words, material.card(entry, Chart)
    figure = charts.stage.single(card.figure, card.narrow)
    if figure is None:
        raise Unfit("panels", card=entry.card)
    is_map = figure.layout.meta["kind"] == Kind.MAPS
    if is_map:
        figure = charts.stage.with_names(figure, _cities(material))
    note, publishers = card.notes[0] if card.notes else "", material.publishers_at(card.sources)
    if entry.series:  # the headline speaks of it; of its caution an audience reads one sentence
        note = _SENTENCE.split(words.of(material.figure(entry)[0], "caveat"))[0] or note
        publishers = material.publishers_of(material.figures(entry))
    return Slide(
        key=card.key,
        kind="map" if is_map else "chart",
        heading=card.heading,
        subtitle=card.subtitle,
        figure=figure,
        stops=charts.stage.stops(figure),
        alt=card.alt,
        marks=card.marks,
        table=card.table,
        note=note,
        source=words.joined(filter(None, (publishers, card.up_to))),
    )


def _cities(material: Material) -> list[tuple[float, float, str]]:
    pair = material.package.partnership
    names = pair.names(material.words.lang)
    return [(city.longitude, city.latitude, names[end]) for end, city in (("home", pair.home), ("away", pair.away))]


def _figure(material: Material, entry: SlideEntry) -> Slide:
    """Show one figure that may stand alone, with the word that qualifies it and the period it covers."""
    words = material.words
    if entry.series not in material.package.partnership.headline_figures:
        raise Unfit("unsafe", series=entry.series)
    row, value = material.figure(entry)
    return Slide(
        key=entry.series,
        kind="figure",
        heading=words.of(row, "name"),
        subtitle=words.of(row, "period"),
        value=value,
        note=words("deck.figure.note", caveat=words.of(row, "caveat") or words.of(row, "definition")),
        source=material.publishers([row["source_id"]]),
    )


def _then_and_now(material: Material, entry: SlideEntry) -> Slide:
    """Set the mix of sectors in two spans of years side by side, where both hold enough records."""
    words = material.words
    _, choices = material.place(entry)
    if choices.years is None or not entry.then:
        raise Unfit("years", address=entry.address)
    first, last = map(int, entry.then.split("-"))
    spans = [(first, last), choices.years]
    parts = [material.context(choices.change(years=span)).records_of("exchanges") for span in spans]
    if min(map(len, parts)) < MIN_COMPARED:
        raise Unfit("few", n=str(MIN_COMPARED))
    mix = queries.records.shares(parts[0], parts[1], MAIN_SECTORS)
    labels = {
        sector: words(f"deck.mix.{sector}" if sector == queries.records.OTHER else f"sector.{sector}")
        for sector in mix.index
    }
    names = [
        words("deck.mix.span", first=words.year(first), last=words.year(last), n=len(part))
        for (first, last), part in zip(spans, parts, strict=True)
    ]
    most = [labels[str(mix[span].idxmax())] for span in ("then", "now")]
    slots = {"then": most[0], "now": most[1], "a": int(mix["then"].max()), "b": int(mix["now"].max())}
    figure = charts.records.sector_mix.then_and_now(
        mix,
        labels=labels,
        spans=dict(zip(("then", "now"), names, strict=True)),
        text=lambda share, n: words("deck.mix.bar", share=words.percent(share), n=n),
    )
    counts = [(labels[str(sector)], int(row["then"]), int(row["now"])) for sector, row in mix.iterrows()]
    shares = [words("deck.mix.share", sector=sector, a=then, b=now) for sector, then, now in counts]
    return Slide(
        key="then_and_now",
        kind="mix",
        heading=words("deck.mix.heading" if most[0] == most[1] else "deck.mix.heading_other", **slots),
        subtitle=words("deck.mix.subtitle"),
        figure=figure,
        alt=words("deck.mix.alt", list=words.joined(shares)),
        marks=tuple(KeyMark(shape="dot", colour=c, label=name) for c, name in zip((GREY, BLUE), names, strict=True)),
        table=tabulate(
            words("deck.mix.subtitle"),
            (words("table.sector"), *map(numeric, names)),
            ((sector, count_cell(words, then), count_cell(words, now)) for sector, then, now in counts),
        ),
        note=words("record.line"),
        source=words("app.up_to", when=words.date(material.package.as_of)),
    )


def _milestone(material: Material, entry: SlideEntry) -> Slide:
    """Show one record: its date as exactly as it is known, what it was, where, and who says so."""
    words, row = material.words, material.record(entry)
    facts = [material.catalogue.place(row), material.catalogue.direction(row), words(f"form.{row['form']}")]
    return Slide(
        key=row["id"],
        kind="milestone",
        heading=words.of(row, "title"),
        value=material.catalogue.when(row),
        note=" · ".join(fact for fact in facts if fact),
        source=material.publishers(source["source_id"] for source in material.catalogue.sources_of(row["id"])),
    )


def _thread(material: Material, entry: SlideEntry) -> Slide:
    """Show what came of an undertaking, step by step; of a long one its first steps and its last."""
    words, name = material.words, material.place(entry)[1].get("pick")
    steps = queries.outcomes.steps(material.package.frame("threads"), material.package.frame("undertakings"))
    rows = steps[steps["undertaking_id"].eq(name)].to_dict("records")
    if not rows:
        raise Unfit("undertaking", undertaking=name or entry.address)
    material.refuse(row["record"] for row in rows)
    part = rows if len(rows) <= STEPS else [*rows[: STEPS - 1], rows[-1]]
    cited = [source["source_id"] for row in rows for source in material.catalogue.sources_of(row["record"])]
    return Slide(
        key=name,
        kind="thread",
        heading=words.of(rows[0], "name"),
        subtitle=words.of(rows[0], "state"),
        points=tuple(
            Pair(
                # to the month: sources differ by a day more often than by a month
                label=words.date(row["date"], "year" if row["precision"] == "year" else "month"),
                values=(Cell(text=words.of(row, "label")),),
            )
            for row in part
        ),
        note=words("deck.thread.note" if part is rows else "deck.thread.some", n=len(rows) - len(part)),
        source=material.publishers(cited),
    )


def _table(material: Material, entry: SlideEntry) -> Slide:
    words, card = material.words, material.card(entry, Sheet)
    table = tabulate(
        card.table.caption, card.table.columns[:COLUMNS], (row[:COLUMNS] for row in card.table.rows[:ROWS])
    )
    more = len(card.table.rows) - len(table.rows)
    return Slide(
        key=card.key,
        kind="table",
        heading=card.heading,
        subtitle=card.subtitle,
        table=table,
        note=words("deck.table.more", n=more) if more else "",
        source=words.joined(filter(None, (material.publishers_at(card.sources), card.up_to))),
    )


def _finding(material: Material, entry: SlideEntry) -> Slide:
    cards = material.cards(entry)
    findings = [finding for card in cards if isinstance(card, Findings) for finding in card.findings]
    if not entry.card.isdigit() or int(entry.card) >= len(findings):
        raise Unfit("card", card=entry.card, address=entry.address)
    finding = findings[int(entry.card)]
    return Slide(
        key=f"finding-{entry.card}",
        kind="text",
        heading=finding.sentence,
        note=finding.caution,
        source=material.words("app.source", name=finding.source),
        link=finding.link,
    )


def _limits(material: Material, entry: SlideEntry) -> Slide:  # noqa: ARG001
    """Say what the record is, what it is not, and where it is found."""
    words, where = material.words, material.package.partnership.contact.address
    find = [words("deck.limits.find"), *([where] if where else [])]
    points = {"is": [words("deck.limits.is")], "is_not": [words("deck.limits.is_not")], "find": find}
    return Slide(
        key="limits",
        kind="text",
        heading=words("deck.limits.heading"),
        points=tuple(
            Pair(label=words(f"deck.limits.{name}_label"), values=tuple(Cell(text=text) for text in texts))
            for name, texts in points.items()
        ),
        source=words("app.footer", day=words.date(material.package.as_of), version=material.package.version),
    )


def _thanks(material: Material, entry: SlideEntry) -> Slide:
    words, occasion = material.words, material.deck.occasion
    return Slide(
        key="thanks",
        kind="thanks",
        heading=words("deck.thanks.heading"),
        subtitle=words.of(table_of(occasion), "title") or words("deck.title.heading"),
        note=words("deck.thanks.note" if material.public(entry) else "deck.limits.find"),
        source=words("app.footer", day=words.date(material.package.as_of), version=material.package.version),
    )


MAKERS: Mapping[str, Callable[[Material, SlideEntry], Slide]] = {
    "title": _title,
    "chart": _chart,
    "figure": _figure,
    "then_and_now": _then_and_now,
    "milestone": _milestone,
    "thread": _thread,
    "table": _table,
    "finding": _finding,
    "limits": _limits,
    "thanks": _thanks,
}
