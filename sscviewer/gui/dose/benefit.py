"""What a dose does to an endpoint: the change at the planned end by two models beside each other."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.dose.dose_words import who_took
from sscviewer.gui.panes.table_model import Listing
from sscviewer.gui.state.parts import Parts
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.dose_question.benefit import Benefit
    from sscviewer.analysis.dose_question.titration import Titration
    from sscviewer.analysis.estimate import Estimate

SERIES = ("by the exposure so far", "within patients")


class BenefitAnswer:
    """Both models of every endpoint, names of the endpoints, and the sentences of each."""

    def __init__(
        self,
        found: "Titration",
        models: "dict[str, tuple[Benefit, ...]]",
        names: dict[str, str],
        words: dict[str, str],
        units: dict[str, str],
        end: str,
    ) -> None:
        self.found, self.models, self.names, self.words = found, models, names, words
        self.units, self.end = units, end
        self.level = f"{100 * found.rules.level:g} %"

    def axis(self, models: "tuple[Benefit, ...]") -> str:
        """Return "Change in 12 months, % predicted" and the level."""
        unit = self.units.get(models[0].paramcd, "") if models else ""
        return f"Change in {self.end}{', ' if unit else ''}{unit} ({self.level})"


def compute_benefit(asked: "Asked", settings: None) -> BenefitAnswer:
    """Return both models of every endpoint."""
    from sscviewer.analysis.dose_question.dose_question import dose_benefits
    from sscviewer.analysis.dose_question.titration import titration
    from sscviewer.analysis.dose_question.words import NOT_RANDOMISED, benefit_sentence, duration_words

    found = titration(asked.study, asked.who.safety, asked.plan)
    models: dict[str, tuple[Benefit, ...]] = {}
    for one in dose_benefits(asked.study, asked.who.safety, asked.plan):
        models[one.paramcd] = (*models.get(one.paramcd, ()), one)
    names = {code: asked.study.parameters[code].param for code in models}
    words = {
        code: joined((benefit_sentence(asked.study, found, pair), NOT_RANDOMISED))
        for code, pair in models.items()
    }
    units = {code: asked.study.parameters[code].unit for code in models}
    return BenefitAnswer(found, models, names, words, units, duration_words(found.duration_weeks))


class DoseBenefit(ChartTablePage):
    """A row per dose with both models' change at the end on that dose throughout."""

    name: ClassVar[str] = "dose_benefit"
    title: ClassVar[str] = "Benefit"
    needs: ClassVar[Needs] = ("doses",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.endpoint = self.controls.combo("Endpoint")
        self.controls.only_show(self._redraw, self.endpoint.activated)

    def computation(self) -> Compute:
        """Return the function that fits the models."""
        return compute_benefit

    def show_result(self, result: BenefitAnswer) -> None:
        """Offer the endpoints and show the one chosen."""
        choose(self.endpoint, result.names.items())
        self.controls.offer(self.endpoint, bool(result.names))
        self._redraw()

    def _redraw(self) -> None:
        answer, code = self.result, self.endpoint.currentData()
        if answer is None:
            return
        models = answer.models.get(code, ())
        data = benefit_data(answer, models)
        why = [f"{SERIES[k]}: {note}" for k, model in enumerate(models) if model.fit for note in model.notes]
        note = joined((answer.words.get(code, ""), *why))
        title = f"{answer.names.get(code, '')}: change at the end on one dose"
        figure = Figure(self.name, title, lambda ink: IntervalPlot(ink, data), note)
        took = who_took(answer.found, (dose for model in models for dose, _ in model.changes))
        self.show_both(figure, _listing(answer, models), took)


def benefit_data(answer: BenefitAnswer, models: "tuple[Benefit, ...]") -> Intervals:
    """Return a row per dose with a dot per model."""
    changes = [dict(model.changes) for model in models]
    values = [v for c in changes for e in c.values() for v in (e.lower, e.upper, e.estimate) if v == v]
    axis = number_axis(min([0.0, *values]), max([0.0, *values]), answer.axis(models))
    doses = sorted({dose for change in changes for dose in change})
    rows = tuple(
        IntervalRow(
            f"{dose:g} {answer.found.unit}",
            tuple(_dot(change[dose], k) for k, change in enumerate(changes) if dose in change),
        )
        for dose in doses
    )
    notes = joined(note for model in models for note in model.notes)
    empty = notes or say("Everybody took one dose, or none is logged: nothing can be compared.")
    return Intervals(rows, axis, SERIES, (0.0,), f"Change ({answer.level})", empty)


def _dot(value: "Estimate", series: int) -> Dot:
    return Dot(value.estimate, value.lower, value.upper, _text(value), series)


def _text(value: "Estimate") -> str:
    from sscviewer.analysis.number_words import with_limits

    return with_limits(value.estimate, value.lower, value.upper, 2)


def _listing(answer: BenefitAnswer, models: "tuple[Benefit, ...]") -> Listing:
    heads = ("Dose", "Model", f"Change at the end ({answer.level})", "SE", "df")
    rows = tuple(
        (f"{dose:g} {answer.found.unit}", SERIES[k], _text(value), rounded(value.se, 2), rounded(value.df, 1))
        for k, model in enumerate(models)
        for dose, value in model.changes
    )
    keys = {2: tuple(value.estimate for model in models for _, value in model.changes)}
    return Listing(heads, rows, frozenset({3, 4}), keys)
