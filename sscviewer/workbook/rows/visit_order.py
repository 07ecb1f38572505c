"""Visits of a file that gives no time: they stand in their order, equally far apart.

"Visit 1, Visit 2", "T0, T1", "pre, post" without a date, a study day or a unit anywhere: a course over the
visits is all that can be drawn, and it is drawn. AVISITN counts visits from the baseline, else the first.
"""

import re
from dataclasses import replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Ints
from sscviewer.model.sentence import say
from sscviewer.model.study import Study, VisitOrder, with_column
from sscviewer.model.tables import TABLES
from sscviewer.workbook.evidence.words.tokens import tokens
from sscviewer.workbook.evidence.words.visit_names import occasion_words
from sscviewer.workbook.findings import Findings

WITH_VISITS = ("measurements", "visits", "carried_values")
UNPLANNED = ("Unscheduled", "Early termination")
_BEFORE, _BASELINE, _VISIT, _AFTER = -1, 0, 1, 2
_STAGES = {"Screening": _BEFORE, "End of treatment": _AFTER, "Follow-up": 3, "End of study": 4}
_DAYS = ("ADY", "ASTDY", "AENDY", "VISITDY")
_NUMBERED = re.compile(r"^(.*?)[\W_]*(\d+(?:\.\d+)?)$")
_CELL = re.compile(r"^([A-Z]+)(\d+)$")
_MOST_NAMED = 6


def with_visits_in_order(study: Study, findings: Findings) -> Study:
    """Return the trial with AVISITN as the place of each visit, where nothing in it has a time."""
    if _has_time(study):
        return study
    order = _order(study)
    if len(order) < 2:
        return study
    place = {name: number for number, name in order}
    for table in WITH_VISITS:
        visits = study.column(table, "AVISIT").tolist()
        numbers = np.array([place.get(name, np.nan) for name in visits], dtype=np.float64)
        study = with_column(study, table, "AVISITN", numbers)
    names = [name for _, name in order]
    listed = ", ".join(names if len(names) <= _MOST_NAMED else [*names[:3], "…", names[-1]])
    findings.add(
        "info",
        "visit.order",
        say(
            "The file gives no time between its visits; they stand in their order, equally far apart "
            "({listed}). Nothing that needs a time (rates, slopes, times to events) is given. A column of "
            "dates or study times, or the unit of numbered visits, can be given in File, Map columns.",
            listed=listed,
        ),
    )
    return replace(study, visit_order=order)


def _has_time(study: Study) -> bool:
    """Return whether anything of the file stands at a time: on a study day, or so long after the baseline."""
    if not np.isnat(study.column("subjects", "RFSTDT")).all():
        return True
    if any(np.any(np.nan_to_num(study.column(table, "AVISITN")) != 0) for table in WITH_VISITS):
        return True
    days = [(table, c.name) for table, columns in TABLES.items() for c in columns if c.name in _DAYS]
    return any(not np.isnan(study.column(table, name)).all() for table, name in days)


def _order(study: Study) -> VisitOrder:
    """Return the visits and their places: those before the baseline count downwards from it."""
    avisit = study.column("measurements", "AVISIT")
    planned = np.array([name != "" and not name.startswith(UNPLANNED) for name in avisit], dtype=np.bool_)
    rows = np.flatnonzero(planned & ~np.isnan(study.column("measurements", "AVAL")))
    if not len(rows):
        return ()
    rows = rows[_as_in_file(study.column("measurements", "SRCREF")[rows])]
    names = list(dict.fromkeys(avisit[rows].tolist()))
    baseline = set(avisit[rows][study.column("measurements", "AVISITN")[rows] == 0].tolist())
    keys = [_said_order(name, name in baseline) for name in names]
    if len({stem for _, _, stem in keys if stem}) > 1 or len(set(keys)) < len(keys):
        names = _as_they_follow(study.positions("measurements")[rows], avisit[rows], names)
    else:
        names = [names[at] for at in sorted(range(len(names)), key=keys.__getitem__)]
    first = next((at for at, name in enumerate(names) if name in baseline), 0)
    return tuple((float(at - first), name) for at, name in enumerate(names))


def _said_order(name: str, is_baseline: bool) -> tuple[int, float, str]:
    """Return stage and number of a visit by its name, and its words where they tell no stage.

    Of one stem ("Visit 1, Visit 2") the numbers are the order; of several the file is.
    """
    found = _NUMBERED.match(name)
    words, number = (found[1], float(found[2])) if found else (name, 0.0)
    if is_baseline:
        return _BASELINE, number, ""
    if words.strip() in _STAGES:
        return _STAGES[words.strip()], number, ""
    parts = tokens(words)
    in_two = map("".join, pairwise(parts))  # "run-in"
    said = {occasion_words().get(part) for part in (*parts, *in_two)}
    if said & {"before", "baseline"}:
        return _BEFORE, number, ""
    if "after" in said:
        return _AFTER, number, ""
    return _VISIT, number, words.strip() or name


def _as_in_file(references: npt.NDArray[np.object_]) -> Ints:
    """Return the order in which cells stand in the file ("Sheet!B12"): a study has each baseline first."""
    sheets: dict[str, int] = {}
    keys = []
    for reference in references.tolist():
        sheet, _, cell = reference.rpartition("!")
        found = _CELL.match(cell)
        letters, row = (found[1], int(found[2])) if found else ("", 0)
        keys.append((sheets.setdefault(sheet, len(sheets)), row, len(letters), letters))
    return np.array(sorted(range(len(keys)), key=keys.__getitem__), dtype=np.int64)


def _as_they_follow(patient: Ints, name: npt.NDArray[np.object_], names: list[str]) -> list[str]:
    """Return the visits in the order in which most patients have them in the file."""
    place = {one: at for at, one in enumerate(names)}
    codes = np.array([place[one] for one in name.tolist()], dtype=np.int64)
    at = np.full((int(patient.max()) + 1, len(names)), np.nan)
    np.fmin.at(at, (patient, codes), np.arange(len(codes), dtype=np.float64))
    before = np.array([(at[:, [one]] < at).sum(axis=0) for one in range(len(names))])
    wins = (before > before.T).sum(axis=1)
    return [names[one] for one in np.argsort(-wins, kind="stable").tolist()]
