"""The right mouse button on the patient page and on a chart: what can be done with what is there."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from sscviewer.gui.panes.mark_menu import add_mark_entries
from sscviewer.plots.mark import Mark
from tests.gui.trials import shown


def words(menu: QMenu) -> list[str]:
    return [action.text().replace("&", "").partition("\t")[0] for action in menu.actions() if action.text()]


def entry(menu: QMenu, text: str):
    return next(action for action in menu.actions() if action.text().startswith(text))


def test_a_value_can_be_copied_shown_and_saved_with_its_page(opened):
    figure = opened.trial_window.workspace.patient.figure
    panel = next(s.panel for s in figure.drawing.strips if s.panel.has_values and s.panel.name != "dose")
    course = panel.course(panel.scene)
    at = QPointF(panel.box.x(course.day[0]), panel.box.y(course.aval[0]))
    mark = figure.mark_under(at)
    menu = figure.menu_at(at)
    assert words(menu) == [
        "Copy these words", f"Copy the cell, {mark.srcref}", "Copy cell and value",
        "Find the cell on the Data page", "Show in Details",
        "Flag this record", "Comment on this record…", "Query this record…", "Reviewed", "Comment",
        "Save figure…", "Copy figure", "Save this panel…", "Zoom in", "Zoom out", "Show all",
    ]  # fmt: skip
    entry(menu, "Copy the cell").trigger()
    assert QGuiApplication.clipboard().text() == mark.srcref
    entry(menu, "Copy cell and value").trigger()
    cell, value = QGuiApplication.clipboard().text().split("\t")
    assert (cell, value) == (mark.srcref, mark.text.partition("\n")[0].replace("−", "-"))
    entry(menu, "Copy these words").trigger()
    assert QGuiApplication.clipboard().text() == mark.text
    entry(menu, "Show in Details").trigger()
    assert opened.session.selected == (mark.table, mark.row)


def test_beside_the_marks_only_the_picture_is_offered(opened):
    figure = opened.trial_window.workspace.patient.figure
    offered = ["Reviewed", "Comment", "Save figure…", "Copy figure"]
    assert words(figure.menu_at(QPointF(3, 3)))[:4] == offered


def test_one_panel_is_saved_from_its_menu(opened):
    figure = opened.trial_window.workspace.patient.figure
    dose = next(s.panel for s in figure.drawing.strips if s.panel.name == "dose")
    entry(figure.menu_at(QPointF(dose.box.left + 5, dose.box.bottom - 5)), "Save this panel").trigger()
    assert opened.figures.dialog.what.currentData() == "dose"
    opened.figures.dialog.reject()


def test_a_cell_is_found_on_the_data_page_with_its_issues(opened):
    opened.session.show_cell("PFT!D8")
    data = opened.trial_window.workspace.data
    assert opened.session.view == "data"
    assert data.tables.sheets.sheets_view.currentIndex().siblingAtColumn(0).data() == "PFT"
    assert data.tables.tabs.currentWidget() is data.tables.issues
    assert [issue.srcref for issue in data.tables.issues._shown()] == ["PFT!D8"]
    opened.session.show_cell("DM!F2")
    assert data.tables.sheets.columns_view.currentIndex().siblingAtColumn(0).data() == "F"
    assert [issue.srcref for issue in data.tables.issues._shown()] == ["PFT!D8"]


def test_a_mark_of_no_cell_offers_none(opened):
    menu = QMenu()
    add_mark_entries(menu, Mark("", -1, "a curve"), opened.session)
    assert words(menu) == ["Copy these words"]
    menu = QMenu()
    add_mark_entries(menu, None, opened.session)
    assert menu.isEmpty()


def test_on_a_chart_a_patients_page_is_opened(opened, qtbot):
    opened.session.set_view("cohort")
    view = shown(opened.trial_window.workspace.analysis["cohort"], qtbot, "courses")
    menu = QMenu(view)
    view.chart.menu_opening.emit(menu, Mark("", -1, "who", usubjid="A1", key="A1"), "")
    with qtbot.waitSignal(view.patient_asked) as caught:
        entry(menu, "Open the page of A1").trigger()
    assert caught.args == ["A1"]
