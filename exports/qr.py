"""An address as a QR code, drawn here: nobody is asked, and nobody learns who scans it."""

import io
from itertools import groupby

import segno
from markupsafe import Markup

from exports.markup.element import element

QUIET = 4  # light modules around the code, as ISO/IEC 18004 asks
_INK, _PAPER = "#000000", "#FFFFFF"


def svg(address: str, *, name: str) -> Markup:
    """Draw an address as inline SVG that scales to its box; `name` is what is read aloud in its place.

    Error correction M: a seventh of the code may be hidden by a head or a reflection.
    """
    code = segno.make_qr(address, error="m", boost_error=False)
    side = code.symbol_size(border=QUIET)[0]
    return element(
        "svg",
        element("path", fill=_PAPER, d=f"M0 0h{side}v{side}H0z"),
        element("path", fill=_INK, d=_runs(code.matrix)),
        class_="qr",
        role="img",
        aria_label=name,
        viewBox=f"0 0 {side} {side}",
        shape_rendering="crispEdges",
    )


def png(address: str) -> bytes:
    """Draw an address as PNG, for files that hold no SVG."""
    file = io.BytesIO()
    segno.make_qr(address, error="m", boost_error=False).save(file, kind="png", scale=10, border=QUIET)
    return file.getvalue()


def _runs(rows: tuple[bytearray, ...]) -> str:
    """Write the dark modules as one path, each run of them in a row as one rectangle."""
    parts = []
    for y, row in enumerate(rows, QUIET):
        x = QUIET
        for dark, run in groupby(row):
            width = len(list(run))
            if dark:
                parts.append(f"M{x} {y}h{width}v1h-{width}z")
            x += width
    return "".join(parts)
