"""All endpoints on one scale: the change at the last visit in standard deviations of the baseline."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.efficacy.headline import told_visit
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.modelled import has_course, modelled_parameters
from sscviewer.analysis.population import Population
from sscviewer.model.endpoint_cards import way_of
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class ForestRow:
    """One endpoint.

    Attributes
    ----------
    arm, reference : str
        "ALL" and "": the change of all patients. Else the arm, and the arm it is compared with, "" for its
        own change.
    avisit : str
        The visit, the endpoint's last.
    patients : tuple of str
        Who has a value there.
    sd_baseline : float
        Standard deviation of the baseline over the patients who have one, taken as known.
    change, in_sd : Estimate
        In the endpoint's unit, and divided by `sd_baseline`.
    better : int
        +1 if higher is better, -1 if lower is, 0 if that is not known.
    """

    parameter: Parameter
    arm: str
    reference: str
    avisit: str
    patients: tuple[str, ...]
    sd_baseline: float
    change: Estimate
    in_sd: Estimate
    better: int

    @property
    def n(self) -> int:
        """How many patients have a value there."""
        return len(self.patients)


@dataclass(frozen=True, slots=True)
class Forest:
    """The endpoints that can be shown, and those that cannot: (PARAMCD, why)."""

    rows: tuple[ForestRow, ...]
    left_out: tuple[tuple[str, str], ...]


def forest(
    study: Study, who: Population, settings: EfficacySettings, paramcds: tuple[str, ...] = ()
) -> Forest:
    """Return the change at the last visit of each endpoint in units of its baseline's standard deviation.

    Parameters
    ----------
    settings : EfficacySettings
        For every endpoint, whatever its `paramcd` and `visits`.
    paramcds : tuple of str
        By default all modelled endpoints.
    """
    from sscviewer.analysis.efficacy.course import course
    from sscviewer.analysis.efficacy.model_rows import model_frame

    rows: list[ForestRow] = []
    left_out: list[tuple[str, str]] = []
    for paramcd in paramcds or modelled_parameters(study):
        own = replace(settings, paramcd=paramcd, visits=())
        frame = model_frame(study, who, own)
        base = frame.drop_duplicates("USUBJID")["BASE"].dropna().to_numpy(dtype=np.float64)
        sd = float(base.std(ddof=1)) if len(base) > 1 else np.nan
        if not has_course(frame) or not sd > 0:
            left_out.append((paramcd, "too few changes from baseline" if sd > 0 else "baselines do not vary"))
            continue
        result = course(frame, own)
        if not result.mmrm.visits:
            left_out.append((paramcd, " ".join(result.mmrm.warnings)))
            continue
        found = [("ALL", "", told_visit(result.mmrm.visits, result.headline))]
        if result.by_arm is not None:
            arms = (*result.by_arm.arms, *result.by_arm.differences)
            found += [
                (arm.arm, arm.reference, told_visit(arm.visits, result.headline))
                for arm in arms
                if arm.visits
            ]
        rows += [
            ForestRow(
                study.parameters[paramcd],
                arm,
                reference,
                last.avisit,
                last.patients,
                sd,
                last.change,
                _divided(last.change, sd),
                way_of(study.parameters[paramcd]),
            )
            for arm, reference, last in found
        ]
    return Forest(tuple(rows), tuple(left_out))


def _divided(value: Estimate, by: float) -> Estimate:
    from sscviewer.analysis.efficacy.efficacy import times

    return times(value, 1.0 / by)
