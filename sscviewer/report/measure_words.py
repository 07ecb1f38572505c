"""What the measures of exposure are called."""

MEASURES = {
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
