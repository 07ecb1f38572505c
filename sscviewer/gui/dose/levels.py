"""What happened at each dose: adverse events per 100 patient-years by the dose in force."""

import math
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.analysis.arm_words import ALL
from sscviewer.gui.analysis.arm_names import arm_entries
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose, said
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose.therapeutic_index import TherapeuticIndex
    from sscviewer.analysis.events.event_columns import Scale
    from sscviewer.analysis.rate import Rate

KINDS = ("any_event", "grade_2", "related", "stops")
NO_TIME = say("No dose with a date is recorded, so time at a dose is not known.")
ABSENT = say("The file does not record this, so there is no rate of it.")
HIGH_LIMITS = 3.0
"""Limits beyond this many times the highest rate are cut: an interval from one day says little."""


def compute_levels(asked: "Asked", settings: None) -> "tuple[TherapeuticIndex, ...]":
    """Return rates by dose level, by arm."""
    from sscviewer.analysis.dose.therapeutic_index import therapeutic_index

    return therapeutic_index(asked.study, asked.who.safety, asked.plan)


class DoseLevels(ChartTablePage):
    """A row per dose level; exploratory, and says so."""

    name: ClassVar[str] = "dose_levels"
    title: ClassVar[str] = "All adverse events by dose"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.arm = self.controls.combo("Arm", arm_entries([ALL]))
        self.kind = self.controls.combo("Rate of", _kinds(""))
        self.controls.only_show(self._redraw, self.arm.activated, self.kind.activated)

    def computation(self) -> Compute:
        """Return the function that splits the time at every change of dose."""
        return compute_levels

    def show_result(self, result: "tuple[TherapeuticIndex, ...]") -> None:
        """Show the levels of the arm chosen."""
        arms = [row.arm for row in self.result]
        choose(self.arm, arm_entries(arms or [ALL]))
        self.controls.offer(self.arm, len(arms) > 1)
        choose(self.kind, _kinds(result[0].scale if result else ""))
        self._redraw()

    def _redraw(self) -> None:
        if self.result is None:
            return
        kind, arm = self.kind.currentData(), self.arm.currentData()
        found = next((row for row in self.result if row.arm == arm), None)
        told = [level for level in found.levels if getattr(level, kind) is not None] if found else []
        rates = [getattr(level, kind) for level in told]
        known = [rate.rate for rate in rates if math.isfinite(rate.rate)]
        cut = HIGH_LIMITS * max(known, default=0.0) or max((r.upper for r in rates), default=1.0)
        top = max([min(r.upper, cut) for r in rates if math.isfinite(r.upper)], default=1.0)
        rows = tuple(
            IntervalRow(level.name, (_dot(rate, top),), f"{level.days} days of {level.patients} patients")
            for level, rate in zip(told, rates, strict=True)
        )
        interval = f"{100 * self.session.planning.plan.events.level:g} % CI"
        axis = number_axis(0.0, top, f"Per 100 patient-years ({interval})", floor=0.0)
        empty = NO_TIME if found is None else ABSENT
        data = Intervals(rows, axis, (), (), f"Events: rate ({interval})", empty)
        note = joined((found.caveat, found.method + ".", *found.notes)) if found else ""
        title = f"{said(self.kind)} by dose in force"
        figure = Figure("dose_levels", title, lambda ink: IntervalPlot(ink, data), note)
        members = [level.members for level in found.levels] if found else []
        self.show_both(figure, _listing(found), in_column(1, members))


def _kinds(scale: "Scale") -> list[tuple[str, str]]:
    """Return what rates are of, worse events as the file has them: by grade or by severity."""
    from sscviewer.analysis.events.event_columns import column_words

    words = ("Any adverse event", column_words("level_2", scale), "Related", "Stopping early")
    return list(zip(KINDS, words, strict=True))


def _dot(rate: "Rate", top: float) -> Dot:
    text = f"{rate.events}: {_per(rate)}"
    return Dot(rate.rate, rate.lower, min(rate.upper, top), text)


def _cell(rate: "Rate | None") -> str:
    return "not in the file" if rate is None else f"{rate.events}: {_per(rate)}"


def _events(rate: "Rate | None") -> float:
    return math.nan if rate is None else float(rate.events)


def _per(rate: "Rate") -> str:
    if not math.isfinite(rate.rate):
        return "no time"
    return f"{rounded(rate.rate, 0)} ({rounded(rate.lower, 0)} to {rounded(rate.upper, 0)})"


def _listing(found: "TherapeuticIndex | None") -> Listing:
    heads = (
        "Dose in force",
        "Patients",
        "Days",
        *(f"{words}, n: per 100 years" for _, words in _kinds(found.scale if found else "")),
    )
    rows = tuple(
        (
            level.name,
            str(level.patients),
            str(level.days),
            *(_cell(getattr(level, kind)) for kind in KINDS),
        )
        for level in (found.levels if found else ())
    )
    keys = {
        i: tuple(_events(getattr(level, kind)) for level in (found.levels if found else ()))
        for i, kind in enumerate(KINDS, 3)
    }
    return Listing(heads, rows, frozenset({1, 2}), keys)
