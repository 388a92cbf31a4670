"""The briefing: two pages for a committee on one sector or the whole; where it is offered, and how it is written."""

from dataclasses import replace
from datetime import datetime, time
from functools import cache, partial

import exports.briefing.html
import exports.briefing.pictures
import exports.briefing.word
from cards import Briefing, Chart, Downloads, File, Notice
from exports.browser import Failure
from views.briefing.parts import Brief
from views.choices import Choices
from views.context import Context
from views.wording import browser, untranslated

NEEDS = (
    "exchanges",
    "sources",
    "record_sources",
    "organisations",
    "record_organisations",
    "places",
    "series",
    "students",
    "trade_figures",
    "undertakings",
)
FEWEST = 5  # fewer records than this are read, not told about

MIMES = {"docx": exports.briefing.word.MIME, "html": exports.briefing.html.MIME}


def view(context: Context) -> Briefing | Notice:
    """Compose a briefing on the one sector chosen, or else on the whole; other filters do not act on it."""
    context = covered(context)
    return _few(context) or _compose(context)


def _compose(context: Context) -> Briefing:
    package, words = context.package, context.words
    first, _ = context.span
    return Briefing(
        name=_name(context),
        title=_title(context),
        lead=words("briefing.lead", first=str(first), last=words.date(package.as_of), line=words("record.line")),
        cards=tuple(Brief.of(context).cards()),
        foot=words("app.footer", day=words.date(package.as_of), version=package.version),
        address=package.partnership.contact.address,
        between=words("join.items", a="", b=""),
    )


def covered(context: Context) -> Context:
    """Keep of the choices what a briefing goes by: the language, and the sector where exactly one is chosen."""
    choices = context.choices
    sectors = choices.sectors if len(choices.sectors) == 1 else ()
    return replace(context, choices=Choices(lang=choices.lang, sectors=sectors))


def offer(context: Context) -> Downloads | Notice:
    """Offer the briefing to take away, or say that the records are too few for one; files are made when asked for."""
    context = covered(context)
    if few := _few(context):
        return few
    choices, words = context.choices, context.words
    name = words(f"sector.{choices.sectors[0]}") if choices.sectors else words("briefing.offer_all")
    return Downloads(
        heading=words("briefing.offer"),
        subtitle=words("briefing.offer_lead", name=name),
        files=tuple(
            File(
                label=words(f"briefing.{kind}"),
                name=f"{_name(context)}.{kind}",
                mime=mime,
                # Drawing takes seconds: what is drawn once stays as long as the page that offers it.
                make=cache(partial(_make, context, kind)),
            )
            for kind, mime in MIMES.items()
        ),
    )


def _few(context: Context) -> Notice | None:
    """Say that there are too few records for a briefing, and lead to them."""
    choices, words = context.choices, context.words
    count = len(context.records_of("exchanges"))
    if count >= FEWEST:
        return None
    name = words(f"sector.{choices.sectors[0]}") if choices.sectors else words("filter.all")
    records = words("record.few", n=count) if count else words("record.none")
    return Notice(
        kind="info",
        text=words("briefing.few", name=name, read=records, fewest=FEWEST),
        link=choices.link(words("overview.headline.records_link"), "timeline"),
    )


def _title(context: Context) -> str:
    choices, words = context.choices, context.words
    if not choices.sectors:
        return words("briefing.title")
    return words("briefing.title_sector", sector=words(f"sector.{choices.sectors[0]}"))


def _name(context: Context) -> str:
    package, choices, words = context.package, context.choices, context.words
    code = "-".join(("briefing", *(choices.sectors[:1] or ("all",))))
    return f"{words.file(code, _title(context))}-{package.as_of.isoformat()}"


def _make(context: Context, kind: str) -> bytes:
    return file(context, _compose(context), kind)


def file(context: Context, briefing: Briefing, kind: str) -> bytes:
    """Write a briefing as a file of a kind: docx or html."""
    package, words = context.package, context.words
    lang = words.language.tag
    if kind == "html":
        return exports.briefing.html.page(briefing, lang=lang, names=untranslated.names(package, words.lang))
    result = exports.briefing.pictures.draw(card for card in briefing.cards if isinstance(card, Chart))
    failure, pictures = (result, {}) if isinstance(result, Failure) else (None, result)
    return exports.briefing.word.docx(
        briefing,
        lang=lang,
        pictures=pictures,
        no_picture=words("briefing.no_picture", reason=browser.sentence(failure, words)) if failure else "",
        dated=datetime.combine(package.as_of, time()),
    )
