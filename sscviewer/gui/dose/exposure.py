"""How much of the drug: the measures by arm, then every patient."""

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QSplitter, QWidget

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.controls import Controls, name_control
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import AnalysisView, Compute, drawn_words
from sscviewer.gui.analysis.whom import drill_of, in_column
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.state.parts import Parts
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.screen.said import Verbatim
from sscviewer.report.measure_words import OF_SINGLE_DAYS, measure_words
from sscviewer.report.table_file import Table
from sscviewer.report.trial_tables import exposure_notes

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose.exposure import ExposureRow
    from sscviewer.analysis.dose.patient_exposure import DoseLimiting, PatientExposure


@dataclass(frozen=True, slots=True)
class Exposed:
    """Measures by arm, and the patients behind them."""

    rows: "tuple[ExposureRow, ...]"
    patients: "tuple[PatientExposure, ...]"


def compute_exposure(asked: "Asked", settings: None) -> Exposed:
    """Return the measures, by the schedule of the plan."""
    from sscviewer.analysis.dose.exposure import exposure
    from sscviewer.analysis.dose.patient_exposure import patient_exposure
    from sscviewer.analysis.planned_dose import planned_doses

    planned, who = planned_doses(asked.plan.study.dose_schedule), asked.who.safety
    patients = patient_exposure(asked.study, who, planned, asked.plan.events)
    return Exposed(exposure(asked.study, who, planned, patients), patients)


class Exposure(AnalysisView):
    """Two tables; the schedule that was planned can be given."""

    name: ClassVar[str] = "exposure"
    title: ClassVar[str] = "Exposure"
    needs: ClassVar[Needs] = ("doses",)
    drawn_in: ClassVar[str] = "Cohort ▸ Doses and events"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        from sscviewer.analysis.planned_dose import EXAMPLE

        self.controls = Controls(self)
        self.schedule = QLineEdit(self)
        name_control(self.schedule, "Planned doses")
        self.schedule.setPlaceholderText(tr("day: dose, such as {example}").format(example=EXAMPLE))
        self.schedule.setMinimumWidth(self.fontMetrics().averageCharWidth() * 52)
        self.schedule.editingFinished.connect(self._schedule_given)
        self.controls.add(self.schedule, "Planned doses")
        self.error = QLabel(self)
        self.error.setWordWrap(True)
        self.error.hide()
        self.arms = TablePane("Exposure by arm", self, stretch=1)
        self.arms.cell_chosen.connect(self._list_patients)
        self.arms.view.setToolTip(tr("Click a number to list its patients"))
        self.patients = TablePane("Exposure of each patient", self)
        self.patients.row_chosen.connect(self._open)
        self.patients.view.setToolTip(tr("Double-click a row to open its patient"))
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.arms)
        split.addWidget(self.patients)
        split.setSizes([2000, 3000])
        self.put(split, self.controls, self.error)
        self.session.planning.changed.connect(self._show_schedule)
        self._show_schedule()

    @Slot()
    def _schedule_given(self) -> None:
        from sscviewer.analysis.planned_dose import planned_dose

        text, planning = self.schedule.text().strip(), self.session.planning
        read = planned_dose(text)
        self.error.setText(read if isinstance(read, str) else "")
        self.error.setVisible(isinstance(read, str))
        if not isinstance(read, str):
            planning.choose(planning.plan.with_value("study", "dose_schedule", text))

    @Slot()
    def _show_schedule(self) -> None:
        self.schedule.setText(self.session.planning.plan.study.dose_schedule)

    def computation(self) -> Compute:
        """Return the function that measures the exposure."""
        return compute_exposure

    def show_result(self, result: Exposed) -> None:
        """Show both tables."""
        from sscviewer.analysis.dose.exposure import NO_PLAN

        planned = any(row.measure.startswith("relative") for row in result.rows)
        note = joined([*exposure_notes(result.rows), *([] if planned else [NO_PLAN])])
        if not result.rows:
            note = say("This workbook has no dose with a date, so exposure cannot be computed.")
        self.arms.show_listing(_arms(result.rows), note)
        self.patients.show_listing(_patients(result.patients, planned), drawn_words(self.drawn_in))

    @Slot(int, int)
    def _list_patients(self, row: int, column: int) -> None:
        if self.result is None:
            return
        listing, rows = self.arms.model.listing, self.result.rows
        drill = drill_of(
            listing, in_column(listing.columns.index("n"), [one.patients for one in rows]), row, column
        )
        if drill is not None:
            self.drill_asked.emit(drill)

    @Slot(int)
    def _open(self, row: int) -> None:
        if self.result is not None:
            self.patient_asked.emit(self.result.patients[row].usubjid)

    def table(self) -> Table | None:
        """Return the patients' table, the measures by arm below it as notes."""
        if self.result is None or not self.result.patients:
            return None
        notes = tuple(" · ".join(t for t in row if t) for row in self.arms.model.listing.rows)
        return self.patients.table("exposure", "Exposure of each patient", (*notes, self.arms.note.words))


def _limiting_words(event: "DoseLimiting") -> str:
    what = say("{term} ({action})", term=event.name, action=event.action.lower())
    if not math.isfinite(event.day):
        return what
    return say(
        "{term} ({action}, day {day})",
        term=event.name,
        action=event.action.lower(),
        day=rounded(event.day, 0),
    )


def _number(value: float, digits: int = 1) -> str:
    return rounded(value, digits) if math.isfinite(value) else ""


def _arms(rows: "tuple[ExposureRow, ...]") -> Listing:
    heads = ("Arm", "Measure", "Unit", "n", "Mean", "SD", "Median", "Min", "Max", "Person-time weighted mean")
    texts = tuple(
        (
            arm_name(row.arm),
            measure_words(row),
            Verbatim(row.unit),
            str(row.n),
            *(_number(v) for v in (row.mean, row.sd, row.median, row.min, row.max, row.weighted_mean)),
        )
        for row in rows
    )
    return Listing(heads, texts, frozenset(range(3, len(heads))))


def _patients(rows: "tuple[PatientExposure, ...]", planned: bool) -> Listing:
    from sscviewer.analysis.dose.exposure import are_of_single_days

    average = OF_SINGLE_DAYS if are_of_single_days(rows) else "Average daily dose"
    heads = [
        "Patient", "Days first to last", "Days on drug", "Days paused", "Days not recorded",
        "Cumulative dose", average, "On dosing days", "Highest",
        "Last", "Reductions", "Interruptions",
        "Increases after a reduction",
    ]  # fmt: skip
    heads += ["Dose intensity, %", "Of the whole plan, %"] if planned else []
    heads += ["First dose-limiting event", "Notes"]
    texts = []
    for row in rows:
        numbers = [
            row.duration, row.days_on_drug, row.interrupted_days, row.gap_days, row.cumulative_dose
        ]  # fmt: skip
        cells = [row.usubjid, *(_number(n, 0) for n in numbers)]
        cells += [_number(n) for n in (row.average_daily_dose, row.average_dose_on_dosing_days)]
        cells += [f"{row.highest_dose:g}", f"{row.last_dose:g}", str(row.reductions), str(row.interruptions)]
        cells.append(str(row.increases_after_reduction))
        if planned:
            cells += [_number(row.relative_dose_intensity), _number(row.relative_dose_intensity_planned)]
        limiting = row.first_limiting
        cells.append(_limiting_words(limiting) if limiting else "")
        cells.append(joined(row.notes))
        texts.append(tuple(cells))
    return Listing(tuple(heads), tuple(texts), frozenset(range(1, len(heads) - 2)))
