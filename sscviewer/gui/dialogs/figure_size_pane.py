"""How large a figure is, its text, and how finely its pixels lie."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel, QSpinBox, QWidget

from sscviewer.gui.dialogs.figure_choices import PRESETS
from sscviewer.gui.language import tr
from sscviewer.gui.state.settings import BY_KEY, Settings


class FigureSizePane(QWidget):
    """Width and height, which a preset may say instead, size of the text and resolution.

    Signals
    -------
    changed
        One of them is another.
    """

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.width_mm = self._box(settings, tr("Width"), "figure/width_mm", tr(" mm"))
        self.height_mm = self._box(settings, tr("Height"), "figure/height_mm", tr(" mm"))
        self.height_mm.setSpecialValueText(tr("as needed"))
        self.font_pt = self._box(settings, tr("Text size"), "figure/font_pt", tr(" pt"), decimals=1)
        self.font_pt.setSingleStep(0.5)
        self.dpi = QSpinBox(self)
        self.dpi.setAccessibleName(tr("Resolution"))
        self.dpi.setRange(*_limits("figure/dpi"))
        self.dpi.setSingleStep(100)
        self.dpi.setSuffix(tr(" dpi"))
        self.dpi.setValue(round(settings.number("figure/dpi")))
        size = QHBoxLayout()
        size.addWidget(self.width_mm)
        size.addWidget(QLabel("×", self))
        size.addWidget(self.height_mm)
        size.addStretch(1)
        form = QFormLayout(self)
        form.addRow(tr("Width × height"), size)
        form.addRow(tr("&Text size"), self.font_pt)
        form.addRow(tr("&Resolution"), self.dpi)
        for box in (self.width_mm, self.height_mm, self.dpi, self.font_pt):
            box.valueChanged.connect(self.changed)

    def _box(
        self, settings: Settings, name: str, key: str, unit: str, *, decimals: int = 0
    ) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setAccessibleName(name)
        box.setRange(*_limits(key))
        box.setDecimals(decimals)
        box.setSuffix(unit)
        box.setValue(settings.number(key))
        return box

    def use_preset(self, key: str) -> None:
        """Take width and height of a preset; "custom" leaves them to the user."""
        is_custom = key == "custom"
        for box in (self.width_mm, self.height_mm):
            box.setEnabled(is_custom)
        if is_custom:
            return
        width, height = next((w, h) for name, _, w, h in PRESETS if name == key)
        self.width_mm.setValue(width)
        self.height_mm.setValue(height)

    @property
    def values(self) -> dict[str, Any]:
        """What is remembered of a view and kept in a style."""
        return {
            "width_mm": self.width_mm.value(),
            "height_mm": self.height_mm.value(),
            "dpi": self.dpi.value(),
            "font_pt": self.font_pt.value(),
        }

    def take(self, values: dict[str, Any]) -> None:
        """Choose what was remembered; what is not named stays, and so do width and height of a preset."""
        if values.get("size") == "custom":
            self.width_mm.setValue(values.get("width_mm", self.width_mm.value()))
            self.height_mm.setValue(values.get("height_mm", self.height_mm.value()))
        self.dpi.setValue(round(values.get("dpi", self.dpi.value())))
        self.font_pt.setValue(values.get("font_pt", self.font_pt.value()))


def _limits(key: str) -> tuple[int, int]:
    setting = BY_KEY[key]
    return round(setting.low or 0), round(setting.high or 0)
