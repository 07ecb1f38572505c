"""The manual and how the figures are made, from resources/manual and methods, one page at a time."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QDialog, QListWidget, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from sscviewer.bundled import resource_path
from sscviewer.gui.dialogs.key_card import keys_markdown
from sscviewer.gui.state.actions import ACTIONS

KEYS = "(the table of keys)"
"""Stands in the manual where the table of actions goes, so that no page can name a key that is none."""
FOLDERS = ("manual", "methods")


class Manual(QDialog):
    """Contents on the left, the page on the right; needs no network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Manual")
        pages = [path for folder in FOLDERS for path in sorted(resource_path(folder).glob("*.md"))]
        keys = keys_markdown(ACTIONS)
        self._texts = [path.read_text(encoding="utf-8").replace(KEYS, keys) for path in pages]
        self.contents = QListWidget(self)
        self.contents.setAccessibleName("Contents of the manual")
        for text in self._texts:
            self.contents.addItem(text.partition("\n")[0].lstrip("# "))
        self.page = QTextBrowser(self)
        self.page.setAccessibleName("Page of the manual")
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(16)
        self.page.setSearchPaths([str(resource_path(folder)) for folder in FOLDERS])
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.contents)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        # The longest heading is to be read whole.
        self.contents.setMinimumWidth(self.contents.sizeHintForColumn(0) + 3 * self.fontMetrics().height())
        em = self.fontMetrics().averageCharWidth()
        split.setSizes([em * 32, em * 80])
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        self.contents.currentRowChanged.connect(self._turn)
        self.contents.setCurrentRow(0)
        self.resize(em * 132, round(self.fontMetrics().height() * 36))

    @Slot(int)
    def _turn(self, row: int) -> None:
        self.page.setMarkdown(self._texts[row])
