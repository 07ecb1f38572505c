"""Keeping the groups of terms for the next export of the same shape, beside the mapping kept for it."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sscviewer.gui.state.session import Session

if TYPE_CHECKING:
    from sscviewer.workbook.mapping.mapping import Mapping


class KeepGroups(QObject):
    """Writes the groups to the library of mappings when the user changed them.

    Signals
    -------
    failed
        One sentence saying why they could not be kept.
    """

    failed = Signal(str)

    def __init__(self, session: Session, library: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._library = session, library
        session.counting.groups_chosen.connect(self._keep)

    def put_into(self, mapping: "Mapping | None") -> "Mapping | None":
        """Return a mapping with the groups in force: they may have changed since it was applied."""
        return mapping and replace(mapping, groups=dict(self._session.counting.rules.groups))

    @Slot()
    def _keep(self) -> None:
        from sscviewer.workbook import UnusableFile
        from sscviewer.workbook.mapping.library import store_groups

        trial = self._session.trial
        if trial is None or not trial.shape:
            return
        try:
            store_groups(self._library, trial.shape, dict(self._session.counting.rules.groups))
        except (UnusableFile, OSError) as error:
            self.failed.emit(f"The groups are not kept for the next export. {error}")
