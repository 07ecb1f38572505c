"""Filters saved by name for a study, beside its marks; a text each, which the window makes and reads."""

import sqlite3

from sscviewer.memory.study_memory import StudyMemory, now_text

TABLE = """
CREATE TABLE IF NOT EXISTS saved_filter (
    study INTEGER NOT NULL REFERENCES study, name TEXT NOT NULL, filter TEXT NOT NULL,
    who TEXT NOT NULL, at TEXT NOT NULL, PRIMARY KEY (study, name)) WITHOUT ROWID
"""
"""Made when the first filter is saved: a memory of an earlier version has no such table."""


def saved_filters(memory: StudyMemory) -> dict[str, str]:
    """Return the filters of the study, by name.

    Raises
    ------
    MemoryUnusable
        If the memory cannot be read.
    """
    if not memory.database.rows("SELECT 1 FROM sqlite_master WHERE name = 'saved_filter'"):
        return {}
    rows = memory.database.rows(
        "SELECT name, filter FROM saved_filter WHERE study = ? ORDER BY name", memory.number
    )
    return {str(name): str(text) for name, text in rows}


def save_filter(memory: StudyMemory, name: str, text: str) -> None:
    """Keep a filter under a name, instead of one of that name; "" takes it away.

    Raises
    ------
    MemoryUnusable
        If it could not be kept.
    """
    with memory.database.writing() as connection:
        connection.execute(TABLE)
        _put(connection, memory, name, text)


def _put(connection: sqlite3.Connection, memory: StudyMemory, name: str, text: str) -> None:
    if text:
        connection.execute(
            "INSERT OR REPLACE INTO saved_filter VALUES (?, ?, ?, ?, ?)",
            (memory.number, name, text, memory.who, now_text()),
        )
    else:
        connection.execute("DELETE FROM saved_filter WHERE study = ? AND name = ?", (memory.number, name))
