"""One measurement of one visit with two values, where such repeats are no habit of the trial."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from sscviewer.model.sentence import say
from sscviewer.model.tables import DERIVED
from sscviewer.workbook.contradictions.found import Contradiction, Read, at, name

TABLE = "measurements"
HABIT = 0.25
"""Where this share of a parameter's visits has several values, repeats are how it is measured (blood pressure
three times): our default. A trial that repeats a test now and then has each repeat named."""
PLACE = ["USUBJID", "PARAMCD", "VISIT", "DAY"]


def two_values(read: Read) -> Iterator[Contradiction]:
    """Find rows of one patient, parameter and visit that say another value than an earlier row.

    Before treatment and at unplanned visits, which come more than once, only rows of one day.
    """
    study = read.study
    frame = study.frame(TABLE)
    frame = frame[(frame["DTYPE"] != DERIVED) & frame["AVAL"].notna()]
    if not len(frame):
        return
    is_planned = (frame["AVISITN"] > 0) & (frame["VISIT"] != "")
    frame = frame.assign(DAY=frame["ADT"].mask(is_planned))
    repeated = frame.duplicated(PLACE, keep=False).to_numpy()
    if not repeated.any():
        return
    once = ~frame.duplicated(PLACE).to_numpy()
    share = pd.Series(repeated[once]).groupby(frame["PARAMCD"].to_numpy()[once], sort=False).mean()
    habit = {str(code): part >= HABIT for code, part in share.items()}
    frame = frame[repeated]  # the rest, nearly all, has nothing to be compared with
    places = frame.groupby(PLACE, dropna=False, sort=False)
    values, first = places["AVAL"].transform("nunique"), places["AVAL"].transform("first")
    differs = (values > 1) & (frame["AVAL"] != first)
    columns = [study.column(TABLE, column) for column in ("USUBJID", "PARAMCD", "VISIT", "AVAL")]
    rows, before = frame.index[differs].to_numpy(), first[differs].to_numpy(dtype=np.float64)
    for row, earlier in zip(rows.tolist(), before.tolist(), strict=True):
        usubjid, code, visit, value = (column[row] for column in columns)
        if habit[code]:
            continue
        yield at(
            study,
            TABLE,
            row,
            "AVAL",
            say(
                "{measure} of patient {usubjid}{visit} is {value}, and {earlier} in an earlier row; "
                "both are drawn, and the plan says which counts.",
                measure=study.parameters[code].axis_label,
                usubjid=usubjid,
                visit=say(" at {visit}", visit=visit) if visit else "",
                value=name(value),
                earlier=name(earlier),
            ),
        )
