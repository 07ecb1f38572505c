"""What a proportional hazards estimate becomes without each patient in turn: the jackknife variance.

The Lin-Wei variance sums squared score residuals as if the estimate did not depend on them. With 20 patients
it is too small: a patient with many events pulls the estimate towards itself and so looks unremarkable.
Leaving the patient out measures the pull.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.model.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows (start, when] of patients, all of some length.

    Attributes
    ----------
    when, start : (n,)
        Who starts at a time is not yet at risk at it.
    happened : (n,) whether an event ended the row
    x : (n, p)
    layer : (n,) stratum
    own : (n,) patient, 0 … m-1
    """

    when: Floats
    start: Floats
    happened: Bools
    x: Floats
    layer: npt.NDArray[Any]
    own: Ints


def without_each_patient(rows: Rows, coefficient: Floats, ties: str) -> tuple[Floats, Floats]:
    """Return score (m, p) and information (m, p, p) at the coefficient (p,) without each patient in turn.

    Parameters
    ----------
    ties : "efron" or "breslow"

    **Source**: Therneau & Grambsch, Modeling Survival Data (2000), ch. 3: the sums over those at risk, less
    the patient's own part of them.
    """
    m, p = int(rows.own.max()) + 1, rows.x.shape[1]
    eta = rows.x @ coefficient
    weight = np.exp(eta - eta.max())
    products = (rows.x[:, :, None] * rows.x[:, None, :]).reshape(-1, p * p)
    sums = np.column_stack([np.ones(len(eta)), rows.x, products]) * weight[:, None]
    score, information = np.zeros((m, p)), np.zeros((m, p, p))
    for value in np.unique(rows.layer[rows.happened]):
        mine = rows.layer == value
        for time in np.unique(rows.when[mine & rows.happened]):
            ending = mine & rows.happened & (rows.when == time)
            at_risk = mine & (rows.when >= time) & (rows.start < time)
            u, i = _at_event(
                _left(sums, at_risk, rows.own, m),
                _left(sums, ending, rows.own, m),
                _left(np.column_stack([np.ones(len(eta)), rows.x]), ending, rows.own, m),
                ties,
            )
            score += u
            information += i
    return score, information


def _left(values: Floats, which: Bools, own: Ints, m: int) -> Floats:
    """Return the sum of the chosen rows (n, c) without each patient's own; (m, c)."""
    part = np.zeros((m, values.shape[1]))
    np.add.at(part, own[which], values[which])
    return np.asarray(part.sum(axis=0) - part)


def _at_event(at_risk: Floats, ending: Floats, events: Floats, ties: str) -> tuple[Floats, Floats]:
    """Return what the events of one time add to the scores (m, p) and the information (m, p, p)."""
    m, p = len(at_risk), events.shape[1] - 1
    count = np.rint(events[:, 0])
    score, information = events[:, 1:].copy(), np.zeros((m, p, p))
    for k in range(int(count.max())):
        tied = k < count
        share = np.where(tied, k / np.maximum(count, 1.0), 0.0) if ties == "efron" else np.zeros(m)
        left = np.where(tied[:, None], at_risk - share[:, None] * ending, 1.0)
        mean = left[:, 1 : p + 1] / left[:, :1]
        second = (left[:, p + 1 :] / left[:, :1]).reshape(m, p, p)
        score -= np.where(tied[:, None], mean, 0.0)
        spread = second - mean[:, :, None] * mean[:, None, :]
        information += np.where(tied[:, None, None], spread, 0.0)
    return np.where(count[:, None] > 0, score, 0.0), information


def jackknife_covariance(rows: Rows, coefficient: Floats, ties: str, least: float) -> Floats | None:
    """Return (m-1)/m Σ (b_i − b)(b_i − b)' (p, p), b_i one Newton step from the estimate b without patient i.

    None where the rest says nothing about a covariate once some patient is left out: then the estimate is
    that patient's alone.

    Parameters
    ----------
    least
        Smallest eigenvalue of an information that says something.

    **Source**: Lipsitz, Dear & Zhao, Biometrics 1994;50:842 (one-step jackknife).
    """
    score, information = without_each_patient(rows, coefficient, ties)
    if not np.isfinite(information).all() or float(np.linalg.eigvalsh(information).min()) <= least:
        return None
    moved = np.linalg.solve(information, score[:, :, None])[:, :, 0]
    m = len(moved)
    return np.asarray((m - 1.0) / m * moved.T @ moved)
