"""What every column of the tables handed over means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sscviewer.analysis.handover.tables import doses_table, events_table, subjects_table, times_table
from sscviewer.analysis.handover.values import values_table
from sscviewer.model.tables import TABLES

if TYPE_CHECKING:
    import pandas as pd

    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.analysis.population import Populations
    from sscviewer.model.study import Study

OURS = {
    "ABLFL": "Y: the baseline of this patient",
    "AENDY": "Last study day",
    "ANL01FL": "Y: results are computed from this row",
    "ARMEFF": "Arm as counted for efficacy",
    "ARMSAF": "Arm as counted for safety",
    "ASTDY": "First study day",
    "AVAL": "Value; in ADTTE days",
    "BASE": "Baseline value of the patient",
    "CHG": "Change from baseline",
    "CNSR": "0: it happened; 1: censored",
    "DAYS": "Days of the range, both ends included",
    "DCSREAS": "Why the trial was stopped early",
    "DOSEON": "Dose in force at the start, per day",
    "DTYPE": "AVERAGE: mean of several readings; LOCF: the last value before the drug was stopped",
    "EFFFL": "Y: counted for efficacy",
    "EOSSTT": "How the trial ended",
    "KIND": "DOSE, INTERRUPTION or GAP (no record)",
    "MMRMFL": "Y: taken by the model by visit",
    "PARAM": "What is measured or timed",
    "SAFFL": "Y: counted for safety",
    "SRCREF": "Cell of the source file",
    "TRTEMFL": "Y: treatment-emergent by the plan",
    "USUBJID": "Patient",
    "WHY": "Why the reading is used or not",
}
"""Columns that are not as the glossary of the trial's tables has them; at most 40 characters, as XPT asks."""
LABEL_LENGTH = 40
TITLES = {
    "ADSL": "Patients",
    "ADBDS": "Values, analysed and not",
    "ADAE": "Adverse events",
    "ADEX": "Doses by range of days",
    "ADTTE": "Times to events",
}


def handover_tables(study: Study, plan: AnalysisPlan, who: Populations) -> dict[str, pd.DataFrame]:
    """Return the tables handed over, by name."""
    return {
        "ADSL": subjects_table(study, who),
        "ADBDS": values_table(study, plan, who),
        "ADAE": events_table(study, plan, who),
        "ADEX": doses_table(study, who),
        "ADTTE": times_table(study, plan, who),
    }


def meaning(column: str) -> str:
    """Return what a column means, in a line."""
    return OURS.get(column) or _glossary().get(column, column)


def label(column: str) -> str:
    """Return the meaning as a label of at most 40 characters, in ASCII, as XPT asks."""
    return meaning(column).encode("ascii", "replace").decode()[:LABEL_LENGTH].rstrip()


def _glossary() -> dict[str, str]:
    return {column.name: column.label for columns in TABLES.values() for column in columns}
