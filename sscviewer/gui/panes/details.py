"""The pane on the right: the record that was clicked, the patient in words, and the user's comment."""

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.gui.panes.details_html import CELL, EVENT, document, patient_html, record_html, said_html
from sscviewer.gui.panes.meaning import Meaning
from sscviewer.gui.panes.skin_pane import SkinPane
from sscviewer.gui.state.record_marks import RecordMarks
from sscviewer.gui.state.reviews import Reviews
from sscviewer.gui.state.session import Session
from sscviewer.gui.state.theme import Theme
from sscviewer.gui.state.trial import Trial
from sscviewer.plots.screen.plain_tip import plain_tip

if TYPE_CHECKING:
    from sscviewer.model.issue import Issue

MOST_SAID = 240
"""Characters of what changed since a review; the rest is one hover away."""

SAVE_AFTER_MS = 600
"""A comment is written this long after the last key."""


class Details(QWidget):
    """What is known of the patient and the record that was clicked; text can be copied.

    Behind further tabs the body map of the skin score, and what the numbers mean.

    Signals
    -------
    told
        A short note for the user ("AE!H12 copied").
    """

    told = Signal(str)

    def __init__(
        self,
        session: Session,
        reviews: Reviews,
        marks: RecordMarks,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._reviews = reviews
        self._marks = marks
        self._theme = theme
        self._issues: dict[str, list[Issue]] = {}
        self._cell = ""
        self._commented, self._comment_kept = "", ""
        self._not_kept: dict[str, tuple[str, str]] = {}
        """Of a patient the comment that could not be written, and what its writer began from."""
        self.text = self._browser()
        self.copy_button = QPushButton(tr("Copy cell reference"), self)
        self.copy_button.setAccessibleName(tr("Copy cell reference"))
        self.copy_button.clicked.connect(self.copy_cell)
        self.mark_button, self.mark_menu = self._mark_button()
        self.reviewed = QCheckBox(tr("Reviewed (R)"), self)
        self.reviewed.setAccessibleName(tr("Reviewed"))
        self.reviewed.clicked.connect(self._review)
        self.since = self._since_label()
        label = self._comment_field()
        self.skin = SkinPane(session, theme, self)
        self.meaning = Meaning(session, theme, self)
        self.meaning.cell_asked.connect(self._copy)
        self.tabs = QTabBar(self)
        self.stack = QStackedWidget(self)
        self._lay_out(label)
        session.trial_changed.connect(self.show_trial)
        session.page_changed.connect(self.refresh)
        session.selected_changed.connect(self.refresh)
        reviews.changed.connect(self._mark_changed)
        marks.changed.connect(self.refresh)

    def _mark_button(self) -> tuple[QPushButton, QMenu]:
        button = QPushButton(tr("Mark this record"), self)
        button.setAccessibleName(tr("Mark this record"))
        button.setToolTip(tr("Flag it, comment on it, or ask its site about it"))
        menu = QMenu(button)
        menu.aboutToShow.connect(self._fill_mark_menu)
        button.setMenu(menu)
        return button, menu

    def _comment_field(self) -> QLabel:
        """Make the field for the comment, written a moment after the last key, and return its label."""
        label = QLabel(tr("Comment (C)"), self)
        self.comment = QPlainTextEdit(self)
        self.comment.setAccessibleName(tr("Comment"))
        self.comment.setPlaceholderText(tr("Kept on this computer only"))
        self.comment.setTabChangesFocus(True)
        self.comment.setAcceptDrops(False)
        self.comment.setMaximumHeight(round(self.fontMetrics().height() * 5.2))
        label.setBuddy(self.comment)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVE_AFTER_MS)
        self._timer.timeout.connect(self.save_comment)
        self.comment.textChanged.connect(self._timer.start)
        return label

    def _since_label(self) -> QLabel:
        since = QLabel(self)
        since.setAccessibleName(tr("Changed since reviewed"))
        since.setTextFormat(Qt.TextFormat.PlainText)
        since.setWordWrap(True)
        return since

    def _browser(self) -> QTextBrowser:
        text = QTextBrowser(self)
        text.setOpenLinks(False)
        text.setAccessibleName(tr("Details"))
        text.setFrameShape(QTextBrowser.Shape.NoFrame)
        text.document().setDocumentMargin(10)
        text.anchorClicked.connect(self._follow)
        text.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        text.customContextMenuRequested.connect(self._open_menu)
        return text

    def _lay_out(self, label: QLabel) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        self.tabs.setAccessibleName(tr("Details"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setDocumentMode(True)
        for title, part in (("Patient", self.text), ("Skin", self.skin), ("Endpoints", self.meaning)):
            self.tabs.addTab(tr(title))
            self.stack.addWidget(part)
        self.tabs.currentChanged.connect(self.stack.setCurrentIndex)
        layout.addWidget(self.tabs)
        layout.addWidget(self.stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(10, 0, 10, 10)
        of_record = QHBoxLayout()
        of_record.addWidget(self.copy_button)
        of_record.addWidget(self.mark_button)
        of_record.addStretch(1)
        foot.addLayout(of_record)
        foot.addWidget(self.reviewed)
        foot.addWidget(self.since)
        foot.addWidget(label)
        foot.addWidget(self.comment)
        layout.addLayout(foot)

    def sizeHint(self) -> QSize:
        """Return a width in which a line holds some forty characters."""
        return QSize(self.fontMetrics().averageCharWidth() * 44, 600)

    @Slot(object)
    def show_trial(self, trial: Trial) -> None:
        """Sort another trial's issues by patient."""
        self._issues = defaultdict(list)
        for issue in trial.report.issues:
            if issue.usubjid:
                self._issues[issue.usubjid].append(issue)

    @Slot()
    def refresh(self) -> None:
        """Show the patient and the record of the session."""
        if self._commented != self._session.usubjid:
            self._show_comment()
        page, trial = self._session.page, self._session.trial
        self._cell = ""
        body = ""
        if page is not None and trial is not None:
            if self._session.selected:
                body += self._record(trial, *self._session.selected)
            body += patient_html(page, self._issues.get(page.usubjid, ()))
        self.copy_button.setVisible(bool(self._cell))
        self.mark_button.setVisible(bool(self._cell))
        named = self._theme.named
        self.text.setHtml(document(body, quiet=named["quiet"].name(), line=named["line"].name()))

    def _record(self, trial: Trial, table: str, row: int) -> str:
        from sscviewer.analysis.record import record  # needs pandas: there is a trial, so it is loaded

        found = record(trial.study, table, row)
        self._cell = found.srcref
        marks, queries = self._marks.said(table, row)
        return record_html(found, said_html(marks.values(), queries))

    @Slot()
    def _fill_mark_menu(self) -> None:
        self.mark_menu.clear()
        if self._session.selected:
            self._marks.add_entries(self.mark_menu, *self._session.selected)

    @Slot(QPoint)
    def _open_menu(self, at: QPoint) -> None:
        """Offer what a text offers, and to mark the record it is about."""
        menu = self.text.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._session.selected and self._cell:
            menu.addSeparator()
            self._marks.add_entries(menu, *self._session.selected)
        menu.popup(self.text.viewport().mapToGlobal(at))

    @Slot()
    def copy_cell(self) -> None:
        """Copy the cell of the record that was clicked."""
        self._copy(self._cell)

    @Slot()
    def focus_comment(self) -> None:
        """Let the user write a comment."""
        self.comment.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def save_comment(self) -> None:
        """Write the comment now; one that cannot be kept stays in the field, and is tried again later."""
        self._timer.stop()
        usubjid, text = self._commented, self.comment.toPlainText()
        if not usubjid:
            return
        self._not_kept.pop(usubjid, None)
        if text != self._comment_kept:
            self._not_kept[usubjid] = text, self._comment_kept
            if self._keep(usubjid):
                self._load_comment()

    def _keep(self, usubjid: str) -> bool:
        """Write a comment that is not kept yet, and return whether it is now."""
        if not self._reviews.set_comment(usubjid, *self._not_kept[usubjid]):
            return False
        del self._not_kept[usubjid]
        return True

    def save_comments(self) -> tuple[str, ...]:
        """Write the comment, and once more all that could not be kept; return of whom one still is not."""
        shown = self._commented
        self.save_comment()
        for usubjid in [one for one in self._not_kept if one != shown]:
            self._keep(usubjid)
        return tuple(self._not_kept)

    def leave(self) -> tuple[str, ...]:
        """Write all comments; return of whom one is lost: none goes along into the trial that follows."""
        lost = self.save_comments()
        self._not_kept.clear()
        self._load_comment()
        return lost

    @Slot(object)
    def set_theme(self, theme: Theme) -> None:
        """Follow the theme."""
        self._theme = theme
        self.skin.set_theme(theme)
        self.meaning.set_theme(theme)
        self.refresh()

    def _show_comment(self) -> None:
        self.save_comment()
        self._load_comment()
        self._show_tick()

    def _load_comment(self) -> None:
        usubjid = self._session.usubjid
        self._commented = ""
        kept = self._reviews.comment(usubjid) if usubjid else ""
        # What others wrote since is put in front by the base of an unkept text, so that it keeps its own.
        text, self._comment_kept = self._not_kept.get(usubjid, (kept, kept))
        if self.comment.toPlainText() != text:
            self.comment.setPlainText(text)
        self._timer.stop()
        self._commented = usubjid

    @Slot()
    def _review(self) -> None:
        if self._session.usubjid:
            self._reviews.toggle(self._session.usubjid)

    @Slot(str)
    def _mark_changed(self, usubjid: str) -> None:
        """Show a mark that changed here or in another window; a comment being written is left alone."""
        if usubjid in ("", self._session.usubjid):
            self._show_tick()
            self._tell_place()
            self.refresh()
            if not self._timer.isActive() and self._commented:
                self._load_comment()

    def _tell_place(self) -> None:
        """Say where a comment is kept, and let nobody write one that cannot be."""
        why_not = self._reviews.why_not
        where = (
            tr("Kept beside the workbook") if self._reviews.is_beside else tr("Kept on this computer only")
        )
        self.comment.setPlaceholderText(why_not or where)
        for widget in (self.comment, self.reviewed):
            widget.setEnabled(not self._reviews.is_hidden)
            widget.setToolTip(plain_tip(why_not))

    def _show_tick(self) -> None:
        usubjid = self._session.usubjid
        is_reviewed = bool(usubjid) and self._reviews.is_reviewed(usubjid)
        self.reviewed.setChecked(is_reviewed)
        said = self._reviews.changed_since(usubjid) if is_reviewed else ""
        self.since.setText(said if len(said) <= MOST_SAID else said[:MOST_SAID] + " …")
        self.since.setToolTip(plain_tip("" if len(said) <= MOST_SAID else said))
        self.since.setVisible(bool(said))

    @Slot(QUrl)
    def _follow(self, url: QUrl) -> None:
        target = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
        if target.startswith(CELL):
            self._copy(unquote(target.removeprefix(CELL)))
        elif target.startswith(EVENT):
            self._session.set_selected(("adverse_events", int(target.removeprefix(EVENT))))

    @Slot(str)
    def _copy(self, cell: str) -> None:
        if cell:
            QGuiApplication.clipboard().setText(cell)
            self.told.emit(tr("{cell} copied").format(cell=cell))
