"""The patient page as a widget: zoom and pan in time, cursor, hover and click."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from sscviewer.plots.box import Box
from sscviewer.plots.ink import Ink
from sscviewer.plots.mark import Mark
from sscviewer.plots.panel import View
from sscviewer.plots.patient.page_drawing import PageDrawing, whole_range
from sscviewer.plots.patient.scene_items import CursorItem, StripItem
from sscviewer.plots.style import Style
from sscviewer.plots.ticks import TimeUnit

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.model_lines import ModelLines
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame

LEAST_SPAN, MOST_SPAN = 7.0, 40_000.0
"""Days on view at the deepest zoom and at the widest."""
WHEEL_FACTOR = 1.25
DRAG_PIXELS = 4
"""A press that moves less than this is a click."""


class PatientFigure(pg.GraphicsLayoutWidget):
    """Draws one patient of a trial.

    The panels share one time axis because they are placed by one function from one range: there is nothing to
    keep in sync (pyqtgraph's setXLink can shift views against each other: its issues 81, 2279, 3476, 3582).
    """

    hovered = Signal(object)
    clicked = Signal(object)
    cursor_moved = Signal(float)
    day_range_changed = Signal(float, float)
    placed = Signal()

    _drawing: PageDrawing | None = None
    _page: PatientPage | None = None

    def __init__(self, style: Style, parent: QWidget | None = None, interactive: bool = True) -> None:
        super().__init__(parent=parent)
        self._style = style
        self._ink = Ink(style)
        self._frame: TrialFrame | None = None
        self._view = View(-1.0, 29.0)
        self._items: list[StripItem] = []
        self._cursor: CursorItem | None = None
        self._mark: Mark | None = None
        self._pressed: tuple[QPointF, View, bool] | None = None
        self.setBackground(style.background)
        self.setInteractive(interactive)
        self.setMouseTracking(interactive)
        self.viewport().setMouseTracking(interactive)

    def set_frame(self, frame: TrialFrame) -> None:
        """Build the panels for a trial's parameters and show all of its days."""
        self._frame = frame
        self._page = None
        first, last = whole_range(frame)
        self._view = replace(self._view, first=first, last=last)
        self._build()

    def show_page(self, page: PatientPage) -> None:
        """Draw another patient; days on view stay."""
        self._page = page
        self._mark = None
        self._refresh()

    def set_time_unit(self, unit: TimeUnit) -> None:
        """Label the time axis in months, study days or calendar dates."""
        self._view = replace(self._view, time_unit=unit)
        self._refresh()

    def set_bands(self, bands: frozenset[str]) -> None:
        """Choose what lies in the trajectories: "cohort", "model", "relative10", "eligibility"."""
        self._view = replace(self._view, bands=bands)
        self._refresh()

    def set_models(self, models: tuple[ModelLines, ...]) -> None:
        """Take over the model's lines when they have been computed; all else stays."""
        if self._frame is not None and self._drawing is not None:
            self._frame = replace(self._frame, models=models)
            self._drawing.frame = self._frame
            self._refresh()

    def set_style(self, style: Style) -> None:
        """Draw in other colours or sizes."""
        self._style = style
        self._ink = Ink(style)
        self.setBackground(style.background)
        self._build()

    def set_day_range(self, first: float, last: float) -> None:
        """Show these study days; a range outside what can be drawn is brought inside."""
        span = min(max(last - first, LEAST_SPAN), MOST_SPAN)
        middle = (first + last) / 2
        first, last = middle - span / 2, middle + span / 2
        if (first, last) == self.day_range:
            return
        self._view = replace(self._view, first=first, last=last)
        self._refresh()
        self.day_range_changed.emit(first, last)

    def reset_day_range(self) -> None:
        """Show all days of the trial."""
        if self._frame is not None:
            self.set_day_range(*whole_range(self._frame))

    @property
    def day_range(self) -> tuple[float, float]:
        """First and last study day on view."""
        return self._view.first, self._view.last

    @property
    def drawing(self) -> PageDrawing | None:
        """The panels with their places: what tests and other tools may ask for positions."""
        return self._drawing

    def height_needed(self) -> int:
        """Return the height in pixels at which every lane can still be read."""
        if self._drawing is None or self._page is None:
            return 0
        return int(self._drawing.wanted_height(self._page, self._view, self.width(), least=True) + 1)

    def panel_names(self) -> tuple[str, ...]:
        """Return "dose", "events" and the parameters: what can be saved alone."""
        return self._drawing.data_names if self._drawing else ()

    def _build(self) -> None:
        for item in (*self._items, self._cursor):
            if item is not None:
                self.scene().removeItem(item)
        self._items, self._cursor, self._drawing = [], None, None
        if self._frame is None:
            return
        self._drawing = PageDrawing(self._frame, self._ink)
        self._items = [StripItem(self._drawing) for _ in self._drawing.panels]
        self._cursor = CursorItem(self._drawing)
        for strip_item in self._items:
            self.scene().addItem(strip_item)
        self.scene().addItem(self._cursor)
        self._refresh()

    def _refresh(self) -> None:
        if self._drawing is None or self._page is None or self._cursor is None:
            return
        width, height = float(self.width()), float(self.height())
        self._drawing.lay_out(self._page, self._view, width, height)
        for item, strip in zip(self._items, self._drawing.strips, strict=True):
            item.show_strip(strip, width)
        self._cursor.resize(width, height)
        self.placed.emit()

    def close(self) -> bool:
        """Close like any widget.

        pyqtgraph 0.14.0's own close() clears the scene while it is on view, and the process crashes in it
        (canary: test_pyqtgraph_close).
        """
        return QWidget.close(self)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Give the panels their new places."""
        super().resizeEvent(event)
        self._refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag or a click."""
        if event.button() == Qt.MouseButton.LeftButton and self.isInteractive():
            self._pressed = (event.position(), self._view, False)
        elif event.button() == Qt.MouseButton.RightButton and self.isInteractive():
            self.reset_day_range()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while the button is down, else move the cursor line."""
        at = event.position()
        if self._pressed is not None:
            self._drag(at)
        self._point(at)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag, or click on what is under the mouse."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not pressed[2] and self._drawing is not None:
            mark = self._drawing.mark_at(event.position().x(), event.position().y())
            if mark is not None:
                self.clicked.emit(mark)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all days."""
        self.reset_day_range()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the day under the mouse; beside the data the wheel scrolls the page."""
        day = self._day_at(event.position())
        turns = event.angleDelta().y() / 120
        if day is None or not turns or not self.isInteractive():
            event.ignore()
            return
        factor = WHEEL_FACTOR**-turns
        first, last = self.day_range
        span = min(max((last - first) * factor, LEAST_SPAN), MOST_SPAN)
        factor = span / (last - first)
        self.set_day_range(day - (day - first) * factor, day + (last - day) * factor)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the cursor line away."""
        self._show_cursor(None)
        self._hover(None)

    def _drag(self, at: QPointF) -> None:
        assert self._pressed is not None
        start, view, moved = self._pressed
        box = self._time_box()
        if box is None or (not moved and abs(at.x() - start.x()) < DRAG_PIXELS):
            return
        self._pressed = (start, view, True)
        days = (at.x() - start.x()) / box.width * (view.last - view.first)
        self.set_day_range(view.first - days, view.last - days)

    def _point(self, at: QPointF) -> None:
        self._show_cursor(self._day_at(at))
        self._hover(self._drawing.mark_at(at.x(), at.y()) if self._drawing else None)

    def _hover(self, mark: Mark | None) -> None:
        if mark != self._mark:
            self._mark = mark
            self.hovered.emit(mark)

    def _show_cursor(self, day: float | None) -> None:
        if self._cursor is not None and self._cursor.day != day:
            self._cursor.move_to(day)
            self.cursor_moved.emit(float("nan") if day is None else day)

    def _time_box(self) -> Box | None:
        strips = self._drawing.strips if self._drawing else ()
        return strips[0].panel.box if strips else None

    def _day_at(self, at: QPointF) -> float | None:
        box = self._time_box()
        if box is None or not box.left <= at.x() <= box.right:
            return None
        return box.day(at.x())
