"""Two measurements of one and the same test: litres and % predicted, FEV1 and FVC."""

import numpy as np
import pandas as pd

from sscviewer.model.arrays import Ints
from sscviewer.model.study import Study


def same_tests(study: Study, first: str, second: str) -> tuple[Ints, Ints]:
    """Return the rows of two parameters at one patient, visit, time point and day, where each is there once.

    Parameters
    ----------
    first, second
        PARAMCDs.

    Returns
    -------
    Ints of the first and of the second, (n,) each, in the order of the first; only rows with a number.
    """
    codes, values = study.column("measurements", "PARAMCD"), study.column("measurements", "AVAL")
    is_first = codes == first
    rows = np.flatnonzero((is_first | (codes == second)) & ~np.isnan(values))
    if not rows.size:
        return rows, rows
    when = pd.DataFrame({name: study.column("measurements", name)[rows] for name in ("VISIT", "ATPT", "ADY")})
    when["PATIENT"] = study.positions("measurements")[rows]
    test = when.groupby(list(when), sort=False, dropna=False).ngroup().to_numpy()
    side = is_first[rows]
    n_first, n_second = (np.bincount(test[which], minlength=test.max() + 1) for which in (side, ~side))
    paired = ((n_first == 1) & (n_second == 1))[test]
    other = np.full(test.max() + 1, -1)
    other[test[~side]] = rows[~side]
    picked = side & paired
    return rows[picked], other[test[picked]]
