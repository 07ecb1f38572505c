"""Fusion with full outlines, for high contrast.

Fusion's own are a shade of the window: not seen on black, faint on white.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOption, QStyleOptionComplex, QWidget

_Primitive, _Complex = QStyle.PrimitiveElement, QStyle.ComplexControl
_FRAMED = frozenset(
    {
        _Primitive.PE_FrameLineEdit,
        _Primitive.PE_PanelLineEdit,
        _Primitive.PE_Frame,
        _Primitive.PE_FrameGroupBox,
        _Primitive.PE_FrameMenu,
        _Primitive.PE_FrameTabWidget,
        _Primitive.PE_PanelButtonCommand,
        _Primitive.PE_PanelButtonTool,
        _Primitive.PE_IndicatorCheckBox,
        _Primitive.PE_IndicatorItemViewItemCheck,
    }
)
_ROUND = frozenset({_Primitive.PE_IndicatorRadioButton})
_BOXES = frozenset({_Complex.CC_ComboBox, _Complex.CC_SpinBox})
_FOCUSED = 2.0
"""Width in pixels of the outline of what the keys go to; 1 for the others."""


class Outlined(QProxyStyle):
    """Fusion; every field, button and box is outlined in the colour of the text."""

    def __init__(self) -> None:
        super().__init__("Fusion")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a part, and its outline."""
        super().drawPrimitive(element, option, painter, widget)
        if element in _FRAMED or element in _ROUND:
            _outline(option, painter, is_round=element in _ROUND)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a field with arrows, and its outline."""
        super().drawComplexControl(control, option, painter, widget)
        if control in _BOXES:
            _outline(option, painter)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control; the tab that is shown gets an outline, the others none."""
        super().drawControl(element, option, painter, widget)
        is_shown = bool(option.state & QStyle.StateFlag.State_Selected)
        if element == QStyle.ControlElement.CE_TabBarTabShape and is_shown:
            _outline(option, painter)


def _outline(option: QStyleOption, painter: QPainter, *, is_round: bool = False) -> None:
    has_focus = bool(option.state & QStyle.StateFlag.State_HasFocus)
    role = QPalette.ColorRole.Accent if has_focus else QPalette.ColorRole.WindowText
    width = _FOCUSED if has_focus else 1.0
    painter.save()
    painter.setPen(QPen(option.palette.color(role), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = option.rect.toRectF().adjusted(width / 2, width / 2, -width / 2, -width / 2)
    if is_round:
        painter.drawEllipse(inner)
    else:
        painter.drawRect(inner)
    painter.restore()
