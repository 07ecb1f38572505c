"""What is missing, from the values there are: the formula that imputation is compared with."""

import numpy as np


def conditional_value(mu, sigma, seen, y, position):
    """Return a subject's expected value at a visit given its others: μ_v + Σ_vo Σ_oo⁻¹ (y_o − μ_o)."""
    weight = np.linalg.solve(sigma[np.ix_(seen, seen)], sigma[seen, position])
    return float(mu[position] + weight @ (y[seen] - mu[seen]))
