"""Signs that a file records as yes and no, in one of many words: 1 and 0."""

import numpy as np
import pandas as pd

from sscviewer.workbook.values.cells import as_array
from sscviewer.workbook.values.vocabulary import is_yes_no, standard

_NUMBERS = {"Y": 1.0, "N": 0.0}


def read_yes_no(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the measurements with yes as 1 and no as 0 where the parameter is such a sign; counts stay."""
    asked = (
        frame["PARAMCD"]
        .map({code: is_yes_no(code) for code in frame["PARAMCD"].unique()})
        .to_numpy(dtype=bool)
    )
    wanted = asked & frame["AVAL"].isna().to_numpy()
    if not wanted.any():
        return frame
    said = [_NUMBERS.get(standard("yes_no", text, ""), np.nan) for text in as_array(frame["AVALC"])[wanted]]
    values = frame["AVAL"].to_numpy(dtype=np.float64).copy()
    values[wanted] = said
    return frame.assign(AVAL=values)
