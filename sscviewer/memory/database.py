"""The one SQLite file in which everything is kept: private, written whole or not at all, or said why not.

Every action is one transaction that also writes one line of the trail, so that what was confirmed is on the
disk and what two windows do at once are two lines. The trail is only added to: triggers refuse all else.
"""

import contextlib
import os
import secrets
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

VERSION = 1
BUSY_SECONDS = 10.0
"""How long one window waits for another's transaction. One takes milliseconds, some hundred in a slow network
folder; a program that was stopped in the middle of one holds it no longer than it lives."""

NAME = "sscviewer_study_memory.sqlite"

_SCHEMA = """
CREATE TABLE about (version INTEGER NOT NULL, salt TEXT NOT NULL);
CREATE TABLE study (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, shape TEXT NOT NULL, begun TEXT NOT NULL,
    next_query INTEGER NOT NULL DEFAULT 1);
CREATE TABLE member (
    study INTEGER NOT NULL REFERENCES study, print TEXT NOT NULL, PRIMARY KEY (study, print)) WITHOUT ROWID;
CREATE TABLE content (
    study INTEGER NOT NULL REFERENCES study, print TEXT NOT NULL, records BLOB NOT NULL,
    PRIMARY KEY (study, print)) WITHOUT ROWID;
CREATE TABLE mark (
    study INTEGER NOT NULL REFERENCES study, subject TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL,
    value TEXT NOT NULL, content TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (study, subject, record, kind)) WITHOUT ROWID;
CREATE TABLE query (
    study INTEGER NOT NULL REFERENCES study, number INTEGER NOT NULL, about TEXT NOT NULL,
    status TEXT NOT NULL, subject TEXT NOT NULL, record TEXT NOT NULL, content TEXT NOT NULL,
    said TEXT NOT NULL,
    answer TEXT NOT NULL DEFAULT '', answered TEXT NOT NULL DEFAULT '', who TEXT NOT NULL, at TEXT NOT NULL,
    PRIMARY KEY (study, number), UNIQUE (study, about)) WITHOUT ROWID;
CREATE TABLE label (
    study INTEGER NOT NULL REFERENCES study, subject TEXT NOT NULL, label TEXT NOT NULL,
    PRIMARY KEY (study, subject), UNIQUE (study, label)) WITHOUT ROWID;
CREATE TABLE trail (
    id INTEGER PRIMARY KEY AUTOINCREMENT, study INTEGER NOT NULL REFERENCES study, at TEXT NOT NULL,
    who TEXT NOT NULL, subject TEXT NOT NULL, record TEXT NOT NULL, kind TEXT NOT NULL,
    before TEXT NOT NULL, after TEXT NOT NULL, undoes INTEGER REFERENCES trail);
CREATE TRIGGER trail_is_never_changed BEFORE UPDATE ON trail
    BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END;
CREATE TRIGGER trail_is_never_cut BEFORE DELETE ON trail
    BEGIN SELECT RAISE(ABORT, 'the trail is only added to'); END;
"""


class MemoryUnusable(Exception):  # noqa: N818 - reads as what happened
    """The study memory could not be read or written; the text is one sentence for the user."""


class Database:
    """The open file.

    Parameters
    ----------
    path
        Made when it is not there, readable by its owner only.
    is_shared
        Whether it lies beside the workbook, perhaps on a network drive, where SQLite's write-ahead log does
        not hold (its index is memory that only one machine sees); a plain journal does.

    Raises
    ------
    MemoryUnusable
        If it cannot be made, opened or understood. What is there is left as it is.
    """

    def __init__(self, path: Path, *, is_shared: bool = False) -> None:
        self.path = path
        with self._said("read"):
            if not path.exists():
                _make_private(path, for_owner_only=not is_shared)
            # One thread at a time uses it; which one, the window decides.
            self._connection = sqlite3.connect(
                path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
            )
        try:
            with self._said("read"):
                self._connection.execute("PRAGMA foreign_keys = ON")
                self._connection.execute("PRAGMA synchronous = FULL")
                self._make_or_check()
                # Only now: it writes into the file, which may not be one of ours.
                self._connection.execute(f"PRAGMA journal_mode = {'TRUNCATE' if is_shared else 'WAL'}")
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the file; its write-ahead log goes with it."""
        self._connection.close()

    @property
    def salt(self) -> str:
        """Return the key of the prints in this file."""
        return str(self.rows("SELECT salt FROM about")[0][0])

    def is_changed_by_others(self, since: int) -> tuple[bool, int]:
        """Return whether another window wrote since a number this gave, and the number now."""
        now = int(self.rows("PRAGMA data_version")[0][0])
        return now != since, now

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Return what a question gives."""
        with self._said("read"):
            return list(self._connection.execute(sql, values).fetchall())

    @contextlib.contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """Give a transaction: all of it is kept, or nothing of it.

        Raises
        ------
        MemoryUnusable
            If it could not be kept.
        """
        with self._said("written"):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _make_or_check(self) -> None:
        if not self._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'about'").fetchone():
            self._make()
        found = self._connection.execute("SELECT version FROM about").fetchone()
        if found is None or found[0] != VERSION:
            newer = found is not None and isinstance(found[0], int) and found[0] > VERSION
            why = "a newer version of sscviewer wrote it" if newer else "it is not one of sscviewer's"
            raise MemoryUnusable(f"Marks and comments of {self.path} cannot be used: {why}.")

    def _make(self) -> None:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked again inside the transaction: another window may have made it while this one waited.
            if not self._connection.execute("SELECT 1 FROM sqlite_master").fetchone():
                for statement in _statements(_SCHEMA):
                    self._connection.execute(statement)
                self._connection.execute("INSERT INTO about VALUES (?, ?)", (VERSION, secrets.token_hex(8)))
            self._connection.execute("COMMIT")
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise

    @contextlib.contextmanager
    def _said(self, done: str) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as error:
            raise MemoryUnusable(
                f"Marks and comments could not be {done} in {self.path}: {_why(error)}."
            ) from error


def _make_private(path: Path, *, for_owner_only: bool) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    mode = 0o600 if for_owner_only else 0o660  # beside the workbook it is for whoever may write there
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, mode))


def _statements(script: str) -> Iterator[str]:
    """Yield the statements of a script; a trigger's body has semicolons of its own."""
    statement = ""
    for line in script.splitlines():
        statement += line + "\n"
        if statement.strip() and sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _why(error: Exception) -> str:
    text = str(error)
    if "not a database" in text or "malformed" in text:
        return "the file is damaged or not one of sscviewer's; move it away to begin anew"
    if "full" in text or getattr(error, "errno", None) == 28:
        return "the disk is full"
    if "readonly" in text or isinstance(error, PermissionError):
        return "it may not be written to"
    if "locked" in text or "busy" in text:
        return "another program holds it; try again"
    if "unable to open" in text or isinstance(error, OSError):
        return "its folder cannot be used"
    return "SQLite says: " + text
