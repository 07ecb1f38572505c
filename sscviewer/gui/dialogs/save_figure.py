"""Asks how to save a figure: what, format, size and folder, with its picture; all else is folded away."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.dialogs.figure_choices import FORMATS, PIXELS, PRESETS, STYLES, FigureChoices
from sscviewer.gui.dialogs.figure_file_pane import FigureFilePane
from sscviewer.gui.dialogs.figure_look_pane import FigureLookPane
from sscviewer.gui.dialogs.figure_notes_pane import FigureNotesPane
from sscviewer.gui.dialogs.figure_preview import FigurePreview
from sscviewer.gui.dialogs.figure_size_pane import FigureSizePane
from sscviewer.gui.dialogs.hand_over import copy_as_drawing, drag_out, print_with_preview
from sscviewer.gui.dialogs.question import choose_file, folder_dialog
from sscviewer.gui.language import tr
from sscviewer.gui.state.figure_looks import keep_saved, keep_style, last_saved, own_styles
from sscviewer.gui.state.settings import Settings
from sscviewer.on_disk import is_folder, is_there
from sscviewer.plots.paper.figure_formats import FIGURE_FORMATS
from sscviewer.plots.paper.figure_look import FigureLook
from sscviewer.report.provenance import file_stem

if TYPE_CHECKING:
    from sscviewer.plots.paper.figure_files import Paper

MakePaper = Callable[[FigureChoices], "Paper | str"]
"""Returns the figure laid out as chosen, or the sentence why it cannot be."""


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
    title
        The figure's own title; "" where it has none to change.
    axes
        The axes that can be limited, and what they are called: {"x": "Horizontal axis"}.
    series
        Arms or groups whose order can be changed.
    takes_notes
        Whether a note has a place on it.
    """

    study: str
    patient: str
    view: str
    words: str
    panels: tuple[tuple[str, str], ...] = ()
    title: str = ""
    axes: dict[str, str] = field(default_factory=dict)
    series: tuple[str, ...] = ()
    takes_notes: bool = True


class SaveFigure(QDialog):
    """The common case is format, size and Save; remembered for each view when accepted.

    Attributes
    ----------
    choices
        What the user chose.
    picture
        The figure as it will be saved.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    """

    told = Signal(str, str)

    def __init__(
        self,
        subject: Subject,
        settings: Settings,
        folder: Path,
        make: MakePaper,
        look: FigureLook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Save figure of {words}").format(words=subject.words))
        self._subject, self._settings, self._make_paper = subject, settings, make
        last = last_saved(settings, subject.view)
        self.what = self._combo(tr("What"), (("", "Whole page"), *subject.panels), "")
        self.panels = self._panel_list()
        self.style_box = self._combo(tr("Style"), (), "")
        self.format = self._combo(
            tr("Format"), tuple((one, FORMATS[one]) for one in FIGURE_FORMATS), last["format"]
        )
        sizes = tuple((key, words) for key, words, *_ in PRESETS)
        self.size_box = self._combo(tr("Size"), sizes, last["size"])
        self.folder = QLineEdit(str(folder), self)
        self.folder.setAccessibleName(tr("Folder"))
        self.preview = QLabel(self)
        self.preview.setWordWrap(True)
        self.preview.setAccessibleName(tr("File to be written"))
        self.size_pane = FigureSizePane(settings, self)
        self.file_pane = FigureFilePane(settings, self)
        self.look_pane = FigureLookPane(subject.title, subject.axes, subject.series, look, self)
        self.notes_pane = FigureNotesPane(look.notes, subject.panels, self)
        self.picture = FigurePreview(self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        action = QDialogButtonBox.ButtonRole.ActionRole
        self.copy_drawing = self.buttons.addButton(tr("Copy as &drawing"), action)
        self.print = self.buttons.addButton(tr("&Print…"), action)
        self._lay_out()
        self._show_styles()
        self._take(last)
        self._connect()
        self._size_chosen()
        self._refresh()

    def _combo(self, name: str, entries: tuple[tuple[str, str], ...], current: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        for value, text in entries:
            combo.addItem(tr(text), value)
        combo.setCurrentIndex(max(combo.findData(current), 0))
        return combo

    def _panel_list(self) -> QListWidget:
        listed = QListWidget(self)
        listed.setAccessibleName(tr("Panels of the page"))
        for name, words in self._subject.panels:
            item = QListWidgetItem(words, listed)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
        listed.hide()
        return listed

    def _chosen_panels(self) -> tuple[str, ...] | None:
        """Return the panels to save; None for all, of which a page says what it has none of."""
        if self.what.currentData():
            return (self.what.currentData(),)
        items = [self.panels.item(row) for row in range(self.panels.count())]
        ticked = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        if not ticked or len(ticked) == len(items):
            return None
        return tuple(item.data(Qt.ItemDataRole.UserRole) for item in ticked)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("&What"), self.what)
        form.setRowVisible(self.what, bool(self._subject.panels))
        form.addRow(tr("St&yle"), self.style_box)
        form.addRow(tr("&Format"), self.format)
        form.addRow(tr("&Size"), self.size_box)
        form.addRow(tr("F&older"), self._folder_row())
        form.addRow(tr("File"), self.preview)
        self.more = QToolButton(self)
        self.more.setText(tr("&More: text, colours, axes, notes, file"))
        self.more.setAccessibleName(tr("More choices"))
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setArrowType(Qt.ArrowType.RightArrow)
        self.tabs = QTabWidget(self)
        self.tabs.setAccessibleName(tr("More choices"))
        self.tabs.addTab(self.size_pane, tr("Si&ze"))
        self.tabs.addTab(self.look_pane, tr("&Look"))
        if self._subject.panels:
            self.tabs.addTab(self.panels, tr("&Panels"))
        if self._subject.takes_notes:
            self.tabs.addTab(self.notes_pane, tr("&Notes"))
        self.tabs.addTab(self.file_pane, tr("F&ile"))
        self.tabs.hide()
        left = QVBoxLayout()
        left.addLayout(form)
        left.addWidget(self.more)
        left.addWidget(self.tabs)
        left.addStretch(1)
        both = QHBoxLayout()
        both.addLayout(left, 1)
        both.addWidget(self.picture.in_area(), 1)
        layout = QVBoxLayout(self)
        layout.addLayout(both, 1)
        layout.addWidget(self.buttons)

    def _folder_row(self) -> QWidget:
        browse = QPushButton(tr("Choose…"), self)
        browse.setAccessibleName(tr("Choose a folder"))
        browse.clicked.connect(self._choose_folder)
        row = QWidget(self)
        place = QHBoxLayout(row)
        place.setContentsMargins(0, 0, 0, 0)
        place.addWidget(self.folder, 1)
        place.addWidget(browse)
        row.setFocusProxy(self.folder)
        return row

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._refresh)
        self.format.currentIndexChanged.connect(self._refresh)
        self.style_box.activated.connect(self._style_chosen)
        self.size_box.currentIndexChanged.connect(self._size_chosen)
        self.size_pane.changed.connect(self.picture.refresh)
        self.file_pane.changed.connect(self._refresh)
        self.look_pane.changed.connect(self.picture.refresh)
        self.notes_pane.changed.connect(self.picture.refresh)
        self.panels.itemChanged.connect(self.picture.refresh)
        self.picture.wanted.connect(self.draw)
        self.picture.clicked.connect(self._picture_clicked)
        self.picture.dragged.connect(self._drag)
        self.copy_drawing.clicked.connect(self._copy)
        self.print.clicked.connect(self._print)
        self.folder.textChanged.connect(self._refresh)
        self.more.toggled.connect(self._unfold)
        self.file_pane.style_kept.connect(self._keep_style)
        self.file_pane.style_forgotten.connect(self._forget_style)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    @Slot(bool)
    def _unfold(self, on: bool) -> None:
        self.tabs.setVisible(on)
        self.more.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        self.adjustSize()

    def _paper(self) -> "Paper | str":
        return self._make_paper(self.choices)

    @Slot()
    def draw(self) -> None:
        """Show the figure as chosen now."""
        self.picture.show_paper(self._paper())

    @Slot()
    def _drag(self) -> None:
        drag_out(self._paper(), self.choices, self.picture)

    @Slot()
    def _copy(self) -> None:
        self.told.emit(*copy_as_drawing(self._paper()))

    @Slot()
    def _print(self) -> None:
        why_not = print_with_preview(self._paper(), self)
        if why_not:
            self.told.emit(why_not, "error")

    @Slot(float, float)
    def _picture_clicked(self, x: float, y: float) -> None:
        paper = self.picture.paper
        found = paper.drawing.place_at(x, y) if paper is not None else None
        if found is not None and self.tabs.currentWidget() is self.notes_pane:
            self.notes_pane.place(*found)

    def _show_styles(self, chosen: str = "") -> None:
        self.style_box.clear()
        self.style_box.addItem(tr("As last time"), "")
        for name in (*STYLES, *own_styles(self._settings)):
            self.style_box.addItem(name, name)
        self.style_box.setCurrentIndex(max(self.style_box.findData(chosen), 0))

    @Slot()
    def _style_chosen(self) -> None:
        name = self.style_box.currentData()
        styles = {**STYLES, **own_styles(self._settings)}
        self.file_pane.style_name.setText("" if name in STYLES else name)
        self._take(styles[name] if name else last_saved(self._settings, self._subject.view))

    @Slot(str)
    def _keep_style(self, name: str) -> None:
        if name and name not in STYLES:
            keep_style(self._settings, name, self._values())
            self._show_styles(name)

    @Slot(str)
    def _forget_style(self, name: str) -> None:
        keep_style(self._settings, name, None)
        self._show_styles()

    def _values(self) -> dict[str, Any]:
        """Return what is remembered of a view and kept in a style."""
        look = self.look_pane.look
        return {
            "format": self.format.currentData(),
            "size": self.size_box.currentData(),
            **self.size_pane.values,
            **self.file_pane.values,
            "colours": " ".join(look.colours),
            "family": look.family,
        }

    def _take(self, values: dict[str, Any]) -> None:
        """Choose what was remembered; what is not named stays."""
        for combo, part in ((self.format, "format"), (self.size_box, "size")):
            if part in values:
                combo.setCurrentIndex(max(combo.findData(values[part]), 0))
        self.size_pane.take(values)
        self.file_pane.take(values)
        if "colours" in values or "family" in values:
            look = self.look_pane.look
            colours = tuple(values.get("colours", "").split()) or look.colours
            self.look_pane.set_look(replace(look, colours=colours, family=values.get("family", look.family)))

    @property
    def choices(self) -> FigureChoices:
        """What the user chose."""
        return FigureChoices(
            path=self._path(),
            panels=self._chosen_panels(),
            **self.size_pane.values,
            **self.file_pane.values,
            look=replace(self.look_pane.look, notes=self.notes_pane.notes),
        )

    def accept(self) -> None:
        """Remember the choices for next time: of this view, and for views never saved."""
        settings, values = self._settings, self._values()
        keep_saved(settings, self._subject.view, values)
        for part in ("format", "size", "dpi", "font_pt", "footer", "manifest"):
            settings.set(f"figure/{part}", values[part])
        settings.set("figure/name_pattern", self.file_pane.pattern.text())
        settings.set("files/save_folder", self.folder.text())
        if values["size"] == "custom":
            settings.set("figure/width_mm", values["width_mm"])
            settings.set("figure/height_mm", values["height_mm"])
        super().accept()

    def _path(self) -> Path:
        about = self._subject
        view = self.what.currentData() or about.view
        stem = file_stem(self.file_pane.pattern.text(), study=about.study, patient=about.patient, view=view)
        return Path(self.folder.text()) / f"{stem}.{self.format.currentData()}"

    @Slot()
    def _size_chosen(self) -> None:
        self.size_pane.use_preset(self.size_box.currentData())

    @Slot()
    def _refresh(self) -> None:
        path = self._path()
        self.size_pane.dpi.setEnabled(self.format.currentData() in PIXELS)
        self.picture.refresh()
        there = is_folder(path.parent)
        words = path.name
        if not there:
            words = tr("This folder does not exist. Choose another one.")
        elif is_there(path):
            words = tr("{name} (replaces the file of that name)").format(name=path.name)
        self.preview.setText(words)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(there)

    @Slot()
    def _choose_folder(self) -> None:
        dialog = folder_dialog(self, "Folder for figures", self.folder.text())
        choose_file(dialog, lambda path: self.folder.setText(str(path)))
