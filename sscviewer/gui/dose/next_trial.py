"""Which trial would answer the dose question: the design chosen, its power, its width, its paragraph."""

import re
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDoubleSpinBox, QLineEdit, QProgressBar, QPushButton, QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose, name_control
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.dose.dose_words import SHARES, percent
from sscviewer.gui.language import tr
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.tasks import Ticket
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import say, sentence_of
from sscviewer.plots.charts.axes import Axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.plan_curves import DesignLine, PlanCurves, PlanData
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose_question.benefit import Benefit
    from sscviewer.analysis.dose_question.next_trial import NextTrial, NextTrialSettings
    from sscviewer.analysis.dose_question.titration import Titration
    from sscviewer.analysis.dose_question.tolerance import Tolerance
    from sscviewer.model.parameters import Parameter

TASK = "next_trial"
HEADS = (
    "Patients an arm",
    "Power",
    "Assurance",
    "Middle 80 % of draws",
    "Tolerated share within ±",
    "Chance of the width wanted",
)
BEFORE = say("Choose doses and duration, then Plan: power and widths come from the models of this trial.")


class Start:
    """What planning starts from; `why_not` says why there is nothing to start from."""

    def __init__(
        self,
        found: "Titration",
        answer: "Tolerance",
        models: "dict[str, Benefit]",
        parameters: "dict[str, Parameter]",
    ) -> None:
        self.found, self.answer, self.models, self.parameters = found, answer, models, parameters

    @property
    def why_not(self) -> str:
        """Why no trial can be planned; "" when one can."""
        if self.answer.fit is None:
            return self.answer.why_not
        return "" if self.models else say("No endpoint has a model by dose: no trial can be planned from it.")


def compute_start(asked: "Asked", settings: None) -> Start:
    """Return the fitted models that the next trial is planned from."""
    from sscviewer.analysis.dose_question.dose_question import dose_benefits
    from sscviewer.analysis.dose_question.titration import titration
    from sscviewer.analysis.dose_question.tolerance import tolerance

    found = titration(asked.study, asked.who.safety, asked.plan)
    gained = dose_benefits(asked.study, asked.who.safety, asked.plan)
    models = {one.paramcd: one for one in gained if one.model == "exposure" and one.has_interval}
    return Start(found, tolerance(found), models, {code: asked.study.parameters[code] for code in models})


class _Plan:
    """The work of planning; the ticket hears how far it is and may stop it."""

    def __init__(self, start: Start, code: str, settings: "NextTrialSettings") -> None:
        self.start, self.code, self.settings = start, code, settings

    def __call__(self, ticket: Ticket) -> "tuple[NextTrial, str] | str | None":
        from sscviewer.analysis.dose_question.next_trial import plan_next_trial
        from sscviewer.analysis.dose_question.protocol_words import protocol_paragraph
        from sscviewer.analysis.reml.errors import FitError

        def told(fraction: float) -> bool:
            ticket.progress("", fraction)
            return not ticket.cancelled()

        start, fit = self.start, self.start.answer.fit
        assert fit is not None
        try:
            plan = plan_next_trial(start.found, fit, start.models[self.code], self.settings, told)
        except FitError as error:
            return sentence_of(error)
        return None if plan is None else (plan, protocol_paragraph(plan, start.parameters[self.code]))


class NextTrialView(ChartTablePage):
    """Doses, duration, endpoint, drop-out; power and width by number; the protocol's paragraph."""

    name: ClassVar[str] = "next_trial"
    title: ClassVar[str] = "The next trial"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._is_planned = False
        self.doses = QLineEdit(self)
        name_control(self.doses, "Doses of the arms")
        self.doses.setToolTip(tr("Doses a day of parallel arms, 0 for placebo: 200, 400, 600"))
        self.doses.setMaximumWidth(150)
        self.controls.add(self.doses, "Doses")
        self.endpoint = self.controls.combo("Endpoint")
        self.weeks = self.controls.number("Duration", 8, 260, 52, " weeks")
        self.lost = self.controls.number("Stop for other reasons", -1, 90, -1, " % a year")
        self.lost.setSpecialValueText(tr("as here"))
        self.within = self.controls.number("Tolerated share within ±", 2, 40, 15, " points")
        self.difference = QDoubleSpinBox(self)
        name_control(self.difference, "Difference to find")
        self.difference.setToolTip(tr("Between the highest and the lowest dose, for the better"))
        self.difference.setRange(0.0, 1000.0)
        self.difference.setDecimals(2)
        self.difference.setSpecialValueText(tr("as fitted"))
        self.difference.valueChanged.connect(self._clear)
        self.doses.textEdited.connect(self._clear)
        self.controls.add(self.difference, "Difference to find")
        self.seed = self.controls.number("Seed", 1, 999_999, 1)
        for box in (self.weeks, self.lost, self.within, self.seed):
            self.controls.only_show(self._clear, box.valueChanged)
        self.controls.only_show(self._clear, self.endpoint.activated)
        self.go = QPushButton(tr("Plan"), self)
        self.go.clicked.connect(self._plan)
        self.stop = QPushButton(tr("Stop"), self)
        self.stop.clicked.connect(self._cancel)
        self.bar = QProgressBar(self)
        self.bar.setMaximumWidth(160)
        self.bar.setAccessibleName(tr("Planning"))
        self.copy = QPushButton(tr("Copy the paragraph"), self)
        self.copy.clicked.connect(self._copy)
        for widget in (self.go, self.bar, self.stop, self.copy):
            self.controls.add(widget)
        self._busy(False)

    def computation(self) -> Compute:
        """Return the function that fits the models planning starts from."""
        return compute_start

    def show_result(self, result: Start) -> None:
        """Offer the doses and endpoints of the trial; nothing is planned yet."""
        choose(self.endpoint, [(code, one.param) for code, one in result.parameters.items()])
        if not self.doses.text() and result.found.doses:
            self.doses.setText(", ".join(f"{dose:g}" for dose in result.found.doses[1::2]))
            self.weeks.setValue(result.found.duration_weeks)
        self.go.setEnabled(not result.why_not)
        self._clear()

    def wait(self, words: str = "", *, new_trial: bool = False) -> None:
        """Stop planning: it would start from what is no longer shown."""
        super().wait(words, new_trial=new_trial)
        self._cancel()
        if new_trial:
            self.doses.clear()

    def _clear(self) -> None:
        """Show no plan: settings take effect when Plan is pressed, and a plan by others would mislead."""
        if self.result is not None:
            self._cancel()
            empty = Axis(0, 1, ())
            self._show(PlanData(empty, empty, (), (), 0, self.result.why_not or BEFORE), "", ())

    @Slot()
    def _plan(self) -> None:
        from sscviewer.analysis.dose_question.next_trial import NextTrialSettings

        words = [word for word in re.split(r"[,;\s]+", self.doses.text()) if word]
        if self.result is None or not all(re.fullmatch(r"\d+(\.\d+)?", word) for word in words):
            self.told.emit(tr("Write the doses of the arms as numbers: 200, 400, 600."), "error")
            return
        settings = NextTrialSettings(
            doses=tuple(sorted({float(word) for word in words})),
            duration_weeks=self.weeks.value(),
            alpha=(1.0 - self.result.found.rules.level) / 2.0,  # one-sided: one tail of the plan's intervals
            lost_per_year=None if self.lost.value() < 0 else self.lost.value() / 100.0,
            half_width=self.within.value() / 100.0,
            difference=self.difference.value() or None,
            seed=self.seed.value(),
        )
        self._busy(True)
        work = _Plan(self.result, self.endpoint.currentData(), settings)
        self.parts.tasks.run(TASK, work, self._done, self._failed, self._progress, lane="computing")

    @Slot()
    def _cancel(self) -> None:
        self.parts.tasks.cancel(TASK)
        self._busy(False)

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.note.words)

    def _progress(self, text: str, fraction: float) -> None:
        self.bar.setValue(round(100 * fraction))

    def _done(self, result: "tuple[NextTrial, str] | str | None") -> None:
        self._busy(False)
        if isinstance(result, str):
            self.told.emit(result, "error")
        elif result is not None:
            plan, paragraph = result
            self._show(plan_data(plan), paragraph, plan.rows)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        raise error

    def _busy(self, busy: bool) -> None:
        self.go.setVisible(not busy)
        self.bar.setVisible(busy)
        self.stop.setVisible(busy)
        self.bar.setValue(0)

    def _show(self, data: PlanData, paragraph: str, rows: Any) -> None:
        title = "Power and width by number of patients"
        self.show_both(Figure(self.name, title, lambda ink: PlanCurves(ink, data), paragraph), _listing(rows))
        self._is_planned = bool(paragraph)
        self.copy.setEnabled(self._is_planned)

    def figure(self) -> "Figure | None":
        """Return the picture of the plan; None before there is one, so that nothing empty is saved."""
        return super().figure() if self._is_planned else None


def plan_data(plan: "NextTrial") -> PlanData:
    """Return the lines of a plan over the numbers of its table."""
    from sscviewer.analysis.dose_question.next_trial import POWER_WANTED

    rows = plan.rows
    numbers = tuple(row.per_arm for row in rows)
    ticks = tuple(Tick(n, str(n)) for n in numbers)
    power = DesignLine("power", tuple(row.power for row in rows))
    assurance = DesignLine(
        "assurance",
        tuple(row.assurance for row in rows),
        tuple(row.power_low for row in rows),
        tuple(row.power_high for row in rows),
    )
    width = DesignLine("tolerated share, ±", tuple(row.half_width for row in rows))
    # To find a given difference the fits leave nothing open but who leaves: power and assurance are one.
    lines = (power, assurance, width) if plan.settings.difference is None else (power, width)
    return PlanData(
        x=Axis(0, 1.02 * numbers[-1], ticks, "Patients an arm"),
        y=Axis(0.0, 1.0, SHARES, "%"),
        numbers=numbers,
        lines=lines,
        wanted=POWER_WANTED,
    )


def _listing(rows: Any) -> Listing:
    texts = tuple(
        (
            str(row.per_arm),
            percent(row.power),
            percent(row.assurance),
            f"{rounded(100 * row.power_low, 0)} to {rounded(100 * row.power_high, 0)} %",
            f"{rounded(100 * row.half_width, 0)} points",
            percent(row.width_assurance),
        )
        for row in rows
    )
    return Listing(HEADS, texts, frozenset({0, 1, 2, 4, 5}))
