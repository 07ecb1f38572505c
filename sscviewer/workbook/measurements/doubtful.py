"""Values that are read as they stand but look like something else: codes for "missing", fractions of 100."""

from collections.abc import Mapping

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.parameters import PREDICTED, Parameter
from sscviewer.model.sentence import say
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.vocabulary import known_parameter, read_toml

_ENOUGH_OTHERS = 3
"""With fewer other values nothing can be said to stand out."""

_FAR = 3
"""So many times the width of the other values a code lies beyond them; a raised enzyme does not."""

_FRACTION = (0.1, 1.5)
"""A whole column of % predicted within these is one of fractions (10 % to 150 %)."""


def is_fraction(paramcd: str, unit: str, values: npt.NDArray[np.float64]) -> bool:
    """Return whether values of a % predicted parameter are all fractions of 1."""
    known = known_parameter(paramcd)
    if known is None or known.unit != PREDICTED or unit not in ("", "%", PREDICTED):
        return False
    given = values[~np.isnan(values)]
    low, high = _FRACTION
    return bool(len(given)) and bool(((given >= low) & (given <= high)).all())


def report_sentinels(frame: pd.DataFrame, parameters: tuple[Parameter, ...], findings: Findings) -> None:
    """Ask about values such as -99, 255 or 999 that stand out from the others of their parameter."""
    names = {p.paramcd: p.short or p.param for p in parameters}
    codes = np.array([float(code) for code in read_toml("values")["sentinel"]["codes"]])
    listed = frame[np.isin(frame["AVAL"].to_numpy(dtype=float), codes)]
    by_code: Mapping[object, pd.DataFrame] = dict(iter(frame.groupby("PARAMCD", sort=False)))
    for paramcd, rows in listed.groupby("PARAMCD", sort=False):
        values = by_code[paramcd]["AVAL"].to_numpy(dtype=float)
        odd = _standing_out(values, codes)
        for row in rows[np.isin(rows["AVAL"].to_numpy(dtype=float), odd)].itertuples():
            sheet, _, cell = str(row.SRCREF).rpartition("!")
            findings.add(
                "warning",
                "value.sentinel",
                say(
                    "{measure} {value} stands out from the other values and may be a code for “missing”; it "
                    "is used as it stands until you say what it means.",
                    measure=names.get(str(paramcd), str(paramcd)),
                    value=row.AVALC,
                ),
                sheet=sheet,
                cell=cell,
                usubjid=str(row.USUBJID),
            )


def _standing_out(values: npt.NDArray[np.float64], codes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return the codes that lie further from the other values than these are apart."""
    others = values[~np.isnan(values) & ~np.isin(values, codes)]
    if len(others) < _ENOUGH_OTHERS:
        return np.empty(0)
    low, high = float(others.min()), float(others.max())
    width = max(high - low, abs(high), abs(low)) or 1.0
    above, below = codes > high + _FAR * width, codes < low - _FAR * width
    negative = (codes < 0) & (low >= 0)
    return codes[above | below | negative]
