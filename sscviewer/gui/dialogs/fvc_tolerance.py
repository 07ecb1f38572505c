"""How far FVC % predicted may be from what the litres say before it is a finding."""

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import tr

WORDS = (
    "Each FVC % predicted is compared with the litres by the NHANES III equation for sex, age and height. "
    "The equations of laboratories differ by several points; differences beyond this are listed as issues. "
    "No value is changed."
)


class AskFvcTolerance(QDialog):
    """One number, in points of % predicted.

    Parameters
    ----------
    points
        In force now.
    usual
        The program's default.
    """

    def __init__(
        self,
        points: float,
        usual: float,
        limits: tuple[float, float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Check of FVC % predicted"))
        self._usual = usual
        text = QLabel(tr(WORDS), self)
        text.setWordWrap(True)
        self.points = QDoubleSpinBox(self)
        self.points.setRange(*limits)
        self.points.setDecimals(1)
        self.points.setSingleStep(0.5)
        self.points.setSuffix(tr(" points"))
        self.points.setValue(points)
        self.points.setAccessibleName(tr("Largest difference that is no issue, points of % predicted"))
        label = QLabel(tr("&Largest difference that is no issue:"), self)
        label.setBuddy(self.points)
        row = QHBoxLayout()
        row.addWidget(label)
        row.addWidget(self.points)
        row.addStretch(1)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        restore = self.buttons.button(standard.RestoreDefaults)
        restore.setText(tr("&Usual: {usual:g} points").format(usual=usual))
        restore.clicked.connect(self._restore)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(text)
        layout.addLayout(row)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 76)
        self.points.setFocus()
        self.points.selectAll()

    def _restore(self) -> None:
        self.points.setValue(self._usual)
