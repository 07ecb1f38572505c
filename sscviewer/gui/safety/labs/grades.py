"""The worst grade of every laboratory test after baseline, and the values that could not be graded."""

from collections import Counter
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.analysis.arm_words import ALL
from sscviewer.gui.analysis.arm_names import arm_entries
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.panes.table_pane import TablePane
from sscviewer.gui.safety.labs.grading import (
    ARROWS,
    NO_LABS,
    Graded,
    GradeLabs,
    values_behind,
)
from sscviewer.gui.state.parts import Parts
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.charts.bars import PERCENT, Bar, BarData, Bars
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.labs.lab_not_graded import NotGraded
    from sscviewer.analysis.labs.lab_shift import WorstGrades
    from sscviewer.analysis.labs.labs import Labs
    from sscviewer.analysis.plan.laboratory import LaboratoryRules
    from sscviewer.analysis.population import Population

HEADS = ("Finding", "n", "Any grade", "Grade 1", "Grade 2", "Grade 3", "Grade 4", "Grade 0")
FIRST_GRADED = 1
"""The first column whose cells are patients."""
OF_COLUMN = {2: (1, 2, 3, 4), 3: (1,), 4: (2,), 5: (3,), 6: (4,), 7: (0,)}
"""The worst grades a column counts."""


def find_worst(labs: "Labs", who: "Population", rules: "LaboratoryRules") -> "tuple[WorstGrades, ...]":
    """Return the worst grades by test and arm."""
    from sscviewer.analysis.labs.lab_shift import worst_grades

    return worst_grades(labs, who)


class LabGrades(ChartTablePage):
    """Patients by worst grade after baseline, n and percent of those graded; counts list their values."""

    name: ClassVar[str] = "lab_grades"
    title: ClassVar[str] = "Labs: grades"
    needs: ClassVar[Needs] = ("labs",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=0)
        self.arm = self.controls.combo("Arm", arm_entries([ALL]))
        self.controls.only_show(self._redraw, self.arm.activated)
        self.found = self.controls.tick("Only tests with a grade above 0")
        self.controls.only_show(self._redraw, self.found.toggled)
        self.rows.cell_chosen.connect(self.cell_clicked)
        self.rows.view.setToolTip(tr("Click a number to list the patients and values behind it"))
        self.why = TablePane("Values without a grade", self, stretch=1)
        self.why.view.setToolTip(tr("Click a row to list its values"))
        self.why.cell_chosen.connect(self._why_clicked)
        self.split.addWidget(self.why)
        self.split.setSizes([2200, 2200, 1100])
        self._listed: list[WorstGrades] = []
        self._grade = GradeLabs(find_worst)

    def computation(self) -> "GradeLabs[tuple[WorstGrades, ...]]":
        """Return the function that grades."""
        return self._grade

    def show_result(self, result: "Graded[tuple[WorstGrades, ...]]") -> None:
        """Show the grades of all tests."""
        arms = arm_entries([ALL, *(arm for arm, _ in result.who.arms[1:])])
        choose(self.arm, arms)
        self.controls.offer(self.arm, len(arms) > 1)
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self.result is None:
            return
        labs, arm = self.result.labs, self.arm.currentData()
        above = self.found.isChecked()
        rows = [row for row in self.result.found if row.arm == arm]
        self._listed = [row for row in rows if not above or any(row.patients[1:])]
        heading = self.result.who.heading
        who = heading if arm == "ALL" else say("{who} of {arm}", who=heading, arm=arm)
        hidden = len(rows) - len(self._listed)
        more = say(" {hidden} more tests without a grade above 0.", hidden=hidden) if hidden else ""
        percent = say("with a graded value after baseline (n), each once at the worst grade; percent of n.")
        note = joined((who, joined((percent, more), ""), *labs.notes))
        if not rows:
            note = say(
                "{words} grades none of the tests in this workbook by numbers that were checked.",
                words=labs.words,
            )
        title = f"Worst laboratory grades after baseline, {labs.words}"
        data = grade_bars(self._listed, "" if labs.tests else tr(NO_LABS))
        title = (title if arm == "ALL" else f"{title}, {arm}") if labs.tests else ""
        listing = listing_of(self._listed) if labs.tests else Listing((), ())
        self.show_both(Figure(self.name, title, lambda ink: Bars(ink, data), note if title else ""), listing)
        self.why.show_listing(
            _reasons(labs.not_graded), "" if labs.not_graded else say("Every value has a grade.")
        )

    @Slot(int, int)
    def cell_clicked(self, row: int, column: int) -> None:
        """List the values of the patients of a count."""
        if self.result is None or column < FIRST_GRADED:
            return
        of = self._listed[row]
        grades = OF_COLUMN.get(column, (0, 1, 2, 3, 4))
        usubjids = tuple(u for grade in grades for u in of.patients[grade])
        if usubjids:
            level = "graded" if column == FIRST_GRADED else HEADS[column].lower()
            words = f"{of.term}, {level}"
            self.drill_asked.emit(values_behind(self.result.labs, of.paramcd, words, usubjids))

    @Slot(int, int)
    def _why_clicked(self, row: int, column: int) -> None:
        if self.result is not None:
            entry = self.result.labs.not_graded[row]
            rows = tuple(int(at) for at in entry.rows)
            self.drill_asked.emit(Drill(f"{entry.test}: {entry.why}", "measurements", rows))


def grade_bars(rows: "list[WorstGrades]", why: str) -> BarData:
    """Return the picture: a bar a test and direction, its patients by worst grade in per cent of n."""
    found = [row for row in rows if row.n]
    bars = tuple(
        Bar(
            float(at),
            at + 1.0,
            tuple(100.0 * len(ids) / row.n for ids in row.patients),
            "\n".join(
                [
                    f"{row.term} (n = {row.n})",
                    *(f"Grade {g}: {len(ids)}" for g, ids in enumerate(row.patients)),
                ]
            ),
        )
        for at, row in enumerate(found)
    )
    ticks = tuple(Tick(at + 0.5, f"{row.paramcd} {ARROWS[row.direction]}") for at, row in enumerate(found))
    x = Axis(0.0, float(max(len(bars), 1)), ticks, "Test, too low ↓ or too high ↑")
    series = tuple(f"Grade {grade}" for grade in range(5))
    return BarData(x, PERCENT, bars, series, by_grade=True, empty=why or say("No test has a graded value."))


def listing_of(rows: "list[WorstGrades]") -> Listing:
    """Return the table as texts: "3 (15.0 %)" for patients."""
    texts, keys = [], []
    terms = Counter(row.term for row in rows)
    for row in rows:
        name = row.term if terms[row.term] == 1 else f"{row.term} ({row.test.lower()})"
        counts = [sum(len(row.patients[grade]) for grade in grades) for grades in OF_COLUMN.values()]
        cells = [f"{count} ({rounded(100 * count / row.n, 1)} %)" if count else "0" for count in counts]
        texts.append((name, str(row.n), *cells))
        keys.append((row.n, *counts))
    sort_keys = {at: tuple(float(key[at - 1]) for key in keys) for at in range(1, len(HEADS))}
    return Listing(HEADS, tuple(texts), sort_keys=sort_keys)


def _reasons(entries: "tuple[NotGraded, ...]") -> Listing:
    heads = ("Test with values without a grade", "Why", "Values")
    texts = tuple((entry.test, entry.why, str(entry.n)) for entry in entries)
    return Listing(heads, texts, frozenset({2}))
