"""How far the missing changes of two arms would have to differ from the model to change a result.

**Source**: ICH E9(R1); Yan, Lee & Li, J Biopharm Stat 19 (2009) 1085 (tipping points in two arms);
resources/methods/sensitivity.md.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import product

import numpy as np

from sscviewer.analysis.efficacy.change_model import ChangeModel, change_model
from sscviewer.analysis.efficacy.diagnostics import WithoutEach, without_each
from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.efficacy.headline import headline_visit
from sscviewer.analysis.efficacy.model_rows import arm_names, model_frame
from sscviewer.analysis.efficacy.sensitivity_arms import Armed, armed_patients, shift_points, shifted_by
from sscviewer.analysis.efficacy.sensitivity_table import wide_changes
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.population import Population, reference_arm
from sscviewer.model.arrays import Floats
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import joined, say
from sscviewer.model.study import Study

NOBODY, NONE = ((), ()), (0, 0)
STEPS = 4
"""Shifts to each side of none. Nine by nine can still be read on paper."""
FARTHEST_SDS = 1.5
"""Shifts reach so many standard deviations of the change: missing patients that far off are a stretch. Ours;
where the arms differ more than that the border may lie outside, which is said."""


@dataclass(frozen=True, slots=True)
class ShiftedDifference:
    """The difference of an arm from the reference with the missing changes of both shifted.

    Attributes
    ----------
    of_arm, of_reference : float
        Shifts, in the endpoint's unit.
    """

    of_arm: float
    of_reference: float
    estimate: Estimate

    @property
    def side(self) -> int:
        """-1 or 1 where the whole interval is below or above zero; 0 where it holds zero or there is none."""
        if not math.isfinite(self.estimate.lower) or self.estimate.lower <= 0 <= self.estimate.upper:
            return 0
        return 1 if self.estimate.estimate > 0 else -1


@dataclass(frozen=True, slots=True)
class TippingGrid:
    """One arm against the reference at one visit.

    Attributes
    ----------
    absent : (arm's, reference's)
        Patients without a value at the visit.
    n : (arm's, reference's)
        Patients with a baseline.
    shifts : tuple of float
        Of either arm, ascending; 0 in the middle.
    cells : tuple of ShiftedDifference
        Every pair of shifts, the arm's changing slowest.
    note : str
        Why there are no cells; "" when there are.
    """

    parameter: Parameter
    avisit: str
    arm: str
    reference: str
    absent: tuple[tuple[str, ...], tuple[str, ...]]
    n: tuple[int, int]
    shifts: tuple[float, ...] = ()
    cells: tuple[ShiftedDifference, ...] = ()
    note: str = ""

    @property
    def missing(self) -> tuple[int, int]:
        """How many values of the arm and of the reference are missing at the visit."""
        return len(self.absent[0]), len(self.absent[1])

    @property
    def unshifted(self) -> ShiftedDifference | None:
        """The result of the model as it is."""
        return self.cells[len(self.cells) // 2] if self.cells else None


def tipping_grids(
    study: Study, who: Population, settings: EfficacySettings, *, avisit: str = ""
) -> tuple[TippingGrid, ...]:
    """Return a grid for each arm but the reference; none in a trial of one arm.

    Parameters
    ----------
    avisit : str
        One of the visits after baseline; that of the headline by default.
    """
    changes = replace(settings, response="CHG", by_arm=True)
    frame = model_frame(study, who, changes)
    arms = arm_names(frame)
    if not arms:
        return ()
    model = change_model(frame, changes, by_arm=True)
    patients, wide = wide_changes(frame, model.visits)
    visit = avisit if avisit in model.visits else headline_visit(model, frame, changes)
    reference = reference_arm(arms, changes.reference)
    parameter = study.parameters[changes.paramcd]
    others = [arm for arm in arms if arm != reference]
    if model.fit is None or not visit:
        why = joined(model.notes) or say("There is no MMRM to shift.")
        return tuple(TippingGrid(parameter, visit, arm, reference, NOBODY, NONE, note=why) for arm in others)
    upto = wide[:, : model.visits.index(visit) + 1]
    armed = armed_patients(frame, patients, upto, arms, reference)
    left = without_each(model.fit)
    return tuple(_grid(model, parameter, visit, arm, armed, left) for arm in others)


def _grid(
    model: ChangeModel, parameter: Parameter, visit: str, arm: str, armed: Armed, left: WithoutEach
) -> TippingGrid:
    at = shift_points(model, visit, armed, (arm, armed.reference), left)
    if at is None:
        none = say("The model has no difference at the visit.")
        return TippingGrid(parameter, visit, arm, armed.reference, NOBODY, NONE, note=none)
    estimate, points = at
    found = TippingGrid(
        parameter,
        visit,
        arm,
        armed.reference,
        (_absent(armed, arm), _absent(armed, armed.reference)),
        (points[0].n_subjects, points[1].n_subjects),
    )
    if not any(found.missing):
        return replace(found, note=say("No value is missing at the visit."))
    shifts = _shifts(armed.upto[:, -1])
    cells = tuple(
        ShiftedDifference(own, other, shifted_by(estimate, points, (own, other)))
        for own, other in product(shifts, shifts)
    )
    return replace(found, shifts=shifts, cells=cells)


def _absent(armed: Armed, arm: str) -> tuple[str, ...]:
    """Return the patients of an arm without a change at the visit."""
    return tuple(armed.usubjid[np.isnan(armed.upto[:, -1]) & (armed.arm == arm)].tolist())


def _shifts(changes: Floats) -> tuple[float, ...]:
    """Return shifts to both sides of none, in round steps up to about `FARTHEST_SDS`."""
    known = changes[~np.isnan(changes)]
    farthest = FARTHEST_SDS * float(known.std(ddof=1)) if len(known) > 1 else 1.0
    step = _round(farthest / STEPS)
    return tuple(step * k for k in range(-STEPS, STEPS + 1))


def _round(step: float) -> float:
    """Return a step near this one that is 1, 2, 2.5 or 5 times a power of ten."""
    if not step > 0:
        return 1.0
    ten = 10.0 ** math.floor(math.log10(step))
    return min((ten * k for k in (1.0, 2.0, 2.5, 5.0, 10.0)), key=lambda value: abs(value - step))


def grid_words(grid: TippingGrid, digits: int) -> str:
    """Return what the shifts do to the result, in words."""
    from sscviewer.analysis.number_words import interval_words, signed

    plain = grid.unshifted
    if plain is None:
        return grid.note
    unit = f" {grid.parameter.unit}" if grid.parameter.unit else ""
    said = say(
        "{arm} less {reference} at {avisit}, as the model has it: {estimate}{unit} "
        "({interval}); missing: {missing} of {n} and {missing2} of {total} patients.",
        arm=grid.arm,
        reference=grid.reference,
        avisit=grid.avisit,
        estimate=signed(plain.estimate.estimate, digits),
        unit=unit,
        interval=interval_words(plain.estimate, digits),
        missing=grid.missing[0],
        n=grid.n[0],
        missing2=grid.missing[1],
        total=grid.n[1],
    )
    changed = [cell for cell in grid.cells if cell.side != plain.side]
    far = f"{grid.shifts[-1]:g}{unit}"
    if not changed:
        kept = "still holds zero" if plain.side == 0 else "stays on its side of zero"
        return say(
            "{said} With every pair of shifts up to {far} either way the interval {kept}.",
            said=said,
            far=far,
            kept=kept,
        )
    nearest = min(changed, key=lambda cell: abs(cell.of_arm) + abs(cell.of_reference))
    turned = "no longer holds zero" if plain.side == 0 else "holds zero or is beyond it"
    return say(
        "{said} With {n} of {total} pairs of shifts up to {far} either way the interval "
        "{turned}; the nearest is {of_arm} for {arm} with {of_reference} for {reference}.",
        said=said,
        n=len(changed),
        total=len(grid.cells),
        far=far,
        turned=turned,
        of_arm=signed(nearest.of_arm, digits),
        arm=grid.arm,
        of_reference=signed(nearest.of_reference, digits),
        reference=grid.reference,
    )
