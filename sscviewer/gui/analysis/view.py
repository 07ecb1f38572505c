"""One view of a page of the whole trial: what it computes, how it shows it, what of it can be saved."""

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.needs import Need
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.theme import Theme

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.plots.charts.chart import Figure
    from sscviewer.report.table_file import Table

Compute = Callable[["Asked", Any], Any]
"""(trial, plan and patients; settings of the view) -> result; runs in the worker, touches no widget."""


class AnalysisView(QWidget):
    """A view; subclasses say what to compute and show the result.

    The page calls `compute` in the worker whenever trial, filter, plan or `settings` changed and the view is
    on screen, keeps results, and hands them to `show_result`.

    Attributes
    ----------
    name, title
        "retention" (stable, in file names) and "Time on drug" (the tab).
    needs
        What a workbook must have for the view to be made; without it the page says what is missing.

    Signals
    -------
    settings_changed
        The user chose something that needs computing anew.
    patient_asked
        With the USUBJID whose page the user wants to see.
    drill_asked
        With the `Drill` (gui/panes/drill.py) of a number that was clicked.
    told
        One sentence for the user, and its kind ("info", "error").
    """

    settings_changed = Signal()
    patient_asked = Signal(str)
    drill_asked = Signal(object)
    told = Signal(str, str)

    name: ClassVar[str] = ""
    title: ClassVar[str] = ""
    needs: ClassVar[Need] = ""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts, self.session = parts, parts.session

    @property
    def settings(self) -> Hashable:
        """What the user chose of this view alone, if the result depends on it; rules are the plan's."""
        return None

    def computation(self) -> Compute:
        """Return the function that makes the result."""
        raise NotImplementedError

    def show_result(self, result: Any) -> None:
        """Show what `computation` returned."""
        raise NotImplementedError

    def afterwards(self) -> Compute | None:
        """Return what takes longer and is added to the picture when it is there: a model."""
        return None

    def show_afterwards(self, result: Any) -> None:
        """Add what `afterwards` returned."""

    def figure(self) -> "Figure | None":
        """Return the picture shown, to be saved and copied."""
        return None

    def table(self) -> "Table | None":
        """Return the table shown, to be saved and copied."""
        return None

    def set_patient(self, usubjid: str) -> None:
        """Let the patient chosen in the list stand out."""

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
