"""How many completed and stopped, as randomised: nobody who was never treated is among those who stopped."""

import pandas as pd

from sscviewer.analysis.enrolment.disposition import disposition
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.population import populations
from sscviewer.model.study import build_study
from tests.analysis.ended_trials import SOURCE, study_of


def test_the_rows_of_an_arm_differ_in_their_status():
    """Of three on High one stopped, one was never treated; F's arm is no arm. B moved to Low."""
    had = [("A", "High", True), ("B", "Low", True), ("C", "Not treated", False), ("D", "Low", True),
           ("E", "Low", True), ("F", "Screen failure", False)]  # fmt: skip
    study = study_of(
        had,
        [("A", "COMPLETED", "COMPLETED", 300), ("B", "DISCONTINUED", "ADVERSE EVENT", 31),
         ("C", "DISCONTINUED", "WITHDRAWAL BY SUBJECT", 1), ("D", "COMPLETED", "COMPLETED", 300),
         ("E", "COMPLETED", "COMPLETED", 300), ("F", "SCREEN FAILURE", "SCREEN FAILURE", 1)],
    )  # fmt: skip
    planned = ["High", "High", "High", "Low", "Low", "Screen failure"]
    tables = {"subjects": study.subjects.assign(TRT01P=planned), "disposition": study.disposition}
    study = build_study({name: pd.DataFrame(frame) for name, frame in tables.items()}, [], source=SOURCE)
    who = populations(study, DEFAULT_PLAN)
    rows = disposition(study, who.disposition)
    counts = {(row.arm, row.status): row.n for row in rows if row.reason is None}
    assert len(counts) == len([row for row in rows if row.reason is None])
    assert counts == {
        ("ALL", "COMPLETED"): 3,
        ("ALL", "DISCONTINUED"): 1,
        ("ALL", "NOT TREATED"): 1,
        ("ALL", "SCREEN FAILURE"): 1,
        ("Low", "COMPLETED"): 2,
        ("High", "COMPLETED"): 1,
        ("High", "DISCONTINUED"): 1,
        ("High", "NOT TREATED"): 1,
    }
    assert [(row.arm, row.n) for row in rows if row.percent is None and row.arm == "High"] == [("High", 1)]
    assert {arm: int(members.sum()) for arm, members in who.safety.arms} == {"ALL": 4, "Low": 3, "High": 1}
