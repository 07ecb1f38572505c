"""Intervals and p-values against R (qt, pt, qnorm)."""

import subprocess
import sys

import numpy as np
import pytest

from sscviewer.analysis.estimate import make_estimate

SHARED = {"level": 0.95, "n_subjects": 10, "n_obs": 10, "method": "test"}


def test_t_interval():
    one = make_estimate(1.58, 0.3889587, 9.0, **SHARED)
    # R: t.test(sleep, paired): 0.7001142 2.4598858, p = 0.00283289
    assert (one.lower, one.upper) == pytest.approx((0.7001142, 2.4598858), abs=2e-7)
    assert one.p_value == pytest.approx(0.00283289, abs=1e-8)


def test_normal_interval_at_infinite_df():
    one = make_estimate(0.0, 1.0, np.inf, **SHARED)
    assert one.upper == pytest.approx(1.959963984540054, rel=1e-7)


def test_not_estimable():
    one = make_estimate(np.nan, np.nan, np.nan, **SHARED)
    assert np.isnan(one.lower)
    assert np.isnan(one.p_value)


def test_import_does_not_load_scipy():
    code = "import sys, sscviewer.analysis.estimate; sys.exit('scipy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
