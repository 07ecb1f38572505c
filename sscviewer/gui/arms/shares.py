"""Shares of patients of two arms and how they differ: adverse events, laboratory grades, responders."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.arms.comparison_drawing import (
    MEASURES,
    Drawn,
    comparison_figure,
    comparison_listing,
)
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sscviewer.analysis.arms.comparisons import Compared, Comparisons
    from sscviewer.analysis.arms.counted import Counted
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.population import Population
    from sscviewer.plots.mark import Mark

NONE = say("No patient of these arms had anything that could be compared.")
NO_EVENTS = "This file has no adverse events. If it should, say which sheet they are on: File ▸ Map columns…"
EVENT_COLUMNS = (
    ("any", "Any grade"),
    ("level_3", "Grade ≥ 3 or severe"),
    ("related", "Related"),
    ("serious", "Serious"),
    ("withdrawal", "Leading to withdrawal"),
)
JUDGED = (("treated", "All whose visit was due"), ("observed", "Those who can be judged"))
LAST = ""


@dataclass(frozen=True, slots=True)
class SharesCompared:
    """What was compared, and in whom."""

    found: "Comparisons"
    who: "Population"


class SharesView(ChartTablePage):
    """Two arms and their difference; a click lists who was counted.

    Attributes
    ----------
    heading
        What stands above picture and table.
    """

    heading: ClassVar[str] = ""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.arm = self.controls.combo("Arm")
        self.measure = self.controls.combo("Beside", MEASURES)
        self.controls.only_show(self.redraw, self.arm.activated, self.measure.activated)
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip(tr("Click a number to list the patients behind it"))
        self._listed: list[Compared] = []

    def show_result(self, result: SharesCompared) -> None:
        """Offer the arms, and show what is chosen."""
        found = result.found
        others = [arm for arm in found.arms if arm != found.reference]
        choose(self.arm, [(arm, f"{arm} against {found.reference}") for arm in others])
        self.controls.offer(self.arm, len(others) > 1)
        self.controls.offer(self.measure, bool(found.rows))
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Show the rows of the arm chosen."""
        if self.result is None:
            return
        arm, found = self.arm.currentData(), self.result.found
        self._listed = [row for row in found.rows if row.arm == arm and self.wants(row)]
        versus = f": {arm} and {found.reference}" if found.rows else ""
        drawn = Drawn(self.name, f"{self.heading}{versus}", self._listed, self.measure.currentData())
        figure = comparison_figure(drawn, found, self.nothing_words())
        self.show_both(figure, comparison_listing(drawn))

    def wants(self, row: "Compared") -> bool:
        """Return whether the choices of the view show a row."""
        return True

    def nothing_words(self) -> str:
        """Return why there is no row."""
        return NONE

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        if row < len(self._listed):
            head = self.rows.model.listing.columns[column]
            found = self._listed[row]
            self.drill(
                found, (head,) if head in (found.arm, found.reference) else (found.arm, found.reference)
            )

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List the patients of both arms behind a row of the picture."""
        if mark is not None and mark.key:
            row = self._listed[int(mark.key)]
            self.drill(row, (row.arm, row.reference))

    def drill(self, row: "Compared", arms: tuple[str, ...]) -> None:
        """List who had it, of one arm or both."""
        members = np.logical_or.reduce([dict(self.result.who.arms)[arm] for arm in arms])
        trial = self.session.trial
        if trial is None:
            return
        met = np.flatnonzero(row.counted.met & row.counted.of & members)
        found = tuple(trial.study.usubjids[i] for i in met)
        title = f"{row.counted.words}, {row.counted.detail}, {' and '.join(arms)}"
        self.drill_asked.emit(Drill(f"{title}: {counted(len(found), 'patient')}", usubjids=found))


class EventsCompared(SharesView):
    """Adverse events of the arms."""

    name: ClassVar[str] = "events_compared"
    title: ClassVar[str] = "Arms compared"
    heading: ClassVar[str] = "Adverse events"
    needs: ClassVar[Needs] = ("arms",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.column = self.controls.combo("Of", EVENT_COLUMNS)

    @property
    def settings(self) -> str:
        """The column compared."""
        return str(self.column.currentData())

    def nothing_words(self) -> str:
        """Return why there is no row: the file has no event, or none of the kind."""
        trial = self.session.trial
        events = 0 if trial is None else len(trial.study.column("adverse_events", "USUBJID"))
        return NONE if events else NO_EVENTS

    def computation(self) -> Compute:
        """Return the function that counts."""
        coder = self.session.coder

        def compute(asked: "Asked", column: Any) -> SharesCompared:
            from sscviewer.analysis.arms.counted import counted_events

            who = asked.who.safety
            coded = coder.coded(asked.study, asked.plan.events)
            return _compared(asked, who, counted_events(coded, who, column) if len(coded.event) else ())

        return compute


def _compared(asked: "Asked", who: "Population", counted: "Sequence[Counted]") -> SharesCompared:
    from sscviewer.analysis.arms.comparisons import compare_counted

    return SharesCompared(compare_counted(asked.study, who, counted, asked.plan), who)


class LabsCompared(SharesView):
    """Worst laboratory grades of the arms."""

    name: ClassVar[str] = "labs_compared"
    title: ClassVar[str] = "Labs: arms compared"
    heading: ClassVar[str] = "Worst laboratory grades"
    needs: ClassVar[Needs] = ("arms", "labs")

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_labs


def compute_labs(asked: "Asked", settings: None) -> SharesCompared:
    """Return the worst grades of the arms compared."""
    from sscviewer.analysis.arms.counted import counted_labs
    from sscviewer.analysis.labs.labs import labs

    who = asked.who.safety
    several = len(who.arms) > 1
    return _compared(asked, who, counted_labs(labs(asked.study), who) if several else ())


class RespondersCompared(SharesView):
    """Responders and progressions of the arms."""

    name: ClassVar[str] = "responders_compared"
    title: ClassVar[str] = "Responders compared"
    heading: ClassVar[str] = "Response and progression"
    needs: ClassVar[Needs] = ("arms", "measurements")

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.visit = self.controls.combo("At", [(LAST, "Last visit")])
        self.judged = self.controls.combo("Of", JUDGED)
        self.controls.only_show(self.redraw, self.visit.activated, self.judged.activated)

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_responders

    def show_result(self, result: SharesCompared) -> None:
        """Offer the visits there are."""
        months = {row.counted.month: row.counted.detail for row in result.found.rows}
        choose(self.visit, [(LAST, "Last visit"), *((name, name) for _, name in sorted(months.items()))])
        self.controls.offer(self.visit, bool(months))
        self.controls.offer(self.judged, bool(months))
        super().show_result(result)

    def wants(self, row: "Compared") -> bool:
        """Return whether a row is at the visit chosen, or at its last, and of the patients chosen."""
        one, visit = row.counted, self.visit.currentData()
        if one.denominator != self.judged.currentData():
            return False
        if visit:
            return bool(one.detail == visit)
        months: list[float] = [
            each.counted.month for each in self.result.found.rows if each.counted.key == one.key
        ]
        return one.month == max(months)


def compute_responders(asked: "Asked", settings: None) -> SharesCompared:
    """Return the responders of the arms compared."""
    from sscviewer.analysis.arms.counted import counted_responders

    who = asked.who.efficacy
    if len(who.arms) < 2:
        return _compared(asked, who, ())
    found = counted_responders(asked.study, who, asked.plan.responses, asked.plan.study.cut_off)
    return _compared(asked, who, found)
