"""R, the ratio of ALT to alkaline phosphatase: every patient's at every visit, and the counts of visits."""

import math
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.analysis.whom import Whom, in_column
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.plain_text import capital
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import say
from sscviewer.plots.charts.axes import Axis, log_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.scatter import Point, Scatter, ScatterData
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.labs.liver_ratio import LiverRatios, PatientRatio

VISITS, PATIENTS, VALUES = "visits", "patients", "values"
TABLES = (
    (VISITS, "By visit"),
    (PATIENTS, "Each patient at the highest ALT"),
    (VALUES, "Each patient and visit"),
)
NO_RATIO = say(
    "No patient counted has ALT and alkaline phosphatase at one visit, with upper limits of normal."
)
LEAST_LOW, LEAST_HIGH = 0.5, 10.0
"""The axis always spans this much of R, so that both bounds are seen."""
BESIDE = 0.3
"""The points of a visit lie beside each other, so far to each side; the way to the next visit is 1."""


def compute_ratios(asked: "Asked", settings: None) -> "LiverRatios":
    """Return R of every patient and visit."""
    from sscviewer.analysis.labs.labs import labs
    from sscviewer.analysis.labs.liver_ratio import liver_ratios

    return liver_ratios(asked.study, labs(asked.study), asked.who.safety)


class LiverRatioView(ChartTablePage):
    """A point for each patient and visit, dashed lines at the bounds of the kinds; counts list patients."""

    name: ClassVar[str] = "r_ratio"
    title: ClassVar[str] = "Labs: R ratio"
    needs: ClassVar[Needs] = ("labs",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.what = self.controls.combo("Table", TABLES)
        self.controls.only_show(self._redraw, self.what.activated)

    def computation(self) -> Compute:
        """Return the function that divides."""
        return compute_ratios

    def show_result(self, result: "LiverRatios") -> None:
        """Show picture and table."""
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        from sscviewer.analysis.labs.liver_ratio import ratio_words

        found: LiverRatios | None = self.result
        if found is None:
            return
        data = points_of(found)
        note = ratio_words(found) if found.values else ""
        title = "R: multiple of ALT by multiple of alkaline phosphatase"
        figure = Figure(self.name, title if note else "", lambda ink: Scatter(ink, data), note)
        if self.what.currentData() == VISITS:
            listing, whom = visits_listing(found)
        else:
            rows = found.highest if self.what.currentData() == PATIENTS else found.values
            listing, whom = patients_listing(rows)
        self.show_both(figure, listing, whom)
        self.set_patient(self.session.usubjid)


def points_of(found: "LiverRatios") -> ScatterData:
    """Return the picture: visits side by side, R on a logarithmic axis."""
    from sscviewer.analysis.labs.liver_ratio import PATTERNS, WITHIN
    from sscviewer.clinical.hepatic import CHOLESTATIC, HEPATOCELLULAR

    visits = sorted({one.avisitn: one.avisit for one in found.values}.items())  # a column a month
    kinds = [kind for kind in (WITHIN, *PATTERNS) if any(one.pattern == kind for one in found.values)]
    ranks = {usubjid: rank for rank, usubjid in enumerate(dict.fromkeys(one.usubjid for one in found.values))}
    middle = (len(ranks) - 1) / 2
    aside = {usubjid: BESIDE * (rank - middle) / max(middle, 1.0) for usubjid, rank in ranks.items()}
    at = {months: column for column, (months, _) in enumerate(visits)}
    points = tuple(
        Point(
            at[one.avisitn] + aside[one.usubjid],
            math.log10(one.ratio),
            one.usubjid,
            f"{one.usubjid}, {one.avisit}\nR = {rounded(one.ratio, 1)}: ALT {rounded(one.alt, 1)} ×, "
            f"ALP {rounded(one.alp, 1)} × the "
            f"upper limit\n{one.pattern}",
            kinds.index(one.pattern),
        )
        for one in found.values
    )
    ratios = [one.ratio for one in found.values]
    ticks = tuple(Tick(float(at[months]), avisit) for months, avisit in visits)
    return ScatterData(
        Axis(-0.6, max(len(visits), 1) - 0.4, ticks, "Visit"),
        log_axis(min([LEAST_LOW, *ratios]), max([LEAST_HIGH, *ratios]), "R"),
        points,
        tuple(capital(kind) for kind in kinds),
        lines_y=(math.log10(CHOLESTATIC), math.log10(HEPATOCELLULAR)),
        empty=NO_RATIO,
    )


def visits_listing(found: "LiverRatios") -> tuple[Listing, Whom]:
    """Return the table by visit and arm, and whom its counts hold."""
    from sscviewer.analysis.labs.liver_ratio import PATTERNS

    several = len({row.arm for row in found.visits}) > 1
    first = 2 if several else 1
    heads = ("Visit", *(("Arm",) if several else ()), "n", "Median R", "Lowest", "Highest")
    counts = len(heads)
    texts = tuple(
        (
            row.avisit,
            *((arm_name(row.arm),) if several else ()),
            str(len(row.patients)),
            *(rounded(value, 2) for value in (row.median, row.lowest, row.highest)),
            *(str(len(ids)) for ids in row.by_pattern),
        )
        for row in found.visits
    )
    whom = dict(in_column(first, [row.patients for row in found.visits]))
    for at in range(len(PATTERNS)):
        whom |= in_column(counts + at, [row.by_pattern[at] for row in found.visits])
    heads = (*heads, *(capital(kind) for kind in PATTERNS))
    return Listing(heads, texts, frozenset(range(first, len(heads)))), whom


def patients_listing(rows: "tuple[PatientRatio, ...]") -> tuple[Listing, Whom]:
    """Return a table with a row for each R, and whose it is."""
    arms = len({one.arm for one in rows}) > 1
    heads = ("Patient", *(("Arm",) if arms else ()), "Visit", "Day", "ALT, × ULN", "ALP, × ULN", "R", "Kind")
    texts = tuple(
        (
            one.usubjid,
            *((one.arm,) if arms else ()),
            one.avisit,
            rounded(one.day, 0) if math.isfinite(one.day) else "",
            *(rounded(value, 2) for value in (one.alt, one.alp, one.ratio)),
            capital(one.pattern),
        )
        for one in rows
    )
    numbers = frozenset(range(len(heads) - 5, len(heads) - 1))
    return Listing(heads, texts, numbers), in_column(0, [(one.usubjid,) for one in rows])
