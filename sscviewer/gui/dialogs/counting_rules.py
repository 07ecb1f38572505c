"""The rules by which adverse events are counted: what a missing date, grade or relation means."""

from dataclasses import replace

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.events import EventRules
from sscviewer.gui.language import tr

INTERVALS = (("clopper-pearson", "Exact (Clopper-Pearson)"), ("wilson", "Wilson"))
NO_END = -1
LONGEST = 365
"""Days; a longer window after the last dose is no window."""


class CountingRulesDialog(QDialog):
    """One tick or number per rule.

    Attributes
    ----------
    rules
        As the user left them.
    """

    def __init__(self, rules: EventRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How adverse events are counted"))
        self._rules = rules
        self.emergent = QCheckBox(tr("Only events that began or became worse on treatment"), self)
        self.window_days = QSpinBox(self)
        self.window_days.setRange(NO_END, LONGEST)
        self.window_days.setSpecialValueText(tr("no end"))
        self.window_days.setSuffix(tr(" days"))
        self.window_days.setAccessibleName(tr("On treatment until this long after the last dose"))
        self.ungraded = QCheckBox(tr("An event without a grade (severity) counts as grade 3 (severe)"), self)
        self.related = QCheckBox(tr("An event without a relation to the drug counts as related"), self)
        self.interval = QComboBox(self)
        self.interval.setAccessibleName(tr("Interval of percentages"))
        for method, words in INTERVALS:
            self.interval.addItem(tr(words), method)
        note = QLabel(tr("The rules hold for all views of the page and for the paragraphs in words."), self)
        note.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.RestoreDefaults).clicked.connect(self._restore)
        self.emergent.toggled.connect(self.window_days.setEnabled)
        form = QFormLayout()
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.addRow(self.emergent)
        form.addRow(tr("… until after the last dose:"), self.window_days)
        form.addRow(self.ungraded)
        form.addRow(self.related)
        form.addRow(tr("Interval of percentages:"), self.interval)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(self.buttons)
        self._show(rules)

    @property
    def rules(self) -> EventRules:
        """What the user chose; the groups are as they were."""
        days = self.window_days.value()
        return replace(
            self._rules,
            emergent_only=self.emergent.isChecked(),
            window_days=None if days == NO_END else float(days),
            ungraded_is_severe=self.ungraded.isChecked(),
            unsaid_is_related=self.related.isChecked(),
            interval=self.interval.currentData(),
        )

    def _show(self, rules: EventRules) -> None:
        self.emergent.setChecked(rules.emergent_only)
        self.window_days.setEnabled(rules.emergent_only)
        self.window_days.setValue(NO_END if rules.window_days is None else round(rules.window_days))
        self.ungraded.setChecked(rules.ungraded_is_severe)
        self.related.setChecked(rules.unsaid_is_related)
        self.interval.setCurrentIndex(max(self.interval.findData(rules.interval), 0))

    @Slot()
    def _restore(self) -> None:
        self._show(replace(DEFAULT_PLAN.events, groups=self._rules.groups))
