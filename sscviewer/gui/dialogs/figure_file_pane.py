"""What a figure's file is called, what is written below and beside it, and the styles of the user's own."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.state.settings import Settings


class FigureFilePane(QWidget):
    """Footer, manifest, name, and keeping all choices under a name.

    Signals
    -------
    changed
        Footer or name are others.
    style_kept, style_forgotten
        The name of the style.
    """

    changed = Signal()
    style_kept = Signal(str)
    style_forgotten = Signal(str)

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.footer = self._tick(tr("Footer"), tr("Say below the figure which file it is from"))
        self.footer.setChecked(settings.flag("figure/footer"))
        self.manifest = self._tick(tr("Manifest"), tr("Write beside it how it was made"))
        self.manifest.setChecked(settings.flag("figure/manifest"))
        self.pattern = QLineEdit(settings.text("figure/name_pattern"), self)
        self.pattern.setAccessibleName(tr("File name pattern"))
        self.pattern.setToolTip(tr("{study}, {patient} and {view} are filled in"))
        self.style_name = QLineEdit(self)
        self.style_name.setAccessibleName(tr("Name of the style"))
        self.style_name.setPlaceholderText(tr("Name"))
        self.keep_style, self.forget_style = QPushButton(tr("&Keep"), self), QPushButton(tr("For&get"), self)
        keep = QHBoxLayout()
        keep.addWidget(self.style_name, 1)
        keep.addWidget(self.keep_style)
        keep.addWidget(self.forget_style)
        form = QFormLayout(self)
        form.addRow("", self.footer)
        form.addRow("", self.manifest)
        form.addRow(tr("File na&me"), self.pattern)
        form.addRow(tr("Own style"), keep)
        self.footer.toggled.connect(self.changed)
        self.pattern.textChanged.connect(self.changed)
        self.keep_style.clicked.connect(self._keep)
        self.forget_style.clicked.connect(self._forget)

    def _tick(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setAccessibleName(name)
        return box

    @property
    def values(self) -> dict[str, Any]:
        """What is remembered of a view and kept in a style."""
        return {"footer": self.footer.isChecked(), "manifest": self.manifest.isChecked()}

    def take(self, values: dict[str, Any]) -> None:
        """Choose what was remembered; what is not named stays."""
        self.footer.setChecked(values.get("footer", self.footer.isChecked()))
        self.manifest.setChecked(values.get("manifest", self.manifest.isChecked()))

    @Slot()
    def _keep(self) -> None:
        self.style_kept.emit(self.style_name.text().strip())

    @Slot()
    def _forget(self) -> None:
        self.style_forgotten.emit(self.style_name.text().strip())
        self.style_name.clear()
