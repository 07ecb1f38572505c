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
        "Copy these words", f"Copy the cell, {mark.srcref}", "Show in Details",
        "Flag this record", "Comment on this record…", "Query this record…", "Save figure…", "Copy figure",
        "Zoom in", "Zoom out", "Show all",
    ]  # fmt: skip
    entry(menu, "Copy the cell").trigger()
    assert QGuiApplication.clipboard().text() == mark.srcref
    entry(menu, "Copy these words").trigger()
    assert QGuiApplication.clipboard().text() == mark.text
    entry(menu, "Show in Details").trigger()
    assert opened.session.selected == (mark.table, mark.row)


def test_beside_the_marks_only_the_picture_is_offered(opened):
    figure = opened.trial_window.workspace.patient.figure
    assert words(figure.menu_at(QPointF(3, 3)))[:2] == ["Save figure…", "Copy figure"]


def test_a_mark_of_no_cell_offers_none(qapp):
    menu = QMenu()
    add_mark_entries(menu, Mark("", -1, "a curve"))
    assert words(menu) == ["Copy these words"]
    menu = QMenu()
    add_mark_entries(menu, None)
    assert menu.isEmpty()


def test_on_a_chart_a_patients_page_is_opened(opened, qtbot):
    opened.session.set_view("cohort")
    view = shown(opened.trial_window.workspace.analysis["cohort"], qtbot, "courses")
    menu = QMenu(view)
    view.chart.menu_opening.emit(menu, Mark("", -1, "who", usubjid="A1", key="A1"), "")
    with qtbot.waitSignal(view.patient_asked) as caught:
        entry(menu, "Open the page of A1").trigger()
    assert caught.args == ["A1"]
