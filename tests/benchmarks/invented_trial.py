"""An invented trial of any size, for measuring: everybody titrated, a third stopping early."""

import numpy as np
import pandas as pd

from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CARD, BY_CODE
from sscviewer.model.study import build_study

DAYS_PER_MONTH = 365.25 / 12
PARAMETERS = ("FVCPP", "DLCOPP", "MRSS", "HAQDI")
UPPER = {"ALT": 40.0, "AST": 40.0, "BILI": 1.2, "ALP": 120.0, "CREAT": 1.2, "CK": 200.0}
"""Laboratory tests with their upper limits of normal."""


def trial(n, visits, arms, seed=1, events_each=5, *, laboratory=False):
    """Return an invented trial of n patients: everybody titrated, a third stopping early."""
    rng = np.random.default_rng(seed)
    ids = np.array([f"P{i:04d}" for i in range(n)], dtype=object)
    first = np.datetime64("2015-01-01") + rng.integers(0, 300, n).astype("timedelta64[D]")
    stop = np.where(rng.random(n) < 0.3, rng.integers(60, 360, n), 400)
    subjects = pd.DataFrame(
        {
            "USUBJID": ids,
            "SRCREF": "DM!A2",
            "TRTSDT": first.astype("datetime64[s]"),
            "TRTSDTF": "",
            "TRT01A": rng.choice([f"Arm {k}" for k in range(arms)], n),
        }
    )
    measurements = pd.concat([_values(ids, first, stop, visits, code, rng) for code in PARAMETERS])
    if laboratory:
        tests = [_laboratory(ids, first, stop, visits, code, rng) for code in UPPER]
        measurements = pd.concat([measurements, *tests])
    events = np.repeat(np.arange(n), events_each)
    starts = first[events] + rng.integers(0, 300, len(events)).astype("timedelta64[D]")
    adverse = pd.DataFrame({"USUBJID": ids[events], "SRCREF": "AE!A2", "AEDECOD": "Nausea", "ASTDTF": ""})
    adverse = adverse.assign(
        ASTDT=starts.astype("datetime64[s]"), AETOXGR=rng.integers(1, 5, len(events)).astype(float)
    )
    step = np.tile(np.arange(6), n)
    begin = np.repeat(first, 6) + (14 * step).astype("timedelta64[D]")
    dose = np.array([100.0, 200, 300, 400, 300, 400])[step]
    exposure = pd.DataFrame(
        {"USUBJID": np.repeat(ids, 6), "SRCREF": "EX!A2", "EXTRT": "Drug", "EXDOSU": "mg"}
    )
    exposure = exposure.assign(
        EXDOSE=dose,
        EXDAILY=dose,
        ASTDT=begin.astype("datetime64[s]"),
        AENDT=(begin + np.timedelta64(13, "D")).astype("datetime64[s]"),
        ASTDTF="",
        AENDTF="",
    )
    left = stop < 400
    disposition = pd.DataFrame({"USUBJID": ids, "SRCREF": "DS!A2", "ADTF": ""}).assign(
        DSDECOD=np.where(left, "ADVERSE EVENT", "COMPLETED"),
        EOSSTT=np.where(left, "DISCONTINUED", "COMPLETED"),
        ADT=(first + np.minimum(stop, 365).astype("timedelta64[D]")).astype("datetime64[s]"),
    )
    parameters = [BY_CODE[code] for code in PARAMETERS]
    parameters += [BY_CARD[code] for code in UPPER if laboratory]
    tables = {
        "subjects": subjects,
        "measurements": measurements,
        "adverse_events": adverse,
        "exposure": exposure,
        "disposition": disposition,
    }
    source = Source("invented.xlsx", "0" * 64, 1, "xlsx")
    return build_study(tables, parameters, source=source)


def _laboratory(ids, first, stop, visits, code, rng):
    rows = _values(ids, first, stop, visits, code, rng)
    upper = UPPER[code]
    value = upper * np.exp(rng.normal(-0.7, 0.5, len(rows)))
    return rows.assign(AVAL=value.round(2), ANRLO=0.1 * upper, ANRHI=upper)


def _values(ids, first, stop, visits, code, rng):
    months = np.linspace(0, 12, visits)
    n = len(ids)
    day = np.round(months * DAYS_PER_MONTH)[None, :] + rng.integers(-5, 6, (n, visits))
    day[:, 0] = 0
    value = rng.normal(65, 12, n)[:, None] + rng.normal(0, 0.3, n)[:, None] * months
    value += rng.normal(0, 2, (n, visits))
    i, j = np.nonzero(day <= stop[:, None])
    names = np.array(["Baseline", *(f"Month {month:.4g}" for month in months[1:])], dtype=object)
    return pd.DataFrame(
        {
            "USUBJID": ids[i],
            "PARAMCD": code,
            "AVAL": value[i, j].round(1),
            "AVISITN": months[j],
            "AVISIT": names[j],
            "ADT": (first[i] + day[i, j].astype("timedelta64[D]")).astype("datetime64[s]"),
            "ADTF": "",
            "SRCREF": "PFT!A2",
        }
    )
