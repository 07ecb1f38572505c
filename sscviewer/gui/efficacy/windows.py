"""Which days belong to which visit, how many have a value there, what was placed in it or left out."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.table_page import in_order
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.report.trial_tables import windows_table

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.efficacy.visit_windows import VisitValue, VisitWindow
    from sscviewer.model.parameters import Parameter

_N, _MAPPED, _NOT_USED = 5, 6, 7
"""Columns of `windows_table` that count patients, or name their values."""


@dataclass(frozen=True, slots=True)
class ShownWindows:
    """The windows, and the names of their endpoints."""

    rows: "tuple[VisitWindow, ...]"
    parameters: "Mapping[str, Parameter]"


def compute_windows(asked: "Asked", settings: None) -> ShownWindows:
    """Return the windows of every endpoint."""
    from sscviewer.analysis.efficacy.visit_windows import visit_windows

    return ShownWindows(visit_windows(asked.study, asked.plan, asked.who.efficacy), asked.study.parameters)


class VisitWindows(ChartTablePage):
    """A row a window: its days, and who has a value there; values placed there or left out list patients."""

    name: ClassVar[str] = "windows"
    title: ClassVar[str] = "Visit windows"
    needs: ClassVar[Needs] = ("endpoints", "time")

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=0)
        self.rows.view.setSortingEnabled(False)

    def computation(self) -> Compute:
        """Return the function that finds them."""
        return compute_windows

    def show_result(self, result: ShownWindows) -> None:
        """Show the windows."""
        table = windows_table(result.rows, result.parameters)
        right = in_order(len(table.rows), range(2, _MAPPED))
        data = windows_picture(result)
        figure = Figure(self.name, table.title, lambda ink: IntervalPlot(ink, data), joined(table.notes))
        whom = {
            **in_column(_N, [window.patients for window in result.rows]),
            **in_column(_MAPPED, [_of(window.mapped) for window in result.rows]),
            **in_column(_NOT_USED, [_of(window.not_used) for window in result.rows]),
        }
        self.show_both(figure, Listing(table.columns, table.rows, sort_keys=right), whom)


def _of(values: "tuple[VisitValue, ...]") -> tuple[str, ...]:
    """Return whose values these are, each patient once."""
    return tuple(dict.fromkeys(value.usubjid for value in values))


def windows_picture(found: ShownWindows) -> Intervals:
    """Return the picture: the planned day of each visit with its first and last day."""
    rows, days = [], [1.0]
    for window in found.rows:
        if not window.avisit or not math.isfinite(window.planned_day):
            continue
        label = f"{found.parameters[window.paramcd].axis_label}, {window.avisit}"
        span = f"day {window.first:.0f} to {window.last:.0f}" if math.isfinite(window.first) else "no window"
        n = counted(window.n, "patient")
        dot = Dot(window.planned_day, window.first, window.last, f"{span}; {n}", 0 if window.in_model else 1)
        rows.append(IntervalRow(label, (dot,), window.why_not or ""))
        days += [day for day in (window.planned_day, window.first, window.last) if math.isfinite(day)]
    axis = number_axis(min(days), max(days), "Study day")
    series = ("in the models", "in no model") if any(row.dots[0].series for row in rows) else ()
    return Intervals(tuple(rows), axis, series, (), "Window", say("No visit has a planned day."))
