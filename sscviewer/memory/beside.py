"""Where a study's memory lies: beside the workbook when the user said so, else in the user's own folder."""

from pathlib import Path

from sscviewer.memory.arm_letters import keep_letters, letters_so_far
from sscviewer.memory.database import NAME, Database, MemoryUnusable
from sscviewer.memory.saved_filters import TABLE, saved_filters
from sscviewer.memory.study_memory import StudyMemory, now_text
from sscviewer.on_disk import is_folder, is_there

_TABLES = ("member", "content", "mark", "query")


def beside(workbook: Path) -> Path:
    """Return where the memory of a workbook, or of a folder of files, lies when it is kept beside it."""
    return workbook.parent / NAME


def open_database(own: Path, workbook: Path) -> Database:
    """Open the memory beside a workbook when there is one, else the user's own.

    Raises
    ------
    MemoryUnusable
        If it cannot be used.
    """
    shared = beside(workbook)
    return Database(shared, is_shared=True) if is_there(shared) else Database(own)


def copy_beside(memory: StudyMemory, workbook: Path) -> Path:
    """Copy what is remembered of this one study to a file beside its workbook, and return the file.

    The user's own file keeps it too, as it is now: what is said from here on is kept beside the workbook.

    Raises
    ------
    FileExistsError
        If there is a memory beside it already.
    MemoryUnusable
        If it cannot be read or written; no file is left then.
    """
    path = beside(workbook)
    if is_there(path):
        raise FileExistsError(path)
    if not is_folder(path.parent):
        raise MemoryUnusable(f"Nothing is kept in {path.parent}: the folder is not there any more.")
    try:
        there = Database(path, is_shared=True)
        try:
            _copy(memory, there)
        finally:
            there.close()
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return path


def _copy(memory: StudyMemory, there: Database) -> None:
    here, number = memory.database, memory.number
    salt = here.salt
    study = here.rows("SELECT id, name, shape, begun, next_query FROM study WHERE id = ?", number)
    rows = {table: here.rows(f"SELECT * FROM {table} WHERE study = ?", number) for table in _TABLES}
    filters = saved_filters(memory)
    trail = here.rows("SELECT * FROM trail WHERE study = ? ORDER BY id", number)
    letters = letters_so_far(here, number)
    with there.writing() as connection:
        connection.execute("UPDATE about SET salt = ?", (salt,))  # the prints of the members are made with it
        connection.executemany("INSERT INTO study VALUES (?, ?, ?, ?, ?)", study)
        for table, found in {**rows, "trail": trail}.items():
            if found:
                places = ", ".join("?" * len(found[0]))
                connection.executemany(f"INSERT INTO {table} VALUES ({places})", found)
        if filters:
            connection.execute(TABLE)
            connection.executemany(
                "INSERT INTO saved_filter VALUES (?, ?, ?, ?, ?)",
                [(number, name, text, memory.who, now_text()) for name, text in filters.items()],
            )
        keep_letters(connection, number, letters)
