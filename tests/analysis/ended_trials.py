"""Small invented trials of arms, doses and ends."""

import numpy as np
import pandas as pd

from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study

SOURCE = Source("ends.xlsx", "0" * 64, 1, "xlsx")


def study_of(patients, ends, issues=()):
    """Return a trial of (patient, arm, treated) and (patient, status, reason, day)."""
    first = np.datetime64("2020-01-01", "s")
    subjects = pd.DataFrame(
        {
            "USUBJID": [p[0] for p in patients],
            "SRCREF": "DM!A1",
            "TRT01A": [p[1] for p in patients],
            "TRTSDT": np.array(
                [first if p[2] else np.datetime64("NaT", "D") for p in patients], dtype="datetime64[s]"
            ),
        }
    )
    disposition = pd.DataFrame(
        {
            "USUBJID": [e[0] for e in ends],
            "SRCREF": [f"DS!A{i + 2}" for i in range(len(ends))],
            "EOSSTT": [e[1] for e in ends],
            "DSDECOD": [e[2] for e in ends],
            "ADT": np.array([first + np.timedelta64(e[3] - 1, "D") for e in ends], dtype="datetime64[s]"),
            "ADTF": "",
        }
    )
    return build_study({"subjects": subjects, "disposition": disposition}, [], source=SOURCE, issues=issues)
