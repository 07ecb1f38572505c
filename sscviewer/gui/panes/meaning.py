"""What the numbers of a patient mean: one line per rule at a visit, its inputs on a click."""

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from PySide6.QtCore import Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from sscviewer.gui.language import tr
from sscviewer.gui.panes.details_html import CELL, cell_link, document
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.theme import Theme

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.meaning import Line, VisitMeaning

RULE = "rule:"
AFTER_MS = 30
"""The rules are judged this long after the patient was chosen."""
EMPTY = "No rule of progression or response can be judged: the patient has no value of FVC, MRSS or HAQ-DI."


class Meaning(QWidget):
    """The rules at one visit, the last one at first; worked out when it is on screen, not before.

    Signals
    -------
    cell_asked
        With a cell that was clicked.
    """

    cell_asked = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._visits: tuple[VisitMeaning, ...] = ()
        self._open: set[str] = set()
        self._stale = True
        self.visit = QComboBox(self)
        self.visit.setAccessibleName(tr("Visit whose numbers are judged"))
        self.visit.activated.connect(self._show)
        self.text = QTextBrowser(self)
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(tr("What the numbers mean"))
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.text.document().setDocumentMargin(10)
        self.text.anchorClicked.connect(self._clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        bar = QHBoxLayout()
        bar.setContentsMargins(10, 0, 10, 0)
        bar.addWidget(self.visit, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(bar)
        layout.addWidget(self.text, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self.refresh)
        session.page_changed.connect(self._page_changed)

    @Slot()
    def _page_changed(self) -> None:
        """Let go of the patient before; the picture comes first, and paging on quickly waits for nothing."""
        self._stale = True
        if self.isVisible():
            self.visit.clear()
            self.text.clear()
            self._timer.start()

    @Slot()
    def refresh(self) -> None:
        """Judge the patient of the session; put off while out of sight."""
        self._stale = True
        if not self.isVisible():
            return
        from sscviewer.analysis.endpoints.meaning import (
            patient_meaning,  # there is a trial, so pandas is loaded
        )

        self._stale = False
        trial, usubjid = self._session.trial, self._session.usubjid
        chosen = self._session.planning.plan.responses
        self._visits = patient_meaning(trial.study, usubjid, chosen) if trial is not None and usubjid else ()
        self.visit.clear()
        for one in self._visits:
            self.visit.addItem(one.avisit)
        self.visit.setCurrentIndex(len(self._visits) - 1)
        self.visit.setVisible(bool(self._visits))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:
        """Judge what was put off."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    @Slot()
    def _show(self) -> None:
        position = self.visit.currentIndex()
        body = meaning_html(self._visits[position], self._open) if self._visits else f"<p>{EMPTY}</p>"
        named = self._theme.named
        at = self.text.verticalScrollBar().value()
        self.text.setHtml(document(body, quiet=named["quiet"].name(), line=named["line"].name()))
        self.text.verticalScrollBar().setValue(at)

    @Slot(QUrl)
    def _clicked(self, url: QUrl) -> None:
        target = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if target.startswith(RULE):
            self._open ^= {unquote(target.removeprefix(RULE))}
            self._show()
        elif target.startswith(CELL):
            self.cell_asked.emit(unquote(target.removeprefix(CELL)))

    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        if not self._stale:
            self._show()


def meaning_html(visit: "VisitMeaning", opened: set[str]) -> str:
    """Return the rules at a visit; those in `opened` with inputs, what is missing and notes."""
    parts = []
    for kind in dict.fromkeys(line.kind for line in visit.lines):
        rows = "".join(_line_html(line, line.code in opened) for line in visit.lines if line.kind == kind)
        parts.append(f"<h4>{tr(kind)}</h4><table width='100%' cellspacing='0' cellpadding='2'>{rows}</table>")
    scores = "".join(f"<p>{escape(words)}</p>" for words in visit.scores)
    return "".join(parts) + (f"<h4>{tr('How the scores came about')}</h4>{scores}" if scores else "")


def _line_html(line: "Line", is_open: bool) -> str:
    sign = "▾" if is_open else "▸"
    verdict = _unbroken(line.verdict)
    strong = f"<b>{verdict}</b>" if line.met else verdict
    quiet = " class='quiet'" if line.met is None else ""
    more = f"<tr><td colspan='2'>{_more_html(line)}</td></tr>" if is_open else ""
    link = f"<a href='{RULE}{quote(line.code, safe='')}'>{sign}&nbsp;{_unbroken(line.name)}</a>"
    return f"<tr><td>{link}</td><td align='right'{quiet}>{strong}</td></tr>{more}"


def _unbroken(words: str) -> str:
    return escape(words).replace(" ", "&nbsp;")


def _more_html(line: "Line") -> str:
    parts = [f"<p class='quiet'>{escape(line.words)}</p>"]
    for words, cells in line.inputs:
        parts.append(f"<p>{escape(words)} {' '.join(map(cell_link, cells))}</p>")
    if line.missing:
        parts.append(f"<p>Missing: {escape('; '.join(line.missing))}</p>")
    parts += [f"<p class='quiet'>{escape(note)}</p>" for note in line.notes]
    return "".join(parts)
