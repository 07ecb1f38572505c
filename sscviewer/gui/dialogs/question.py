"""A question belongs to its trial: the one way in which dialogs are opened.

A file may arrive while a dialog is open. An answer about one trial must never be given to the next, so every
dialog closes without an answer when what it was asked about is no longer on screen; what it needs (figure,
settings, words of the footer) is taken when it is asked, not when it is answered.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from sscviewer.gui.state.session import Session
from sscviewer.on_disk import is_there


class BoundDialog(QObject):
    """Binds a dialog to what is shown: trial, plan, filter and, where it is about one, the patient.

    Parameters
    ----------
    then
        Called when the dialog was accepted; never after something else was shown.
    of_patient
        Whether it is about the patient shown.
    """

    def __init__(
        self,
        session: Session,
        dialog: QDialog,
        then: Callable[[], None] | None = None,
        *,
        of_patient: bool = False,
    ) -> None:
        super().__init__(dialog)
        self._dialog, self._then, self._is_open = dialog, then, True
        dialog.accepted.connect(self._answered)
        dialog.rejected.connect(self._over)
        session.trial_changed.connect(self.close)
        session.planning.changed.connect(self.close)
        session.filters_changed.connect(self.close)
        if of_patient:
            session.usubjid_changed.connect(self.close)

    @Slot()
    def close(self) -> None:
        """Close without an answer."""
        if self._is_open:
            self._is_open = False
            self._dialog.reject()

    @Slot()
    def _answered(self) -> None:
        # What is done with the answer may change the plan; the dialog has been closed by then.
        was_open, then = self._is_open, self._then
        self._over()
        if was_open and then is not None:
            then()

    @Slot()
    def _over(self) -> None:
        self._is_open, self._then = False, None


def ask(
    session: Session, dialog: QDialog, then: Callable[[], None] | None = None, *, of_patient: bool = False
) -> None:
    """Open a dialog about what is shown, and go on with its answer if that is still shown."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    BoundDialog(session, dialog, then, of_patient=of_patient)
    dialog.open()


def ask_file(session: Session, dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    """Open a dialog for a file that has to do with what is shown, and go on with the file chosen."""
    ask(session, dialog, partial(_take_file, dialog, then))


def choose_file(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    """Open a dialog for a file over another dialog, with which it closes."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(_take_file, dialog, then))
    dialog.open()


def _take_file(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    names = dialog.selectedFiles()
    if names:
        then(_with_whole_ending(Path(names[0]), _ending(dialog.selectedNameFilter())))


def _with_whole_ending(path: Path, ending: str) -> Path:
    """Return the path with an ending of two parts whole: dialogs know one of one part only.

    Nobody was asked whether the file of that name may be replaced, so it gets a name that is free.
    """
    first, _, last = ending.rpartition(".")
    if not first or path.suffix.lower() != f".{last}":
        return path
    has_both = path.name.lower().endswith(f".{ending}")
    stem = (path.name[: -len(ending)] if has_both else path.stem).rstrip(".")
    target, number = path.with_name(f"{stem}.{ending}"), 2
    if target.name.lower() == path.name.lower():
        return path
    while is_there(target):
        target, number = path.with_name(f"{stem} ({number}).{ending}"), number + 1
    return target


def save_dialog(parent: QWidget, title: str, proposal: Path, kinds: str) -> QFileDialog:
    """Return a dialog for the name of a file to be written; a name without an ending gets its kind's."""
    dialog = QFileDialog(parent, title, str(proposal.parent), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix(proposal.suffix)
    dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending(kind)))
    dialog.selectFile(proposal.name)
    return dialog


def open_dialog(parent: QWidget, title: str, folder: str, kinds: str) -> QFileDialog:
    """Return a dialog for a file that is there."""
    dialog = QFileDialog(parent, title, folder, kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def folder_dialog(parent: QWidget, title: str, folder: str) -> QFileDialog:
    """Return a dialog for a folder."""
    dialog = QFileDialog(parent, title, folder)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def _ending(kind: str) -> str:
    """Return the first ending of a kind: "xlsx" of "Excel workbook (*.xlsx)"."""
    return kind.partition("(*.")[2].partition(")")[0].partition(" ")[0]
