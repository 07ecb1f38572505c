"""Counting events: emergence by the ADaM rule, each patient once, exact intervals as R gives them."""

import json

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.adverse_events import adverse_events, proportion_interval
from sscviewer.analysis.population import population
from sscviewer.analysis.treatment_emergent import treatment_emergent
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study

FIRST_DOSE = "2008-03-15"


def _trial(starts):
    """One patient per (start, flag, end); first dose on 15 March 2008."""
    ids = [f"P{i}" for i in range(len(starts))]
    first = np.full(len(ids), FIRST_DOSE, dtype="datetime64[s]")
    subjects = pd.DataFrame({"USUBJID": ids, "SRCREF": "DM!A1", "TRTSDT": first, "TRTSDTF": ""})
    events = pd.DataFrame(
        {
            "USUBJID": ids,
            "SRCREF": "AE!A1",
            "AETERM": "X",
            "ASTDT": np.array([s[0] for s in starts], dtype="datetime64[s]"),
            "ASTDTF": [s[1] for s in starts],
            "AENDT": np.array([s[2] for s in starts], dtype="datetime64[s]"),
            "AENDTF": "",
        }
    )
    tables = {"subjects": subjects, "adverse_events": events}
    return build_study(tables, [], source=Source("x.xlsx", "", 0, "xlsx"))


# The start imputations of facts 8.1 (first dose 2008-03-15) say which partial starts are on treatment.
@pytest.mark.parametrize(
    ("start", "flag", "end", "emergent"),
    [
        ("2008-03-01", "D", "NaT", True),  # "2008-03" becomes the first dose
        ("2008-02-01", "D", "NaT", False),
        ("2008-04-01", "D", "NaT", True),
        ("2008-01-01", "M", "NaT", True),  # "2008" becomes the first dose
        ("2007-01-01", "M", "NaT", False),
        ("NaT", "Y", "NaT", True),
        ("NaT", "Y", "2008-03-01", False),  # ended before treatment
        ("2008-03-15", "", "2008-03-15", True),
        ("2008-03-14", "", "2008-06-01", False),
    ],
)
def test_emergence_of_partial_dates(start, flag, end, emergent):
    assert treatment_emergent(_trial([(start, flag, end)])).tolist() == [emergent]


def test_flags_of_the_file_decide(tiny_study):
    frame = tiny_study.adverse_events.assign(TRTEMFL=["Y", "", "", "", ""])
    tables = {"subjects": tiny_study.subjects, "adverse_events": frame}
    study = build_study(tables, [], source=tiny_study.source)
    assert treatment_emergent(study).sum() == 1


def test_counts_of_the_tiny_trial(tiny_study):
    rows = adverse_events(tiny_study, population(tiny_study))
    any_event = rows[0]
    assert (any_event.N, any_event.subjects, any_event.events) == (3, 2, 5)
    assert dict(any_event.max_grade) == {2: 1, 3: 1}
    terms = {row.aedecod: row.subjects for row in rows if row.aedecod}
    assert terms == {"Fatigue": 1, "Headache": 1, "Nausea": 1, "Proteinuria": 1, "Rash generalised": 1}


def test_exact_interval_against_r(shared):
    fits = json.loads((shared / "oracles/surv/binom_exact.json").read_text())["fits"]
    for fit in fits:
        interval = proportion_interval(fit["x"], fit["n"], fit["conf"])
        assert interval == pytest.approx(tuple(fit["two.sided"]["ci"]), abs=1e-9)
    assert len(fits) > 100


def test_exact_interval_of_printed_example():
    # 3 of 24: 2.66 to 32.36 % in R's binom.test
    assert proportion_interval(3, 24) == pytest.approx((0.0266, 0.3236), abs=5e-5)
