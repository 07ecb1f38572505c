"""Row numbers of a sheet in words."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from sscviewer.model.sentence import say


def runs(rows: Sequence[int] | npt.NDArray[np.int64]) -> list[list[int]]:
    """Return row numbers, in order, as runs without gaps."""
    numbers = np.asarray(rows, dtype=np.int64)
    if not len(numbers):
        return []
    parts = np.split(numbers, np.flatnonzero(np.diff(numbers) > 1) + 1)
    return [[int(row) for row in part] for part in parts]


def rows_in_words(rows: Sequence[int]) -> str:
    """Return "Rows 3, 5 to 9 and 12" of row numbers in order."""
    texts = [
        str(run[0]) if len(run) == 1 else say("{run} to {run2}", run=run[0], run2=run[-1])
        for run in runs(rows)
    ]
    listed = (
        texts[0]
        if len(texts) == 1
        else say("{texts} and {texts2}", texts=", ".join(texts[:-1]), texts2=texts[-1])
    )
    return say("Row {listed}", listed=listed) if len(rows) == 1 else say("Rows {listed}", listed=listed)
