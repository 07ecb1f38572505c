"""The patient page as a widget: zoom and pan in time, cursor, hover and click."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from sscviewer.plots.ink import Ink
from sscviewer.plots.notes import Note
from sscviewer.plots.panel import View
from sscviewer.plots.patient.page_drawing import PageDrawing, whole_range
from sscviewer.plots.patient.scene_items import CursorItem, PanelItem
from sscviewer.plots.screen.canvas import Canvas, moved, zoomed
from sscviewer.plots.screen.range_view import ACROSS, UP
from sscviewer.plots.style import Style
from sscviewer.plots.ticks import TimeUnit

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.model_lines import ModelLines
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame
    from sscviewer.plots.mark import Mark

LEAST_SPAN, MOST_SPAN = 7.0, 40_000.0
"""Days on view at the deepest zoom and at the widest."""
SAME_DAY = 0.01
"""Ends of a range this close, in days, are the same."""


class PatientFigure(Canvas):
    """Draws one patient of a trial: a pyqtgraph view per panel, all linked to the time axis of the first.

    `View` holds what the user chose to see, and is what the panels draw from; pyqtgraph's views get it, and
    give it back when the mouse has changed them. Items are made for a trial and its parameters, and stay when
    the patient changes.

    Signals
    -------
    cursor_moved
        The study day under the mouse, NaN when it has left.
    day_range_changed
        First and last study day on view.
    placed
        The panels have their places.
    """

    cursor_moved = Signal(float)
    day_range_changed = Signal(float, float)
    placed = Signal()

    _drawing: PageDrawing | None = None
    _notes: tuple[Note, ...] = ()
    _page: PatientPage | None = None

    def __init__(self, style: Style, parent: QWidget | None = None, interactive: bool = True) -> None:
        super().__init__(parent, interactive=interactive)
        self._style = style
        self._ink = Ink(style)
        self._frame: TrialFrame | None = None
        self._beside: tuple[PatientPage, ...] = ()
        self._view = View(-1.0, 29.0)
        self._items: list[PanelItem] = []
        self._cursor: CursorItem | None = None
        self.setBackground(style.background)

    def set_frame(self, frame: TrialFrame) -> None:
        """Build the panels for a trial's parameters and show all of its days."""
        self._frame = frame
        self._page = None
        first, last = whole_range(frame)
        self._view = replace(self._view, first=first, last=last, values={})
        self._build()

    def set_beside(self, pages: tuple[PatientPage, ...]) -> None:
        """Make the panels as high as those of pages that lie beside this one; shown with the next page."""
        self._beside = pages
        if self._drawing is not None:
            self._drawing.beside = pages

    def show_page(self, page: PatientPage) -> None:
        """Draw another patient; days on view stay."""
        self._page = page
        self._mark = None
        self._refresh()

    def set_notes(self, notes: tuple[Note, ...]) -> None:
        """Show what the user wrote on the page of the patient shown."""
        self._notes = notes
        if self._drawing is not None and self._drawing.notes != notes:
            self._drawing.notes = notes
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
        if (first, last) != self.day_range:
            self._see(replace(self._view, first=first, last=last))

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
        for item in self._items:
            self.scene().removeItem(item.view)
        if self._cursor is not None:
            self.scene().removeItem(self._cursor)
        self._items, self._cursor, self._drawing = [], None, None
        if self._frame is None:
            return
        self._drawing = PageDrawing(self._frame, self._ink)
        self._drawing.notes = self._notes
        self._drawing.beside = self._beside
        self._items = [PanelItem(self._drawing, panel) for panel in self._drawing.panels]
        self._cursor = CursorItem(self._drawing)
        for item in self._items:
            item.view.setLimits(minXRange=LEAST_SPAN, maxXRange=MOST_SPAN)
            item.view.sigRangeChangedManually.connect(self._ranges_moved)
            item.view.whole_asked.connect(self.show_all)
            self.scene().addItem(item.view)
            if item is not self._items[0]:
                item.view.setXLink(self._items[0].view)
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
        self.show_zoom()
        self.placed.emit()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        """Give the panels their new places."""
        super().resizeEvent(event)
        self._refresh()

    def mark_under(self, at: QPointF) -> Mark | None:
        """Return the record drawn at a position."""
        return self._drawing.mark_at(at.x(), at.y()) if self._drawing else None

    def panel_under(self, at: QPointF) -> str:
        """Return the name of the panel at a position: "dose", "events", a parameter; "" for none of these."""
        strips = self._drawing.strips if self._drawing else ()
        names = (strip.panel.name for strip in strips if strip.top <= at.y() < strip.bottom)
        return next((name for name in names if name in self.panel_names()), "")

    @property
    def can_zoom(self) -> bool:
        """Whether there is a page to zoom."""
        return self.isInteractive() and self._page is not None

    @property
    def is_zoomed(self) -> bool:
        """Whether days or values are not those that all pages show."""
        return not self.shows_all_days or bool(self._view.values)

    @property
    def shows_all_days(self) -> bool:
        """Whether the days on view are those of the trial."""
        whole = self.day_range if self._frame is None else whole_range(self._frame)
        return max(abs(a - b) for a, b in zip(self.day_range, whole, strict=True)) <= SAME_DAY

    @Slot()
    def show_all(self) -> None:
        """Show all days of the trial, and the values that all patients share."""
        if self._frame is not None:
            first, last = whole_range(self._frame)
            self._see(replace(self._view, first=first, last=last, values={}))

    def zoom(self, factor: float) -> None:
        """Show more or fewer days."""
        self.set_day_range(*zoomed(self.day_range, factor))

    def pan(self, share: float) -> None:
        """Show earlier or later days."""
        self.set_day_range(*moved(self.day_range, share))

    @Slot()
    def _ranges_moved(self) -> None:
        """Take over what the mouse did to pyqtgraph's views; the days of one are the days of all."""
        if self._drawing is None:
            return
        values = dict(self._view.values)
        for item, strip in zip(self._items, self._drawing.strips, strict=True):
            box, (low, high) = strip.panel.box, item.view.viewRange()[UP]
            if box is not None and (low, high) != (box.low, box.high):
                values[strip.panel.name] = (low, high)
        first, last = self._items[0].view.viewRange()[ACROSS]
        self._see(replace(self._view, first=first, last=last, values=values))

    def _see(self, view: View) -> None:
        """Show other days or values."""
        before, self._view = self.day_range, view
        self._refresh()
        if self.day_range != before:
            self.day_range_changed.emit(*self.day_range)

    def point(self, at: QPointF | None) -> None:
        """Move the cursor line with the mouse, and tell what is under it."""
        self._show_cursor(None if at is None else self._day_at(at))
        super().point(at)

    def _show_cursor(self, day: float | None) -> None:
        if self._cursor is not None and self._cursor.day != day:
            self._cursor.move_to(day)
            self.cursor_moved.emit(float("nan") if day is None else day)

    def _day_at(self, at: QPointF) -> float | None:
        strips = self._drawing.strips if self._drawing else ()
        box = strips[0].panel.box if strips else None
        return box.day(at.x()) if box is not None and box.left <= at.x() <= box.right else None
