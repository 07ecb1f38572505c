"""Composite indices per patient and visit: ACR-CRISS, its revision, EUSTAR activity."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.endpoints.rules import EndpointRule
from sscviewer.analysis.endpoints.step_one import StepOne, step_one, step_one_note
from sscviewer.analysis.endpoints.visit_table import VisitTable
from sscviewer.analysis.plan.responses import EndpointSettings, Scale
from sscviewer.clinical.criss import ITEMS, compute_criss, judge_criss, judge_revised_criss
from sscviewer.clinical.eustar_activity import ACTIVE, compute_eustar_activity, judge_active
from sscviewer.clinical.lab_units import unit_factor
from sscviewer.clinical.verdicts import more_than
from sscviewer.model.arrays import Floats
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from sscviewer.model.study import Study

GLOBALS = ("PTGA", "MDGA")
CRISS_MAX = 10.0
"""Highest of the scale on which ACR-CRISS takes the globals; more is a scale to 100. Globals to 100 that all
are at 10 or below are taken as to 10: the plan can say which it is. **Source**: Khanna 2016."""
EUSTAR_SIGNS = ("SKINWORS", "DIGULC", "TFR")
EUSTAR_NEEDS = ("MRSS", "SKINWORS", "DIGULC", "TFR", "CRP", "DLCOPP")


def composite_rules(study: Study, settings: EndpointSettings) -> tuple[EndpointRule, ...]:
    """Return the rules of the composites of whose own inputs the trial has any.

    Skin score and FVC alone make no composite: CRISS wants a global assessment, EUSTAR one of its signs.
    """
    rules: tuple[EndpointRule, ...] = ()
    if any(paramcd in study.parameters for paramcd in GLOBALS):
        core = _Core(study, settings)
        rules = (core.rule(), *(core.revised_rule(level) for level in settings.criss_levels))
    has_signs = any(paramcd in study.parameters for paramcd in EUSTAR_SIGNS)
    return (*rules, _eustar_rule(study)) if has_signs else rules


@dataclass(slots=True)
class _Core:
    """The five core items of a trial, global assessments on 0 to 10, and step 1."""

    study: Study
    settings: EndpointSettings
    _steps: tuple[VisitTable, StepOne] | None = None

    def rule(self) -> EndpointRule:
        least = self.settings.criss_improved
        return EndpointRule(
            "CRISS",
            f"Improved by ACR-CRISS: probability {least:g} or above",
            "response",
            ITEMS,
            lambda t: judge_criss(self.probability(t), least),
            self.probability,
            self.notes(),
            self.explain,
        )

    def revised_rule(self, level: float) -> EndpointRule:
        kept = self.settings.revised_keeps_step_one
        return EndpointRule(
            f"CRISS{level:g}",
            f"Revised CRISS {level:g}: at least 3 of 5 core items better by {level:g} % (FVC by 5 %)",
            "response",
            ITEMS,
            lambda t: judge_revised_criss(
                self.items(t)[:, :1], self.items(t), level, self.steps(t).verdicts if kept else 0.0
            ),
            notes=self.notes() if kept else tuple(self.scale_notes()),
            explain=self.explain if kept else None,
        )

    def items(self, table: VisitTable) -> Floats:
        """Return (n, v, 5) values of the core items."""
        values = [table.aval(code) * self._factor(code) for code in ITEMS]
        return np.stack(values, axis=-1)

    def probability(self, table: VisitTable) -> Floats:
        """Return (n, v) probabilities; NaN at baseline."""
        items = self.items(table)
        found = compute_criss(items - items[:, :1], self.steps(table).verdicts)
        found[:, 0] = np.nan
        return found

    def steps(self, table: VisitTable) -> StepOne:
        """Return step 1 of a table, worked out once for all rules."""
        if self._steps is None or self._steps[0] is not table:
            self._steps = table, step_one(self.study, table, self.settings.all_have_ild)
        return self._steps[1]

    def explain(self, table: VisitTable, i: int, j: int) -> tuple[str, ...]:
        said = self.steps(table).words.get((i, j))
        return (said,) if said else ()

    def notes(self) -> tuple[str, ...]:
        return (*self.scale_notes(), step_one_note(self.study))

    def scale_notes(self) -> list[str]:
        divided = [code for code in GLOBALS if self._factor(code) != 1]
        names = " and ".join(self.study.parameters[code].short for code in divided)
        return [say("{names}: read as 0 to 100 and divided by 10.", names=names)] if divided else []

    def _factor(self, paramcd: str) -> float:
        return global_factor(self.study, paramcd, self.settings.global_scale) if paramcd in GLOBALS else 1.0


def global_factor(study: Study, paramcd: str, scale: Scale) -> float:
    """Return by what a global assessment is multiplied to be on 0 to 10.

    Millimetres are tenths; without a unit that tells, a trial with any value above 10 is on 0 to 100.
    """
    if paramcd not in study.parameters or scale == "0-10":
        return 1.0
    if scale == "0-100":
        return 0.1
    unit = study.parameters[paramcd].unit
    if unit in ("mm", "cm"):
        return 0.1 if unit == "mm" else 1.0
    values = study.column("measurements", "AVAL")[study.column("measurements", "PARAMCD") == paramcd]
    known = values[~np.isnan(values)]
    return 0.1 if known.size and float(known.max()) > CRISS_MAX else 1.0


def _eustar_rule(study: Study) -> EndpointRule:
    crp = study.parameters.get("CRP")
    known = unit_factor("CRP", crp.unit, "mg/dL") if crp else None
    factor = np.nan if known is None else known
    unit_note = say(
        "The unit of CRP, “{what}”, is not one that can be converted to mg/dL.", what=crp.unit if crp else ""
    )

    def score(table: VisitTable) -> Floats:
        skin, worse, ulcers, rubs, protein, dlco = (table.aval(code) for code in EUSTAR_NEEDS)
        # Some files count ulcers and rubs; any is a sign.
        signs = (more_than(sign, 0.0) for sign in (worse, ulcers, rubs))
        any_worse, any_ulcers, any_rubs = signs
        return compute_eustar_activity(any_worse, skin, any_ulcers, any_rubs, protein * factor, dlco)

    return EndpointRule(
        "EUSTAR",
        f"Active disease by the revised EUSTAR index: {ACTIVE:g} or above",
        "state",
        EUSTAR_NEEDS,
        lambda t: judge_active(score(t)),
        score,
        (unit_note,) if crp and np.isnan(factor) else (),
    )
