"""The regimen as given: days from the first dose to the first dose-limiting event."""

from collections.abc import Sequence

from sscviewer.analysis.dose_question.patient_days import PatientDays
from sscviewer.analysis.survival.survival import KaplanMeier, kaplan_meier


def first_limiting(patients: Sequence[PatientDays]) -> list[tuple[str, int, bool]]:
    """Return (patient, day, event): of the first event, else of the last day of the dose log, censored."""
    out = []
    for patient in patients:
        days = [event.day for event in patient.events]
        out.append((patient.usubjid, min(days, default=patient.last_day), bool(days)))
    return out


def regimen_curve(patients: Sequence[PatientDays], level: float) -> KaplanMeier:
    """Return the share without a dose-limiting event on the regimen as given, with its log-log interval."""
    rows = first_limiting(patients)
    return kaplan_meier([day for _, day, _ in rows], [event for _, _, event in rows], level=level)
