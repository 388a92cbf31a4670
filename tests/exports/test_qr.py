"""A QR code drawn here is read by a reader that had no part in drawing it."""

import io
import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from exports import qr

ADDRESS = "https://sister-cities.example.org/zh/timeline?sector=culture,education&years=2008-2012"


def pixels(drawn: str, scale: int = 4) -> Image.Image:
    """Paint the rectangles of the drawing."""
    side = int(re.search(r'viewBox="0 0 (\d+) \1"', drawn)[1])  # type: ignore[index]
    picture = Image.new("L", (side * scale, side * scale), 255)
    brush = ImageDraw.Draw(picture)
    for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", drawn):
        left, top = int(x) * scale, int(y) * scale
        brush.rectangle((left, top, left + int(width) * scale - 1, top + scale - 1), fill=0)
    return picture


@pytest.mark.parametrize("address", [ADDRESS, "https://a.example/", "https://例.example/中文"])
def test_a_phone_reads_the_address_that_was_given(address: str) -> None:
    (found,) = zxingcpp.read_barcodes(pixels(qr.svg(address, name="Code")))
    assert found.text == address


def test_a_code_is_read_though_a_part_of_it_is_hidden() -> None:
    picture = pixels(qr.svg(ADDRESS, name="Code"))
    width, height = picture.size
    ImageDraw.Draw(picture).rectangle((width * 0.55, height * 0.45, width * 0.7, height * 0.6), fill=128)
    kept = io.BytesIO()
    picture.save(kept, "PNG")
    (found,) = zxingcpp.read_barcodes(Image.open(kept))
    assert found.text == ADDRESS


def test_four_light_modules_stand_around_it() -> None:
    drawn = qr.svg(ADDRESS, name="Code")
    side = int(re.search(r'viewBox="0 0 (\d+)', drawn)[1])  # type: ignore[index]
    runs = [(int(x), int(y), int(width)) for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1", drawn)]
    assert min(x for x, _, _ in runs) == min(y for _, y, _ in runs) == 4
    assert max(x + width for x, _, width in runs) == max(y for _, y, _ in runs) + 1 == side - 4


def test_it_has_a_name_that_cannot_break_out() -> None:
    assert 'role="img" aria-label="&quot;&gt;&lt;script&gt;"' in qr.svg(ADDRESS, name='"><script>')
