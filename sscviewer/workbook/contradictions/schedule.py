"""Visits and forms that nearly everybody has and a patient, though still in the trial, has not."""

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.rules import Margins, visit_window, window_centre
from sscviewer.model.sentence import joined, say
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions.found import Contradiction, Days, Read, at, last_days

Ints = npt.NDArray[np.int64]

NEARLY_ALL = 0.8
"""A visit, or a form at a visit, that so many of those still in the trial have is one of the schedule."""
FEWEST = 5
"""With fewer patients nothing tells a schedule from a coincidence."""
_SHEETS = ("measurements", "visits")


def visit_missing(read: Read) -> Iterator[Contradiction]:
    """Find planned visits without any record of a patient who was in the trial then."""
    study = read.study
    seen, known = _seen(study), _last_known(study)
    for avisit, (months, who) in seen.items():
        due = _due(study, avisit, months, read.margins, *known)
        if due.sum() < FEWEST or (who & due).sum() < NEARLY_ALL * due.sum():
            continue
        for patient in np.flatnonzero(due & ~who).tolist():
            yield at(
                study,
                "subjects",
                patient,
                "USUBJID",
                say(
                    "Patient {patient} has no record of visit {avisit}, which {n} of {total} patients "
                    "in the trial then have; the visit is missing in the analyses.",
                    patient=study.usubjids[patient],
                    avisit=avisit,
                    n=int((who & due).sum()),
                    total=int(due.sum()),
                ),
            )


def form_missing(read: Read) -> Iterator[Contradiction]:
    """Find what nearly all patients had measured at a visit and a patient, who came, had not."""
    study = read.study
    place, months = study.positions("measurements"), study.column("measurements", "AVISITN")
    visit, avisits = pd.factorize(study.column("measurements", "AVISIT"))
    code, codes = pd.factorize(study.column("measurements", "PARAMCD"))
    kinds = [study.parameters[one] for one in codes.tolist()]
    counted = [i for i, p in enumerate(kinds) if p.kind not in ("item", "derived")]
    has = _by_visit(visit, code, place)
    for v in dict.fromkeys(visit[months >= 0].tolist()):
        who = has.get(v, {})
        came = np.zeros(len(study.usubjids), dtype=bool)
        for patients in who.values():
            came[patients] = True
        if came.sum() < FEWEST:
            continue
        lacking: dict[int, list[str]] = {}
        for i in counted:
            without = came.copy()
            without[who.get(i, [])] = False
            if came.sum() - without.sum() >= NEARLY_ALL * came.sum():
                for patient in np.flatnonzero(without).tolist():
                    lacking.setdefault(patient, []).append(kinds[i].axis_label)
        here, avisit = visit == v, avisits[v]
        for patient, labels in sorted(lacking.items()):
            row = int(np.flatnonzero(here & (place == patient))[0])
            yield at(
                study,
                "measurements",
                row,
                "",
                say(
                    "At visit {avisit} patient {patient} has no value of {labels}, which nearly all others "
                    "have; it is missing in the analyses.",
                    avisit=avisit,
                    patient=study.usubjids[patient],
                    labels=joined(labels, ", "),
                ),
            )


def _by_visit(visit: Ints, code: Ints, place: Ints) -> dict[int, dict[int, Ints]]:
    """Return {visit: {parameter: the patients who have it there}}, each by its number."""
    n_codes, n_patients = int(code.max(initial=0)) + 1, int(place.max(initial=0)) + 1
    rows = np.sort((visit * n_codes + code) * n_patients + place)
    different = rows[np.flatnonzero(np.diff(rows, prepend=-1))]
    pairs, patients = np.divmod(different, n_patients)
    found: dict[int, dict[int, Ints]] = {}
    for run in np.split(np.arange(len(pairs)), np.flatnonzero(np.diff(pairs)) + 1):
        if len(run):
            v, c = divmod(int(pairs[run[0]]), n_codes)
            found.setdefault(v, {})[c] = patients[run]
    return found


def _seen(study: Study) -> dict[str, tuple[float, npt.NDArray[np.bool_]]]:
    """Return {planned visit from baseline on: (months, who has any record of it)}."""
    found: dict[str, tuple[float, npt.NDArray[np.bool_]]] = {}
    for table in _SHEETS:
        names, months, place = (
            study.column(table, "AVISIT"),
            study.column(table, "AVISITN"),
            study.positions(table),
        )
        planned = np.flatnonzero(months >= 0)
        number, different = pd.factorize(names[planned])
        _, first = np.unique(number, return_index=True)
        for i in np.argsort(first, kind="stable").tolist():
            rows = planned[number == i]
            nobody = np.zeros(len(study.usubjids), dtype=bool)
            _, who = found.setdefault(str(different[i]), (float(months[rows[0]]), nobody))
            who[place[rows]] = True
    return found


LATEST_DAYS = 36525
"""A visit a hundred years away is due to nobody; a month number of thirty digits is a slip of the file."""


def _due(
    study: Study, avisit: str, months: float, margins: Margins, last: Days, completed: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Return who was surely in the trial at a visit: to the end of its window, or completed it within."""
    start: Days = study.column("subjects", "RFSTDT").astype("datetime64[D]")
    centre, (before, after) = window_centre(np.array([months]))[0], visit_window(avisit, margins)
    until = np.where(completed, centre - before, centre + after) - 1
    known = (last - start).astype("timedelta64[D]")
    due: npt.NDArray[np.bool_] = known >= np.clip(until, 0, LATEST_DAYS).astype("timedelta64[D]")
    return due


def _last_known(study: Study) -> tuple[Days, npt.NDArray[np.bool_]]:
    """Return when each patient left the trial, else had the last dose or measurement; and who completed."""
    found = np.full(len(study.usubjids), np.datetime64("NaT", "D"))
    for table, column in (("exposure", "AENDT"), ("exposure", "ASTDT"), ("measurements", "ADT")):
        when = study.column(table, column).astype("datetime64[D]")
        known = ~np.isnat(when)
        np.fmax.at(found, study.positions(table)[known], when[known])
    ended = last_days(study, "disposition", "ADT")
    over = np.isin(study.column("disposition", "EOSSTT"), ("COMPLETED", "DISCONTINUED")) & ~np.isnat(ended)
    found[study.positions("disposition")[over]] = ended[over]
    completed = np.zeros(len(found), dtype=bool)
    completed[study.positions("disposition")[study.column("disposition", "EOSSTT") == "COMPLETED"]] = True
    return found, completed
