"""A line above the page that says something without stopping the user."""

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.state.icons import icon
from sscviewer.gui.state.theme import Theme

TOLD_MS = 6000


class MessageStrip(QWidget):
    """One sentence with a button to put it away; hidden when there is nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._kind = "info"
        self.setAutoFillBackground(True)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setAccessibleName(tr("Message"))
        self._offered: QAction | None = None
        self.offer_button = QPushButton(self)
        self.offer_button.setAccessibleName(tr("What to do about it"))
        self.offer_button.clicked.connect(self._take_offer)
        self.offer_button.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(self.hide)
        self._close = QToolButton(self)
        self._close.setAutoRaise(True)
        self._close.setToolTip(tr("Put this message away"))
        self._close.setAccessibleName(tr("Put this message away"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.offer_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.set_theme(theme)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def say(self, text: str, kind: str = "error") -> None:
        """Show a sentence as "error", "warning" or "info"; good news goes away by itself."""
        self._kind = kind
        if kind == "info":
            self._timer.start()
        else:
            self._timer.stop()
        self.offer_button.hide()
        self._text.setText(tr(text))
        self._colour()
        self.show()

    def offer(self, action: QAction, *, takes_focus: bool = True) -> None:
        """Put a button beside the sentence that does something about it.

        It takes the focus where the user waits for what it does, not where they may be typing.
        """
        self._offered = action
        self.offer_button.setText(action.text())
        self.offer_button.setAccessibleName(action.iconText())
        self.offer_button.show()
        if takes_focus:
            self.offer_button.setFocus()

    @Slot()
    def _take_offer(self) -> None:
        if self._offered is not None:
            self._offered.trigger()

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        self._close.setIcon(icon("close", theme.palette.color(QPalette.ColorRole.WindowText)))
        self._colour()

    def _colour(self) -> None:
        palette = QPalette(self._theme.palette)
        palette.setColor(QPalette.ColorRole.Window, self._theme.named[f"{self._kind}_back"])
        self.setPalette(palette)
