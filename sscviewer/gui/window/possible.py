"""What can be done now: which actions are enabled, and which of their choices are ticked."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication

from sscviewer.gui.language import tr
from sscviewer.gui.opening.hiding import Hiding
from sscviewer.gui.opening.open_file import Opening
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.saving.figures import Figures
from sscviewer.gui.saving.keep_beside import KeepBeside
from sscviewer.gui.saving.tables import SavingTables
from sscviewer.gui.state.endpoint_choices import PERCENT, values_of
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.patient_filter import PatientFilter
from sscviewer.gui.state.recents import Recents
from sscviewer.gui.window.preferring import Preferring
from sscviewer.gui.window.presentation import Presentation


class Possible(QObject):
    """Lets the actions follow what is shown, chosen and kept."""

    def __init__(
        self,
        parts: Parts,
        opening: Opening,
        hiding: Hiding,
        figures: Figures,
        tables: SavingTables,
        keep_beside: KeepBeside,
        recents: Recents,
        preferring: Preferring,
        presentation: Presentation,
    ) -> None:
        super().__init__(presentation.parent())
        self._parts, self._opening, self._hiding = parts, opening, hiding
        self._figures, self._tables, self._keep_beside = figures, tables, keep_beside
        self._recents, self._presentation = recents, presentation
        session = parts.session
        for signal in (
            session.trial_changed,
            session.usubjid_changed,
            session.filters_changed,
            session.pinned_changed,
            session.day_range_changed,
            session.time_unit_changed,
            session.lane_order_changed,
            session.bands_changed,
            session.view_changed,
            session.planning.changed,
            parts.undoing.changed,
            recents.changed,
            preferring.changed,
            presentation.changed,
        ):
            signal.connect(self.update)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Later, and without the widgets: one that loses the focus may be on its way out.
            queued = Qt.ConnectionType.QueuedConnection
            application.focusChanged.connect(self._focus_changed, queued)

    @Slot()
    def update(self) -> None:
        """Enable what can be done, and tick what is chosen."""
        parts, session, actions = self._parts, self._parts.session, self._parts.actions
        is_hidden = self._hiding.is_on
        met = {
            "trial": session.trial is not None,
            "named": session.trial is not None and not is_hidden,
            "not hidden": not is_hidden,
            "mappable": self._opening.mappable is not None and not is_hidden,
            "kept_elsewhere": self._keep_beside.is_possible and not is_hidden,
            "patient": session.page is not None,
            "figure": self._figures.has_figure,
            "table": self._tables.has_table,
            "copyable": self._figures.can_copy,
            "back": bool(parts.view_commands.page_before),
            "filter": session.filters != PatientFilter(),
            "pinned": bool(session.pinned),
            "zoomed": session.day_range is not None,
            "recent": bool(self._recents.paths),
            "undoable": bool(parts.undoing.undo_words),
            "redoable": bool(parts.undoing.redo_words),
        }
        actions.meet(frozenset(name for name, is_met in met.items() if is_met))
        actions.show_choice("opening.choose_percent", frozenset({self._percent}))
        actions.show_choice("view.choose_time_unit", frozenset({session.time_unit}))
        actions.show_choice("view.choose_lane_order", frozenset({session.lane_order}))
        actions.show_choice("view.choose_bands", session.bands)
        actions.show_choice("view.choose_theme", frozenset({parts.themes.wish}))
        actions["undo"].setText(tr("&Undo {step}").format(step=tr(parts.undoing.undo_words)).rstrip())
        actions["redo"].setText(tr("&Redo {step}").format(step=tr(parts.undoing.redo_words)).rstrip())
        kept = session.kept
        whom = tr("&All {n} patients of the filter to one PDF…").format(n=len(kept or ()))
        actions["profiles"].setText(tr("&All patients to one PDF…") if kept is None else whom)
        actions["present"].setChecked(self._presentation.is_on)
        actions["pin"].setChecked(session.usubjid in session.pinned)
        actions["hide"].setChecked(is_hidden)
        actions["remember"].setChecked(self._recents.remembering)
        is_reviewed = bool(session.usubjid) and parts.reviews.is_reviewed(session.usubjid)
        actions["review"].setChecked(is_reviewed)

    @property
    def _percent(self) -> str:
        """Which % predicted is analysed, or will be in the next file."""
        if self._parts.session.trial is None:
            return self._parts.settings.text(PERCENT)
        return str(values_of(self._parts.session.planning.plan)[PERCENT])

    @Slot()
    def _focus_changed(self) -> None:
        """Know whether there are rows to copy."""
        now = QApplication.focusWidget()
        if isinstance(now, ListingView):
            selected = now.selectionModel().selectionChanged
            selected.connect(self.update, Qt.ConnectionType.UniqueConnection)
        self._parts.actions["copy"].setEnabled(self._figures.can_copy)
