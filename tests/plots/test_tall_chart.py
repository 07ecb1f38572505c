"""A chart higher than the window shows, wherever it is scrolled to, what painting all of it shows there."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QScrollArea

from sscviewer.analysis.cohort.cohort_settings import SpaghettiSettings, SwimmerSettings
from sscviewer.analysis.outcome import outcomes
from sscviewer.plots.charts.chart import Figure, seen
from sscviewer.plots.charts.chart_view import ChartView
from sscviewer.plots.charts.multiples import MultiplesPlot
from sscviewer.plots.charts.swimmer import SwimmerPlot
from tests.planned import population, spaghetti, swimmer

SIZE = (520, 130)


def lanes(study):
    data = swimmer(study, population(study), SwimmerSettings(), outcomes(study))
    return Figure("lanes", "", lambda ink: SwimmerPlot(ink, data))


def multiples(study):
    settings = SpaghettiSettings(next(iter(study.parameters)), split="end", level=0.95)
    data = spaghetti(study, population(study), settings, outcomes(study))
    return Figure("multiples", "", lambda ink: MultiplesPlot(ink, data, data.subjects))


def whole(chart, width, height):
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(chart.ink.colour(chart.ink.style.background))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    assert seen(painter) == (float("-inf"), float("inf"))
    chart.paint(painter)
    painter.end()
    return picture


def different(one, other):
    """Return how many of every third pixel differ by more than rounding."""
    found = 0
    for y in range(0, one.height(), 3):
        for x in range(0, one.width(), 3):
            ours, theirs = one.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb()
            found += max(abs(a - b) for a, b in zip(ours, theirs, strict=True)) > 40
    return found


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("make", [lanes, multiples])
def test_scrolled_anywhere_it_shows_what_is_there(qtbot, demo_study, make):
    area = QScrollArea()
    qtbot.addWidget(area)
    view = ChartView("tall")
    area.setWidgetResizable(True)
    area.setWidget(view)
    area.resize(*SIZE)
    area.show()
    view.show_figure(make(demo_study))
    qtbot.waitUntil(lambda: view.height() > 3 * SIZE[1])
    expected = whole(view.chart, view.width(), view.height())
    bar = area.verticalScrollBar()
    for at in (0, bar.maximum() // 3, bar.maximum(), bar.maximum() // 2 + 7):
        bar.setValue(at)
        shown = area.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        there = expected.copy(QRect(QPoint(0, at), shown.size()))
        assert different(shown, there) == 0
