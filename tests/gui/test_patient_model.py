"""The patient list: finding, sorting, steps, and two thousand patients."""

import dataclasses
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from sscviewer.gui.state.patient_model import (
    CHANGE_1,
    CHANGE_2,
    GRADE,
    ID,
    PERSON,
    REVIEWED,
    STATUS,
    PatientModel,
)
from sscviewer.gui.state.patient_row import PatientRows, patient_rows

DOWN = Qt.SortOrder.DescendingOrder


@pytest.fixture
def model(qapp, trial):
    model = PatientModel()
    model.set_patients(trial.patients, frozenset())
    return model


def test_it_is_a_proper_model(model, qtmodeltester):
    qtmodeltester.check(model)


def test_rows_are_ready_words(trial):
    rows = {row.usubjid: row for row in trial.patients.rows}
    assert rows["A1"].status == "completed"
    assert rows["A1"].change_texts == ("+6.0", "−7")
    assert rows["A2"].status == "stopped"
    assert rows["A2"].sentence == (
        "A2 · M 61 · limited · stopped on day 57: adverse event (rash) · "
        "3 adverse events, worst grade 3, 1 serious"
    )
    assert rows["A3"].status == "lost"
    assert rows["A3"].change_texts == ("", "")
    assert rows["A10"].status == "not treated"


def test_only_those_kept_are_shown(model):
    model.show_only(frozenset({"A3", "A1"}))
    assert model.visible == ("A1", "A3")
    model.show_only(None)
    assert model.visible == ("A1", "A2", "A3", "A10")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("rash", ("A2",)),
        ("DIFFUSE f", ("A1",)),
        ("a1", ("A1", "A10")),
        ("check the date", ("A3",)),
        ("nobody", ()),
    ],
)
def test_finding_marks_and_holds_nobody_back(model, text, found):
    model.set_reviewed(frozenset(), {"A3": "Check the date of day 1"})
    model.find(text)
    assert model.found == found
    assert model.visible == ("A1", "A2", "A3", "A10")
    assert [u for u in model.visible if model.is_found(u)] == list(found)


def test_finding_goes_round_and_says_whom_the_filter_holds_back(model):
    model.find("a1")
    assert [model.step_found(u, 1) for u in ("A1", "A2", "A10")] == ["A10", "A10", "A1"]
    assert [model.step_found(u, -1) for u in ("A1", "A2", "A10")] == ["A10", "A1", "A1"]
    assert model.step_found("A1", 0) == "A1"
    assert model.step_found("A2", 0) == "A10"
    assert model.n_held_back == 0
    model.show_only(frozenset({"A1", "A2"}))
    assert (model.found, model.n_held_back) == (("A1",), 1)
    model.find("nobody")
    assert model.step_found("A1", 1) == ""


@pytest.mark.parametrize(
    ("column", "order", "shown"),
    [
        (ID, DOWN, ("A10", "A3", "A2", "A1")),
        (PERSON, DOWN, ("A2", "A1", "A3", "A10")),
        (GRADE, DOWN, ("A2", "A1", "A3", "A10")),
        (CHANGE_1, Qt.SortOrder.AscendingOrder, ("A1", "A2", "A3", "A10")),
        (CHANGE_2, DOWN, ("A2", "A1", "A3", "A10")),
        (STATUS, DOWN, ("A10", "A3", "A2", "A1")),
    ],
)
def test_sorting_puts_patients_without_a_value_last(model, column, order, shown):
    model.sort(column, order)
    assert model.visible == shown


def test_reviewed_sorts_and_shows(model, qtbot):
    with qtbot.waitSignal(model.dataChanged):
        model.set_reviewed(frozenset({"A3"}), {})
    model.sort(REVIEWED)
    assert model.visible[0] == "A3"
    assert model.next_not_reviewed("A3") == "A1"


def test_steps_stay_inside_the_list(model):
    assert model.step("A1", 1) == "A2"
    assert model.step("A1", -1) == "A1"
    assert model.step("A2", 99) == "A10"
    model.show_only(frozenset({"A1", "A3"}))
    assert model.step("A2", 1) == "A1"
    model.show_only(frozenset())
    assert model.step("A2", 1) == "A2"


def test_every_text_is_a_str(model):
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            assert isinstance(model.index(row, column).data(), str)


def test_two_thousand_patients_sort_and_filter_at_once(model, trial, qtbot):
    first = trial.patients.rows[0]
    rows = tuple(
        dataclasses.replace(first, usubjid=f"P{i}", searchable=f"p{i}", worst_grade=i % 5)
        for i in range(2000)
    )
    model.set_patients(PatientRows(rows, trial.patients.spark_name, trial.patients.change_names), frozenset())
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    begin = time.perf_counter()
    model.sort(GRADE, DOWN)
    model.show_only(frozenset(row.usubjid for row in rows if row.worst_grade >= 3))
    model.find("p1")
    assert time.perf_counter() - begin < 0.5
    assert len(model.found) == sum(str(i).startswith("1") and i % 5 >= 3 for i in range(2000))


def test_a_course_measured_before_day_one_only_stays_inside_its_cell():
    import numpy as np

    from sscviewer.analysis.patient.cohort_overview import CohortOverview

    early = _line(np.array([-14.0, -1.0]), np.array([180.0, 181.0]))
    late = _line(np.array([-14.0]), np.array([170.0]))
    rows = patient_rows(CohortOverview(None, (), (early, late), 0.0, 1.0), {"P": ""}).rows
    assert all(0 <= x <= 1 and -1 <= y <= 1 for row in rows for x, y in row.spark)


def _line(days, values):
    from sscviewer.analysis.outcome import Outcome
    from sscviewer.analysis.patient.cohort_overview import PatientLine

    nan = float("nan")
    end = Outcome("P", "ONGOING", "", "ongoing", "ongoing", False, *[nan] * 6, "", "")
    return PatientLine("P", "F", 50.0, "", "", "", end, days, values, (), nan, 0, 0, 0)
