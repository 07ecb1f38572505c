"""All endpoints on one scale: the change at the last visit in standard deviations of the baseline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.efficacy.headline import VisitChange, headline_visit, told_visit
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.modelled import has_course, modelled_parameters
from sscviewer.analysis.population import Population, reference_arm
from sscviewer.model.endpoint_cards import way_of
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import joined
from sscviewer.model.study import Study

if TYPE_CHECKING:
    import pandas as pd


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
        found, why = _changes(frame, own)
        if not found:
            left_out.append((paramcd, why))
            continue
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


def _changes(
    frame: pd.DataFrame, settings: EfficacySettings
) -> tuple[list[tuple[str, str, VisitChange]], str]:
    """Return (arm, reference, change at the visit that is told), or none and why; no slope is fitted."""
    from sscviewer.analysis.efficacy.change_model import ANY_ARM, change_model
    from sscviewer.analysis.efficacy.course import visit_changes
    from sscviewer.analysis.efficacy.model_rows import arm_names

    model = change_model(frame, settings)
    visits = visit_changes(model, ANY_ARM)
    if not visits:
        return [], joined(model.notes)
    headline = headline_visit(model, frame, settings)
    found = [("ALL", "", told_visit(visits, headline))]
    arms = arm_names(frame) if settings.by_arm else ()
    if arms:
        by_arm, reference = (
            change_model(frame, settings, by_arm=True),
            reference_arm(arms, settings.reference),
        )
        pairs = [(arm, "") for arm in arms] + [(arm, reference) for arm in arms if arm != reference]
        for arm, against in pairs:
            visits = visit_changes(by_arm, arm, against or None)
            found += [(arm, against, told_visit(visits, headline))] if visits else []
    return found, ""


def _divided(value: Estimate, by: float) -> Estimate:
    from sscviewer.analysis.efficacy.efficacy import times

    return times(value, 1.0 / by)
