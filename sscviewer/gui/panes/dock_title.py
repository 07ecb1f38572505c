"""The head of a dock, in the window's own colours."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QLabel, QToolButton, QWidget

from sscviewer.gui.language import tr, within
from sscviewer.gui.state.icons import icon
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.screen.plain_tip import plain_tip


class DockTitle(QWidget):
    """The dock's title and a button that closes it; dragging it moves the dock."""

    def __init__(self, dock: QDockWidget, theme: Theme) -> None:
        super().__init__(dock)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        words = tr("Close {windowtitle}").format(windowtitle=within(dock.windowTitle()))
        self._close.setToolTip(plain_tip(words))
        self._close.setAccessibleName(words)
        self._close.clicked.connect(dock.close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 4, 4, 2)
        layout.addWidget(QLabel(dock.windowTitle(), self), 1)
        layout.addWidget(self._close)
        self.set_theme(theme)

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._close.setIcon(icon("close", theme.palette.color(QPalette.ColorRole.WindowText)))
