"""The HAQ Disability Index, visit by visit: from items, category scores or the recorded total."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.endpoints.visit_table import VisitTable, visit_table
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.clinical.haq import (
    AID_CODES,
    CATEGORIES,
    CATEGORY_CODES,
    HELP_CODES,
    ITEM_CODES,
    compute_categories,
    compute_haq_di,
    compute_haq_di_of_categories,
    raise_aided,
)
from sscviewer.model.arrays import Floats
from sscviewer.model.study import Study

TOTAL = "HAQDI"
NEEDS = (TOTAL, *ITEM_CODES, *CATEGORY_CODES, *AID_CODES, *HELP_CODES)
SAME = 1e-9
"""Scores move in steps of 0.125, so that anything below that and above rounding is the same."""
FROM_ITEMS, FROM_CATEGORIES, AS_RECORDED = "from the 20 items", "from the category scores", "as recorded"


@dataclass(frozen=True, slots=True)
class HaqIndex:
    """The index at one visit.

    Attributes
    ----------
    index, source
        The Disability Index that is analysed, and where it is from. A recorded total stands, as everywhere in
        the program; else it is worked out from the items, aids and help, or from category scores. NaN and ""
        when there is none.
    alternative
        The index with aids and help ignored; NaN unless there are items.
    of_items
        What the items, aids and help give; NaN without them.
    categories
        (name, score with aids counted, whether aided) of each category; score NaN when not answered.
    answered
        How many categories were answered.
    words
        "1.500 from the 20 items (8 of 8 categories; aids or help: Walking, Grip; without them 1.250)".
    """

    usubjid: str
    avisit: str
    avisitn: float
    index: float
    source: str
    alternative: float
    of_items: float
    categories: tuple[tuple[str, float, bool], ...]
    answered: int
    words: str


def haq_indices(
    study: Study, usubjids: Collection[str] | None, settings: EndpointSettings
) -> tuple[HaqIndex, ...]:
    """Return the index of patients (all when None) at every visit with any part of the questionnaire."""
    table = visit_table(study, NEEDS, usubjids)
    least = settings.least_categories
    found = []
    for i in range(len(table.usubjids)):
        items, aided = _answers(table, i, ITEM_CODES), _aided(table, i)
        given = _answers(table, i, CATEGORY_CODES)
        has_items = np.isnan(items).sum(axis=1) < len(ITEM_CODES)
        scores = np.where(has_items[:, None], raise_aided(compute_categories(items), aided), given)
        of_items, alternative = compute_haq_di(items, aided, least), compute_haq_di(items, None, least)
        of_categories = compute_haq_di_of_categories(given, least)
        recorded = table.aval(TOTAL)[i]
        choices = (of_items, of_categories, recorded)
        for j in range(len(table.avisit)):
            if has_items[j] or not np.isnan([*given[j], recorded[j]]).all():
                index, source = _choose(*(float(values[j]) for values in choices))
                found.append(
                    _index(
                        table,
                        (i, j),
                        index,
                        source,
                        float(alternative[j]),
                        float(of_items[j]),
                        scores[j],
                        aided[j],
                    )
                )
    return tuple(found)


def _choose(of_items: float, of_categories: float, recorded: float) -> tuple[float, str]:
    """Return the index that is analysed and where it is from: what the file records stands."""
    for value, source in ((of_items, FROM_ITEMS), (of_categories, FROM_CATEGORIES)):
        if not np.isnan(value) and (np.isnan(recorded) or abs(recorded - value) <= SAME):
            return value, source
    return recorded, "" if np.isnan(recorded) else AS_RECORDED


def _index(
    table: VisitTable,
    at: tuple[int, int],
    index: float,
    source: str,
    alternative: float,
    of_items: float,
    scores: Floats,
    aided: npt.NDArray[np.bool_],
) -> HaqIndex:
    categories = tuple(zip(CATEGORIES, scores.tolist(), aided.tolist(), strict=True))
    answered = int((~np.isnan(scores)).sum())
    return HaqIndex(
        table.usubjids[at[0]],
        table.avisit[at[1]],
        float(table.avisitn[at[1]]),
        index,
        source,
        alternative,
        of_items,
        categories,
        answered,
        _words(index, source, (of_items, alternative), categories, answered),
    )


def _words(
    index: float,
    source: str,
    worked_out: tuple[float, float],
    categories: tuple[tuple[str, float, bool], ...],
    answered: int,
) -> str:
    of_items, alternative = worked_out
    if not source:
        return f"not known: {answered} of {len(CATEGORIES)} categories answered"
    if source == AS_RECORDED:
        return f"{index:.3f} {source}" + ("" if np.isnan(of_items) else f"; its items give {of_items:.3f}")
    parts = [f"{answered} of {len(CATEGORIES)} categories"]
    ticked = [name for name, _, aided in categories if aided]
    if ticked and source == FROM_ITEMS:
        parts += [f"aids or help: {', '.join(ticked)}", f"without them {alternative:.3f}"]
    return f"{index:.3f} {source} ({'; '.join(parts)})"


def _answers(table: VisitTable, i: int, codes: tuple[str, ...]) -> Floats:
    """Return one patient's answers, (v, codes)."""
    return np.column_stack([table.aval(code)[i] for code in codes])


def _aided(table: VisitTable, i: int) -> npt.NDArray[np.bool_]:
    """Return for each visit and category whether an aid or help is ticked; nothing said is not ticked."""
    ticked: npt.NDArray[np.bool_] = (_answers(table, i, AID_CODES) > 0) | (_answers(table, i, HELP_CODES) > 0)
    return ticked
