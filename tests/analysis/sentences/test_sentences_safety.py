"""Serious events, deaths, dose changes and withdrawals by relation, counted by hand."""

import pandas as pd
import pytest

from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import analyse_study
from tests.planned import told as told_of

START = pd.Timestamp(2020, 1, 6)


def day(number):
    return START + pd.Timedelta(days=number)


def event(who, on, **said):
    return {
        "USUBJID": who,
        "AETERM": "rash",
        "AEDECOD": "Rash",
        "ASTDT": day(on),
        "AESER": "N",
        "AEREL": "no",
        "AERELFL": "N",
        "AEACN": "DOSE NOT CHANGED",
        "AEOUT": "RECOVERED/RESOLVED",
        "SRCREF": "AE!A2",
    } | said


EVENTS = [
    event("A", 10, AESER="Y", AERELFL="Y", AEACN="DRUG WITHDRAWN"),
    event("A", 12, AESER="Y"),
    event("B", 10, AEACN="DRUG WITHDRAWN"),
    event("C", 10, AEACN="DOSE REDUCED"),
    event("C", 20, AEACN="DRUG INTERRUPTED"),
    event("D", 400, AESER="Y"),  # long after the last dose: not counted
    event("D", 5, AEOUT="FATAL", AESER="Y"),
]


def study_of(events, arms=None):
    people = pd.DataFrame(
        {
            "USUBJID": list("ABCD"),
            "TRTSDT": [START] * 4,
            "TRTEDT": [day(100)] * 4,
            "SRCREF": ["DM!A2"] * 4,
        }
    )
    if arms:
        people["TRT01A"] = people["TRT01P"] = arms
    tables = {"subjects": people, "adverse_events": pd.DataFrame(events)}
    return build_study(tables, [], source=Source("x.xlsx", "0" * 64, 1, "xlsx"))


def doses(who, *days):
    """Records of 600 mg on single days, or of one from the first to the last where there are two days."""
    spans = [days] if len(days) == 2 else [(on, on) for on in days]
    frame = pd.DataFrame(spans, columns=["ASTDT", "AENDT"]).map(day)
    return frame.assign(USUBJID=who, EXTRT="Drug", EXDOSE=600.0, EXDOSU="mg", SRCREF="EX!A2")


def said(study):
    return [
        s for s in analyse_study(study).sentences.results if "died" in s or "serious" in s or "not say" in s
    ]


def test_one_arm():
    assert said(study_of(EVENTS)) == [
        "The file does not say who completed or stopped.",
        "2 of 4 (50 %) had 3 serious adverse events (1 related to the drug), 1 patient died, the dose was "
        "changed or interrupted for an adverse event in 1 patient and the drug was withdrawn for one in 2 "
        "(1 for a related one, 1 for another).",
    ]


def test_each_arm_has_its_own():
    told = said(study_of(EVENTS, ["Drug", "Drug", "Placebo", "Placebo"]))
    assert told[1:] == [
        "With Placebo, 1 of 2 (50 %) had 1 serious adverse event (0 related to the drug), 1 patient died, "
        "the dose was changed or interrupted for an adverse event in 1 patient and the drug was withdrawn "
        "for one in nobody.",
        "With Drug, 1 of 2 (50 %) had 2 serious adverse events (1 related to the drug), nobody died, the "
        "dose was changed or interrupted for an adverse event in nobody and the drug was withdrawn for one "
        "in 2 (1 for a related one, 1 for another).",
    ]


@pytest.mark.parametrize(
    ("left_out", "words"),
    [
        (["AESER"], "which adverse events are serious"),
        (["AEREL", "AERELFL"], "which are related to the drug"),
        (["AEACN"], "what was done with the drug for them"),
        (["AEOUT"], "whether anybody died"),
        (["AESER", "AEACN"], "which adverse events are serious and what was done with the drug for them"),
    ],
)
def test_what_is_not_in_the_file_is_not_zero(left_out, words):
    events = [{key: value for key, value in row.items() if key not in left_out} for row in EVENTS]
    told = said(study_of(events))
    assert told[-1] == f"The file does not say {words}."
    assert not any(s.startswith("0 of") or "nobody died" in s for s in told)


def test_infusions_of_one_arm_and_tablets_of_another_are_each_described_with_their_arm():
    people = study_of(EVENTS, ["Infusion", "Infusion", "Tablet", "Tablet"]).subjects
    log = [doses("A", 1, 29, 57), doses("B", 1, 29, 57), doses("C", 1, 30), doses("D", 1, 30)]
    tables = {"subjects": people, "exposure": pd.concat(log, ignore_index=True)}
    told = told_of(build_study(tables, [], source=Source("x.xlsx", "0" * 64, 1, "xlsx")))[1]
    averages = [sentence for sentence in told.methods if "verage d" in sentence]
    assert len(averages) == 2
    assert averages[0].startswith("Average doses with Infusion are over the days the drug was given")
    assert averages[1].startswith("The average daily dose with Tablet is the cumulative dose over the days")
