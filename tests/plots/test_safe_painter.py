"""A fault in the middle of a picture ends its painter, is noted, and leaves a sentence in its place."""

import logging
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

import sscviewer
from sscviewer.faults import LOG
from sscviewer.plots.charts.axes import area, number_axis
from sscviewer.plots.charts.chart import Chart, Figure, save_chart
from sscviewer.plots.charts.chart_view import ChartView
from sscviewer.plots.paper.figure_files import SaveFailed
from sscviewer.plots.safe_painter import paint_or_say, painting


class Broken(Chart):
    """A chart that fails in the middle, with two states saved and a clip set."""

    def __init__(self, ink):
        super().__init__(ink)
        self.x, self.y = number_axis(0, 5, "Patients"), number_axis(0, 1, "All")

    def wanted_height(self, width):
        return 12 * self.ink.em

    def lay_out(self, width, height):
        self.box = area(self.ink, width, height, self.x, self.y)

    def paint(self, painter):
        painter.save()
        painter.setClipRect(QRectF(0, 0, 3, 3))
        painter.save()
        raise ValueError("a patient's value")

    def mark_at(self, x, y):
        raise AssertionError("there is no picture to point at")


FIGURE = Figure("broken", "Broken", Broken)


@pytest.fixture
def noted(caplog):
    logger = logging.getLogger(LOG)
    before, logger.propagate = logger.propagate, True
    with caplog.at_level(logging.ERROR, LOG):
        yield caplog
    logger.propagate = before


def blank():
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def is_written(image):
    return any(image.pixelColor(x, y) != QColor("white") for x in range(300) for y in range(40, 80))


def test_the_painter_is_ended_and_the_fault_goes_on(qapp):
    image, kept = blank(), []

    def fail():
        with painting(image) as painter:
            kept.append(painter)
            painter.save()
            raise ValueError("a value")

    with pytest.raises(ValueError, match="value"):
        fail()
    assert not kept[0].isActive()
    again = QPainter()
    assert again.begin(image)
    again.end()


def test_a_sentence_stands_in_its_place_and_no_value_is_noted(qapp, noted):
    image = blank()

    def paint(painter):
        painter.save()
        painter.setClipRect(QRectF(0, 0, 1, 1))
        raise ValueError("a patient's value")

    assert not paint_or_say(image, paint, QColor("black"))
    assert is_written(image)
    assert "ValueError" in noted.text
    assert "patient's value" not in noted.text
    assert paint_or_say(blank(), lambda painter: None, QColor("black"))


def test_a_chart_on_screen_says_so_and_the_window_lives(qtbot, noted):
    view = ChartView("Broken")
    qtbot.addWidget(view)
    view.resize(300, 120)
    view.show_figure(FIGURE)
    view.set_highlight("A1")
    image = view.grab().toImage()
    assert len({image.pixelColor(x, y).name() for x in range(300) for y in range(120)}) > 2
    assert view.mark_under(QPointF(5, 5)) is None
    assert "ValueError" in noted.text


@pytest.mark.parametrize("suffix", ["png", "pdf", "svg"])
def test_a_figure_that_fails_writes_no_file(qapp, tmp_path, suffix, noted):
    path = tmp_path / f"a.{suffix}"
    with pytest.raises(SaveFailed, match="no file was written"):
        save_chart(path, FIGURE)
    assert list(tmp_path.iterdir()) == []


def test_nothing_paints_by_a_painter_of_its_own():
    """Kinds are not enough: the next picture would be the one that is left open."""
    sources = Path(sscviewer.__file__).parent.rglob("*.py")
    own = [path.name for path in sources if re.search(r"\bQPainter\(", path.read_text(encoding="utf-8"))]
    assert own == []
