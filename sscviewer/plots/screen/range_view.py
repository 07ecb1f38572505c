"""A pyqtgraph view whose items are our painters: the place of a data area, its two ranges, and the mouse."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal

from sscviewer.plots.box import Box

if TYPE_CHECKING:
    from pyqtgraph.GraphicsScene.mouseEvents import MouseDragEvent
    from PySide6.QtWidgets import QGraphicsSceneResizeEvent, QGraphicsSceneWheelEvent

ACROSS, UP = 0, 1
"""The two axes, as pyqtgraph counts them."""
Zooms = Literal["", "x", "y", "xy"]
"""Along which axes the mouse moves and zooms."""
PAN_SHARE = 0.1
"""A turn of a wheel to the side moves the range by this share of it."""


class RangeView(pg.ViewBox):
    """The data area of one picture as pyqtgraph sees it.

    Its items are painted in the view's pixels with the `Box` that `place` returns, not in data units: our
    painters know nothing of views and draw the same on paper, and hairlines and text keep their size. There
    is therefore nothing whose bounds could be the "auto range": `autoRange` asks for the whole ranges, which
    for a patient's page are those of the trial.

    Parameters
    ----------
    zooms
        Along which axes the mouse moves and zooms.
    inside
        The same for the mouse inside the data area; what is missing there is done by the strips beside it.

    Signals
    -------
    whole_asked
        All there is shall be shown.
    """

    whole_asked = Signal()

    def __init__(self, zooms: Zooms, inside: Zooms) -> None:
        super().__init__(enableMenu=False, defaultPadding=0.0)
        # Labels stand beside the data area; the painters clip the data themselves.
        self.setFlag(self.GraphicsItemFlag.ItemClipsChildrenToShape, False)
        self.setFlag(self.GraphicsItemFlag.ItemHasNoContents, True)
        self.setFlag(self.GraphicsItemFlag.ItemIsFocusable, False)
        self.borderRect.hide()
        self.disableAutoRange()
        self.handles: list[AxisHandle] = []
        self.set_zooms(zooms, inside)

    def set_zooms(self, zooms: Zooms, inside: Zooms) -> None:
        """Say along which axes the mouse moves and zooms: at all, and inside the data area."""
        self.setMouseEnabled(x="x" in zooms, y="y" in zooms)
        self._inside = inside

    def add_handle(self, axis: int) -> None:
        """Let the mouse move and zoom one axis on the strip beside it."""
        self.handles.append(AxisHandle(self, axis))

    def place(self, box: Box) -> Box:
        """Take place and ranges of a box; return the box as pyqtgraph has it now."""
        place = QRectF(box.left, box.top, box.width, box.height)
        if place != self.geometry():
            self.setGeometry(place)
            for handle in self.handles:
                handle.lie_along(box)
        if self.viewRange() != [[box.first, box.last], [box.low, box.high]]:
            self.setRange(xRange=(box.first, box.last), yRange=(box.low, box.high), padding=0)
        return self.on_view(box)

    def on_view(self, box: Box) -> Box:
        """Return a box with the place and the ranges of this view."""
        place, ((first, last), (low, high)) = self.geometry(), self.viewRange()
        return replace(
            box,
            left=place.left(),
            top=place.top(),
            right=place.right(),
            bottom=place.bottom(),
            first=first,
            last=last,
            low=low,
            high=high,
        )

    def resizeEvent(self, ev: QGraphicsSceneResizeEvent) -> None:
        """Know that positions have changed. Ranges follow neither this size nor that of a linked view."""
        self._viewPixelSizeCache = None
        self._matrixNeedsUpdate = True

    def prepareForPaint(self) -> None:
        """Do nothing: there are no items in data units; the mouse's methods ask for the matrix themselves."""

    def autoRange(self, padding: object = None, items: object = None, item: object = None) -> None:
        """Ask for the whole ranges."""
        self.whole_asked.emit()

    def linkedViewChanged(self, view: pg.ViewBox | None, axis: int) -> None:
        """Take over the range of a linked view, number for number.

        pyqtgraph lines views up by where they stand on the screen, in whole pixels, and was seen to shift
        them (its issues 81, 2279, 3476, 3582): an event a few days beside the value it explains.
        """
        if self.linksBlocked or view is None:
            return
        view.blockLink(True)
        try:
            ends = view.viewRange()[axis]
            self.setRange(**{"xRange" if axis == ACROSS else "yRange": ends}, padding=0)
        finally:
            view.blockLink(False)

    def wheelEvent(self, ev: QGraphicsSceneWheelEvent, axis: int | None = None) -> None:
        """Zoom; a wheel turned to the side moves along the x axis."""
        # Else only before the next painting: a second turn of the wheel would zoom around another place.
        self.updateMatrix()
        if ev.orientation() == Qt.Orientation.Horizontal and self.mouseEnabled()[ACROSS]:
            (first, last), turns = self.viewRange()[ACROSS], ev.delta() / 120
            self.translateBy(x=-turns * PAN_SHARE * (last - first))
            ev.accept()
            self.sigRangeChangedManually.emit([True, False])
        elif axis is not None or self._inside:
            super().wheelEvent(ev, self._axis(axis))
        else:
            ev.ignore()

    def mouseDragEvent(self, ev: MouseDragEvent, axis: int | None = None) -> None:
        """Move with the left button, zoom with the right one."""
        self.updateMatrix()
        if axis is not None or self._inside:
            super().mouseDragEvent(ev, self._axis(axis))
        else:
            ev.ignore()

    def _axis(self, axis: int | None) -> int | None:
        """Return the one axis that the mouse changes, None for both."""
        return {"x": ACROSS, "y": UP}.get(self._inside) if axis is None else axis


class AxisHandle(pg.GraphicsWidget):
    """The strip beside an axis, where the mouse changes this axis alone, as on pyqtgraph's own axes.

    It paints nothing: line, ticks and words are the painter's, who draws them on paper as well.
    """

    def __init__(self, view: RangeView, axis: int) -> None:
        super().__init__(view)
        self._view, self._axis = view, axis
        self.setFlag(self.GraphicsItemFlag.ItemHasNoContents, True)
        # Above the items, which would take the mouse else.
        self.setZValue(1)
        sizes = Qt.CursorShape.SizeHorCursor, Qt.CursorShape.SizeVerCursor
        self.setCursor(sizes[axis])

    def lie_along(self, box: Box) -> None:
        """Take the room left of the data area, or below it."""
        if self._axis == UP:
            wide = box.left - box.outer_left
            self.setGeometry(QRectF(-wide, 0.0, wide, box.height))
        else:
            high = min(HANDLE_SHARE * box.height, HANDLE_PX)
            self.setGeometry(QRectF(0.0, box.height, box.width, high))

    def wheelEvent(self, ev: QGraphicsSceneWheelEvent) -> None:
        """Zoom the axis."""
        self._view.wheelEvent(ev, self._axis)

    def mouseDragEvent(self, ev: MouseDragEvent) -> None:
        """Move or zoom the axis."""
        self._view.mouseDragEvent(ev, self._axis)


HANDLE_SHARE, HANDLE_PX = 0.25, 36.0
"""Height of the strip below an x axis: its labels and title, on a low picture less."""
