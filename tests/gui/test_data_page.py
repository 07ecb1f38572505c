"""The data page: tables of the load report, narrowed, copied and saved without anything that can be run."""

import csv

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import Listing, ListingModel
from sscviewer.report.table_file import comma_separated, harmless
from tests.gui.trials import answer_file


@pytest.fixture
def data(opened):
    opened.session.set_view("data")
    return opened.trial_window.workspace.data


def test_sheets(data):
    model = data.tables.sheets.sheets
    assert [model.index(0, c).data() for c in range(6)] == [
        "Notes",
        "not used",
        "3",
        "0",
        "3",
        "no patient column",
    ]
    assert data.tables.sheets.columns_label.text() == "Columns of DM: 1 read, 1 not read"
    assert [data.tables.sheets.columns.index(r, 2).data() for r in range(2)] == ["Patient", "not read"]


def test_a_double_click_on_a_column_asks_what_it_is(data, qtbot):
    with qtbot.waitSignal(data.map_asked) as asked:
        data.tables.sheets.columns_view.row_chosen.emit(1)
    assert asked.args == ["DM", True]
    with qtbot.waitSignal(data.map_asked) as asked:
        data.tables.sheets.map_button.click()
    assert asked.args == ["", False]


def test_issues_are_narrowed(data):
    issues = data.tables.issues
    assert issues.model.rowCount() == 3
    issues.severity.setCurrentIndex(issues.severity.findData("error"))
    issues.severity.activated.emit(0)
    assert issues.model.rowCount() == 1
    assert issues.count.text() == "1 of 3 issues"
    issues.severity.setCurrentIndex(0)
    issues.search.setText("month known")
    assert [issues.model.index(r, 3).data() for r in range(issues.model.rowCount())] == ["A2"]


def test_the_whole_sentence_of_the_current_issue_is_below_the_table(data):
    assert data.tables.issues.full.isHidden()
    data.tables.issues.view.selectRow(0)
    assert data.tables.issues.full.text() == "The start is known to the month only.  (AE!F4 · A2)"


def test_an_issue_opens_its_patient(opened, data):
    data.tables.issues.view.activated.emit(data.tables.issues.model.index(0, 0))
    assert opened.session.usubjid == "A2"
    assert opened.session.view == "patient"


def test_an_issue_without_a_patient_opens_none(opened, data):
    data.tables.issues.view.activated.emit(data.tables.issues.model.index(2, 0))
    assert opened.session.view == "data"


def test_not_shown_is_one_click_away(opened):
    opened.trial_window.foot.show_button.click()
    data = opened.trial_window.workspace.data
    assert opened.session.view == "data"
    assert data.tables.tabs.currentWidget() is data.tables.not_shown
    model = data.tables.not_shown_model
    assert [model.index(0, c).data() for c in range(5)] == [
        "measurements",
        "MRSS, 0-51",
        "not a number",
        "PFT!D8",
        "A1",
    ]


def test_rows_are_copied_for_a_spreadsheet(data):
    data.tables.issues.view.selectAll()
    data.tables.issues.view.copy()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "Severity\tWhat\tWhere\tPatient\tRule"
    assert lines[2].split("\t")[1].startswith("'=cmd|")
    assert len(lines) == 4


def test_the_copy_key_copies_rows_where_a_table_has_the_focus(opened, data, qtbot):
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    data.tables.issues.view.setFocus()
    data.tables.issues.view.selectRow(0)
    opened.actions_["copy"].trigger()
    assert "The start is known to the month only." in QGuiApplication.clipboard().text()


def save_queries(opened, qtbot, path, kind=""):
    dialog = opened.queries.dialog
    with qtbot.waitSignal(opened.queries.told):
        dialog.buttons.button(dialog.buttons.StandardButton.Save).click()
        answer_file(opened, path, kind)


def test_issues_are_saved_harmlessly_as_queries(opened, data, tmp_path, qtbot):
    path = tmp_path / "queries.csv"
    data.tables.issues.save_button.click()
    dialog = opened.queries.dialog
    assert [box.isChecked() for box in dialog.boxes.values()] == [True, True, False]
    assert dialog.total.text() == "The list will have 2 rows."
    dialog.boxes["info"].setChecked(True)
    save_queries(opened, qtbot, path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert rows[0][:6] == ["No.", "Status", "Severity", "Site", "Patient", "Form"]
    assert "'=cmd|' /C calc'!A0 is not a number (" in " ".join(row[12] for row in rows)
    assert opened.message.text == "Saved 3 queries to queries.csv."


def test_only_the_issues_shown_are_saved_and_excel_is_usual(opened, data, tmp_path, qtbot):
    data.tables.issues.search.setText("month only")
    data.tables.issues.save_button.click()
    assert opened.queries.dialog.total.text() == "The list will have 1 row."
    save_queries(opened, qtbot, tmp_path / "queries", "Excel workbook (*.xlsx)")
    assert [path.name for path in tmp_path.glob("queries*")] == ["queries.xlsx"]


def test_without_a_severity_nothing_can_be_saved(opened, data):
    opened.actions_["queries"].trigger()
    dialog = opened.queries.dialog
    for box in dialog.boxes.values():
        box.setChecked(False)
    assert not dialog.buttons.button(dialog.buttons.StandardButton.Save).isEnabled()
    dialog.reject()


def test_a_folder_that_cannot_be_written_is_told(opened, data, tmp_path, qtbot):
    data.tables.issues.save_button.click()
    save_queries(opened, qtbot, tmp_path / "no such folder" / "queries.xlsx")
    assert opened.message.text.startswith("“queries.xlsx” cannot be written")


@pytest.mark.parametrize("text", ["=1+1", "+49 151", "-x", "@sum", "\tx", "\rx"])
def test_text_that_could_be_run_is_disarmed(text):
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["-5", "+2.5", "-1e-3", "abc", "", "5"])
def test_numbers_and_plain_text_stay(text):
    assert harmless(text) == text


def test_comma_separated_quotes_what_it_must():
    assert comma_separated(("a", "b"), [('x,"y"', "1\n2")]) == '\ufeffa,b\r\n"x,""y""","1\n2"\r\n'


@pytest.fixture
def listing():
    rows = (("b", "10"), ("a", "9"), ("c", ""))
    return Listing(("Name", "N"), rows, frozenset({1}))


def test_the_listing_model_is_a_proper_model(listing, qapp, qtmodeltester):
    qtmodeltester.check(ListingModel(listing))


def test_numbers_sort_as_numbers_and_the_own_order_comes_back(listing, qapp):
    model = ListingModel(listing)
    model.sort(1)
    assert model.shown == [2, 1, 0]
    model.sort(0, Qt.SortOrder.DescendingOrder)
    assert model.shown == [2, 0, 1]
    model.sort(-1)
    assert model.shown == [0, 1, 2]


def test_a_search_keeps_the_sorting(listing, qtbot):
    model = ListingModel(listing)
    view = ListingView(model, "Test")
    qtbot.addWidget(view)
    view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    model.search("1")
    assert model.shown == [0]
    model.search("")
    assert model.shown == [1, 0, 2]
