"""Whole trials of one to five patients: every analysis gives an answer or a reason, never an error.

One arm empty, everybody's event on day 1, the same value throughout, two visits, nothing measured: what ended
in a division by zero or a singular matrix on some file does so on such a trial sooner.
"""

import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sscviewer.cli.analysis_text import analysis_json, analysis_text
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study
from tests.planned import analyse_study, efficacy_settings, population, sensitivity_table

START = np.datetime64("2020-03-02")
SOURCE = Source("tiny.xlsx", "0" * 64, 1, "xlsx")
MONTHS = (0, 3, 6)

PATIENT = st.fixed_dictionaries(
    {
        "arm": st.sampled_from(["", "Drug", "Placebo"]),
        "values": st.lists(st.sampled_from([None, 70.0, 70.0, 71.0, 90.5]), min_size=3, max_size=3),
        "events": st.lists(st.tuples(st.sampled_from([1, 1, 2, 40]), st.integers(1, 4)), max_size=3),
        "days": st.sampled_from([1, 1, 2, 60, 180]),
        "dose": st.sampled_from([0.0, 100.0, 400.0]),
        "end": st.sampled_from(["", "COMPLETED", "ADVERSE EVENT", "LOST TO FOLLOW-UP"]),
    }
)


def _dates(days):
    return (START + np.array(days, dtype="timedelta64[D]")).astype("datetime64[s]")


def _study(patients):
    names = [f"P{i}" for i in range(len(patients))]
    subjects = pd.DataFrame(
        {
            "USUBJID": names,
            "SRCREF": [f"DM!A{i + 2}" for i in range(len(names))],
            "TRT01A": [one["arm"] for one in patients],
            "TRTSDT": _dates([0] * len(names)),
            "TRTSDTF": "",
        }
    )
    values = [
        (name, value, month)
        for name, one in zip(names, patients, strict=True)
        for month, value in zip(MONTHS, one["values"], strict=True)
        if value is not None
    ]
    measurements = pd.DataFrame(
        {
            "USUBJID": [v[0] for v in values],
            "PARAMCD": "FVCPP",
            "AVAL": [v[1] for v in values],
            "AVISITN": [float(v[2]) for v in values],
            "AVISIT": ["Baseline" if v[2] == 0 else f"Month {v[2]}" for v in values],
            "ADT": _dates([30 * v[2] for v in values]),
            "ADTF": "",
            "SRCREF": [f"PFT!D{i + 2}" for i in range(len(values))],
        }
    )
    events = [(n, *e) for n, one in zip(names, patients, strict=True) for e in one["events"]]
    adverse = pd.DataFrame(
        {
            "USUBJID": [e[0] for e in events],
            "SRCREF": [f"AE!A{i + 2}" for i in range(len(events))],
            "AETERM": "Cough",
            "AEDECOD": "Cough",
            "AEBODSYS": "Lung",
            "ASTDT": _dates([e[1] - 1 for e in events]),
            "ASTDTF": "",
            "AENDT": _dates([e[1] for e in events]),
            "AENDTF": "",
            "AETOXGR": [float(e[2]) for e in events],
            "AESER": ["Y" if e[2] > 2 else "N" for e in events],
            "AERELFL": "Y",
        }
    )
    exposure = pd.DataFrame(
        {
            "USUBJID": names,
            "SRCREF": [f"EX!A{i + 2}" for i in range(len(names))],
            "EXTRT": "Imatinib",
            "EXDOSE": [one["dose"] for one in patients],
            "EXDOSU": "mg",
            "EXDAILY": [one["dose"] for one in patients],
            "ASTDT": _dates([0] * len(names)),
            "AENDT": _dates([one["days"] - 1 for one in patients]),
            "ASTDTF": "",
            "AENDTF": "",
        }
    )
    ended = [(name, one) for name, one in zip(names, patients, strict=True) if one["end"]]
    disposition = pd.DataFrame(
        {
            "USUBJID": [name for name, _ in ended],
            "SRCREF": [f"DS!A{i + 2}" for i in range(len(ended))],
            "DSDECOD": [one["end"] for _, one in ended],
            "EOSSTT": ["COMPLETED" if one["end"] == "COMPLETED" else "DISCONTINUED" for _, one in ended],
            "DSSPFY": "",
            "ADT": _dates([one["days"] - 1 for _, one in ended]),
            "ADTF": "",
        }
    )
    tables = {
        "subjects": subjects,
        "measurements": measurements,
        "adverse_events": adverse,
        "exposure": exposure,
        "disposition": disposition,
    }
    kept = {name: table for name, table in tables.items() if len(table)}
    return build_study(kept, [BY_CODE["FVCPP"]], source=SOURCE)


def _check(patients):
    study = _study(patients)
    results = analyse_study(study)
    assert json.dumps(analysis_json(results, SOURCE), allow_nan=False)
    assert analysis_text(results)
    for row in results.arm_comparisons:
        assert row.warnings or (np.isfinite(row.p_value) and row.ratios)
    for one in results.courses:
        by_arm = () if one.by_arm is None else (*one.by_arm.arms, *one.by_arm.differences)
        for visit in (*one.mmrm.visits, *(v for arm in by_arm for v in arm.visits)):
            assert np.isnan(visit.change.lower) or visit.change.df >= 3
        assert one.mmrm.visits or one.mmrm.warnings
    table = sensitivity_table(study, population(study), efficacy_settings("FVCPP"), imputations=3)
    for row in table.rows:
        assert row.estimate is not None or row.note or row.key == "clda"


ALL_ALIKE = {
    "arm": "Drug",
    "values": [70.0, 70.0, 70.0],
    "events": [(1, 3)],
    "days": 60,
    "dose": 100.0,
    "end": "",
}


@pytest.mark.filterwarnings("error::RuntimeWarning")
@pytest.mark.parametrize(
    "patients",
    [
        [ALL_ALIKE],
        [ALL_ALIKE] * 5,
        [{**ALL_ALIKE, "values": [None] * 3}] * 3,
        [{**ALL_ALIKE, "values": [70.0, 71.0, None]}] * 4,
        [ALL_ALIKE, {**ALL_ALIKE, "arm": "Placebo", "dose": 0.0}] * 2,
        # the only serious event when the other arm has left
        [
            {**ALL_ALIKE, "arm": "Placebo", "events": [], "days": 1, "end": "LOST TO FOLLOW-UP"},
            {**ALL_ALIKE, "arm": "Placebo", "events": [], "days": 1, "end": "LOST TO FOLLOW-UP"},
            {**ALL_ALIKE, "events": [(40, 4)], "days": 180},
            {**ALL_ALIKE, "events": [], "days": 180},
        ],
        # one treated day
        [{**ALL_ALIKE, "days": 1, "end": "ADVERSE EVENT"}] * 3,
    ],
    ids=["one", "alike", "unmeasured", "two visits", "arms alike", "left before", "one day"],
)
def test_trials_with_nothing_to_tell_apart(patients):
    _check(patients)


@pytest.mark.filterwarnings("error::RuntimeWarning")
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(patients=st.lists(PATIENT, min_size=1, max_size=5))
def test_any_tiny_trial(patients):
    _check(patients)
