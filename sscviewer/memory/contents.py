"""One patient's records as texts: what somebody looked at, to tell later what has changed since."""

import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sscviewer.model.change import Change, FieldChange
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES
from sscviewer.workbook.changes.match import Match, find_differences
from sscviewer.workbook.changes.prints import TablePrint, prints_of
from sscviewer.workbook.changes.records import column_label, record_name, record_texts


@dataclass(frozen=True, slots=True)
class Records:
    """One patient's rows of one table.

    Attributes
    ----------
    columns
        Names, as in the glossary; what only follows from other columns is not among them.
    rows
        One tuple of texts per record, "" where a field is empty.
    srcref, names
        Where each record was in the file, and the record in words.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    srcref: tuple[str, ...]
    names: tuple[str, ...]

    def record_print(self, row: int) -> str:
        """Return a name for what a record says, wherever it stands."""
        said = sorted(pair for pair in zip(self.columns, self.rows[row], strict=True) if pair[1])
        return hashed(json.dumps(said))


@dataclass(frozen=True, slots=True)
class Content:
    """All records of one patient, by table."""

    usubjid: str
    tables: Mapping[str, Records]

    def print(self) -> str:
        """Return a name for what all records say, in whatever order and place."""
        said = sorted(
            f"{name}:{records.record_print(row)}"
            for name, records in self.tables.items()
            for row in range(len(records.rows))
        )
        return hashed("\n".join(said))

    def packed(self) -> bytes:
        """Return the content as bytes, for the memory."""
        tables = {
            name: [records.columns, records.rows, records.srcref, records.names]
            for name, records in self.tables.items()
        }
        return zlib.compress(json.dumps([self.usubjid, tables], ensure_ascii=False).encode("utf-8"))


@dataclass(frozen=True, slots=True)
class Standing:
    """How a record that was marked stands in the file now.

    Attributes
    ----------
    state
        "same", "changed" or "gone".
    row
        Its row in the study's table, -1 when it is gone.
    fields
        What changed, with old and new values.
    """

    state: str
    row: int
    fields: tuple[FieldChange, ...] = ()


def content_of(study: Study, usubjid: str) -> Content:
    """Return the records of a patient as they stand."""
    tables = {}
    for table in TABLES:
        rows = study.rows(table, usubjid)
        if rows.start == rows.stop:
            continue
        texts = record_texts(study, table, rows)
        tables[table] = Records(
            tuple(str(name) for name in texts),
            tuple(map(tuple, texts.to_numpy(dtype=object).tolist())),
            tuple(map(str, study.column(table, "SRCREF")[rows])),
            tuple(record_name(study, table, row) for row in range(rows.start, rows.stop)),
        )
    return Content(usubjid, tables)


def unpacked(data: bytes) -> Content:
    """Return what `packed` gave.

    Raises
    ------
    ValueError
        If it is not that.
    """
    try:
        usubjid, tables = json.loads(zlib.decompress(data).decode("utf-8"))
        return Content(usubjid, {name: _records(*parts) for name, parts in tables.items()})
    except (zlib.error, TypeError, UnicodeDecodeError) as error:
        raise ValueError("not a patient's content") from error


@dataclass(frozen=True, slots=True)
class TwoLooks:
    """Two looks at one patient, matched once for all the records that are asked about.

    Attributes
    ----------
    matches
        What differs between them; equal records have no match.
    """

    old: Content
    new: Content
    matches: tuple[Match, ...]


def two_looks(old: Content, new: Content) -> TwoLooks:
    """Return two looks at one patient, matched."""
    return TwoLooks(old, new, tuple(find_differences(_prints(old), _prints(new))))


def what_changed(looks: TwoLooks) -> tuple[Change, ...]:
    """Return what is added, changed and gone between two looks at one patient, with old and new values."""
    return tuple(_described(match, looks.old, looks.new) for match in looks.matches)


def where_it_stands(looks: TwoLooks, table: str, row: int, first: int) -> Standing:
    """Return how one record of an earlier look stands now.

    Parameters
    ----------
    row
        Of the record among the patient's records of the table then.
    first
        The study's row of the patient's first record of the table now.
    """
    old, new = looks.old, looks.new
    match = next((m for m in looks.matches if m.table == table and m.old == row), None)
    if match is not None and match.new < 0:
        return Standing("gone", -1)
    if match is not None and match.columns:
        return Standing("changed", first + match.new, _fields(match, old, new))
    same = old.tables[table].record_print(row)
    now = new.tables[table]
    place = next((i for i in range(len(now.rows)) if now.record_print(i) == same), None)
    if place is None:  # it differs only in columns that one of the files does not have
        place = match.new if match is not None else _most_alike(old.tables[table], row, now)
    return Standing("same", first + place)


def _most_alike(old: Records, row: int, now: Records) -> int:
    shared = [name for name in old.columns if name in now.columns]
    before = [old.rows[row][old.columns.index(name)] for name in shared]
    places = [now.columns.index(name) for name in shared]
    alike = [sum(r[p] == b for p, b in zip(places, before, strict=True)) for r in now.rows]
    return int(np.argmax(alike))


def _prints(content: Content) -> dict[str, TablePrint]:
    return {
        name: prints_of(name, records.columns, records.rows, records.srcref, content.usubjid)
        for name, records in content.tables.items()
    }


def _described(match: Match, old: Content, new: Content) -> Change:
    content, row = (new, match.new) if match.new >= 0 else (old, match.old)
    records = content.tables[match.table]
    kind = "added" if match.old < 0 else "gone" if match.new < 0 else "changed"
    return Change(
        kind,  # type: ignore[arg-type]
        match.table,
        content.usubjid,
        records.srcref[row],
        records.names[row],
        _fields(match, old, new) if kind == "changed" else (),
    )


def _fields(match: Match, old: Content, new: Content) -> tuple[FieldChange, ...]:
    before, after = old.tables[match.table], new.tables[match.table]
    return tuple(
        FieldChange(
            name,
            column_label(match.table, name),
            before.rows[match.old][before.columns.index(name)],
            after.rows[match.new][after.columns.index(name)],
        )
        for name in match.columns
    )


def _records(columns: list[str], rows: list[list[str]], srcref: list[str], names: list[str]) -> Records:
    return Records(tuple(columns), tuple(map(tuple, rows)), tuple(srcref), tuple(names))


def hashed(text: str) -> str:
    """Return the name by which the memory knows a text: 32 hexadecimal digits of its SHA-256."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:32]
