"""A small invented trial with lung function, for the tests of derived parameters."""

import numpy as np
import pandas as pd

from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE, Parameter
from sscviewer.model.study import build_study

BLOOD = Parameter("HGB", "Haemoglobin", "g/dL", "Hb", "lab")
CELLS = {
    ("subjects", "DM"): {"SEX": "B", "AGE": "C", "BRTHDTC": "D", "HEIGHT": "E", "RACE": "F"},
}


def study(values, *, parameters=(), **changed):
    """Return a trial of "A" (F 48.3 y on day 1, 163 cm, Caucasian).

    Parameters
    ----------
    values
        (PARAMCD, month, AVAL) or (PARAMCD, month, AVAL, patient, {column: value}).
    changed
        Columns of the subjects, one value per patient.
    """
    patients = changed.pop("USUBJID", ["A"])
    n = len(patients)
    subjects = {
        "USUBJID": patients,
        "SRCREF": [f"DM!A{i + 2}" for i in range(n)],
        "SEX": ["F"] * n,
        "AGE": [48.3] * n,
        "HEIGHT": [163.0] * n,
        "RACE": ["Caucasian"] * n,
        "TRTSDT": np.full(n, np.datetime64("2007-01-01", "s")),
        "TRTSDTF": [""] * n,
    } | changed
    rows = []
    for i, (paramcd, month, aval, *more) in enumerate(values):
        usubjid = more[0] if more else "A"
        own = more[1] if len(more) > 1 else {}
        rows.append(
            {
                "USUBJID": usubjid,
                "PARAMCD": paramcd,
                "AVAL": aval,
                "VISIT": f"Month {month}",
                "AVISIT": f"Month {month}",
                "AVISITN": float(month),
                "ADT": np.datetime64("2007-01-01", "s") + np.timedelta64(30 * month, "D"),
                "ADTF": "",
                "SRCREF": f"PFT!D{i + 2}",
            }
            | own
        )
    codes = dict.fromkeys(value[0] for value in values)
    known = {p.paramcd: p for p in (*BY_CODE.values(), BLOOD, *parameters)}
    return build_study(
        {"subjects": pd.DataFrame(subjects), "measurements": pd.DataFrame(rows)},
        [known[code] for code in codes],
        source=Source("lung.xlsx", "0" * 64, 1, "xlsx"),
        cells=CELLS,
    )


def rows_of(trial, paramcd):
    """Return the measurements of one parameter."""
    frame = trial.measurements
    return frame[frame["PARAMCD"] == paramcd].reset_index(drop=True)


def values_of(trial, paramcd):
    """Return the values of one parameter."""
    return rows_of(trial, paramcd)["AVAL"].to_list()


def said(trial, code):
    """Return (cell, message) of the issues of one rule."""
    return [(issue.srcref, issue.message) for issue in trial.issues if issue.code == code]
