"""How much of the drug the patients had."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.dose_course import DoseCourse, dose_course, drug_of, main_drug
from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.population import Population
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class ExposureRow:
    """One measure of exposure over the patients of an arm with a dated dose; sd NaN when n < 2."""

    arm: str
    measure: str
    unit: str
    n: int
    mean: float
    sd: float
    median: float
    min: float
    max: float


def exposure(study: Study, who: Population) -> tuple[ExposureRow, ...]:
    """Return the measures of exposure by arm, each patient counted once (unweighted).

    `average_daily_dose` is cumulative dose over treatment duration, interruptions included;
    `average_dose_on_dosing_days` leaves them out. Periods without an end are cut at the last contact.
    """
    drug = main_drug(study)
    courses = [
        dose_course(study, usubjid, drug_of(study, usubjid, drug), outcome(study, usubjid).last_contact_day)
        for usubjid in study.usubjids
    ]
    unit = next((course.unit for course in courses if course.steps), "mg")
    rows = []
    for arm, members in who.arms:
        treated = [c for c, member in zip(courses, members, strict=True) if member and c.days_on_drug > 0]
        if not treated:
            continue
        for measure, measure_unit in _MEASURES:
            values = np.array([_measure(course, measure) for course in treated])
            sd = float(values.std(ddof=1)) if len(values) > 1 else np.nan
            rows.append(
                ExposureRow(
                    arm,
                    measure,
                    measure_unit.format(unit=unit),
                    len(values),
                    float(values.mean()),
                    sd,
                    float(np.median(values)),
                    float(values.min()),
                    float(values.max()),
                )
            )
    return tuple(rows)


_MEASURES = (
    ("days_on_drug", "days"),
    ("cumulative_dose", "{unit}"),
    ("average_daily_dose", "{unit}"),
    ("average_dose_on_dosing_days", "{unit}"),
    ("reductions", ""),
    ("interruptions", ""),
)


def _measure(course: DoseCourse, measure: str) -> float:
    if measure in ("reductions", "interruptions"):
        kind = measure.removesuffix("s")
        return float(sum(change.kind == kind for change in course.changes))
    return {
        "days_on_drug": course.days_on_drug,
        "cumulative_dose": course.cumulative,
        "average_daily_dose": course.average_daily_dose,
        "average_dose_on_dosing_days": course.cumulative / course.days_on_drug,
    }[measure]
