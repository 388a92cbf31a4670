"""A file takes the place of another whole, or leaves it as it was."""

from pathlib import Path

import pytest

from exports import safely as place


def test_a_file_takes_the_place_of_another_and_nothing_stays_beside_it(tmp_path: Path) -> None:
    out = tmp_path / "deck.toml"
    out.write_bytes(b"before")
    place.put(out, b"after")
    assert out.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [out]


def test_what_cannot_be_replaced_stays_and_no_part_is_left(tmp_path: Path) -> None:
    out = tmp_path / "folder"
    (out / "held").mkdir(parents=True)
    with pytest.raises(OSError, match="folder"):
        place.put(out, b"after")
    assert list(tmp_path.iterdir()) == [out]
