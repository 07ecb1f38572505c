"""Who met which rule of response and progression, of how many; every number opens its patients."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from sscviewer.analysis.arm_words import ALL
from sscviewer.gui.analysis.arm_names import arm_entries, arm_name
from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.dialogs.own_rules import OwnRules
from sscviewer.gui.dialogs.question import ask
from sscviewer.gui.language import tr
from sscviewer.gui.pages.view_bar import action_button
from sscviewer.gui.panes.drill import Drill
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.members import members
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import say
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.endpoints.responders import ResponderRow
    from sscviewer.plots.mark import Mark

Rows = tuple["ResponderRow", ...]

SIDE_BY_SIDE = ""
LAST = ""
TICKS = tuple(Tick(float(v), str(v)) for v in range(0, 101, 20))
DENOMINATORS = (
    ("treated", "All whose visit was due"),
    ("worst case", "… who cannot be judged progressed"),
    ("observed", "Those who can be judged"),
)
"""The second has progressions only: their worst case."""
KINDS = (("", "All rules"), ("response", "Response"), ("progression", "Progression"), ("state", "State"))
EMPTY = say(
    "No patient counted has FVC, skin score or HAQ-DI at baseline and later. “Your own "
    "rules…” can be about any other measurement."
)


def compute_responders(asked: "Asked", settings: None) -> Rows:
    """Return how many met each rule, by visit, arm and denominator."""
    from sscviewer.analysis.endpoints.responders import responders

    plan = asked.plan
    return responders(
        asked.study, asked.who.efficacy, plan.responses, plan.study.cut_off, level=plan.model.level
    )


class Responders(ChartTablePage):
    """Rules with n of N and an exact interval."""

    name: ClassVar[str] = "responders"
    title: ClassVar[str] = "Responders"
    needs: ClassVar[Needs] = ("measurements",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.visit = self.controls.combo("At", [(LAST, "Last visit")])
        self.of = self.controls.combo("Of", DENOMINATORS)
        self.kind = self.controls.combo("Rules", KINDS)
        self.arm = self.controls.combo("Arm", arm_entries([ALL]))
        self.controls.only_show(
            self._redraw, self.visit.activated, self.of.activated, self.kind.activated, self.arm.activated
        )
        limits = action_button(parts.actions["endpoints"], self)
        limits.setText(tr("Limits…"))
        limits.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.controls.add(limits)
        self.own = QPushButton(tr("Your own rules…"), self)
        self.own.setToolTip(tr("Add a row such as “FVC lower by 5 % or more”"))
        self.own.clicked.connect(self.ask_own)
        self.controls.add(self.own)
        self.rows.cell_chosen.connect(self._cell)
        self.rows.view.setToolTip(tr("Click a row to list the patients who met the rule"))
        self._listed: list[ResponderRow] = []
        self.dialog: OwnRules | None = None

    def computation(self) -> Compute:
        """Return the function that counts."""
        return compute_responders

    def show_result(self, result: Rows) -> None:
        """Offer the visits and arms there are, and show what is chosen."""
        months = dict(sorted({row.avisitn: row.avisit for row in result}.items()))
        choose(self.visit, [(LAST, "Last visit"), *((name, name) for name in months.values())])
        arms = [arm for arm in dict.fromkeys(row.arm for row in result) if arm != ALL]
        entries = arm_entries([ALL])
        if arms:
            entries = [(SIDE_BY_SIDE, "Side by side"), *entries, *arm_entries(arms)]
        is_first = self.arm.count() == 1
        choose(self.arm, entries)
        if is_first and arms:
            self.arm.setCurrentIndex(0)
        self.controls.offer(self.arm, bool(arms))
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        if self.result is None:
            return
        arm, kind = self.arm.currentData(), self.kind.currentData()
        rows = [
            row
            for row in at_visit(self.result, self.visit.currentData())
            if row.denominator == self.of.currentData() and kind in ("", row.kind)
        ]
        wanted = [row for row in rows if (row.arm != ALL if arm == SIDE_BY_SIDE else row.arm == arm)]
        self._listed = wanted
        self.show_both(figure_of(wanted, self.visit.currentData()), listing_of(wanted))

    @Slot(int, int)
    def _cell(self, row: int, column: int) -> None:
        if row < len(self._listed):
            self.drill(self._listed[row])

    @Slot(object)
    def clicked(self, mark: "Mark | None") -> None:
        """List the patients behind a row of the picture."""
        if mark is not None and mark.key:
            found = [row for row in self._listed if row.rule == mark.key]
            if found:
                self.drill(found[0] if len(found) == 1 else self._of_all(found[0]))

    def _of_all(self, row: "ResponderRow") -> "ResponderRow":
        same = (row.rule, row.avisitn, row.denominator)
        rows: Rows = self.result
        return next(r for r in rows if r.arm == ALL and (r.rule, r.avisitn, r.denominator) == same)

    def drill(self, row: "ResponderRow") -> None:
        """List the patients who met a rule."""
        from sscviewer.analysis.endpoints.responders import patients_behind
        from sscviewer.analysis.population import population

        trial = self.session.trial
        if trial is None:
            return
        plan = self.session.planning.plan
        who = population(trial.study, plan.arms.efficacy, members(self.session))
        found = patients_behind(trial.study, who, row, plan.responses, plan.study.cut_off)
        arm = "" if row.arm == ALL else f", {row.arm}"
        title = f"{_name(row)}, {row.avisit}{arm}: {counted(len(found), 'patient')}"
        self.drill_asked.emit(Drill(title, usubjids=found))

    @Slot()
    def ask_own(self) -> None:
        """Let the user add and remove thresholds."""
        trial = self.session.trial
        if trial is None:
            return
        names = {p.paramcd: p.axis_label for p in trial.study.parameters.values() if p.kind != "item"}
        planning = self.session.planning
        self.dialog = dialog = OwnRules(names, planning.plan.responses.own, self.window())

        def answered() -> None:
            self.parts.settings.set("endpoints/own", dialog.texts)
            planning.choose(planning.plan.with_value("responses", "own", tuple(dialog.rules)))

        ask(self.session, dialog, answered)


def at_visit(rows: Rows, avisit: str) -> "list[ResponderRow]":
    """Return the rows at a visit; for "" each rule at the last visit at which it can be judged."""
    if avisit:
        return [row for row in rows if row.avisit == avisit]
    last: dict[str, float] = {}
    for row in rows:
        last[row.rule] = max(last.get(row.rule, row.avisitn), row.avisitn)
    return [row for row in rows if row.avisitn == last[row.rule]]


def _name(row: "ResponderRow") -> str:
    from sscviewer.analysis.endpoints.meaning import rule_name

    return rule_name(row.rule, row.words)


def listing_of(rows: "list[ResponderRow]") -> Listing:
    """Return the table: each rule in its own words."""
    has_arms = len({row.arm for row in rows}) > 1
    texts, numbers = [], []
    for row in rows:
        interval = f"{rounded(row.lower, 1)} to {rounded(row.upper, 1)}" if row.N else ""
        percent = f"{rounded(row.percent, 1)}" if row.N else ""
        arm = (row.arm,) if has_arms else ()
        texts.append((row.words, row.avisit, *arm, f"{row.n} of {row.N}", percent, interval))
        numbers.append((float(row.n), row.percent, row.lower))
    heads = ("Rule", "Visit", *(("Arm",) if has_arms else ()), "Patients", "%", _interval(rows))
    first = len(heads) - 3
    keys = {first + i: tuple(row[i] for row in numbers) for i in range(3)}
    return Listing(heads, tuple(texts), sort_keys=keys)


def _interval(rows: "list[ResponderRow]") -> str:
    return f"{100 * rows[0].level:g} % CI" if rows else "CI"


def figure_of(rows: "list[ResponderRow]", avisit: str) -> Figure:
    """Return the picture: a rule a line, arms side by side."""
    from sscviewer.analysis.endpoints.responders import DENOMINATORS as MEANING

    arms = list(dict.fromkeys(row.arm for row in rows))
    drawn = []
    for rule in dict.fromkeys(row.rule for row in rows):
        own = [row for row in rows if row.rule == rule]
        label = _name(own[0]) if avisit else f"{_name(own[0])}, {own[0].avisit}"
        dots = tuple(
            Dot(row.percent, row.lower, row.upper, f"{row.n} of {row.N}", arms.index(row.arm))
            for row in own
            if row.N
        )
        drawn.append(IntervalRow(label, dots, "\n".join((own[0].words, *own[0].notes)), rule))
    series = tuple(map(arm_name, arms)) if len(arms) > 1 else ()
    interval = _interval(rows)
    axis = Axis(0.0, 100.0, TICKS, f"Patients, % ({interval})")
    data = Intervals(tuple(drawn), axis, series, (), "n of N", EMPTY)
    method = say(
        "Exact (Clopper-Pearson) intervals ({interval}), for each rule; not adjusted for their number.",
        interval=interval,
    )
    note = say("N: {who}. {method}", who=MEANING[rows[0].denominator], method=method) if rows else ""
    title = f"Response and progression at {avisit or 'the last visit'}"
    if len(arms) == 1 and arms != [ALL]:
        title += f", {arms[0]}"
    return Figure("responders", title, lambda ink: IntervalPlot(ink, data), note)
