"""What is chosen in the controls of a view, as plain values: kept in manifests, and set again from them."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from sscviewer.gui.analysis.controls import Controls, said
from sscviewer.gui.language import tr

PLAIN = (str, int, float, bool, type(None))


def choices_of(view: QWidget) -> dict[str, Any]:
    """Return name -> value of every control of a view, by its English name."""
    found: dict[str, Any] = {}
    for controls in view.findChildren(Controls):
        for widget in controls.findChildren(QWidget):
            name, value = widget.objectName(), _value(widget)
            if name and value is not _NOTHING:
                found[name] = value
    return found


def choose_again(view: QWidget, choices: Mapping[str, Any]) -> None:
    """Set the controls of a view; what it does not offer (yet) is left as it is."""
    for controls in view.findChildren(Controls):
        for widget in controls.findChildren(QWidget):
            name = widget.objectName()
            if name in choices and _value(widget) != choices[name]:
                _set(widget, choices[name])


_NOTHING = object()


def _value(widget: QWidget) -> Any:
    if isinstance(widget, QComboBox):
        data = widget.currentData()
        return data if isinstance(data, PLAIN) and data is not None else said(widget)
    if isinstance(widget, QSpinBox | QDoubleSpinBox):
        return widget.value()
    if isinstance(widget, QLineEdit) and not isinstance(widget.parent(), QSpinBox | QDoubleSpinBox):
        return widget.text()
    if isinstance(widget, QToolButton) and widget.menu() is not None:
        return [action.data() for action in widget.menu().actions() if action.isChecked()]
    if isinstance(widget, QAbstractButton) and widget.isCheckable():
        return widget.isChecked()
    return _NOTHING


def _set(widget: QWidget, value: Any) -> None:
    if isinstance(widget, QComboBox):
        at = widget.findData(value)
        at = at if at >= 0 else widget.findText(tr(str(value)))
        if at >= 0:
            widget.setCurrentIndex(at)
            widget.activated.emit(at)
    elif isinstance(widget, QSpinBox | QDoubleSpinBox):
        widget.setValue(value)
    elif isinstance(widget, QLineEdit):
        widget.setText(value)
        widget.editingFinished.emit()
    elif isinstance(widget, QToolButton) and widget.menu() is not None:
        for action in widget.menu().actions():
            action.setChecked(action.data() in value)
    elif isinstance(widget, QAbstractButton) and widget.isCheckable():
        widget.setChecked(bool(value))
