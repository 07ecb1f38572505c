"""Choosing which % predicted is analysed: applied at once, remembered, the patient stays."""

from pathlib import Path

import pytest

from sscviewer.gui.state.action_table import ACTIONS
from sscviewer.gui.state.settings import PERCENTS
from sscviewer.gui.state.trial import prepare_trial
from sscviewer.model.load_report import LoadReport
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


def test_the_trial_as_read_is_kept(lung):
    assert set(lung.collected.parameters) == {"FVC", "FVCPP"}
    assert {"FVCPPC", "FVCZ", "FVCLLN"} <= set(lung.study.parameters)


def test_every_choice_is_an_entry():
    assert tuple(spec.value for spec in ACTIONS if spec.does == "opening.choose_percent") == PERCENTS
