"""The licences of the libraries the program is made with, and the texts of Qt's."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTabWidget, QTextBrowser, QVBoxLayout, QWidget

from sscviewer.bundled import resource_path
from sscviewer.gui.language import tr

TEXTS = {"LGPL-3.txt": "LGPL 3", "GPL-3.txt": "GPL 3"}


class Licences(QDialog):
    """A page of all libraries, made by packaging/parts.py, and two licence texts; needs no network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Licences"))
        self.libraries = self._browser("Libraries")
        self.libraries.setMarkdown(_read("libraries.md"))
        pages = QTabWidget(self)
        pages.setAccessibleName(tr("Licences"))
        pages.addTab(self.libraries, tr("Libraries"))
        for name, title in TEXTS.items():
            text = self._browser(title)
            text.setPlainText(_read(name))
            pages.addTab(text, title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(pages)
        layout.addWidget(buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 100, self.fontMetrics().height() * 34)

    def _browser(self, name: str) -> QTextBrowser:
        browser = QTextBrowser(self)
        browser.setAccessibleName(name)
        browser.setFrameShape(QTextBrowser.Shape.NoFrame)
        browser.document().setDocumentMargin(16)
        return browser


def _read(name: str) -> str:
    return resource_path("licences", name).read_text(encoding="utf-8")
