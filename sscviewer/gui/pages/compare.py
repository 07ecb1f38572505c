"""Patients beside each other: their pages abreast on one time, or their lines in one picture."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.analysis.controls import Controls, choose
from sscviewer.gui.language import tr
from sscviewer.gui.pages.compared_page import ComparedPage
from sscviewer.gui.panes.elided_label import ElidedLabel
from sscviewer.gui.panes.sentence_label import SentenceLabel
from sscviewer.gui.state.actions import Actions
from sscviewer.gui.state.session import MOST_ABREAST, Session
from sscviewer.gui.state.theme import Theme
from sscviewer.plots.charts.chart_view import ChartView

if TYPE_CHECKING:
    from sscviewer.analysis.cohort.side_by_side import SideBySide
    from sscviewer.plots.mark import Mark
    from sscviewer.report.comparison import Aligned

SHOWS = (("abreast", "Side by side"), ("overlaid", "In one picture"))
MEASURES = (("value", "Value"), ("change", "Change from baseline"))


def aligned_words(words: str) -> str:
    """Return "Aligned on first dose" as it is shown."""
    return tr("Aligned on {words}").format(words=tr(words))


class CompareView(QWidget):
    """The pinned patients and the one shown, in that order.

    Signals
    -------
    changed
        Something else is compared, or in another way.
    """

    changed = Signal()

    def __init__(
        self, session: Session, actions: Actions, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._actions, self._theme = session, actions, theme
        self._aligned: Aligned | None = None
        self._pages: list[ComparedPage] = []
        bar = Controls(self)
        self.shows = bar.combo(tr("How patients are compared"), SHOWS, label=False)
        self.on = bar.combo(tr("Time is aligned on"), label=False)
        self.parameter = bar.combo(tr("Measurement compared"), label=False)
        self.measure = bar.combo(tr("Value or change"), MEASURES, label=False)
        bar.changed.connect(self.refresh)
        self.unpin = QToolButton(self)
        self.unpin.setDefaultAction(actions["unpin"])
        self.unpin.setAccessibleName(tr("End the comparison"))
        self.unpin.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        bar.add(self.unpin)
        self.who = ElidedLabel(self)
        self.who.setAccessibleName(tr("Patients compared"))
        self.note = SentenceLabel(tr("About the comparison"), self)
        self.chart = ChartView(tr("Lines of the patients compared"), dark=session.dark, parent=self)
        self.chart.clicked.connect(self._clicked)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self._abreast())
        self.stack.addWidget(self.chart)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(6)
        for widget in (self.who, bar):
            layout.addWidget(widget)
        layout.addWidget(self.stack, 1)
        layout.addWidget(self.note)
        self._connect()

    def _abreast(self) -> QScrollArea:
        self._row = QWidget(self)
        QHBoxLayout(self._row).setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Pages side by side"))
        area.setWidget(self._row)
        self._actions.add_view_keys(area)
        return area

    def _connect(self) -> None:
        session = self._session
        for signal in (
            session.pinned_changed,
            session.page_changed,
            session.parameters_changed,
            session.models_changed,
            session.time_unit_changed,
            session.bands_changed,
            session.trial_changed,
        ):
            signal.connect(self.refresh)
        session.day_range_changed.connect(self._follow_days)

    def comparison(self) -> "SideBySide | None":
        """Return what is compared, and how; None where nothing is, or it is not on screen."""
        if not self._session.is_comparing:
            return None
        from sscviewer.analysis.cohort.side_by_side import SideBySide  # there is a trial

        shows: Any = self.shows.currentData()
        measure: Any = self.measure.currentData()
        usubjids = self._session.compared
        if shows == "abreast":
            usubjids = usubjids[-MOST_ABREAST:]
        on, code = self.on.currentData() or "first_dose", self.parameter.currentData() or ""
        return SideBySide(usubjids, shows, on, code, measure)

    @Slot()
    def refresh(self) -> None:
        """Show the patients compared now."""
        trial, is_comparing = self._session.trial, self._session.is_comparing
        if trial is None or not is_comparing or not self.isVisible():
            return
        self._offer()
        wanted = self.comparison()
        if wanted is None:
            return
        self.who.setText(" · ".join(self._session.compared))
        is_overlaid = wanted.shows == "overlaid"
        self.parameter.setVisible(is_overlaid)
        self.measure.setVisible(is_overlaid)
        if is_overlaid:
            self._show_lines(wanted)
        else:
            self._show_pages(wanted)
        self.stack.setCurrentIndex(int(is_overlaid))
        self.changed.emit()

    def _offer(self) -> None:
        """Offer what these patients can be aligned on, and what is measured."""
        from sscviewer.analysis.cohort.side_by_side import alignments  # there is a trial

        trial = self._session.trial
        assert trial is not None
        offered = alignments(trial.study, self._session.compared)
        choose(self.on, [(key, aligned_words(words)) for key, words in offered.items()])
        known = trial.study.parameters
        first = [code for code in self._session.parameters if code in known]
        codes = (*first, *(code for code in known if code not in first))
        choose(self.parameter, [(code, known[code].axis_label) for code in codes])
        if not codes:
            self.shows.setCurrentIndex(0)
        self.shows.setEnabled(bool(codes))

    def _show_lines(self, wanted: "SideBySide") -> None:
        from sscviewer.report.comparison import overlaid_figure, unit_of  # there is a trial

        trial = self._session.trial
        assert trial is not None
        unit = unit_of(self._session.time_unit)
        figure = overlaid_figure(trial.study, self._session.planning.plan, wanted, unit)
        self.chart.show_figure(figure)
        self.chart.set_highlight(self._session.usubjid)
        self.note.setText(figure.note)

    def _show_pages(self, wanted: "SideBySide") -> None:
        from sscviewer.report.comparison import aligned  # there is a trial

        trial, frame = self._session.trial, self._session.frame
        assert trial is not None
        if frame is None:
            return
        self._aligned = aligned(trial.study, self._session.planning.plan, wanted)
        pages = tuple(map(self._session.page_of, wanted.usubjids))
        while len(self._pages) < len(pages):
            self._add_page()
        for number, shown in enumerate(self._pages):
            shown.setVisible(number < len(pages))
        for shown, page in zip(self._pages, pages, strict=False):
            shown.show_page(page, pages, frame, self._session)
        left_out = len(self._session.compared) - len(pages)
        more = tr("The last {n} of {total} are shown.").format(
            n=len(pages), total=len(self._session.compared)
        )
        said = (more if left_out else "", f"{aligned_words(self._aligned.words)}.", self._without())
        self.note.setText(" ".join(filter(None, said)))
        self._follow_days()

    def _without(self) -> str:
        """Return who could not be aligned; "" where everybody is."""
        how = self._aligned
        if how is None or not how.missing:
            return ""
        words = tr("Without {words}, aligned on day 1: {who}.")
        return words.format(words=tr(how.words), who=", ".join(how.missing))

    def _add_page(self) -> None:
        page = ComparedPage(self._theme.dark, self._row)
        number = len(self._pages)
        page.zoomed.connect(lambda first, last: self._zoomed(number, first, last))
        page.picked.connect(self._picked)
        self._pages.append(page)
        # as wide as each other, whatever their words ask for: else the same day lies elsewhere in each
        page.setSizePolicy(QSizePolicy.Policy.Ignored, page.sizePolicy().verticalPolicy())
        layout = self._row.layout()
        assert layout is not None
        layout.addWidget(page)

    @Slot()
    def _follow_days(self) -> None:
        """Show the same days, counted from what time is aligned on, in every page."""
        frame, how = self._session.frame, self._aligned
        if frame is None or how is None or not self._session.is_comparing:
            return
        days = self._session.day_range or how.whole(frame)
        for shown, (first, last) in zip(self._pages, how.ranges(days), strict=False):
            shown.set_days(first, last)

    def _zoomed(self, number: int, first: float, last: float) -> None:
        if self._aligned is not None and number < len(self._aligned.shifts):
            shift = self._aligned.shifts[number]
            self._session.set_day_range((first - shift, last - shift))

    @Slot(str, object)
    def _picked(self, usubjid: str, record: object) -> None:
        """Make a patient whose page was clicked the one shown; all stay where they are."""
        before = self._session.compared
        if usubjid != self._session.usubjid:
            self._session.set_pinned(before)
            self._session.set_usubjid(usubjid)

    @Slot(object)
    def _clicked(self, mark: "Mark | None") -> None:
        if mark is not None and mark.usubjid:
            self._picked(mark.usubjid, None)

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        self.restyle()

    def restyle(self) -> None:
        """Draw in the colours of the theme and the size of the window's text."""
        self.chart.set_dark(self._theme.dark)
        for page in self._pages:
            page.set_dark(self._theme.dark)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was chosen while the comparison was out of sight."""
        super().showEvent(event)
        self.refresh()
