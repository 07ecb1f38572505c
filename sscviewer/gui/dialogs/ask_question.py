"""One question about how a file is to be read: its options, and what each makes of a few cells."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import number_of, tr, tr_sentence
from sscviewer.model.questions import Example, Question

MOST_EXAMPLES = 4
"""So many cells are shown in all, divided among the columns."""
LONGEST = 26
"""Characters of a cell that are shown."""
COLUMN_GAP, ROW_GAP, BLOCK_GAP = 20, 6, 12
"""Spaces, px."""

TITLES = {
    "date_order": "Day first or month first?",
    "time_unit": "In which unit are these times?",
    "patient": "Who is the patient?",
    "sex_codes": "What do these codes mean?",
    "arm_codes": "Which arm is the control?",
    "study_drug": "Which is the trial’s drug?",
    "number_mark": "Decimals or thousands?",
    "which_sheet": "Which of two sheets counts?",
    "occasions": "One measurement or several?",
    "tablets": "The whole dose, or one tablet?",
}

_OPTIONS = {
    "dmy": "Day first",
    "mdy": "Month first",
    "row numbers as patients": "Each row is a patient",
    "number alone": "No: the number alone",
    "centre and number": "Yes: centre and number",
    "arm and number": "Yes: arm and number",
    "as written": "I do not know",
    "all of them": "All of them",
    "decimals": "Decimals",
    "thousands": "Thousands",
    "the whole dose": "The whole dose",
    "what one tablet holds": "What one tablet holds",
}
"""Options that are said otherwise on screen."""


class AskQuestion(QDialog):
    """A question, its options each with what it makes of cells of the file; the likeliest is proposed.

    Parameters
    ----------
    name
        Of the file, without its folder.
    questions
        One, or several that one answer serves.
    more
        How many other questions follow.

    Attributes
    ----------
    is_skipped
        Whether the user left the question, and those that follow, to the program.
    """

    def __init__(
        self, name: str, questions: Sequence[Question], more: int = 0, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question = first = questions[0]
        self.setWindowTitle(tr(TITLES.get(first.id, "How is this to be read?")))
        self.is_skipped = False
        self.options: dict[str, QRadioButton] = {}
        self._readings: dict[str, list[QLabel]] = {}
        layout = QVBoxLayout(self)
        layout.setSpacing(BLOCK_GAP)
        layout.addWidget(self._label(first.text, wrap=True))
        quiet = " ".join(
            filter(None, (tr("In “{name}”.").format(name=name), _also(questions[1:]), _others(more)))
        )
        layout.addWidget(self._label(quiet, wrap=True, quiet=True))
        layout.addLayout(self._grid(questions))
        self.keep = QCheckBox(tr("&Remember for this kind of workbook"), self)
        self.keep.setChecked(True)
        self.keep.setToolTip(
            tr(
                "Kept on this computer under the sheet names and headings, without any data of patients.\n"
                "File ▸ Map columns… shows and changes it."
            )
        )
        layout.addWidget(self.keep)
        layout.addStretch(1)
        layout.addWidget(self._make_buttons())
        least = self.fontMetrics().averageCharWidth() * 64
        self.setMinimumWidth(
            max(least, layout.minimumSize().width())
        )  # said, it holds instead of the layout's
        proposed = self.options.get(first.taken) or next(iter(self.options.values()))
        proposed.setChecked(True)
        proposed.setFocus()
        self._show_choice()

    @property
    def choice(self) -> str:
        """The option chosen."""
        return next(option for option, button in self.options.items() if button.isChecked())

    def _label(self, text: str, *, wrap: bool = False, quiet: bool = False) -> QLabel:
        label = QLabel(tr_sentence(text), self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(wrap)
        if quiet:
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        return label

    def _make_buttons(self) -> QDialogButtonBox:
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Open | standard.Cancel, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        was_read = bool(self._question.taken)
        text = tr("&Take the most likely") if was_read else tr("&Map columns…")
        self.skip = self.buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        self.skip.setAutoDefault(False)
        self.skip.setToolTip(
            tr("Opens the file as the program would read it; it is asked again the next time")
            if was_read
            else tr("Say of each sheet and column what it is")
        )
        self.skip.clicked.connect(self._skip)
        return self.buttons

    def _grid(self, questions: Sequence[Question]) -> QGridLayout:
        """Return the cells as written above, the options on the left, what they make of the cells between."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(COLUMN_GAP)
        grid.setVerticalSpacing(ROW_GAP)
        shown = _shown_examples(questions)
        if shown:
            grid.addWidget(self._label(tr("In the file:"), quiet=True), 0, 0)
        for place, example in enumerate(shown, 1):
            grid.addWidget(self._label(_short(example.written)), 0, place)
        for row, option in enumerate(self._question.options, 1):
            button = QRadioButton(
                tr(_OPTIONS.get(option, _short(tr_sentence(option)))).replace("&", "&&"), self
            )
            button.toggled.connect(self._show_choice)
            self.options[option] = button
            grid.addWidget(button, row, 0)
            labels = [self._label(_short(example.read[row - 1])) for example in shown]
            for place, label in enumerate(labels, 1):
                grid.addWidget(label, row, place)
            self._readings[option] = labels
        grid.setColumnStretch(len(shown) + 1, 1)
        return grid

    @Slot()
    def _show_choice(self) -> None:
        """Set the readings of the options that are not chosen back."""
        for option, labels in self._readings.items():
            chosen = self.options[option].isChecked()
            role = QPalette.ColorRole.WindowText if chosen else QPalette.ColorRole.PlaceholderText
            for label in labels:
                label.setForegroundRole(role)

    @Slot()
    def _skip(self) -> None:
        self.is_skipped = True
        self.accept()


def _shown_examples(questions: Sequence[Question]) -> tuple[Example, ...]:
    each = max(1, MOST_EXAMPLES // len(questions))
    return tuple(e for q in questions[:MOST_EXAMPLES] for e in q.examples[:each])


def _also(others: Sequence[Question]) -> str:
    if not others:
        return ""
    named = ", ".join(f"“{q.sheet}: {q.heading}”" for q in others[:MOST_EXAMPLES])
    rest = len(others) - MOST_EXAMPLES
    more = (
        tr(" and {columns}").format(columns=number_of(rest, "more column", "more columns"))
        if rest > 0
        else ""
    )
    return tr("The answer holds for {named}{more} too.").format(named=named, more=more)


def _others(more: int) -> str:
    return f"{number_of(more, 'other question follows', 'other questions follow')}." if more else ""


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= LONGEST else plain[: LONGEST - 1] + "…"
