"""Words and axes that the views of the dose question share."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sscviewer.gui.analysis.whom import Whom, in_column
from sscviewer.model.rounding import rounded
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.dose_question.titration import Titration

SHARES = tuple(Tick(i / 5, str(20 * i)) for i in range(6))


def share_axis(title: str) -> Axis:
    """Return an axis of shares from 0 to 100 %."""
    return Axis(0.0, 1.0, SHARES, title)


def dose_axis(found: "Titration", title: str, *, from_zero: bool = False) -> Axis:
    """Return an axis with a tick at every dose given, and a little room at its ends."""
    doses = found.doses
    room = 0.09 * (doses[-1] - (0.0 if from_zero else doses[0])) or 0.1 * doses[-1]
    low = 0.0 if from_zero else doses[0] - room
    ticks = tuple(Tick(dose, f"{dose:g}") for dose in doses)
    return Axis(low, doses[-1] + room, ticks, f"{title}, {found.unit} a day")


def who_took(found: "Titration", doses: Iterable[float]) -> Whom:
    """Return, behind the first cell of a row per dose, the patients who took it."""
    reached = {row.dose: row.reached for row in found.rows}
    return in_column(0, [reached.get(dose, ()) for dose in doses])


def percent(share: float) -> str:
    """Return "31 %"; "" where there is none."""
    return f"{rounded(100 * share, 0)} %" if share == share else ""


def percent_interval(estimate: float, lower: float, upper: float) -> str:
    """Return "31 % (15 to 52)"."""
    if lower != lower or upper != upper:
        return percent(estimate)
    return f"{percent(estimate)} ({rounded(100 * lower, 0)} to {rounded(100 * upper, 0)})"
