"""Endpoints worked out from others, one value per patient and visit, ready to become parameters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.composites import composite_rules
from sscviewer.analysis.endpoint_settings import DEFAULT, EndpointSettings
from sscviewer.analysis.rules import Floats, Rule
from sscviewer.analysis.visit_table import VisitTable, visit_table
from sscviewer.clinical.dyspnoea import BDI_TOTAL, TDI_TOTAL, compute_bdi, compute_tdi
from sscviewer.clinical.gastrointestinal import SCALE_MAX, compute_git_total
from sscviewer.clinical.haq import VAS_MAX, scale_shaq_line
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import Study

BDI_CODES = ("BDIFI", "BDIMT", "BDIME")
TDI_CODES = ("TDIFI", "TDIMT", "TDIME")
GIT_CODES = ("GITREF", "GITDIS", "GITDIA", "GITSOI", "GITCON", "GITEMO", "GITSOC")
SHAQ_LINES = ("PAINVAS", "GIVAS", "BREATHVAS", "RAYNVAS", "ULCERVAS", "OVERVAS")
CM_PER = {"cm": 1.0, "mm": 0.1}
SHAQ_LINE, USUAL_LINE = 15.0, 10.0
"""cm: the line of Steen & Medsger; the 100 mm of most visual analogue scales."""


@dataclass(frozen=True, slots=True)
class DerivedValues:
    """One derived parameter of a trial; every array has one entry per value, none is NaN.

    Attributes
    ----------
    parameter
        As any measurement's.
    recipe
        How it was made, in a sentence.
    usubjid, avisit, avisitn, ady, aval
        Whose, when and what; ady NaN without a date.
    inputs
        Cells of the values it was made from.
    """

    parameter: Parameter
    recipe: str
    usubjid: tuple[str, ...]
    avisit: tuple[str, ...]
    avisitn: Floats
    ady: Floats
    aval: Floats
    inputs: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class _Recipe:
    parameter: Parameter
    words: str
    needs: tuple[str, ...]
    compute: Callable[[VisitTable], Floats]


def derive_endpoints(study: Study, settings: EndpointSettings = DEFAULT) -> tuple[DerivedValues, ...]:
    """Return every endpoint that can be worked out and that the file does not record itself.

    Scleroderma HAQ scales as 0 to 3, dyspnoea and gastrointestinal totals from their parts, CRISS
    probability, EUSTAR index. Skin score and HAQ-DI are `derived.totals`.
    """
    recipes = [
        *_totals(study),
        *_shaq(study, settings),
        *_composites(study, settings),
    ]
    found = [_values(recipe, visit_table(study, recipe.needs)) for recipe in recipes]
    return tuple(values for values in found if values.aval.size)


def _rows(table: VisitTable, codes: tuple[str, ...]) -> Floats:
    """Return the values of some parameters, one row per patient and visit."""
    return np.stack([table.aval(code) for code in codes], axis=-1).reshape(-1, len(codes))


def _total(
    parameter: Parameter,
    words: str,
    codes: tuple[str, ...],
    compute: Callable[[Floats], npt.NDArray[np.float64]],
) -> _Recipe:
    return _Recipe(parameter, words, codes, lambda t: compute(_rows(t, codes)).reshape(t.shape))


def _totals(study: Study) -> list[_Recipe]:
    bdi = Parameter("BDI", "Baseline dyspnoea index", "0-12", "BDI", "function", *BDI_TOTAL, 0)
    tdi = Parameter("TDI", "Transition dyspnoea index", "", "TDI", "function", *TDI_TOTAL, 0)
    git = Parameter("GITTOT", "UCLA GIT 2.0 total", "0-3", "GIT", "function", 0, SCALE_MAX, 2)
    recipes = [
        _total(bdi, "Sum of its three components.", BDI_CODES, compute_bdi),
        _total(tdi, "Sum of its three components.", TDI_CODES, compute_tdi),
        _total(git, "Mean of six scales, constipation left out.", GIT_CODES, compute_git_total),
    ]
    return [
        recipe
        for recipe in recipes
        if recipe.parameter.paramcd not in study.parameters and recipe.needs[0] in study.parameters
    ]


def _shaq(study: Study, settings: EndpointSettings) -> list[_Recipe]:
    found = []
    for code in SHAQ_LINES:
        line = study.parameters.get(code)
        if line is None or line.unit not in CM_PER:
            continue
        per, length = CM_PER[line.unit], _line_length(study, line, settings)
        parameter = Parameter(
            f"{code}3", f"{line.param}, 0 to 3", "0-3", line.short, "function", 0, VAS_MAX, 2
        )
        words = f"Place on a line of {length:g} cm as 0 to 3 (cm / 5 on 15 cm)."
        found.append(_Recipe(parameter, words, (code,), _scaled(code, per, length)))
    return found


def _line_length(study: Study, line: Parameter, settings: EndpointSettings) -> float:
    """Return the length of a scale's line in cm: as set, or by its unit and values."""
    if settings.shaq_line_cm is not None:
        return settings.shaq_line_cm
    values = study.column("measurements", "AVAL")[study.column("measurements", "PARAMCD") == line.paramcd]
    longest = float(np.max(values[~np.isnan(values)], initial=0.0)) * CM_PER[line.unit]
    return USUAL_LINE if line.unit == "mm" and longest <= USUAL_LINE else SHAQ_LINE


def _scaled(code: str, per: float, length: float) -> Callable[[VisitTable], Floats]:
    return lambda t: scale_shaq_line(per * t.aval(code), length)


def _composites(study: Study, settings: EndpointSettings) -> list[_Recipe]:
    criss = Parameter("CRISS", "ACR-CRISS, probability of improvement", "0-1", "CRISS", "function", 0, 1, 3)
    eustar = Parameter("EUSTARAI", "Revised EUSTAR activity index", "", "EUSTAR", "function", 0, 10, 2)
    rules = {rule.code: rule for rule in composite_rules(study, settings) if rule.score is not None}
    pairs = (("CRISS", criss), ("EUSTAR", eustar))
    return [_of_rule(rules[code], parameter) for code, parameter in pairs if code in rules]


def _of_rule(rule: Rule, parameter: Parameter) -> _Recipe:
    assert rule.score is not None
    return _Recipe(parameter, " ".join((f"{parameter.param}.", *rule.notes)), rule.needs, rule.score)


def _values(recipe: _Recipe, table: VisitTable) -> DerivedValues:
    aval = recipe.compute(table)
    places = list(zip(*np.nonzero(~np.isnan(aval)), strict=True))
    used = [table.tables[code] for code in recipe.needs if code in table.tables]
    days = [
        max((float(one.day[at]) for one in used if not np.isnan(one.day[at])), default=np.nan)
        for at in places
    ]
    return DerivedValues(
        parameter=recipe.parameter,
        recipe=recipe.words,
        usubjid=tuple(table.usubjids[i] for i, _ in places),
        avisit=tuple(table.avisit[j] for _, j in places),
        avisitn=np.array([table.avisitn[j] for _, j in places]),
        ady=np.array(days),
        aval=np.array([aval[at] for at in places]),
        inputs=tuple(tuple(str(one.srcref[at]) for one in used if one.srcref[at]) for at in places),
    )
