"""What the window is showing: the one mutable object, from which every view draws."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, Signal, Slot

from sscviewer.analysis.patient.event_choice import ALL_EVENTS, EventChoice
from sscviewer.gui.state.event_coder import Coder
from sscviewer.gui.state.figure_looks import FigureLooks
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.planning import Planning
from sscviewer.gui.state.showing import Showing, check
from sscviewer.gui.state.sieve import Known, sift
from sscviewer.gui.state.trial import Trial

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.model_lines import ModelLines
    from sscviewer.analysis.patient.patient_page import PatientPage, TrialFrame
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.model.change import Changes

LANE_ORDERS = ("onset", "class", "grade")
MOST_ABREAST = 4
"""Pages beside each other; of more, none can be read."""
MOST_PINNED = 8
"""Patients compared in one picture, each with a colour and a mark of their own."""


class Session(Showing):
    """State of the window. Setters check, store and say so; the same value says nothing.

    Attributes
    ----------
    trial
        The open file, None before the first.
    usubjid
        The patient shown, "" without one.
    page
        That patient's page as computed from everything else; None without a patient.
    parameters, frame
        The PARAMCDs shown and what all pages share for them.
    selected
        (table, row) of the record that was clicked, None without one.
    planning
        The analysis plan, with undo and redo.
    coder
        What the pages count adverse events with.

    Signals
    -------
    trial_changed, usubjid_changed, page_changed, parameters_changed, models_changed, lane_order_changed,
    events_changed, filters_changed, pinned_changed, selected_changed, changes_changed
        Each carries the new value, as those of `Showing` do.
    cell_asked
        "Sheet!A1": the user wants to see what was read of it.
    """

    trial_changed = Signal(object)
    usubjid_changed = Signal(str)
    page_changed = Signal(object)
    parameters_changed = Signal(tuple)
    models_changed = Signal(tuple)
    lane_order_changed = Signal(str)
    events_changed = Signal(object)
    filters_changed = Signal(object)
    pinned_changed = Signal(tuple)
    changes_changed = Signal(object)
    cell_asked = Signal(str)
    selected_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._trial: Trial | None = None
        self._usubjid, self._lane_order = "", "onset"
        self._page: PatientPage | None = None
        self._frame: TrialFrame | None = None
        self._parameters: tuple[str, ...] = ()
        self._events = ALL_EVENTS
        self.planning, self.coder = Planning(self), Coder()
        self.looks = FigureLooks(self)
        self._filters = PatientFilter()
        self._known, self._kept = Known(), cast("frozenset[str] | None", None)
        self._selected: tuple[str, int] | None = None
        self._changes: Changes | None = None
        self._changed: dict[str, dict[tuple[str, int], str]] = {}
        self._pinned: tuple[str, ...] = ()
        self.planning.changed.connect(self._sift)
        self.planning.changed.connect(self._plan_doses)

    @property
    def trial(self) -> Trial | None:
        """The open file."""
        return self._trial

    @property
    def usubjid(self) -> str:
        """The patient shown."""
        return self._usubjid

    @property
    def page(self) -> "PatientPage | None":
        """The patient's page."""
        return self._page

    @property
    def frame(self) -> "TrialFrame | None":
        """What all pages share, for the parameters shown."""
        return self._frame

    @property
    def parameters(self) -> tuple[str, ...]:
        """The PARAMCDs shown."""
        return self._parameters

    @property
    def lane_order(self) -> str:
        """How adverse events are sorted."""
        return self._lane_order

    @property
    def events(self) -> EventChoice:
        """Which adverse events the patient page draws."""
        return self._events

    @property
    def filters(self) -> PatientFilter:
        """Which patients the list shows."""
        return self._filters

    @property
    def kept(self) -> frozenset[str] | None:
        """The patients the filter lets through; None when it holds nobody back."""
        return self._kept

    @property
    def pinned(self) -> tuple[str, ...]:
        """The patients pinned, to be compared with the one shown."""
        return self._pinned

    @property
    def compared(self) -> tuple[str, ...]:
        """The pinned patients, and the one shown where it is none of them."""
        shown = () if not self._usubjid or self._usubjid in self._pinned else (self._usubjid,)
        return (*self._pinned, *shown)

    @property
    def is_comparing(self) -> bool:
        """Whether two patients or more are beside each other."""
        return bool(self._pinned) and len(self.compared) > 1

    @property
    def selected(self) -> tuple[str, int] | None:
        """The record that was clicked."""
        return self._selected

    @property
    def changes(self) -> "Changes | None":
        """What changed since an earlier export; None when there is nothing to compare with."""
        return self._changes

    def set_changes(self, changes: "Changes | None") -> None:
        """Show what changed since an earlier export."""
        if changes != self._changes:
            self._changes = changes
            self._changed = self._rows_changed()
            self.changes_changed.emit(changes)
            of = frozenset(change.usubjid for change in changes.changes) if changes else frozenset()
            self.set_known(replace(self._known, changed=of))
            if self._page is not None:
                self._compute_page()
                self.page_changed.emit(self._page)

    def _rows_changed(self) -> dict[str, dict[tuple[str, int], str]]:
        """Return the rows of each patient that the changes are about."""
        if self._changes is None or self._trial is None:
            return {}
        from sscviewer.analysis.patient.changed_records import changed_records

        return changed_records(self._trial.study, self._changes)

    def set_known(self, known: Known) -> None:
        """Take over what is known of patients beside the file; a filter by it holds others back then."""
        self._known = known
        self._sift()

    @property
    def known(self) -> Known:
        """What is known of patients beside the file."""
        return self._known

    def set_trial(self, trial: Trial) -> None:
        """Show another file, from its first patient, with nothing filtered.

        The same file read or prepared again leaves filter, patient and days as they are.
        """
        before, usubjid, days = self._trial, self._usubjid, self._day_range
        is_same = before is not None and before.is_same_file(trial)
        if not is_same:
            self.set_filters(PatientFilter())
            self.looks.bring({})
            usubjid, days = "", None
        self.set_selected(None)
        self._pinned = tuple(u for u in self._pinned if is_same and u in trial.study.usubjids)
        self._parameters, frame = self._shown_of(trial, before if is_same else None)
        is_read = before is None or before.collected is not trial.collected
        self._frame = _with_doses(trial.plan if is_read else self.planning.plan, frame)
        self._trial = trial
        self._usubjid, self._page, self._day_range = "", None, days
        if is_read:
            self.set_changes(None)
            self.planning.restore(trial.plan)
            self.set_events(ALL_EVENTS)
        self._kept = sift(trial, self.planning.plan, self._filters, self._known)
        self.trial_changed.emit(trial)
        self.pinned_changed.emit(self._pinned)
        self.parameters_changed.emit(self._parameters)
        self.day_range_changed.emit(days)
        if self._filters != PatientFilter():
            self.filters_changed.emit(self._filters)
        if trial.study.usubjids:
            self.set_usubjid(usubjid if usubjid in trial.study.usubjids else trial.study.usubjids[0])
        else:
            self.usubjid_changed.emit("")
            self.page_changed.emit(None)

    def set_pinned(self, usubjids: tuple[str, ...]) -> None:
        """Pin these patients beside the one shown; of too many the last.

        Raises
        ------
        KeyError
            If the trial has no such patient.
        """
        known = self._trial.study.usubjids if self._trial is not None else ()
        if unknown := set(usubjids) - set(known):
            raise KeyError(f"no patient {min(unknown)}")
        pinned = tuple(dict.fromkeys(usubjids))[-MOST_PINNED:]
        if pinned != self._pinned:
            self._pinned = pinned
            self.pinned_changed.emit(pinned)

    def toggle_pinned(self, usubjids: tuple[str, ...]) -> None:
        """Pin patients; unpin them where all are pinned already."""
        if set(usubjids) <= set(self._pinned):
            self.set_pinned(tuple(u for u in self._pinned if u not in usubjids))
        else:
            self.set_pinned((*self._pinned, *usubjids))

    def _shown_of(self, trial: Trial, before: Trial | None) -> "tuple[tuple[str, ...], TrialFrame]":
        """Return the parameters to show and their frame: the trial's own, or those chosen in it before."""
        if before is None or self._parameters == before.parameters:
            return trial.parameters, trial.frame
        from sscviewer.analysis.patient.patient_page import with_panels  # as in page_of
        from sscviewer.analysis.shown_parameters import lanes_with_data

        there = {*trial.study.parameters, *lanes_with_data(trial.study)}
        chosen = tuple(code for code in self._parameters if code in there)
        return chosen, with_panels(trial.study, trial.frame, chosen)

    def set_usubjid(self, usubjid: str) -> None:
        """Show another patient.

        Raises
        ------
        KeyError
            If the trial has no such patient.
        """
        if self._trial is None or usubjid not in self._trial.study.usubjids:
            raise KeyError(f"no patient {usubjid}")
        if usubjid != self._usubjid:
            self.set_selected(None)
            self._usubjid = usubjid
            self._compute_page()
            self.usubjid_changed.emit(usubjid)
            self.page_changed.emit(self._page)

    def set_parameters(self, parameters: tuple[str, ...], frame: "TrialFrame") -> None:
        """Show other parameters, with the frame computed for them."""
        if parameters != self._parameters:
            self._parameters, self._frame = parameters, frame
            self._compute_page()
            self.parameters_changed.emit(parameters)
            self.page_changed.emit(self._page)

    def set_models(self, base: "TrialFrame", models: "tuple[ModelLines, ...]") -> None:
        """Take over the model's lines, computed after the page was on screen.

        Lines of a frame that is no longer shown are dropped.
        """
        if base is self._frame:
            self._frame = replace(base, models=models)
            self.models_changed.emit(models)

    @Slot(object)
    def _plan_doses(self, plan: "AnalysisPlan") -> None:
        """Draw the doses of another plan under those given."""
        if self._frame is None:
            return
        frame = _with_doses(plan, self._frame)
        if frame is not self._frame:
            self._frame = frame
            self.parameters_changed.emit(self._parameters)

    def set_lane_order(self, order: str) -> None:
        """Sort adverse events by onset, system organ class or grade."""
        check(order, LANE_ORDERS)
        if order != self._lane_order:
            self._lane_order = order
            self._compute_page()
            self.lane_order_changed.emit(order)
            self.page_changed.emit(self._page)

    def set_events(self, choice: EventChoice) -> None:
        """Draw fewer or more adverse events, or fold their classes."""
        if choice != self._events:
            self._events = choice
            self._compute_page()
            self.events_changed.emit(choice)
            self.page_changed.emit(self._page)

    def set_filters(self, filters: PatientFilter) -> None:
        """Show fewer or more patients in the list, and count them alone."""
        if filters != self._filters:
            self._filters = filters
            self._kept = self._sifted()
            self.filters_changed.emit(filters)

    @Slot()
    def _sift(self) -> None:
        """Filter anew, and say so where that leaves others."""
        kept = self._sifted()
        if kept != self._kept:
            self._kept = kept
            self.filters_changed.emit(self._filters)

    def _sifted(self) -> frozenset[str] | None:
        return (
            None if self._trial is None else sift(self._trial, self.planning.plan, self._filters, self._known)
        )

    def show_cell(self, srcref: str) -> None:
        """Turn to the page about the file, and let it show where a cell is and what is said of it."""
        self.set_view("data")
        self.cell_asked.emit(srcref)

    def set_selected(self, selected: tuple[str, int] | None) -> None:
        """Show a record in the details pane."""
        if selected != self._selected:
            self._selected = selected
            self.selected_changed.emit(selected)

    def page_of(self, usubjid: str) -> "PatientPage":
        """Return any patient's page as this session would show it.

        Raises
        ------
        KeyError
            If there is no trial or no such patient.
        """
        # Imported here because it needs pandas, which the start page does without.
        from sscviewer.analysis.patient.patient_page import patient_page

        if self._trial is None or self._frame is None:
            raise KeyError(usubjid)
        order: Any = self._lane_order
        page = patient_page(self._trial.study, usubjid, self._frame, self._parameters, order, self._events)
        since = self._changes.since if self._changes is not None else ""
        return replace(page, changed=self._changed.get(usubjid, {}), since=since)

    def _compute_page(self) -> None:
        self._page = self.page_of(self._usubjid) if self._usubjid else None


def _with_doses(plan: "AnalysisPlan", frame: "TrialFrame") -> "TrialFrame":
    from sscviewer.analysis.patient.patient_page import with_planned_dose  # as in page_of

    return with_planned_dose(plan, frame)
