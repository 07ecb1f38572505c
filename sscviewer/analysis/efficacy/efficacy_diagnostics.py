"""Whether a model of an endpoint fits: residuals to look at, and each patient's weight in the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

if TYPE_CHECKING:
    from sscviewer.analysis.efficacy.change_model import ChangeModel
    from sscviewer.analysis.efficacy.diagnostics import Residuals
    from sscviewer.analysis.fixed_effects import FixedEffects

FAR = 3.0
"""A scaled residual farther out than this is named: about 1 value in 370 if the model is right."""


@dataclass(frozen=True, slots=True)
class ResidualPlot:
    """Residuals of one model, one entry per value (n,).

    Attributes
    ----------
    subjects, avisit : tuple of str
    fitted : mean that the model gives, in the unit of the response
    conditional : observed minus what is expected of this patient, in the unit of the response
    scaled : uncorrelated, variance one if the model is right
    expected : the normal quantile that belongs to each scaled residual (for a Q-Q plot)
    """

    subjects: tuple[str, ...]
    avisit: tuple[str, ...]
    fitted: Floats
    conditional: Floats
    scaled: Floats
    expected: Floats


@dataclass(frozen=True, slots=True)
class InfluencePlot:
    """The change at the visit that is told without each patient.

    Attributes
    ----------
    subjects : tuple of str
    estimate : (n,) without that patient; NaN where it is then not estimable
    shift : (n,) how far that moves the estimate, in standard errors of the full one
    full : the estimate with everybody
    what : str
        What is estimated, and whether the covariance was estimated anew each time.
    """

    subjects: tuple[str, ...]
    estimate: Floats
    shift: Floats
    full: float
    what: str


@dataclass(frozen=True, slots=True)
class EfficacyDiagnostics:
    """What there is to look at before a result is believed; None where there is no model.

    Attributes
    ----------
    by_visit, slope : ResidualPlot or None
        Of the model by visit and of the random-slope model.
    influence : InfluencePlot or None
    notes : tuple of str
        Values far out, and the patient who matters most, in words.
    """

    settings: EfficacySettings
    by_visit: ResidualPlot | None
    slope: ResidualPlot | None
    influence: InfluencePlot | None
    notes: tuple[str, ...]


def efficacy_diagnostics(
    study: Study, who: Population, settings: EfficacySettings, visit: str
) -> EfficacyDiagnostics:
    """Return residuals and influence of the models of all patients.

    Parameters
    ----------
    visit
        The visit of the plan's endpoints, whose change the influence is on; where no model has it, the
        headline visit.
    """
    from sscviewer.analysis.efficacy.change_model import change_model
    from sscviewer.analysis.efficacy.diagnostics import mmrm_residuals, slope_residuals
    from sscviewer.analysis.efficacy.headline import headline_visit
    from sscviewer.analysis.efficacy.model_rows import model_frame
    from sscviewer.analysis.efficacy.slope_model import slope_model

    frame = model_frame(study, who, settings)
    change, slope = change_model(frame, settings), slope_model(frame, settings)
    by_visit = None if change.fit is None else _plot(change.fit, mmrm_residuals(change.fit))
    by_slope = None if slope.fit is None else _plot(slope.fit, slope_residuals(slope.fit), slope.rows)
    told = visit if visit in change.visits else headline_visit(change, frame, settings)
    influence = _influence(change, told)
    notes = _far_out("the model by visit", by_visit) + _far_out("the random-slope model", by_slope)
    return EfficacyDiagnostics(settings, by_visit, by_slope, influence, (*notes, *_most(influence)))


def _plot(fit: FixedEffects, residuals: Residuals, rows: object = None) -> ResidualPlot:
    from scipy.special import ndtri  # heavy: only when looked at

    frame = fit.design.frame
    order = np.argsort(np.argsort(residuals.scaled, kind="stable"), kind="stable")
    n = len(order)
    # Blom's plotting positions
    expected = ndtri((order + 1 - 0.375) / (n + 0.25))
    if "AVISIT" in frame:
        avisit = tuple(str(visit) for visit in frame["AVISIT"])
    else:
        avisit = tuple(str(visit) for visit in rows.loc[frame.index, "AVISIT"])  # type: ignore[attr-defined]
    return ResidualPlot(
        tuple(str(subject) for subject in residuals.subjects),
        avisit,
        fit.design.x @ fit.fitted.beta,
        residuals.conditional,
        residuals.scaled,
        np.asarray(expected),
    )


def _influence(change: ChangeModel, visit: str) -> InfluencePlot | None:
    from sscviewer.analysis.efficacy.diagnostics import influence
    from sscviewer.analysis.reml.errors import FitError

    weights = change.weights(visit) if visit else None
    if change.fit is None or weights is None:
        return None
    try:
        found = influence(change.fit, weights)
    except FitError:
        return None
    how = "estimated anew" if found.refitted.any() else "kept"
    return InfluencePlot(
        tuple(str(subject) for subject in found.subjects),
        found.estimate,
        found.shift,
        change.fit.estimate_of(weights).estimate,
        f"Change at {visit}, covariance {how} without each patient",
    )


def _far_out(model: str, plot: ResidualPlot | None) -> tuple[str, ...]:
    if plot is None:
        return ()
    far = np.flatnonzero(np.abs(plot.scaled) > FAR)
    named = [f"{plot.subjects[i]} at {plot.avisit[i]}" for i in far]
    return (
        (
            say(
                "More than {far:g} SD from what {model} expects: {named}.",
                far=FAR,
                model=model,
                named=", ".join(named),
            ),
        )
        if named
        else ()
    )


def _most(plot: InfluencePlot | None) -> tuple[str, ...]:
    if plot is None or np.isnan(plot.shift).all():
        return ()
    most = int(np.nanargmax(np.abs(plot.shift)))
    without, whole, shift = (
        text.replace("-", "−")
        for text in (f"{plot.estimate[most]:.3g}", f"{plot.full:.3g}", f"{plot.shift[most]:+.2f}")
    )
    return (
        say(
            "Without {subjects} the change would be {without} instead of {whole} ({shift} "
            "standard errors), the largest shift.",
            subjects=plot.subjects[most],
            without=without,
            whole=whole,
            shift=shift,
        ),
    )
