"""The lines behind the values: the published one-year changes, and what statsmodels predicts per patient."""

import numpy as np
import pytest

from sscviewer.analysis.endpoint import endpoint_frame
from sscviewer.analysis.model_lines import model_lines
from sscviewer.analysis.patient_page import trial_frame, with_models
from sscviewer.analysis.population import population


@pytest.mark.parametrize(("paramcd", "printed"), [("FVCPP", "+1.74"), ("MRSS", "-3.90")])
def test_the_mean_line_changes_by_the_published_amount(demo_study, paramcd, printed):
    lines = model_lines(demo_study, paramcd)
    # the line begins at month 0 and ends at month 12
    assert f"{lines.mean[-1] - lines.mean[0]:+.2f}" == printed
    assert np.all(lines.lower < lines.mean)
    assert np.all(lines.mean < lines.upper)
    assert lines.n_subjects == 20


def test_patient_lines_agree_with_statsmodels(demo_study):
    from statsmodels.regression.mixed_linear_model import MixedLM

    frame = endpoint_frame(demo_study, population(demo_study), "FVCPP")
    month = frame["AVISITN"].to_numpy(dtype=float)
    design = np.column_stack([np.ones_like(month), month])
    model = MixedLM(frame["AVAL"].to_numpy(), design, frame["USUBJID"].to_numpy(), exog_re=design)
    fit = model.fit(reml=True, method="bfgs", gtol=1e-8)
    lines = model_lines(demo_study, "FVCPP")
    for usubjid, (day, value) in lines.own.items():
        effects = np.asarray(fit.random_effects[usubjid])
        months = (day - 1) / (365.25 / 12)
        expected = (fit.fe_params[0] + effects[0]) + (fit.fe_params[1] + effects[1]) * months
        np.testing.assert_allclose(value, expected, atol=2e-3)
    assert len(lines.own) == 19  # one patient has a baseline only


def test_too_little_to_model_gives_no_lines(tiny_study):
    frame = with_models(tiny_study, trial_frame(tiny_study, ("FVCPP", "MRSS")))
    assert model_lines(tiny_study, "MRSS") is None or len(frame.models) == 2
    assert all(np.isfinite(lines.mean).all() for lines in frame.models)
