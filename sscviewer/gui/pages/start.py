"""The first thing on screen: open a file, a recent one, or the demo trial."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sscviewer import __version__
from sscviewer.gui.language import tr
from sscviewer.gui.state.icons import icon
from sscviewer.gui.state.recents import Recents
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip

PATH = Qt.ItemDataRole.UserRole


class StartPage(QWidget):
    """Where to begin.

    Signals
    -------
    open_asked, demo_asked
        The user wants to choose a file, or the demo trial.
    recent_asked
        With the path of a recent file.
    """

    open_asked = Signal()
    demo_asked = Signal()
    recent_asked = Signal(object)

    def __init__(self, recents: Recents, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recents = recents
        self._missing: dict[Path, str] = {}
        self._is_discreet = False
        column = QWidget(self)
        column.setMaximumWidth(640)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(column, 8)
        outer.addStretch(1)
        layout = QVBoxLayout(column)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(self._heading())
        layout.addWidget(
            self._quiet(tr("Open a trial’s workbook, click through the patients, save the figures."))
        )
        layout.addSpacing(14)
        layout.addLayout(self._buttons())
        layout.addWidget(self._quiet(tr("or drop a file anywhere on this window")))
        layout.addSpacing(20)
        layout.addLayout(self._recent_head())
        layout.addWidget(self._recent_list(), 5)
        layout.addStretch(1)
        layout.addWidget(self._rule())
        note = tr("Your file is only read, never changed. The program makes no network connection.")
        layout.addWidget(
            self._quiet(tr("{note}  ·  Version {version}").format(note=note, version=__version__))
        )
        recents.changed.connect(self.refresh)
        self.set_theme(theme)
        self.refresh()

    def _heading(self) -> QLabel:
        heading = QLabel("sscviewer", self)
        font = heading.font()
        font.setPointSizeF(font.pointSizeF() * 2.4)
        font.setBold(True)
        heading.setFont(font)
        return heading

    def _quiet(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    def _buttons(self) -> QHBoxLayout:
        self.open_button = QPushButton(tr("&Open workbook…"), self)
        self.open_button.setDefault(True)
        self.open_button.clicked.connect(self.open_asked)
        self.demo_button = QPushButton(tr("Open the &demo trial"), self)
        self.demo_button.setToolTip(tr("20 invented patients over one year"))
        self.demo_button.clicked.connect(self.demo_asked)
        row = QHBoxLayout()
        for button in (self.open_button, self.demo_button):
            button.setAccessibleName(button.text().replace("&", ""))
            button.setIconSize(QSize(20, 20))
            button.setMinimumHeight(round(button.sizeHint().height() * 1.4))
            button.setMinimumWidth(round(button.sizeHint().width() * 1.25))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _recent_head(self) -> QHBoxLayout:
        title = QLabel(tr("Recent files"), self)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        self.remember_box = QCheckBox(tr("Remember recent files"), self)
        self.remember_box.setAccessibleName(tr("Remember recent files"))
        self.remember_box.toggled.connect(self._remember)
        self.clear_button = QPushButton(tr("Forget"), self)
        self.clear_button.setAccessibleName(tr("Forget recent files"))
        self.clear_button.clicked.connect(self._recents.clear)
        row = QHBoxLayout()
        row.addWidget(title)
        row.addStretch(1)
        row.addWidget(self.remember_box)
        row.addWidget(self.clear_button)
        return row

    def _recent_list(self) -> QListWidget:
        self.list = QListWidget(self)
        self.list.setAccessibleName(tr("Recent files"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumHeight(120)
        self.list.itemActivated.connect(self._activated)
        self.list.itemClicked.connect(self._activated)
        return self.list

    def _rule(self) -> QFrame:
        rule = QFrame(self)
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Sunken)
        return rule

    @Slot()
    def refresh(self) -> None:
        """Show the recent files as they are now."""
        self.remember_box.setChecked(self._recents.remembering)
        paths = () if self._is_discreet else self._recents.paths
        self.clear_button.setEnabled(bool(paths))
        self.list.clear()
        for path in paths:
            self.list.addItem(self._item(path))
        if not paths:
            text = "No files yet." if self._recents.remembering else "Recent files are not remembered."
            if self._is_discreet:
                text = "Recent files are not named while identities are hidden."
            empty = QListWidgetItem(tr(text))
            empty.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(empty)

    @Slot(bool)
    def set_discreet(self, discreet: bool) -> None:
        """Name no file, or name them again."""
        self._is_discreet = discreet
        self.refresh()

    def set_missing(self, missing: dict[Path, str]) -> None:
        """Grey out the files that are not there, each with its reason."""
        if missing != self._missing:
            self._missing = missing
            self.refresh()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        colour = theme.palette.color(QPalette.ColorRole.ButtonText)
        self.open_button.setIcon(icon("open", colour))
        self.demo_button.setIcon(icon("demo", colour))

    def _item(self, path: Path) -> QListWidgetItem:
        reason = self._missing.get(path, "")
        detail = reason or str(path.parent)
        item = QListWidgetItem(f"{path.name}   —   {detail}")
        item.setData(PATH, str(path))
        item.setToolTip(plain_tip(f"{path}\n{reason}" if reason else str(path)))
        if reason:
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        return item

    @Slot(bool)
    def _remember(self, remember: bool) -> None:
        if remember != self._recents.remembering:
            self._recents.set_remembering(remember)

    @Slot(QListWidgetItem)
    def _activated(self, item: QListWidgetItem) -> None:
        if item.data(PATH):
            self.recent_asked.emit(Path(item.data(PATH)))
