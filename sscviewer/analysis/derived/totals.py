"""Totals worked out from their items where the file has items and no total: skin score and HAQ-DI."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.analysis.derived.values import DerivedValues, add_values
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.clinical.haq import (
    AID_CODES,
    CATEGORY_CODES,
    HELP_CODES,
    ITEM_CODES,
    MIN_CATEGORIES,
    N_CATEGORIES,
    compute_categories,
    compute_haq_di,
    compute_haq_di_of_categories,
)
from sscviewer.clinical.skin_score import N_SITES, SITE_CODES, SITES, compute_mrss, count_missing
from sscviewer.model.arrays import Floats, Ints, Texts
from sscviewer.model.issue import Issue
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.sentence import say
from sscviewer.model.study import Study, with_measurements
from sscviewer.model.tables import DERIVED

SKIN, HAQ = "MRSS", "HAQDI"
HAQ_TOLERANCE = 0.06
"""A recorded index may be rounded to one decimal; its smallest step is 0.125."""
PRORATED = "Prorated"
"""How the recipe of a prorated total begins."""
HAQ_PARTS = (*ITEM_CODES, *AID_CODES, *HELP_CODES, *CATEGORY_CODES)


@dataclass(frozen=True, slots=True)
class _Examinations:
    """The items of each examination: one patient, day (without a date: visit) and time point.

    Attributes
    ----------
    aval : (n, codes) float, NaN for an item that is not there
    rows : (n, codes) int, -1 for an item that is not there
    total_row : (n,) int, of the total the file gives too; -1 without one
    """

    codes: tuple[str, ...]
    aval: Floats
    rows: Ints
    total_row: Ints

    @property
    def has_total(self) -> npt.NDArray[np.bool_]:
        """Whether the file gives the total too, (n,)."""
        return np.asarray(self.total_row >= 0)

    def of(self, codes: tuple[str, ...]) -> Floats:
        """Return the values of some of the items."""
        return self.aval[:, [self.codes.index(code) for code in codes]]

    def first(self) -> Ints:
        """Return the first row of each."""
        return np.asarray(np.where(self.rows < 0, np.iinfo(np.int64).max, self.rows).min(axis=1))


def with_totals(study: Study, settings: EndpointSettings) -> Study:
    """Return the trial with skin scores and HAQ-DI beside their items; recorded totals stay as they are.

    How many skin scores were prorated is an issue.
    """
    if settings.least_categories != MIN_CATEGORIES:
        study = _without_derived(study, HAQ)
    skin, skin_issues = _skin(study, settings)
    haq, haq_issues = _haq(study, settings)
    values = [part for part in (*skin, *haq) if part.rows.size]
    issues = [*skin_issues, *haq_issues, *_prorated(skin)]
    return add_values(study, values, {}, issues) if values or issues else study


def cells_in_words(cells: Sequence[str]) -> str:
    """Return cells as "mRSS!D5:T5" (first to last of each sheet, in the order given)."""
    by_sheet: dict[str, list[str]] = {}
    for cell in cells:
        sheet, _, place = cell.rpartition("!")
        by_sheet.setdefault(sheet, []).append(place)
    spans = []
    for sheet, places in by_sheet.items():
        span = places[0] if len(set(places)) == 1 else f"{places[0]}:{places[-1]}"
        spans.append(f"{sheet}!{span}" if sheet else span)
    return ", ".join(spans)


def _skin(study: Study, settings: EndpointSettings) -> tuple[list[DerivedValues], list[Issue]]:
    found = _examinations(study, SKIN, SITE_CODES)
    if found is None:
        return [], []
    totals = compute_mrss(found.aval, settings.most_missing_sites)
    wanted = ~found.has_total & ~np.isnan(totals)
    missing = count_missing(found.aval)
    words = np.array(
        [_skin_words(study, found, i, int(missing[i])) if wanted[i] else "" for i in range(len(totals))],
        dtype=object,
    )
    issues = _differences(study, found, compute_mrss(found.aval), "mrss.sum", 0.0)
    return [_values(study, found, SKIN, wanted, totals, words)], issues


def _skin_words(study: Study, found: _Examinations, i: int, missing: int) -> str:
    cells = _cells(study, found, i)
    if not missing:
        return f"Sum of the {N_SITES} sites ({cells})"
    absent = [name for name, value in zip(SITES, found.aval[i], strict=True) if np.isnan(value)]
    return (
        f"{PRORATED} from {N_SITES - missing} of {N_SITES} sites: their mean × {N_SITES}; "
        f"not assessed: {'; '.join(absent)} ({cells})"
    )


def _haq(study: Study, settings: EndpointSettings) -> tuple[list[DerivedValues], list[Issue]]:
    found = _examinations(study, HAQ, HAQ_PARTS)
    if found is None:
        return [], []
    least = settings.least_categories
    aided = (found.of(AID_CODES) > 0) | (found.of(HELP_CODES) > 0)
    items, given = found.of(ITEM_CODES), found.of(CATEGORY_CODES)
    of_items = compute_haq_di(items, aided, least)
    of_categories = compute_haq_di_of_categories(given, least)
    totals = np.where(np.isnan(of_items), of_categories, of_items)
    answered = np.where(
        np.isnan(of_items), (~np.isnan(given)).sum(axis=1), (~np.isnan(compute_categories(items))).sum(axis=1)
    )
    wanted = ~found.has_total & ~np.isnan(totals)
    words = np.full(len(totals), "", dtype=object)
    for i in np.flatnonzero(wanted).tolist():
        source = "category scores" if np.isnan(of_items[i]) else "20 items with aids and help"
        tail = f"{answered[i]} of {N_CATEGORIES} categories ({_cells(study, found, i)})"
        words[i] = f"Mean over categories of the {source}; {tail}"
    parts = [_values(study, found, HAQ, wanted, totals, words)]
    return parts, _differences(study, found, totals, "haq.sum", HAQ_TOLERANCE)


def _values(
    study: Study,
    found: _Examinations,
    code: str,
    wanted: npt.NDArray[np.bool_],
    totals: Floats,
    words: Texts,
) -> DerivedValues:
    parameter = study.parameters.get(code, BY_CODE[code])
    return DerivedValues(parameter, found.first()[wanted], totals[wanted], words[wanted], keeps_limit=False)


def _examinations(study: Study, total: str, codes: tuple[str, ...]) -> _Examinations | None:
    """Return what was answered together; None when there are no items."""
    if not any(code in study.parameters for code in codes):
        return None
    paramcd, aval = study.column("measurements", "PARAMCD"), study.column("measurements", "AVAL")
    rows = np.flatnonzero(np.isin(paramcd, (*codes, total)) & ~np.isnan(aval))
    when = pd.DataFrame({name: study.column("measurements", name)[rows] for name in ("ADY", "ATPT")})
    when["PATIENT"] = study.positions("measurements")[rows]
    visit = study.column("measurements", "AVISIT")[rows]
    when["AVISIT"] = np.where(when["ADY"].isna(), visit, "")
    group = when.groupby(list(when), sort=False, dropna=False).ngroup().to_numpy()
    is_total = paramcd[rows] == total
    n = int(group.max()) + 1 if len(group) else 0
    total_row = np.full(n, -1, dtype=np.int64)
    total_row[group[is_total]] = rows[is_total]
    place = {code: i for i, code in enumerate(codes)}
    columns = np.array([place.get(code, -1) for code in paramcd[rows]], dtype=np.int64)
    at = np.full((n, len(codes)), -1, dtype=np.int64)
    at[group[~is_total], columns[~is_total]] = rows[~is_total]
    values = np.where(at < 0, np.nan, aval[at])
    some = (at >= 0).any(axis=1)
    return _Examinations(codes, values[some], at[some], total_row[some])


def _cells(study: Study, found: _Examinations, i: int) -> str:
    rows = found.rows[i][found.rows[i] >= 0]
    return cells_in_words(study.column("measurements", "SRCREF")[rows].tolist())


def _differences(
    study: Study, found: _Examinations, computed: Floats, code: str, tolerance: float
) -> list[Issue]:
    """Say where a recorded total is not what its items give, unless reading the file said so."""
    said = {issue.srcref for issue in study.issues if issue.code == code}
    column = {name: study.column("measurements", name) for name in ("AVAL", "SRCREF", "USUBJID", "DTYPE")}
    issues = []
    for i in np.flatnonzero(found.has_total & ~np.isnan(computed)).tolist():
        row = int(found.total_row[i])
        total, cell = float(column["AVAL"][row]), str(column["SRCREF"][row])
        if abs(total - computed[i]) <= tolerance or cell in said or column["DTYPE"][row] == DERIVED:
            continue
        sheet, _, place = cell.rpartition("!")
        name = "skin score" if code == "mrss.sum" else "HAQ-DI"
        words = say(
            "The {name} {total:g} is not what its items give, which is {computed:.4g} ({cells}); "
            "the recorded one is used.",
            name=name,
            total=total,
            computed=computed[i],
            cells=_cells(study, found, i),
        )
        issues.append(Issue("warning", code, words, sheet, place, str(column["USUBJID"][row])))
    return issues


def _prorated(values: Sequence[DerivedValues]) -> list[Issue]:
    skin = next((part for part in values if part.parameter.paramcd == SKIN), None)
    n = 0 if skin is None else sum(str(words).startswith(PRORATED) for words in skin.recipe)
    if not n:
        return []
    said = say("{n} skin scores lack sites and are prorated, as the settings of endpoints say.", n=n)
    return [Issue("info", "mrss.prorated", said)]


def _without_derived(study: Study, code: str) -> Study:
    """Return the trial without the totals that were worked out when the file was read: by another rule."""
    is_code = study.column("measurements", "PARAMCD") == code
    keep = ~(is_code & (study.column("measurements", "DTYPE") == DERIVED))
    if keep.all():
        return study
    columns = {str(name): study.column("measurements", str(name))[keep] for name in study.measurements}
    place = study.positions("measurements")[keep]
    return with_measurements(study, columns, place, study.parameters.values(), study.issues)
