"""Table 1: the baseline variables that are ticked, by arm or by how the trial ended."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSplitter, QWidget

from sscviewer.gui.analysis.controls import name_control
from sscviewer.gui.analysis.table_page import TablePage
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.language import tr
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.plots.screen.plain_tip import plain_tip
from sscviewer.report.who_tables import table_one_table

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.enrolment.baseline_variables import Variables
    from sscviewer.analysis.enrolment.table_one import By, Statistic, TableOne

BY = (("arm", "Arm"), ("outcome", "How the trial ended"), ("none", "All together"))
STATISTICS = (("n", "n"), ("mean", "Mean ± SD"), ("median", "Median [quartiles]"), ("range", "Range"))
NOTHING = say(
    "No patient counted has a baseline value. Map the sheet of the patients: File › Map "
    "columns…, as “Patients”, with age, sex and what else describes them."
)


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the table shows; no names means the usual variables."""

    names: tuple[str, ...] | None
    by: "By"
    statistics: "tuple[Statistic, ...]"


@dataclass(frozen=True, slots=True)
class Described:
    """The table, and what it could show."""

    variables: "Variables"
    table: "TableOne"


def describe(asked: "Asked", chosen: Chosen) -> Described:
    """Return Table 1."""
    from sscviewer.analysis.enrolment.baseline_variables import baseline_variables
    from sscviewer.analysis.enrolment.table_one import table_one

    table = table_one(
        asked.study, asked.who.efficacy, chosen.names, by=chosen.by, statistics=chosen.statistics
    )
    return Described(baseline_variables(asked.study), table)


class TableOneView(TablePage):
    """The table beside the list of variables to tick; a count opens its patients."""

    name: ClassVar[str] = "table_1"
    title: ClassVar[str] = "Table 1"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent, ordered=True, stretch=0)
        self.by = self.controls.combo("Columns by", BY)
        self.statistics = {name: self.controls.tick(words, on=True) for name, words in STATISTICS}
        self.variables = QListWidget(self)
        name_control(self.variables, "Variables")
        self.variables.setToolTip(tr("Tick the variables the table shows"))
        self.variables.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.variables.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.variables.itemChanged.connect(self._ticked)
        self.rows.view.setToolTip(tr("Click a number of patients to list them"))
        beside = QSplitter(Qt.Orientation.Horizontal, self)
        beside.setChildrenCollapsible(False)
        beside.addWidget(self.variables)
        beside.addWidget(self.rows)
        em = self.fontMetrics().averageCharWidth()
        beside.setSizes([34 * em, 100 * em])
        beside.setStretchFactor(1, 1)
        self.split.addWidget(beside)
        self._names: tuple[str, ...] | None = None
        self._offered: Variables | None = None
        self.session.trial_changed.connect(self._new_trial)

    @property
    def settings(self) -> Any:
        """What is ticked and chosen."""
        statistics = tuple(name for name, box in self.statistics.items() if box.isChecked())
        return Chosen(self._names, self.by.currentData(), statistics)  # type: ignore[arg-type]

    def computation(self) -> Compute:
        """Return the function that describes the patients."""
        return describe

    @Slot()
    def _new_trial(self) -> None:
        """Begin with the usual variables of another file."""
        self._offered, self._names = None, None
        self.settings_changed.emit()

    def show_result(self, result: Described) -> None:
        """Show the table and what could be in it."""
        if self._offered is None or self._offered.by_name != result.variables.by_name:
            self._offer(result.variables)
        if not result.variables.by_name or not result.table.columns[-1][1]:
            self.show_nothing(tr(NOTHING))
            return
        self.show_printed(table_one_table(result.table, self.by.currentData()))

    def _offer(self, variables: "Variables") -> None:
        """List the variables; those of the file's usual table are ticked and come first."""
        self._offered = variables
        names = [*variables.usual, *(name for name in variables.by_name if name not in variables.usual)]
        self.variables.blockSignals(True)
        self.variables.clear()
        for name in names:
            item = QListWidgetItem(variables.by_name[name].label.removesuffix(", baseline"), self.variables)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setToolTip(plain_tip(variables.by_name[name].label))
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable
            )
            wanted = name in (variables.usual if self._names is None else self._names)
            item.setCheckState(Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
        self.variables.blockSignals(False)

    @Slot()
    def _ticked(self) -> None:
        items = [self.variables.item(at) for at in range(self.variables.count())]
        on = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        self._names = tuple(item.data(Qt.ItemDataRole.UserRole) for item in on)
        self.settings_changed.emit()

    def cell_clicked(self, row: int, column: int) -> None:
        """List the patients of a count."""
        from sscviewer.analysis.enrolment.table_one import Count

        if self.result is None or column == 0:
            return
        table = self.result.table
        line, count = table.rows[row], table.rows[row].numbers[column - 1]
        if isinstance(count, Count) and count.n:
            label = self.result.variables.by_name[line.variable].label
            where = f" ({table.columns[column - 1][0]})" if len(table.columns) > 1 else ""
            words = f"{label}: {line.label[:1].lower()}{line.label[1:]}{where}"
            title = f"{words}: {counted(count.n, 'patient')}"
            self.drill_asked.emit(Drill(title, usubjids=count.usubjids))
