"""What every picture on screen is: a pyqtgraph view that tells what is under the mouse, with its menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent, QCursor, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QMenu, QToolButton, QToolTip, QWidget

from sscviewer.plots.mark import Mark
from sscviewer.plots.screen.plain_tip import plain_tip

if TYPE_CHECKING:
    from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent

ZOOM_STEP, PAN_STEP = 0.8, 0.1
"""What a key or an entry of the menu does to a range: this share of it is left; it moves by this share."""

HOVER_MS = 3_600_000
"""How long the words stay while the mouse rests: an hour. Qt would take them away after ten seconds."""
BUTTON_GAP = 4
"""From the corner of the picture to the button that shows all, in pixels."""

# The one option of pyqtgraph that we change: it would drop moves of the mouse that follow within 10 ms, and
# with the last of them what is under the mouse when it stops. Qt itself joins moves we are too slow for.
pg.setConfigOptions(mouseRateLimit=-1)


class _KeepHoverText(QObject):
    """Takes the question for a hover text: Qt's view would ask its items for theirs, and hide ours."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.ToolTip


class Canvas(pg.GraphicsView):
    """Subclasses fill the scene, know what lies where, and zoom.

    Signals
    -------
    hovered, clicked
        The mark under the mouse, or None.
    menu_opening
        The menu about to be shown, the mark it is opened on or None, and the name of the panel or "": who
        listens adds what can be done with them.
    """

    hovered = Signal(object)
    clicked = Signal(object)
    menu_opening = Signal(object, object, str)

    def __init__(self, parent: QWidget | None = None, *, interactive: bool = True) -> None:
        super().__init__(parent, useOpenGL=False, background=None)
        # pyqtgraph keeps the background as a picture; of 3 000 lanes that is 200 MB of one colour.
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self._mark: Mark | None = None
        self.setInteractive(interactive)
        self.setMouseTracking(interactive)
        self.viewport().setMouseTracking(interactive)
        self._whole_button: QToolButton | None = None
        self.viewport().installEventFilter(_KeepHoverText(self))
        self.scene().sigMouseClicked.connect(self._scene_clicked)

    def _new_button(self) -> QToolButton:
        """Return pyqtgraph's "A", in its words: there only while something is zoomed."""
        button = QToolButton(self.viewport())
        button.setText("A")
        button.setToolTip("Show all (or double click)")
        button.setAccessibleName("Show all")
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.move(BUTTON_GAP, BUTTON_GAP)
        button.clicked.connect(self._show_all)
        return button

    def show_zoom(self) -> None:
        """Offer to show all again while not all is shown; subclasses say when that may have changed."""
        wanted = self.can_zoom and self.is_zoomed
        if wanted and self._whole_button is None:
            self._whole_button = self._new_button()
        if self._whole_button is not None:
            self._whole_button.setVisible(wanted)

    def mark_under(self, at: QPointF) -> Mark | None:
        """Return what is drawn at a position."""
        raise NotImplementedError

    def panel_under(self, at: QPointF) -> str:
        """Return the name of the panel at a position, "" for none."""
        return ""

    @property
    def is_zoomed(self) -> bool:
        """Whether less, or more, than the whole is on view."""
        raise NotImplementedError

    def show_all(self) -> None:
        """Show the whole ranges."""
        raise NotImplementedError

    def zoom(self, factor: float) -> None:
        """Make the range along the x axis, or the only one there is, longer or shorter by a factor."""
        raise NotImplementedError

    def pan(self, share: float) -> None:
        """Move along the x axis by a share of the range on view."""
        raise NotImplementedError

    @property
    def can_zoom(self) -> bool:
        """Whether there is an axis to zoom."""
        return bool(self.isInteractive())

    def close(self) -> bool:
        """Close like any widget.

        pyqtgraph 0.14.0's own close() clears the scene while it is on view, and the process crashes in it
        (canary: test_pyqtgraph_close).
        """
        return bool(QWidget.close(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, or where there is nothing to scroll; else leave the wheel to the page."""
        wants_zoom = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if self.isInteractive() and (wants_zoom or not self._is_cut_off()):
            super().wheelEvent(event)
        else:
            event.ignore()

    def _is_cut_off(self) -> bool:
        """Whether part of the picture has to be scrolled to."""
        seen = self.viewport().visibleRegion().boundingRect()
        return bool(self.isVisible() and seen.height() < self.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let pyqtgraph begin a click or a drag; whatever is behind the picture gets neither."""
        super().mousePressEvent(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let pyqtgraph end a click or a drag."""
        super().mouseReleaseEvent(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show all there is."""
        super().mouseDoubleClickEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.isInteractive():
            self.show_all()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what is under the mouse; pyqtgraph drags."""
        super().mouseMoveEvent(event)
        if self.isInteractive():
            self.point(event.position())
        event.accept()

    def point(self, at: QPointF | None) -> None:
        """Know where the mouse is; None when it has left."""
        mark = self.mark_under(at) if at is not None else None
        if mark != self._mark:
            self._mark = mark
            self.hovered.emit(mark)

    def tell(self, mark: Mark | None) -> None:
        """Show what is said about a mark beside the mouse, as long as the mouse stays on it."""
        if mark is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(QCursor.pos(), plain_tip(mark.text), self, QRect(), HOVER_MS)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        self.point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom and move by keys as by the mouse."""
        key = event.key()
        if self.can_zoom and key in _ZOOM_KEYS:
            self.zoom(_ZOOM_KEYS[key])
        elif self.can_zoom and key in _PAN_KEYS:
            self.pan(_PAN_KEYS[key])
        else:
            event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu by its key; for the mouse pyqtgraph tells clicks from drags."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.isInteractive():
            middle = self.rect().center()
            self._open_menu(QPointF(middle), self.mapToGlobal(middle))
        event.accept()

    @Slot(object)
    def _scene_clicked(self, event: MouseClickEvent) -> None:
        at = QPointF(event.scenePos())
        if event.button() == Qt.MouseButton.RightButton:
            self._open_menu(at, event.screenPos().toPoint())
        elif event.button() == Qt.MouseButton.LeftButton and not event.double():
            self.clicked.emit(self.mark_under(at))

    def _open_menu(self, at: QPointF, place: QPoint) -> None:
        menu = self.menu_at(at)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(place)

    def menu_at(self, at: QPointF) -> QMenu:
        """Return the menu for a position: what listeners add for the mark, then what the view can do."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opening.emit(menu, self.mark_under(at), self.panel_under(at))
        if self.can_zoom:
            if not menu.isEmpty():
                menu.addSeparator()
            menu.addAction("Zoom in\t+").triggered.connect(self._zoom_in)
            menu.addAction("Zoom out\t−").triggered.connect(self._zoom_out)
            whole = menu.addAction("Show all\tdouble click")
            whole.setEnabled(self.is_zoomed)
            whole.triggered.connect(self._show_all)
        return menu

    @Slot()
    def _zoom_in(self) -> None:
        self.zoom(ZOOM_STEP)

    @Slot()
    def _zoom_out(self) -> None:
        self.zoom(1 / ZOOM_STEP)

    @Slot()
    def _show_all(self) -> None:
        self.show_all()


_ZOOM_KEYS: dict[int, float] = {
    Qt.Key.Key_Plus: ZOOM_STEP,
    Qt.Key.Key_Equal: ZOOM_STEP,
    Qt.Key.Key_Minus: 1 / ZOOM_STEP,
}
_PAN_KEYS: dict[int, float] = {Qt.Key.Key_Left: -PAN_STEP, Qt.Key.Key_Right: PAN_STEP}


def zoomed(ends: tuple[float, float], factor: float) -> tuple[float, float]:
    """Return a range longer or shorter by a factor, around the same middle."""
    middle, half = (ends[0] + ends[1]) / 2, factor * (ends[1] - ends[0]) / 2
    return middle - half, middle + half


def moved(ends: tuple[float, float], share: float) -> tuple[float, float]:
    """Return a range moved by a share of its length."""
    step = share * (ends[1] - ends[0])
    return ends[0] + step, ends[1] + step
