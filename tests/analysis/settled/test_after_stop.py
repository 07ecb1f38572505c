"""Values after the drug was stopped, in a trial of four patients counted by hand."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.analysed_values import analysed_values
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.plan_file import read_plan
from sscviewer.analysis.plan.rules import AfterStopRules
from sscviewer.analysis.sentences.rule_words import after_stop_sentence
from sscviewer.analysis.settle import settle_study
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study

FIRST = np.datetime64("2020-01-01", "s")
VISITS = {"Baseline": (0, 1), "Month 3": (3, 92), "Month 6": (6, 184)}
ENDS = {
    "done": ("COMPLETED", "COMPLETED", 184, 184),
    "event": ("DISCONTINUED", "ADVERSE EVENT", 184, 60),
    "asked": ("DISCONTINUED", "WITHDRAWAL BY SUBJECT", 184, 100),
    "no last dose": ("DISCONTINUED", "ADVERSE EVENT", 120, None),
}
"""Patient: status, reason, day of the end, day of the last dose. All have values at every visit."""


def on(day):
    return np.datetime64("NaT", "s") if day is None else FIRST + np.timedelta64(day - 1, "D")


@pytest.fixture(scope="module")
def trial():
    ids = list(ENDS)
    subjects = {"USUBJID": ids, "TRTSDT": FIRST, "TRTEDT": [on(ENDS[one][3]) for one in ids]}
    ends = {
        "USUBJID": ids,
        "EOSSTT": [ENDS[one][0] for one in ids],
        "DSDECOD": [ENDS[one][1] for one in ids],
        "ADT": [on(ENDS[one][2]) for one in ids],
    }
    values = [(one, visit, month, on(day)) for one in ids for visit, (month, day) in VISITS.items()]
    measured = pd.DataFrame(values, columns=["USUBJID", "AVISIT", "AVISITN", "ADT"])
    measured = measured.assign(PARAMCD="FVCPP", AVAL=70.0, AVISITN=measured["AVISITN"].astype(float))
    tables = {"subjects": subjects, "disposition": ends, "measurements": measured}
    frames = {name: pd.DataFrame(table).assign(SRCREF="S!A1", ADTF="") for name, table in tables.items()}
    frames["subjects"] = frames["subjects"].drop(columns="ADTF").assign(TRTSDTF="", TRTEDTF="")
    return build_study(frames, [BY_CODE["FVCPP"]], source=Source("stops.xlsx", "0" * 64, 1, "xlsx"))


@pytest.mark.parametrize(
    ("rules", "gone"),
    [
        (AfterStopRules(), set()),
        (
            AfterStopRules(adverse_event="hypothetical"),
            {("event", 3), ("event", 6), ("no last dose", 6)},
        ),
        (AfterStopRules(other="hypothetical"), {("asked", 6)}),
        (
            AfterStopRules("hypothetical", "hypothetical"),
            {("event", 3), ("event", 6), ("no last dose", 6), ("asked", 6)},
        ),
    ],
)
def test_values_after_the_last_dose_count_or_not(trial, rules, gone):
    plan = DEFAULT_PLAN.with_value("after_stop", "adverse_event", rules.adverse_event)
    study = settle_study(trial, plan.with_value("after_stop", "other", rules.other))
    found = analysed_values(study, "FVCPP")
    seen = {(study.usubjids[p], int(m)) for p, m in zip(found.patient, found.avisitn, strict=True) if m > 0}
    assert seen == {(one, month) for one in ENDS for month in (3, 6)} - gone
    assert len(study.measurements) == len(trial.measurements)  # all are still shown


def test_the_sentence_names_both_rules():
    assert after_stop_sentence(AfterStopRules()).count("treatment policy") == 1
    mixed = after_stop_sentence(AfterStopRules(adverse_event="hypothetical"))
    assert mixed.index("adverse event") < mixed.index("hypothetical") < mixed.index("treatment policy")


def test_a_strategy_that_does_not_exist_is_said_with_its_line():
    read = read_plan('[after_stop]\nother = "principal stratum"\n')
    assert read.plan == DEFAULT_PLAN
    assert read.problems == (
        "Line 2: after_stop.other = 'principal stratum' cannot be used: write treatment policy, "
        "hypothetical, while on treatment, composite.",
    )
