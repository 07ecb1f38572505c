"""Which study a file is an export of: told by its patients, as next week's file has another name and hash."""

from collections import Counter

from sscviewer.memory.contents import hashed
from sscviewer.memory.database import Database
from sscviewer.model.study import Study

SHARED = 0.5
"""An export belongs to a study when it shares this part of the patients of the smaller of the two.

An interim file has fewer, a later one more patients; two trials with patients 001 to 020 share none of them,
because sex and first day are part of a patient's print. It goes wrong where more than half of all first days
were corrected between two exports; and where files have neither sex nor dates, their shape must agree too.
"""


def study_of(database: Database, study: Study, shape: str, now: str) -> tuple[int, bool]:
    """Return the number of the study in the memory, and whether it was known; a new one is made.

    Parameters
    ----------
    shape
        Name of the workbook's shape (sheets and headings).

    Raises
    ------
    MemoryUnusable
        If the memory cannot be read or written.
    """
    prints, telling = member_prints(study, database.salt)
    known = _most_alike(database, prints, "" if telling else shape)
    with database.writing() as connection:
        number = known
        if number is None:
            number = connection.execute(
                "INSERT INTO study (name, shape, begun) VALUES (?, ?, ?)", (study.source.name, shape, now)
            ).lastrowid
        connection.executemany(
            "INSERT OR IGNORE INTO member VALUES (?, ?)", [(number, print_) for print_ in prints]
        )
    assert number is not None
    return number, known is not None


def member_prints(study: Study, salt: str) -> tuple[tuple[str, ...], bool]:
    """Return a print of every patient, and whether they say more than a number."""
    sexes = study.column("subjects", "SEX")
    days = study.column("subjects", "RFSTDT").astype("datetime64[D]").astype(str)
    texts = [
        f"{usubjid}|{sex}|{'' if day == 'NaT' else day}"
        for usubjid, sex, day in zip(study.usubjids, sexes, days, strict=True)
    ]
    prints = tuple(hashed(f"{salt}:{text}") for text in texts)
    return prints, any(not text.endswith("||") for text in texts)


def _most_alike(database: Database, prints: tuple[str, ...], shape: str) -> int | None:
    """Return the study that shares most patients, None when none shares enough."""
    sizes = {
        number: n
        for number, n, its_shape in database.rows(
            "SELECT study, COUNT(*), shape FROM member JOIN study ON study.id = member.study GROUP BY study"
        )
        if not shape or its_shape == shape
    }
    wanted = frozenset(prints)
    shared = Counter(
        number
        for number, print_ in database.rows("SELECT study, print FROM member")
        if number in sizes and print_ in wanted
    )
    enough = [n for n in shared if shared[n] >= SHARED * min(len(wanted), sizes[n])]
    return int(max(enough, key=lambda n: shared[n])) if enough else None
