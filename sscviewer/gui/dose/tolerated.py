"""Which dose is tolerated: the regimen as given, and the counts at each dose beside it."""

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.dose.dose_words import percent_interval, share_axis
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.sentence_label import SentenceLabel
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.sentence import joined
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.spaghetti import time_axis
from sscviewer.plots.charts.step_curves import StepCurve, StepCurves, StepData

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose_question.dose_table import DoseRow, Share
    from sscviewer.analysis.dose_question.titration import Titration

HEADS = (
    "Dose",
    "Reached",
    "Patient-days",
    "Limiting events",
    "Had to reduce, interrupt or stop",
    "Kept to the end",
    "Longest stay, days",
)


class Tolerated:
    """The counts, with the sentences made of them."""

    def __init__(self, found: "Titration", headline: str, sentences: tuple[str, ...]) -> None:
        self.found, self.headline, self.sentences = found, headline, sentences


def compute_tolerated(asked: "Asked", settings: None) -> Tolerated:
    """Return the counts of the titration, no model among them."""
    from sscviewer.analysis.dose_question.titration import titration
    from sscviewer.analysis.dose_question.words import count_sentences, highest_dose

    found = titration(asked.study, asked.who.safety, asked.plan)
    return Tolerated(found, joined(highest_dose(found)), count_sentences(found))


class ToleratedDose(ChartTablePage):
    """The headline, Kaplan-Meier to the first dose-limiting event, a row per dose; counts open patients."""

    name: ClassVar[str] = "tolerated_dose"
    title: ClassVar[str] = "Tolerated dose"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.headline = SentenceLabel(tr("The answer in one sentence"), self)
        font = self.headline.font()
        font.setBold(True)
        self.headline.setFont(font)
        self.body.insertWidget(0, self.headline)
        self.controls.hide()
        self.rows.cell_chosen.connect(self._drill)

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_tolerated

    def show_result(self, result: Tolerated) -> None:
        """Show headline, curve and table."""
        found = result.found
        self.headline.setText(result.headline)
        self.headline.setVisible(bool(result.headline))
        data = regimen_data(found)
        note = joined(result.sentences)
        title = "No dose-limiting event, regimen as given"
        self.show_both(Figure(self.name, title, lambda ink: StepCurves(ink, data), note), _listing(found))

    @Slot(int, int)
    def _drill(self, row: int, column: int) -> None:
        if self.result is None or not self.result.found.limiting_known:
            return
        found = self.result.found
        one = found.rows[row]
        dose = f"{one.dose:g} {found.unit}"
        meant = {
            1: (f"Reached {dose}", one.reached),
            3: (f"Dose-limiting event at {dose}", one.limited),
            4: (f"Had to reduce, interrupt or stop at {dose}", one.limited),
            5: (f"Took {dose} to the end", one.kept),
        }
        if column in meant and meant[column][1]:
            title, usubjids = meant[column]
            events = _event_rows(found, one.dose) if column == 3 else ()
            table = "adverse_events" if events else "subjects"
            self.drill_asked.emit(Drill(f"{title}: {len(usubjids)} patients", table, events, usubjids))


def _event_rows(found: "Titration", dose: float) -> tuple[int, ...]:
    events = [event for patient in found.patients for event in patient.events]
    return tuple(event.row for event in events if event.dose == dose and event.row >= 0)


def regimen_data(found: "Titration") -> StepData:
    """Return the curve of the regimen with its numbers at risk, months since the first dose below."""
    from sscviewer.analysis.dose_question.titration import NOT_KNOWN

    curve = found.regimen
    last = float(curve.curve.times[-1]) / DAYS_PER_MONTH if curve is not None else 12.0
    x = time_axis(
        0.0, max(last, found.duration_days / DAYS_PER_MONTH, 1.0), "Months since first dose", "month"
    )
    y = share_axis("Without a dose-limiting event, %")
    if curve is None:
        return StepData(x, y, (), empty=NOT_KNOWN)
    blank, steps = np.array([np.nan]), curve.curve
    censored = steps.times[curve.censored > 0] / DAYS_PER_MONTH
    step = StepCurve(
        label="",
        time=np.concatenate([[0.0], steps.times / DAYS_PER_MONTH]),
        value=np.concatenate([[1.0], steps.value]),
        lower=np.concatenate([blank, steps.lower]),
        upper=np.concatenate([blank, steps.upper]),
        ticks=censored,
        end=last,
        # Who took it to the planned end is at risk at the end, though a year has a day more than 52 weeks.
        at_risk=tuple(
            int(n)
            for n in curve.at_risk_at([min(t.at * DAYS_PER_MONTH, found.duration_days) for t in x.ticks])
        ),
    )
    return StepData(x, y, (step,))


def _listing(found: "Titration") -> Listing:
    rows = tuple(_cells(row, found) for row in found.rows)
    keys = {
        k: tuple(float(getattr(row, name).count) for row in found.rows)
        for k, name in ((4, "limited_share"), (5, "kept_share"))
    }
    return Listing(HEADS, rows, frozenset({1, 2, 3, 6}), keys)


def _cells(row: "DoseRow", found: "Titration") -> tuple[str, ...]:
    known = found.limiting_known
    return (
        f"{row.dose:g} {found.unit}",
        str(len(row.reached)),
        str(row.patient_days),
        str(row.events) if known else "not in the file",
        _share(row.limited_share) if known else "not in the file",
        _share(row.kept_share) if known else "not in the file",
        str(row.longest_days),
    )


def _share(share: "Share") -> str:
    return f"{share.count} of {share.n}: {percent_interval(share.share, share.lower, share.upper)}"
