"""Cut the coast around two cities, and of the world between them, out of the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python deploy/cut_coastline.py package data

Reads the cities' places from the folder's partnership.toml and writes its coastline.csv. Land only: the package's
files land-10m and land-110m hold no border (Natural Earth, public domain; packaging ISC, © Michael Bostock).
"""

import csv
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

Point = tuple[float, float]
Box = tuple[float, float, float, float]  # west, south, east, north
AROUND = 1.3  # degrees of latitude shown on either side of a city
WORLD: Box = (-30, 2, 150, 72)


def lines(path: Path) -> Iterator[list[Point]]:
    """Decode the arcs of a TopoJSON file to lines of longitude and latitude."""
    atlas = json.loads(path.read_text(encoding="utf-8"))
    (x_scale, y_scale), (x_shift, y_shift) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append((x * x_scale + x_shift, y * y_scale + y_shift))
        yield line


def within(line: list[Point], box: Box) -> Iterator[list[Point]]:
    """Split a line into the parts inside a box; each keeps the first point beyond, so that it meets the edge."""
    west, south, east, north = box
    part: list[Point] = []
    inside = False
    for place, (x, y) in enumerate(line):
        now = west <= x <= east and south <= y <= north
        if now and not inside and place:
            part.append(line[place - 1])
        if now or inside:
            part.append((x, y))
        if inside and not now:
            yield part
            part = []
        inside = now
    if len(part) > 1:
        yield part


def thinned(line: list[Point], places: int) -> list[Point]:
    """Round to some decimal places and drop points that then repeat."""
    kept: list[Point] = []
    for x, y in line:
        point = (round(x, places), round(y, places))
        if not kept or kept[-1] != point:
            kept.append(point)
    return kept


def main(atlas: Path, data: Path) -> None:
    """Write coastline.csv for the folder's two cities."""
    cities = tomllib.loads((data / "partnership.toml").read_text(encoding="utf-8"))
    rows = []
    for part, name, places in (("home", "land-10m", 3), ("away", "land-10m", 3), ("world", "land-110m", 1)):
        box = WORLD
        if part != "world":
            x, y = cities[part]["longitude"], cities[part]["latitude"]
            box = (x - 2 * AROUND, y - AROUND, x + 2 * AROUND, y + AROUND)
        cut = [thinned(piece, places) for line in lines(atlas / f"{name}.json") for piece in within(line, box)]
        for number, piece in enumerate((piece for piece in cut if len(piece) > 1), 1):
            rows += [(f"{part}-{number}-{i}", part, number, i, x, y) for i, (x, y) in enumerate(piece, 1)]
    with (data / "coastline.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("id", "part", "line", "position", "longitude", "latitude"))
        writer.writerows(rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
