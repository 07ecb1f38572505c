"""The manual and how the figures are made, from resources/manual and methods, one page at a time."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from sscviewer.bundled import resource_path
from sscviewer.gui.dialogs.key_card import keys_markdown
from sscviewer.gui.language import number_of, tr
from sscviewer.gui.state.action_table import ACTIONS
from sscviewer.report.checklists import checklists_markdown

KEYS = "(the table of keys)"
"""Stands in the manual where the table of actions goes, so that no page can name a key that is none."""
CHECKLISTS = "(the checklists)"
"""Stands where CONSORT's items go, so that the manual says what the saved lists say."""
FOLDERS = ("manual", "methods")

PLACES = {
    "start": ("1_opening", ""),
    "patient": ("3_picture", ""),
    "cohort": ("8_whole_trial", "Cohort"),
    "safety": ("9_safety", ""),
    "dose": ("8_whole_trial", "Dose"),
    "efficacy": ("8_whole_trial", "Efficacy"),
    "data": ("7_contradictions", ""),
    "report": ("9b_labs_and_report", "Report page"),
    "plan": ("8_whole_trial", "The plan"),
}
"""What the manual opens at: for each page of the window a file of it and a heading in that; "" its top."""


class Manual(QDialog):
    """Contents on the left, the page on the right, a search above; needs no network."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Manual"))
        pages = [path for folder in FOLDERS for path in sorted(resource_path(folder).glob("*.md"))]
        made = {KEYS: keys_markdown(ACTIONS), CHECKLISTS: checklists_markdown()}
        self._names = [path.stem for path in pages]
        self._texts = [_filled(path.read_text(encoding="utf-8"), made) for path in pages]
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search the manual (Enter: next place)"))
        self.search.setAccessibleName(tr("Search the manual"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.search.returnPressed.connect(self.find_next)
        self.found = QLabel(self)
        self.found.setAccessibleName(tr("Pages found"))
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(tr("Contents of the manual"))
        for text in self._texts:
            self.contents.addItem(text.partition("\n")[0].lstrip("# "))
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(tr("Page of the manual"))
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(16)
        self.page.setSearchPaths([str(resource_path(folder)) for folder in FOLDERS])
        self._lay_out()
        self.contents.currentRowChanged.connect(self._turn)
        self.contents.setCurrentRow(0)

    def _lay_out(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.search, self.found, self.contents):
            column.addWidget(widget)
        self.found.hide()
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(self.page)
        split.setStretchFactor(1, 1)
        # The longest heading is to be read whole.
        self.contents.setMinimumWidth(self.contents.sizeHintForColumn(0) + 3 * self.fontMetrics().height())
        em = self.fontMetrics().averageCharWidth()
        split.setSizes([em * 32, em * 80])
        layout = QVBoxLayout(self)
        layout.addWidget(split)
        self.resize(em * 132, round(self.fontMetrics().height() * 36))

    def open_at(self, view: str) -> None:
        """Turn to what is written about a page of the window."""
        name, heading = PLACES[view]
        self.search.clear()
        self.contents.setCurrentRow(self._names.index(name))
        if heading:
            self._scroll_to(heading)

    @Slot()
    def find_next(self) -> None:
        """Go to the next place of the words searched for, on this page or a later one; then from the top."""
        text = self.search.text().strip()
        rows = [row for row in range(self.contents.count()) if not self.contents.item(row).isHidden()]
        if not text or not rows or self._found_on_page(text):
            return
        row = self.contents.currentRow()
        self.contents.setCurrentRow(next((later for later in rows if later > row), rows[0]))
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        self._found_on_page(text)

    def _found_on_page(self, text: str) -> bool:
        """Choose the next place of the words on the page: as they were typed, else the first of them."""
        return self.page.find(text) or self.page.find(text.split()[0])

    @Slot(str)
    def _narrow(self, text: str) -> None:
        """List the pages that have every word; turn to the first where the one on view has not."""
        words = text.casefold().split()
        fitting = [all(word in page.casefold() for word in words) for page in self._texts]
        for row, fits in enumerate(fitting):
            self.contents.item(row).setHidden(not fits)
        n = sum(fitting)
        self.found.setVisible(bool(words))
        self.found.setText(number_of(n, "page", "pages") if n else tr("On no page"))
        if n and not fitting[max(self.contents.currentRow(), 0)]:
            self.contents.setCurrentRow(fitting.index(True))
        if words:
            self.page.moveCursor(QTextCursor.MoveOperation.Start)
            self._found_on_page(text.strip())

    def _scroll_to(self, heading: str) -> None:
        block = self.page.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and block.text().strip() == heading:
                cursor = QTextCursor(block)
                self.page.setTextCursor(cursor)
                top = self.page.document().documentLayout().blockBoundingRect(block).top()
                self.page.verticalScrollBar().setValue(round(top))
                return
            block = block.next()

    @Slot(int)
    def _turn(self, row: int) -> None:
        if row >= 0:
            self.page.setMarkdown(self._texts[row])


def _filled(page: str, made: Mapping[str, str]) -> str:
    """Return a page with what is made from tables in its place."""
    for place, text in made.items():
        page = page.replace(place, text)
    return page
