"""The liver: peak bilirubin against peak ALT or AST, and who is in the range of Hy's law."""

import math
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.needs import Empty, Needs
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.safety.labs.grading import NO_LABS, Graded, GradeLabs
from sscviewer.gui.state.parts import Parts
from sscviewer.model.plain_text import capital
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.edish import EdishRecipe

if TYPE_CHECKING:
    from sscviewer.analysis.labs.hepatic import Hepatic
    from sscviewer.analysis.labs.labs import Labs
    from sscviewer.analysis.labs.liver_patient import EdishPoint, HysLawRow
    from sscviewer.analysis.plan.laboratory import LaboratoryRules
    from sscviewer.analysis.population import Population
    from sscviewer.plots.mark import Mark

HYS_LAW, EVERYBODY = "hy", "all"
NO_LIVER = say(
    "No patient counted has ALT or AST, and bilirubin, after baseline with upper limits "
    "of normal, so there is no point to draw. If the workbook has them, map the "
    "laboratory sheet: File › Map columns…, with its upper limit of normal."
)
NAMED = 12
"""So many patients without a point are named below the picture; more are counted."""
QUADRANT_ORDER = ("hy", "temple", "cholestasis", "normal")


def find_hepatic(labs: "Labs", who: "Population", rules: "LaboratoryRules") -> "Hepatic":
    """Return the points and the listing."""
    from sscviewer.analysis.labs.hepatic import hepatic

    return hepatic(labs, who, rules.hys_law_days)


class Liver(ChartTablePage):
    """The eDISH plot above the listing; a click on a point lists the patient's liver values."""

    name: ClassVar[str] = "liver"
    title: ClassVar[str] = "Labs: liver"
    needs: ClassVar[Needs] = ("labs",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=-1)
        self.what = self.controls.combo("Table")
        self.controls.only_show(self._list, self.what.activated)
        self.rows.view.setToolTip(tr("Click a row to list the patient’s liver values"))
        self.rows.cell_chosen.connect(self._row_clicked)
        self.nothing = Empty(self)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self.nothing)
        self._usubjids: tuple[str, ...] = ()
        self._grade = GradeLabs(find_hepatic)

    def computation(self) -> "GradeLabs[Hepatic]":
        """Return the function that finds the peaks."""
        return self._grade

    def show_result(self, result: "Graded[Hepatic]") -> None:
        """Show the picture, or why there is none."""
        found = result.found
        for part in (self.controls, self.split, self.note):
            part.setVisible(bool(found.points))
        self.nothing.setVisible(not found.points)
        if not found.points:
            self.nothing.setText(tr(NO_LIVER) if result.labs.tests else tr(NO_LABS))
            self._title = ""
            self.chart.show_figure(None)
            return
        self.what.clear()
        self.what.addItem(tr("All patients ({n})").format(n=len(found.points)), EVERYBODY)
        self.what.addItem(tr("Hy’s-law range ({n})").format(n=len(found.hys_law)), HYS_LAW)
        self.what.setCurrentIndex(1 if found.hys_law else 0)
        self.controls.offer(self.what, bool(found.hys_law))
        self._list()

    @Slot()
    def _list(self) -> None:
        if self.result is None:
            return
        found = self.result.found
        arms = len({point.arm for point in found.points}) > 1
        hy = self.what.currentData() == HYS_LAW
        listing = hys_law_listing(found, arms) if hy else point_listing(found, arms)
        self._usubjids = tuple(row[0] for row in listing.rows)
        title = "Peak bilirubin and peak ALT or AST (eDISH)"
        figure = Figure("liver", title, EdishRecipe(found), joined(notes_of(found)))
        self.show_both(figure, listing)
        self.set_patient(self.session.usubjid)

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """Choose the patient and list its liver values."""
        super().clicked(mark)
        if mark is not None and mark.usubjid:
            self._drill(mark.usubjid)

    @Slot(int, int)
    def _row_clicked(self, row: int, column: int) -> None:
        self._drill(self._usubjids[row])

    def _drill(self, usubjid: str) -> None:
        from sscviewer.analysis.labs.labs import rows_of

        if self.result is None:
            return
        labs = self.result.labs
        codes = [code for code in ("ALT", "AST", "BILI", "ALP") if code in labs.tests]
        rows = tuple(int(row) for code in codes for row in rows_of(labs.tests[code], labs, (usubjid,)))
        names = ", ".join(labs.tests[code].parameter.short for code in codes)
        self.drill_asked.emit(Drill(f"{usubjid}: {names}", "measurements", rows, (usubjid,)))


def notes_of(found: "Hepatic") -> list[str]:
    """Return how it was done, with the patients without a point by name."""
    notes = list(found.notes)
    if found.without_point:
        notes[-1] = f"{notes[-1][:-1]} ({named(found.without_point)})."
    if not found.hys_law:
        notes.insert(0, say("No patient is in the range of Hy’s law."))
    return [*notes, say("ULN: upper limit of normal.")]


def named(usubjids: tuple[str, ...]) -> str:
    """Return patients by name, many as a number."""
    more = f" and {len(usubjids) - NAMED} more" if len(usubjids) > NAMED else ""
    return ", ".join(usubjids[:NAMED]) + more


def point_listing(found: "Hepatic", arms: bool) -> Listing:
    """Return every patient's peaks, those in the range of Hy's law first."""
    words = {count.quadrant: count.words for count in found.counts}
    points = sorted(found.points, key=_gravest)
    heads = ["Patient", *(["Arm"] if arms else []), "Peak of", "× ULN", "Day", "Bilirubin, × ULN"]
    heads += ["Bilirubin, day", "Days between", "ALP, × ULN", "Quadrant"]
    texts = tuple(
        (
            *_raised(point, point.aminotransferase, point.aminotransferase_day, arms),
            *_bilirubin(point),
            words[point.quadrant],
        )
        for point in points
    )
    strong = frozenset(i for i, point in enumerate(points) if point.quadrant == "hy")
    return _listing(heads, texts, strong)


def hys_law_listing(found: "Hepatic", arms: bool) -> Listing:
    """Return the patients in the range of Hy's law, and what else the law asks for."""
    heads = ["Patient", *(["Arm"] if arms else []), "Raised", "× ULN", "Day", "Bilirubin, × ULN"]
    heads += ["Bilirubin, day", "Days after", "ALP, × ULN", "R", "Pairs", "Hy’s law"]
    texts = tuple(_hys_law_row(row, arms) for row in found.hys_law)
    return _listing(heads, texts, frozenset())


def _listing(heads: list[str], rows: tuple[tuple[str, ...], ...], strong: frozenset[int]) -> Listing:
    """Return a listing without the columns that are empty."""
    kept = [at for at in range(len(heads)) if not rows or any(row[at] for row in rows)]
    words = ("Patient", "Arm", "Peak of", "Raised", "Quadrant", "Hy’s law")
    numeric = frozenset(place for place, at in enumerate(kept) if heads[at] not in words)
    texts = tuple(tuple(row[at] for at in kept) for row in rows)
    return Listing(tuple(heads[at] for at in kept), texts, numeric, strong=strong)


def _hys_law_row(row: "HysLawRow", arms: bool) -> tuple[str, ...]:
    return (
        *_raised(row, row.onset, row.onset_day, arms),
        *_bilirubin(row),
        _number(row.ratio, 1),
        str(row.pairs),
        capital(row.verdict),
    )


def _raised(row: "EdishPoint | HysLawRow", value: float, day: float, arms: bool) -> tuple[str, ...]:
    arm = (row.arm,) if arms else ()
    return (row.usubjid, *arm, row.test, _number(value, 2), _number(day, 0))


def _bilirubin(row: "EdishPoint | HysLawRow") -> tuple[str, ...]:
    return (
        _number(row.bilirubin, 2),
        _number(row.bilirubin_day, 0),
        _number(row.days_between, 0),
        _number(row.alkaline_phosphatase, 2),
    )


def _gravest(point: "EdishPoint") -> tuple[int, float]:
    return QUADRANT_ORDER.index(point.quadrant), -max(point.aminotransferase, point.bilirubin)


def _number(value: float, digits: int) -> str:
    return f"{rounded(value, digits)}".replace("-", "−") if math.isfinite(value) else ""
