"""The report as one document: tick what it holds, look at it, save it as DOCX, PDF or PPTX."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QPalette, QTextDocument
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QWidget,
)

from sscviewer.analysis.guarded import failure
from sscviewer.gui.analysis.controls import Controls, Several
from sscviewer.gui.analysis.view import AnalysisView, Compute
from sscviewer.gui.dialogs.file_kinds import file_kinds
from sscviewer.gui.dialogs.question import ask_file, save_dialog
from sscviewer.gui.language import error_words, tr
from sscviewer.gui.saving.origin import footer_words, save_folder, study_name, trial_title
from sscviewer.gui.state.parts import Parts
from sscviewer.gui.state.theme import Theme
from sscviewer.report.parts import PARTS, USUAL
from sscviewer.report.provenance import file_stem
from sscviewer.report.what import DOCUMENT_FORMATS

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.report.document import Document
    from sscviewer.report.trial_report import Contents, DocumentChoice

PREVIEW_WIDTH = 560
"""Of pictures in the preview, px."""
LEAST = 10
"""Percent of patients an event must reach to stand in the table at first."""


def compute_contents(asked: "Asked", settings: None) -> "Contents":
    """Return everything the document can hold."""
    from sscviewer.report.trial_report import trial_contents

    return trial_contents(asked.study, asked.plan, asked.who)


class Report(AnalysisView):
    """A list to tick beside the document as it will be saved."""

    name: ClassVar[str] = "report"
    title: ClassVar[str] = "Document"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.controls = Controls(self)
        self.least = self.controls.number("Adverse events in at least", 0, 100, LEAST, tr(" % of patients"))
        self.endpoints = Several(self.controls, "Endpoints", "Those of the results")
        self.every_visit = self.controls.combo(
            "Changes at", ((False, "the last visit"), (True, "every visit"))
        )
        self.american = self.controls.combo("Words", ((False, "British"), (True, "American")))
        self.spaced = self.controls.combo("Per cent", ((True, "with a space"), (False, "without")))
        self.controls.changed.connect(self._redraw)
        self.save_button = QPushButton(tr("Save report…"), self)
        self.save_button.clicked.connect(self.save)
        self.controls.add(self.save_button)
        self.parts_list = QListWidget(self)
        self.parts_list.setAccessibleName(tr("What the report holds"))
        self.parts_list.setToolTip(tr("Tick what the report holds"))
        for name, words in PARTS.items():
            item = QListWidgetItem(tr(words), self.parts_list)
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setCheckState(Qt.CheckState.Checked if name in USUAL else Qt.CheckState.Unchecked)
        self.parts_list.itemChanged.connect(self._redraw)
        self.preview = QTextBrowser(self)
        self.preview.setAccessibleName(tr("The report"))
        self.preview.document().setDocumentMargin(16)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self.parts_list)
        split.addWidget(self.preview)
        em = self.fontMetrics().averageCharWidth()
        split.setSizes([41 * em, 99 * em])
        split.setStretchFactor(1, 1)
        self.put(split, self.controls)

    def computation(self) -> Compute:
        """Return the function that makes the contents."""
        return compute_contents

    def show_result(self, result: "Contents") -> None:
        """Show the document."""
        self.endpoints.offer(() if failure(result.endpoints) else result.endpoints.items())
        self._redraw()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The parts that are ticked."""
        items = [self.parts_list.item(at) for at in range(self.parts_list.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )

    def choice(self) -> "DocumentChoice":
        """Return what is ticked and chosen."""
        from sscviewer.report.house_style import HouseStyle
        from sscviewer.report.trial_report import DocumentChoice

        style = HouseStyle(self.american.currentData(), self.spaced.currentData())
        return DocumentChoice(
            self.chosen,
            self.least.value(),
            self.endpoints.chosen or None,
            self.every_visit.currentData(),
            style,
        )

    def document(self) -> "Document | None":
        """Return the document as it will be saved."""
        if self.result is None:
            return None
        from sscviewer.report.trial_report import document_of  # there is a trial

        footer = footer_words(self.session, of_all=True)
        title = f"Report on {trial_title(self.session)}"
        return document_of(self.result, self.choice(), title=title, footer=footer)

    def set_theme(self, theme: Theme) -> None:
        """Write the document in the theme's colours."""
        self._redraw()

    @Slot()
    def _redraw(self) -> None:
        document = self.document()
        self.save_button.setEnabled(document is not None and bool(document.sections))
        if document is None:
            return
        from sscviewer.plots.charts.chart import chart_image
        from sscviewer.report.document_html import PICTURE, document_html

        place = self.preview.verticalScrollBar().value()
        text = self.preview.document()
        text.clear()
        for section in document.sections:
            if section.figure is not None:
                url = QUrl(f"{PICTURE}{section.name}")
                text.addResource(QTextDocument.ResourceType.ImageResource, url, chart_image(section.figure))
        ink = self.preview.palette().color(QPalette.ColorRole.Text).name()
        self.preview.setHtml(document_html(document, picture_width=PREVIEW_WIDTH, ink=ink))
        self.preview.verticalScrollBar().setValue(place)

    @Slot()
    def save(self) -> None:
        """Ask for a name and write the document."""
        document = self.document()
        if document is None:
            return
        stem = file_stem("{study}_{view}", study=study_name(self.session), patient="", view="report")
        proposal = save_folder(self.parts.settings) / f"{stem}.docx"
        dialog = save_dialog(self.window(), tr("Save report"), proposal, file_kinds(DOCUMENT_FORMATS))
        ask_file(self.session, dialog, lambda path: self._chosen(path, document))

    def _chosen(self, path: Path, document: "Document") -> None:
        self.parts.settings.set("files/save_folder", str(path.parent))
        self.write(path, document)

    def write(self, path: Path, document: "Document") -> None:
        """Write a document."""
        from sscviewer.plots.paper.figure_files import SaveFailed
        from sscviewer.report.document_file import write_document

        try:
            write_document(path, document)
        except SaveFailed as error:
            self.told.emit(error_words(error), "error")
            return
        self.told.emit(tr("Saved the report to {name}.").format(name=path.name), "info")
