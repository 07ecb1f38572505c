"""Which days belong to which visit, how many have a value there, what was placed in it or left out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.table_page import TablePage
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.report.trial_tables import windows_table

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.efficacy.visit_windows import VisitWindow
    from sscviewer.model.parameters import Parameter

_MAPPED, _NOT_USED = 6, 7
"""Columns of `windows_table` that name values of patients."""


@dataclass(frozen=True, slots=True)
class ShownWindows:
    """The windows, and the names of their endpoints."""

    rows: "tuple[VisitWindow, ...]"
    parameters: "Mapping[str, Parameter]"


def compute_windows(asked: "Asked", settings: None) -> ShownWindows:
    """Return the windows of every endpoint."""
    from sscviewer.analysis.efficacy.visit_windows import visit_windows

    return ShownWindows(visit_windows(asked.study, asked.plan, asked.who.efficacy), asked.study.parameters)


class VisitWindows(TablePage):
    """One row per endpoint and visit; a click on the values placed there or left out lists their patients."""

    name: ClassVar[str] = "windows"
    title: ClassVar[str] = "Visit windows"
    needs: ClassVar[Needs] = ("endpoints",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, ordered=True, stretch=0)
        self.rows.view.setToolTip(tr("Click values to list their patients"))
        self._windows: tuple[VisitWindow, ...] = ()

    def computation(self) -> Compute:
        """Return the function that finds them."""
        return compute_windows

    def show_result(self, result: ShownWindows) -> None:
        """Show the table."""
        self._windows = result.rows
        self.show_printed(windows_table(result.rows, result.parameters))

    def cell_clicked(self, row: int, column: int) -> None:
        """List the patients whose values were placed in a window, or not used there."""
        window = self._windows[row]
        values = {_MAPPED: window.mapped, _NOT_USED: window.not_used}.get(column, ())
        usubjids = tuple(dict.fromkeys(value.usubjid for value in values))
        if usubjids:
            what = "mapped to" if column == _MAPPED else "not used at"
            where = window.avisit or "no visit"
            title = f"{counted(len(usubjids), 'patient')} with values {what} {where}"
            self.drill_asked.emit(Drill(title, usubjids=usubjids))
