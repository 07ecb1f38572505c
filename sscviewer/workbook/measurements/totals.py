"""Totals and the items behind them: derives totals that are not recorded, compares those that are."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.clinical.haq import (
    AID_CODES,
    CATEGORY_CODES,
    HELP_CODES,
    compute_haq_di,
    compute_haq_di_of_categories,
)
from sscviewer.clinical.haq import ITEM_CODES as HAQ_CODES
from sscviewer.clinical.skin_score import SITE_CODES as SKIN_CODES
from sscviewer.clinical.skin_score import compute_mrss
from sscviewer.model.sentence import say
from sscviewer.model.tables import DERIVED
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.cells import as_array, as_objects

HAQ_TOLERANCE = 0.06
"""A recorded index may be rounded to one decimal; its smallest step is 0.125."""


@dataclass(frozen=True, slots=True)
class _Answers:
    """The items of each sheet row that has any: a value per code, and the total the row records.

    `impossible` marks rows with an answer that cannot be: it is not one that was not given.
    """

    first: pd.DataFrame
    values: pd.DataFrame
    recorded: pd.DataFrame
    impossible: npt.NDArray[np.bool_]
    sheets: pd.Series
    letters: pd.Series

    def items(self, codes: tuple[str, ...]) -> npt.NDArray[np.float64]:
        return self.values.reindex(columns=list(codes)).to_numpy(dtype=np.float64)


def check_totals(frame: pd.DataFrame, findings: Findings) -> pd.DataFrame:
    """Return the measurements with totals derived where only the items are recorded.

    Recorded totals that differ from their items get an issue and stay as recorded.
    """
    parts = [frame]
    for total, codes in (
        ("MRSS", SKIN_CODES),
        ("HAQDI", (*HAQ_CODES, *AID_CODES, *HELP_CODES, *CATEGORY_CODES)),
    ):
        answers = _answers(frame, total, codes)
        if answers is None:
            continue
        computed = _compute(total, answers)
        _compare(total, answers, computed, findings)
        parts.append(_derived(total, answers, computed, findings))
    filled = [part for part in parts if len(part)]
    return pd.concat(filled, ignore_index=True) if len(filled) > 1 else frame


def _answers(frame: pd.DataFrame, total: str, codes: tuple[str, ...]) -> _Answers | None:
    items = frame[frame["PARAMCD"].isin(codes)]
    if not len(items):
        return None
    items = items.assign(SHEET=[_parts(r)[0] for r in as_array(items["SRCREF"])], SHEETROW=_sheet_rows(items))
    totals = frame[frame["PARAMCD"] == total]
    totals = totals.assign(SHEET=[_parts(r)[0] for r in as_array(totals["SRCREF"])])
    totals = totals.assign(SHEETROW=_sheet_rows(totals))
    # Where each row of a sheet holds one item, those of one visit belong together.
    most = items.groupby("SHEETROW").size().groupby(items.groupby("SHEETROW")["SHEET"].first()).max()
    single = set(most.index[most == 1])
    items, totals = _by_visit(items, single), _by_visit(totals, single)
    grouped = items.groupby("SHEETROW", sort=False)
    values = items.pivot_table(index="SHEETROW", columns="PARAMCD", values="AVAL", aggfunc="max", sort=False)
    first = grouped.first()
    cells = pd.Series([_parts(r)[2] for r in as_array(items["SRCREF"])], index=items.index)
    ends = cells.groupby(items["SHEETROW"], sort=False)
    span = ends.first() + ":" + ends.last()
    recorded = totals.drop_duplicates("SHEETROW").set_index("SHEETROW")
    order = values.index
    return _Answers(
        first.reindex(order),
        values,
        recorded.reindex(order),
        grouped["IMPOSSIBLE"].any().reindex(order).to_numpy(dtype=bool),
        first["SHEET"].reindex(order),
        span.reindex(order),
    )


def _parts(reference: str) -> tuple[str, str, str]:
    return reference.rpartition("!")


def _sheet_rows(frame: pd.DataFrame) -> npt.NDArray[np.object_]:
    """Return "Sheet!row" of each value, the same for all values of one row of a sheet."""
    pairs = zip(as_array(frame["SRCREF"]), as_array(frame["ROW"]), strict=True)
    return as_objects([f"{_parts(reference)[0]}!{row}" for reference, row in pairs])


def _by_visit(frame: pd.DataFrame, sheets: set[str]) -> pd.DataFrame:
    """Return the values with those of some sheets grouped by patient, visit and time instead of by row."""
    which = frame["SHEET"].isin(sheets).to_numpy()
    names = [name for name in ("SHEET", "USUBJID", "VISIT", "ADT", "ATPT") if name in frame]
    visits = frame[names].astype(str).agg("|".join, axis=1) if len(frame) else frame["SHEETROW"]
    return frame.assign(SHEETROW=frame["SHEETROW"].where(~which, visits))


def _compute(total: str, answers: _Answers) -> npt.NDArray[np.float64]:
    if total == "MRSS":
        return compute_mrss(answers.items(SKIN_CODES))
    of_items = compute_haq_di(answers.items(HAQ_CODES), _aided(answers))
    return np.where(np.isnan(of_items), compute_haq_di_of_categories(answers.items(CATEGORY_CODES)), of_items)


def _aided(answers: _Answers) -> npt.NDArray[np.bool_]:
    aided: npt.NDArray[np.bool_] = (answers.items(AID_CODES) > 0) | (answers.items(HELP_CODES) > 0)
    return aided


def _compare(total: str, answers: _Answers, computed: npt.NDArray[np.float64], findings: Findings) -> None:
    recorded = answers.recorded["AVAL"].to_numpy(dtype=np.float64)
    tolerance = 0.0 if total == "MRSS" else HAQ_TOLERANCE
    off = np.abs(recorded - computed) > tolerance
    without_aids = compute_haq_di(answers.items(HAQ_CODES)) if total == "HAQDI" else computed
    for i in np.flatnonzero(off).tolist():
        row = answers.recorded.iloc[i]
        sheet, _, cell = str(row["SRCREF"]).rpartition("!")
        findings.add(
            "warning",
            "mrss.sum" if total == "MRSS" else "haq.sum",
            _says(total, float(recorded[i]), float(computed[i]), float(without_aids[i])),
            sheet=sheet,
            cell=cell,
            usubjid=str(row["USUBJID"]),
        )


def _says(total: str, recorded: float, computed: float, without_aids: float) -> str:
    if total == "MRSS":
        return say(
            "The skin score total {recorded:g} is not the sum of its 17 sites, which is "
            "{computed:g}; the recorded total is used.",
            recorded=recorded,
            computed=computed,
        )
    why = " (it is the index without aids and help)" if abs(recorded - without_aids) <= HAQ_TOLERANCE else ""
    given = "category scores" if np.isnan(without_aids) else "items, aids and help"
    return say(
        "The HAQ-DI {recorded:g} is not what its {given} give, which is {computed:.3f}{why}; "
        "the recorded index is used.",
        recorded=recorded,
        given=given,
        computed=computed,
        why=why,
    )


def _recipes(total: str, answers: _Answers, which: npt.NDArray[np.bool_]) -> list[str]:
    """Return how each of some totals was worked out, with the cells it is from."""
    cells = (answers.sheets + "!" + answers.letters)[which]
    if total == "MRSS":
        return [f"Sum of the {len(SKIN_CODES)} sites ({cell})" for cell in cells]
    has_items = np.asarray(~np.isnan(answers.items(HAQ_CODES)).all(axis=1))
    sources = np.where(has_items[which], "20 items with aids and help", "category scores")
    return [f"Mean over categories of the {said} ({c})" for said, c in zip(sources, cells, strict=True)]


def _derived(
    total: str, answers: _Answers, computed: npt.NDArray[np.float64], findings: Findings
) -> pd.DataFrame:
    """Return rows for totals that can be worked out and are not recorded."""
    missing = answers.recorded["PARAMCD"].isna().to_numpy() & ~np.isnan(computed) & ~answers.impossible
    rows = answers.first[missing]
    if not len(rows):
        return rows
    sheets = answers.sheets[missing]
    for sheet, count in sheets.value_counts(sort=False).items():
        findings.add(
            "info",
            "total.derived",
            say(
                "{what} worked out from their items, because no total is recorded: {count}.",
                what=say("Skin scores") if total == "MRSS" else say("HAQ-DI values"),
                count=count,
            ),
            sheet=str(sheet),
        )
    new: dict[str, Any] = {
        "PARAMCD": total,
        "AVAL": computed[missing],
        "AVALC": "",
        "AVALU": "",
        "NAME": total,
        "SRCREF": sheets + "!" + answers.letters[missing],
        "DTYPE": DERIVED,
        "RECIPE": _recipes(total, answers, missing),
    }
    return rows.assign(**new).drop(columns="SHEET").reset_index(drop=True)
