"""A small trial from each patient's doses, dose-limiting events, values and end."""

import numpy as np
import pandas as pd

from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study

DAY1 = np.datetime64("2007-01-01", "s")
MONTHS = {0: 0.0, 91: 3.0, 182: 6.0, 273: 9.0, 363: 12.0}


def titration_trial(patients, *, unit="mg", drugs=None, reasons=(), events=True):
    """Return a study.

    Parameters
    ----------
    patients
        {USUBJID: {"doses": [(first day, last, mg)], "limiting": [(day, action[, last day])],
        "relation": of its events, "values": [(day, score)], "end": "COMPLETED" or a reason}}; all but the
        doses may be absent.
    drugs
        {USUBJID: drug}; "Drug" for the others.
    reasons
        {(USUBJID, first day): reason of the change in the dose log}.
    events
        Whether the file has adverse events at all.
    """
    drugs, reasons = drugs or {}, dict(reasons)
    doses = [
        (p, drugs.get(p, "Drug"), float(mg), unit, first, last, reasons.get((p, first), ""))
        for p, one in patients.items()
        for first, last, mg in one["doses"]
    ]
    tables = {"exposure": _dated(doses, ["USUBJID", "EXTRT", "EXDOSE", "EXDOSU", "FROM", "TO", "EXADJ"])}
    if events:
        limiting = [
            (p, day, *(rest or [day + 3]), action, "Nausea", one.get("relation", ""))
            for p, one in patients.items()
            for day, action, *rest in one.get("limiting", ())
        ]
        columns = ["USUBJID", "FROM", "TO", "AEACN", "AETERM", "AEREL"]
        tables["adverse_events"] = _dated(limiting, columns)
    ends = [(p, one.get("end", "COMPLETED"), one["doses"][-1][1]) for p, one in patients.items()]
    disposition = pd.DataFrame(
        {
            "USUBJID": [p for p, _, _ in ends],
            "SRCREF": "DS!A2",
            "EOSSTT": ["COMPLETED" if end == "COMPLETED" else "DISCONTINUED" for _, end, _ in ends],
            "DSDECOD": [end for _, end, _ in ends],
            "ADT": _date([day for _, _, day in ends]),
            "ADTF": "",
        }
    )
    values = [(p, day, value) for p, one in patients.items() for day, value in one.get("values", ())]
    measurements = pd.DataFrame(
        {
            "USUBJID": [p for p, _, _ in values],
            "PARAMCD": "MRSS",
            "AVAL": [float(value) for _, _, value in values],
            "AVISITN": [MONTHS.get(day - 1, np.nan) for _, day, _ in values],
            "AVISIT": [
                "Baseline" if day == 1 else f"Month {MONTHS.get(day - 1, 0):g}" for _, day, _ in values
            ],
            "ADT": _date([day for _, day, _ in values]),
            "ADTF": "",
            "SRCREF": "MRSS!A2",
        }
    )
    tables |= {"disposition": disposition, "measurements": measurements}
    return build_study(tables, [BY_CODE["MRSS"]], source=Source("trial.xlsx", "", 0, "xlsx"))


def _dated(rows, columns):
    frame = pd.DataFrame(rows, columns=columns)
    return frame.assign(
        ASTDT=_date(frame.pop("FROM")), AENDT=_date(frame.pop("TO")), ASTDTF="", AENDTF="", SRCREF="X!A2"
    )


def _date(days):
    return DAY1 + (np.asarray(days, dtype=np.int64) - 1).astype("timedelta64[D]")
