"""Charts on screen: pyqtgraph's view zooms their axes, marks stay under the mouse, files are of the whole."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest

from sscviewer.plots.charts.axes import Axis, log_axis, number_axis, within
from sscviewer.plots.charts.bars import Bar, BarData, Bars
from sscviewer.plots.charts.chart import Figure, chart_on_paper
from sscviewer.plots.charts.chart_view import ChartView
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.plots.charts.scatter import Point, Scatter, ScatterData
from sscviewer.plots.charts.step_curves import StepCurve, StepCurves, StepData
from sscviewer.plots.ticks import Tick

# The views of these tests are windows of their own.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

SHARES = tuple(Tick(i / 5, str(20 * i)) for i in range(6))
TENS = ["10", "12", "14", "16", "18", "20"]
POINTS = tuple(Point(float(i), float(i * i), f"P{i}", f"P{i}") for i in range(10))


def scatter(title="Change", high=81.0):
    data = ScatterData(number_axis(0.0, 9.0, "Dose"), number_axis(0.0, high, title), POINTS)
    return Figure("scatter", title, lambda ink: Scatter(ink, data))


def intervals():
    rows = tuple(IntervalRow(f"row {i}", (Dot(i, i - 0.5, i + 0.5),), f"row {i}") for i in range(10))
    data = Intervals(rows, number_axis(0.0, 9.0, "Change"))
    return Figure("rows", "Rows", lambda ink: IntervalPlot(ink, data))


def curves():
    time = np.arange(10.0)
    nothing = np.full(10, np.nan)
    curve = StepCurve("all", time, 1 - time / 10, nothing, nothing, np.empty(0), 9.0, (9, 5, 1))
    x = Axis(0.0, 10.0, (Tick(0.0, "0"), Tick(5.0, "5"), Tick(10.0, "10")), "Months")
    data = StepData(x, Axis(0.0, 1.0, SHARES, "%"), (curve,))
    return Figure("curves", "Curves", lambda ink: StepCurves(ink, data))


def bars():
    data = BarData(
        number_axis(0.0, 9.0), number_axis(0.0, 5.0), tuple(Bar(i, i + 1, (3.0,)) for i in range(9))
    )
    return Figure("bars", "Bars", lambda ink: Bars(ink, data))


@pytest.fixture
def view(qtbot):
    view = ChartView("chart")
    qtbot.addWidget(view)
    view.resize(600, 420)
    view.show_figure(scatter())
    view.show()
    return view


def turn_wheel(view, at: QPointF, turns: int) -> None:
    event = QWheelEvent(
        at, view.mapToGlobal(at), QPoint(), QPoint(0, 120 * turns), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    view.wheelEvent(event)


def middle(view) -> QPointF:
    return view.area.geometry().center()


@pytest.mark.parametrize(("figure", "axes"), [(scatter, "xy"), (curves, "xy"), (intervals, "x"), (bars, "x")])
def test_the_wheel_zooms_the_axes_that_count_something(view, figure, axes) -> None:
    view.show_figure(figure())
    before = view.chart.box
    turn_wheel(view, middle(view), 2)
    now = view.chart.box
    assert (now.last - now.first < before.last - before.first) == ("x" in axes)
    assert (now.high - now.low < before.high - before.low) == ("y" in axes)
    assert view.area.viewRange() == [[now.first, now.last], [now.low, now.high]]
    assert view.grab().toImage().width() == 600


def test_the_wheel_on_an_axis_zooms_this_axis_alone(view) -> None:
    before = view.chart.box
    turn_wheel(view, QPointF(before.left - 10, 200), 1)
    now = view.chart.box
    assert (now.first, now.last) == (before.first, before.last)
    assert now.high - now.low < before.high - before.low
    turn_wheel(view, QPointF(300, before.bottom + 8), 1)
    assert view.chart.box.last - view.chart.box.first < before.last - before.first


def test_a_zoomed_axis_has_ticks_on_view(view) -> None:
    turn_wheel(view, middle(view), 8)
    for axis in (view.chart.x, view.chart.y):
        assert len(axis.ticks) >= 3
        assert all(axis.low <= tick.at <= axis.high for tick in axis.ticks)
        assert [float(t.label.replace("−", "-")) for t in axis.ticks] == pytest.approx(
            [t.at for t in axis.ticks]
        )


def test_marks_are_found_after_a_zoom_and_not_out_of_sight(view, qtbot) -> None:
    turn_wheel(view, middle(view), 3)
    box, seen = view.chart.box, []
    for point in POINTS:
        at = QPointF(box.x(point.x), box.y(point.y))
        mark = view.mark_under(at)
        assert (mark is not None) == view.area.geometry().contains(at)
        if mark is not None:
            seen.append(at)
            assert mark.usubjid == point.usubjid
    assert 0 < len(seen) < len(POINTS)
    with qtbot.waitSignal(view.clicked) as caught:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=seen[0].toPoint())
    assert caught.args[0].usubjid


def test_a_double_click_and_the_button_show_all(view) -> None:
    whole = view.chart.box
    for show in (
        lambda: QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle(view).toPoint()),
        lambda: view._whole_button.click(),
        view.area.autoRange,
    ):
        turn_wheel(view, middle(view), 2)
        assert view.is_zoomed
        assert not view._whole_button.isHidden()
        show()
        assert view.chart.box == whole
        assert view._whole_button.isHidden()


def test_a_zoom_stays_for_the_same_axes_and_goes_with_others(view) -> None:
    turn_wheel(view, middle(view), 2)
    zoomed = view.chart.box
    view.set_dark(True)
    assert view.chart.box == zoomed
    view.show_figure(scatter())
    assert view.chart.box == zoomed
    view.show_figure(scatter(high=200.0))
    assert not view.is_zoomed


def test_the_mouse_cannot_lose_the_picture(view) -> None:
    for _ in range(60):
        view.pan(0.5)
        view.zoom(1.25)
    box, (x, _) = view.chart.box, view.chart.whole
    assert box.first < x.high
    assert box.last - box.first <= 2 * (x.high - x.low) * (1 + 1e-9)


def test_files_are_of_the_whole(view) -> None:
    turn_wheel(view, middle(view), 2)
    chart = chart_on_paper(view.figure).drawing.chart
    assert not chart.is_zoomed
    assert (chart.x, chart.y) == view.chart.whole


def test_items_stay_when_the_figure_changes(view) -> None:
    before = [id(item) for item in view.scene().items()]
    for figure in (curves, intervals, bars, scatter):
        view.show_figure(figure())
    assert [id(item) for item in view.scene().items()] == before


def test_the_menu_of_a_chart(view) -> None:
    words = [action.text().partition("\t")[0] for action in view.menu_at(middle(view)).actions()]
    assert words == ["Zoom in", "Zoom out", "Show all"]


@pytest.mark.parametrize(
    ("axis", "ends", "labels"),
    [
        (number_axis(0, 100), (10.0, 20.0), TENS),
        (Axis(0, 1, SHARES), (0.1, 0.2), TENS),
        (log_axis(0.1, 100), (0.0, 1.0), ["1", "2", "5", "10"]),
        (Axis(-0.4, 5.4, (Tick(0, "none"), Tick(1, "mild"), Tick(2, "severe"))), (0.5, 1.5), ["mild"]),
        (Axis(0, 1, ()), (0.2, 0.4), []),
    ],
)  # fmt: skip
def test_labels_of_a_part_of_an_axis(axis, ends, labels) -> None:
    part = within(axis, *ends)
    assert [tick.label for tick in part.ticks] == labels
    assert (part.low, part.high) == ends


def test_deep_in_a_logarithmic_axis_there_are_labels_still() -> None:
    part = within(log_axis(0.1, 100), np.log10(3.1), np.log10(4.3))
    assert len(part.ticks) >= 2
    assert [10**tick.at for tick in part.ticks] == pytest.approx([float(t.label) for t in part.ticks])
