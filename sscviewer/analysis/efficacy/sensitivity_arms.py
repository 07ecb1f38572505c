"""The arms of a controlled trial under every assumption about what is missing: each arm, and how they differ.

A trial with a control asks for the difference. Each method gives it beside the arms' own changes; δ shifts
the missing changes of every arm but the reference, which is where an effect can be lost.

**Source**: ICH E9(R1); resources/methods/sensitivity.md.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sscviewer.analysis.efficacy import sensitivity
from sscviewer.analysis.efficacy.change_model import ANY_ARM, BASELINE, ChangeModel
from sscviewer.analysis.efficacy.diagnostics import WithoutEach, without_each
from sscviewer.analysis.efficacy.efficacy import times
from sscviewer.analysis.efficacy.imputation import (
    SubjectTable,
    imputed_by_each,
    monte_carlo_words,
    rubin,
    subject_values,
)
from sscviewer.analysis.efficacy.leaving_slope import LeavingSlope
from sscviewer.analysis.efficacy.model_rows import ARM
from sscviewer.analysis.efficacy.sensitivity import TippingPoint
from sscviewer.analysis.efficacy.slope_model import SlopeModel
from sscviewer.analysis.efficacy.wilcoxon import rank_sum, signed_rank
from sscviewer.analysis.estimate import Estimate, make_estimate, without_interval
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.arrays import Floats, Texts
from sscviewer.model.sentence import joined, say, sentence_of


@dataclass(frozen=True, slots=True)
class ArmChange:
    """The change of one arm at the visit, or how it differs from that of the reference.

    Attributes
    ----------
    arm : str
    reference : str
        "" for the arm's own change; else what is given is arm minus reference.
    estimate : Estimate or None
    note : str
        Why there is no estimate, or what else must be known; "" when nothing.
    tipping : TippingPoint or None
        Of the shifted rows: how far the arm's missing changes must be shifted.
    """

    arm: str
    reference: str
    estimate: Estimate | None
    note: str = ""
    tipping: TippingPoint | None = None


@dataclass(frozen=True, slots=True)
class Armed:
    """The patients with a baseline and an arm, and their changes.

    Attributes
    ----------
    usubjid, arm : (n,)
    upto : (n, T)
        Changes by visit up to the one asked for, NaN where missing.
    carried : (n,)
        Changes at that visit or carried forward to it; NaN of whom a file that carries has none.
    arms : tuple of str
    reference : str
    """

    usubjid: Texts
    arm: Texts
    upto: Floats
    carried: Floats
    arms: tuple[str, ...]
    reference: str

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield every arm alone, then every other arm against the reference."""
        yield from ((arm, "") for arm in self.arms)
        yield from ((arm, self.reference) for arm in self.arms if arm != self.reference)


Changes = tuple[ArmChange, ...]


def of_model(model: ChangeModel, visit: str, armed: Armed) -> Changes:
    """Return the arms' changes by a model with a mean for each arm and visit."""
    note = "" if model.fit is not None else joined(model.notes)
    return tuple(
        ArmChange(arm, against, model.change(visit, arm, against or None), note)
        for arm, against in armed.pairs()
    )


def of_slopes(found: SlopeModel | LeavingSlope, month: float, armed: Armed, why: str = "") -> Changes:
    """Return the arms' slopes times the visit's months; `why` there are none, "" where there are."""
    out = []
    for arm, against in armed.pairs():
        known = arm in found.arms and month > 0
        slope = found.slope(arm, against or None) if known else None
        out.append(ArmChange(arm, against, times(slope, month) if slope else None, why))
    return tuple(out)


def of_values(key: str, armed: Armed, level: float) -> Changes:
    """Return the arms' changes by one of the methods that take one value a patient.

    Parameters
    ----------
    key : str
        completers, wilcoxon, locf or baseline.
    """
    last = armed.upto[:, -1]
    values = {
        "completers": last,
        "wilcoxon": last,
        "locf": armed.carried,
        "baseline": np.where(np.isnan(last), 0.0, last),
    }[key]
    known = ~np.isnan(values)
    nobodys = {  # filled in, no value of the patient after baseline behind it
        "locf": np.isnan(armed.upto).all(axis=1) & (armed.carried == 0),
        "baseline": np.isnan(last),
    }.get(key, np.zeros(len(last), dtype=np.bool_))

    def of(arm: str, against: str) -> Estimate:
        if any(nobodys[armed.arm == name].all() for name in (arm, against) if name):
            raise FitError(sensitivity.NOBODY_SEEN)
        own, other = values[known & (armed.arm == arm)], values[known & (armed.arm == against)]
        if key == "wilcoxon":
            return rank_sum(own, other, level=level) if against else signed_rank(own, level=level)
        if against:
            return sensitivity.mean_difference(own, other, level=level, method=key)
        return sensitivity.mean_estimate(own, level=level, method=key)

    return tuple(_attempt(arm, against, of) for arm, against in armed.pairs())


def _attempt(arm: str, against: str, of: Callable[[str, str], Estimate]) -> ArmChange:
    try:
        return ArmChange(arm, against, of(arm, against))
    except FitError as error:
        return ArmChange(arm, against, None, sentence_of(error))


def of_shifts(model: ChangeModel, visit: str, armed: Armed, delta: float, delta_reference: float) -> Changes:
    """Return the changes when the missing ones of every arm are shifted.

    Parameters
    ----------
    delta : float
        Of every arm but the reference, in the endpoint's unit; NaN for minus the arm's difference from the
        reference: the patients of the arm who were not seen are then taken to have changed like the reference
        on average.
    delta_reference : float
        Of the reference arm.
    """
    left = without_each(model.fit) if model.fit is not None else None
    deltas = delta, delta_reference
    return tuple(_shift(model, visit, armed, pair, deltas, left) for pair in armed.pairs())


def _shift(
    model: ChangeModel,
    visit: str,
    armed: Armed,
    pair: tuple[str, str],
    deltas: tuple[float, float],
    left: WithoutEach | None,
) -> ArmChange:
    arm, against = pair
    found = shift_points(model, visit, armed, pair, left)
    difference = model.change(visit, arm, armed.reference)
    if found is None or difference is None:
        return ArmChange(arm, against, None, say("There is no MMRM to shift."))
    estimate, points = found
    delta, of_reference = deltas
    own = of_reference if arm == armed.reference else -difference.estimate if math.isnan(delta) else delta
    if arm == armed.reference and not own:
        return ArmChange(arm, against, estimate, say("The reference is not shifted."))
    point = points[0]
    if not any(each.missing for each in points):
        return ArmChange(arm, against, estimate, say("No value of the arm is missing at the visit."), point)
    by = (own, of_reference) if against else (own,)
    note = sensitivity.tipping_words(estimate, point, own) if point.missing else ""
    if against and of_reference:
        note += say(
            " That is without the shift of the reference arm by {of_reference:+.3g}.",
            of_reference=of_reference,
        )
    return ArmChange(arm, against, shifted_by(estimate, points, by), note.strip(), point)


def shift_points(
    model: ChangeModel, visit: str, armed: Armed, pair: tuple[str, str], left: WithoutEach | None
) -> tuple[Estimate, tuple[TippingPoint, ...]] | None:
    """Return an arm's change or difference, and how it moves with the shift of its arm and of the other.

    Parameters
    ----------
    left : WithoutEach or None
        Of the model; found here if not given.
    """
    arm, against = pair
    estimate = model.change(visit, arm, against or None)
    own, other = model.weights(visit, arm), model.weights(visit, against) if against else None
    if model.fit is None or estimate is None or own is None or math.isnan(estimate.estimate):
        return None
    moved = sensitivity.left_out(model.fit, own if other is None else own - other, left)
    of_patient = dict(zip(model.fit.subjects, moved.tolist(), strict=True))
    moves = np.array([of_patient.get(usubjid, 0.0) for usubjid in armed.usubjid])
    missing = np.isnan(armed.upto[:, -1])
    names = (arm, against) if against else (arm,)
    return estimate, tuple(sensitivity.tip(estimate, moves, missing, armed.arm == name) for name in names)


def shifted_by(estimate: Estimate, points: tuple[TippingPoint, ...], deltas: tuple[float, ...]) -> Estimate:
    """Return a change, or a difference of two arms, with each arm's missing values shifted.

    The arms' shares of missing values are independent of each other; what each has in common with the
    estimate is in its point. A shift of the second arm enters with a minus.
    """
    signs = (1.0, -1.0)[: len(points)]
    moved, variance = estimate.estimate, estimate.se**2
    for sign, point, delta in zip(signs, points, deltas, strict=True):
        own = sign * delta * point.share_se
        moved += sign * delta * point.share
        variance += 2.0 * point.correlation * estimate.se * own + own**2
    found = make_estimate(
        moved,
        math.sqrt(max(variance, 0.0)),
        estimate.df,
        level=estimate.level,
        n_subjects=sum(point.n_subjects for point in points),
        n_obs=estimate.n_obs,
        method=f"{estimate.method}, δ = {', '.join(f'{delta:g}' for delta in deltas)}",
        converged=estimate.converged,
        warnings=estimate.warnings,
    )
    return found if math.isfinite(estimate.lower) else without_interval(found)


def nothing_to_draw_from(armed: Armed) -> Changes:
    """Return the changes where there is no model."""
    return tuple(ArmChange(*pair, None, say("There is no MMRM to draw from.")) for pair in armed.pairs())


def of_tables(
    model: ChangeModel,
    visit: str,
    armed: Armed,
    tables: Sequence[SubjectTable],
    arm_of: Texts,
    *,
    m: int,
    seed: int,
) -> list[Changes]:
    """Return the arms' changes by Rubin's rules for each table, what is missing drawn about its means."""
    fit = model.fit
    assert fit is not None
    imputed = imputed_by_each(fit, visit, tables, m=m, seed=seed, delta=np.zeros(len(arm_of)))
    return [_combined(model, visit, armed, values, arm_of) for values in imputed]


def _combined(model: ChangeModel, visit: str, armed: Armed, values: Floats, arm_of: Texts) -> Changes:
    """Return the arms' changes from imputed values (m, n)."""
    fit = model.fit
    assert fit is not None

    def of(arm: str, against: str) -> Estimate:
        groups = [arm_of == name for name in (arm, against) if name]
        if any((name, visit) not in model.cells for name in (arm, against) if name):
            raise FitError(say("An arm has no value at the visit."))
        if any(int(group.sum()) < 2 for group in groups):
            raise FitError(say("A mean with an interval needs at least two patients."))
        means = [values[:, group].mean(axis=1) for group in groups]
        spread = [values[:, group].var(axis=1, ddof=1) / int(group.sum()) for group in groups]
        n = sum(int(group.sum()) for group in groups)
        return rubin(
            means[0] - means[1] if against else means[0],
            np.sum(spread, axis=0),
            complete_df=float(n - len(groups)),
            level=fit.level,
            n_subjects=n,
            n_obs=fit.n_obs,
        )

    return tuple(_told(model, visit, _attempt(arm, against, of)) for arm, against in armed.pairs())


def _told(model: ChangeModel, visit: str, found: ArmChange) -> ArmChange:
    """Return an imputed change with its Monte-Carlo error; without interval where the model has none."""
    if found.estimate is None:
        return found
    estimate, note = drawn_from(found.estimate, model.change(visit, found.arm, found.reference or None))
    return replace(found, estimate=estimate, note=joined((found.note, note)))


def drawn_from(imputed: Estimate, modelled: Estimate | None) -> tuple[Estimate, str]:
    """Return an estimate of imputed values and what to say of it; no interval where the model has none.

    The values are drawn from the model: what it knows too little of, they know no better.
    """
    note = say("{words}.", words=monte_carlo_words(imputed))
    if modelled is None or math.isfinite(modelled.lower):
        return imputed, note
    return without_interval(imputed), say(
        "{note} No interval: the model it is drawn from has none.", note=note
    )


def arm_table(model: ChangeModel, armed: Armed) -> tuple[SubjectTable, Texts]:
    """Return every patient with an arm at every visit, those of the fit first, and their arms."""
    arm_of = dict(zip(armed.usubjid, armed.arm, strict=True)) | model.people[ARM].to_dict()
    return patient_table(model, list(armed.usubjid), arm_of)


def patient_table(
    model: ChangeModel, usubjids: Sequence[str], arm_of: Mapping[str, str]
) -> tuple[SubjectTable, Texts]:
    """Return patients at every visit, those of the fit first, and their arms.

    Who has no value after baseline has the mean of the own covariates too; who lacks one, that of the average
    patient, at whom they are zero.

    Parameters
    ----------
    usubjids
        Who counts besides those of the fit.
    arm_of
        Of all of them; `ANY_ARM` where the model tells no arms apart.
    """
    assert model.fit is not None
    fit, names = model.fit, list(model.covariates.names)
    inside = set(fit.subjects)
    patients = [*fit.subjects, *(usubjid for usubjid in usubjids if usubjid not in inside)]
    visits = [str(visit) for visit in fit.visits]
    full = np.zeros((len(patients), len(visits), len(fit.terms)))
    for i, usubjid in enumerate(patients):
        for t, avisit in enumerate(visits):
            full[i, t] = cell_weights(model, str(arm_of[usubjid]), avisit)
        if names and usubjid in model.people.index:
            own = model.people.loc[usubjid, names].to_numpy(dtype=np.float64)
            for t, avisit in enumerate(visits):
                full[i, t, len(model.cells) :] = model.covariate_weights(own, avisit)
    y = np.full((len(patients), len(visits)), np.nan)
    y[: len(fit.subjects)] = subject_values(fit)
    arms = np.array([str(arm_of[usubjid]) for usubjid in patients], dtype=object)
    known = {name: code for code, name in enumerate(fit.groups)}
    group = np.array([known.get(str(arm), 0) for arm in arms], dtype=np.intp)
    return SubjectTable(full[:, :, fit.design.kept], y, group), arms


def cell_weights(model: ChangeModel, arm: str, avisit: str) -> Floats:
    """Return the weights (terms,) of an arm's mean at a visit; zero where the arm has none there."""
    assert model.fit is not None
    weights = np.zeros(len(model.fit.terms))
    cell = (ANY_ARM, BASELINE) if avisit == BASELINE else (arm, avisit)
    if cell in model.cells:
        weights[model.cells.index(cell)] = 1.0
    return weights


def armed_patients(
    frame: pd.DataFrame,
    patients: list[str],
    upto: Floats,
    arms: tuple[str, ...],
    reference: str,
    carried: Floats | None = None,
) -> Armed:
    """Return the patients with an arm, of all those with a baseline (n,), and their changes (n, T).

    Parameters
    ----------
    carried : (n,) or None
        As in `Armed`; the last of `upto` if not given.
    """
    carried = sensitivity.carried_forward(upto) if carried is None else carried
    arm_of = frame.drop_duplicates("USUBJID").set_index("USUBJID")[ARM].to_dict()
    arm = np.array([arm_of[usubjid] for usubjid in patients], dtype=object)
    known = np.isin(arm, arms)
    names = np.array(patients, dtype=object)
    return Armed(names[known], arm[known], upto[known], carried[known], arms, reference)
