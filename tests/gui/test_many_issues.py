"""Many issues of one kind and sheet are one line with their number, which opens them one by one."""

import pytest

from sscviewer.cli.report_text import report_text
from sscviewer.gui.pages.issues_table import IssuesTable
from sscviewer.model.issue import MOST_SINGLE, Issue, group_by_kind
from sscviewer.model.load_report import LoadReport, Source

MANY, FEW = 40, MOST_SINGLE


def _issue(code, sheet, row, patient):
    message = f"{sheet} row {row} is odd; it is shown as recorded."
    return Issue("warning", code, message, sheet, f"C{row}", patient)


@pytest.fixture
def issues():
    """40 partial dates on CM, 5 on AE, one error: in the order of their sheets."""
    many = [_issue("date.partial", "CM", row, f"P{row % 7}") for row in range(2, MANY + 2)]
    few = [_issue("date.partial", "AE", row, "P1") for row in range(2, FEW + 2)]
    return (*few, Issue("error", "row.no_patient", "No patient; the row is not used.", "AE", "A9"), *many)


@pytest.fixture
def table(qtbot, issues):
    made = IssuesTable(issues)
    qtbot.addWidget(made)
    return made


def _cells(table, column):
    return [table.model.index(row, column).data() for row in range(table.model.rowCount())]


def test_a_flood_is_one_line_that_counts_and_the_rest_stay_single(table):
    assert table.model.rowCount() == FEW + 2
    assert _cells(table, 1)[-1] == f"{MANY} of this kind, first: CM row 2 is odd; it is shown as recorded."
    assert (_cells(table, 2)[-1], _cells(table, 3)[-1]) == ("CM", "7 patients")
    assert table.count.text() == f"{MANY + FEW + 1} issues"


def test_its_line_opens_every_one_of_them(table, qtbot):
    table._open(table.model.shown[-1])
    assert _cells(table, 2) == [f"CM!C{row}" for row in range(2, MANY + 2)]
    assert table.count.text() == f"{MANY} of {MANY + FEW + 1} issues"
    with qtbot.waitSignal(table.patient_asked) as asked:
        table._open(table.model.shown[0])
    assert asked.args == ["P2"]


def test_a_search_looks_at_each(table):
    table.search.setText("row 33")
    assert _cells(table, 2) == ["CM!C33"]


def test_all_are_saved_also_those_behind_a_line(table, qtbot, issues):
    with qtbot.waitSignal(table.save_asked) as asked:
        table.save_button.click()
    assert sorted(asked.args[0], key=str) == sorted(issues, key=str)


def test_a_severity_narrows_lines_of_many_too(table):
    table.severity.setCurrentIndex(table.severity.findData("error"))
    table._narrow()
    assert _cells(table, 4) == ["row.no_patient"]


def test_the_text_lists_two_of_many_by_sheet_and_every_single_one_of_few(issues):
    report = LoadReport(Source("x.xlsx", "", 0, "xlsx"), (), (), (), issues, ())
    lines = report_text(report).splitlines()
    assert sum("CM!C" in line for line in lines) == 2
    assert f"    … and {MANY - 2} more on CM (--json lists them all)" in lines
    assert sum("AE!C" in line for line in lines) == FEW
    assert f"  date.partial ({MANY + FEW})" in lines


def test_groups_hold_every_issue_once(issues):
    groups = group_by_kind(issues)
    assert sorted((issue for group in groups for issue in group.issues), key=str) == sorted(issues, key=str)
    assert [(group.first.code, group.first.sheet) for group in groups] == [
        ("date.partial", "AE"),
        ("row.no_patient", "AE"),
        ("date.partial", "CM"),
    ]


def test_long_names_do_not_make_the_window_wide(qtbot):
    def least(sheet, code):
        made = IssuesTable((_issue(code, sheet, 2, "P1"), _issue(f"{code}.b", f"{sheet} b", 3, "P2")))
        qtbot.addWidget(made)
        return made.minimumSizeHint().width()

    assert least("A sheet of a very long name indeed, 2008", "rule.of_a_long_name_indeed") == least("A", "r")
