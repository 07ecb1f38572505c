"""Whatever has a start and an end: ends before starts."""

from collections.abc import Callable, Iterator

import numpy as np

from sscviewer.workbook.contradictions.found import Contradiction, Read, at, day, first_days, last_days, name


def ends_before_start(table: str, column: str, words: str) -> Callable[[Read], Iterator[Contradiction]]:
    """Return a check for ends that are surely before their starts.

    Parameters
    ----------
    column
        What the sentence names the row by.
    words
        What a row of this table is: "Adverse event".
    """

    def check(read: Read) -> Iterator[Contradiction]:
        study = read.study
        start, end = first_days(study, table, "ASTDT"), last_days(study, table, "AENDT")
        for row in np.flatnonzero(end < start).tolist():
            yield at(
                study,
                table,
                row,
                "AENDT",
                f"{words} “{name(study.column(table, column)[row])}” ends ({day(end[row])}) before it starts "
                f"({day(start[row])}); both dates are kept as recorded.",
            )

    return check


def after_last_contact(table: str, column: str, words: str) -> Callable[[Read], Iterator[Contradiction]]:
    """Return a check for what begins after the patient was last seen."""

    def check(read: Read) -> Iterator[Contradiction]:
        study = read.study
        place = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
        last = last_days(study, "subjects", "LSTALVDT")
        start = first_days(study, table, "ASTDT")
        contact = (
            last[[place[usubjid] for usubjid in study.column(table, "USUBJID")]] if len(start) else start
        )
        for row in np.flatnonzero(start > contact).tolist():
            yield at(
                study,
                table,
                row,
                "ASTDT",
                f"{words} “{name(study.column(table, column)[row])}” starts on {day(start[row])}, after the "
                f"last contact with the patient on {day(contact[row])}; it is shown and counted as recorded.",
            )

    return check
