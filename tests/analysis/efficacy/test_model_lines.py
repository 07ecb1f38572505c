"""The lines behind the values: the published one-year changes, and what statsmodels predicts per patient."""

import warnings

import numpy as np
import pytest
from statsmodels.regression.mixed_linear_model import MixedLM, MixedLMParams

from sscviewer.analysis.efficacy.model_lines import model_lines as lines_by_plan
from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.patient.patient_page import trial_frame
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.model.study import build_study
from tests.planned import model_lines, population, with_models


@pytest.mark.parametrize(("paramcd", "printed"), [("FVCPP", "+1.74"), ("MRSS", "-3.90")])
def test_the_mean_line_changes_by_the_published_amount(demo_study, paramcd, printed):
    lines = model_lines(demo_study, paramcd)
    # the line begins at month 0 and ends at month 12
    assert f"{lines.mean[-1] - lines.mean[0]:+.2f}" == printed
    assert np.all(lines.lower < lines.mean)
    assert np.all(lines.mean < lines.upper)
    assert lines.n_subjects == 20


def test_a_line_of_too_few_degrees_of_freedom_has_no_interval_and_says_so(demo_study):
    plan = DEFAULT_PLAN.with_value("model", "smallest_df", 30.0)
    lines = lines_by_plan(demo_study, plan, "FVCPP")
    assert np.isnan([lines.lower, lines.upper]).all()
    assert np.isfinite(lines.mean).all()
    assert "The line has no interval, for it has 1" in lines.note
    assert "degrees of freedom, fewer than 30." in lines.note


def test_patient_lines_agree_with_statsmodels(demo_study):
    frame = endpoint_frame(demo_study, population(demo_study), "FVCPP")
    month = frame["AVISITN"].to_numpy(dtype=float)
    design = np.column_stack([np.ones_like(month), month])
    model = MixedLM(frame["AVAL"].to_numpy(), design, frame["USUBJID"].to_numpy(), exog_re=design)
    start = MixedLMParams.from_components(fe_params=[65.0, 0.1], cov_re=np.diag([25.0, 0.02]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains of its own optimiser, and is compared all the same
        fit = model.fit(reml=True, method="bfgs", start_params=start, maxiter=9000, gtol=1e-9)
    lines = model_lines(demo_study, "FVCPP")
    for usubjid, (day, value) in lines.own.items():
        effects = np.asarray(fit.random_effects[usubjid])
        months = (day - 1) / (365.25 / 12)
        expected = (fit.fe_params[0] + effects[0]) + (fit.fe_params[1] + effects[1]) * months
        np.testing.assert_allclose(value, expected, atol=2e-3)
    assert len(lines.own) == 19  # one patient has a baseline only


def test_one_visit_after_baseline_is_no_course(tiny_study):
    later = tiny_study.measurements.query("AVISITN > 3").index
    frame = tiny_study.measurements.drop(index=later)
    parameters = tiny_study.parameters.values()
    study = build_study({"measurements": frame}, parameters, source=tiny_study.source)
    assert model_lines(study, "FVCPP") is None
    assert with_models(study, trial_frame(study, ("FVCPP",))).models == ()
