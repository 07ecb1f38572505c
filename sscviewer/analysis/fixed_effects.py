"""What fitted models have in common: coefficients, contrasts, F tests, means."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.special import fdtrc

from sscviewer.analysis.estimate import Estimate, make_estimate
from sscviewer.analysis.reml.design import Design
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.fit import Fitted
from sscviewer.analysis.reml.inference import Inference
from sscviewer.model.arrays import Floats


@dataclass(frozen=True)
class FixedEffects:
    """Fixed effects of a fitted model and everything that is linear in them.

    Attributes
    ----------
    design : Design
    fitted : Fitted
    inference : Inference
    df_method : str
        One of `inference.DF_METHODS`.
    simple_df : (p,) or None
        Degrees of freedom per coefficient for between-within and residual; None otherwise.
    level : float
        Level of the intervals.
    n_subjects : int
    method : str
        Model and method, in words.
    warnings : tuple of str
    """

    design: Design
    fitted: Fitted
    inference: Inference
    df_method: str
    simple_df: Floats | None
    level: float
    n_subjects: int
    method: str
    warnings: tuple[str, ...]

    @property
    def n_obs(self) -> int:
        """Number of observations used."""
        return self.fitted.blocks.n_obs

    @property
    def converged(self) -> bool:
        """True: a fit that did not converge is never returned without saying so here."""
        return self.fitted.optimum.converged

    @property
    def minus_two_log_likelihood(self) -> float:
        """−2 log-likelihood (restricted under REML), all constants included."""
        return self.fitted.minus_two_log_likelihood

    @property
    def log_likelihood(self) -> float:
        """Log-likelihood (restricted under REML)."""
        return -0.5 * self.fitted.minus_two_log_likelihood

    @property
    def terms(self) -> tuple[str, ...]:
        """All terms, R's names; those that repeat others have a NaN estimate."""
        return self.design.terms

    @cached_property
    def beta(self) -> Floats:
        """Estimates (len(terms),), NaN where not estimable."""
        full = np.full(len(self.terms), np.nan)
        full[self.design.kept] = self.fitted.beta
        return full

    @cached_property
    def _phi(self) -> Floats:
        return self.fitted.to_user(self.inference.adjusted)

    @cached_property
    def vcov(self) -> pd.DataFrame:
        """Covariance of the coefficients (p, p), Kenward-Roger adjusted where that is the method."""
        full = np.full((len(self.terms), len(self.terms)), np.nan)
        full[np.ix_(self.design.kept, self.design.kept)] = self._phi
        return pd.DataFrame(full, index=list(self.terms), columns=list(self.terms))

    @cached_property
    def coefficients(self) -> pd.DataFrame:
        """One row per term: estimate, se, df, t, p_value, lower, upper."""
        rows = [self.estimate_of(np.eye(len(self.terms))[i]) for i in range(len(self.terms))]
        table = pd.DataFrame(
            {
                "estimate": [r.estimate for r in rows],
                "se": [r.se for r in rows],
                "df": [r.df for r in rows],
                "t": [r.estimate / r.se if r.se > 0 else np.nan for r in rows],
                "p_value": [r.p_value for r in rows],
                "lower": [r.lower for r in rows],
                "upper": [r.upper for r in rows],
            },
            index=list(self.terms),
        )
        return table

    def estimate_of(self, weights: Floats, level: float | None = None) -> Estimate:
        """Return the estimate of Σ weights · coefficients.

        Parameters
        ----------
        weights : (len(terms),)
            A combination that is not estimable (see `is_estimable`) gives NaN.
        level : float, optional
            Level of the interval; that of the fit by default.
        """
        row = self.reduced(weights)
        if row is None:
            estimate = se = df = float("nan")
        else:
            estimate = float(row @ self.fitted.beta)
            se = float(np.sqrt(max(float(row @ self._phi @ row), 0.0)))
            df = self._df(row)
        return make_estimate(
            estimate,
            se,
            df,
            level=self.level if level is None else level,
            n_subjects=self.n_subjects,
            n_obs=self.n_obs,
            method=self.method,
            converged=self.converged,
            warnings=self.warnings,
        )

    def _df(self, row: Floats) -> float:
        if self.simple_df is not None:
            used = np.abs(row) > 0
            return float(self.simple_df[used].min()) if used.any() else float("nan")
        return self.inference.df(self.fitted.contrast_in(row))

    @cached_property
    def _aliases(self) -> Floats:
        """How the columns of the whole model matrix follow from the kept ones: (p, len(terms))."""
        kept = self.design.kept
        if len(kept) == len(self.terms):
            return np.eye(len(kept))
        full = self.design.rows_for(self.design.frame)
        return np.asarray(np.linalg.lstsq(self.design.x, full, rcond=None)[0])

    def reduced(self, weights: Floats) -> Floats | None:
        """Return the (p,) contrast of the estimable coefficients, or None if it is not estimable.

        Weights w on all columns are estimable when they lie in the row space of X, that is when
        w = w[kept] @ aliases.
        """
        w = np.asarray(weights, dtype=np.float64)
        row = w[self.design.kept]
        expected = row @ self._aliases
        # a single aliased coefficient is not estimable; a single kept one is reported as R does
        if np.count_nonzero(w) == 1 and np.count_nonzero(row) == 1:
            return row
        return row if np.allclose(expected, w, rtol=0.0, atol=1e-6 * (1.0 + np.abs(w).max())) else None

    def weights_of(self, contrast: Mapping[str, float]) -> Floats:
        """Return the weights (len(terms),) of a contrast given by term.

        Raises
        ------
        FitError
            If a term is not in the model.
        """
        weights = np.zeros(len(self.terms))
        for term, weight in contrast.items():
            if term not in self.terms:
                raise FitError(f"The model has no term {term}; its terms are {', '.join(self.terms)}.")
            weights[self.terms.index(term)] += weight
        return weights

    def contrast(self, contrast: Mapping[str, float], level: float | None = None) -> Estimate:
        """Return the estimate of a contrast such as {"ARMCDTRT": 1.0, "ARMCDTRT:AVISITVIS4": 1.0}.

        Raises
        ------
        FitError
            If a term is not in the model.
        """
        return self.estimate_of(self.weights_of(contrast), level)

    def f_test(self, contrasts: Sequence[Mapping[str, float]]) -> dict[str, float]:
        """Test that several contrasts are all zero.

        Rows that repeat each other are counted once.

        Returns
        -------
        dict
            f, num_df, den_df, p_value.
        """
        rows = [self.reduced(self.weights_of(contrast)) for contrast in contrasts]
        usable = np.array([row for row in rows if row is not None])
        if usable.size == 0:
            return {"f": np.nan, "num_df": 0.0, "den_df": np.nan, "p_value": np.nan}
        at = self.fitted.optimum.at
        own = self.fitted.contrast_in(usable)
        # β in the coordinates of the search, with what ordinary least squares took out put back
        beta_q = self.fitted.scaled.r @ self.fitted.beta / self.fitted.scaled.scale
        del at
        f, rank, df = self.inference.f_test(beta_q, own)
        if self.simple_df is not None:
            used = np.abs(usable).sum(axis=0) > 0
            df = float(self.simple_df[used].min())
        p_value = float(fdtrc(rank, min(df, 1e15), f)) if rank and df > 0 else np.nan
        return {"f": f, "num_df": float(rank), "den_df": df, "p_value": p_value}

    def predict_weights(self, grid: pd.DataFrame) -> Floats:
        """Return the (n, len(terms)) model matrix of new rows."""
        return self.design.rows_for(grid)

    def marginal_means(
        self, of: str, by: str | None = None, *, weights: str = "equal", level: float | None = None
    ) -> pd.DataFrame:
        """Return least-squares means; see `marginal_means.marginal_means`."""
        from sscviewer.analysis.marginal_means import marginal_means

        return marginal_means(self, of, by, weights=weights, level=level)
