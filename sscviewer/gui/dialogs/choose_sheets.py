"""Which sheets an empty trial workbook gets."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.choose import Choose
from sscviewer.gui.language import number_of

ALWAYS = "patients"
"""The sheet from whose list the others choose a patient."""

TEXT = (
    "An Excel workbook with headings, units, lists to choose from and allowed ranges. "
    "Filled in Excel or LibreOffice it opens here without a question. Sheets:"
)


class ChooseSheets(Choose):
    """A tick for each sheet.

    Parameters
    ----------
    sheets
        (key, name, what a row is) of each.
    """

    def __init__(self, sheets: Iterable[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        parts = ((key, f"{name}: {rule}", True, key != ALWAYS) for key, name, rule in sheets)
        super().__init__("Save an empty trial workbook", TEXT, "Sheets of the workbook", parts, parent)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys ticked."""
        return self.ticked

    def counted(self) -> tuple[str, bool]:
        """Return how many sheets there will be; the patients' is always one."""
        sheets = number_of(len(self.ticked), "sheet", "sheets")
        return f"The workbook will have {sheets}, and one with instructions.", True
