"""The change at one visit under every assumption about what is missing, side by side.

**Source**: ICH E9(R1); resources/methods/sensitivity.md and efficacy.md.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.plan.rules import MissingRules
from sscviewer.analysis.population import Population, reference_arm
from sscviewer.model.arrays import Floats
from sscviewer.model.parameters import Parameter
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import joined, say, sentence_of
from sscviewer.model.study import Study

if TYPE_CHECKING:
    import pandas as pd

    from sscviewer.analysis.efficacy.change_model import ChangeModel
    from sscviewer.analysis.efficacy.reference_based import ReferenceBased
    from sscviewer.analysis.efficacy.sensitivity import TippingPoint
    from sscviewer.analysis.efficacy.sensitivity_arms import ArmChange, Armed
    from sscviewer.analysis.efficacy.slope_model import SlopeModel


@dataclass(frozen=True, slots=True)
class SensitivityRow:
    """One way to the change at the visit.

    Attributes
    ----------
    key : str
        mmrm, clda, random_slope, leaving, completers, wilcoxon, locf, baseline, delta or imputation; in a
        trial with arms also the keys of `REFERENCE_BASED`.
    name : str
        For people: "Completers, paired t".
    assumes : str
        One sentence: what must be true for it to be right.
    estimate : Estimate or None
        Of the mean change (wilcoxon: of its centre); n is `estimate.n_subjects`.
    note : str
        Why there is no estimate, or what else must be known; "" when nothing.
    by_arm : tuple of ArmChange
        In a trial with arms: each arm's change, then how each other arm differs from the reference.
    """

    key: str
    name: str
    assumes: str
    estimate: Estimate | None
    note: str
    by_arm: tuple[ArmChange, ...] = ()

    @property
    def differences(self) -> tuple[ArmChange, ...]:
        """How each arm differs from the reference."""
        return tuple(change for change in self.by_arm if change.reference)


@dataclass(frozen=True, slots=True)
class SensitivityTable:
    """All rows for one endpoint at one visit.

    Attributes
    ----------
    avisit, avisitn
        The visit: the one asked for, or the last.
    n_baseline, n_visit : int
        Patients with a baseline, and those of them with a value at the visit.
    tipping : TippingPoint or None
        How far the missing changes must be shifted to change the result of the MMRM.
    reference : str
        The arm the others are compared with; "" where there are no arms.
    patients : tuple of str
        Who has a baseline.
    whom : {key of a method: patients}
        Of the methods that do not count all of them.
    arm_of : {patient: arm}
        Where there are arms.
    """

    settings: EfficacySettings
    parameter: Parameter
    avisit: str
    avisitn: float
    n_baseline: int
    n_visit: int
    rows: tuple[SensitivityRow, ...]
    tipping: TippingPoint | None
    reference: str = ""
    patients: tuple[str, ...] = ()
    whom: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    arm_of: Mapping[str, str] = field(default_factory=dict)

    def counted(self, key: str, arm: str = "", reference: str = "") -> tuple[str, ...]:
        """Return the patients a method counts: all, those of an arm, or of an arm and the reference."""
        who = self.whom.get(key, self.patients)
        return tuple(p for p in who if self.arm_of.get(p) in (arm, reference)) if arm else who


ASSUMES = {
    "mmrm": ("MMRM", say("Missing values are like those of patients with the same values until then.")),
    "clda": (
        "MMRM with the baseline as a visit",
        say("As MMRM; patients seen only at baseline count too."),
    ),
    "random_slope": (
        "Random slope",
        say("Each patient changes along a straight line; missing values lie on the patient's line."),
    ),
    "leaving": (
        "Random slope by last visit",
        say(
            "Who leaves earlier changes at another rate, which goes with the last visit along a "
            "straight line."
        ),
    ),
    "completers": (
        "Completers, paired t",
        say("Patients without a value at the visit would have changed like those who have one."),
    ),
    "wilcoxon": (
        "Completers, Wilcoxon",
        say("As completers; changes are symmetrical about their centre, which need not be their mean."),
    ),
    "locf": (
        "Last value carried forward",
        say("Nothing changes after a patient's last value; the interval is too narrow."),
    ),
    "baseline": (
        "Return to baseline",
        say("Patients without a value at the visit have lost all change; the interval is too narrow."),
    ),
    "delta": (
        "MMRM, missing changes shifted",
        say("Missing changes differ by δ from what the MMRM expects of them."),
    ),
    "imputation": (
        "Multiple imputation",
        say("As MMRM, over all patients with a baseline; random draws take the place of what is missing."),
    ),
}

REFERENCE_BASED: dict[str, ReferenceBased] = {
    "jump": "jump to reference",
    "copy_increments": "copy increments in reference",
    "copy": "copy reference",
}
"""What patients who left become, by the key of its row; of the arms alone, as it needs a reference."""
JACKKNIFE = "_jackknife"


def sensitivity_table(
    study: Study,
    who: Population,
    settings: EfficacySettings,
    missing: MissingRules,
    *,
    avisit: str = "",
) -> SensitivityTable:
    """Return the change at a visit by every method: of all patients, of the arms, and how the arms differ.

    Parameters
    ----------
    avisit : str
        One of the visits after baseline; the last by default.
    missing : MissingRules
        Imputations, seed and δ. Without a δ the missing changes are shifted by minus the MMRM's own estimate:
        the patients who were not seen are then taken to have had no change on average. By arm: by minus the
        difference from the reference.
    """
    from sscviewer.analysis.efficacy.at_visit import carried_in_file, changes_carried_to
    from sscviewer.analysis.efficacy.change_model import change_model
    from sscviewer.analysis.efficacy.headline import headline_visit
    from sscviewer.analysis.efficacy.model_rows import arm_names, model_frame
    from sscviewer.analysis.efficacy.sensitivity_arms import armed_patients
    from sscviewer.analysis.efficacy.sensitivity_whom import counted_by

    delta = math.nan if missing.delta is None else missing.delta
    changes = replace(settings, response="CHG", by_arm=False)
    frame = model_frame(study, who, changes)
    model = change_model(frame, changes)
    patients, wide = wide_changes(frame, model.visits)
    visit = avisit if avisit in model.visits else headline_visit(model, frame, changes)
    month = float(model.rows.loc[model.rows["AVISIT"] == visit, "AVISITN"].min()) if visit else math.nan
    upto = wide[:, : model.visits.index(visit) + 1] if visit else np.full((len(wide), 1), np.nan)
    at = upto[:, -1]
    level = settings.level
    models, rows = _of_models(study, who, settings, frame, model, (visit, month))
    in_file = carried_in_file(study, settings.paramcd)
    carried, how = changes_carried_to(frame, patients, upto, (visit, month), in_file)
    rows += _simple_rows(at, carried, how, level)
    tipping, shifted = _delta_rows(model, visit, len(wide), delta)
    rows += [shifted, _imputed(model, visit, patients, missing)]
    arms = arm_names(frame) if settings.by_arm and visit else ()
    reference = reference_arm(arms, settings.reference)
    if arms:
        armed = armed_patients(frame, patients, upto, arms, reference, carried)
        found = _by_arm(study, who, settings, frame, armed, (visit, month), missing)
        rows = [replace(row, by_arm=found.get(row.key, ())) for row in rows]
        for key in REFERENCE_BASED:
            rows += [_reference_row(key, found[key]), _jackknife_row(key, found[f"{key}{JACKKNIFE}"])]
    seen = int((~np.isnan(at)).sum())
    parameter = study.parameters[settings.paramcd]
    arm_of = dict(zip(armed.usubjid, armed.arm, strict=True)) if arms else {}
    whom = counted_by(patients, at, carried, models)
    return SensitivityTable(
        *(settings, parameter, visit, month, len(wide), seen, tuple(rows), tipping, reference),
        tuple(patients),
        whom,
        arm_of,
    )


def _of_models(
    study: Study,
    who: Population,
    settings: EfficacySettings,
    frame: pd.DataFrame,
    model: ChangeModel,
    at: tuple[str, float],
) -> tuple[dict[str, ChangeModel | SlopeModel], list[SensitivityRow]]:
    """Return the models of all patients by the key of their row, and the rows."""
    from sscviewer.analysis.efficacy.change_model import change_model
    from sscviewer.analysis.efficacy.leaving_slope import leaving_slope
    from sscviewer.analysis.efficacy.model_rows import model_frame
    from sscviewer.analysis.efficacy.slope_model import slope_model

    visit, month = at
    changes = replace(settings, response="CHG", by_arm=False)
    models: dict[str, ChangeModel | SlopeModel] = {"mmrm": model}
    rows = [_model_row("mmrm", model.change(visit), model.notes)]
    if settings.response == "AVAL":
        models["clda"] = with_base = change_model(model_frame(study, who, settings), settings)
        rows.append(_model_row("clda", with_base.change(visit), with_base.notes))
    models["random_slope"] = slope = slope_model(frame, changes)
    rows.append(_model_row("random_slope", _scaled(slope.slope(), month), slope.notes))
    left = leaving_slope(frame, changes)
    if left.model is not None:
        models["leaving"] = left.model
    return models, [*rows, _row("leaving", _scaled(left.slope(), month), left.why)]


def _by_arm(
    study: Study,
    who: Population,
    settings: EfficacySettings,
    frame: pd.DataFrame,
    armed: Armed,
    at: tuple[str, float],
    missing: MissingRules,
) -> dict[str, tuple[ArmChange, ...]]:
    """Return the arms' changes by the key of each method."""
    from sscviewer.analysis.efficacy import sensitivity_arms as arms
    from sscviewer.analysis.efficacy.change_model import change_model
    from sscviewer.analysis.efficacy.leaving_slope import leaving_slope
    from sscviewer.analysis.efficacy.model_rows import model_frame
    from sscviewer.analysis.efficacy.reference_based import by_every_assumption
    from sscviewer.analysis.efficacy.slope_model import slope_model

    visit, month = at
    delta = math.nan if missing.delta is None else missing.delta
    changes = replace(settings, response="CHG")
    model = change_model(frame, changes, by_arm=True)
    found = {"mmrm": arms.of_model(model, visit, armed)}
    if settings.response == "AVAL":
        with_base = change_model(model_frame(study, who, settings), settings, by_arm=True)
        found["clda"] = arms.of_model(with_base, visit, armed)
    found["random_slope"] = arms.of_slopes(slope_model(frame, changes, by_arm=True), month, armed)
    left = leaving_slope(frame, changes, by_arm=True)
    found["leaving"] = arms.of_slopes(left, month, armed, left.why)
    for key in ("completers", "wilcoxon", "locf", "baseline"):
        found[key] = arms.of_values(key, armed, settings.level)
    found["delta"] = arms.of_shifts(model, visit, armed, delta, missing.delta_reference or 0.0)
    draws = {"m": missing.imputations, "seed": missing.seed}
    left_like = by_every_assumption(model, visit, armed, **draws)
    found["imputation"] = left_like.at_random
    for key, how in REFERENCE_BASED.items():
        found[key], found[f"{key}{JACKKNIFE}"] = left_like.rubin[how], left_like.jackknife[how]
    return found


def wide_changes(frame: pd.DataFrame, visits: tuple[str, ...]) -> tuple[list[str], Floats]:
    """Return the patients with a baseline, and their changes by visit, NaN where missing."""
    patients = list(dict.fromkeys(frame.loc[frame["BASE"].notna(), "USUBJID"]))
    later = frame[frame["AVISIT"].isin(visits) & frame["CHG"].notna()]
    out = np.full((len(patients), len(visits)), np.nan)
    position = {usubjid: i for i, usubjid in enumerate(patients)}
    out[later["USUBJID"].map(position), [visits.index(str(v)) for v in later["AVISIT"]]] = later["CHG"]
    return patients, out


def _scaled(slope: Estimate | None, month: float) -> Estimate | None:
    from sscviewer.analysis.efficacy.efficacy import times

    return None if slope is None or not month > 0 else times(slope, month)


def _row(key: str, estimate: Estimate | None, note: str = "") -> SensitivityRow:
    name, assumes = ASSUMES[key]
    return SensitivityRow(key, name, assumes, estimate, note)


def _reference_row(key: str, by_arm: tuple[ArmChange, ...]) -> SensitivityRow:
    from sscviewer.analysis.efficacy.reference_based import ASSUMES as AFTER_LEAVING

    how = REFERENCE_BASED[key]
    name = capital(how)
    return SensitivityRow(key, name, AFTER_LEAVING[how], None, "Rubin's variance.", by_arm)


def _jackknife_row(key: str, by_arm: tuple[ArmChange, ...]) -> SensitivityRow:
    name = f"{capital(REFERENCE_BASED[key])}, jackknife"
    assumes = say(
        "As the row above, each missing value at the one expected; the variance is that over patients."
    )
    return SensitivityRow(f"{key}{JACKKNIFE}", name, assumes, None, "Jackknife over patients.", by_arm)


def _model_row(key: str, estimate: Estimate | None, notes: tuple[str, ...]) -> SensitivityRow:
    return _row(key, estimate, joined(notes))


def _simple_rows(at: Floats, carried: Floats, how: str, level: float) -> list[SensitivityRow]:
    from sscviewer.analysis.efficacy import sensitivity
    from sscviewer.analysis.efficacy.wilcoxon import signed_rank

    methods: tuple[tuple[str, Callable[[], Estimate]], ...] = (
        ("completers", lambda: sensitivity.completers(at, level=level)),
        ("wilcoxon", lambda: signed_rank(at, level=level)),
        ("locf", lambda: sensitivity.mean_estimate(carried[~np.isnan(carried)], level=level)),
        ("baseline", lambda: sensitivity.return_to_baseline(at, level=level)),
    )
    rows = [_attempt(key, method) for key, method in methods]
    return [replace(row, note=how) if row.key == "locf" and row.estimate and how else row for row in rows]


def _attempt(key: str, method: Callable[[], Estimate]) -> SensitivityRow:
    from sscviewer.analysis.reml.errors import FitError

    try:
        return _row(key, method())
    except FitError as error:
        return _row(key, None, sentence_of(error))


def _delta_rows(
    model: ChangeModel, visit: str, n: int, delta: float
) -> tuple[TippingPoint | None, SensitivityRow]:
    from sscviewer.analysis.efficacy.sensitivity import shifted, tipping_point, tipping_words

    estimate = model.change(visit)
    if model.fit is None or estimate is None or math.isnan(estimate.estimate):
        return None, _row("delta", None, say("There is no MMRM to shift."))
    without = max(n - model.fit.n_subjects, 0)
    point = tipping_point(model.fit, visit, estimate=estimate, without_data=without)
    if not point.missing:
        return point, _row("delta", estimate, say("No value is missing at the visit."))
    by = -estimate.estimate if math.isnan(delta) else delta
    return point, _row("delta", shifted(estimate, point, by), tipping_words(estimate, point, by))


def _imputed(model: ChangeModel, visit: str, patients: list[str], missing: MissingRules) -> SensitivityRow:
    from sscviewer.analysis.efficacy.change_model import ANY_ARM
    from sscviewer.analysis.efficacy.imputation import multiple_imputation
    from sscviewer.analysis.efficacy.sensitivity_arms import drawn_from, patient_table

    fit = model.fit
    if fit is None:
        return _row("imputation", None, say("There is no MMRM to draw from."))
    m, seed = missing.imputations, missing.seed
    table, _ = patient_table(model, patients, dict.fromkeys([*fit.subjects, *patients], ANY_ARM))
    row = _attempt("imputation", lambda: multiple_imputation(fit, visit, table, m=m, seed=seed, delta=0.0))
    if row.estimate is None:
        return row
    estimate, note = drawn_from(row.estimate, model.change(visit))
    how = say("{m} data sets, Rubin's rules; seed {seed}.", m=m, seed=seed)
    return replace(row, estimate=estimate, note=joined((how, note)))
