import math

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip

from sscviewer.plots.patient.page_drawing import whole_range
from sscviewer.plots.patient.scene_items import PanelItem
from sscviewer.plots.style import screen_style


def panel(figure, name):
    return next(s.panel for s in figure.drawing.strips if s.panel.name == name)


def at_value(figure, name, i) -> QPoint:
    p = panel(figure, name)
    course = p.course(p.scene)
    return QPointF(p.box.x(course.day[i]), p.box.y(course.aval[i])).toPoint()


def turn_wheel(figure, x: float, y: float, turns: int, keys=Qt.KeyboardModifier.NoModifier) -> bool:
    """Turn the wheel; return whether the figure took it."""
    at = QPointF(x, y)
    event = QWheelEvent(
        at, figure.mapToGlobal(at), QPoint(), QPoint(0, 120 * turns), Qt.MouseButton.NoButton,
        keys, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    figure.wheelEvent(event)
    return event.isAccepted()


def drag(figure, start: QPointF, end: QPointF, button=Qt.MouseButton.LeftButton) -> None:
    """Drag as a hand does: the first moves are short."""
    view = figure.viewport()
    QTest.mousePress(view, button, pos=start.toPoint())
    for share in (0.3, 0.7, 1.0):
        at = start + (end - start) * share
        event = QMouseEvent(
            QEvent.Type.MouseMove, at, view.mapToGlobal(at), Qt.MouseButton.NoButton, button,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QApplication.sendEvent(view, event)
    QTest.mouseRelease(view, button, pos=end.toPoint())


def day_boxes(figure):
    return [s.panel.box for s in figure.drawing.strips]


def test_panels_can_be_named(figure) -> None:
    assert figure.panel_names() == ("dose", "events", "FVCPP", "DLCOPP", "MRSS", "HAQDI")


@pytest.mark.qt_log_ignore("Painter ended with")
@pytest.mark.parametrize("error", [MemoryError, KeyError])
def test_a_panel_that_fails_leaves_a_sentence_and_the_others(figure, monkeypatch, error) -> None:
    whole = figure.grab().toImage()
    broken = panel(figure, "FVCPP")
    strips = {strip.panel.name: strip for strip in figure.drawing.strips}

    def fail(painter, box, scene):
        painter.save()
        painter.translate(300, 300)
        painter.setClipRect(0, 0, 1, 1)
        raise error("a patient's value")

    monkeypatch.setattr(broken, "draw", fail)
    for item in figure.scene().items():
        item.update()
    damaged = figure.grab().toImage()

    def row_of(image, strip):
        rows = range(int(strip.top) + 3, int(strip.bottom) - 3)
        return [image.pixel(x, y) for y in rows for x in range(0, image.width(), 3)]

    same = {name: row_of(whole, strip) == row_of(damaged, strip) for name, strip in strips.items()}
    assert not same["FVCPP"]
    assert all(same[name] for name in ("dose", "events", "DLCOPP", "MRSS", "HAQDI"))
    words = [x for x in range(1000) for y in range(int(strips["FVCPP"].top), int(strips["FVCPP"].bottom))
             if damaged.pixelColor(x, y).lightness() < 90]  # fmt: skip
    assert max(words) - min(words) > 300  # a sentence, in the middle of its place


def test_the_scene_holds_the_patients_values(figure, dense) -> None:
    shown = panel(figure, "FVCPP")
    wanted = dense.page("S04").trajectories[0]
    assert shown.course(shown.scene).aval.tolist() == wanted.aval.tolist()


def test_every_panel_is_an_item_in_its_own_pyqtgraph_view(figure) -> None:
    items = [item for item in figure.scene().items() if isinstance(item, PanelItem)]
    assert {item.name for item in items} == {s.panel.name for s in figure.drawing.strips}
    for item in items:
        box = panel(figure, item.name).box
        assert isinstance(item.parentItem(), pg.ViewBox)
        assert item.view.viewRange() == [[box.first, box.last], [box.low, box.high]]
        assert item.view.sceneBoundingRect().left() == box.left


def test_switching_fifty_times_builds_nothing_anew(figure, dense) -> None:
    before = [id(item) for item in figure.scene().items()]
    for i in range(50):
        figure.show_page(dense.page(f"S0{1 + i % 7}"))
    assert [id(item) for item in figure.scene().items()] == before


def test_the_days_on_view_stay_when_the_patient_changes(figure, dense, qtbot) -> None:
    figure.set_day_range(50, 150)
    figure.show_page(dense.page("S02"))
    assert figure.day_range == (50, 150)
    with qtbot.waitSignal(figure.day_range_changed) as caught:
        figure.reset_day_range()
    assert tuple(caught.args) == whole_range(dense.frame)


@pytest.mark.parametrize("name", ["dose", "events", "FVCPP", "HAQDI", "visits", "time"])
def test_the_wheel_zooms_all_panels_around_the_day_under_the_mouse(figure, name) -> None:
    box = panel(figure, name).box
    day, values = box.day(500.0), panel(figure, "FVCPP").box.low
    turn_wheel(figure, 500.0, (box.top + box.bottom) / 2, 2)
    turn_wheel(figure, 500.0, (box.top + box.bottom) / 2, 1)
    boxes = day_boxes(figure)
    assert boxes[0].last - boxes[0].first < 0.6 * (box.last - box.first)
    assert len({(b.left, b.right, b.first, b.last) for b in boxes}) == 1
    assert boxes[0].day(500.0) == pytest.approx(day)
    assert panel(figure, "FVCPP").box.low == values


def test_day_100_is_the_same_pixel_in_every_panel_after_any_zoom(figure) -> None:
    for x, turns in ((400.0, 3), (700.0, 2), (523.7, -1), (611.1, 4)):
        turn_wheel(figure, x, 300.0, turns)
    assert len({box.x(100.0) for box in day_boxes(figure)}) == 1
    for item in figure._items:
        at = item.view.mapViewToScene(QPointF(100.0, 0.0)).x()
        assert at == pytest.approx(day_boxes(figure)[0].x(100.0), abs=1e-6)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_page_higher_than_the_window_scrolls_and_zooms_with_ctrl(qtbot, figure) -> None:
    area = QScrollArea()
    qtbot.addWidget(area)
    area.setWidgetResizable(True)
    figure.setMinimumHeight(2000)
    area.setWidget(figure)
    area.resize(1000, 500)
    area.show()
    before = figure.day_range
    assert not turn_wheel(figure, 500.0, 300.0, -1)
    assert figure.day_range == before
    assert turn_wheel(figure, 500.0, 300.0, 1, Qt.KeyboardModifier.ControlModifier)
    assert figure.day_range[1] - figure.day_range[0] < before[1] - before[0]
    area.takeWidget()


def test_a_wheel_turned_to_the_side_moves_the_days(figure) -> None:
    first, last = figure.day_range
    at = QPointF(500.0, 300.0)
    event = QWheelEvent(
        at, figure.mapToGlobal(at), QPoint(), QPoint(-120, 0), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    figure.wheelEvent(event)
    assert figure.day_range == pytest.approx((first + 0.1 * (last - first), last + 0.1 * (last - first)))


def test_dragging_an_axis_moves_the_values_of_its_panel_alone(figure, dense) -> None:
    before = {s.panel.name: s.panel.box for s in figure.drawing.strips}
    box = before["FVCPP"]
    drag(figure, QPointF(box.left - 20, box.top + 20), QPointF(box.left - 20, box.top + 50))
    now = panel(figure, "FVCPP").box
    assert now.low - box.low == pytest.approx(30 / box.height * (box.high - box.low))
    assert figure.day_range == (box.first, box.last)
    assert panel(figure, "DLCOPP").box == before["DLCOPP"]
    figure.show_page(dense.page("S02"))
    assert panel(figure, "FVCPP").box.low == now.low
    assert figure.is_zoomed
    figure.show_all()
    assert panel(figure, "FVCPP").box.low == box.low
    assert not figure.is_zoomed


def test_the_wheel_on_an_axis_zooms_its_values(figure) -> None:
    box = panel(figure, "HAQDI").box
    turn_wheel(figure, box.left - 15, (box.top + box.bottom) / 2, 1)
    now = panel(figure, "HAQDI").box
    assert now.high - now.low < box.high - box.low
    assert now.low + now.high == pytest.approx(box.low + box.high, abs=0.05)  # the mouse is on whole pixels
    assert (now.first, now.last) == (box.first, box.last)


def test_a_drag_with_the_right_button_zooms_and_opens_no_menu(figure, qtbot) -> None:
    first, last = figure.day_range
    with qtbot.assertNotEmitted(figure.menu_opening):
        drag(figure, QPointF(500, 300), QPointF(560, 300), Qt.MouseButton.RightButton)
    assert figure.day_range[1] - figure.day_range[0] < last - first


def test_pyqtgraphs_auto_range_shows_all(figure, dense) -> None:
    figure.set_day_range(50, 150)
    figure._items[3].view.autoRange()
    assert figure.day_range == whole_range(dense.frame)


def test_keys_zoom_and_move(figure) -> None:
    first, last = figure.day_range
    QTest.keyClick(figure, Qt.Key.Key_Plus)
    assert figure.day_range[1] - figure.day_range[0] == pytest.approx(0.8 * (last - first))
    QTest.keyClick(figure, Qt.Key.Key_Minus)
    assert figure.day_range == pytest.approx((first, last))
    QTest.keyClick(figure, Qt.Key.Key_Right)
    assert figure.day_range[0] > first


def test_the_menu_speaks_to_people(figure) -> None:
    words = [action.text().partition("\t")[0] for action in figure.menu_at(QPointF(500, 300)).actions()]
    assert words == ["Zoom in", "Zoom out", "Show all"]
    assert not any(word in " ".join(words) for word in ("View All", "X axis", "Mouse Mode", "Export"))
    figure.set_day_range(50, 150)
    menu = figure.menu_at(QPointF(500, 300))
    menu.actions()[2].trigger()
    assert not figure.is_zoomed


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_right_click_says_what_it_is_on(figure, qtbot) -> None:
    at = at_value(figure, "FVCPP", 1)
    with qtbot.waitSignal(figure.menu_opening) as caught:
        QTest.mouseClick(figure.viewport(), Qt.MouseButton.RightButton, pos=at)
    menu, mark, name = caught.args
    assert mark.srcref == "PFT!D4"
    assert name == "FVCPP"
    menu.close()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_hover_text_is_not_taken_away_by_the_view(figure, qtbot) -> None:
    QTest.mouseMove(figure.viewport(), at_value(figure, "FVCPP", 1))
    QToolTip.showText(QPoint(5, 5), "kept", figure)
    assert QToolTip.text() == "kept"
    at = QPoint(300, 300)
    QApplication.sendEvent(figure.viewport(), QHelpEvent(QEvent.Type.ToolTip, at, at))
    qtbot.wait(400)  # Qt hides a text 300 ms after it was told to
    assert QToolTip.text() == "kept"
    QToolTip.hideText()


def test_marks_are_found_where_they_are_after_a_zoom(figure, qtbot) -> None:
    figure.set_day_range(40, 160)
    box = panel(figure, "FVCPP").box
    drag(figure, QPointF(box.left - 20, box.top + 40), QPointF(box.left - 20, box.top + 46))
    with qtbot.waitSignal(figure.hovered) as caught:
        QTest.mouseMove(figure.viewport(), at_value(figure, "FVCPP", 1))
    assert caught.args[0].srcref == "PFT!D4"
    with qtbot.waitSignal(figure.clicked) as caught:
        QTest.mouseClick(figure.viewport(), Qt.MouseButton.LeftButton, pos=at_value(figure, "FVCPP", 1))
    assert caught.args[0].srcref == "PFT!D4"


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


def test_a_double_click_shows_all_days(figure, dense) -> None:
    figure.set_day_range(50, 150)
    QTest.mouseDClick(figure.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 220))
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
    ((event, shape),) = lanes.shapes()[2]
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
        figure.leaveEvent(QEvent(QEvent.Type.Leave))
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
