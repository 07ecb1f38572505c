"""Times to events of the file, by arm; the estimates by hand."""

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.analyse import analyse_study
from sscviewer.analysis.plan.plan import AnalysisPlan
from sscviewer.analysis.survival.patients_of_curves import patients_of_curves
from sscviewer.analysis.survival.recorded_times import recorded_times
from sscviewer.cli.time_text import time_json
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import populations

TIMES = {"01": (40, 0), "02": (70, 1), "03": (100, 0), "04": (130, 0), "05": (50, 0), "06": (400, 1)}
ARM = {"01": "Drug", "02": "Drug", "03": "Drug", "04": "Drug", "05": "Placebo", "06": "Placebo"}


def _study(times=TIMES, extra=()):
    rows = [(who, time, censored) for who, (time, censored) in times.items()] + list(extra)
    frame = pd.DataFrame(rows, columns=["USUBJID", "AVAL", "CNSR"])
    frame = frame.assign(PARAMCD="PFS", PARAM="Progression-free survival", SRCREF="ADTTE!A2")
    subjects = pd.DataFrame({"USUBJID": list(ARM), "TRT01P": ARM.values(), "TRT01A": ARM.values()})
    tables = {"subjects": subjects.assign(SRCREF="ADSL!A2"), "event_times": frame}
    return build_study(tables, (), source=Source("invented", "", 0, "xlsx"))


def _curves(study):
    rows = analyse_study(study, AnalysisPlan()).time_to_event
    return {row.arm: row for row in rows if row.what == "Progression-free survival"}


def test_the_curve_of_each_arm_by_hand():
    curves = _curves(_study())
    assert {arm: (row.n, row.n_events) for arm, row in curves.items()} == {
        "Drug": (4, 3), "Placebo": (2, 1), "ALL": (6, 4),
    }  # fmt: skip
    drug = {at.month: at for at in curves["Drug"].months}
    # day 91.3: one event of four at day 40, one censored at day 70
    assert (drug[3.0].estimate, drug[3.0].at_risk) == (pytest.approx(3 / 4), 2)
    assert curves["Drug"].median == 100  # 3/4 times 1/2 is 0.375
    assert curves["Placebo"].months[0].estimate == pytest.approx(1 / 2)


def test_the_json_has_them_with_the_rule_of_censoring():
    said = time_json(_curves(_study())["Drug"])
    assert (said["what"], said["unit"], said["n"], said["events"]) == (
        "Progression-free survival", "days", 4, 3,
    )  # fmt: skip
    assert "CNSR 0 is an event" in said["censoring"]


def test_what_cannot_be_counted_is_said_and_a_second_row_does_not_count():
    curves = _curves(_study({**TIMES, "01": (np.nan, 0)}, extra=[("02", 10, 0)]))
    assert (curves["Drug"].n, curves["Drug"].n_events) == (3, 2)
    assert "not counted: 1" in curves["Drug"].notes[0]
    assert "Further rows" in curves["Drug"].notes[1]


def test_two_times_of_one_name_are_two():
    """By investigator and by committee: both are called progression-free survival."""
    study = _study()
    twice = pd.concat([study.frame("event_times"), study.frame("event_times").head(2).assign(PARAMCD="PFSC")])
    both = build_study({"subjects": study.subjects, "event_times": twice}, (), source=study.source)
    who = populations(both)
    rows = recorded_times(both, who.efficacy, 0.95)
    found = patients_of_curves(both, who, rows, lost_is_event=False)
    counted = {(row.code, row.arm): one.counted for row, one in zip(rows, found, strict=True)}
    assert counted["PFS", "Drug"] == ("01", "02", "03", "04")
    assert counted["PFSC", "Drug"] == ("01", "02")
    assert all(len(one.counted) == row.n for row, one in zip(rows, found, strict=True))
    assert {time_json(row)["PARAMCD"] for row in rows} == {"PFS", "PFSC"}


def test_a_file_without_such_times_has_no_such_curve():
    study = _study()
    tables = {"subjects": study.subjects}
    without = build_study(tables, (), source=Source("invented", "", 0, "xlsx"))
    assert _curves(without) == {}
