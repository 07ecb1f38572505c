"""Where patients were at baseline and where they came to: the shift table of one test, arm by arm."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from sscviewer.analysis.arm_words import ALL
from sscviewer.gui.analysis.arm_names import arm_name
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.table_page import in_order
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
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
    from sscviewer.analysis.labs.lab_shift import ShiftTable
    from sscviewer.analysis.labs.labs import Labs
    from sscviewer.analysis.plan.laboratory import LaboratoryRules
    from sscviewer.analysis.population import Population

TO = (("worst", "worst"), ("last", "last"))
BY = (("grade", "CTCAE grade"), ("range", "limits of normal"))


def nothing_more(labs: "Labs", who: "Population", rules: "LaboratoryRules") -> None:
    """Leave the table to when the test is chosen."""


class LabShift(ChartTablePage):
    """A cross-table for each arm and direction: rows are baseline, columns what came after; a bar a row."""

    name: ClassVar[str] = "lab_shift"
    title: ClassVar[str] = "Labs: shift"
    needs: ClassVar[Needs] = ("labs",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, stretch=0)
        self.rows.view.setSortingEnabled(False)
        self.rows.cell_chosen.connect(self.cell_clicked)
        self.test = self.controls.combo("Test")
        self.to = self.controls.combo("From baseline to", TO)
        self.by = self.controls.combo("By", BY)
        self.controls.only_show(self._redraw, self.test.activated, self.to.activated, self.by.activated)
        self.rows.view.setToolTip(tr("Click a number to list the patients and values behind it"))
        self._places: list[tuple[ShiftTable, int | None] | None] = []
        self._grade = GradeLabs(nothing_more)

    def computation(self) -> GradeLabs[None]:
        """Return the function that grades."""
        return self._grade

    def show_result(self, result: Graded[None]) -> None:
        """Offer the tests there are and show the shift of one."""
        graded = {code for code, _ in result.labs.graded}
        tests = sorted(result.labs.tests, key=lambda code: code not in graded)
        choose(self.test, [(code, result.labs.tests[code].parameter.param) for code in tests])
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        from sscviewer.analysis.labs.lab_shift import lab_shift

        if self.result is None:
            return
        labs, code, by = self.result.labs, self.test.currentData(), self.by.currentData()
        if code is None:
            self._show_nothing(tr(NO_LABS))
            return
        tables = lab_shift(labs, self.result.who, code, self.to.currentData(), by)
        if not tables:
            why = next((one.why for one in labs.not_graded if one.paramcd == code), "")
            reason = f": {why}" if why else " by numbers that were checked"
            name = labs.tests[code].parameter.param
            words = say(
                "{words} does not grade {name}{name2}{reason}.",
                words=labs.words,
                name=name[:1].lower(),
                name2=name[1:],
                reason=reason,
            )
            self._show_nothing(tr("{words} Choose “limits of normal”.").format(words=words))
            return
        listing, self._places = cross_table(tables)
        note = joined(_notes(self.result.who.heading, tables, labs))
        data = shift_bars(tables)
        self.show_both(Figure(self.name, tables[0].words, lambda ink: Bars(ink, data), note), listing)

    def _show_nothing(self, why: str) -> None:
        self._places = []
        data = BarData(PERCENT, PERCENT, (), empty=why)
        self.show_both(Figure(self.name, "", lambda ink: Bars(ink, data)), Listing((), ()))

    @Slot(int, int)
    def cell_clicked(self, row: int, column: int) -> None:
        """List the values of the patients of a cell."""
        place = self._places[row]
        if self.result is None or place is None or column == 0:
            return
        table, level = place
        later = column - 1 if column <= len(table.later) else None
        usubjids = patients_of(table, level, later)
        if usubjids:
            at = "any" if level is None else table.levels[level]
            after = "any" if later is None else table.later[later]
            words = f"{table.term or table.test}, {at} at baseline → {after} ({table.to})"
            self.drill_asked.emit(values_behind(self.result.labs, table.paramcd, words, usubjids))


def shift_bars(tables: "tuple[ShiftTable, ...]") -> BarData:
    """Return the picture: for each level at baseline where its patients came to, in per cent of them."""
    several_arms = len({table.arm for table in tables}) > 1
    bars: list[Bar] = []
    ticks: list[Tick] = []
    for table in tables:
        if several_arms and table.arm == ALL:
            continue
        for level, name in enumerate(table.levels):
            n = len(patients_of(table, level, None))
            if not n:
                continue
            at = float(len(bars))
            arm = table.arm if several_arms else ""
            whose = ", ".join(part for part in (arm, table.direction, _level(table, name)) if part)
            counts = [len(patients_of(table, level, later)) for later in range(len(table.later))]
            said = [f"{_level(table, k)}: {c}" for k, c in zip(table.later, counts, strict=True) if c]
            hover = "\n".join([f"{whose} at baseline (n = {n}), {table.to} after:", *said])
            bars.append(Bar(at, at + 1.0, tuple(100.0 * c / n for c in counts), hover))
            ticks.append(
                Tick(at + 0.5, " ".join(part for part in (arm, ARROWS[table.direction], name) if part))
            )
    of = tables[0]
    series = tuple(_level(of, name) for name in of.later)
    title = f"{'Grade' if of.by == 'grade' else 'Range'} at baseline; {of.to} after"
    x = Axis(0.0, float(max(len(bars), 1)), tuple(ticks), title)
    empty = say("Nobody has a level at baseline and after it.")
    return BarData(x, PERCENT, tuple(bars), series, by_grade=of.by == "grade", empty=empty)


def patients_of(table: "ShiftTable", level: int | None, later: int | None) -> tuple[str, ...]:
    """Return the patients of a cell; None stands for the total of all rows or columns."""
    rows = table.cells if level is None else (table.cells[level],)
    return tuple(
        usubjid
        for row in rows
        for cell in (row if later is None else (row[later],))
        for usubjid in cell.usubjids
    )


def cross_table(
    tables: "tuple[ShiftTable, ...]",
) -> "tuple[Listing, list[tuple[ShiftTable, int | None] | None]]":
    """Return the cross-tables one below the other, and the table and level of each row (None: a heading)."""
    several_arms = len({table.arm for table in tables}) > 1
    several_terms = len({table.term for table in tables}) > 1
    texts: list[tuple[str, ...]] = []
    places: list[tuple[ShiftTable, int | None] | None] = []
    strong: set[int] = set()
    width = len(tables[0].later)
    heading = several_arms or several_terms
    for table in tables:
        if heading:
            arm = arm_name(table.arm) if several_arms else ""
            words = ", ".join(part for part in (arm, table.term if several_terms else "") if part)
            strong.add(len(texts))
            texts.append((f"{words} (n = {table.n})", *("" for _ in range(width + 1))))
            places.append(None)
        for level in (*levels_of(tables), None):
            name = "Total" if level is None else _level(table, table.levels[level])
            if level is None:
                strong.add(len(texts))
            counts = [len(patients_of(table, level, later)) for later in (*range(width), None)]
            texts.append((f"    {name}" if heading else name, *(_share(count, table.n) for count in counts)))
            places.append((table, level))
    of = tables[0]
    heads = [f"Baseline ↓   {of.to.capitalize()} after →", *(_level(of, name) for name in of.later), "Total"]
    sort_keys = in_order(len(texts), range(1, len(heads)))
    return Listing(tuple(heads), tuple(texts), sort_keys=sort_keys, strong=frozenset(strong)), places


def levels_of(tables: "tuple[ShiftTable, ...]") -> list[int]:
    """Return the levels somebody had at baseline, and the first: zeros hide the others."""
    rows = range(len(tables[0].levels))
    return [level for level in rows if not level or any(patients_of(t, level, None) for t in tables)]


def _level(table: "ShiftTable", name: str) -> str:
    return f"Grade {name}" if table.by == "grade" else name


def _share(count: int, n: int) -> str:
    return f"{count} ({rounded(100 * count / n, 1)} %)" if count else "0"


def _notes(who: str, tables: "tuple[ShiftTable, ...]", labs: "Labs") -> list[str]:
    """Return how many stand in the table, who does not, and how it was done."""
    of = tables[0]
    notes = [say("{who}; percent of those with a level at baseline and after it.", who=who)]
    for table in tables:
        if table.arm == ALL:
            term = f"{table.term}: " if table.term else ""
            left = [
                (say("without baseline"), table.without_baseline),
                (say("without a value after it"), table.without_later),
                (say("without either"), table.without_both),
                (say("not measured"), table.not_measured),
            ]
            out = [say("{n} {words}", n=len(who), words=words) for words, who in left if who]
            rest = say("; not in the table: {out}", out=joined(out, ", ")) if out else ""
            notes.append(say("{term}n = {n}{rest}.", term=term, n=table.n, rest=rest))
    shown = levels_of(tables)
    nobody = [_level(of, name) for at, name in enumerate(of.levels) if at not in shown]
    if nobody:
        notes.append(say("Nobody at baseline: {nobody}.", nobody=", ".join(nobody).lower()))
    if of.by == "range":
        return notes
    # What CTCAE says of other tests does not belong below this one.
    others = [test.parameter.short for code, test in labs.tests.items() if code != of.paramcd]
    return [*notes, *(note for note in labs.notes if note.partition(":")[0] not in others)]
