"""What the measures of exposure are called."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sscviewer.analysis.dose.exposure import ExposureRow

OF_SINGLE_DAYS = "Average dose on the days it was given"
"""Of a drug given on single days, as infusions are; the days between have no dose of their own."""

_MEASURES = {
    "days_on_drug": "Days on drug",
    "treatment_duration": "Days from first to last dose",
    "cumulative_dose": "Cumulative dose",
    "average_daily_dose": "Average daily dose",
    "average_dose_on_dosing_days": "Average dose on dosing days",
    "relative_dose_intensity": "Relative dose intensity",
    "relative_dose_intensity_planned": "Relative dose intensity, whole plan",
    "reductions": "Reductions",
    "interruptions": "Interruptions",
    "increases_after_reduction": "Increases after a reduction",
}


def measure_words(row: "ExposureRow") -> str:
    """Return what a measure of exposure is called in a table."""
    if row.measure == "average_daily_dose" and row.on_single_days:
        return OF_SINGLE_DAYS
    return _MEASURES.get(row.measure, row.measure.replace("_", " ").capitalize())
