"""Saving the table on screen as XLSX or CSV."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sscviewer.gui.dialogs.file_kinds import file_kinds
from sscviewer.gui.dialogs.question import ask_file, save_dialog
from sscviewer.gui.language import error_words, number_of, tr
from sscviewer.gui.saving.origin import footer_words, save_folder, study_name
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.settings import Settings
from sscviewer.report.provenance import file_stem
from sscviewer.report.what import TABLE_FORMATS

if TYPE_CHECKING:
    from sscviewer.report.table_file import Table


class SavingTables(QObject):
    """Asks where the table goes and writes it, rows in the order shown.

    Attributes
    ----------
    whole_trial
        Returns the table on screen, None on a page without one.

    Signals
    -------
    told
        One sentence for the user, and its kind ("info", "error").
    """

    told = Signal(str, str)

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._session, self._settings, self._window = session, settings, window
        self.whole_trial: Callable[[], Table | None] = lambda: None

    @property
    def has_table(self) -> bool:
        """Whether there is a table to save on screen."""
        return self.whole_trial() is not None

    @Slot()
    def save(self) -> None:
        """Ask for a name and write the table."""
        table = self.whole_trial()
        if table is None:
            return
        stem = file_stem("{study}_{view}", study=study_name(self._session), patient="", view=table.name)
        proposal = save_folder(self._settings) / f"{stem}.xlsx"
        dialog = save_dialog(
            self._window, tr("Save “{title}”").format(title=table.title), proposal, file_kinds(TABLE_FORMATS)
        )
        told = self._with_origin(table)
        ask_file(self._session, dialog, lambda path: self._chosen(path, told))

    def _chosen(self, path: Path, table: "Table") -> None:
        self._settings.set("files/save_folder", str(path.parent))
        self.write(path, table)

    def _with_origin(self, table: "Table") -> "Table":
        """Return a table with where it comes from; what changed in the file is listed whatever the filter."""
        of_all = self._session.view != "data"
        return replace(table, notes=(*table.notes, footer_words(self._session, of_all=of_all)))

    def write(self, path: Path, table: "Table") -> None:
        """Write a table."""
        from sscviewer.report.table_file import TableFailed, write_table

        try:
            write_table(path, table)
        except TableFailed as error:
            self.told.emit(error_words(error), "error")
            return
        self.told.emit(
            tr("Saved {rows} to {name}.").format(
                rows=number_of(len(table.rows), "row", "rows"), name=path.name
            ),
            "info",
        )
