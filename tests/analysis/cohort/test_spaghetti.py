"""Lines, observed means and models of a spaghetti plot."""

import numpy as np
import pytest
from scipy.stats import t

from sscviewer.analysis.cohort.cohort_settings import Anchor, SpaghettiSettings
from sscviewer.analysis.cohort.spaghetti_models import spaghetti_models
from sscviewer.analysis.efficacy.efficacy import efficacy
from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.patient.trajectory import trajectory
from tests.planned import efficacy_settings, population, spaghetti


def _line(found, usubjid):
    i = found.subjects.index(usubjid)
    part = slice(found.start[i], found.start[i + 1])
    return found.x[part], found.y[part]


def test_lines_by_hand(tiny_study, tiny_outcomes):
    who = population(tiny_study)
    found = spaghetti(tiny_study, who, SpaghettiSettings("FVCPP", time="day", level=0.95), tiny_outcomes)
    assert found.subjects == ("A1", "A2")
    assert found.group == ("completed", "stopped")
    x, y = _line(found, "A1")
    # 14 March is the day before the first dose; 15 June is 92 days after it
    np.testing.assert_array_equal(x, [-1, 92, 250, 365])
    np.testing.assert_array_equal(y, [60, 63, 61.5, 66])
    assert (found.x_label, found.y_label) == ("Days since first dose", "FVC, % predicted")
    assert found.left_out == (("A3", "no value"),)
    assert list(found.dropouts.line) == [1]
    assert found.dropouts.words[0].startswith("stopped on day 57: adverse event")
    # The stop has its own day, 56 days after day 1, wherever the last value was.
    assert list(found.dropouts.at) == [56]


def test_change_and_percent(tiny_study, tiny_outcomes):
    who = population(tiny_study)
    change = spaghetti(tiny_study, who, SpaghettiSettings("FVCPP", "change", level=0.95), tiny_outcomes)
    np.testing.assert_allclose(_line(change, "A1")[1], [0, 3, 1.5, 6])
    assert change.y_label == "Change in FVC, % predicted"
    percent = spaghetti(tiny_study, who, SpaghettiSettings("FVCPP", "percent", level=0.95), tiny_outcomes)
    np.testing.assert_allclose(_line(percent, "A1")[1], [0, 5, 2.5, 10])
    assert percent.y_label == "Change in FVC, % of baseline"


def test_aligned_on_the_stop(tiny_study, tiny_outcomes):
    settings = SpaghettiSettings("MRSS", time="day", anchor=Anchor("stop"), level=0.95)
    found = spaghetti(tiny_study, population(tiny_study), settings, tiny_outcomes)
    assert found.subjects == ("A2", "A3")
    np.testing.assert_array_equal(_line(found, "A2")[0], [-56, -25])
    assert found.means == ()
    assert found.left_out == (("A1", "no stop"),)
    assert found.x_label == "Days since stop"


@pytest.mark.parametrize("paramcd", ["FVCPP", "MRSS"])
def test_demo_lines_are_the_patient_pages(demo_study, demo_outcomes, paramcd):
    who = population(demo_study)
    found = spaghetti(demo_study, who, SpaghettiSettings(paramcd, time="day", level=0.95), demo_outcomes)
    for usubjid in found.subjects:
        own = trajectory(demo_study, usubjid, paramcd)
        x, y = _line(found, usubjid)
        np.testing.assert_allclose(x, own.line_day - (own.line_day > 0))
        np.testing.assert_allclose(y, own.line_aval)
    assert found.row.size == found.x.size
    stopped = {end.usubjid for end in demo_outcomes if end.status == "DISCONTINUED"}
    assert {found.subjects[i] for i in found.dropouts.line} == stopped & set(found.subjects)
    days = {end.usubjid: end.day for end in demo_outcomes}
    for i, at in zip(found.dropouts.line, found.dropouts.at, strict=True):
        assert at == days[found.subjects[i]] - 1


def test_means_by_visit(demo_study, demo_outcomes):
    who = population(demo_study)
    settings = SpaghettiSettings("MRSS", "change", split="end", level=0.95)
    means = {line.label: line for line in spaghetti(demo_study, who, settings, demo_outcomes).means}
    frame = endpoint_frame(demo_study, who, "MRSS")
    done = [end.usubjid for end in demo_outcomes if end.status == "COMPLETED"]
    change = frame[frame["USUBJID"].isin(done) & (frame["AVISITN"] == 6)]["CHG"]
    line = means["completed"]
    i = line.visits.index("Month 6")
    assert line.n[i] == len(change)
    assert line.mean[i] == pytest.approx(change.mean())
    half = t.ppf(0.975, len(change) - 1) * change.std() / np.sqrt(len(change))
    assert (line.lower[i], line.upper[i]) == pytest.approx((change.mean() - half, change.mean() + half))
    assert line.x[i] == pytest.approx(6.0)
    everybody = spaghetti(
        demo_study, who, SpaghettiSettings("MRSS", "change", level=0.95), demo_outcomes
    ).means
    assert [m.label for m in everybody] == ["all patients"]
    assert everybody[0].n[-1] == sum(
        m.n[m.visits.index("Month 12")] for m in means.values() if "Month 12" in m.visits
    )


def test_a_single_value_has_no_interval(tiny_study, tiny_outcomes):
    found = spaghetti(
        tiny_study, population(tiny_study), SpaghettiSettings("FVCPP", level=0.95), tiny_outcomes
    )
    line = found.means[0]
    assert list(line.n) == [2, 1, 1, 1]
    assert np.isnan(line.lower[1])


def test_nobody(demo_study, demo_outcomes):
    found = spaghetti(
        demo_study, population(demo_study, among=()), SpaghettiSettings("MRSS", level=0.95), demo_outcomes
    )
    assert (found.subjects, found.means, found.left_out) == ((), (), ())
    assert found.start.tolist() == [0]


def test_model_of_the_change_is_the_efficacy_page(syn20_study):
    who, chosen = population(syn20_study), efficacy_settings("MRSS")
    settings = SpaghettiSettings("MRSS", "change", level=0.95)
    visits, line = spaghetti_models(syn20_study, who, settings, chosen).bands
    page = efficacy(syn20_study, who, chosen)
    for i, visit in enumerate(page.course.mmrm.visits):
        assert visits.visits[i] == visit.avisit
        assert (visits.mean[i], visits.lower[i], visits.upper[i]) == (
            visit.change.estimate,
            visit.change.lower,
            visit.change.upper,
        )
    np.testing.assert_allclose(visits.x, [3, 6, 9, 12])
    assert line.mean[-1] == pytest.approx(page.per_year.estimate)
    assert line.lower[-1] == pytest.approx(page.per_year.lower)
    assert line.mean[0] == line.lower[0] == line.upper[0] == 0


def test_model_of_the_value(syn20_study, syn20):
    who = population(syn20_study)
    found = spaghetti_models(
        syn20_study, who, SpaghettiSettings("FVCPP", level=0.95), efficacy_settings("FVCPP")
    )
    visits, line = found.bands
    assert visits.visits[0] == "Baseline"
    # nobody lacks a baseline, so its modelled mean is the observed one
    assert visits.mean[0] == pytest.approx(syn20.loc[syn20["MONTH"] == 0, "FVCPP"].mean(), abs=1e-6)
    assert line.mean[0] == pytest.approx(66.661681, abs=1e-5)
    assert line.mean[-1] - line.mean[0] == pytest.approx(12 * 0.0847744, abs=1e-5)
    assert (found.n_subjects, found.n_obs) == (20, syn20["FVCPP"].notna().sum())


def test_models_by_arm(armed_study):
    settings = SpaghettiSettings("FVCPP", "change", split="arm", level=0.95)
    found = spaghetti_models(armed_study, population(armed_study), settings, efficacy_settings("FVCPP"))
    assert [(band.label, band.kind) for band in found.bands] == [
        ("Placebo", "visits"),
        ("Placebo", "line"),
        ("Drug", "visits"),
        ("Drug", "line"),
    ]
    outcomes = [outcome(armed_study, usubjid) for usubjid in armed_study.usubjids]
    lines = spaghetti(armed_study, population(armed_study), settings, outcomes)
    assert [line.label for line in lines.means] == ["Placebo", "Drug"]


@pytest.mark.parametrize(
    "settings",
    [
        SpaghettiSettings("MRSS", "percent", level=0.95),
        SpaghettiSettings("MRSS", anchor=Anchor("stop"), level=0.95),
    ],
)
def test_no_model_is_said(syn20_study, settings):
    found = spaghetti_models(syn20_study, population(syn20_study), settings, efficacy_settings("MRSS"))
    assert found.bands == ()
    assert found.notes
