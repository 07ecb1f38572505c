"""Which controls a screen reader could not name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QTextEdit,
    QWidget,
)

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)


def nameless(root: QWidget) -> list[str]:
    """Return every control in a window that has neither a name nor words of its own."""
    found = []
    for widget in root.findChildren(QWidget):
        if needs_name(widget) and not widget.accessibleName():
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


def needs_name(widget: QWidget) -> bool:
    """Whether a user reads, operates or reaches the widget, and it has no words of its own."""
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    if isinstance(widget, QScrollBar) or not (reached or isinstance(widget, CONTROLS)):
        return False
    is_inner = widget.objectName().startswith("qt_") or is_part_of_another(widget)
    return not is_inner and not (isinstance(widget, QAbstractButton) and widget.text())


def unnamed_on_purpose(root: QWidget) -> int:
    """Take every name away that `nameless` asks for; how many there were."""
    named = [w for w in root.findChildren(QWidget) if needs_name(w) and w.accessibleName()]
    for widget in named:
        widget.setAccessibleName("")
    return len(named)


def is_part_of_another(widget: QWidget) -> bool:
    """Whether Qt made the widget itself: the list of a combo box, a spin box's field, a table's corner …"""
    parent = widget.parent()
    is_popup_list = isinstance(widget, QAbstractItemView) and isinstance(parent.parent(), QComboBox)
    of_qt = QAbstractSpinBox | QComboBox | QLineEdit | QAbstractItemView | QTabBar | QTabWidget | QDockWidget
    is_viewport = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    return is_popup_list or is_viewport or isinstance(parent, of_qt)
