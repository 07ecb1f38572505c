"""Small invented trials of laboratory values."""

import numpy as np
import pandas as pd

from sscviewer.model.load_report import Source
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import build_study

FIRST_DOSE = np.datetime64("2020-01-01")
UNITS = {"ALT": "U/L", "AST": "U/L", "BILI": "mg/dL", "ALP": "U/L", "HGB": "g/dL", "CREAT": "mg/dL"}
UPPER = {"ALT": 40, "AST": 40, "BILI": 1.0, "ALP": 100, "HGB": 16, "CREAT": 1.2, "K": 5.0, "CK": 200}
LOWER = {"HGB": 12, "K": 3.5}


def lab_study(*records, arms=None, units=UNITS, upper=UPPER, lower=LOWER, visits=None):
    """Return a trial from (patient, test, study day, value or text); day 1 is the first dose of everybody.

    `visits`: {study day: (AVISIT, months)}, where values belong to visits.
    """
    ids = list(dict.fromkeys(record[0] for record in records))
    values = [record[3] for record in records]
    tests = [record[1] for record in records]
    days = np.array([record[2] for record in records])
    measurements = pd.DataFrame(
        {
            "USUBJID": [record[0] for record in records],
            "PARAMCD": tests,
            "AVAL": [np.nan if isinstance(v, str) else float(v) for v in values],
            "AVALC": [str(v) for v in values],
            "ADT": (FIRST_DOSE + (days - (days > 0)).astype("timedelta64[D]")).astype("datetime64[s]"),
            "ADTF": "",
            "ANRLO": [float(lower.get(test, np.nan)) for test in tests],
            "ANRHI": [float(upper.get(test, np.nan)) for test in tests],
            "SRCREF": [f"LB!D{i + 2}" for i in range(len(records))],
        }
    )
    subjects = pd.DataFrame(
        {
            "USUBJID": ids,
            "SRCREF": "DM!A1",
            "TRTSDT": np.array([FIRST_DOSE] * len(ids), dtype="datetime64[s]"),
            "TRTSDTF": "",
            "TRT01A": [(arms or {}).get(usubjid, "") for usubjid in ids],
        }
    )
    if visits:
        places = [visits[record[2]] for record in records]
        measurements["AVISIT"] = [avisit for avisit, _ in places]
        measurements["AVISITN"] = [months for _, months in places]
    parameters = [
        Parameter(test, test.title(), units.get(test, ""), test, "lab") for test in dict.fromkeys(tests)
    ]
    tables = {"subjects": subjects, "measurements": measurements}
    return build_study(tables, parameters, source=Source("labs.xlsx", "0" * 64, 1, "xlsx"))
