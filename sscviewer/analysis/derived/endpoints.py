"""Endpoints worked out from their parts: totals, indices and scales that the file does not record itself."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.derived.values import DerivedValues
from sscviewer.analysis.endpoints.composites import composite_rules
from sscviewer.analysis.endpoints.rules import EndpointRule
from sscviewer.analysis.endpoints.visit_table import visit_table
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.clinical.dyspnoea import compute_bdi, compute_tdi
from sscviewer.clinical.gastrointestinal import compute_git_total
from sscviewer.clinical.haq import ITEM_CODES, ITEM_MAX, VAS_MAX, compute_haq_di, scale_shaq_line
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.parameters import BY_CARD, Parameter
from sscviewer.model.study import Study

BDI_CODES = ("BDIFI", "BDIMT", "BDIME")
TDI_CODES = ("TDIFI", "TDIMT", "TDIME")
GIT_CODES = ("GITREF", "GITDIS", "GITDIA", "GITSOI", "GITCON", "GITEMO", "GITSOC")
SHAQ_LINES = ("PAINVAS", "GIVAS", "BREATHVAS", "RAYNVAS", "ULCERVAS", "OVERVAS")
CM_PER = {"cm": 1.0, "mm": 0.1}
SHAQ_LINE, USUAL_LINE = 15.0, 10.0
"""cm: the line of Steen & Medsger; the 100 mm of most visual analogue scales."""


@dataclass(frozen=True, slots=True)
class _Total:
    """A parameter worked out from others of the same examination."""

    parameter: Parameter
    words: str
    codes: tuple[str, ...]
    compute: Callable[[Floats], npt.NDArray[np.float64]]


def derive_endpoints(study: Study, settings: EndpointSettings) -> list[DerivedValues]:
    """Return every endpoint that can be worked out and that the file does not record itself.

    HAQ-DI without aids and help, scales of the scleroderma HAQ as 0 to 3, dyspnoea and gastrointestinal
    totals, CRISS probability, EUSTAR index. Skin score and HAQ-DI themselves are `derived.totals`.
    """
    totals = (*_sums(settings), *_shaq(study, settings))
    found = [_values(study, total) for total in totals if _is_wanted(study, total)]
    found += [_of_rule(study, rule) for rule in composite_rules(study, settings) if rule.code in _INDICES]
    return [values for values in found if values.rows.size]


def _is_wanted(study: Study, total: _Total) -> bool:
    is_there = any(code in study.parameters for code in total.codes)
    return is_there and total.parameter.paramcd not in study.parameters


def _parameter(
    code: str, name: str, short: str, unit: str, low: float, high: float, digits: int
) -> Parameter:
    return Parameter(code, name, unit, short, "derived", low, high, digits)


def _sums(settings: EndpointSettings) -> tuple[_Total, ...]:
    # as modelled as a total that the file records itself
    bdi, tdi = BY_CARD["BDI"], BY_CARD["TDI"]
    git = replace(BY_CARD["GITTOT"], unit="0-3")
    haq = _parameter("HAQALT", "HAQ-DI without aids and help", "HAQ-DI, no aids", "0-3", 0, ITEM_MAX, 3)
    return (
        _Total(bdi, "sum of three components", BDI_CODES, compute_bdi),
        _Total(tdi, "sum of three components", TDI_CODES, compute_tdi),
        _Total(git, "mean of six scales, constipation left out", GIT_CODES, compute_git_total),
        _Total(
            haq,
            "mean of the categories' worst items, aids and help ignored",
            ITEM_CODES,
            lambda items: compute_haq_di(items, None, settings.least_categories),
        ),
    )


def _shaq(study: Study, settings: EndpointSettings) -> list[_Total]:
    found = []
    for line in (study.parameters[code] for code in SHAQ_LINES if code in study.parameters):
        if line.unit in CM_PER:
            length = _line_length(study, line, settings)
            code, name = f"{line.paramcd}3", f"{line.param}, 0 to 3"
            parameter = _parameter(code, name, f"{line.short}, 0-3", "0-3", 0, VAS_MAX, 2)
            words = f"place on a line of {length:g} cm as 0 to 3"
            found.append(_Total(parameter, words, (line.paramcd,), _scaled(CM_PER[line.unit], length)))
    return found


def _scaled(per: float, length: float) -> Callable[[Floats], Floats]:
    return lambda marks: scale_shaq_line(per * marks[:, 0], length)


def _line_length(study: Study, line: Parameter, settings: EndpointSettings) -> float:
    """Return the length of a scale's line in cm: as set, or by its unit and values."""
    if settings.shaq_line_cm is not None:
        return settings.shaq_line_cm
    values = study.column("measurements", "AVAL")[study.column("measurements", "PARAMCD") == line.paramcd]
    longest = float(np.max(values[~np.isnan(values)], initial=0.0)) * CM_PER[line.unit]
    return USUAL_LINE if line.unit == "mm" and longest <= USUAL_LINE else SHAQ_LINE


def _values(study: Study, total: _Total) -> DerivedValues:
    parts, rows, cells = _examinations(study, total.codes)
    aval = total.compute(parts) if len(parts) else np.empty(0)
    known = np.flatnonzero(~np.isnan(aval))
    recipe = np.array([f"{total.words}, {cells[i]}" for i in known], dtype=object)
    return DerivedValues(total.parameter, rows[known], aval[known], recipe, keeps_limit=False)


def _examinations(study: Study, codes: tuple[str, ...]) -> tuple[Floats, Ints, list[str]]:
    """Return the values of one examination side by side, its first row, and its cells.

    Values belong together when patient, day, visit and time point are the same; of two of a kind the last
    counts.
    """
    chosen = np.flatnonzero(np.isin(study.column("measurements", "PARAMCD"), codes))
    frame = study.measurements.iloc[chosen]
    if not len(frame):
        return np.empty((0, len(codes))), np.empty(0, dtype=np.int64), []
    group = frame.groupby(["USUBJID", "ADY", "AVISIT", "ATPT"], dropna=False, sort=False).ngroup().to_numpy()
    column = frame["PARAMCD"].map({code: i for i, code in enumerate(codes)}).to_numpy(dtype=np.int64)
    parts = np.full((int(group.max()) + 1, len(codes)), np.nan)
    parts[group, column] = frame["AVAL"].to_numpy(dtype=np.float64)
    first = np.unique(group, return_index=True)[1]
    order = np.lexsort((column, group))
    starts = np.unique(group[order], return_index=True)[1]
    stops = np.append(starts[1:], len(order)) - 1
    places = frame["SRCREF"].to_numpy(dtype=object)
    ends = zip(places[order[starts]], places[order[stops]], strict=True)
    cells = [a if a == b else f"{a}:{str(b).rpartition('!')[2]}" for a, b in ends]
    return parts, chosen[first], cells


_INDICES = {
    "CRISS": _parameter("CRISS", "ACR-CRISS, probability of improvement", "CRISS", "0-1", 0, 1, 3),
    "EUSTAR": _parameter("EUSTARAI", "Revised EUSTAR activity index", "EUSTAR activity", "", 0, 10, 2),
}


def _of_rule(study: Study, rule: EndpointRule) -> DerivedValues:
    assert rule.score is not None
    table = visit_table(study, rule.needs)
    aval = rule.score(table)
    places = list(zip(*(index.tolist() for index in np.nonzero(~np.isnan(aval))), strict=True))
    used = [table.tables[code] for code in rule.needs if code in table.tables]
    rows, recipes = [], []
    for at in places:
        there = [one for one in used if one.srcref[at]]
        rows.append(int(there[0].row[at]))
        recipes.append(", ".join((*rule.notes, *(str(one.srcref[at]) for one in there))))
    parameter = _INDICES[rule.code]
    return DerivedValues(
        parameter,
        np.array(rows, dtype=np.int64),
        np.array([aval[at] for at in places], dtype=np.float64),
        np.array(recipes, dtype=object),
        keeps_limit=False,
    )
