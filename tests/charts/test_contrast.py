"""Colours can be told from their ground and from one another, by readers with the common colour-vision deficiencies too.

Contrast is WCAG 2.2's ratio of relative luminance. Colour-vision deficiency is simulated with the matrices for severity
1.0 of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE
Transactions on Visualization and Computer Graphics 15(6), 2009, on linear RGB; what is left of a difference between two
colours is measured as the distance in CIELAB (CIE 1976).
"""

import re
from itertools import combinations, pairwise
from math import dist
from pathlib import Path

import plotly.graph_objects as go
import pytest

import loaders
from cards import Chart, palette
from exports.markup import cards as html
from texts import Words
from views.choices import Choices
from views.context import Context
from views.timeline import page as timeline

ROOT = Path(__file__).parents[2]
Triple = tuple[float, float, float]
VISION: dict[str, tuple[Triple, Triple, Triple]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
SRGB = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
WHITE = (0.95047, 1.0, 1.08883)
TEXT, BODY, GRAPHIC, APART = 4.5, 7.0, 3.0, 10.0
BOXED = "#F3F5F6"  # the ground of boxes in exports/markup/cards.css


def linear(colour: str) -> Triple:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def times(matrix: tuple[Triple, ...], colour: Triple) -> Triple:
    one, two, three = (sum(a * b for a, b in zip(row, colour, strict=True)) for row in matrix)
    return one, two, three


def contrast(one: str, other: str) -> float:
    low, high = sorted(times(SRGB, linear(colour))[1] for colour in (one, other))
    return (high + 0.05) / (low + 0.05)


def lab(colour: str, vision: str) -> Triple:
    seen = times(VISION[vision], linear(colour))
    shares = [
        value / white
        for value, white in zip(times(SRGB, (*(min(1.0, max(0.0, part)) for part in seen),)), WHITE, strict=True)  # type: ignore[arg-type]
    ]
    x, y, z = (share ** (1 / 3) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116 for share in shares)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_the_measure_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert lab("#FFFFFF", "full")[0] == pytest.approx(100, abs=0.01)


def test_words_stand_out_from_every_ground() -> None:
    assert contrast(palette.TEXT, palette.GROUND) >= BODY
    assert contrast(palette.SECOND, palette.GROUND) >= BODY
    for colour in (palette.TEXT, palette.SECOND, palette.BLUE):
        assert contrast(colour, BOXED) >= TEXT


@pytest.mark.parametrize(
    "sheet", ["exports/markup/cards.css", "exports/site/site.css", "exports/stage/stage.css", "ui/style.css"]
)
def test_every_colour_of_words_in_the_style_sheets_can_be_read(sheet: str) -> None:
    rules = re.findall(
        r"([^{}]+)\{([^{}]*)\}", (ROOT / sheet).read_text(encoding="utf-8").replace("var(--blue)", palette.BLUE)
    )
    for selector, body in rules:
        looks = dict(re.findall(r"(?<![\w-])(color|background):\s*(#[0-9a-fA-F]{3,6})\b", body))
        if "color" in looks:
            ground = looks.get("background", palette.GROUND if "stage" not in sheet else "")
            if ground:
                assert contrast(whole(looks["color"]), whole(ground)) >= TEXT, selector.strip()


def whole(colour: str) -> str:
    return colour if len(colour) == 7 else "#" + "".join(sign * 2 for sign in colour[1:])


@pytest.mark.parametrize("colour", [*palette.SERIES, palette.GREY, palette.HATCH])
def test_marks_stand_out_from_their_ground(colour: str) -> None:
    assert contrast(colour, palette.GROUND) >= GRAPHIC


@pytest.mark.parametrize("vision", VISION)
def test_colours_side_by_side_can_be_told_apart_by_every_eye(vision: str) -> None:
    for one, other in combinations([*palette.SERIES, palette.GREY], 2):
        assert dist(lab(one, vision), lab(other, vision)) >= APART, (one, other)


@pytest.mark.parametrize("vision", VISION)
def test_shades_grow_darker_for_every_eye(vision: str) -> None:
    lightness = [lab(shade, vision)[0] for shade in palette.SHADES]
    assert all(lighter - darker > 5 for lighter, darker in pairwise(lightness))


def test_what_a_colour_says_a_shape_or_a_word_says_too(package: loaders.Package, words: Words) -> None:
    (chart,) = [card for card in timeline.view(Context(package, Choices(), words)) if isinstance(card, Chart)]
    assert isinstance(chart.figure, go.Figure)
    symbols = {trace.name: trace.marker.symbol for trace in chart.figure.data if trace.customdata is not None}
    assert len(set(symbols.values())) == len(symbols) > 1
    names = [words(f"sector.{sector}") for sector in ("culture", "education", "trade")]
    said = " ".join(text for trace in chart.figure.data if trace.text is not None for text in trace.text)
    assert all(name in said for name in names)
    drawn = {mark.shape: html.key((mark,)) for mark in chart.marks}
    assert len(set(drawn.values())) == len(drawn)
