"""All endpoints on one scale."""

from typing import TYPE_CHECKING, ClassVar

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import in_column
from sscviewer.gui.efficacy.estimates import COLUMNS, cells, dot, span
from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.efficacy.forest import Forest, ForestRow

BETTER = {1: "higher is better", -1: "lower is better", 0: ""}


def compute_forest(asked: "Asked", settings: None) -> "Forest":
    """Return the change of every endpoint in standard deviations of its baseline."""
    from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
    from sscviewer.analysis.efficacy.forest import forest

    return forest(asked.study, asked.who.efficacy, efficacy_settings(asked.plan, ""))


class Endpoints(ChartTablePage):
    """The forest of endpoints."""

    name: ClassVar[str] = "endpoints"
    title: ClassVar[str] = "All endpoints"
    needs: ClassVar[Needs] = ("endpoints",)

    def computation(self) -> Compute:
        """Return the function that fits every endpoint."""
        return compute_forest

    def show_result(self, result: "Forest") -> None:
        """Show one row per endpoint."""
        rows = [row for row in result.rows if row.arm == "ALL"] + [r for r in result.rows if r.reference]
        drawn = tuple(
            IntervalRow(_label(row), (dot(row.in_sd, 2),), BETTER[row.better], key=_label(row))
            for row in rows
        )
        low, high = span([d for row in drawn for d in row.dots])
        interval = f"{100 * self.session.planning.plan.model.level:g} % CI"
        axis = number_axis(
            low, high, f"Change at the last visit, in standard deviations of the baseline ({interval})"
        )
        data = Intervals(
            drawn,
            axis,
            (),
            (0.0,),
            say("SD ({interval})", interval=interval),
            say("No endpoint can be modelled."),
        )
        left = "; ".join(f"{code}: {why}" for code, why in result.left_out)
        note = say(
            "Mixed model for repeated measures of the change from baseline; the standard "
            "deviation of the baseline is taken as known. Endpoints are not adjusted for their "
            "number."
        )
        note = joined((note, say("Not shown: {left}.", left=left))) if left else note
        whom = in_column(1, [row.patients for row in rows])
        title = "All endpoints: change in standard deviations of the baseline"
        figure = Figure("endpoints", title, lambda ink: IntervalPlot(ink, data), note)
        self.show_both(figure, _listing(rows), whom)


def _label(row: "ForestRow") -> str:
    name = f"{row.parameter.axis_label} ({row.avisit})"
    return name if row.arm == "ALL" else f"{name}: {row.arm} minus {row.reference}"


def _listing(rows: list["ForestRow"]) -> Listing:
    from sscviewer.analysis.number_words import signed

    texts = []
    for row in rows:
        digits = min(row.parameter.digits + 1, 3)
        base = f"{row.sd_baseline:.{digits}f}"
        sd = signed(row.in_sd.estimate, 2)
        texts.append((_label(row), str(row.n), *cells(row.change, digits), base, sd, BETTER[row.better]))
    heads = ("Endpoint", "n", *COLUMNS, "SD of baseline", "Change in SD", "Direction")
    return Listing(heads, tuple(texts), frozenset(range(1, len(heads) - 1)))
