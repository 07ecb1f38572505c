"""The Plan page: its lines by part, what is changed, and what the last change moves."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Slot
from PySide6.QtGui import QPalette, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import number_of, tr
from sscviewer.gui.pages.view_bar import action_button
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.theme import Theme

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.plan.line import PlanLine
    from sscviewer.gui.plan.effects_pane import EffectsPane
    from sscviewer.gui.plan.line_row import LineRow
    from sscviewer.model.study import Study

GAP = 16
"""Between parts, px."""
END = 10_000
"""Stretch of what is below the last line: the lines themselves take no room they do not need."""
STACKED = 105
"""Letters: in a narrower page what a line decides stands below its editor, not beside it."""


class PlanPage(QWidget):
    """Made when it is first looked at: it has some hundred fields, and needs the words of the plan."""

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts, self._session = parts, parts.session
        self._planning, self._theme = parts.session.planning, parts.themes.current
        self._plan: AnalysisPlan | None = None
        self._collected: Study | None = None
        self._problems: tuple[str, tuple[str, ...]] | None = None
        self.rows: tuple[LineRow, ...] = ()
        self._is_stacked: bool | None = None
        self._heads: list[tuple[QLabel, list[LineRow]]] = []
        self.effects: EffectsPane | None = None
        self._planning.changed.connect(self._changed)
        self._session.trial_changed.connect(self._new_trial)

    def _build(self) -> None:
        from sscviewer.gui.plan.effects_pane import EffectsPane

        self.summary = QLabel(self)
        self.summary.setAccessibleName(tr("How many lines differ from the default"))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Find a line"))
        self.search.setAccessibleName(tr("Find a line of the plan"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(26 * self.fontMetrics().averageCharWidth())
        self.search.textChanged.connect(self._narrow)
        self.only_changed = QCheckBox(tr("Only changed"), self)
        self.only_changed.toggled.connect(self._narrow)
        self.all_back = QPushButton(tr("All back to default"), self)
        self.all_back.clicked.connect(self._all_back)
        top = FlowLayout()
        for widget in (self.search, self.only_changed, self.summary):
            top.addWidget(widget)
        for name in ("undo", "redo"):
            top.addWidget(action_button(self._parts.actions[name], self))
        top.addWidget(self.all_back)
        for name in ("open_plan", "save_plan"):
            top.addWidget(action_button(self._parts.actions[name], self))
        self.effects = EffectsPane(self._session, self._parts.tasks, self)
        rule = QFrame(self)
        rule.setFrameShape(QFrame.Shape.HLine)
        rule.setFrameShadow(QFrame.Shadow.Plain)
        rule.setForegroundRole(QPalette.ColorRole.Mid)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self._lines(), 1)
        layout.addWidget(rule)
        layout.addWidget(self.effects)

    def _lines(self) -> QScrollArea:
        from sscviewer.analysis.plan.lines import PARTS, lines_by_part
        from sscviewer.gui.plan.line_row import LineRow

        inner = QWidget(self)
        self._grid = grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, 8, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)  # rows that are narrowed away must leave no gap
        grid.setColumnStretch(1, 1)
        rows: list[LineRow] = []
        for part, lines in lines_by_part():
            head = QLabel(tr(PARTS[part]), inner)
            font = head.font()
            font.setBold(True)
            font.setPointSizeF(font.pointSizeF() * 1.15)
            head.setFont(font)
            head.setContentsMargins(0, GAP if rows else 0, 0, 2)
            grid.addWidget(head, grid.rowCount(), 0, 1, 5)
            made = [LineRow(line, grid, inner) for line in lines]
            for row in made:
                row.chosen.connect(self._chosen)
            self._heads.append((head, made))
            rows += made
        grid.setRowStretch(grid.rowCount(), END)
        self.rows = tuple(rows)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Lines of the plan"))
        area.setWidget(inner)
        return area

    def row(self, part: str, name: str) -> "LineRow":
        """Return the row of a choice."""
        return next(row for row in self.rows if (row.line.part, row.line.name) == (part, name))

    def show_problems(self, heading: str, problems: tuple[str, ...]) -> None:
        """List what could not be used of a plan file."""
        self._problems = heading, problems
        if self.effects is not None:
            self.effects.show_list(heading, problems)

    @Slot(object)
    def _changed(self, plan: "AnalysisPlan") -> None:
        before, self._plan = self._plan, plan
        if not self.rows:
            return
        self._show(plan)
        if self.isVisible() and before is not None and self.effects is not None:
            self.effects.compare(before, plan)

    @Slot()
    def _new_trial(self) -> None:
        """Clear what is said of another trial; one prepared anew by the plan is the same."""
        trial = self._session.trial
        if trial is not None and trial.collected is not self._collected:
            self._collected = trial.collected
            self._plan = self._planning.plan
            self._problems = None
            if self.effects is not None:
                self.effects.clear()

    def _show(self, plan: "AnalysisPlan") -> None:
        for row in self.rows:
            row.show_plan(plan)
        n = sum(row.is_changed for row in self.rows)
        self.summary.setText(
            tr("{lines} from the default").format(lines=number_of(n, "line differs", "lines differ"))
            if n
            else ""
        )
        self.all_back.setEnabled(n > 0)
        if self.only_changed.isChecked():
            self._narrow()

    @Slot()
    def _narrow(self) -> None:
        words, only = self.search.text().casefold().split(), self.only_changed.isChecked()
        for head, rows in self._heads:
            # A part is found by its title too.
            left = [word for word in words if word not in head.text().casefold()]
            shown = [row.narrow(left, only_changed=only) for row in rows]
            head.setVisible(any(shown))

    @Slot(object, object)
    def _chosen(self, line: "PlanLine", value: Any) -> None:
        self._planning.choose(self._planning.plan.with_value(line.part, line.name, value))

    @Slot()
    def _all_back(self) -> None:
        """Go back to the default, but for the title and the schedule, which are facts of the trial."""
        from sscviewer.analysis.plan import DEFAULT_PLAN

        self._planning.choose(replace(DEFAULT_PLAN, study=self._planning.plan.study))

    def showEvent(self, event: QShowEvent) -> None:
        """Make the page when it is first looked at."""
        super().showEvent(event)
        if not self.rows:
            self._build()
            self._plan = self._planning.plan
            self._show(self._plan)
            self._stack()
            self.set_theme(self._theme)
            if self._problems is not None and self.effects is not None:
                self.effects.show_list(*self._problems)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the lines out for the room there is."""
        super().resizeEvent(event)
        if self.rows:
            self._stack()

    def _stack(self) -> None:
        is_stacked = self.width() < STACKED * self.fontMetrics().averageCharWidth()
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self._grid.setColumnStretch(2, 2 if is_stacked else 0)
            self._grid.setColumnStretch(4, 0 if is_stacked else 1)
            for row in self.rows:
                row.stack(is_stacked=is_stacked)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        for row in self.rows:
            row.set_theme(theme)
