"""Looks at all measured values together: not numeric, impossible, without a time."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.counted import counted
from sscviewer.model.parameters import Parameter
from sscviewer.model.sentence import say
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.measurements.doubtful import report_sentinels
from sscviewer.workbook.measurements.questionnaire import from_zero
from sscviewer.workbook.measurements.totals import check_totals
from sscviewer.workbook.values.cells import as_array

_LOADING_ONLY = ("NAME", "KIND", "ROW", "SPEC", "IMPOSSIBLE")


def check_values(frame: pd.DataFrame, parameters: tuple[Parameter, ...], findings: Findings) -> pd.DataFrame:
    """Return the measurements with impossible values out of AVAL (AVALC keeps them), each with an issue."""
    frame = _take_out_impossible(from_zero(frame, findings), parameters, findings)
    report_sentinels(frame, parameters, findings)
    _report_not_numeric(frame, findings)
    _report_limits(frame, findings)
    frame = check_totals(frame, findings)
    no_time = _without_time(frame)
    for row in frame[no_time].itertuples():
        _add(
            findings,
            row,
            "value.no_time",
            say("{name} has neither a date nor a visit and cannot be drawn.", name=row.NAME),
        )
    return frame.drop(columns=[name for name in _LOADING_ONLY if name in frame])


def _without_time(frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
    timed = (frame["VISIT"] != "").to_numpy()
    for name in ("ADT", "ADY"):
        if name in frame:
            timed = timed | frame[name].notna().to_numpy()
    return ~timed


def _take_out_impossible(
    frame: pd.DataFrame, parameters: tuple[Parameter, ...], findings: Findings
) -> pd.DataFrame:
    bounds = {p.paramcd: (p.low, p.high, p.unit, p.short) for p in parameters if p.low is not None}
    codes, different = pd.factorize(as_array(frame["PARAMCD"]))
    limits = [bounds[code][:2] if code in bounds else (np.nan, np.nan) for code in different]
    low, high = np.array(limits, dtype=float).reshape(-1, 2)[codes].T
    value = frame["AVAL"].to_numpy(dtype=float)
    with np.errstate(invalid="ignore"):
        bad = (value < low) | (value > high)
    for row in frame[bad].itertuples():
        least, most, unit, short = bounds[str(row.PARAMCD)]
        _add(
            findings,
            row,
            "value.impossible",
            say(
                "{name} {value} is outside {least:g} to {most:g}{unit} and cannot be right; it is kept as "
                "text and not drawn or analysed.",
                name=short,
                value=f"{row.AVALC} {row.AVALU or unit}".rstrip(),
                least=least,
                most=most,
                unit=f" {unit}" if unit else "",
            ),
        )
    return frame.assign(AVAL=np.where(bad, np.nan, value), IMPOSSIBLE=bad)


def _report_not_numeric(frame: pd.DataFrame, findings: Findings) -> None:
    """Add an issue per value that is no number; one in all where a parameter has none (a colour)."""
    missing = frame["AVAL"].isna() & ~frame["IMPOSSIBLE"]
    if not missing.any():
        return
    never = frame.groupby("PARAMCD")["AVAL"].transform("count") == 0
    several = frame.groupby("PARAMCD")["AVAL"].transform("size") > 1
    for row in frame[missing & ~(never & several)].itertuples():
        _add(
            findings,
            row,
            "value.not_numeric",
            say("{name} “{avalc}” is not a number; it is kept as text.", name=row.NAME, avalc=row.AVALC),
        )
    text_only = frame[missing & never & several]
    for _, rows in text_only.groupby("PARAMCD", sort=False):
        first = rows.iloc[0]
        sheet, _, cell = str(first["SRCREF"]).rpartition("!")
        findings.add(
            "info",
            "value.text_only",
            say(
                "{measure} is recorded in words only ({n} values, such as “{text}”); they are kept "
                "as text and cannot be drawn as a curve.",
                measure=first["NAME"],
                n=len(rows),
                text=first["AVALC"],
            ),
            sheet=sheet,
            cell=cell,
        )


def _report_limits(frame: pd.DataFrame, findings: Findings) -> None:
    """Say once per parameter that values of which only a limit is known count as that limit."""
    limits = frame[frame["AVALQ"].isin(("<", ">")) & frame["AVAL"].notna()]
    for _, rows in limits.groupby("PARAMCD", sort=False):
        first = rows.iloc[0]
        sheet, _, cell = str(first["SRCREF"]).rpartition("!")
        findings.add(
            "info",
            "value.limit",
            say(
                "{measure}: of {values} only a limit is known (such as “{text}”); means, changes and "
                "models take the limit for the value.",
                measure=first["NAME"],
                values=counted(len(rows), "value"),
                text=first["AVALC"],
            ),
            sheet=sheet,
            cell=cell,
        )


def _add(findings: Findings, row: object, code: str, message: str) -> None:
    sheet, _, cell = str(getattr(row, "SRCREF", "")).rpartition("!")
    findings.add("warning", code, message, sheet=sheet, cell=cell, usubjid=str(getattr(row, "USUBJID", "")))
