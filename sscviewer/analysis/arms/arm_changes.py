"""Arms compared in the change at each visit by analysis of covariance; their P values adjusted by the plan.

**Source**: ICH E9 5.7; EMA/CHMP/295050/2013 (baseline covariates); resources/methods/two_groups.md.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from sscviewer.analysis.arms.arm_doses import ArmDoses, arm_doses
from sscviewer.analysis.compare.ancova import Ancova, ancova, dose_trend
from sscviewer.analysis.compare.multiplicity import gated_p
from sscviewer.analysis.efficacy.at_visit import AtVisit, at_visit, carried_in_file
from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings, efficacy_settings
from sscviewer.analysis.efficacy.model_rows import (
    ARM,
    arm_names,
    model_frame,
    with_covariates,
    with_enough_values,
)
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.modelled import modelled_parameters
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.plan.rules import EndpointRules
from sscviewer.analysis.population import Population, reference_arm
from sscviewer.analysis.stopping import stop_if_unwanted
from sscviewer.model.arrays import Floats, Texts
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

PRIMARY, SECONDARY = "primary", "secondary"


@dataclass(frozen=True, slots=True)
class ArmVisitChanges:
    """The change of one endpoint at one visit, of all arms.

    Attributes
    ----------
    patients
        Of each arm who count, in the order of `found.arms`.
    carried
        Patients whose value is carried forward from an earlier visit.
    in_file
        Whether the file says who is carried forward, and with which value.
    sd_baseline
        Standard deviation of the baseline of all treated patients; NaN with fewer than two.
    role
        `PRIMARY` or `SECONDARY` at the visit the plan compares; "" otherwise.
    adjusted
        P of each difference adjusted by the plan; NaN where the plan has no test of it.
    covariates
        What the model adjusts for, in words.
    trend, doses
        Slope of the change on the dose of the arms, and the doses; None where they are not known.
    """

    parameter: Parameter
    avisit: str
    avisitn: float
    found: Ancova
    patients: tuple[tuple[str, ...], ...]
    carried: int
    sd_baseline: float
    covariates: tuple[str, ...]
    role: str = ""
    adjusted: tuple[float, ...] = ()
    trend: Estimate | None = None
    doses: ArmDoses | None = None
    in_file: bool = False

    @property
    def n(self) -> tuple[int, ...]:
        """How many patients of each arm count."""
        return tuple(len(patients) for patients in self.patients)

    def patients_of(self, arm: str) -> tuple[str, ...]:
        """Return the patients of one arm."""
        names = [name for name, _ in self.found.arms]
        return self.patients[names.index(arm)]

    @property
    def differences(self) -> Iterator[tuple[str, Estimate, float]]:
        """Yield (arm, difference from the reference, adjusted P or NaN)."""
        adjusted = self.adjusted or (math.nan,) * len(self.found.differences)
        for (arm, value), p in zip(self.found.differences, adjusted, strict=True):
            yield arm, value, p


def arm_changes(study: Study, who: Population, plan: AnalysisPlan) -> tuple[ArmVisitChanges, ...]:
    """Return every endpoint at every modelled visit; none with fewer than two arms.

    Endpoints in the plan's order: primary, secondary, the rest; visits in time.
    """
    if len(who.arms) < 2:
        return ()
    listed = [plan.endpoints.primary, *plan.endpoints.secondary]
    codes = sorted(
        modelled_parameters(study),
        key=lambda code: listed.index(code) if code in listed else len(listed),
    )
    rows: list[ArmVisitChanges] = []
    for code in codes:
        stop_if_unwanted()
        rows += endpoint_changes(study, who, plan, code)
    return with_adjusted(rows, plan.endpoints)


def endpoint_changes(
    study: Study, who: Population, plan: AnalysisPlan, paramcd: str
) -> tuple[ArmVisitChanges, ...]:
    """Return one endpoint at every visit that has enough values."""
    settings = settings_of(plan, paramcd)
    frame = model_frame(study, who, settings)
    frame, _ = with_enough_values(
        frame, fewest_patients=settings.fewest_patients, fewest_share=settings.fewest_share
    )
    arms = arm_names(frame)
    later = frame[(frame["AVISITN"] > 0) & frame["CHG"].notna()]
    if len(arms) < 2 or later.empty:
        return ()
    reference = reference_arm(arms, settings.reference)
    bases = frame.drop_duplicates("USUBJID")["BASE"].to_numpy(dtype=np.float64)
    bases = bases[~np.isnan(bases)]
    sd = float(bases.std(ddof=1)) if len(bases) > 1 else math.nan
    visits = later.drop_duplicates("AVISITN").sort_values("AVISITN")
    places = zip(visits["AVISIT"].astype(str), visits["AVISITN"].astype(float), strict=True)
    forward = plan.comparisons.carried_forward
    doses = arm_doses(study, arms, plan.comparisons.doses)
    in_file = carried_in_file(study, paramcd)
    found = (
        _at_visit(
            study.parameters[paramcd],
            place,
            at_visit(frame, place, forward=forward, in_file=in_file),
            settings,
            reference,
            sd,
            doses,
        )
        for place in places
    )
    return tuple(_with_missed(row, who) for row in found) if forward else tuple(found)


def _with_missed(row: ArmVisitChanges, who: Population) -> ArmVisitChanges:
    """Return a row of carried values with the note who of the population has nothing to carry."""
    missed = who.n_treated - sum(row.n)
    if missed < 1:
        return row
    have, are = ("has", "is") if missed == 1 else ("have", "are")
    why = (
        f"no value at {row.avisit}, carried forward by the file or observed,"
        if row.in_file
        else f"no value between baseline and {row.avisit}, so nothing to carry forward,"
    )
    note = say(
        "{missed} of {treated} ({heading}) {have} {why} and {are} not in the analysis.",
        missed=missed,
        treated=who.n_treated,
        heading=who.heading.lower(),
        have=have,
        why=why,
        are=are,
    )
    return replace(row, found=replace(row.found, notes=(*row.found.notes, note)))


def settings_of(plan: AnalysisPlan, paramcd: str) -> EfficacySettings:
    """Return the plan's settings, the baseline always among the covariates."""
    settings = efficacy_settings(plan, paramcd)
    others = tuple(name for name in settings.covariates if name != "BASE")
    return replace(settings, covariates=("BASE", *others), level=plan.comparisons.level)


def _at_visit(
    parameter: Parameter,
    visit: tuple[str, float],
    here: AtVisit,
    settings: EfficacySettings,
    reference: str,
    sd: float,
    doses: ArmDoses | None,
) -> ArmVisitChanges:
    rows, covariates = with_covariates(here.rows, settings)
    patients: Texts = rows["USUBJID"].to_numpy(dtype=object)
    change: Floats = rows["CHG"].to_numpy(dtype=np.float64)
    arms: Texts = rows[ARM].to_numpy(dtype=object)
    x: Floats = rows[list(covariates.names)].to_numpy(dtype=np.float64)
    level = settings.level
    found = ancova(
        change, arms, x, reference=reference, words=covariates.names, at=covariates.at, level=level
    )
    found = replace(found, notes=(*covariates.notes, *found.notes))
    return ArmVisitChanges(
        parameter,
        *visit,
        found,
        tuple(tuple(patients[arms == arm].tolist()) for arm, _ in found.arms),
        here.carried,
        sd,
        covariates.words,
        trend=dose_trend(change, arms, x, doses.doses, level=level) if doses else None,
        doses=doses,
        in_file=here.in_file,
    )


def with_adjusted(rows: Sequence[ArmVisitChanges], rules: EndpointRules) -> tuple[ArmVisitChanges, ...]:
    """Return the rows with the roles the plan gives them, and its secondary ones with their adjusted P.

    The plan's visit is that of all its endpoints; one that has no such visit is compared at its last. All
    differences of the secondary endpoints, also those of several arms, are one family, and none has a P below
    that of the primary endpoint in its arm.
    """
    last: dict[str, ArmVisitChanges] = {}
    for row in rows:
        kept = last.get(row.parameter.paramcd)
        if kept is None or kept.avisit != rules.visit:
            last[row.parameter.paramcd] = row
    primary = last.get(rules.primary)
    second = [last[code] for code in rules.secondary if code in last and code != rules.primary]
    found = {}
    if primary is not None:
        found[id(primary)] = replace(primary, role=PRIMARY)
        leads = {arm: value.p_value for arm, value, _ in primary.differences}
        family = [(arm, value.p_value) for row in second for arm, value, _ in row.differences]
        gate = [leads.get(arm, math.nan) for arm, _ in family]
        adjusted = iter(gated_p([p for _, p in family], gate, rules.multiplicity).tolist())
        for row in second:
            own = tuple(next(adjusted) for _ in row.found.differences)
            found[id(row)] = replace(row, role=SECONDARY, adjusted=own)
    return tuple(found.get(id(row), row) for row in rows)


def compared_at(rows: Sequence[ArmVisitChanges]) -> tuple[ArmVisitChanges, ...]:
    """Return one row for each endpoint: at the plan's visit where it has a role, else at its last."""
    chosen: dict[str, ArmVisitChanges] = {}
    for row in rows:
        if row.role or not (row.parameter.paramcd in chosen and chosen[row.parameter.paramcd].role):
            chosen[row.parameter.paramcd] = row
    return tuple(chosen.values())
