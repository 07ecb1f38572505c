"""Type I error of the MMRM's tests at small n: python tests/benchmarks/simulate_type_one.py [simulations].

n subjects, 4 visits, unstructured covariance, no effect; the last visit is compared with the first, at 5 %.
Drop-out at random with a hazard per visit. For R's mmrm see shared/oracles/mixed/typeI.json.
"""

import json
import sys

import numpy as np
import pandas as pd

from sscviewer.analysis.estimate import t_p_value
from sscviewer.analysis.mmrm import fit_mmrm
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.fit import infer

SIGMA = np.array(
    [[16.0, 11.0, 9.0, 8.0], [11.0, 20.0, 14.0, 12.0], [9.0, 14.0, 25.0, 18.0], [8.0, 12.0, 18.0, 30.0]]
)
METHODS = ("kenward-roger", "satterthwaite", "none")


def simulate(n, hazard, rng):
    """Return the p-values of one trial by method, or None if the unstructured model cannot be fitted."""
    y = rng.multivariate_normal(np.zeros(4), SIGMA, n)
    last = rng.geometric(hazard, n) if hazard else np.full(n, 4)
    keep = np.arange(4) < np.maximum(last, 1)[:, None]
    subject, visit = np.nonzero(keep)
    data = pd.DataFrame({"id": subject, "v": pd.Categorical(visit), "y": y[subject, visit]})
    try:
        fit = fit_mmrm(data, "y ~ v", subject="id", visit="v", fallback=False)
    except FitError:
        return None
    out = {}
    for method in METHODS:
        inference = infer(fit.fitted, method)
        contrast = fit.fitted.contrast_in(np.array([0.0, 0.0, 0.0, 1.0]))
        se = fit.fitted.scaled.scale * np.sqrt(contrast @ inference.adjusted @ contrast)
        df = np.inf if method == "none" else inference.df(contrast)
        out[method] = t_p_value(fit.fitted.beta[3] / se, df)
    return out


def main():
    simulations = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    rows = []
    for n in (8, 12, 20):
        for hazard in (0.0, 0.07):
            rng = np.random.default_rng(1000 * n + round(100 * hazard))
            results = [simulate(n, hazard, rng) for _ in range(simulations)]
            done = [r for r in results if r is not None]
            rates = {m: float(np.mean([r[m] < 0.05 for r in done])) for m in METHODS}
            rows.append({"n": n, "hazard": hazard, "failed": len(results) - len(done), "reject_5pct": rates})
            print(json.dumps(rows[-1]), flush=True)


if __name__ == "__main__":
    main()
