"""A laboratory test visit by visit: change from baseline, shift of the range of normal, multiples, outliers.

**Source**: ADaMIG 1.1 (shift from baseline); Tukey, Exploratory Data Analysis (1977), "far out" values;
resources/methods/laboratory.md.
"""

import math
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.analysed_values import AnalysedValues, analysed_values
from sscviewer.analysis.arms.arm_changes import ArmVisitChanges, endpoint_changes
from sscviewer.analysis.efficacy.sensitivity import mean_estimate
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.labs.labs import Labs, LabTest, labs
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import ALL, Population
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.study import Study

FAR_OUT = 3.0
"""A change beyond so many interquartile ranges outside the quartiles is an outlier; with fewer than
`LEAST_FOR_QUARTILES` changes at a visit none is looked for."""
LEAST_FOR_QUARTILES = 8
"""With fewer a quartile rests on one or two patients, and what lies outside says nothing."""
LOW, NORMAL, HIGH = RANGES = (-1.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class LabVisit:
    """The patients of one arm at one visit.

    Attributes
    ----------
    n, mean, sd
        Patients with a change from baseline, and the changes; NaN where there are none, or one.
    shift
        Patients by the range at baseline (low, normal, high) and at the visit.
    change : Estimate or None
        Their mean with its t interval; None with fewer than two.
    low, high
        Patients whose value is below, above the limits of normal.
    to_low, to_high
        Those of them whose baseline was not.
    without_range
        Patients with a value whose limits are not known.
    highest
        Largest multiple of the upper limit; NaN without limits.
    outliers
        Patients whose change lies far out of all patients' at the visit.
    """

    arm: str
    avisit: str
    avisitn: float
    patients: tuple[str, ...]
    n: int
    mean: float
    sd: float
    low: tuple[str, ...]
    high: tuple[str, ...]
    to_low: tuple[str, ...]
    to_high: tuple[str, ...]
    without_range: int
    highest: float
    outliers: tuple[str, ...]
    shift: tuple[tuple[int, int, int], ...]
    change: Estimate | None


@dataclass(frozen=True, slots=True)
class LabVisits:
    """One test.

    Attributes
    ----------
    rows
        By visit, then arm, all patients first.
    changes
        Analysis of covariance at each visit; none in a file with one arm.
    """

    test: LabTest
    rows: tuple[LabVisit, ...]
    changes: tuple[ArmVisitChanges, ...]


def lab_visits(study: Study, who: Population, plan: AnalysisPlan, of: Labs, paramcd: str) -> LabVisits:
    """Return a test visit by visit: the one value a patient has at each by the plan (raises KeyError)."""
    test = of.tests[paramcd]
    values = analysed_values(study, paramcd)
    place = {int(row): at for at, row in enumerate(test.row)}
    at = np.array([place.get(int(row), -1) for row in values.row], dtype=np.int64)
    range_of = np.where(at >= 0, test.indicator[at], np.nan) if len(test.row) else np.full(len(at), np.nan)
    times = np.where(at >= 0, test.times_upper[at], np.nan) if len(test.row) else np.full(len(at), np.nan)
    base_range = np.full(len(study.usubjids), np.nan)
    is_base = values.avisitn == 0
    base_range[values.patient[is_base]] = range_of[is_base]
    visits: dict[float, str] = {}
    for months, avisit in zip(values.avisitn, values.avisit, strict=True):
        if months > 0:
            visits.setdefault(float(months), str(avisit))
    rows: list[LabVisit] = []
    for months, avisit in sorted(visits.items()):
        here = (values.avisitn == months) & who.treated[values.patient]
        if here.any():
            seen = _Visit(study, values, here, range_of, times, base_range, plan.comparisons.level)
            rows += [seen.of(arm, members, avisit, months) for arm, members in who.arms]
    changes = endpoint_changes(study, who, plan, paramcd) if len(who.arms) > 1 else ()
    return LabVisits(test, tuple(row for row in rows if row.patients or row.arm == ALL), changes)


def every_lab_visit(study: Study, who: Population, plan: AnalysisPlan) -> tuple[LabVisits, ...]:
    """Return every laboratory test with numbers, visit by visit."""
    of = labs(study)
    found = []
    for paramcd in of.tests:
        stop_if_unwanted()
        found.append(lab_visits(study, who, plan, of, paramcd))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Visit:
    """The values of a visit."""

    study: Study
    values: AnalysedValues
    here: Bools
    range_of: Floats
    times: Floats
    base_range: Floats
    level: float

    def of(self, arm: str, members: Bools, avisit: str, months: float) -> LabVisit:
        patient = self.values.patient
        mine = self.here & members[patient]
        change = self.values.aval - self.values.base[patient]
        known = change[mine & ~np.isnan(change)]
        base = self.base_range[patient]
        low, high = mine & (self.range_of == LOW), mine & (self.range_of == HIGH)
        multiples = self.times[mine & ~np.isnan(self.times)]
        return LabVisit(
            arm,
            avisit,
            months,
            self._ids(mine),
            len(known),
            float(known.mean()) if len(known) else math.nan,
            float(known.std(ddof=1)) if len(known) > 1 else math.nan,
            self._ids(low),
            self._ids(high),
            self._ids(low & ~np.isnan(base) & (base != LOW)),
            self._ids(high & ~np.isnan(base) & (base != HIGH)),
            int((mine & np.isnan(self.range_of)).sum()),
            float(multiples.max()) if len(multiples) else math.nan,
            self._ids(mine & self._far_out(change)),
            tuple(self._shift(mine & (base == was)) for was in RANGES),
            mean_estimate(known, level=self.level) if len(known) > 1 else None,
        )

    def _shift(self, mine: Bools) -> tuple[int, int, int]:
        """Return how many patients of one range at baseline are low, normal, high at the visit."""
        low, normal, high = (int((mine & (self.range_of == now)).sum()) for now in RANGES)
        return low, normal, high

    def _far_out(self, change: Floats) -> Bools:
        known = change[self.here & ~np.isnan(change)]
        if len(known) < LEAST_FOR_QUARTILES:
            return np.zeros(len(change), dtype=bool)
        first, third = np.percentile(known, (25, 75))
        reach = FAR_OUT * (third - first)
        with np.errstate(invalid="ignore"):
            return np.asarray((change < first - reach) | (change > third + reach))

    def _ids(self, chosen: Bools) -> tuple[str, ...]:
        return tuple(self.study.usubjids[i] for i in self.values.patient[chosen])
