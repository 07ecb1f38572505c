"""Dates that can be read both ways: asked once, remembered for the shape, changed in the mapping."""

import msoffcrypto
import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLabel

from sscviewer.gui.dialogs.ask_question import MOST_EXAMPLES, AskQuestion
from sscviewer.gui.dialogs.mapping.dialog import MappingDialog
from sscviewer.gui.dialogs.password import AskPassword
from sscviewer.model.questions import Example, Question
from sscviewer.workbook.mapping.file import read_mapping

EVENTS = [
    ["Subject", "Adverse event", "Start date", "Grade"],
    ["001", "Rash", "03/04/2007", 1],
    ["001", "Cough", "11/05/2007", 2],
    ["002", "Fever", "06/06/2007", 1],
]


def save(path, rows):
    book = openpyxl.Workbook()
    book.active.title = "Adverse events"
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


@pytest.fixture
def workbook(tmp_path):
    return save(tmp_path / "may.xlsx", EVENTS)


def asked(window) -> AskQuestion | None:
    return next((d for d in window.findChildren(AskQuestion) if d.isVisible()), None)


def ask(window, qtbot, path) -> AskQuestion:
    window.open_file(path)
    qtbot.waitUntil(lambda: asked(window) is not None)
    return asked(window)


def first_start(window) -> str:
    return str(window.session.trial.study.adverse_events["ASTDT"].min().date())


def test_the_question_shows_the_column_and_its_dates_both_ways(window, qtbot, workbook):
    dialog = ask(window, qtbot, workbook)
    assert window.session.trial is None
    said = {label.text() for label in dialog.findChildren(QLabel)}
    assert any("column “Start date”" in text for text in said)
    assert {"03/04/2007", "3 Apr 2007", "4 Mar 2007", "11/05/2007", "11 May 2007", "5 Nov 2007"} <= said
    assert "06/06/2007" not in said  # the same both ways
    assert dialog.options["dmy"].isChecked()
    assert dialog.keep.isChecked()
    assert dialog.focusWidget() is dialog.options["dmy"]
    dialog.reject()
    qtbot.wait(20)
    assert window.session.trial is None


def test_day_first_is_one_key_and_asked_once(window, qtbot, workbook, places, tmp_path):
    dialog = ask(window, qtbot, workbook)
    with qtbot.waitSignal(window.session.trial_changed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert first_start(window) == "2007-04-03"
    (kept,) = places.mappings.iterdir()
    assert read_mapping(kept).date_order == "dmy"
    assert read_mapping(kept).sheets == ()
    later = save(tmp_path / "june.xlsx", [*EVENTS, ["003", "Rash", "01/02/2007", 1]])
    with qtbot.waitSignal(window.session.trial_changed):
        window.open_file(later)
    assert asked(window) is None
    assert first_start(window) == "2007-02-01"
    assert any(issue.code == "date.order_said" for issue in window.session.trial.report.issues)


def test_month_first_reads_the_file_again_and_the_mapping_changes_it(window, qtbot, workbook, places):
    dialog = ask(window, qtbot, workbook)
    qtbot.keyClick(dialog.options["dmy"], Qt.Key.Key_Down)
    assert dialog.choice == "mdy"
    dialog.keep.setChecked(False)
    with qtbot.waitSignal(window.session.trial_changed):
        dialog.buttons.button(QDialogButtonBox.StandardButton.Open).click()
    assert first_start(window) == "2007-03-04"
    assert not places.mappings.exists() or not list(places.mappings.iterdir())
    window.actions_["map"].trigger()
    qtbot.waitUntil(lambda: window.mapping.dialog is not None)
    mapping = window.mapping.dialog
    assert mapping.left.dates.currentData() == "mdy"
    row = next(r for r in mapping.columns.rows if r.field == "ASTDT")
    assert "03/04/2007 → 4 Mar 2007" in row.line.text()
    mapping.left.dates.setCurrentIndex(mapping.left.dates.findData("dmy"))
    mapping.left.dates.activated.emit(1)
    assert "03/04/2007 → 3 Apr 2007" in row.line.text()
    with qtbot.waitSignal(window.session.trial_changed):
        mapping.apply_button.click()
    assert first_start(window) == "2007-04-03"
    (kept,) = places.mappings.iterdir()
    assert read_mapping(kept).date_order == "dmy"


def test_many_columns_share_the_room(qtbot):
    example = Example("03/04/2007", ("3 Apr 2007", "4 Mar 2007"))
    orders = ("dmy", "mdy")
    columns = tuple(
        Question("date_order", "AE", "C", "Which?", orders, "dmy", f"Date {i}", (example,) * 3)
        for i in range(9)
    )
    dialog = AskQuestion("many.xlsx", columns)
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert said.count("03/04/2007") == MOST_EXAMPLES
    assert any("“AE: Date 1”" in text and "4 more columns too" in text for text in said)


def test_the_mapping_of_an_encrypted_file_uses_its_password(window, qtbot, workbook, tmp_path):
    locked = tmp_path / "locked.xlsx"
    with workbook.open("rb") as plain, locked.open("wb") as out:
        msoffcrypto.OfficeFile(plain).encrypt("Ünter 7", out)
    window.open_file(locked)
    qtbot.waitUntil(lambda: bool(window.findChildren(AskPassword)))
    (password,) = window.findChildren(AskPassword)
    password.edit.setText("Ünter 7")
    password.accept()
    qtbot.waitUntil(lambda: asked(window) is not None)
    with qtbot.waitSignal(window.session.trial_changed):
        asked(window).accept()
    window.actions_["map"].trigger()
    qtbot.waitUntil(lambda: isinstance(window.mapping.dialog, MappingDialog))
    assert [p.name for p in window.mapping.dialog.draft.previews] == ["Adverse events"]
    window.mapping.dialog.reject()
