"""Patients: who is on which sheet, and whether sheets agree on who they are."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES
from sscviewer.workbook.contradictions.found import Contradiction, Read, at


def only_elsewhere(read: Read) -> Iterator[Contradiction]:
    """Find patients who are on another sheet but not on the sheet of patients."""
    if not read.listed:
        return
    for row, usubjid in enumerate(read.study.usubjids):
        if usubjid not in read.listed:
            yield at(
                read.study,
                "subjects",
                row,
                "",
                say(
                    "Patient {usubjid} is on this sheet but not on the sheet of patients; the patient is "
                    "shown and counted all the same.",
                    usubjid=usubjid,
                ),
            )


def on_one_sheet(read: Read) -> Iterator[Contradiction]:
    """Find patients on one sheet only while most are on several: a mistyped number, or an empty record."""
    study = read.study
    alone = {usubjid for usubjid in study.usubjids if not _is_on_two(study, usubjid)}
    if 2 * len(alone) >= len(study.usubjids):
        return
    for row, usubjid in enumerate(study.usubjids):
        if usubjid in alone and (usubjid in read.listed or not read.listed):
            yield at(
                study,
                "subjects",
                row,
                "USUBJID",
                say(
                    "Patient {usubjid} is on this sheet and on no other; the patient is shown with what "
                    "is there.",
                    usubjid=usubjid,
                ),
            )


def _is_on_two(study: Study, usubjid: str) -> bool:
    """Return whether a patient is on two sheets; looks no further than the second."""
    first = ""
    for table in TABLES:
        for reference in study.column(table, "SRCREF")[study.rows(table, usubjid)]:
            sheet = reference.rpartition("!")[0]
            first = first or sheet
            if sheet != first:
                return True
    return False


def written_alike(read: Read) -> Iterator[Contradiction]:
    """Find patients whose numbers differ only by leading zeros, blanks, dashes or capitals."""
    study = read.study
    first: dict[str, int] = {}
    for row, usubjid in enumerate(study.usubjids):
        other = first.setdefault(_bare(usubjid), row)
        if other != row:
            where = study.column("subjects", "SRCREF")[other]
            yield at(
                study,
                "subjects",
                row,
                "USUBJID",
                say(
                    "Patient {usubjid} here and patient {other} at {where} are written alike but for "
                    "zeros, blanks, dashes or capitals; they are kept as two patients. If they are one, "
                    "write the number the same way everywhere.",
                    usubjid=usubjid,
                    other=study.usubjids[other],
                    where=where,
                ),
            )


_RUN = re.compile(r"\d+|[^\W\d_]+")


def _bare(usubjid: str) -> str:
    """Return a patient's number without what typists leave out; "S-007" is "s7", "1-07" is "1-7"."""
    runs = [run.lstrip("0") or "0" if run[0].isdecimal() else run for run in _RUN.findall(usubjid.casefold())]
    return re.sub(r"(?<=[^\W\d_])-|-(?=[^\W\d_])", "", "-".join(runs)) or usubjid


@dataclass(frozen=True, slots=True)
class _Fact:
    value: str
    srcref: str


def differs(
    column: str, words: str, same: Callable[[str, str], bool]
) -> Callable[[Read], Iterator[Contradiction]]:
    """Return a check for a fact of the patient that is not the same everywhere; one issue per other value.

    Parameters
    ----------
    same
        Whether two values that are written differently agree all the same.
    """

    def check(read: Read) -> Iterator[Contradiction]:
        first: dict[str, _Fact] = {}
        told: set[tuple[str, str]] = set()
        for usubjid, fact in _facts(read, column):
            known = first.setdefault(usubjid, fact)
            if same(known.value, fact.value) or (usubjid, fact.value) in told:
                continue
            told.add((usubjid, fact.value))
            yield Contradiction(
                usubjid,
                fact.srcref,
                say(
                    "{words} of patient {usubjid} is {value} here but {used} at {srcref}; {used} is used.",
                    words=say(words),
                    usubjid=usubjid,
                    value=fact.value,
                    used=known.value,
                    srcref=known.srcref,
                ),
            )

    return check


def _facts(read: Read, column: str) -> Iterator[tuple[str, _Fact]]:
    for frame in read.said:
        if column not in frame:
            continue
        filled = frame[np.array([bool(value) and value == value for value in frame[column]], dtype=bool)]
        once = filled.drop_duplicates(["USUBJID", column])
        for usubjid, value, srcref in zip(once["USUBJID"], once[column], once["SRCREF"], strict=True):
            text = f"{value:g}" if isinstance(value, float) else str(value)
            cell = read.study.cell_beside("subjects", str(srcref), column)
            yield str(usubjid), _Fact(text, cell or str(srcref))


def same_text(one: str, other: str) -> bool:
    """Return whether two words are the same."""
    return one == other


def same_age(one: str, other: str) -> bool:
    """Return whether two ages can be those of one person: a birthday may lie between two sheets."""
    return abs(float(one) - float(other)) <= 1


def same_partial_date(one: str, other: str) -> bool:
    """Return whether two ISO dates agree as far as both are known."""
    return one.startswith(other) or other.startswith(one)


SEXES = ("F", "M", "U", "")


def sex_unknown_word(read: Read) -> Iterator[Contradiction]:
    """Find sexes that are written as a code or a word that does not tell who is female."""
    study = read.study
    sex = study.column("subjects", "SEX")
    for word in dict.fromkeys(str(value) for value in sex):
        rows = np.flatnonzero(sex == word)
        if word not in SEXES:
            yield at(
                study,
                "subjects",
                int(rows[0]),
                "SEX",
                say(
                    "The sex of {patient} is written “{word}”, which does not tell who is female: map "
                    "its words; no predicted value of the lung is computed for them.",
                    patient=counted(len(rows), "patient"),
                    word=word,
                ),
            )
