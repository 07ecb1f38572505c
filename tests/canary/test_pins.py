"""One test per defect that a pin or a work-around is for: when one fails, the pin or the work-around can go.

The letters are those of the project's list of pitfalls: A versions, B export, C lifetime, E screens.
"""

import gc
import subprocess
import sys
import weakref
from pathlib import Path

import pyqtgraph as pg
import pytest
from PySide6.QtCore import QBuffer, QObject, QPointF, QRectF, Signal, qVersion
from PySide6.QtGui import QImage, QPainter, QPdfWriter, QPen
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QPushButton, QWidget

from sscviewer.plots.box import Box
from sscviewer.plots.screen.range_view import RangeView


class Sender(QObject):
    sent = Signal(bool)


class Receiver(QObject):
    def take(self, _: bool) -> None: ...


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal since Python 3.12")
def test_a1_connecting_takes_no_reference_of_true() -> None:
    """PySide6 6.12.0 on Python 3.11 loses one per call and aborts after some hundred."""
    sender, receiver = Sender(), Receiver()
    before = sys.getrefcount(True)
    for _ in range(100):
        sender.sent.connect(receiver.take)
        sender.sent.disconnect(receiver.take)
    assert abs(sys.getrefcount(True) - before) < 50


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True and None are immortal since Python 3.12")
def test_a1_void_calls_take_no_reference_of_none(qapp) -> None:
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(2000):
        widget.update()
    assert sys.getrefcount(None) - before > -1000


def test_a2_pyqtgraph_writes_svg_on_the_older_qt_only(qtbot) -> None:
    """Why its exporter is nowhere used: pyqtgraph 0.14.0 cannot write SVG on Qt >= 6.11."""
    from pyqtgraph.exporters import SVGExporter

    view = pg.PlotWidget()
    qtbot.addWidget(view)
    view.plot([1, 2, 3], symbol="o")
    if tuple(int(part) for part in qVersion().split(".")[:2]) < (6, 11):
        assert b"<svg" in SVGExporter(view.plotItem).export(toBytes=True)
    else:
        with pytest.raises(ValueError, match="unpack"):
            SVGExporter(view.plotItem).export(toBytes=True)


def axis_width_changes(pin: bool) -> bool:
    view = pg.PlotWidget()
    axis = view.getPlotItem().getAxis("left")
    axis.setTicks([[(1.0, "a long label of a tick"), (2.0, "b")]])
    if pin:
        axis.setWidth(60)
    view.plot([1, 2, 3])
    view.resize(400, 300)
    view.show()
    view.getPlotItem().layout.activate()
    before = axis.width()
    view.grab()
    view.getPlotItem().layout.activate()
    changed = axis.width() != before
    view.deleteLater()
    return changed


def test_b1_text_ticks_change_an_axis_after_the_first_paint(qapp) -> None:
    """Why our axes are drawn by us in a margin of fixed width."""
    assert axis_width_changes(pin=False)
    assert not axis_width_changes(pin=True)


def axis_line_in_pdf(resolution: int) -> float:
    """Return the share of the page's width that a pyqtgraph axis 300 px long takes in a PDF."""
    import pypdfium2

    view = pg.GraphicsLayoutWidget()
    axis = pg.AxisItem("bottom", pen="k")
    axis.setRange(0, 10)
    view.addItem(axis)
    view.resize(300, 60)
    view.setBackground("w")
    view.show()
    view.grab()
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(resolution)
    painter = QPainter(writer)
    view.scene().render(painter, QRectF(0, 0, 300, 60), QRectF(0, 0, 300, 60))
    painter.end()
    view.deleteLater()
    document = pypdfium2.PdfDocument(bytes(buffer.data().data()))
    image = document[0].render(scale=resolution / 72, grayscale=True).to_numpy()[:70]
    document.close()
    columns = (image < 128).any(axis=0).nonzero()[0]
    return float(columns.max() - columns.min())


def test_b8_axes_on_paper_are_wrong_unless_the_resolution_is_the_screens(qapp) -> None:
    """Why no pyqtgraph axis is in a saved figure: elsewhere its lines end where its scale does not."""
    screen = round(qapp.primaryScreen().logicalDotsPerInch())
    assert axis_line_in_pdf(screen) == pytest.approx(300, abs=40)
    assert axis_line_in_pdf(72) < 250


def test_b7_a_pen_of_our_kind_is_right_in_svg_a_cosmetic_one_is_not(qapp) -> None:
    """Why pens are never cosmetic: QSvgGenerator gives them to vector-effect, which librsvg does not know."""

    def svg(cosmetic: bool) -> str:
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
        generator.setOutputDevice(buffer)
        painter = QPainter(generator)
        painter.scale(40, 1)
        pen = QPen()
        pen.setWidthF(2)
        pen.setCosmetic(cosmetic)
        painter.setPen(pen)
        painter.drawLine(QPointF(0, 0), QPointF(5, 5))
        painter.end()
        return bytes(buffer.data().data()).decode()

    assert "non-scaling-stroke" in svg(cosmetic=True)
    assert "non-scaling-stroke" not in svg(cosmetic=False)


def test_b7_clip_paths_reach_svg_1_1(qapp) -> None:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    painter = QPainter(generator)
    painter.setClipRect(QRectF(0, 0, 10, 10))
    painter.drawLine(QPointF(0, 0), QPointF(50, 50))
    painter.end()
    assert b"clip-path" in buffer.data().data()


def linked_offset() -> float:
    """Return by how many days a plot across two columns is moved when linked to one in one column."""
    view = pg.GraphicsLayoutWidget()
    one = view.addPlot(row=0, col=0)
    two = view.addPlot(row=1, col=0, colspan=2)
    view.addPlot(row=0, col=1)
    view.resize(900, 600)
    view.show()
    view.grab()
    two.setXLink(one)
    one.setXRange(0, 52, padding=0)
    offset = abs(two.viewRange()[0][1] - 52)
    view.deleteLater()
    return offset


def test_e_linked_axes_are_moved_by_the_geometry_of_the_screen(qapp) -> None:
    """Why our views take over numbers instead: events days beside values would be a wrong statement."""
    assert linked_offset() > 1


def test_our_linked_views_have_the_same_days_wherever_they_stand(qapp) -> None:
    view = pg.GraphicsView()
    view.resize(900, 600)
    one, two = RangeView("x", "x"), RangeView("x", "x")
    for each in (one, two):
        view.scene().addItem(each)
    one.place(Box(0, 0, 0, 300, 100, 300, 0.0, 10.0))
    two.place(Box(0, 50.3, 100, 900, 200, 900, 0.0, 10.0))
    two.setXLink(one)
    for moved, other in ((one, two), (two, one)):
        moved.setXRange(0, 52 + moved.geometry().x(), padding=0)
        assert other.viewRange()[0] == moved.viewRange()[0]
    view.deleteLater()


class Holder(QWidget):
    def __init__(self, by_lambda: bool) -> None:
        super().__init__()
        button = QPushButton(self)
        button.clicked.connect((lambda: self.act()) if by_lambda else self.act)

    def act(self) -> None: ...


@pytest.mark.parametrize("by_lambda", [False, True])
def test_c1_a_lambda_holding_self_keeps_a_widget_for_ever(qapp, by_lambda) -> None:
    """Why signals are connected to bound methods."""
    holder = Holder(by_lambda)
    ref = weakref.ref(holder)
    del holder
    gc.collect()
    assert (ref() is not None) == by_lambda
    if by_lambda:
        ref().deleteLater()


CLOSE = """
import sys
sys.path.insert(0, {root!r})
from PySide6.QtWidgets import QApplication
import pyqtgraph as pg
from sscviewer.plots.patient.patient_figure import PatientFigure
from sscviewer.plots.style import screen_style
from tests.plots.conftest import Trial
from tests.plots.dense_study import dense_study
app = QApplication([])
trial = Trial(dense_study(0))
figure = PatientFigure(screen_style(False, 9.0, 1.0))
figure.set_frame(trial.frame)
figure.show_page(trial.page("S04"))
figure.show()
app.processEvents()
{close}
app.processEvents()
print("alive", flush=True)
import os
os._exit(0)
"""


@pytest.mark.parametrize(
    ("close", "lives"), [("figure.close()", True), ("pg.GraphicsView.close(figure)", False)]
)
def test_pyqtgraph_close(close, lives) -> None:
    """pyqtgraph 0.14.0's GraphicsView.close() clears a scene on view, and ours crashes in it."""
    root = str(Path(__file__).resolve().parents[2])
    code = CLOSE.format(root=root, close=close)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode == 0 and "alive" in done.stdout) == lives, done.stderr


def test_b6_a_page_painted_on_a_picture_twice_as_fine_is_not_cropped(qapp) -> None:
    """Our drawing knows nothing of pixel ratios: the painter alone scales."""
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(2.0)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    painter.fillRect(QRectF(0, 0, 10, 10), 0xFF000000)
    painter.end()
    assert image.pixelColor(19, 19).lightness() == 0
