"""Each patient's change a year: of the own values, and as the model has it."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot

from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.efficacy.endpoint_view import EndpointView
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.distribution.slopes import PatientSlope, PatientSlopes
    from sscviewer.plots.mark import Mark

HEADS = ("Patient", "Values", "Own slope")
SERIES = ("with shrinkage, and its interval", "own values alone")


def compute_slopes(asked: "Asked", paramcd: str) -> "PatientSlopes":
    """Return every patient's slope of one endpoint."""
    from sscviewer.analysis.distribution.slopes import patient_slopes
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings

    settings = efficacy_settings(asked.plan, paramcd, by_arm=False)
    return patient_slopes(asked.study, asked.who.efficacy, settings)


class Slopes(EndpointView):
    """A line a patient; a click opens the patient."""

    name: ClassVar[str] = "slopes"
    title: ClassVar[str] = "Each slope"
    needs: ClassVar[Needs] = ("endpoints", "time")

    def computation(self) -> Compute:
        """Return the function that fits the slopes."""
        return compute_slopes

    def show_result(self, result: "PatientSlopes") -> None:
        """Show slopes and table."""
        from sscviewer.analysis.distribution.distribution import slope_sentence

        data = intervals_of(result)
        name = f"slopes_{result.parameter.paramcd}"
        note = joined((slope_sentence(result), *result.notes) if result.rows else result.notes)
        title = f"{result.parameter.param}: each patient's slope"
        whom = in_column(0, [(row.usubjid,) for row in result.rows])
        self.show_both(Figure(name, title, lambda ink: IntervalPlot(ink, data), note), _listing(result), whom)

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """Open the patient that was clicked."""
        if mark is not None and mark.key:
            self.patient_asked.emit(mark.key)


def intervals_of(found: "PatientSlopes") -> Intervals:
    """Return the picture: lowest slope on top, zero and the mean dashed."""
    digits = _digits(found)
    rows = tuple(
        IntervalRow(
            row.usubjid,
            (
                Dot(row.shrunk, row.lower, row.upper, _text(row, digits), 0),
                Dot(row.own, float("nan"), float("nan"), "", 1),
            ),
            key=row.usubjid,
        )
        for row in found.rows
    )
    values = [v for row in found.rows for v in (row.lower, row.upper, row.own) if v == v]
    axis = number_axis(
        min([*values, 0.0]), max([*values, 0.0]), f"Slope of {found.parameter.short}, {found.unit}"
    )
    references = (0.0, found.mean) if found.rows else (0.0,)
    head = f"With shrinkage ({100 * found.level:g} % CI)"
    why = found.why_not or "Nothing to show."
    return Intervals(rows, axis, SERIES, references, head, why, of_patients=True)


def _digits(found: "PatientSlopes") -> int:
    from sscviewer.analysis.number_words import change_digits

    return 0 if found.unit.startswith("mL") else change_digits(found.parameter)


def _text(row: "PatientSlope", digits: int) -> str:
    from sscviewer.analysis.number_words import with_limits

    return with_limits(row.shrunk, row.lower, row.upper, digits)


def _listing(found: "PatientSlopes") -> Listing:
    from sscviewer.analysis.number_words import plain, signed

    digits, arms = _digits(found), len({row.arm for row in found.rows}) > 1
    rows = tuple(
        (
            row.usubjid,
            *((row.arm,) if arms else ()),
            str(row.n),
            signed(row.own, digits) if row.own == row.own else "",
            signed(row.shrunk, digits),
            plain(row.lower, digits),
            plain(row.upper, digits),
        )
        for row in found.rows
    )
    limits = (say("{level:g} % CI from", level=100 * found.level), "to")
    heads = (HEADS[0], *(("Arm",) if arms else ()), *HEADS[1:], "With shrinkage", *limits)
    return Listing(heads, rows, frozenset(range(len(heads) - 5, len(heads))))
