"""The mapping dialog on a workbook nobody recognises: choose, look, apply."""

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit

from sscviewer.gui.dialogs.ask_question import AskQuestion
from sscviewer.gui.dialogs.mapping.dialog import MappingDialog
from sscviewer.gui.dialogs.mapping.measure_editor import DATES, NOTHING, OWN
from sscviewer.gui.state.theme import load_theme
from sscviewer.workbook.mapping.file import read_mapping
from sscviewer.workbook.preview.preview import look_at

LUNG = [
    ["Studie XY"],
    ["Kennung", "Besuch", "Untersuchungstag", "Vitalkapazität", "Gehstrecke", "FVC (L)", "Bemerkung"],
    ["001", "V1", "04.03.2020", 2810, 410, 2.8, "gut"],
    ["001", "V2", "04.06.2020", 2790, 400, 2.7, "gut"],
    ["002", "V1", "05.03.2020", 3100, 350, 3.1, "schlecht"],
]
EVENTS = [
    ["Kennung", "Was", "Wann", "Zusammenhang"],
    ["001", "Kopfschmerz", "10.03.2020", "eventuell"],
    ["002", "Fieber", "11.03.2020", "possible"],
]
# Neither headings nor cells tell who is who: patients are called by trees, visits by letters.
CODED_LUNG = [
    ["Studie XY"],
    ["Umbra", "Kolo", "Ruma", "Sila", "Pono", "Tavi", "Zeta"],
    ["ahorn", "a", "04.03.2020", 2810, 410, 2.8, "gut"],
    ["ahorn", "b", "04.06.2020", 2790, 400, 2.7, "gut"],
    ["birke", "a", "05.03.2020", 3100, 350, 3.1, "schlecht"],
]
CODED_EVENTS = [
    ["Umbra", "Moru", "Lino", "Faru"],
    ["ahorn", "eins", "10.03.2020", "x"],
    ["birke", "zwei", "11.03.2020", "y"],
]


def write(path, sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


@pytest.fixture
def workbook(tmp_path):
    return write(tmp_path / "german.xlsx", {"Lungenfunktion": LUNG, "Ereignisse": EVENTS})


@pytest.fixture
def coded_workbook(tmp_path):
    return write(tmp_path / "coded.xlsx", {"Blatt A": CODED_LUNG, "Blatt B": CODED_EVENTS})


@pytest.fixture
def show(qtbot, tmp_path):
    def show(path):
        dialog = MappingDialog(look_at(path).preview(), load_theme(False), tmp_path)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return show


@pytest.fixture
def dialog(show, workbook):
    return show(workbook)


@pytest.fixture
def coded(show, coded_workbook):
    return show(coded_workbook)


def pick(choice: QComboBox, value: str) -> None:
    """Choose as the user does."""
    at = choice.findData(value)
    assert at >= 0, value
    choice.setCurrentIndex(at)
    choice.activated.emit(at)


def field(dialog, name):
    return next(row for row in dialog.columns.rows if row.field == name)


GERMAN_COLUMNS = {"USUBJID": "Kennung", "VISIT": "Besuch", "ADT": "Untersuchungstag"}
CODED_COLUMNS = {"USUBJID": "Umbra", "VISIT": "Kolo", "ADT": "Ruma"}


def map_lung(dialog, columns=GERMAN_COLUMNS) -> None:
    dialog.sheets.setCurrentRow(0)
    pick(dialog.role, "measurements")
    for name, column in columns.items():
        pick(field(dialog, name).choice, column)


def measure(dialog, column, what=OWN) -> None:
    """Make a column of numbers a measurement, of its own or a known one."""
    dialog.tabs.setCurrentWidget(dialog.measures)
    rows = {texts[0]: i for i, texts in enumerate(dialog.measures.model.listing.rows)}
    dialog.measures.view.setCurrentIndex(dialog.measures.model.index(rows[column], 0))
    pick(dialog.measures.editor.what, what)


def map_events(dialog) -> None:
    dialog.sheets.setCurrentRow(1)
    pick(dialog.role, "adverse_events")
    for name, column in (
        ("USUBJID", "Kennung"),
        ("AETERM", "Was"),
        ("ASTDT", "Wann"),
        ("AEREL", "Zusammenhang"),
    ):
        pick(field(dialog, name).choice, column)


def test_nothing_can_be_applied_before_a_sheet_has_a_role(coded):
    assert not coded.apply_button.isEnabled()
    assert "No sheet has a role" in coded.problems.text()
    assert "please check" in coded.sheets.item(0).text()


def test_a_role_asks_for_its_fields_and_says_what_is_missing(coded):
    pick(coded.role, "measurements")
    assert "patient numbers" in coded.problems.text()
    assert "incomplete" in coded.sheets.item(0).text()
    map_lung(coded, CODED_COLUMNS)
    measure(coded, "Tavi")
    assert coded.problems.text().startswith(("Nothing is missing", "Look at"))
    assert "as you mapped it" in coded.sheets.item(0).text()
    assert coded.apply_button.isEnabled()


def test_another_column_shows_other_values_and_what_they_become(dialog):
    map_lung(dialog)
    row = field(dialog, "ADT")
    assert "04.03.2020 → 4 Mar 2020" in row.line.text()
    pick(row.choice, "Bemerkung")
    assert "gut → not a date" in row.line.text()
    assert "Bemerkung" in dialog.problems.text()
    pick(row.choice, "")
    assert row.line.text() == ""


def test_it_begins_with_the_sheet_and_the_measurements_asked_about(dialog):
    names = [preview.name for preview in dialog.draft.previews]
    for name in names:
        dialog.begin_with(name, measures=True)
        assert dialog.draft.preview.name == name
        assert (dialog.tabs.currentIndex() == 1) == ("measurements" in dialog.draft.sheet.tables)


def test_any_column_of_numbers_becomes_a_measurement(coded):
    map_lung(coded, CODED_COLUMNS)
    coded.tabs.setCurrentWidget(coded.measures)
    rows = {texts[0]: i for i, texts in enumerate(coded.measures.model.listing.rows)}
    assert set(rows) == {"Sila", "Pono", "Tavi"}
    editor = coded.measures.editor
    coded.measures.view.setCurrentIndex(coded.measures.model.index(rows["Pono"], 0))
    assert editor.what.currentData() == NOTHING
    pick(editor.what, OWN)
    assert (editor.name.text(), editor.code.text()) == ("Pono", "PONO")
    editor.unit.setEditText("m")
    editor.unit.lineEdit().editingFinished.emit()
    editor.name.setText("Six-minute walk")
    editor.name.editingFinished.emit()
    mapped = {p.column: p for p in coded.draft.sheet.parameters}["Pono"]
    assert (mapped.code, mapped.name, mapped.unit) == ("PONO", "Six-minute walk", "m")
    pick(editor.what, DATES)
    assert {p.column: p for p in coded.draft.sheet.parameters}["Pono"].code == ""
    pick(editor.what, NOTHING)
    assert "Pono" not in {p.column for p in coded.draft.sheet.parameters}


def test_words_and_visits_get_their_meaning(dialog):
    map_events(dialog)
    dialog.tabs.setCurrentWidget(dialog.words)
    choice = dialog.words.choices["AEREL", "eventuell"]
    assert "not known" in choice.currentText()
    pick(choice, "Y")
    assert dialog.draft.sheet.words == {"AEREL": {"eventuell": "Y"}}
    pick(choice, "?")
    assert dialog.draft.sheet.words == {}
    map_lung(dialog)
    dialog.tabs.setCurrentWidget(dialog.words)
    months = dialog.words.months["V2"]
    months.setText("3")
    months.editingFinished.emit()
    assert dialog.draft.sheet.visits == {"V2": 3.0}
    assert "V2 → month 3" in field(dialog, "VISIT").line.text()


def test_a_mapping_is_saved_loaded_and_taken_back(dialog, tmp_path):
    map_lung(dialog)
    map_events(dialog)
    path = tmp_path / "mine.toml"
    dialog.save_file(path)
    assert read_mapping(path) == dialog.draft.mapping
    dialog.again_button.click()
    assert dialog.draft.is_recognised
    dialog.load_file(path)
    assert read_mapping(path) == dialog.draft.mapping
    assert "2 of 2 sheets" in dialog.said.text()
    path.write_text("format = 1\nnonsense = 2")
    dialog.load_file(path)
    assert "nonsense" in dialog.said.text()


def test_all_controls_have_names_and_work_by_keyboard(qtbot, dialog):
    map_lung(dialog)
    for kind in (QComboBox, QLineEdit, QAbstractButton, QAbstractSpinBox):
        for widget in dialog.findChildren(kind):
            if widget.isVisible() and not widget.objectName().startswith("qt_"):
                named = widget.accessibleName() or isinstance(widget.parent(), QComboBox | QAbstractSpinBox)
                assert named or widget.metaObject().className() in ("CloseButton", "QToolButton"), widget
    choice = field(dialog, "VISIT").choice
    choice.setFocus()
    qtbot.keyClick(choice, Qt.Key.Key_Up)
    assert dialog.draft.sheet.fields["measurements"]["VISIT"] == ("Kennung",)
    qtbot.keyClick(choice, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def leave_to_the_mapping(qtbot, window, path) -> None:
    """Open a file that asks which column is the patient, and say that one rather maps the columns."""

    def asked():
        return [dialog for dialog in window.findChildren(AskQuestion) if dialog.isVisible()]

    window.opening.open(path)
    qtbot.waitUntil(lambda: bool(asked()))
    asked()[0].skip.click()
    qtbot.waitUntil(lambda: window.mapping.dialog is not None)


def test_a_failed_opening_offers_the_mapping_and_apply_opens_the_file(qtbot, window, coded_workbook, places):
    leave_to_the_mapping(qtbot, window, coded_workbook)
    dialog = window.mapping.dialog
    map_lung(dialog, CODED_COLUMNS)
    measure(dialog, "Tavi")
    with qtbot.waitSignal(window.opening.opened):
        dialog.apply_button.click()
    study = window.session.trial.study
    assert study.usubjids == ("ahorn", "birke")
    assert study.measurements["AVAL"].tolist() == [2.8, 2.7, 3.1]
    assert len(list(places.mappings.iterdir())) == 1
    window.opening.open(coded_workbook)  # the mapping is used again by itself
    with qtbot.waitSignal(window.opening.opened):
        pass
    assert "mapping.reused" in {issue.code for issue in window.session.trial.report.issues}


def test_the_headings_may_be_in_another_row(qtbot, window, coded_workbook):
    leave_to_the_mapping(qtbot, window, coded_workbook)
    dialog = window.mapping.dialog
    dialog.sheets.setCurrentRow(0)
    assert dialog.header.value() == 2
    dialog.header.setValue(3)
    qtbot.waitUntil(lambda: dialog.draft.sheet.header_row == 3)
    assert dialog.draft.preview.columns[0].name == "ahorn"
    dialog.reject()
    qtbot.waitUntil(lambda: window.mapping.dialog is None)


def test_a_mapping_is_taken_back_and_made_again(qtbot, window, coded_workbook, places):
    leave_to_the_mapping(qtbot, window, coded_workbook)
    dialog = window.mapping.dialog
    map_lung(dialog, CODED_COLUMNS)
    measure(dialog, "Tavi")
    with qtbot.waitSignal(window.opening.opened):
        dialog.apply_button.click()
    assert not window.actions_["undo"].isEnabled()  # there was nothing open to go back to
    window.actions_["map"].trigger()
    qtbot.waitUntil(lambda: window.mapping.dialog is not None)
    before = set(window.session.trial.study.parameters)
    measure(window.mapping.dialog, "Tavi", "FVC")
    with qtbot.waitSignal(window.opening.opened):
        window.mapping.dialog.apply_button.click()
    after = set(window.session.trial.study.parameters)
    assert "FVC" in after - before
    for action, parameters in (("undo", before), ("redo", after), ("undo", before)):
        assert window.actions_[action].text().endswith("mapping of columns")
        with qtbot.waitSignal(window.opening.opened):
            window.actions_[action].trigger()
        assert set(window.session.trial.study.parameters) == parameters
