"""The results below their headings, and the methods, to copy."""

from html import escape
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QMimeData, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTextEdit, QVBoxLayout, QWidget

from sscviewer.gui.analysis.view import AnalysisView, Compute
from sscviewer.gui.language import tr, within
from sscviewer.gui.state.parts import Parts
from sscviewer.plots.screen.said import is_english

if TYPE_CHECKING:
    from sscviewer.analysis.asked import Asked
    from sscviewer.analysis.results import Sentences


def compute_words(asked: "Asked", settings: None) -> "Sentences":
    """Return the sentences."""
    from sscviewer.analysis.analyse import tell_study

    return tell_study(asked.study, asked.plan, asked.who)


class Words(AnalysisView):
    """Both texts, each with a button that copies it."""

    name: ClassVar[str] = "words"
    title: ClassVar[str] = "In words"

    def __init__(self, parts: Parts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self._html: dict[str, str] = {}
        content = QWidget(self)
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, 0, 0, 0)
        self.results = self._passage("Results", layout, 3)
        self.methods = self._passage("Methods", layout, 2)
        said = tr(
            "Made from the same numbers as the tables, for the patients the filter leaves. "
            "Read it before you use it: what a number means for patients is yours to say."
        )
        english = "" if is_english() else tr("The sentences are English, as reports take them.")
        note = QLabel(f"{said} {english}".rstrip(), self)
        note.setWordWrap(True)
        layout.addWidget(note)
        self.put(content)

    def _passage(self, name: str, layout: QVBoxLayout, share: int) -> QTextEdit:
        text = QTextEdit(self)
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
    def _copy(self, text: QTextEdit, name: str) -> None:
        taken = QMimeData()  # another program chooses: text alone, or with its headings as headings
        taken.setText(text.toPlainText())
        taken.setHtml(self._html[name])
        QGuiApplication.clipboard().setMimeData(taken)
        self.told.emit(tr("{name} copied.").format(name=tr(name)), "info")

    def computation(self) -> Compute:
        """Return the function that writes the sentences."""
        return compute_words

    def show_result(self, result: "Sentences") -> None:
        """Show what is told."""
        results = "".join(_part(heading, part) for heading, part in result.result_parts)
        self._html = {"Results": results, "Methods": f"<p>{escape(result.methods_paragraph)}</p>"}
        self.results.setHtml(results)
        self.methods.setHtml(self._html["Methods"])


def _part(heading: str, paragraphs: tuple[tuple[str, ...], ...]) -> str:
    said = "".join(f"<p>{escape(' '.join(sentences))}</p>" for sentences in paragraphs)
    return f"<h4>{escape(heading)}</h4>{said}"
