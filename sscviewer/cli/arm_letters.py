"""Which letter each arm has in the closed report: from a file beside the packs, or from the study memory."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from sscviewer.analysis.board.masked import arm_letters
from sscviewer.workbook import Loaded, UnusableFile
from sscviewer.workbook.changes.snapshots import shape_of


def letters_of(loaded: Loaded, workbook: Path, kept_in: Path | None, arms: Sequence[str]) -> dict[str, str]:
    """Return the letters of earlier packs, and new ones for new arms, kept for the next.

    Parameters
    ----------
    loaded
        The file as read, with its patients' own IDs: by these the study is known.
    kept_in
        A JSON file that holds them; None for the study memory.

    Raises
    ------
    UnusableFile
        If the file of letters cannot be read or written.
    """
    return _in_file(kept_in, arms) if kept_in is not None else _in_memory(loaded, workbook, arms)


def _in_file(path: Path, arms: Sequence[str]) -> dict[str, str]:
    from sscviewer.whole_file import write_whole_file

    known: dict[str, str] = {}
    try:
        if path.exists():
            known = json.loads(path.read_text(encoding="utf-8"))
            if not (isinstance(known, dict) and all(isinstance(v, str) for v in known.values())):
                raise ValueError
        letters = arm_letters(arms, known)
        text = json.dumps({**known, **letters}, indent=1, ensure_ascii=False)
        write_whole_file(path, (text + "\n").encode())
    except ValueError as error:
        raise UnusableFile(f"{path} does not hold letters of arms that sscviewer wrote.") from error
    except OSError as error:
        raise UnusableFile(f"{path} cannot be read or written: choose another file.") from error
    return letters


def _in_memory(loaded: Loaded, workbook: Path, arms: Sequence[str]) -> dict[str, str]:
    from sscviewer.gui.window.places import own_memory
    from sscviewer.memory.arm_letters import kept_letters
    from sscviewer.memory.beside import open_database
    from sscviewer.memory.database import MemoryUnusable
    from sscviewer.memory.study_memory import StudyMemory

    try:
        database = open_database(own_memory(), workbook)
        try:
            return kept_letters(StudyMemory(database, loaded.study, shape_of(loaded.report)), arms)
        finally:
            database.close()
    except MemoryUnusable as error:
        said = "The arms' letters are dealt anew and not kept: say --arm-letters FILE.json to keep them."
        sys.stderr.write(f"sscviewer: {error} {said}\n")
        return arm_letters(arms)
