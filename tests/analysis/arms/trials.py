"""Invented trials with two arms whose every count is chosen."""

import numpy as np
import pandas as pd

from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study

SOURCE = Source("two arms.xlsx", "0" * 64, 1, "xlsx")
DAY_ONE = np.datetime64("2020-01-01", "s")


def subjects_of(arms, **columns):
    """Return the patients of {arm: n}, in the order of the arms, with further columns."""
    arm = [name for name, n in arms.items() for _ in range(n)]
    ids = [f"P{i:03d}" for i in range(len(arm))]
    return pd.DataFrame(
        {"USUBJID": ids, "SRCREF": [f"DM!A{i + 2}" for i in range(len(ids))], "TRT01A": arm, **columns}
    ).assign(TRTSDT=DAY_ONE, TRTSDTF="")


def events_of(usubjids, term="Nausea", body_system="Gastrointestinal", grade=1.0, serious="N"):
    """Return one event a patient."""
    return pd.DataFrame(
        {
            "USUBJID": list(usubjids),
            "SRCREF": [f"AE!A{i + 2}" for i in range(len(usubjids))],
            "AEDECOD": term,
            "AEBODSYS": body_system,
            "AETOXGR": grade,
            "AESER": serious,
            "ASTDT": DAY_ONE + np.timedelta64(10, "D"),
            "ASTDTF": "",
        }
    )


def trial_of(subjects, events=None, measurements=None, parameters=()):
    """Return the study."""
    tables = {"subjects": subjects}
    if events is not None:
        tables["adverse_events"] = events
    if measurements is not None:
        tables["measurements"] = measurements
    return build_study(tables, parameters, source=SOURCE)


def shares_trial(events, n, other_events, n_other, **columns):
    """Return a trial in which so many patients of two arms had nausea."""
    subjects = subjects_of({"Drug": n, "Placebo": n_other}, **columns)
    ids = subjects["USUBJID"].to_numpy()
    return trial_of(subjects, events_of([*ids[:events], *ids[n : n + other_events]]))
