import math

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from sscviewer.plots.patient.page_drawing import whole_range
from sscviewer.plots.style import screen_style


def panel(figure, name):
    return next(s.panel for s in figure.drawing.strips if s.panel.name == name)


def at_value(figure, name, i) -> QPoint:
    p = panel(figure, name)
    course = p.course(p.scene)
    return QPointF(p.box.x(course.day[i]), p.box.y(course.aval[i])).toPoint()


def turn_wheel(figure, x: float, y: float, turns: int) -> None:
    at = QPointF(x, y)
    event = QWheelEvent(
        at, figure.mapToGlobal(at), QPoint(), QPoint(0, 120 * turns), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    figure.wheelEvent(event)


def test_panels_can_be_named(figure) -> None:
    assert figure.panel_names() == ("dose", "events", "FVCPP", "DLCOPP", "MRSS", "HAQDI")


def test_the_scene_holds_the_patients_values(figure, dense) -> None:
    shown = panel(figure, "FVCPP")
    wanted = dense.page("S04").trajectories[0]
    assert shown.course(shown.scene).aval.tolist() == wanted.aval.tolist()


def test_switching_builds_nothing_anew(figure, dense) -> None:
    before = [id(item) for item in figure.scene().items()]
    for usubjid in ("S02", "S03", "S07", "S05"):
        figure.show_page(dense.page(usubjid))
    assert [id(item) for item in figure.scene().items()] == before


def test_the_days_on_view_stay_when_the_patient_changes(figure, dense, qtbot) -> None:
    figure.set_day_range(50, 150)
    figure.show_page(dense.page("S02"))
    assert figure.day_range == (50, 150)
    with qtbot.waitSignal(figure.day_range_changed) as caught:
        figure.reset_day_range()
    assert tuple(caught.args) == whole_range(dense.frame)


def test_the_wheel_zooms_around_the_day_under_the_mouse(figure) -> None:
    box = panel(figure, "dose").box
    day = box.day(500.0)
    turn_wheel(figure, 500.0, 200.0, 2)
    box = panel(figure, "dose").box
    assert box.last - box.first < 300
    assert box.day(500.0) == pytest.approx(day)


def test_beside_the_data_the_wheel_is_left_to_the_page(figure) -> None:
    before = figure.day_range
    turn_wheel(figure, 20.0, 300.0, 2)
    assert figure.day_range == before


def test_zoom_has_limits(figure) -> None:
    figure.set_day_range(10, 10.001)
    first, last = figure.day_range
    assert last - first == pytest.approx(7)


def test_dragging_pans_and_is_no_click(figure, qtbot) -> None:
    first, last = figure.day_range
    width = panel(figure, "dose").box.width
    view = figure.viewport()
    with qtbot.assertNotEmitted(figure.clicked):
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(500, 220))
        QTest.mouseMove(view, QPoint(400, 220))
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(400, 220))
    assert figure.day_range[0] - first == pytest.approx(100 / width * (last - first))


def test_double_click_and_right_click_show_all_days(figure, dense) -> None:
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    for button, click in ((left, QTest.mouseDClick), (right, QTest.mouseClick)):
        figure.set_day_range(50, 150)
        click(figure.viewport(), button, pos=QPoint(500, 220))
        assert figure.day_range == whole_range(dense.frame)


def test_a_value_under_the_mouse_tells_value_visit_change_and_cell(figure, qtbot) -> None:
    with qtbot.waitSignal(figure.hovered) as caught:
        QTest.mouseMove(figure.viewport(), at_value(figure, "FVCPP", 1))
    mark = caught.args[0]
    assert (mark.table, mark.srcref) == ("measurements", "PFT!D4")
    for words in ("Month 3", "change from baseline", "PFT!D4"):
        assert words in mark.text


def test_a_click_on_a_value_says_which_record_it_is(figure, qtbot, dense) -> None:
    with qtbot.waitSignal(figure.clicked) as caught:
        QTest.mouseClick(figure.viewport(), Qt.MouseButton.LeftButton, pos=at_value(figure, "MRSS", 0))
    row = caught.args[0].row
    assert dense.study.measurements["PARAMCD"].iloc[row] == "MRSS"
    assert dense.study.measurements["USUBJID"].iloc[row] == "S04"


def test_name_and_bar_of_an_event_both_tell_it(figure) -> None:
    lanes = panel(figure, "events")
    event, shape = lanes.shapes()[2]
    y = lanes.middle(2)
    on_bar = figure.drawing.mark_at((shape.left + shape.right) / 2, y)
    on_name = figure.drawing.mark_at(lanes.box.left - 20, y)
    assert on_bar == on_name
    assert on_bar.row == event.row
    assert event.label in on_bar.text


def test_dose_and_visits_tell_what_they_are(figure) -> None:
    dose, visits = panel(figure, "dose"), panel(figure, "visits")
    assert "Imatinib 100 mg/day" in figure.drawing.mark_at(dose.box.x(7), dose.box.bottom - 4).text
    assert figure.drawing.mark_at(visits.box.x(1), visits.box.bottom - 4).table == "visits"


def test_the_cursor_says_its_day_and_leaves_with_the_mouse(figure, qtbot) -> None:
    box = panel(figure, "dose").box
    with qtbot.waitSignal(figure.cursor_moved) as caught:
        QTest.mouseMove(figure.viewport(), QPoint(500, 220))
    assert caught.args[0] == pytest.approx(box.day(500.0))
    with qtbot.waitSignal(figure.cursor_moved) as caught:
        figure.leaveEvent(None)
    assert math.isnan(caught.args[0])


def test_the_height_asked_for_grows_with_the_events(figure, dense) -> None:
    heights = {}
    for usubjid in ("S03", "S04", "S02"):
        figure.show_page(dense.page(usubjid))
        heights[usubjid] = figure.height_needed()
    assert heights["S03"] < heights["S04"] < heights["S02"]


def test_dark_and_light_draw_the_same_numbers(figure, dense) -> None:
    before = panel(figure, "FVCPP").box
    figure.set_style(screen_style(dark=True, font_pt=9, pixel_ratio=2.0))
    assert panel(figure, "FVCPP").box == before
    assert figure.backgroundBrush().color().lightness() < 60


def test_an_empty_figure_bears_everything(qtbot) -> None:
    from sscviewer.plots.patient.patient_figure import PatientFigure

    figure = PatientFigure(screen_style(dark=False, font_pt=9, pixel_ratio=1.0))
    qtbot.addWidget(figure)
    figure.show()
    figure.set_time_unit("dates")
    figure.reset_day_range()
    QTest.mouseMove(figure.viewport(), QPoint(50, 50))
    QTest.mouseClick(figure.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    assert figure.height_needed() == 0
    assert figure.panel_names() == ()


def test_a_figure_that_is_not_interactive_keeps_still(qtbot, dense) -> None:
    from sscviewer.plots.patient.patient_figure import PatientFigure

    figure = PatientFigure(screen_style(dark=False, font_pt=9, pixel_ratio=1.0), interactive=False)
    qtbot.addWidget(figure)
    figure.set_frame(dense.frame)
    figure.show_page(dense.page("S01"))
    before = figure.day_range
    turn_wheel(figure, 400.0, 200.0, 2)
    assert figure.day_range == before
