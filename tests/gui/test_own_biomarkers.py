"""KL-6 and the like: on the patient page at a click, in the views of the trial, set once, remembered."""

import datetime as dt

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from sscviewer.analysis.modelled import modelled_parameters
from tests.gui.trials import settle, shown

PEOPLE = [f"P{i:02d}" for i in range(1, 13)]
VISITS = {"Baseline": 0, "Month 3": 91, "Month 6": 182}


def kl6(i, k):
    """Falls in the arm with the drug, rises on placebo."""
    return 500 + 30 * i + (20 if i % 2 else -15) * k + (7 * i * (k + 1)) % 11


@pytest.fixture
def workbook(tmp_path):
    book = openpyxl.Workbook()
    patients = book.active
    patients.title = "Patients"
    patients.append(["Patient", "Sex", "Age", "Arm"])
    visits = book.create_sheet("Visits")
    visits.append(["Patient", "Visit", "Date", "FVC (L)", "KL-6", "hba1c"])
    for i, patient in enumerate(PEOPLE):
        patients.append([patient, "FM"[i % 2], 45 + i, ("Drug X", "Placebo")[i % 2]])
        for k, (visit, day) in enumerate(VISITS.items()):
            date = dt.date(2022, 1, 10) + dt.timedelta(days=day)
            visits.append([patient, visit, date, 2.5 + i / 20 - k / 50, kl6(i, k), 5.4 + (i + k) % 3 / 10])
    book.save(tmp_path / "own.xlsx")
    return tmp_path / "own.xlsx"


def open_file(window, qtbot, path):
    with qtbot.waitSignal(window.opening.opened):
        window.opening.open(path)
    qtbot.waitUntil(lambda: window.session.trial is not None)


def set_measure(dialog, column, name, unit, better):
    """Say in the mapping dialog what a column measures."""
    dialog.sheets.setCurrentRow(1)
    dialog.tabs.setCurrentWidget(dialog.measures)
    rows = {texts[0]: i for i, texts in enumerate(dialog.measures.model.listing.rows)}
    dialog.measures.view.setCurrentIndex(dialog.measures.model.index(rows[column], 0))
    editor = dialog.measures.editor
    editor.name.setText(name)
    editor.name.editingFinished.emit()
    editor.unit.setCurrentText(unit)
    editor.unit.lineEdit().editingFinished.emit()
    editor.better.setCurrentIndex(editor.better.findData(better))
    editor.better.activated.emit(editor.better.currentIndex())


def test_own_biomarkers_are_shown_analysed_and_remembered(window, qtbot, workbook):
    open_file(window, qtbot, workbook)
    session = window.session
    assert {"KL_6", "HBA1C"} <= set(session.trial.study.parameters)
    assert "KL_6" not in modelled_parameters(session.trial.study)

    # on the patient page at a click
    window.actions_["panels"].trigger()
    dialog = window.trial_window.dialog
    items = [dialog.list.item(i) for i in range(dialog.list.count())]
    next(item for item in items if item.text().startswith("KL-6")).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    qtbot.waitUntil(lambda: "KL_6" in session.parameters)
    assert "KL_6" in [one.parameter.paramcd for one in session.page.trajectories]

    # in the views of one endpoint, before anybody said anything about it
    for page, name in (("cohort", "courses"), ("cohort", "waterfall"), ("efficacy", "change")):
        session.set_view(page)
        view = shown(window.trial_window.workspace.analysis[page], qtbot, name)
        assert view.endpoint.findData("KL_6") >= 0
    view.endpoint.setCurrentIndex(view.endpoint.findData("KL_6"))
    view.endpoint.activated.emit(view.endpoint.currentIndex())
    settle(window.trial_window.workspace.analysis["efficacy"], qtbot)
    row = next(r for r in view.rows.model.listing.rows if r[0] == "Drug X: Month 6")
    change = sum(kl6(i, 2) - kl6(i, 0) for i in range(0, 12, 2)) / 6
    assert row[1:3] == ("6", f"{change:+.2f}".replace("-", "−"))

    # name, unit and direction are set once
    window.actions_["map"].trigger()
    qtbot.waitUntil(lambda: window.mapping.dialog is not None)
    set_measure(window.mapping.dialog, "KL-6", "Krebs von den Lungen-6", "U/mL", "lower")
    with qtbot.waitSignal(window.opening.opened):
        window.mapping.dialog.apply_button.click()
    open_file(window, qtbot, workbook)
    parameter = session.trial.study.parameters["KL_6"]
    assert (parameter.param, parameter.unit, parameter.better) == ("Krebs von den Lungen-6", "U/mL", "lower")
    assert "KL_6" in modelled_parameters(session.trial.study)
    session.set_view("efficacy")
    view = shown(window.trial_window.workspace.analysis["efficacy"], qtbot, "endpoints")
    assert any(row[0].startswith("KL") or "Lungen-6" in row[0] for row in view.rows.model.listing.rows)
    view = shown(window.trial_window.workspace.analysis["efficacy"], qtbot, "ancova")
    assert any(box.findData("KL_6") >= 0 for box in view.findChildren(QComboBox))
