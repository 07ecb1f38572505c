"""How endpoints are made: the rules and limits that are no fixed part of a published definition."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QFrame,
    QGroupBox,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sscviewer.gui.language import tr
from sscviewer.gui.state.settings import BY_KEY, PERCENTS, limit_key, limit_parts
from sscviewer.model.parameters import BY_CARD, PREDICTED
from sscviewer.plots.screen.plain_tip import plain_tip

PERCENT_WORDS = tuple(
    (name, "As in the file" if name == "file" else f"Computed by {name}") for name in PERCENTS
)
SITES_WORDS = (
    (0, "The total is missing"),
    (1, "Prorated with 1 site missing"),
    (2, "Prorated with up to 2 sites missing"),
)
SCALES = (
    ("from the values", "By unit and values"),
    ("0-10", "All are on 0 to 10"),
    ("0-100", "All are on 0 to 100"),
)
LINES = ((0.0, "By unit and values"), (15.0, "15 cm (Steen & Medsger)"), (10.0, "10 cm"))


@dataclass(frozen=True, slots=True)
class SettingsEntry:
    """One setting: its key, the words before it, and how it is chosen.

    Attributes
    ----------
    entries
        (value, words) of a choice; empty for a number or a tick.
    suffix, decimals
        Of a number.
    tip
        What it is and where its default is from.
    """

    key: str
    words: str
    tip: str
    entries: tuple[tuple[Any, str], ...] = ()
    suffix: str = ""
    decimals: int = 1


def _limit_questions() -> tuple[SettingsEntry, ...]:
    """Return a question for every number of the endpoints' cards."""
    found = []
    for limit, part, _ in limit_parts():
        is_second = part == "percent" and limit.points is not None
        by = "by more than" if limit.is_exceeded else "by"
        words = tr("… and at least") if is_second else f"{limit.name}, {by}"
        parameter = BY_CARD[limit.paramcd]
        unit = " points" if parameter.unit == PREDICTED else parameter.after
        suffix, decimals = (" %", 1) if part == "percent" else (unit, max(parameter.digits, 1))
        found.append(
            SettingsEntry(limit_key(limit, part), words, limit.source, suffix=suffix, decimals=decimals)
        )
    return tuple(found)


GROUPS: tuple[tuple[str, tuple[SettingsEntry, ...]], ...] = (
    (
        "Lung function",
        (
            SettingsEntry(
                "analysis/percent",
                "% predicted",
                "Which is analysed; the other stays beside it.",
                PERCENT_WORDS,
            ),
        ),
    ),
    (
        "Totals of items",
        (
            SettingsEntry(
                "endpoints/most_missing_sites",
                "Skin score with sites missing",
                "No rule is published: by default nothing is made up for.",
                SITES_WORDS,
            ),
            SettingsEntry(
                "endpoints/least_categories",
                "HAQ-DI needs answered categories",
                "6 of 8 is the convention of ARAMIS; its wording is not verified.",
                tuple((n, str(n)) for n in range(1, 9)),
            ),
            SettingsEntry(
                "endpoints/shaq_line_cm",
                "Length of SHAQ lines",
                "The line on which pain, Raynaud and others were marked.",
                LINES,
            ),
        ),
    ),
    (
        "Composites",
        (
            SettingsEntry(
                "endpoints/global_scale",
                "Global assessments",
                "CRISS wants 0 to 10; values on 0 to 100 are divided by 10.",
                SCALES,
            ),
            SettingsEntry("endpoints/all_have_ild", "Every patient has ILD", "Step 1 of CRISS asks for it."),
            SettingsEntry(
                "endpoints/revised_keeps_step_one",
                "Step 1 excludes from revised CRISS too",
                "As trials do; not verified in the paper.",
            ),
            SettingsEntry(
                "endpoints/goh_by_fvc",
                "FVC decides extents of 10–30 %",
                "Goh 2008; else 20 % on HRCT decides alone.",
            ),
            SettingsEntry(
                "endpoints/criss_improved", "ACR-CRISS improved from", "Khanna 2016: 0.60.", decimals=2
            ),
        ),
    ),
    ("Response and progression", _limit_questions()),
)


class EndpointsDialog(QDialog):
    """All choices of endpoints in groups; nothing changes before OK.

    Parameters
    ----------
    values
        What the plan chooses now, by key.

    Attributes
    ----------
    chosen
        The values by key.
    """

    def __init__(self, values: Mapping[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("How endpoints are made"))
        self.fields: dict[str, QComboBox | QCheckBox | QDoubleSpinBox] = {}
        inner = QWidget(self)
        column = QVBoxLayout(inner)
        for title, entries in GROUPS:
            column.addWidget(self._group(title, entries, values, inner))
        column.addStretch(1)
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(tr("Settings of endpoints"))
        area.setWidget(inner)
        area.setMinimumWidth(inner.sizeHint().width() + 2 * self.fontMetrics().height())
        about = QLabel(tr("Limits of published definitions are fixed; your protocol decides the rest."), self)
        about.setWordWrap(True)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel | standard.RestoreDefaults, self)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.buttons.button(standard.RestoreDefaults).clicked.connect(self._restore)
        layout = QVBoxLayout(self)
        layout.addWidget(about)
        layout.addWidget(area, 1)
        layout.addWidget(self.buttons)
        self.resize(self.sizeHint().width(), round(self.fontMetrics().height() * 38))

    def _group(
        self, title: str, entries: tuple[SettingsEntry, ...], values: Mapping[str, Any], parent: QWidget
    ) -> QGroupBox:
        box = QGroupBox(title, parent)
        form = QFormLayout(box)
        for entry in entries:
            field = _field(entry, box)
            field.setToolTip(plain_tip(tr(entry.tip)))
            field.setAccessibleName(tr(entry.words))
            self.fields[entry.key] = field
            _put(field, values[entry.key])
            form.addRow("" if isinstance(field, QCheckBox) else tr(entry.words), field)
        return box

    @property
    def chosen(self) -> dict[str, Any]:
        """The values by key."""
        return {key: _value(field) for key, field in self.fields.items()}

    @Slot()
    def _restore(self) -> None:
        for key, field in self.fields.items():
            _put(field, BY_KEY[key].default)


def _field(entry: SettingsEntry, parent: QWidget) -> QComboBox | QCheckBox | QDoubleSpinBox:
    setting = BY_KEY[entry.key]
    if entry.entries:
        combo = QComboBox(parent)
        for value, words in entry.entries:
            combo.addItem(tr(words), value)
        return combo
    if setting.kind is bool:
        return QCheckBox(tr(entry.words), parent)
    box = QDoubleSpinBox(parent)
    box.setDecimals(entry.decimals)
    box.setRange(setting.low or 0.0, setting.high or 100.0)
    box.setSingleStep(10.0**-entry.decimals)
    box.setSuffix(entry.suffix)
    return box


def _put(field: QComboBox | QCheckBox | QDoubleSpinBox, value: Any) -> None:
    if isinstance(field, QComboBox):
        field.setCurrentIndex(max(field.findData(value), 0))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    else:
        field.setValue(float(value))


def _value(field: QComboBox | QCheckBox | QDoubleSpinBox) -> Any:
    if isinstance(field, QComboBox):
        return field.currentData()
    return field.isChecked() if isinstance(field, QCheckBox) else round(field.value(), field.decimals())
