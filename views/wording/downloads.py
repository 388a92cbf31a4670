"""A table as files to take away, in every format, named in the reader's language."""

from collections.abc import Callable, Sequence

import exports.tables.files
from cards import File, Table
from texts import Words


def files(
    make: Callable[[], Table], code: str, title: str, notes: Sequence[str], words: Words, *, name: str = ""
) -> tuple[File, ...]:
    """Offer a table in every format, the workbook first; table and file are made when they are asked for.

    `title` and `notes` stand in the files. They are called by `code`, or by `name`, the title where it is blank.
    """
    sheets = words("table.sheet"), words("table.sheet_notes")
    return tuple(
        File(
            label=words(f"table.{kind}"),
            name=f"{words.file(code, name or title)}.{form.ending}",
            mime=form.mime,
            make=lambda form=form: form.make(make(), title, notes, sheets),  # type: ignore[misc]
        )
        for kind, form in exports.tables.files.FORMATS.items()
    )
