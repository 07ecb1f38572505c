"""The results and the methods as two paragraphs, to copy."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.analysis.view import AnalysisView, Compute
from sscviewer.gui.language import tr, within
from sscviewer.gui.state.parts import Parts

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.results import Sentences


def compute_words(asked: "Asked", settings: None) -> "Sentences":
    """Return the paragraphs."""
    from sscviewer.analysis.analyse import tell_study

    return tell_study(asked.study, asked.plan, asked.who)


class Words(AnalysisView):
    """Both paragraphs, each with a button that copies it."""

    name: ClassVar[str] = "words"
    title: ClassVar[str] = "In words"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        self.results = self._paragraph("Results", layout, 3)
        self.methods = self._paragraph("Methods", layout, 2)
        note = QLabel(
            tr(
                "Made from the same numbers as the tables, for the patients the filter leaves. "
                "Read it before you use it: what a number means for patients is yours to say."
            ),
            self,
        )
        note.setWordWrap(True)
        layout.addWidget(note)
        self.put(content)

    def _paragraph(self, name: str, layout: QVBoxLayout, share: int) -> QPlainTextEdit:
        text = QPlainTextEdit(self)
        text.setReadOnly(True)
        text.setAccessibleName(tr(name))
        text.setTabChangesFocus(True)
        text.document().setDocumentMargin(10)
        heading = QLabel(tr(name), self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        copy = QPushButton(tr("Copy {name}").format(name=within(tr(name))), self)
        copy.clicked.connect(lambda: self._copy(text, name))
        bar = QHBoxLayout()
        bar.addWidget(heading, 1)
        bar.addWidget(copy)
        layout.addLayout(bar)
        layout.addWidget(text, share)
        return text

    @Slot()
    def _copy(self, text: QPlainTextEdit, name: str) -> None:
        QGuiApplication.clipboard().setText(text.toPlainText())
        self.told.emit(tr("{name} copied.").format(name=tr(name)), "info")

    def computation(self) -> Compute:
        """Return the function that writes the paragraphs."""
        return compute_words

    def show_result(self, result: "Sentences") -> None:
        """Show the paragraphs."""
        self.results.setPlainText(result.results_paragraph)
        self.methods.setPlainText(result.methods_paragraph)
