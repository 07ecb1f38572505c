"""The ratio R of ALT to alkaline phosphatase, visit by visit and for each patient.

R = (ALT / its upper limit) / (ALP / its upper limit) tells what kind of injury raised enzymes speak of. It
is a number for every pair of values; the kind is told only where one of the two is above its limit, since of
normal values R says nothing.

**Source**: Bénichou 1990, J Hepatol 11:272; resources/methods/laboratory.md.
"""

import math
from dataclasses import asdict, dataclass

import numpy as np

from sscviewer.analysis.analysed_values import analysed_values
from sscviewer.analysis.labs.labs import Labs
from sscviewer.analysis.population import ALL, Population
from sscviewer.clinical.hepatic import injury_pattern
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

PATTERNS = ("hepatocellular", "mixed", "cholestatic")
WITHIN = "within normal limits"
"""What is said in place of a pattern where neither enzyme is above its upper limit."""


@dataclass(frozen=True, slots=True)
class PatientRatio:
    """R of one patient at one visit.

    Attributes
    ----------
    avisitn
        Months; 0 is the baseline.
    day
        Study day of ALT.
    alt, alp
        Multiples of their upper limits.
    pattern
        One of `PATTERNS`, or `WITHIN`.
    """

    usubjid: str
    arm: str
    avisit: str
    avisitn: float
    day: float
    alt: float
    alp: float
    ratio: float
    pattern: str


@dataclass(frozen=True, slots=True)
class RatioVisit:
    """The patients of one arm at one visit.

    Attributes
    ----------
    patients
        Who has R there.
    median, lowest, highest
        Of R.
    by_pattern
        Patients of each of `PATTERNS`; the others are within normal limits.
    """

    arm: str
    avisit: str
    avisitn: float
    patients: tuple[str, ...]
    median: float
    lowest: float
    highest: float
    by_pattern: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class LiverRatios:
    """R of a trial.

    Attributes
    ----------
    values
        Every R, by patient and visit.
    highest
        Of each patient R where ALT was highest after baseline: one a patient who has one there.
    visits
        By visit, then arm, all patients first.
    without
        Treated patients without any R: ALT or alkaline phosphatase, or an upper limit, is not there.
    """

    values: tuple[PatientRatio, ...]
    highest: tuple[PatientRatio, ...]
    visits: tuple[RatioVisit, ...]
    without: tuple[str, ...]


def liver_ratios(study: Study, of: Labs, who: Population) -> LiverRatios:
    """Return R at every visit with both enzymes, by the one value of a visit that the plan takes."""
    alt, alp = _multiples(study, of, "ALT"), _multiples(study, of, "ALP")
    arm_of = {i: arm for arm, members in who.arms if arm != ALL for i in np.flatnonzero(members).tolist()}
    values = tuple(
        _ratio(study.usubjids[patient], arm_of.get(patient, ALL), months, alt[patient, months], alp_times)
        for (patient, months), (_, _, alp_times) in sorted(alp.items())
        if (patient, months) in alt and who.treated[patient]
    )
    highest: dict[str, PatientRatio] = {}
    for one in values:
        before = highest.get(one.usubjid)
        if one.avisitn > 0 and (before is None or one.alt > before.alt):
            highest[one.usubjid] = one
    there = {one.usubjid for one in values}
    without = tuple(study.usubjids[i] for i in np.flatnonzero(who.treated))
    return LiverRatios(
        values,
        tuple(highest.values()),
        tuple(_visits(values, who, study.usubjids)),
        tuple(usubjid for usubjid in without if usubjid not in there),
    )


def _multiples(study: Study, of: Labs, paramcd: str) -> dict[tuple[int, float], tuple[str, float, float]]:
    """Return by (patient, months) the visit, the day and the value as a multiple of its upper limit."""
    test = of.tests.get(paramcd)
    if test is None:
        return {}
    upper = dict(zip(test.row.tolist(), test.upper.tolist(), strict=True))
    values = analysed_values(study, paramcd)
    limits: Floats = np.array([upper.get(row, math.nan) for row in values.row.tolist()], dtype=np.float64)
    with np.errstate(divide="ignore", invalid="ignore"):
        times = values.aval / limits
    known = np.flatnonzero(np.isfinite(times) & (times > 0)).tolist()
    return {
        (int(values.patient[i]), float(values.avisitn[i])): (
            str(values.avisit[i]),
            float(values.day[i]),
            float(times[i]),
        )
        for i in known
    }


def _ratio(usubjid: str, arm: str, months: float, alt: tuple[str, float, float], alp: float) -> PatientRatio:
    avisit, day, times = alt
    ratio = times / alp
    pattern = injury_pattern(ratio) if max(times, alp) > 1 else WITHIN
    return PatientRatio(usubjid, arm, avisit, months, day, times, alp, ratio, pattern)


def _visits(values: tuple[PatientRatio, ...], who: Population, usubjids: tuple[str, ...]) -> list[RatioVisit]:
    rows = []
    for months, avisit in sorted({one.avisitn: one.avisit for one in values}.items()):
        for arm, members in who.arms:
            ids = {usubjids[i] for i in np.flatnonzero(members)}
            here = [one for one in values if one.avisitn == months and one.usubjid in ids]
            if not here:
                continue
            ratios = [one.ratio for one in here]
            kinds = tuple(tuple(one.usubjid for one in here if one.pattern == kind) for kind in PATTERNS)
            patients = tuple(one.usubjid for one in here)
            median = float(np.median(ratios))
            rows.append(RatioVisit(arm, avisit, months, patients, median, min(ratios), max(ratios), kinds))
    return rows


def ratio_words(found: LiverRatios) -> str:
    """Return how R is told, and of how many patients."""
    said = say(
        "R is the multiple of ALT by that of alkaline phosphatase, each of its upper limit "
        "of normal, by the one value a visit: from 5 on hepatocellular, up to 2 cholestatic, "
        "mixed between; the kind is told where ALT or alkaline phosphatase is above its "
        "limit. "
    )
    raised = [one for one in found.highest if one.pattern != WITHIN]
    counts = [f"{sum(one.pattern == kind for one in raised)} {kind}" for kind in PATTERNS]
    said += say(
        "At their highest ALT after baseline {n} of {total} patients have a raised enzyme: {counts}.",
        n=len(raised),
        total=len(found.highest),
        counts=", ".join(counts),
    )
    if found.without:
        said += say(" Without R, for want of a value or an upper limit: {n}.", n=len(found.without))
    return said


def ratio_entry(found: LiverRatios) -> dict[str, object]:
    """Return R as `analyse --json` has it: by visit and arm, and for each patient and visit."""
    return {
        "visits": [
            {
                "arm": row.arm,
                "AVISIT": row.avisit,
                "AVISITN": row.avisitn,
                "n": len(row.patients),
                "median": row.median,
                "lowest": row.lowest,
                "highest": row.highest,
                "patients": {
                    kind: list(ids) for kind, ids in zip(PATTERNS, row.by_pattern, strict=True) if ids
                },
            }
            for row in found.visits
        ],
        "patients": [asdict(one) for one in found.values],
        "without": list(found.without),
        "words": ratio_words(found) if found.values else "",
    }
