"""Marks and comments of one study, kept over its exports: who said what, and whether it still holds."""

import getpass
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sscviewer.memory.contents import (
    Content,
    Standing,
    TwoLooks,
    content_of,
    two_looks,
    unpacked,
    what_changed,
    where_it_stands,
)
from sscviewer.memory.database import Database, MemoryUnusable
from sscviewer.memory.study_key import study_of
from sscviewer.model.change import Change
from sscviewer.model.study import Study

Kind = Literal["reviewed", "comment", "flag"]
KINDS: tuple[Kind, ...] = ("reviewed", "comment", "flag")


@dataclass(frozen=True, slots=True)
class MarkedRecord:
    """A record of a patient as it was when it was marked; the whole patient when the table is ""."""

    table: str = ""
    row: int = -1
    print: str = ""

    def text(self) -> str:
        """Return the record as it is kept."""
        return f"{self.table}:{self.row}:{self.print}" if self.table else ""

    @classmethod
    def of(cls, text: str) -> "MarkedRecord":
        """Return what `text` gave."""
        if not text:
            return cls()
        table, row, print_ = text.split(":")
        return cls(table, int(row), print_)


_ONE = "study = ? AND subject = ? AND record = ? AND kind = ?"
_TAKE_AWAY = f"DELETE FROM mark WHERE {_ONE}"

WHOLE = MarkedRecord()
"""The patient, not one record of them."""


@dataclass(frozen=True, slots=True)
class StudyMark:
    """One thing said about a patient or a record.

    Attributes
    ----------
    value
        "yes" for a tick or a flag, the text of a comment.
    content
        Name of the patient's content at the time.
    at
        ISO 8601, UTC, to the second.
    """

    usubjid: str
    record: MarkedRecord
    kind: Kind
    value: str
    content: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the trail."""

    number: int
    at: str
    who: str
    usubjid: str
    record: MarkedRecord
    kind: str
    before: str
    after: str
    undoes: int | None


class StudyMemory:
    """What is remembered of the open study; every setter writes before it returns.

    Parameters
    ----------
    shape
        Name of the workbook's shape.
    who
        Who is at the keyboard; the name of the user of this computer when not given.

    Raises
    ------
    MemoryUnusable
        From every method: if the memory cannot be read or written. Nothing was kept then.
    """

    def __init__(self, database: Database, study: Study, shape: str, who: str = "") -> None:
        self._database = database
        self._study = study
        self.who = who or _user()
        self.number, self.was_known = study_of(database, study, shape, now_text())
        self._contents: dict[str, Content] = {}
        self._looks: dict[tuple[str, str], TwoLooks] = {}
        self._seen = -1

    @property
    def database(self) -> Database:
        """The file it is kept in."""
        return self._database

    def marks(self) -> tuple[StudyMark, ...]:
        """Return everything that is marked, by patient."""
        rows = self._database.rows(
            "SELECT subject, record, kind, value, content, who, at FROM mark WHERE study = ?"
            " ORDER BY subject, record, kind",
            self.number,
        )
        return tuple(
            StudyMark(subject, MarkedRecord.of(record), kind, *rest) for subject, record, kind, *rest in rows
        )

    def mark(self, usubjid: str, kind: Kind, record: MarkedRecord = WHOLE) -> StudyMark | None:
        """Return one mark, None when there is none."""
        rows = self._database.rows(
            f"SELECT value, content, who, at FROM mark WHERE {_ONE}",
            *(self.number, usubjid, record.text(), kind),
        )
        return StudyMark(usubjid, record, kind, *rows[0]) if rows else None

    def set_mark(
        self,
        usubjid: str,
        kind: Kind,
        value: str,
        record: MarkedRecord = WHOLE,
        *,
        was: str | None = None,
        instead_of: MarkedRecord | None = None,
    ) -> int:
        """Keep a mark, "" to take it away, and return the number of its line in the trail.

        Parameters
        ----------
        was
            What the user saw before. A comment that somebody else wrote meanwhile is kept in front of theirs.
        instead_of
            The record as an earlier export had it, whose mark this one replaces.
        """
        content = self.content(usubjid)
        with self._database.writing() as connection:
            before = self._value(connection, usubjid, instead_of or record, kind)
            if instead_of is not None:
                connection.execute(_TAKE_AWAY, (self.number, usubjid, instead_of.text(), kind))
            if kind == "comment" and was is not None and before not in (was, value):
                value = "\n".join(part for part in (before, value) if part)
            return self._put(connection, usubjid, record, kind, before, value, content, None)

    def undo(self, number: int) -> int:
        """Take a line of the trail back and return the new line; 0 if somebody said something else since."""
        line = next((said for said in self.trail() if said.number == number), None)
        if line is None or line.kind not in KINDS:
            return 0
        content = self.content(line.usubjid)
        with self._database.writing() as connection:
            kind = _kind(line.kind)
            if self._value(connection, line.usubjid, line.record, kind) != line.after:
                return 0
            return self._put(
                connection, line.usubjid, line.record, kind, line.after, line.before, content, number
            )

    def trail(self) -> tuple[Said, ...]:
        """Return who said what when, oldest first."""
        rows = self._database.rows(
            "SELECT id, at, who, subject, record, kind, before, after, undoes FROM trail WHERE study = ?"
            " ORDER BY id",
            self.number,
        )
        return tuple(
            Said(number, at, who, subject, MarkedRecord.of(record), *rest)
            for number, at, who, subject, record, *rest in rows
        )

    def was_written_by_others(self) -> bool:
        """Return whether another window or person wrote since this was asked last."""
        changed, now = self._database.is_changed_by_others(self._seen)
        first, self._seen = self._seen < 0, now
        return changed and not first

    def content(self, usubjid: str) -> Content:
        """Return the patient's records as the open file has them."""
        if usubjid not in self._contents:
            self._contents[usubjid] = content_of(self._study, usubjid)
        return self._contents[usubjid]

    def content_then(self, name: str) -> Content:
        """Return a patient's records as they were when something was said."""
        rows = self._database.rows(
            "SELECT records FROM content WHERE study = ? AND print = ?", self.number, name
        )
        try:
            return unpacked(rows[0][0])
        except (IndexError, TypeError, ValueError) as error:
            raise MemoryUnusable(
                f"Part of {self._database.path} is damaged: what was seen is lost."
            ) from error

    def looks(self, usubjid: str, name: str) -> TwoLooks:
        """Return a patient as somebody saw it beside the open file; `name` is that of what was seen."""
        if (usubjid, name) not in self._looks:
            self._looks[usubjid, name] = two_looks(self.content_then(name), self.content(usubjid))
        return self._looks[usubjid, name]

    def record(self, table: str, row: int) -> tuple[str, MarkedRecord]:
        """Return the patient and the record of a row of the study's table."""
        usubjid = str(self._study.column(table, "USUBJID")[row])
        place = row - self._study.rows(table, usubjid).start
        return usubjid, MarkedRecord(table, place, self.content(usubjid).tables[table].record_print(place))

    def changes(self, mark: StudyMark) -> tuple[Change, ...]:
        """Return what changed in the patient since the mark, with old and new values; () when nothing did."""
        if mark.usubjid not in self._study.usubjids:
            return ()
        now = self.content(mark.usubjid)
        return () if now.print() == mark.content else what_changed(self.looks(mark.usubjid, mark.content))

    def standing(self, mark: StudyMark) -> Standing:
        """Return how what is marked stands in the open file: the same, changed, or gone."""
        usubjid, record = mark.usubjid, mark.record
        if usubjid not in self._study.usubjids:
            return Standing("gone", -1)
        if not record.table:
            return Standing("changed" if self.changes(mark) else "same", -1)
        if record.table not in self.content(usubjid).tables:
            return Standing("gone", -1)
        first = self._study.rows(record.table, usubjid).start
        return where_it_stands(self.looks(usubjid, mark.content), record.table, record.row, first)

    def keep_content(self, connection: sqlite3.Connection, content: Content) -> str:
        """Keep what somebody looked at, inside a transaction, and return its name."""
        name = content.print()
        connection.execute(
            "INSERT OR IGNORE INTO content VALUES (?, ?, ?)", (self.number, name, content.packed())
        )
        return name

    def write_trail(
        self,
        connection: sqlite3.Connection,
        usubjid: str,
        record: MarkedRecord,
        kind: str,
        before: str,
        after: str,
        undoes: int | None = None,
    ) -> int:
        """Add a line to the trail, inside a transaction, and return its number."""
        cursor = connection.execute(
            "INSERT INTO trail (study, at, who, subject, record, kind, before, after, undoes)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (self.number, now_text(), self.who, usubjid, record.text(), kind, before, after, undoes),
        )
        assert cursor.lastrowid is not None
        return cursor.lastrowid

    def _value(self, connection: sqlite3.Connection, usubjid: str, record: MarkedRecord, kind: Kind) -> str:
        found = connection.execute(
            f"SELECT value FROM mark WHERE {_ONE}", (self.number, usubjid, record.text(), kind)
        ).fetchone()
        return str(found[0]) if found else ""

    def _put(
        self,
        connection: sqlite3.Connection,
        usubjid: str,
        record: MarkedRecord,
        kind: Kind,
        before: str,
        value: str,
        content: Content,
        undoes: int | None,
    ) -> int:
        where = (self.number, usubjid, record.text(), kind)
        if value:
            name = self.keep_content(connection, content)
            connection.execute(
                "INSERT OR REPLACE INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (*where, value, name, self.who, now_text()),
            )
        else:
            connection.execute(_TAKE_AWAY, where)
        return self.write_trail(connection, usubjid, record, kind, before, value, undoes)


def _kind(text: object) -> Kind:
    return next(kind for kind in KINDS if kind == text)


def now_text() -> str:
    """Return the moment as it is kept: ISO 8601, UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # an account without a name, as containers have
        return "unknown"
