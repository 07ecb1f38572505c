"""A bar per patient: the change of an endpoint, sorted."""

from collections import Counter
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QLineEdit, QWidget

from sscviewer.gui.analysis.chart_table_page import ChartTablePage
from sscviewer.gui.analysis.controls import choose, name_control, said
from sscviewer.gui.analysis.needs import Needs
from sscviewer.gui.analysis.view import Compute
from sscviewer.gui.cohort.choices import MEASURES, endpoint_entries
from sscviewer.gui.cohort.courses import left_out_words
from sscviewer.gui.cohort.listings import changes_listing
from sscviewer.gui.language import tr
from sscviewer.gui.state.parts import Parts
from sscviewer.model.counted import counted
from sscviewer.model.sentence import joined, say
from sscviewer.plots.charts.chart import Figure
from sscviewer.plots.charts.waterfall import WaterfallPlot

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.cohort.cohort_settings import WaterfallSettings
    from sscviewer.analysis.cohort.waterfall import Waterfall

LAST, BEST = ("last", "Last value"), ("best", "Best value")


def compute_waterfall(asked: "Asked", settings: "WaterfallSettings") -> "Waterfall":
    """Return the bars."""
    from sscviewer.analysis.cohort.waterfall import waterfall
    from sscviewer.analysis.outcome import outcomes

    return waterfall(asked.study, asked.who.efficacy, settings, outcomes(asked.study))


def numbers_in(text: str) -> tuple[float, ...]:
    """Return the numbers in "−10; 5" or "-3.3 3.0"; what is no number is left out."""
    found = []
    for part in text.replace("−", "-").replace(";", " ").split():
        try:
            found.append(float(part.replace(",", ".")))
        except ValueError:
            continue
    return tuple(found)


class WaterfallView(ChartTablePage):
    """The waterfall plot."""

    name: ClassVar[str] = "waterfall"
    title: ClassVar[str] = "Change per patient"
    needs: ClassVar[Needs] = ("measurements",)

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.endpoint = self.controls.combo("Endpoint", endpoint_entries(parts.session))
        self.measure = self.controls.combo("Show", MEASURES[1:])
        self.visit = self.controls.combo("At", self._visits())
        self.thresholds = QLineEdit(self)
        name_control(self.thresholds, "Thresholds")
        self.thresholds.setPlaceholderText(tr("such as −10; 5"))
        self.thresholds.setToolTip(tr("Changes to draw as lines and to count patients beyond"))
        self.thresholds.setMaximumWidth(self.fontMetrics().averageCharWidth() * 18)
        self.thresholds.editingFinished.connect(self.settings_changed)
        self.controls.add(self.thresholds, "Thresholds")
        parts.session.trial_changed.connect(self._new_trial)

    def _visits(self) -> list[tuple[object, str]]:
        trial = self.session.trial
        if trial is None:
            return [LAST, BEST]
        months = trial.study.column("measurements", "AVISITN")
        names = trial.study.column("measurements", "AVISIT")
        later = {str(name): float(month) for name, month in zip(names, months, strict=True) if month > 0}
        return [LAST, BEST, *((name, name) for name in sorted(later, key=lambda name: later[name]))]

    def _new_trial(self) -> None:
        choose(self.endpoint, endpoint_entries(self.session))
        choose(self.visit, self._visits())

    @property
    def settings(self) -> Any:
        """What the user chose."""
        from sscviewer.analysis.cohort.cohort_settings import WaterfallSettings

        return WaterfallSettings(
            paramcd=self.endpoint.currentData() or "",
            at=self.visit.currentData(),
            measure=self.measure.currentData(),
            thresholds=numbers_in(self.thresholds.text()),
        )

    def computation(self) -> Compute:
        """Return the function that sorts the changes."""
        return compute_waterfall

    def show_result(self, result: "Waterfall") -> None:
        """Show the bars."""
        at = said(self.visit)
        better = {1: say("Higher is better."), -1: say("Lower is better.")}.get(result.better, "")
        at_visits = _visits_words(result) if at in (LAST[1], BEST[1]) else ""
        note = joined((at_visits, better, left_out_words(result.missing)))
        title = f"{result.y_label} ({at.lower() if at in (LAST[1], BEST[1]) else at}): one bar per patient"
        name = f"change_{result.parameter.paramcd}"
        self.show_both(
            Figure(name, title, lambda ink: WaterfallPlot(ink, result), note), changes_listing(result)
        )


def _visits_words(result: "Waterfall") -> str:
    """Return at which visits the values drawn were measured, in their order: "Month 12: 12 patients; …"."""
    months = dict(zip(result.visits, result.months, strict=True))
    counts = Counter(result.visits)
    in_order = sorted(counts, key=lambda visit: months[visit])
    said = [say("{visit}: {n}", visit=visit, n=counted(counts[visit], "patient")) for visit in in_order]
    return say("Measured at {said}.", said=joined(said, "; ")) if said else ""
