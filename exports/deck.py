"""Slides as one HTML file that opens by double-click and asks no network for anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape
from pathlib import Path

from plotly.offline import get_plotlyjs

from cards import Pair, Slide
from exports.html import key

_HERE = Path(__file__).parent
# The file may run what it holds and nothing else: the browser itself refuses every request.
_POLICY = "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'"
_END = re.compile("</(?=script)", re.IGNORECASE)


def deck(slides: Sequence[Slide], *, title: str, lang: str, previous: str, following: str, blank: str) -> bytes:
    """Write slides as a file of their own.

    `previous` and `following` name the two buttons, `blank` says that the screen has been blanked; a slide's
    `position` is read aloud when it comes. Figures are drawn by the plotly.js of the installed package.
    """
    sections = "".join(_section(slide, place, len(slides)) for place, slide in enumerate(slides, 1))
    figures = [slide for slide in slides if slide.figure is not None]
    scripts = [_script(get_plotlyjs())] if figures else []
    scripts += [
        f'<script type="application/json" id="{_drawing(slide)}">{_figure(slide)}</script>' for slide in figures
    ]
    page = (
        f'<!doctype html>\n<html lang="{escape(lang)}"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_text('deck.css')}</style></head><body><main>{sections}</main>"
        f'<nav><button type="button" id="previous" aria-label="{escape(previous)}">{_arrow("M15 4 7 12l8 8")}</button>'
        f'<button type="button" id="following" aria-label="{escape(following)}">{_arrow("M9 4l8 8-8 8")}</button></nav>'
        f'<div id="blank" hidden></div><p id="said" aria-live="polite" data-blank="{escape(blank)}"></p>'
        f"{''.join(scripts)}{_script(_text('deck.js'))}</body></html>\n"
    )
    return page.encode("utf-8")


def _text(name: str) -> str:
    return (_HERE / name).read_text(encoding="utf-8")


def _script(code: str) -> str:
    """Hold code so that no text in it can end it early."""
    return "<script>" + _END.sub(r"<\\/", code) + "</script>"


def _arrow(path: str) -> str:
    return f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{path}" fill="none" stroke="currentColor" stroke-width="2.5"/></svg>'


def _drawing(slide: Slide) -> str:
    return f"figure-{escape(slide.key)}"


def _figure(slide: Slide) -> str:
    """Write a figure so that no value in it can end the script that holds it."""
    return str(slide.figure.to_json()).replace("<", "\\u003c") if slide.figure is not None else ""


def _section(slide: Slide, place: int, total: int) -> str:
    level = 1 if place == 1 else 2
    name = f"heading-{escape(slide.key)}"
    footer = f'<p class="source">{escape(slide.source)}</p><p class="count" aria-hidden="true">{place} / {total}</p>'
    return (
        f'<section class="{_kind(slide)}" aria-labelledby="{name}" data-said="{escape(slide.position)}: {escape(slide.heading)}">'
        f'<header><h{level} id="{name}">{_unbroken(slide.heading)}</h{level}>{_paragraph("subtitle", slide.subtitle)}</header>'
        f"{_body(slide)}{_paragraph('note', slide.note)}<footer>{footer}</footer></section>"
    )


def _kind(slide: Slide) -> str:
    """Name the way a slide is laid out, after what it holds."""
    if slide.figure is not None:
        return "chart"
    if slide.value is not None:
        return "big"
    return "points" if slide.points else "opening"


def _body(slide: Slide) -> str:
    if slide.figure is not None:
        drawing = f'<div class="figure" role="img" aria-label="{escape(slide.alt)}" data-figure="{_drawing(slide)}"><div></div></div>'
        return f"{key(slide.marks)}{drawing}"
    if slide.value is not None:
        return f'<p class="value">{escape(slide.value)}</p>'
    return f"<dl>{''.join(_point(point) for point in slide.points)}</dl>" if slide.points else ""


def _point(point: Pair) -> str:
    return f"<div><dt>{escape(point.label)}</dt>{''.join(f'<dd>{escape(value.text)}</dd>' for value in point.values)}</div>"


def _unbroken(text: str) -> str:
    """Keep a word with a hyphen on one line: at this size a break inside it is seen by everybody."""
    return re.sub(r"\S+-\S+", r'<span class="whole">\g<0></span>', escape(text))


def _paragraph(name: str, text: str) -> str:
    return f'<p class="{name}">{escape(text)}</p>' if text else ""
