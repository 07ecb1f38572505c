"""What the models say behind a spaghetti plot: means at visits (MMRM) and a straight line (random slope)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from sscviewer.analysis.cohort.alignment import in_unit
from sscviewer.analysis.cohort.cohort_settings import SpaghettiSettings
from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.modelled import has_course
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Floats
from sscviewer.model.rules import planned_day
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.change_model import ChangeModel
    from sscviewer.analysis.efficacy.slope_model import SlopeModel

POINTS = 25
"""Points of a line's band: enough that its curved edges look curved."""


@dataclass(frozen=True, slots=True)
class ModelBand:
    """A modelled mean with its interval.

    Attributes
    ----------
    kind : visits (points with intervals) or line (a straight line with a band)
    label : "all patients" or an arm
    visits : names of the visits; empty for a line
    x, mean, lower, upper : (k,) in the units of the picture
    """

    kind: Literal["visits", "line"]
    label: str
    visits: tuple[str, ...]
    x: Floats
    mean: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class ModelBands:
    """Every modelled mean of one picture.

    Attributes
    ----------
    n_subjects, n_obs : of the model by visit
    notes : what must be known about the fits, or why there is nothing to draw
    """

    bands: tuple[ModelBand, ...]
    n_subjects: int
    n_obs: int
    notes: tuple[str, ...]


def spaghetti_models(
    study: Study, who: Population, settings: SpaghettiSettings, efficacy: EfficacySettings
) -> ModelBands:
    """Return the modelled means that belong to a spaghetti plot, each with its interval.

    Values are modelled with the baseline as first visit, changes as change from baseline; by arm where the
    picture is. Completers and those who stopped share one model: it holds for both.
    """
    from sscviewer.analysis.efficacy.change_model import change_model
    from sscviewer.analysis.efficacy.model_rows import arm_names, model_frame
    from sscviewer.analysis.efficacy.slope_model import slope_model

    if settings.measure == "percent":
        return ModelBands((), 0, 0, (say("The % change is not modelled; see the change."),))
    if settings.anchor.kind != "first_dose":
        return ModelBands((), 0, 0, (say("Models are of time since the first dose."),))
    chosen = replace(efficacy, response="AVAL" if settings.measure == "value" else "CHG")
    frame = model_frame(study, who, chosen)
    if not has_course(frame):
        return ModelBands((), 0, 0, (say("Too few values after baseline to model."),))
    arms = arm_names(frame) if settings.split == "arm" else ()
    change = change_model(frame, chosen, by_arm=bool(arms))
    slope = slope_model(frame, chosen, by_arm=bool(arms))
    first = frame.drop_duplicates("AVISIT")
    months = dict(zip(first["AVISIT"].astype(str), first["AVISITN"].astype(float), strict=True))
    last = float(frame["AVISITN"].max())
    bands = []
    for arm in arms or ("",):
        bands += [_visits(change, arm, months, settings), _line(slope, arm, last, settings)]
    n = (0, 0) if change.fit is None else (change.fit.n_subjects, change.fit.n_obs)
    notes = tuple(dict.fromkeys((*change.notes, *slope.notes)))
    return ModelBands(tuple(band for band in bands if band is not None), *n, notes)


def _band(
    kind: Literal["visits", "line"],
    arm: str,
    points: list[tuple[str, float, Estimate]],
    settings: SpaghettiSettings,
) -> ModelBand | None:
    points = [point for point in points if np.isfinite(point[2].estimate)]
    if not points:
        return None
    months = np.array([month for _, month, _ in points])
    return ModelBand(
        kind,
        arm or "all patients",
        tuple(name for name, _, _ in points if name),
        in_unit(planned_day(months) - 1, settings.time),
        np.array([estimate.estimate for _, _, estimate in points]),
        np.array([estimate.lower for _, _, estimate in points]),
        np.array([estimate.upper for _, _, estimate in points]),
    )


def _visits(
    model: ChangeModel, arm: str, months: dict[str, float], settings: SpaghettiSettings
) -> ModelBand | None:
    from sscviewer.analysis.efficacy.change_model import BASELINE

    names = [visit for visit in model.visits if (arm, visit) in model.cells]
    found = [(visit, months[visit], model.mean(visit, arm)) for visit in names]
    if settings.measure == "value":
        found.insert(0, (BASELINE, 0.0, model.mean(BASELINE)))
    points = [(name, month, estimate) for name, month, estimate in found if estimate is not None]
    return _band("visits", arm, points, settings)


def _line(model: SlopeModel, arm: str, last: float, settings: SpaghettiSettings) -> ModelBand | None:
    from sscviewer.analysis.efficacy.efficacy import times

    slope = model.slope(arm)
    if slope is None:
        return None
    points = []
    for month in np.linspace(0.0, last, POINTS).tolist():
        at = model.value(month, arm) if settings.measure == "value" else times(slope, month)
        if at is not None:
            points.append(("", month, at))
    return _band("line", arm, points, settings)
