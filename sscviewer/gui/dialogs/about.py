"""What this program is, and is not."""

from PySide6.QtCore import Signal, qVersion
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from sscviewer import __version__
from sscviewer.gui.language import tr

_TEXT = (
    "Opens a small clinical trial’s workbook, shows its patients one by one, and saves the figures.",
    "It only reads your file. It makes no network connection and sends nothing anywhere.",
    "Not a medical device; not for decisions about the treatment of a patient.",
    "MIT licence. Made with Qt and Qt for Python (LGPL 3), pyqtgraph, pandas and others: see Licences.",
)


class About(QDialog):
    """Name, version, what it is not.

    Signals
    -------
    licences_asked
        The licences of the libraries are to be shown.
    """

    licences_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About sscviewer"))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        title = QLabel(tr("sscviewer {version}").format(version=__version__), self)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        title.setFont(font)
        layout.addWidget(title)
        for text in (*map(tr, _TEXT), f"Qt {qVersion()}"):
            label = QLabel(text, self)
            label.setWordWrap(True)
            layout.addWidget(label)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        licences = buttons.addButton(tr("&Licences…"), QDialogButtonBox.ButtonRole.ActionRole)
        licences.clicked.connect(self.licences_asked)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 64)
