"""Looks of the figures of a study, beside its marks; a text each, which the window makes and reads."""

from sscviewer.memory.study_memory import StudyMemory

TABLE = """
CREATE TABLE IF NOT EXISTS figure_look (
    study INTEGER NOT NULL REFERENCES study, figure TEXT NOT NULL, look TEXT NOT NULL,
    PRIMARY KEY (study, figure)) WITHOUT ROWID
"""
"""Made when the first look is kept: a memory of an earlier version has no such table."""


def kept_looks(memory: StudyMemory) -> dict[str, str]:
    """Return the looks of the study's figures, by figure.

    Raises
    ------
    MemoryUnusable
        If the memory cannot be read.
    """
    if not memory.database.rows("SELECT 1 FROM sqlite_master WHERE name = 'figure_look'"):
        return {}
    rows = memory.database.rows("SELECT figure, look FROM figure_look WHERE study = ?", memory.number)
    return {str(figure): str(text) for figure, text in rows}


def keep_look(memory: StudyMemory, figure: str, text: str) -> None:
    """Keep the look of a figure; "" forgets it.

    Raises
    ------
    MemoryUnusable
        If it could not be kept.
    """
    with memory.database.writing() as connection:
        connection.execute(TABLE)
        if text:
            values = memory.number, figure, text
            connection.execute("INSERT OR REPLACE INTO figure_look VALUES (?, ?, ?)", values)
        else:
            row = memory.number, figure
            connection.execute("DELETE FROM figure_look WHERE study = ? AND figure = ?", row)
