"""The tables handed over: patients, values, events, doses and times, one row each, with the names of ADaM.

ADaM-like and not ADaM: no controlled terminology and no define.xml; the dictionary says what each column is.

**Source**: ADaMIG 1.1 for the names of the columns.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from sscviewer.analysis.dose_question.patient_days import daily_doses, dose_at_event
from sscviewer.analysis.events.treatment_emergent import treatment_emergent
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.patient.dose_courses import dosed_courses
from sscviewer.analysis.settled.clock import first_dose_days, from_first_dose
from sscviewer.analysis.survival.event_times import event_times
from sscviewer.analysis.survival.follow_up import follow_up
from sscviewer.analysis.survival.time_to_event import first_event_times, stopping_times
from sscviewer.model.dates import days_counted, elapsed_days

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.model.study import Study

_SUBJECT = ("SUBJID", "SITEID", "AGE", "SEX", "RACE", "ETHNIC", "TRT01P", "TRT01A", "HEIGHT", "WEIGHT")
_EVENT = (
    "AETERM", "AEDECOD", "AEBODSYS", "AETOXGR", "AESEV", "AESER", "AEREL", "AERELFL", "AEACN", "AEOUT",
    "ASTDY", "AENDY",
)  # fmt: skip
TIME_ON_DRUG, FIRST_EVENT = "TTDISC", "TTAE"


def subjects_table(study: Study, who: Populations) -> pd.DataFrame:
    """Return ADSL: a row for each patient, with the populations by which results are counted."""
    data: dict[str, Any] = {"USUBJID": np.array(study.usubjids, dtype=object)}
    data |= {name: study.column("subjects", name) for name in _SUBJECT}
    ends = outcomes(study)
    data |= {
        "ARMSAF": who.safety.arm,
        "ARMEFF": who.efficacy.arm,
        "SAFFL": _flag(who.safety.treated),
        "EFFFL": _flag(who.efficacy.treated),
        "EOSSTT": [end.status for end in ends],
        "DCSREAS": [end.reason for end in ends],
    }
    if not study.is_hidden:
        data |= {name: _iso(study.column("subjects", name)) for name in ("TRTSDT", "TRTEDT", "RFSTDT")}
    return pd.DataFrame(data)


def events_table(study: Study, plan: AnalysisPlan, who: Populations) -> pd.DataFrame:
    """Return ADAE: a row for each event, whether it is counted, and the dose in force when it began."""
    patient = study.positions("adverse_events")
    by_dose = from_first_dose(study)
    courses = dosed_courses(by_dose, who.safety)
    days = {usubjid: daily_doses(course.in_force) for usubjid, course in courses.items()}
    start = by_dose.column("adverse_events", "ASTDY")
    names = study.column("adverse_events", "USUBJID")
    dose = [
        dose_at_event(days[usubjid], int(day)) if usubjid in days and not np.isnan(day) else np.nan
        for usubjid, day in zip(names, start, strict=True)
    ]
    emergent = treatment_emergent(study, plan.events.window_days)
    data: dict[str, Any] = {"USUBJID": names}
    data |= {name: study.column("adverse_events", name) for name in _EVENT}
    data |= {
        "ARMSAF": who.safety.arm[patient],
        "SAFFL": _flag(who.safety.treated[patient]),
        "TRTEMFL": _flag(emergent),
        "ANL01FL": _flag(emergent & who.safety.treated[patient]),
        "DOSEON": np.array(dose, dtype=np.float64),
        "SRCREF": study.column("adverse_events", "SRCREF"),
    }
    return pd.DataFrame(data)


def doses_table(study: Study, who: Populations) -> pd.DataFrame:
    """Return ADEX: a row for each range of study days at one dose, recorded pauses and gaps among them.

    Courses are those by the first dose; their days are those of the other tables, by the plan's clock.
    """
    by_dose = from_first_dose(study)
    day_1 = dict(zip(study.usubjids, elapsed_days(first_dose_days(study)).tolist(), strict=True))
    rows = [
        (
            *(course.usubjid, course.drug),
            *(_moved(day, day_1[course.usubjid]) for day in (step.start, step.end)),
            *(step.dose, course.unit, step.kind.upper()),
            *(days_counted(step.start, step.end), step.reason, step.srcref),
        )
        for course in dosed_courses(by_dose, who.safety).values()
        for step in course.steps
    ]
    names = ("USUBJID", "EXTRT", "ASTDY", "AENDY", "EXDAILY", "EXDOSU", "KIND", "DAYS", "EXADJ", "SRCREF")
    return pd.DataFrame(rows, columns=list(names))


def times_table(study: Study, plan: AnalysisPlan, who: Populations) -> pd.DataFrame:
    """Return ADTTE: time on drug until an early stop, and time to the first counted event; days."""
    ends, safety = follow_up(study), who.safety
    on_drug, cause = stopping_times(ends, lost_is_event=False)
    first, happened = first_event_times(ends, event_times(study, safety, plan.events), "first")
    parts = [
        _time(study, safety.arm, TIME_ON_DRUG, "Time on drug until an early stop", on_drug, cause != ""),
        _time(study, safety.arm, FIRST_EVENT, "Time to the first adverse event", first, happened),
    ]
    treated = np.tile(safety.treated, len(parts))
    return pd.concat(parts, ignore_index=True)[treated].reset_index(drop=True)


def _time(study: Study, arm: Any, code: str, words: str, days: Any, happened: Any) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "USUBJID": np.array(study.usubjids, dtype=object),
            "ARMSAF": arm,
            "PARAMCD": code,
            "PARAM": words,
            "AVAL": np.asarray(days, dtype=np.float64),
            "CNSR": np.where(happened, 0.0, 1.0),
        }
    )


def _moved(day: float, days: float) -> float:
    """Return a study day so many days later: there is no day 0."""
    elapsed = day - (day > 0) + days
    return float(elapsed + (elapsed >= 0))


def _flag(yes: Any) -> np.ndarray[Any, np.dtype[np.object_]]:
    return np.where(yes, "Y", "N").astype(object)


def _iso(dates: Any) -> Sequence[str]:
    return ["" if np.isnat(day) else str(np.datetime64(day, "D")) for day in dates]
