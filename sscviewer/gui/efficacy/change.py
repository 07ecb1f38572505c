"""Change by visit and slope of one endpoint, with the model in words."""

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.efficacy.estimates import COLUMNS, cells, dot, span
from sscviewer.gui.efficacy.model_choice import ModelShown, ModelView
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.efficacy.course import ArmCourse
    from sscviewer.analysis.efficacy.efficacy import Efficacy

NUMERIC = frozenset(range(2, 2 + len(COLUMNS)))


def compute_efficacy(asked: "Asked", shown: ModelShown) -> "Efficacy":
    """Return the results of an endpoint, beside a historical control where the plan has one."""
    from sscviewer.analysis.efficacy.efficacy import efficacy
    from sscviewer.analysis.historical import historical

    found = efficacy(asked.study, asked.who.efficacy, shown.settings(asked.plan))
    if found.course.by_arm is not None:
        return found
    at = [historical(asked.plan, shown.paramcd, visit.avisitn)[1] for visit in found.course.mmrm.visits]
    known = tuple(control for control in at if control is not None)
    return replace(found, control=known) if len(known) == len(at) else found


class ChangeView(ModelView):
    """Intervals by visit, of all patients or by arm; the table has the slopes too."""

    name: ClassVar[str] = "change"
    title: ClassVar[str] = "Change"
    needs: ClassVar[Needs] = ("endpoints",)

    def computation(self) -> Compute:
        """Return the function that fits the models."""
        return compute_efficacy

    def show_result(self, result: "Efficacy") -> None:
        """Show estimates by visit, slopes and the words of the models."""
        self.show_both(self._figure(result), self._listing(result), in_column(1, _patients(result)))

    def _figure(self, result: "Efficacy") -> Figure:
        from sscviewer.analysis.number_words import plain, signed

        digits = min(result.parameter.digits + 1, 3)
        arms = result.course.by_arm.arms if result.course.by_arm else ()
        series = tuple(arm_name(arm.arm) for arm in arms)
        rows = []
        for i, visit in enumerate(result.course.mmrm.visits):
            label = f"{visit.avisit}  (n = {visit.n})"
            if arms:
                found = [next((v for v in a.visits if v.avisit == visit.avisit), None) for a in arms]
                dots = tuple(dot(v.change if v else None, digits, k) for k, v in enumerate(found))
                label = visit.avisit
            else:
                dots = (dot(visit.change, digits),)
            if result.control:
                past = result.control[i]
                limits = f"{plain(past.lower, digits)} to {plain(past.upper, digits)}"
                text = f"{signed(past.change, digits)} ({limits})"
                dots = (*dots, Dot(past.change, past.lower, past.upper, text, 1))
            rows.append(IntervalRow(label, dots, key=f"visit {i}"))
        if result.control:
            series = ("this trial", f"historical control: {result.control[0].source}")
        low, high = span([d for row in rows for d in row.dots])
        parameter = result.parameter
        interval = f"{100 * self.session.planning.plan.model.level:g} % CI"
        axis = number_axis(low, high, f"Mean change from baseline in {parameter.axis_label} ({interval})")
        empty = result.notes[0] if result.notes else say("Nothing can be estimated.")
        data = Intervals(tuple(rows), axis, series, (0.0,), f"Estimate ({interval})", empty)
        note = joined([result.change_model, result.slope_model, *result.notes])
        title = f"{parameter.param}: change from baseline"
        return Figure(f"change_{parameter.paramcd}", title, lambda ink: IntervalPlot(ink, data), note)

    def _listing(self, result: "Efficacy") -> Listing:
        digits = min(result.parameter.digits + 1, 3)
        course = result.course
        rows = [(visit.avisit, str(visit.n), *cells(visit.change, digits)) for visit in course.mmrm.visits]
        if course.random_slope.has_time:
            n = str(course.random_slope.n_subjects)
            rows.append(("Slope per month", n, *cells(course.random_slope.slope, digits + 1)))
            rows.append(("Slope per year", n, *cells(result.per_year, digits)))
        if course.by_arm is not None:
            for arm in (*course.by_arm.arms, *course.by_arm.differences):
                rows += _arm_rows(arm, digits)
        return Listing(("Change", "n", *COLUMNS), tuple(rows), NUMERIC | {1})


def _patients(result: "Efficacy") -> list[tuple[str, ...]]:
    """Return whom n counts in each row of the table."""
    course = result.course
    slope = [course.random_slope.patients] * 2 if course.random_slope.has_time else []
    found = [*(visit.patients for visit in course.mmrm.visits), *slope]
    if course.by_arm is not None:
        for arm in (*course.by_arm.arms, *course.by_arm.differences):
            found += [visit.patients for visit in arm.visits]
            found += [arm.slope_patients] if arm.slope is not None else []
    return found


def _arm_rows(arm: "ArmCourse", digits: int) -> list[tuple[str, ...]]:
    name = f"{arm.arm} minus {arm.reference}" if arm.reference else arm.arm
    rows = [(f"{name}: {v.avisit}", str(v.n), *cells(v.change, digits)) for v in arm.visits]
    if arm.slope is not None:
        rows.append((f"{name}: slope per month", str(len(arm.slope_patients)), *cells(arm.slope, digits + 1)))
    return rows
