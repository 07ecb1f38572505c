"""Help ▸ Verify this installation: the reference cases computed again, to be read, saved and signed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QTextBrowser, QVBoxLayout, QWidget

from sscviewer import __version__
from sscviewer.gui.dialogs.file_kinds import file_kinds
from sscviewer.gui.dialogs.question import choose_file, save_dialog
from sscviewer.gui.language import error_words, tr
from sscviewer.gui.state.tasks import Tasks, Ticket

if TYPE_CHECKING:
    from sscviewer.analysis.verify import VerifyRow
    from sscviewer.report.document import Document

Figures = Callable[[], "list[VerifyRow]"]
VERIFYING = "verifying"
KINDS = file_kinds(("pdf", "docx"))


class Verifying(QDialog):
    """Computes when it opens; nothing of an open trial is in it."""

    def __init__(self, tasks: Tasks, folder: Path, rules: "Figures", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Verify this installation"))
        self._folder, self._tasks = folder, tasks
        self.document: Document | None = None
        self.told = QLabel(tr("Computing the reference cases again …"), self)
        self.told.setWordWrap(True)
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(tr("The document of the verification"))
        self.page.document().setDocumentMargin(16)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.save_button = buttons.addButton(
            tr("&Save to be signed…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self._ask)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.told)
        layout.addWidget(self.page, 1)
        layout.addWidget(buttons)
        em = self.fontMetrics().averageCharWidth()
        self.resize(em * 110, self.fontMetrics().height() * 38)
        self.finished.connect(self._stop)
        tasks.run(VERIFYING, partial(verify_here, rules), self._show, self._failed, lane="computing")

    @Slot()
    def _stop(self) -> None:
        self._tasks.cancel(VERIFYING)

    def _show(self, document: "Document") -> None:
        from sscviewer.report.document_html import document_html

        self.document = document
        self.told.hide()
        self.page.setHtml(document_html(document, picture_width=0))  # it has no picture
        self.save_button.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        self.told.setText(tr("The reference cases could not be computed: install sscviewer again."))
        raise error

    @Slot()
    def _ask(self) -> None:
        proposal = self._folder / f"sscviewer_{__version__}_verification.pdf"
        choose_file(save_dialog(self, tr("Save the verification"), proposal, KINDS), self.write)

    def write(self, path: Path) -> None:
        """Write the document."""
        from sscviewer.plots.paper.figure_files import SaveFailed
        from sscviewer.report.document_file import write_document

        if self.document is None:
            return
        try:
            write_document(path, self.document)
            self.told.setText(tr("Saved to {name}.").format(name=path.name))
        except SaveFailed as error:
            self.told.setText(error_words(error))
        self.told.show()


def verify_here(rules: "Figures", _ticket: Ticket) -> "Document":
    """Return the document of a verification run now; imports what it needs only then."""
    from sscviewer.analysis.verify import run_verification
    from sscviewer.report.installation import this_installation
    from sscviewer.report.qualification import qualification

    return qualification([*run_verification(), *rules()], this_installation())
