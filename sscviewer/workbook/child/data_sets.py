"""Data sets of statistics programs: SAS (.xpt, .sas7bdat), SPSS (.sav, .zsav, .por) and Stata (.dta).

The first row of the sheet holds the variables' names, so that row 2 is the first observation; the variables'
labels come beside, column by column.
"""

import io
from collections.abc import Callable, Iterator
from typing import Any

import pyreadstat

from sscviewer.model.sentence import say
from sscviewer.workbook.child.coded import CodedSheet
from sscviewer.workbook.child.value_labels import DeclaredMissing, labelled

Frame = dict[str, Any]

_READERS: dict[str, Callable[..., Any]] = {
    "xpt": pyreadstat.read_xport,
    "sas7bdat": pyreadstat.read_sas7bdat,
    "sav": pyreadstat.read_sav,
    "por": pyreadstat.read_por,
    "dta": pyreadstat.read_dta,
}
_TELL_MISSING = frozenset({"sas7bdat", "sav", "dta"})
"""Kinds whose reader gives the values that the file declares missing, instead of nothing."""

_OLD = "WINDOWS-1252"
"""What a file is read as whose text is not in the encoding it says, or in none it says."""

_RECORD = 80
_LIBRARY = 3 * _RECORD
_MEMBERS = (
    b"HEADER RECORD*******MEMBER  HEADER RECORD!!!!!!!",
    b"HEADER RECORD*******MEMBV8  HEADER RECORD!!!!!!!",
)


def read_data_sets(stem: str, name: str, data: bytes, kind: str) -> Iterator[Frame]:
    """Give a frame with "sheet" for each data set and those with "note" for what is to be said.

    Parameters
    ----------
    stem
        Of the file's name: the sheet's where the data set has none.

    Raises
    ------
    Exception
        Of any kind, if the file is damaged.
    """
    members = list(_transport_members(data)) if kind == "xpt" else [data]
    if kind == "xpt" and len(data) % _RECORD:
        yield _note(
            "warning",
            "file.partly_read",
            say(
                "“{name}” ends in the middle of a record, so it was cut short: what was there was read, "
                "but the last rows may be missing; copy or export it again.",
                name=name,
            ),
        )
    for member in members:
        yield from _read_one(stem, name, member, kind)


def _transport_members(data: bytes) -> Iterator[bytes]:
    """Give each data set of a transport file as a file of its own (SAS's TS-140 and TS-140-2)."""
    starts = [
        place
        for place in range(_LIBRARY, len(data), _RECORD)
        if data.startswith(_MEMBERS[0], place) or data.startswith(_MEMBERS[1], place)
    ]
    if len(starts) < 2:
        yield data
        return
    for start, end in zip(starts, [*starts[1:], len(data)], strict=True):
        yield data[:_LIBRARY] + data[start:end]


def _read_one(stem: str, name: str, data: bytes, kind: str) -> Iterator[Frame]:
    columns, meta, unread = _read(data, kind)
    declared = DeclaredMissing()
    names = list(columns)
    values = labelled(columns, meta, declared)
    single = {n for n, kind_of_value in meta.readstat_variable_types.items() if kind_of_value == "float"}
    coded = CodedSheet()
    coded.add([names])
    coded.add_columns(
        [
            [_cell(v, in_single=variable in single) for v in column]
            for variable, column in values.columns.items()
        ]
    )
    sheet = coded.finish((meta.table_name or "").strip() or stem)
    labels = dict(zip(names, meta.column_labels, strict=True))
    sheet["labels"] = [(labels[variable] or "").strip() for variable in names]
    yield {"sheet": sheet}
    kinds = (
        ("info", "file.value_labels", say("read by their value labels, not their codes"), values.shown),
        (
            "info",
            "file.codes_kept",
            say("value labels of a questionnaire's items, read by their codes"),
            values.kept,
        ),
        (
            "warning",
            "file.dates_beyond",
            say("dates beyond the calendar, read as the numbers in the file"),
            unread,
        ),
    )
    for severity, code, what, which in kinds:
        if which:
            said = say("“{name}”: {what}: {listed}.", name=name, what=what, listed=_listed(which))
            yield _note(severity, code, said)
    if declared.counts:
        yield _note(
            "info", "file.declared_missing", say("“{name}”: {what}", name=name, what=declared.sentence())
        )


def _note(severity: str, code: str, sentence: str) -> Frame:
    return {"note": (severity, code, sentence)}


def _listed(names: list[str], most: int = 12) -> str:
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def _read(data: bytes, kind: str) -> tuple[dict[str, list[Any]], Any, list[str]]:
    """Return the columns, what is said of them, and which hold dates beyond the calendar."""
    more: dict[str, Any] = {"user_missing": True} if kind in _TELL_MISSING else {}
    try:
        return *_read_encoded(data, kind, more), []
    except OverflowError:
        columns, meta = _read_encoded(data, kind, more | {"disable_datetime_conversion": True})
    unread = []
    for variable in columns if kind != "por" else ():
        try:
            alone, _ = _read_encoded(data, kind, more | {"usecols": [variable]})
            columns[variable] = alone[variable]
        except OverflowError:
            unread.append(variable)
    return columns, meta, unread


def _read_encoded(data: bytes, kind: str, more: dict[str, Any]) -> tuple[dict[str, list[Any]], Any]:
    read = _READERS[kind]
    try:
        found = read(io.BytesIO(data), output_format="dict", **more)
    except (UnicodeDecodeError, pyreadstat.ReadstatError) as error:
        is_about_text = isinstance(error, UnicodeDecodeError) or "encoding" in str(error)
        if kind == "por" or not is_about_text:
            raise
        found = read(io.BytesIO(data), output_format="dict", encoding=_OLD, **more)
    columns, meta = found
    return columns, meta


def _cell(value: Any, *, in_single: bool) -> Any:
    # SAS writes missing as a number that is none
    if value is None or value != value:
        return ""
    # 2.1 kept in four bytes is 2.0999999 in eight; seven digits are what four bytes hold
    return float(f"{value:.7g}") if in_single and type(value) is float else value
