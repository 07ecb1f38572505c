"""Arms stand in the order the user chose, each in its own colour."""

import pytest

from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.bars import Bar, BarData, Bars
from sscviewer.plots.charts.scatter import Point, Scatter, ScatterData

ARMS = ("Placebo", "10 mg", "20 mg")
WANTED = ("20 mg", "Placebo")
AS_NAMED = ["20 mg", "Placebo", "10 mg"]


def axis():
    return number_axis(0.0, 10.0, "x")


def bars(ink, **kind):
    return Bars(ink, BarData(axis(), axis(), (Bar(1, 2, (1.0, 2.0, 3.0)),), ARMS, **kind))


def scatter(ink):
    points = tuple(Point(i, i, f"S{i}", "", i) for i in range(3))
    return Scatter(ink, ScatterData(axis(), axis(), points, ARMS))


def rects(chart, ink, names):
    """Return (bottom, top, colour) of each painted part of the one bar, from the foot up."""
    from PySide6.QtGui import QImage, QPainter

    drawn = []

    class Watched(QPainter):
        def drawRect(self, rect):
            box = chart.box
            ends = (round(box.value(rect.bottom()), 6), round(box.value(rect.top()), 6))
            drawn.append((*ends, self.brush().color().name()))

    chart.set_order(names)
    chart.lay_out(600.0, 400.0)
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    painter = Watched(image)
    chart.paint(painter)
    painter.end()
    return drawn


@pytest.mark.parametrize("make", [bars, scatter])
def test_the_legend_names_them_in_the_order_wanted(ink, make) -> None:
    chart = make(ink)
    before = {entry.words for entry in chart._entries()}
    chart.set_order(WANTED)
    assert [entry.words for entry in chart._entries()] == AS_NAMED
    assert before == set(chart.series_names)


def test_bars_are_stacked_in_the_order_and_every_arm_keeps_height_and_colour(ink) -> None:
    plain = rects(bars(ink), ink, ())
    moved = rects(bars(ink), ink, WANTED)
    assert [ends[:2] for ends in plain] == [(0, 1), (1, 3), (3, 6)]
    assert [ends[:2] for ends in moved] == [(0, 3), (3, 4), (4, 6)]
    assert [colour for *_, colour in moved] == [plain[2][2], plain[0][2], plain[1][2]]


def test_grades_cannot_be_put_in_another_order(ink) -> None:
    chart = bars(ink, by_grade=True)
    chart.set_order(WANTED)
    assert chart.series_names == ()
    assert [entry.words for entry in chart._entries()] == list(ARMS)


def test_points_stay_where_they_are(ink) -> None:
    chart = scatter(ink)
    chart.set_order(WANTED)
    chart.lay_out(600.0, 400.0)
    box = chart.box
    assert [chart.mark_at(box.x(i), box.y(i)).usubjid for i in range(3)] == ["S0", "S1", "S2"]
