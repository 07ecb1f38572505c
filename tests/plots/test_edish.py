"""The drawn eDISH plot: points where their multiples say, quadrants parted at 3 and 2."""

import math

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from sscviewer.analysis.labs.hepatic import hepatic
from sscviewer.analysis.labs.labs import labs
from sscviewer.plots.charts.edish import EdishChart
from tests.analysis.lab_trials import lab_study
from tests.planned import population

RECORDS = (
    ("HY", "ALT", 15, 400), ("HY", "BILI", 15, 5.0),
    ("WELL", "ALT", 15, 20), ("WELL", "BILI", 15, 0.5),
    ("EDGE", "AST", 15, 120), ("EDGE", "BILI", 15, 2.0),
    ("ZERO", "ALT", 15, 30), ("ZERO", "BILI", 15, 0.0),
)  # fmt: skip


@pytest.fixture
def chart(ink):
    study = lab_study(*RECORDS, arms={"HY": "A", "WELL": "B", "EDGE": "A", "ZERO": "B"})
    chart = EdishChart(hepatic(labs(study), population(study), 14), ink)
    chart.lay_out(700, chart.wanted_height(700))
    return chart


def test_points_lie_where_their_multiples_say(chart):
    places = {point.usubjid: chart.place(i) for i, point in enumerate(chart.hepatic.points)}
    (x1, y1), (x2, y2) = places["WELL"], places["HY"]
    decade = chart.box.width / (chart.x.high - chart.x.low)
    assert x2 - x1 == pytest.approx(decade * math.log10(10 / 0.5))
    assert y1 - y2 == pytest.approx(chart.box.height / (chart.y.high - chart.y.low))
    assert places["EDGE"] == pytest.approx((chart.box.x(math.log10(3)), chart.box.y(math.log10(2))))
    for x, y in places.values():
        assert chart.box.left <= x <= chart.box.right
        assert chart.box.top <= y <= chart.box.bottom


def test_every_point_is_painted_in_its_arms_colour(chart, ink):
    image = QImage(700, round(chart.wanted_height(700)), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    ink.written = []
    painter = QPainter(image)
    chart.paint(painter)
    painter.end()
    for i, point in enumerate(chart.hepatic.points):
        x, y = chart.place(i)
        assert image.pixelColor(round(x), round(y)) == QColor(ink.style.courses["AB".index(point.arm)])
    said = [text.replace("\u00a0", " ") for _, _, text in ink.written]
    assert "n = 2 (50 %): Hy’s law range" in said
    assert "Peak ALT or AST, × upper limit" in said


def test_the_patient_under_the_mouse(chart):
    for i, point in enumerate(chart.hepatic.points):
        mark = chart.mark_at(*chart.place(i))
        assert mark.usubjid == mark.key == point.usubjid
        assert mark.row == point.aminotransferase_row
    assert chart.mark_at(0, 0) is None


def test_a_trial_without_liver_values(ink, tiny_study):
    empty = EdishChart(hepatic(labs(tiny_study), population(tiny_study), 14), ink)
    empty.lay_out(500, empty.wanted_height(500))
    image = QImage(500, 320, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    empty.paint(painter)
    painter.end()
    assert empty.mark_at(250, 150) is None


def test_arms_are_named_in_the_order_wanted_and_keep_their_colours(chart):
    def named():
        return [entry.words for entry in chart._entries()]

    colours = {arm: chart._colour(arm) for arm in chart.series_names}
    assert named() == ["A", "B"]
    chart.set_order(("B",))
    assert named() == ["B", "A"]
    assert {arm: chart._colour(arm) for arm in chart.series_names} == colours
