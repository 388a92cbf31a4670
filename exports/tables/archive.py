"""Datasets as files to keep: a frame as a table of bare values, a whole folder as one archive."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date

import numpy as np
import pandas as pd

from cards import Cell, Column, Table

MIME = "application/zip"
_STAMP = (2000, 1, 1, 0, 0, 0)  # so that the same files give the same archive


def table(frame: pd.DataFrame, caption: str) -> Table:
    """Give a dataset as a table under its columns' own names: codes as codes, dates as 2010-05-01, blanks as blanks."""
    columns = tuple(
        Column(label=str(name), numeric=pd.api.types.is_numeric_dtype(frame[name])) for name in frame.columns
    )
    rows = tuple(tuple(_cell(value) for value in row) for row in frame.itertuples(index=False, name=None))
    return Table(caption=caption, columns=columns, rows=rows)


def _cell(value: object) -> Cell:
    if isinstance(value, bool | np.bool_):
        return Cell(text=str(value).lower())
    if value is None or pd.isna(value):  # type: ignore[call-overload]
        return Cell(text="")
    if isinstance(value, date):
        return Cell(text=value.isoformat()[:10])
    if isinstance(value, int | float | np.number):
        number = float(value)
        bare = int(number) if number.is_integer() else number
        return Cell(text=str(bare), value=bare)
    return Cell(text=str(value))


def archive(files: Mapping[str, bytes]) -> bytes:
    """Pack files, byte for byte, into one ZIP archive."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in sorted(files.items()):
            packed.writestr(zipfile.ZipInfo(name, _STAMP), data, zipfile.ZIP_DEFLATED)
    return file.getvalue()
