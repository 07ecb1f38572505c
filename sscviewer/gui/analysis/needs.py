"""What a view of the whole trial needs of the workbook, and what it says when the workbook has none of it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from sscviewer.gui.language import tr

if TYPE_CHECKING:
    from sscviewer.model.study import Study

Need = Literal[
    "measurements", "endpoints", "doses", "first doses", "ends", "times", "labs", "arms", "time", "some time"
]
Needs = tuple[Need, ...]

_NO_TIME = (
    "This workbook gives no time between its visits, so what needs one is not shown. "
    "If a column holds dates or study times, map it under File › Map columns…; there the unit of numbered "
    "visits is said, too."
)
_MAP = "map it under File › Map columns…"
WORDS: dict[Need, str] = {
    "measurements": "This workbook has no measurement that was recognised, such as FVC or a skin score. "
    f"If a sheet holds some, {_MAP}, as “Measurements”.",
    "endpoints": "This workbook has no endpoint measured at several visits, so no change can be modelled. "
    f"If a sheet holds one, {_MAP}, as “Measurements”, with the visit or the date.",
    "doses": "This workbook has no dose with a date that was recognised. "
    f"If a sheet holds the doses, {_MAP}, as “Doses of study drug”, with dose, unit, start and end.",
    "first doses": "This workbook has no date of a first dose that was recognised. "
    f"If a sheet holds it, {_MAP}: the dates of first and last dose of “Patients”, or “Doses of study drug”.",
    "ends": "This workbook does not say when treatment began and how it ended. "
    f"If sheets do, {_MAP}: the dates of first and last dose of “Patients”, and “End of study”.",
    "times": "This workbook neither says when treatment began and how it ended, nor gives times to events. "
    f"If sheets do, {_MAP}: the dates of first and last dose of “Patients”, “End of study”, or “Times to "
    "events”.",
    "labs": "This workbook has no laboratory values that were recognised. "
    f"If a sheet holds some, {_MAP}, as “Measurements”, with result, unit and limits of normal.",
    "time": _NO_TIME,
    "some time": _NO_TIME,
    "arms": "All patients of this workbook are of one arm, so there is nothing to compare. "
    f"If a column holds the arms, {_MAP}, as “Arm, as randomised” or “Arm, as treated” of “Patients”.",
}


def missing_words(study: "Study", needs: Needs) -> str:
    """Return what a workbook lacks for a view and what to do; "" when it has all of it."""
    return next((tr(WORDS[need]) for need in needs if not _HAS[need](study)), "")


def _has_measurements(study: "Study") -> bool:
    return any(parameter.kind != "item" for parameter in study.parameters.values())


def _has_endpoints(study: "Study") -> bool:
    from sscviewer.analysis.efficacy.efficacy import endpoints

    return bool(endpoints(study))


def _has_doses(study: "Study") -> bool:
    return not bool(np.isnat(study.column("exposure", "ASTDT")).all())


def _has_first_doses(study: "Study") -> bool:
    return not bool(np.isnat(study.column("subjects", "TRTSDT")).all())


def _has_ends(study: "Study") -> bool:
    from sscviewer.analysis.absence import records_ends

    return _has_first_doses(study) and records_ends(study)


def _has_times(study: "Study") -> bool:
    return _has_ends(study) or bool(len(study.column("event_times", "AVAL")))


def _has_labs(study: "Study") -> bool:
    return any(parameter.kind == "lab" for parameter in study.parameters.values())


def _has_arms(study: "Study") -> bool:
    columns = study.column("subjects", "TRT01P"), study.column("subjects", "TRT01A")
    return any(len({str(name) for name in column if name}) > 1 for column in columns)


def _has_time(study: "Study") -> bool:
    return not study.visit_order


def _has_some_time(study: "Study") -> bool:
    return _has_time(study) or bool(len(study.column("event_times", "AVAL")))


_HAS: "dict[Need, Callable[[Study], bool]]" = {
    "measurements": _has_measurements,
    "endpoints": _has_endpoints,
    "doses": _has_doses,
    "first doses": _has_first_doses,
    "ends": _has_ends,
    "times": _has_times,
    "labs": _has_labs,
    "arms": _has_arms,
    "time": _has_time,
    "some time": _has_some_time,
}


class Empty(QLabel):
    """One sentence in the middle of an empty view."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setContentsMargins(40, 20, 40, 20)
        self.setAccessibleName(tr("Why there is nothing to see"))
