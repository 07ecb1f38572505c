"""Writes the tables for a statistician: CSV, XLSX, XPT, their dictionary, and the scripts that recompute."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.analysis.handover.dictionary import TITLES, label, meaning
from sscviewer.bundled import resource_path
from sscviewer.model.plain_text import plain_text
from sscviewer.report.table_file import Table, comma_separated, write_table
from sscviewer.temporary import PrivateFolder
from sscviewer.whole_file import write_whole_file

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd

XPT_TEXT = 200
"""Bytes of a text in XPT, version 5. **Source**: SAS TS-140."""
SCRIPTS = ("recompute.py", "recompute.R")
DICTIONARY = "dictionary"


def handover_makers(
    tables: dict[str, pd.DataFrame], day: date, footer: str
) -> dict[str, Callable[[Path], None]]:
    """Return for the name of every file what writes it.

    The makers raise TableFailed or OSError if the file cannot be written.
    """
    makers: dict[str, Callable[[Path], None]] = {}
    for name, frame in tables.items():
        table = _table(name, frame, footer)
        makers[f"{name.lower()}.csv"] = partial(_csv, table)
        makers[f"{name.lower()}.xlsx"] = partial(_xlsx, table, day)
        makers[f"{name.lower()}.xpt"] = partial(_xpt, name, frame)
    words = dictionary_table(tables)
    makers[f"{DICTIONARY}.csv"] = partial(_csv, words)
    makers[f"{DICTIONARY}.xlsx"] = partial(_xlsx, words, day)
    for name in SCRIPTS:
        makers[name] = partial(_script, name)
    return makers


def _csv(table: Table, path: Path) -> None:
    """Write heads and rows only: programs read it."""
    write_whole_file(path, comma_separated(table.columns, table.rows).encode("utf-8"))


def _xlsx(table: Table, day: date, path: Path) -> None:
    write_table(path, table, day)


def _xpt(name: str, frame: pd.DataFrame, path: Path) -> None:
    write_whole_file(path, xpt_bytes(name, frame))


def _script(name: str, path: Path) -> None:
    write_whole_file(path, resource_path("handover", name).read_bytes())


def dictionary_table(tables: dict[str, pd.DataFrame]) -> Table:
    """Return what every column of every table is."""
    rows = tuple(
        (
            *(name, TITLES[name], str(column), "number" if frame[column].dtype.kind == "f" else "text"),
            *(meaning(str(column)), label(str(column))),
        )
        for name, frame in tables.items()
        for column in frame.columns
    )
    heads = ("Table", "Title", "Column", "Kind", "Meaning", "Label in XPT")
    return Table(DICTIONARY, "What every column is", heads, rows)


def xpt_bytes(name: str, frame: pd.DataFrame) -> bytes:
    """Return a table as a SAS transport file, version 5; longer texts are cut to 200 bytes."""
    import pyreadstat

    cut = frame.copy()
    for column in cut.columns:
        if cut[column].dtype.kind != "f":
            cut[column] = [_cut(str(text)) for text in cut[column]]
    with PrivateFolder() as folder:
        path = Path(folder) / f"{name.lower()}.xpt"
        labels: list[str | None] = [label(str(column)) for column in cut.columns]
        pyreadstat.write_xport(
            cut, path, file_label=TITLES[name], column_labels=labels, table_name=name, file_format_version=5
        )
        return path.read_bytes()


def _cut(text: str) -> str:
    return plain_text(text).encode()[:XPT_TEXT].decode(errors="ignore")


def _table(name: str, frame: pd.DataFrame, footer: str) -> Table:
    numbers = frozenset(at for at, column in enumerate(frame.columns) if frame[column].dtype.kind == "f")
    rows = tuple(tuple(map(_text, row)) for row in frame.itertuples(index=False, name=None))
    notes = ("ADaM-like: the dictionary says what each column is.", footer)
    return Table(name.lower(), TITLES[name], tuple(map(str, frame.columns)), rows, numbers, notes)


def _text(value: object) -> str:
    if isinstance(value, float):
        return "" if value != value else repr(value).removesuffix(".0")
    return str(value)
