"""Which findings go into a query list."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from sscviewer.gui.state.not_shown_words import counted

if TYPE_CHECKING:
    from sscviewer.model.issue import Issue

WORDS = (
    ("error", "Errors: what could not be used"),
    ("warning", "Warnings: used, but doubtful"),
    ("info", "Notes: how something was read"),
)
USUAL = frozenset({"error", "warning"})


class ChooseSeverities(QDialog):
    """A tick for each severity, with how many findings it brings.

    Attributes
    ----------
    chosen
        The findings to be saved.
    each_site
        Whether each site gets a file of its own.
    """

    def __init__(self, issues: "tuple[Issue, ...]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Ask about the findings")
        self._issues = issues
        text = QLabel(
            "Each finding becomes a query of the log, with room for the site's answer. Include:",
            self,
        )
        text.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(text)
        self.boxes: dict[str, QCheckBox] = {}
        for severity, words in WORDS:
            n = sum(issue.severity == severity for issue in issues)
            box = QCheckBox(f"{words} ({n})", self)
            box.setChecked(severity in USUAL and n > 0)
            box.setEnabled(n > 0)
            box.toggled.connect(self._count)
            self.boxes[severity] = box
            layout.addWidget(box)
        self.total = QLabel(self)
        self.total.setAccessibleName("Findings to be saved")
        layout.addWidget(self.total)
        self.site_box = QCheckBox("One file for each site", self)
        layout.addWidget(self.site_box)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Save | standard.Cancel, self)
        self.buttons.button(standard.Save).setText("Save…")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)
        self._count()

    @property
    def chosen(self) -> "tuple[Issue, ...]":
        """The findings to be saved."""
        ticked = {severity for severity, box in self.boxes.items() if box.isChecked()}
        return tuple(issue for issue in self._issues if issue.severity in ticked)

    @property
    def each_site(self) -> bool:
        """Whether each site gets a file of its own."""
        return self.site_box.isChecked()

    @Slot()
    def _count(self) -> None:
        n = len(self.chosen)
        self.total.setText(f"The list will have {counted(n, 'row', 'rows')}.")
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(n > 0)
