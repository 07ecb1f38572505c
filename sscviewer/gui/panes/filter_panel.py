"""The fields by which the patient list is narrowed."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLabel, QPushButton, QWidget

from sscviewer.gui.state.patient_row import STATUS_WORDS, PatientFilter, PatientRow
from sscviewer.gui.state.session import Session

GRADES = (1, 2, 3, 4, 5)


class FilterPanel(QWidget):
    """One field per property; a field is hidden when all patients are alike in it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._form = QFormLayout(self)
        self._form.setContentsMargins(8, 2, 8, 6)
        self._form.setVerticalSpacing(4)
        self.status = self._combo("Status")
        self.sex = self._combo("Sex")
        self.subset = self._combo("Subset")
        self.arm = self._combo("Arm")
        self.grade = self._combo("Worst grade")
        self.serious = QCheckBox("Has a serious adverse event", self)
        self.serious.setAccessibleName("Has a serious adverse event")
        self.serious.clicked.connect(self._apply)
        self._form.addRow(self.serious)
        self.clear = QPushButton("Clear filters", self)
        self.clear.setAccessibleName("Clear filters")
        self.clear.clicked.connect(self._clear)
        self._form.addRow(self.clear)
        session.filters_changed.connect(self.show_filter)

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(10)
        combo.activated.connect(self._apply)
        self._form.addRow(QLabel(name, self), combo)
        return combo

    def set_patients(self, rows: tuple[PatientRow, ...]) -> None:
        """Offer the values these patients have."""
        present = {row.status for row in rows}
        self._fill(self.status, [(words, key) for key, words in STATUS_WORDS.items() if key in present])
        for combo, name in ((self.sex, "sex"), (self.subset, "subset"), (self.arm, "arm")):
            values = sorted({getattr(row, name) for row in rows} - {""})
            self._fill(combo, [(value, value) for value in values])
        worst = max((row.worst_grade for row in rows if row.grade_text), default=0)
        self._fill(self.grade, [(f"{grade} or above", grade) for grade in GRADES if grade <= worst], least=1)
        self._form.setRowVisible(self.serious, any(row.n_serious for row in rows))
        self.show_filter(self._session.filters)

    def _fill(self, combo: QComboBox, entries: list[tuple[str, object]], least: int = 2) -> None:
        combo.clear()
        combo.addItem("any", "" if least > 1 else 0)
        for text, value in entries:
            combo.addItem(text, value)
        self._form.setRowVisible(combo, len(entries) >= least)

    @Slot(object)
    def show_filter(self, wanted: PatientFilter) -> None:
        """Show what is filtered by."""
        for combo, value in (
            (self.status, wanted.status),
            (self.sex, wanted.sex),
            (self.subset, wanted.subset),
            (self.arm, wanted.arm),
            (self.grade, wanted.min_grade),
        ):
            combo.setCurrentIndex(max(combo.findData(value), 0))
        self.serious.setChecked(wanted.serious)
        self.clear.setEnabled(wanted != PatientFilter())

    @Slot()
    def _apply(self) -> None:
        self._session.set_filters(
            replace(
                self._session.filters,
                status=self.status.currentData() or "",
                sex=self.sex.currentData() or "",
                subset=self.subset.currentData() or "",
                arm=self.arm.currentData() or "",
                min_grade=self.grade.currentData() or 0,
                serious=self.serious.isChecked(),
            )
        )

    @Slot()
    def _clear(self) -> None:
        self._session.set_filters(PatientFilter())
