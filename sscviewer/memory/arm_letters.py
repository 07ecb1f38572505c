"""Which letter each arm has in the closed reports of a study: dealt once, the same in every pack."""

import sqlite3
from collections.abc import Mapping, Sequence

from sscviewer.analysis.board.masked import arm_letters
from sscviewer.memory.database import Database
from sscviewer.memory.study_memory import StudyMemory

_TABLE = """CREATE TABLE IF NOT EXISTS arm (
    study INTEGER NOT NULL REFERENCES study, arm TEXT NOT NULL, letter TEXT NOT NULL,
    PRIMARY KEY (study, arm), UNIQUE (study, letter)) WITHOUT ROWID"""
"""Made when letters are first dealt: memories are older than it, and some may only be read."""


def kept_letters(memory: StudyMemory, arms: Sequence[str]) -> dict[str, str]:
    """Return the letter of every arm; arms that are new get the next letters, by chance.

    Raises
    ------
    MemoryUnusable
        If the memory cannot be read or written.
    """
    with memory.database.writing() as connection:
        connection.execute(_TABLE)
        rows = connection.execute("SELECT arm, letter FROM arm WHERE study = ?", (memory.number,))
        known = dict(rows.fetchall())
        letters = arm_letters(arms, known)
        keep_letters(connection, memory.number, {a: v for a, v in letters.items() if a not in known})
    return letters


def letters_so_far(database: Database, study: int) -> dict[str, str]:
    """Return the letters dealt; none in a memory in which no pack was made."""
    if not database.rows("SELECT 1 FROM sqlite_master WHERE name = 'arm'"):
        return {}
    return dict(database.rows("SELECT arm, letter FROM arm WHERE study = ?", study))


def keep_letters(connection: sqlite3.Connection, study: int, letters: Mapping[str, str]) -> None:
    """Write letters into an open transaction."""
    connection.execute(_TABLE)
    rows = [(study, arm, letter) for arm, letter in letters.items()]
    connection.executemany("INSERT INTO arm VALUES (?, ?, ?)", rows)
