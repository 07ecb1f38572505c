"""Asks how to save a figure."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.dialogs.figure_choices import FORMATS, PRESETS, FigureChoices
from sscviewer.gui.dialogs.question import choose_file, folder_dialog
from sscviewer.gui.state.settings import BY_KEY, Settings
from sscviewer.report.provenance import file_stem


@dataclass(frozen=True, slots=True)
class Subject:
    """What is to be saved.

    Attributes
    ----------
    study, patient, view
        For the file's name; no patient for a figure of the whole trial.
    words
        For the title of the dialog.
    panels
        (name, words) of the parts that can be saved alone.
    """

    study: str
    patient: str
    view: str
    words: str
    panels: tuple[tuple[str, str], ...] = ()


class SaveFigure(QDialog):
    """Format, size, resolution, text size, what, footer, name and folder; remembered when accepted.

    Attributes
    ----------
    choices
        What the user chose.
    """

    def __init__(
        self,
        subject: Subject,
        settings: Settings,
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Save figure of {subject.words}")
        self._subject = subject
        self._settings = settings
        self.what = self._combo("What", (("", "Whole page"), *subject.panels), "")
        self.format = self._combo("Format", FORMATS, settings.text("figure/format"))
        self.size_box = self._combo(
            "Size", tuple((key, words) for key, words, *_ in PRESETS), settings.text("figure/size")
        )
        self.width_mm = self._millimetres("Width", "figure/width_mm")
        self.height_mm = self._millimetres("Height", "figure/height_mm")
        self.height_mm.setSpecialValueText("as needed")
        self.dpi = self._resolution()
        self.font_pt = self._text_size()
        self.footer = self._tick("Footer", "Say below the figure which file it is from", "figure/footer")
        self.manifest = self._tick("Manifest", "Write beside it how it was made", "figure/manifest")
        self.pattern = QLineEdit(settings.text("figure/name_pattern"), self)
        self.pattern.setAccessibleName("File name pattern")
        self.pattern.setToolTip("{study}, {patient} and {view} are filled in")
        self.folder = QLineEdit(str(folder), self)
        self.folder.setAccessibleName("Folder")
        self.preview = QLabel(self)
        self.preview.setWordWrap(True)
        self.preview.setAccessibleName("File to be written")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._lay_out()
        self._connect()
        self._size_chosen()
        self._refresh()

    def _combo(self, name: str, entries: tuple[tuple[str, str], ...], current: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        for value, text in entries:
            combo.addItem(text, value)
        combo.setCurrentIndex(max(combo.findData(current), 0))
        return combo

    def _millimetres(self, name: str, key: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setAccessibleName(name)
        low, high = _limits(key)
        box.setRange(low, high)
        box.setDecimals(0)
        box.setSuffix(" mm")
        box.setValue(self._settings.number(key))
        return box

    def _resolution(self) -> QSpinBox:
        box = QSpinBox(self)
        box.setAccessibleName("Resolution")
        box.setRange(*_limits("figure/dpi"))
        box.setSingleStep(100)
        box.setSuffix(" dpi")
        box.setValue(round(self._settings.number("figure/dpi")))
        return box

    def _text_size(self) -> QDoubleSpinBox:
        box = QDoubleSpinBox(self)
        box.setAccessibleName("Text size")
        box.setRange(*_limits("figure/font_pt"))
        box.setDecimals(1)
        box.setSingleStep(0.5)
        box.setSuffix(" pt")
        box.setValue(self._settings.number("figure/font_pt"))
        return box

    def _tick(self, name: str, text: str, key: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setAccessibleName(name)
        box.setChecked(self._settings.flag(key))
        return box

    def _lay_out(self) -> None:
        browse = QPushButton("Choose…", self)
        browse.setAccessibleName("Choose a folder")
        browse.clicked.connect(self._choose_folder)
        size = QHBoxLayout()
        size.addWidget(self.width_mm)
        size.addWidget(QLabel("×", self))
        size.addWidget(self.height_mm)
        size.addStretch(1)
        place = QHBoxLayout()
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        form = QFormLayout()
        form.addRow("&What", self.what)
        form.setRowVisible(self.what, bool(self._subject.panels))
        form.addRow("&Format", self.format)
        form.addRow("&Size", self.size_box)
        form.addRow("Width × height", size)
        form.addRow("&Resolution", self.dpi)
        form.addRow("&Text size", self.font_pt)
        form.addRow("", self.footer)
        form.addRow("", self.manifest)
        form.addRow("File &name", self.pattern)
        folder_label = QLabel("F&older", self)
        folder_label.setBuddy(self.folder)
        form.addRow(folder_label, place)
        form.addRow("File", self.preview)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 78)

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._refresh)
        self.format.currentIndexChanged.connect(self._refresh)
        self.size_box.currentIndexChanged.connect(self._size_chosen)
        self.pattern.textChanged.connect(self._refresh)
        self.folder.textChanged.connect(self._refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @property
    def choices(self) -> FigureChoices:
        """What the user chose."""
        return FigureChoices(
            path=self._path(),
            width_mm=self.width_mm.value(),
            height_mm=self.height_mm.value(),
            dpi=self.dpi.value(),
            font_pt=self.font_pt.value(),
            panel=self.what.currentData(),
            footer=self.footer.isChecked(),
            manifest=self.manifest.isChecked(),
        )

    def accept(self) -> None:
        """Remember the choices for next time."""
        settings = self._settings
        settings.set("figure/format", self.format.currentData())
        settings.set("figure/size", self.size_box.currentData())
        settings.set("figure/dpi", self.dpi.value())
        settings.set("figure/font_pt", self.font_pt.value())
        settings.set("figure/footer", self.footer.isChecked())
        settings.set("figure/manifest", self.manifest.isChecked())
        settings.set("figure/name_pattern", self.pattern.text())
        settings.set("files/save_folder", self.folder.text())
        if self.size_box.currentData() == "custom":
            settings.set("figure/width_mm", self.width_mm.value())
            settings.set("figure/height_mm", self.height_mm.value())
        super().accept()

    def _path(self) -> Path:
        about = self._subject
        view = self.what.currentData() or about.view
        stem = file_stem(self.pattern.text(), study=about.study, patient=about.patient, view=view)
        return Path(self.folder.text()) / f"{stem}.{self.format.currentData()}"

    @Slot()
    def _size_chosen(self) -> None:
        key = self.size_box.currentData()
        custom = key == "custom"
        for box in (self.width_mm, self.height_mm):
            box.setEnabled(custom)
        if custom:
            self.width_mm.setValue(self._settings.number("figure/width_mm"))
            self.height_mm.setValue(self._settings.number("figure/height_mm"))
            return
        width, height = next((w, h) for name, _, w, h in PRESETS if name == key)
        self.width_mm.setValue(width)
        self.height_mm.setValue(height)

    @Slot()
    def _refresh(self) -> None:
        path = self._path()
        self.dpi.setEnabled(self.format.currentData() == "png")
        there = path.parent.is_dir()
        words = path.name
        if not there:
            words = "This folder does not exist. Choose another one."
        elif path.exists():
            words = f"{path.name} (replaces the file of that name)"
        self.preview.setText(words)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(there)

    @Slot()
    def _choose_folder(self) -> None:
        dialog = folder_dialog(self, "Folder for figures", self.folder.text())
        choose_file(dialog, lambda path: self.folder.setText(str(path)))


def _limits(key: str) -> tuple[int, int]:
    setting = BY_KEY[key]
    return round(setting.low or 0), round(setting.high or 0)
