"""How far long work is, with a Cancel button."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QSizePolicy, QWidget

from sscviewer.gui.language import tr

STEPS = 1000


class ProgressStrip(QWidget):
    """A line above the page while something is being done.

    Signals
    -------
    cancelled
        The user pressed Cancel.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLabel(self)
        self._text.setAccessibleName(tr("What is being done"))
        # A long name of a file must not push the panes beside the page together.
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(self)
        self._bar.setAccessibleName(tr("Progress"))
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(220)
        self.cancel_button = QPushButton(tr("Cancel"), self)
        self.cancel_button.setAccessibleName(tr("Cancel"))
        self.cancel_button.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self.cancel_button)
        self.hide()

    def begin(self, text: str) -> None:
        """Show that something has begun, its length not yet known."""
        self._text.setText(text)
        self._bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.show()

    def advance(self, text: str, fraction: float) -> None:
        """Show how far it is."""
        self._text.setText(text)
        self._bar.setRange(0, STEPS)
        self._bar.setValue(round(STEPS * min(max(fraction, 0.0), 1.0)))

    def _cancel(self) -> None:
        self.cancel_button.setEnabled(False)
        self.cancelled.emit()
