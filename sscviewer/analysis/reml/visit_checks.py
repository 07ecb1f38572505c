"""Whether the rows can be values by subject and visit: one each, and the visits in their order."""

import re
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from sscviewer.analysis.reml.blocks import Index
from sscviewer.analysis.reml.design import Design
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.sentence import say


def check_duplicates(design: Design, subject: str, visit: str, codes: Index, visits: Index) -> None:
    """Refuse data with two values of a subject at one visit.

    Raises
    ------
    FitError
        That names the first of them.
    """
    keys = codes * (int(visits.max()) + 1) + visits
    order = np.sort(keys)
    repeated = order[1:][order[1:] == order[:-1]]
    if len(repeated) == 0:
        return
    row = design.frame.iloc[int(np.flatnonzero(keys == repeated[0])[0])]
    raise FitError(
        say(
            "Subject {subject} has more than one {response} at {visit} {name}"
            " ({n} such subject-visits in all): each visit can have one value.",
            subject=str(row[subject]),
            response=design.response,
            visit=visit,
            name=str(row[visit]),
            n=len(np.unique(repeated)),
        )
    )


def _natural_key(level: Any) -> list[Any]:
    return [int(part) if part.isdecimal() else part for part in re.split(r"(\d+)", str(level))]


def order_notes(column: "pd.Series[Any]", levels: Sequence[Any], covariance: str) -> list[str]:
    """Warn where visits sorted as text are out of order (Month 12 before Month 3) and the order matters."""
    if isinstance(column.dtype, pd.CategoricalDtype) or pd.api.types.is_numeric_dtype(column):
        return []
    natural = sorted(levels, key=_natural_key)
    if natural == list(levels) or covariance in ("us", "cs", "csh"):
        return []
    return [
        say(
            "Visits are in alphabetical order ({visits}): declare another if it is wrong.",
            visits=", ".join(map(str, levels)),
        )
    ]
