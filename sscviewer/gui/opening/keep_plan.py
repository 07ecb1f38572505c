"""Keeping the plan for the next export of the same shape, beside the mapping kept for it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sscviewer.gui.language import tr
from sscviewer.gui.state.kept_plan import keep_plan
from sscviewer.gui.state.session import Session

if TYPE_CHECKING:
    from sscviewer.workbook.mapping.mapping import Mapping


class KeepPlan(QObject):
    """Writes the plan to the library of mappings when the user changed it.

    Signals
    -------
    failed
        One sentence saying why it could not be kept.
    """

    failed = Signal(str)

    def __init__(self, session: Session, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._library = session, library
        session.planning.chosen.connect(self._keep)

    def put_into(self, mapping: "Mapping | None") -> "Mapping | None":
        """Return a mapping with the groups in force: they may have changed since it was applied."""
        groups = {group.name: group.terms for group in self._session.planning.events.groups}
        return mapping and replace(mapping, groups=groups)

    @Slot()
    def _keep(self) -> None:
        trial = self._session.trial
        if trial is None or not trial.shape:
            return
        try:
            keep_plan(self._library, trial.shape, self._session.planning.plan)
        except OSError:
            self.failed.emit(
                tr("The plan is not kept for the next export: {library} cannot be written to.").format(
                    library=self._library
                )
            )
