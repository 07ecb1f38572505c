"""What patients are called where identities are hidden: the same over all exports; the memory has the key."""

import random
from collections.abc import Sequence

from sscviewer.memory.study_memory import StudyMemory


def kept_labels(memory: StudyMemory, usubjids: Sequence[str]) -> dict[str, str]:
    """Return the label of every patient; new ones get the next numbers, in an order that says nothing.

    Raises
    ------
    MemoryUnusable
        If the memory cannot be read or written.
    """
    with memory.database.writing() as connection:
        rows = connection.execute("SELECT subject, label FROM label WHERE study = ?", (memory.number,))
        known = dict(rows.fetchall())
        for usubjid, label in new_labels([u for u in usubjids if u not in known], len(known)).items():
            connection.execute("INSERT INTO label VALUES (?, ?, ?)", (memory.number, usubjid, label))
            known[usubjid] = label
    return {usubjid: known[usubjid] for usubjid in usubjids}


def new_labels(usubjids: Sequence[str], known: int = 0) -> dict[str, str]:
    """Return labels after so many known ones, in random order."""
    shuffled = list(usubjids)
    random.SystemRandom().shuffle(shuffled)
    return {usubjid: f"P{number:03d}" for number, usubjid in enumerate(shuffled, known + 1)}
