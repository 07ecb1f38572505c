"""Each patient's average dose against what became of them."""

import math
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose, said
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import Axis, number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.scatter import Point, Scatter, ScatterData
from sscviewer.plots.ticks import Tick
from sscviewer.report.measure_words import OF_SINGLE_DAYS

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose.dose_and_change import DosePoint
    from sscviewer.analysis.dose.therapeutic_index import TherapeuticIndex
    from sscviewer.analysis.events.event_columns import Scale

WORST = "worst grade"


def compute_outcome(asked: "Asked", settings: None) -> "tuple[TherapeuticIndex, ...]":
    """Return doses beside changes, by arm."""
    from sscviewer.analysis.dose.therapeutic_index import therapeutic_index

    return therapeutic_index(asked.study, asked.who.safety, asked.plan)


class DoseOutcome(ChartTablePage):
    """Average dose across, change or worst grade upwards; a click chooses the patient."""

    name: ClassVar[str] = "dose_outcome"
    title: ClassVar[str] = "Dose and outcome"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.what = self.controls.combo("Against")
        self.controls.only_show(self._redraw, self.what.activated)

    def computation(self) -> Compute:
        """Return the function that pairs dose and outcome."""
        return compute_outcome

    def show_result(self, result: "tuple[TherapeuticIndex, ...]") -> None:
        """Show the pairs chosen."""
        trial = self.session.trial
        codes = result[0].parameters if result else ()
        names = trial.study.parameters if trial is not None else {}
        entries = [(code, f"Change in {names[code].axis_label}") for code in codes if code in names]
        scale = result[0].scale if result else ""
        choose(self.what, [*entries, (WORST, f"Worst {scale or 'grade'} of an adverse event")])
        self._redraw()

    def _redraw(self) -> None:
        from sscviewer.analysis.events.event_levels import level_words
        from sscviewer.analysis.number_words import signed_short

        if self.result is None:
            return
        arms = [row for row in self.result if row.arm != "ALL"] or list(self.result)
        what, title = self.what.currentData(), said(self.what)
        points = []
        for group, row in enumerate(arms):
            for point in row.points:
                y = point.worst_grade
                if what != WORST:
                    y = point.changes[row.parameters.index(what)]
                if math.isfinite(y):
                    dose = point.average_daily_dose
                    shown = signed_short(y)
                    if what == WORST:
                        shown = level_words(int(y), row.scale) if y else "no event"
                    average = f"{rounded(dose, 0)} {row.unit}{_per_day(point)} on average"
                    hover = f"{point.usubjid}\n{average}\n{shown}"
                    points.append(Point(dose, y, point.usubjid, hover, group))
        unit = arms[0].unit if arms else "mg"
        doses, ys = [p.x for p in points] or [0.0, 1.0], [p.y for p in points] or [0.0, 1.0]
        x = number_axis(min(doses), max(doses), f"{_average(arms)}, {unit}")
        y_axis = number_axis(min(*ys, 0.0), max(*ys, 0.0), title)
        if what == WORST:
            scale: Scale = arms[0].scale if arms else ""
            words = [level_words(g, scale).removeprefix("grade ") if g else "none" for g in range(6)]
            y_axis = Axis(-0.4, 5.4, tuple(Tick(float(g), word) for g, word in enumerate(words)), title)
        lines = (0.0,) if what != WORST else ()
        groups = tuple(arm_name(row.arm) for row in arms) if len(arms) > 1 else ()
        data = ScatterData(x, y_axis, tuple(points), groups, lines_y=lines, empty=say("No patient has both."))
        notes = (*_single_day_notes(arms), *_associations(arms, what))
        note = joined((arms[0].caveat, *notes)) if arms else ""
        figure = Figure(
            "dose_outcome",
            f"Average dose and {title[0].lower()}{title[1:]}",
            lambda ink: Scatter(ink, data),
            note,
        )
        self.show_both(figure, _listing(arms))
        self.set_patient(self.session.usubjid)


def _associations(rows: "list[TherapeuticIndex]", what: str) -> list[str]:
    said = []
    for row in rows:
        for found in row.associations:
            is_worst = what == WORST and found.what.startswith("worst ")
            if (found.what == what or is_worst) and math.isfinite(found.rho):
                arm = "" if row.arm == "ALL" else f"{row.arm}: "
                limits = f"{100 * row.level:g} % CI {rounded(found.lower, 2)} to {rounded(found.upper, 2)}"
                text = say(
                    "{arm}rank correlation {rho} ({limits}; n = {n}).",
                    arm=arm,
                    rho=rounded(found.rho, 2),
                    limits=limits,
                    n=found.n,
                )
                said.append(text.replace("-", "−"))
    return said


def _worst_words(worst: float, scale: "Scale") -> str:
    """Return the worst grade or severity of a patient; "none" without an event, "" when not known."""
    from sscviewer.analysis.events.event_levels import level_words

    if math.isnan(worst):
        return ""
    return level_words(int(worst), scale).removeprefix("grade ") if worst else "none"


def _per_day(point: "DosePoint") -> str:
    return " on a day of it" if point.on_single_days else "/day"


def _average(rows: "list[TherapeuticIndex]") -> str:
    from sscviewer.analysis.patient.dose_course import given_on_single_days

    single = given_on_single_days(point.on_single_days for row in rows for point in row.points)
    return OF_SINGLE_DAYS if single else "Average daily dose"


def _single_day_notes(rows: "list[TherapeuticIndex]") -> list[str]:
    """Say of whom the average is of single days, where most had the drug every day."""
    n = sum(point.on_single_days for row in rows for point in row.points)
    if not n or _average(rows) != "Average daily dose":
        return []
    return [
        say(
            "Given the drug on single days, their average is of those days: {patient}.",
            patient=counted(n, "patient"),
        )
    ]


def _listing(rows: "list[TherapeuticIndex]") -> Listing:
    from sscviewer.analysis.number_words import signed_short

    parameters = rows[0].parameters if rows else ()
    unit = rows[0].unit if rows else "mg"
    several = any(row.arm != "ALL" for row in rows)
    heads = (
        *("Patient", *(("Arm",) if several else ())),
        f"{_average(rows)}, {unit}",
        *(f"Change in {c}" for c in parameters),
        f"Worst {rows[0].scale or 'grade'}" if rows else "Worst grade",
    )
    texts = []
    for row in rows:
        for point in row.points:
            changes = (signed_short(c) if math.isfinite(c) else "" for c in point.changes)
            grade = _worst_words(point.worst_grade, row.scale)
            arm = (arm_name(row.arm),) if several else ()
            texts.append((point.usubjid, *arm, rounded(point.average_daily_dose, 1), *changes, grade))
    first = len(heads) - 2 - len(parameters)
    return Listing(heads, tuple(texts), frozenset(range(first, len(heads) - 1)))
