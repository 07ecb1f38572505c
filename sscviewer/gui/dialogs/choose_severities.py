"""Which findings go into a query list."""

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from sscviewer.gui.dialogs.choose import Choose
from sscviewer.gui.language import number_of, tr

if TYPE_CHECKING:
    from sscviewer.model.issue import Issue

TEXT = "Each finding becomes a query of the log, with room for the site's answer. Include:"
WORDS = (
    ("error", "Errors: what could not be used"),
    ("warning", "Warnings: used, but doubtful"),
    ("info", "Notes: how something was read"),
)
USUAL = frozenset({"error", "warning"})


class ChooseSeverities(Choose):
    """A tick for each severity, with how many findings it brings."""

    def __init__(self, issues: "tuple[Issue, ...]", parent: QWidget | None = None) -> None:
        self._issues = issues
        of = Counter[str](issue.severity for issue in issues)
        parts = (
            (severity, f"{words} ({of[severity]})", severity in USUAL and of[severity] > 0, of[severity] > 0)
            for severity, words in WORDS
        )
        super().__init__("Ask about the findings", TEXT, "Findings to be saved", parts, parent)
        self.site_box = QCheckBox(tr("One file for each site"), self)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(layout.count() - 1, self.site_box)

    @property
    def chosen(self) -> "tuple[Issue, ...]":
        """The findings to be saved."""
        ticked = self.ticked
        return tuple(issue for issue in self._issues if issue.severity in ticked)

    @property
    def each_site(self) -> bool:
        """Whether each site gets a file of its own."""
        return self.site_box.isChecked()

    def counted(self) -> tuple[str, bool]:
        """Return how many rows the list will have; none is nothing to save."""
        n = len(self.chosen)
        return tr("The list will have {rows}.").format(rows=number_of(n, "row", "rows")), n > 0
