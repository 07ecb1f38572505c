"""What a view shows while its result is not there: that it is computed, was cancelled, or failed."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.language import tr

BAR_EMS = 26
"""Width of the progress bar, in average characters."""
BAR_PX = 8
STOPPED = "This view is not computed: it was cancelled."


class Waiting(QWidget):
    """A sentence, a progress bar and a button in the middle; blank until `reveal`.

    Signals
    -------
    cancelled
        The user does not want to wait.
    asked
        The user wants it computed after all.
    """

    cancelled = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setAccessibleName(tr("Why there is nothing to see yet"))
        self.bar = QProgressBar(self)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(BAR_PX)
        self.bar.setFixedWidth(BAR_EMS * self.fontMetrics().averageCharWidth())
        self.button = QPushButton(self)
        self.button.clicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        layout.addWidget(self.words)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(2)
        self._is_computing = False
        self.begin("")

    def begin(self, words: str) -> None:
        """Wait for a result; nothing is seen of it before `reveal`, so that a quick one does not flicker."""
        self._is_computing = True
        self.words.setText(tr(words))
        self.button.setText(tr("Cancel"))
        for part in (self.words, self.bar, self.button):
            part.hide()

    @Slot()
    def reveal(self) -> None:
        """Show what is waited for."""
        self.words.show()
        self.bar.setVisible(self._is_computing)
        self.button.show()

    def end(self, words: str, button: str) -> None:
        """Say why no result will come, and offer to compute it."""
        self._is_computing = False
        self.words.setText(tr(words))
        self.button.setText(tr(button))
        self.reveal()

    @Slot()
    def _clicked(self) -> None:
        (self.cancelled if self._is_computing else self.asked).emit()
