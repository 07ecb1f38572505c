"""How much of the drug the patients had, by arm."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.dose.patient_exposure import PatientExposure
from sscviewer.analysis.number_words import join_words
from sscviewer.analysis.patient.dose_course import given_on_single_days
from sscviewer.analysis.planned_dose import PlannedDose
from sscviewer.analysis.population import Population
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.model.treatments import is_placebo

NO_PLAN = say(
    "The relative dose intensity is not reported: no planned dose schedule is set, and "
    "no workbook states one."
)


@dataclass(frozen=True, slots=True)
class ExposureRow:
    """One measure of exposure over the patients of an arm with a dated dose; sd NaN when n < 2.

    Attributes
    ----------
    weighted_mean
        Doses per day only: all doses over all days, so that a patient counts as long as they were treated.
    denominator
        What the measure is divided by, in words; "" for a sum or a count.
    whose
        Doses only: whose they are, where patients on a placebo are left out; "" where nobody is.
    patients
        Whom `n` counts.
    """

    arm: str
    measure: str
    unit: str
    n: int
    mean: float
    sd: float
    median: float
    min: float
    max: float
    weighted_mean: float = np.nan
    denominator: str = ""
    whose: str = ""
    patients: tuple[str, ...] = ()

    @property
    def on_single_days(self) -> bool:
        """Whether it is an average over the days on which a drug of single days was given."""
        return self.denominator == ON_SINGLE_DAYS


def exposure(
    study: Study,
    who: Population,
    planned: PlannedDose | None,
    rows: tuple[PatientExposure, ...],
) -> tuple[ExposureRow, ...]:
    """Return the measures of exposure by arm, each patient counted once (unweighted).

    Parameters
    ----------
    planned
        The trial's schedule; without it there is no relative dose intensity (`NO_PLAN` says so).
    rows
        As `patient_exposure` gives them.

    `average_daily_dose` is cumulative dose over the days of treatment whose dose is known, interruptions
    included; `average_dose_on_dosing_days` leaves them out. Periods without an end are cut at the last
    contact. Two drugs have no common dose: over patients of both, doses are NaN (n = 0). A placebo has no
    dose: beside a drug its patients are in no measure of dose, which `whose` says.
    """
    by_id = {row.usubjid: row for row in rows}
    out = []
    for arm, members in who.arms:
        ids = [usubjid for usubjid, member in zip(study.usubjids, members, strict=True) if member]
        treated = [by_id[usubjid] for usubjid in ids if usubjid in by_id]
        if treated:
            out += [_row(arm, measure, treated) for measure in _measures(planned)]
    return tuple(out)


_UNITS = {
    "days_on_drug": "days",
    "cumulative_dose": "{unit}",
    "average_daily_dose": "{unit}",
    "average_dose_on_dosing_days": "{unit}",
    "relative_dose_intensity": "%",
    "relative_dose_intensity_planned": "%",
    "reductions": "",
    "interruptions": "",
    "increases_after_reduction": "",
}
_DENOMINATORS = {
    "average_daily_dose": say("days from first to last dose, interruptions included, unknown days left out"),
    "average_dose_on_dosing_days": say("days with a dose"),
    "relative_dose_intensity": say(
        "dose planned for the days from first to last dose, unknown days left out"
    ),
    "relative_dose_intensity_planned": "dose planned for the whole treatment period",
}
ON_SINGLE_DAYS = "days the drug was given (single days, as infusions; those between are in no average)"
_DOSES = frozenset(name for name, unit in _UNITS.items() if unit in ("{unit}", "%"))
_DAYS = {"average_daily_dose": "recorded_days", "average_dose_on_dosing_days": "days_on_drug"}


def _measures(planned: PlannedDose | None) -> list[str]:
    return [m for m in _UNITS if planned is not None or not m.startswith("relative")]


def _on_drug(rows: Sequence[PatientExposure]) -> list[PatientExposure]:
    """Return the patients on a drug; all, where all have a placebo."""
    return [row for row in rows if not is_placebo(row.drug)] or list(rows)


def are_of_single_days(rows: Sequence[PatientExposure]) -> bool:
    """Return whether patients' averages are of the days the drug was given: of most of those on it."""
    return given_on_single_days(row.on_single_days for row in _on_drug(rows))


def _row(arm: str, measure: str, treated: list[PatientExposure]) -> ExposureRow:
    on_drug = _on_drug(treated)
    counted = on_drug if measure in _DOSES else treated
    drugs = sorted({(row.drug, row.unit) for row in on_drug})
    apart = len(drugs) > 1 and "{unit}" in _UNITS[measure]
    values = np.array([np.nan if apart else getattr(row, measure) for row in counted], dtype=np.float64)
    weighted = np.nan
    if measure in _DAYS and not apart:
        days = sum(getattr(row, _DAYS[measure]) for row in counted)
        weighted = sum(row.cumulative_dose for row in counted) / days
    known = values[~np.isnan(values)]
    return ExposureRow(
        arm=arm,
        measure=measure,
        unit=_UNITS[measure].format(unit=drugs[0][1] if not apart else ""),
        n=int(known.size),
        mean=float(known.mean()) if known.size else np.nan,
        sd=float(known.std(ddof=1)) if known.size > 1 else np.nan,
        median=float(np.median(known)) if known.size else np.nan,
        min=float(known.min()) if known.size else np.nan,
        max=float(known.max()) if known.size else np.nan,
        weighted_mean=float(weighted),
        denominator=_denominator(measure, on_drug),
        whose=_whose([name for name, _ in drugs], len(treated) - len(counted)),
        patients=tuple(row.usubjid for row, value in zip(counted, values, strict=True) if value == value),
    )


def _denominator(measure: str, on_drug: list[PatientExposure]) -> str:
    """Return what a measure is divided by; of a few given the drug on single days, how many they are."""
    words = _DENOMINATORS.get(measure, "")
    single = [row.on_single_days for row in on_drug]
    if measure in _DAYS and are_of_single_days(on_drug):
        return ON_SINGLE_DAYS
    if measure == "average_daily_dose" and any(single):
        return f"{words}; of {counted(sum(single), 'patient')} the single days the drug was given"
    return words


def _whose(drugs: list[str], left_out: int) -> str:
    if not left_out:
        return ""
    named = join_words([name for name in drugs if name]) or "the drug"
    return f"patients on {named}; {left_out} on placebo left out"
