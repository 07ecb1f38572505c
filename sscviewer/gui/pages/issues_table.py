"""Everything found wrong or doubtful in the file, to be narrowed, copied and saved."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from sscviewer.gui.language import number_of, tr, within
from sscviewer.gui.pages.data_listings import issues_listing
from sscviewer.gui.panes.flow_layout import FlowLayout
from sscviewer.gui.panes.listing_view import ListingView
from sscviewer.gui.panes.table_model import ListingModel
from sscviewer.model.issue import Issue, IssueGroup, count_by_code, group_by_kind
from sscviewer.plots.screen.plain_tip import plain_tip

SEVERITIES = ("error", "warning", "info")


class IssuesTable(QWidget):
    """Issues by severity, kind, sheet and text; a double click opens the patient concerned.

    Many issues of one kind and sheet are one line with their number; a double click, a chosen kind or a
    search shows them one by one.

    Signals
    -------
    patient_asked
        With the USUBJID of the issue.
    save_asked
        With the issues shown, to be saved as a query list.
    query_asked
        With the issues of one line, to become queries.
    """

    patient_asked = Signal(str)
    save_asked = Signal(tuple)
    query_asked = Signal(tuple)

    def __init__(self, issues: tuple[Issue, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._issues = issues
        self._lines = _lines_of(issues)
        self._in_flood = {
            id(issue) for line in self._lines if isinstance(line, IssueGroup) for issue in line.issues
        }
        self.model = ListingModel(issues_listing(self._lines), self)
        self.view = ListingView(self.model, "Issues", self, stretch=1)
        self.view.fit_columns()
        self.view.setToolTip(tr("Double-click an issue to open its patient, a line of many to see each"))
        self.severity = self._combo(
            tr("Severity"), [s for s in SEVERITIES if any(i.severity == s for i in issues)]
        )
        self.kind = self._combo(tr("Kind"), list(count_by_code(issues)))
        self.sheet = self._combo(tr("Sheet"), sorted({issue.sheet for issue in issues} - {""}))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Search issues"))
        self.search.setAccessibleName(tr("Search issues"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        self.count = QLabel(self)
        self.count.setAccessibleName(tr("Issues shown"))
        self.copy_button = self._button(
            tr("Copy table"), tr("Copy the issues shown, to paste into a spreadsheet")
        )
        self.copy_button.clicked.connect(self.view.copy_all)
        self.save_button = self._button(
            tr("Ask about these…"), tr("Ask the sites about the issues shown, and save them as a list")
        )
        self.save_button.clicked.connect(self._save)
        self.view.row_chosen.connect(self._open)
        self.full = QLabel(self)
        self.full.setAccessibleName(tr("The whole issue"))
        self.full.setWordWrap(True)
        self.full.setTextFormat(Qt.TextFormat.PlainText)
        self.full.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.full.hide()
        self.view.row_changed.connect(self._tell_whole)
        self.view.menu_of_row.connect(self._offer)
        self._lay_out()
        self._narrow()

    def _combo(self, name: str, values: list[str]) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.addItem(tr("Any {name}").format(name=within(name)), "")
        for value in values:
            combo.addItem(tr(value), value)
        # its longest entry (a rule's name, a sheet's) must not decide how narrow the window can be
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(len(combo.itemText(0)))
        combo.setVisible(len(values) > 1)
        combo.activated.connect(self._narrow)
        return combo

    def _button(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text.removesuffix("…"))
        button.setToolTip(plain_tip(tip))
        button.setEnabled(bool(self._issues))
        return button

    def _lay_out(self) -> None:
        bar = FlowLayout()
        bar.addWidget(self.search)
        bar.addWidget(self.severity)
        bar.addWidget(self.kind)
        bar.addWidget(self.sheet)
        bar.addWidget(self.count)
        bar.addWidget(self.copy_button)
        bar.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.addLayout(bar)
        layout.addWidget(self.view)
        layout.addWidget(self.full)

    def narrow_to_cell(self, srcref: str) -> bool:
        """List the issues about a cell; without any leave the list as it is and return False."""
        if all(issue.srcref != srcref for issue in self._issues):
            return False
        for combo in (self.severity, self.kind, self.sheet):
            combo.setCurrentIndex(0)
        self.search.setText(srcref)
        return True

    @Slot()
    def _narrow(self) -> None:
        one_by_one = bool(self.kind.currentData() or self.search.text().strip())
        wanted = frozenset(i for i, line in enumerate(self._lines) if self._is_wanted(line, one_by_one))
        self.model.show_only(wanted)
        self.model.search(self.search.text())
        shown, total = len(self._shown()), len(self._issues)
        self.count.setText(
            number_of(total, "issue", "issues")
            if shown == total
            else tr("{shown} of {total} issues").format(shown=shown, total=total)
        )

    def _is_wanted(self, line: Issue | IssueGroup, one_by_one: bool) -> bool:
        issue = line.first if isinstance(line, IssueGroup) else line
        if isinstance(line, IssueGroup) and one_by_one:
            return False
        if not (one_by_one or isinstance(line, IssueGroup)) and id(line) in self._in_flood:
            return False
        chosen = (
            (self.severity, issue.severity),
            (self.kind, issue.code),
            (self.sheet, issue.sheet),
        )
        return all(combo.currentData() in ("", value) for combo, value in chosen)

    def _shown(self) -> tuple[Issue, ...]:
        """Return the issues shown, those behind a line of many among them."""
        lines = [self._lines[i] for i in self.model.shown]
        return tuple(
            issue for line in lines for issue in (line.issues if isinstance(line, IssueGroup) else (line,))
        )

    @Slot(int)
    def _tell_whole(self, position: int) -> None:
        """Show the whole sentence of the current row, which the table may have cut short."""
        self.full.setVisible(position >= 0)
        if position >= 0:
            line = self._lines[position]
            issue = line.first if isinstance(line, IssueGroup) else line
            place = " · ".join(part for part in (issue.srcref, issue.usubjid) if part)
            message = tr(issue.message)
            self.full.setText(f"{message}  ({place})" if place else message)

    @Slot(int)
    def _open(self, position: int) -> None:
        line = self._lines[position]
        if isinstance(line, IssueGroup):
            self.kind.setCurrentIndex(self.kind.findData(line.first.code))
            self.sheet.setCurrentIndex(max(self.sheet.findData(line.first.sheet), 0))
            self._narrow()
        elif line.usubjid:
            self.patient_asked.emit(line.usubjid)

    @Slot(QMenu, int)
    def _offer(self, menu: QMenu, position: int) -> None:
        line = self._lines[position]
        issues = line.issues if isinstance(line, IssueGroup) else (line,)
        words = tr("Query this finding") if len(issues) == 1 else tr("Query these findings")
        menu.addAction(words).triggered.connect(lambda: self.query_asked.emit(issues))

    @Slot()
    def _save(self) -> None:
        self.save_asked.emit(self._shown())


def _lines_of(issues: tuple[Issue, ...]) -> tuple[Issue | IssueGroup, ...]:
    """Return every issue, and before the first of many of one kind and sheet the line that counts them."""
    floods = {id(group.first): group for group in group_by_kind(issues) if group.is_flood}
    return tuple(
        line for issue in issues for line in ((floods[id(issue)], issue) if id(issue) in floods else (issue,))
    )
