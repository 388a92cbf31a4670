"""Datasets and the whole folder as files to keep."""

import csv
import io
import zipfile
from pathlib import Path

import pandas as pd

import exports.tables.archive
import exports.tables.files
import loaders
from loaders import Package
from loaders.contents import gather


def test_a_dataset_is_written_as_the_file_it_came_from(package: Package) -> None:
    frame = package.frame("organisations")
    written = exports.tables.files.comma_separated(exports.tables.archive.table(frame, "Organisations"), "", ()).decode(
        "utf-8-sig"
    )
    kept = (package.folder / "organisations.csv").read_text(encoding="utf-8")
    assert list(csv.DictReader(io.StringIO(written))) == list(csv.DictReader(io.StringIO(kept)))


def test_dates_codes_truth_and_blanks_are_bare() -> None:
    frame = pd.DataFrame(
        {
            "day": pd.to_datetime(pd.Series(["2010-05-01", None])),
            "n": pd.array([12, None], dtype="Int64"),
            "share": pd.array([0.5, None], dtype="Float64"),
            "yes": pd.array([True, None], dtype="boolean"),
            "code": pd.array(["culture", None], dtype="string"),
        }
    )
    table = exports.tables.archive.table(frame, "x")
    assert exports.tables.files.rows(table)[1:] == [["2010-05-01", 12, 0.5, "true", "culture"], [""] * 5]


def test_the_archive_holds_the_folder_byte_for_byte(package: Package) -> None:
    files = gather(package.folder).files
    with zipfile.ZipFile(io.BytesIO(exports.tables.archive.archive(files))) as packed:
        assert sorted(packed.namelist()) == sorted(files)
        assert all(packed.read(name) == (package.folder / name).read_bytes() for name in files)


def test_the_unpacked_archive_passes_the_check(package: Package, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(exports.tables.archive.archive(gather(package.folder).files))) as packed:
        packed.extractall(tmp_path)
    again = loaders.open(tmp_path)
    assert not again.problems
    assert again.version == loaders.open(package.folder).version


def test_the_same_files_give_the_same_archive() -> None:
    files = {"b.csv": b"1", "a.csv": b"2"}
    assert exports.tables.archive.archive(files) == exports.tables.archive.archive(dict(reversed(files.items())))


def test_no_cell_of_the_data_would_be_a_live_formula(package: Package) -> None:
    """The archive keeps bytes as they are, so the data themselves must be harmless."""
    for name in package.frames:
        rows: list[list[object]] = package.frame(name).select_dtypes("string").to_numpy().tolist()
        for row in rows:
            assert all(exports.tables.files.inert(value) == value for value in row if isinstance(value, str)), (
                name,
                row,
            )
