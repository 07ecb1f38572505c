"""Whom each method of the sensitivity table counts."""

from collections.abc import Sequence

import numpy as np

from sscviewer.analysis.efficacy.change_model import ChangeModel
from sscviewer.analysis.efficacy.slope_model import SlopeModel
from sscviewer.model.arrays import Floats

Whom = dict[str, tuple[str, ...]]
"""The key of a method -> its patients, of all arms."""


def counted_by(
    patients: Sequence[str],
    at: Floats,
    carried: Floats,
    models: dict[str, ChangeModel | SlopeModel],
) -> Whom:
    """Return the patients of the methods that do not count everybody with a baseline.

    Parameters
    ----------
    patients, at, carried : (n,)
        The patients with a baseline, their changes at the visit, and those carried forward to it; NaN where
        missing.
    models
        By the key of the method; a model counts whom it is fitted to.
    """
    seen = tuple(p for p, value in zip(patients, at, strict=True) if not np.isnan(value))
    found = {"completers": seen, "wilcoxon": seen}
    found["locf"] = tuple(p for p, value in zip(patients, carried, strict=True) if not np.isnan(value))
    for key, model in models.items():
        if model.fit is not None:
            found[key] = tuple(str(subject) for subject in model.fit.subjects)
    return found
