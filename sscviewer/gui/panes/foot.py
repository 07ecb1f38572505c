"""The bottom line of the window: what is not shown, and which file this is."""

from PySide6.QtCore import QMargins, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from sscviewer.gui.language import number_of, tr
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.state.not_shown_words import strip_words
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.theme import Theme
from sscviewer.gui.state.trial import Trial
from sscviewer.plots.safe_painter import painting
from sscviewer.plots.screen.plain_tip import plain_tip


class Badge(QLabel):
    """A word on a coloured ground."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setContentsMargins(QMargins(8, 1, 8, 1))
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        palette = QPalette(theme.palette)
        palette.setColor(QPalette.ColorRole.WindowText, theme.named["badge"])
        palette.setColor(QPalette.ColorRole.Base, theme.named["badge_back"])
        self.setPalette(palette)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground, then the word."""
        with painting(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
            painter.drawRoundedRect(QRectF(self.rect()), 4, 4)
        super().paintEvent(event)


class Foot(QWidget):
    """Counts of what no picture shows, with a way to the list; and the file's name, checksum and size.

    Signals
    -------
    list_asked
        The user wants to see the list.
    """

    list_asked = Signal()

    def __init__(self, reviews: Reviews, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reviews = reviews
        self._trial: Trial | None = None
        reviews.changed.connect(self.show_file)
        self.words = ElidedLabel(self)
        self.words.setAccessibleName(tr("Not shown"))
        self.words.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.show_button = QPushButton(tr("Show"), self)
        self.show_button.setAccessibleName(tr("Show what is not shown, and all issues"))
        self.show_button.setToolTip(tr("List them on the Data page"))
        self.show_button.clicked.connect(self.list_asked)
        self.badge = Badge(tr("synthetic demonstration data"), theme, self)
        self.file = ElidedLabel(self)
        self.file.setAccessibleName(tr("File"))
        self.file.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.file.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.file.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 3, 10, 3)
        layout.addWidget(self.words)
        layout.addWidget(self.show_button)
        layout.addStretch(1)
        layout.addWidget(self.badge)
        layout.addWidget(self.file)
        self.setAutoFillBackground(True)

    @Slot(object)
    def show_trial(self, trial: Trial) -> None:
        """Say what a trial's pictures leave out."""
        self._trial = trial
        words = strip_words(trial)
        self.words.setText(words or tr("Everything that was read is shown"))
        self.show_button.setVisible(bool(words))
        self.badge.setVisible(trial.study.is_synthetic)
        self.show_file()

    @Slot()
    def show_file(self) -> None:
        """Name the file, and say where its marks are kept."""
        trial = self._trial
        if trial is None:
            return
        source = trial.report.source
        patients = number_of(len(trial.study.usubjids), "patient", "patients")
        where = tr("marks beside the workbook · ") if self._reviews.is_beside else ""
        hidden = tr("identities hidden · ") if trial.study.is_hidden else ""
        self.file.setText(
            tr("{hidden}{where}{name} · {patients} · sha256 {sha256}…").format(
                hidden=hidden, where=where, name=source.name, sha256=source.sha256[:8], patients=patients
            )
        )
        about = f"{source.name}\nSHA-256 {source.sha256}\n{source.bytes:,} bytes"
        self.file.setToolTip(plain_tip(f"{about}\n{self._reviews.place_words}"))

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self.badge.set_theme(theme)
