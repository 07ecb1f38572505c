"""The data as the likelihood sees them: rows per missingness pattern, compressed to their cross-products.

All subjects of a pattern share V_g = L_g Ω L_g'. The likelihood needs of them only their number and the
cross-products of their rows [X y], so a pattern of many subjects is replaced by the few rows of a factor
with the same cross-products: after this pass its cost no longer depends on the number of subjects.

**Source**: resources/methods/mixed_models.md, "The data".
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg.lapack import dpstrf

from sscviewer.model.arrays import Floats

Index = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Blocks:
    """Rows grouped by pattern.

    Attributes
    ----------
    rows : (N, m, q)
        [X y] of each (pseudo-)subject; positions it does not have are zero.
    group : (N,)
        Pattern of each row block, ascending.
    starts : (G,)
        First row block of each pattern.
    counts : (G,)
        Number of real subjects of each pattern.
    load : (G, m, t)
        L_g, which takes Ω to the covariance of the pattern; zero rows for missing positions.
    pad : (G, m, m)
        One on the diagonal of missing positions, so that V_g can be inverted.
    n_obs : int
        Number of observations.
    """

    rows: Floats
    group: Index
    starts: Index
    counts: Floats
    load: Floats
    pad: Floats
    n_obs: int

    @property
    def n_fixed(self) -> int:
        """Number of columns of X."""
        return int(self.rows.shape[2]) - 1

    @property
    def n_subjects(self) -> float:
        """Number of real subjects."""
        return float(self.counts.sum())


def group_blocks(rows: Floats, pattern: Index, load: Floats, mask: NDArray[np.bool_], n_obs: int) -> Blocks:
    """Group subjects by pattern and compress the large ones.

    Parameters
    ----------
    rows : (n, m, q)
        [X y] per subject, zero where missing.
    pattern : (n,)
        Pattern of each subject, 0..G-1, every pattern present.
    load : (G, m, t)
        L_g with zero rows where the pattern has no observation.
    mask : (G, m)
        True where the pattern has an observation.
    n_obs : int
        Number of observations behind the rows.
    """
    n_groups, m, _ = load.shape
    order = np.argsort(pattern, kind="stable")
    counts = np.bincount(pattern, minlength=n_groups)
    bounds = np.concatenate(([0], np.cumsum(counts)))
    width = m * rows.shape[2]
    if (counts <= width).all():
        pieces = rows[order]
        sizes = counts
    else:
        parts = [
            _compressed(rows[order[bounds[g] : bounds[g + 1]]])
            if counts[g] > width // 2
            else rows[order[bounds[g] : bounds[g + 1]]]
            for g in range(n_groups)
        ]
        pieces = np.concatenate(parts)
        sizes = np.array([len(part) for part in parts])
    pad = np.zeros((n_groups, m, m))
    diagonal = np.arange(m)
    pad[:, diagonal, diagonal] = ~mask
    return Blocks(
        rows=np.ascontiguousarray(pieces),
        group=np.repeat(np.arange(n_groups), sizes),
        starts=np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.intp),
        counts=counts.astype(np.float64),
        load=load,
        pad=pad,
        n_obs=n_obs,
    )


def _compressed(rows: Floats) -> Floats:
    """Return (r, m, q) rows with the same cross-products as the (n, m, q) rows, r = their rank."""
    n, m, q = rows.shape
    flat = rows.reshape(n, m * q)
    factor, pivot, rank, _ = dpstrf(flat.T @ flat, tol=-1.0, lower=0)
    rank = max(int(rank), 1)
    root = np.zeros((rank, m * q))
    root[:, pivot - 1] = np.triu(factor)[:rank]
    return root.reshape(rank, m, q)


def visit_blocks(
    x: Floats, y: Floats, subject: Index, visit: Index, n_visits: int, group: Index | None = None
) -> tuple[Blocks, Floats, Index]:
    """Return the blocks of a model with one covariance Σ of the visits (Ω = Σ, L_g selects visits).

    With groups Ω holds one Σ for each, one after the other, and L_g selects visits of one of them.

    Parameters
    ----------
    x : (N, p)
        Model matrix.
    y : (N,)
        Response.
    subject, visit : (N,)
        Codes 0..n-1 and 0..T-1; no pair twice.
    n_visits : int
        T.
    group : (n,) or None
        Codes 0.. of the subjects whose covariances differ; None for one covariance.

    Returns
    -------
    blocks : Blocks
    rows : (n, T, p + 1)
        [X y] per subject, uncompressed, zero where missing.
    pattern : (n,)
        Pattern of each subject.
    """
    n = int(subject.max()) + 1
    rows = np.zeros((n, n_visits, x.shape[1] + 1))
    rows[subject, visit, :-1] = x
    rows[subject, visit, -1] = y
    seen = np.zeros((n, n_visits), dtype=np.bool_)
    seen[subject, visit] = True
    own = np.zeros(n, dtype=np.intp) if group is None else group
    if n_visits <= 48:  # the pattern and the group fit into the bits of one whole number
        key = seen @ (1 << np.arange(n_visits)) + (own << n_visits)
        _, first, pattern = np.unique(key, return_index=True, return_inverse=True)
    else:
        keys = np.column_stack([own, seen])
        _, first, pattern = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    pattern = pattern.reshape(-1).astype(np.intp)
    mask = seen[first]
    load = np.eye(n_visits)[None] * mask[:, :, None]
    if group is not None:
        wide = np.zeros((len(first), n_visits, int(own.max()) + 1, n_visits))
        wide[np.arange(len(first)), :, own[first]] = load
        load = wide.reshape(len(first), n_visits, -1)
    return group_blocks(rows, pattern, load, mask, len(y)), rows, pattern


def slope_blocks(x: Floats, y: Floats, subject: Index, time: Floats, *, slope: bool = True) -> Blocks:
    """Return the blocks of a random intercept (and slope) at any times (Ω = diag(D, σ²I)).

    Each subject's rows are rotated so that at most two of them carry the random effects: along 1 and along
    the centred times. What is left has covariance σ²I and is pooled over subjects, so that irregular times
    cost no more than a 2×2 matrix a subject.

    Parameters
    ----------
    x : (N, p)
        Model matrix.
    y : (N,)
        Response.
    subject : (N,)
        Codes 0..n-1.
    time : (N,)
        Times; centred and scaled by the caller.
    slope : bool
        False: random intercept only.

    **Source**: resources/methods/mixed_models.md, "Random slopes at any times".
    """
    n = int(subject.max()) + 1
    data = np.column_stack([x, y])
    count = np.bincount(subject, minlength=n).astype(np.float64)
    centre = np.bincount(subject, time, n) / count
    offset = time - centre[subject]
    spread = np.sqrt(np.bincount(subject, offset**2, n))
    # below this the times of a subject differ by rounding alone
    sloped = spread > 1e-10 * (1.0 + np.abs(time).max()) if slope else np.zeros(n, dtype=np.bool_)
    axes = np.zeros((len(y), 2))
    axes[:, 0] = 1.0 / np.sqrt(count)[subject]
    axes[:, 1] = np.where(sloped, 1.0 / np.where(sloped, spread, 1.0), 0.0)[subject] * offset
    order = _stable_order(subject)
    begin = np.concatenate(([0], np.cumsum(count)[:-1])).astype(np.intp)
    head = np.add.reduceat((axes[:, :, None] * data[:, None, :])[order], begin, axis=0)
    rest = data - np.einsum("na,naq->nq", axes, head[subject])
    first, pattern = _same_rows(
        count, np.round(centre, 12), np.asarray(np.round(spread, 12), dtype=np.float64)
    )
    n_random = 2 if slope else 1
    load = np.zeros((len(first), 2, n_random + 2))
    load[:, 0, 0] = np.sqrt(count[first])
    if slope:
        load[:, 0, 1] = np.sqrt(count[first]) * centre[first]
        load[:, 1, 1] = np.where(sloped[first], spread[first], 0.0)
    mask = np.column_stack([np.ones(len(first), dtype=np.bool_), sloped[first]])
    load[:, 0, n_random] = 1.0
    load[:, 1, n_random + 1] = mask[:, 1]
    left = len(y) - n - int(sloped.sum())
    return _with_pooled_rest(group_blocks(head, pattern, load, mask, len(y)), rest, left)


def _stable_order(codes: Index) -> Index:
    """Return the stable order of codes; sorting what is sorted takes longer than looking."""
    if (codes[1:] >= codes[:-1]).all():
        return np.arange(len(codes))
    return np.argsort(codes, kind="stable")


def _same_rows(*columns: Floats) -> tuple[Index, Index]:
    """Return the first row of each group of equal rows, and the group of each row."""
    codes = np.zeros(len(columns[0]), dtype=np.intp)
    for column in columns:
        levels, inverse = np.unique(column, return_inverse=True)
        codes = codes * len(levels) + inverse
        # renumbered each time, so that the product cannot overflow
        _, first, codes = np.unique(codes, return_index=True, return_inverse=True)
    return first, codes.astype(np.intp)


def _with_pooled_rest(blocks: Blocks, rest: Floats, left: int) -> Blocks:
    """Add the rows without random effects as one more pattern of `left` single observations."""
    if left <= 0:
        return blocks
    q = rest.shape[1]
    pooled = np.zeros((0, 2, q))
    packed = _compressed(rest[:, None, :])
    pooled = np.zeros((len(packed), 2, q))
    pooled[:, 0] = packed[:, 0]
    n_groups = len(blocks.counts)
    load = np.zeros((1, 2, blocks.load.shape[2]))
    load[0, 0, -2] = 1.0
    pad = np.zeros((1, 2, 2))
    pad[0, 1, 1] = 1.0
    return Blocks(
        rows=np.concatenate([blocks.rows, pooled]),
        group=np.concatenate([blocks.group, np.full(len(pooled), n_groups)]),
        starts=np.concatenate([blocks.starts, [len(blocks.rows)]]),
        counts=np.concatenate([blocks.counts, [float(left)]]),
        load=np.concatenate([blocks.load, load]),
        pad=np.concatenate([blocks.pad, pad]),
        n_obs=blocks.n_obs,
    )
