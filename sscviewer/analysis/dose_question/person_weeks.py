"""The weeks at risk of a dose-limiting event, as the weekly hazard needs them."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from sscviewer.analysis.dose_question.patient_days import PatientDays

COLUMNS = ("USUBJID", "WEEK", "DOSE", "LIMITING", "LIMITING_BEFORE")
WEEK_DAYS = 7


def person_weeks(patients: Sequence[PatientDays], weeks: int) -> pd.DataFrame:
    """Return one row per patient and week at risk.

    Week k is study days 7k - 6 to 7k. At risk: on its first day, which is on or before the last of the dose
    log, a dose above 0 is in force. The last week may be short; weeks after an event stay.

    Parameters
    ----------
    weeks
        Planned duration; later weeks are left out.

    Returns
    -------
    DataFrame
        USUBJID, WEEK (1 ...), DOSE in force on its first day, LIMITING (an event begins in it: 1, else 0),
        LIMITING_BEFORE (events begun before it).
    """
    rows = []
    for patient in patients:
        days = np.array([event.day for event in patient.events], dtype=np.int64)
        for week in range(1, weeks + 1):
            first = WEEK_DAYS * (week - 1) + 1
            if first > patient.last_day:
                break
            dose = float(patient.in_force[first - 1])
            if dose > 0:
                inside = (days >= first) & (days < first + WEEK_DAYS)
                rows.append((patient.usubjid, week, dose, int(inside.any()), int((days < first).sum())))
    return pd.DataFrame(rows, columns=list(COLUMNS))
