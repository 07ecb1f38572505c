"""The cohort in `analyse --json`: observed means, last changes, a lane per patient, changes of dose."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import numpy as np

from sscviewer.analysis.cohort.cohort import Cohort
from sscviewer.analysis.patient.dose_course import DoseChange
from sscviewer.analysis.plan import AnalysisPlan


def observed_means_json(cohort: Cohort) -> list[dict[str, Any]]:
    """Return an entry per endpoint, arm and visit, with the patients it counts."""
    return [
        {
            "PARAMCD": course.parameter.paramcd,
            "arm": line.label,
            "AVISIT": visit,
            "n": int(line.n[k]),
            "mean": float(line.mean[k]),
            "lower": float(line.lower[k]),
            "upper": float(line.upper[k]),
            "patients": list(line.patients[k]),
        }
        for course in cohort.courses
        for line in course.means
        for k, visit in enumerate(line.visits)
    ]


def last_changes_json(cohort: Cohort, plan: AnalysisPlan) -> list[dict[str, Any]]:
    """Return an entry per endpoint and patient: the change at the last value; the arm as for efficacy."""
    return [
        {
            "PARAMCD": of.parameter.paramcd,
            "USUBJID": who,
            "arm": arm,
            "arms": f"as {plan.arms.efficacy}",
            "AVISIT": visit,
            "change": float(change),
        }
        for of in cohort.changes
        for who, arm, visit, change in zip(of.subjects, of.arm, of.visits, of.change, strict=True)
    ]


def lanes_json(cohort: Cohort, plan: AnalysisPlan) -> list[dict[str, Any]]:
    """Return an entry per patient: how it ended, days since the first dose, the highest dose, events.

    The arm is as for safety; events are those of the table, with a date or without; null where the file has
    none, or does not say which are serious.
    """
    of = cohort.lanes
    highest = np.full(len(of.subjects), np.nan)
    np.fmax.at(highest, of.doses.lane, of.doses.dose)
    return [
        {
            "USUBJID": who,
            "arm": of.arm[k],
            "arms": f"as {plan.arms.safety}",
            "outcome": of.outcome[k],
            "end": float(of.end[k]),
            "last_contact": float(of.last[k]),
            "highest_dose": float(highest[k]),
            "drug": of.drug[k] or None,
            "unit": of.unit[k] or None,
            "events": _count(of.n_events[k]),
            "serious": _count(of.n_serious[k]),
        }
        for k, who in enumerate(of.subjects)
    ]


def dose_changes_json(changes: Iterable[tuple[str, DoseChange]]) -> list[dict[str, Any]]:
    """Return an entry per change of dose, with the event it is tied to."""
    return [{"USUBJID": who, **asdict(change)} for who, change in changes]


def _count(n: float) -> int | None:
    return None if np.isnan(n) else int(n)
