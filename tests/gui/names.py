"""Which controls a screen reader could not name."""

from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
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
        if not isinstance(widget, CONTROLS) or isinstance(widget, QScrollBar):
            continue
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        is_inner = widget.objectName().startswith("qt_") or is_part_of_another(widget)
        if not is_inner and not widget.accessibleName() and not text:
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parent()).__name__}")
    return found


def is_part_of_another(widget: QWidget) -> bool:
    """Whether Qt made the widget itself: the list of a combo box, a spin box's field, a table's corner …"""
    parent = widget.parent()
    is_popup_list = isinstance(widget, QAbstractItemView) and isinstance(parent.parent(), QComboBox)
    of_qt = QAbstractSpinBox | QComboBox | QLineEdit | QAbstractItemView | QTabBar | QTabWidget | QDockWidget
    return is_popup_list or isinstance(parent, of_qt)
