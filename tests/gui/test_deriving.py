"""Choosing which % predicted is analysed: applied at once, remembered, the patient stays."""

from dataclasses import replace
from pathlib import Path

import pytest

from sscviewer.clinical.ctcae_criteria import DEFAULT_VERSION
from sscviewer.gui.state.action_table import ACTIONS
from sscviewer.gui.state.settings import PERCENTS
from sscviewer.gui.state.trial import derive_again, prepare_trial
from sscviewer.model.hidden import hide_identities
from sscviewer.model.load_report import LoadReport
from sscviewer.workbook.contradictions.rules import check_by_plan
from tests.analysis.derived_trial import study
from tests.gui.conftest import ticket
from tests.gui.trials import show_trial
from tests.planned import PLAN

VALUES = [(code, 0, value, who) for who in ("A", "B") for code, value in (("FVC", 2.30), ("FVCPP", 64.0))]


@pytest.fixture
def lung():
    collected = study(VALUES, USUBJID=["A", "B"], HEIGHT=[163.0, 163.0])
    report = LoadReport(collected.source, (), (), (), collected.issues, ())
    return prepare_trial(collected, report, Path("/nowhere/lung.xlsx"), ticket(), PLAN)


def shown(window):
    return window.session.page.trajectories[0].aval[0]


def test_the_choice_is_applied_and_the_patient_stays(window, lung, qtbot):
    show_trial(window, lung)
    window.session.set_usubjid("B")
    assert shown(window) == 64.0
    with qtbot.waitSignal(window.session.trial_changed):
        window.actions_["choose_percent.GLI Global 2022"].trigger()
    assert window.session.usubjid == "B"
    assert shown(window) == pytest.approx(69.854, abs=1e-3)  # clinical facts 2.10
    assert window.settings.text("analysis/percent") == "GLI Global 2022"
    with qtbot.waitSignal(window.session.trial_changed):
        window.actions_["choose_percent.file"].trigger()
    assert shown(window) == 64.0


def test_the_issues_of_a_choice_go_with_it(window, lung, qtbot):
    show_trial(window, lung)
    before = window.session.trial.report.issues
    for choice in ("NHANES III", "file"):
        with qtbot.waitSignal(window.session.trial_changed):
            window.actions_[f"choose_percent.{choice}"].trigger()
    assert window.session.trial.report.issues == before


@pytest.mark.parametrize("is_hidden", [False, True])
def test_findings_about_windows_follow_the_plan_and_go_with_it(tiny_study, report, is_hidden):
    """Day 93 is a day after the third month's, days 251 and 366 are far and a day from theirs."""
    study = tiny_study
    if is_hidden:
        study = hide_identities(study, {who: f"P{at}" for at, who in enumerate(study.usubjids)}, "trial")
    report = replace(report, issues=check_by_plan((), study, {}, DEFAULT_VERSION))
    trial = prepare_trial(study, report, Path("/nowhere/tiny.xlsx"), ticket(), PLAN)
    strict = PLAN.with_value("visits", "windows", True).with_value("visits", "margins", "Month 3: 0")

    def outside(one):
        return [
            (issue.cell, "±0" in issue.message) for issue in one.report.issues if issue.code == "visit.window"
        ]

    before = outside(trial)
    assert before
    narrow = derive_again(trial, ticket(), strict)
    more = [cell for cell in outside(narrow) if cell not in before]
    assert len(more) == 1
    assert more[0][1] != is_hidden
    assert ("withheld" in narrow.report.issues[0].message) == is_hidden
    assert outside(derive_again(narrow, ticket(), PLAN)) == before


def test_the_trial_as_read_is_kept(lung):
    assert set(lung.collected.parameters) == {"FVC", "FVCPP"}
    assert {"FVCPPC", "FVCZ", "FVCLLN"} <= set(lung.study.parameters)


def test_every_choice_is_an_entry():
    assert tuple(spec.value for spec in ACTIONS if spec.does == "opening.choose_percent") == PERCENTS
