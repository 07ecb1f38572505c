"""Times of the arms: a published trial from its rows to restricted means and win ratio; the demo."""

import json

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.arms.times import DEATH, FAILURE, FIRST, arm_times
from sscviewer.analysis.arms.times_words import times_sentence, win_caution, win_sentences
from sscviewer.analysis.compare.win_ratio import TimeLayer, win_ratio
from sscviewer.analysis.endpoints.time_to_progression import time_to_progression
from sscviewer.model.study import build_study
from tests.analysis.arms.demo_arms import with_arms
from tests.analysis.arms.trials import DAY_ONE, SOURCE, subjects_of
from tests.analysis.survival.test_rmst import PLACEBO, RELAPSED, TREATED
from tests.planned import PLAN, population


@pytest.fixture(scope="module")
def leukaemia():
    """The 6-MP trial, a relapse being a death: weeks are days here."""
    subjects = subjects_of({"6-MP": 21, "Placebo": 21})
    days = np.array([*TREATED, *PLACEBO])
    died = np.array([*RELAPSED, *np.ones(21, dtype=int)], dtype=bool)
    dates = DAY_ONE + days.astype("timedelta64[D]")
    subjects = subjects.assign(
        LSTALVDT=dates, LSTALVDTF="", DTHDT=np.where(died, dates, np.datetime64("NaT", "s"))
    )
    return build_study({"subjects": subjects}, [], source=SOURCE)


def test_the_published_trial(leukaemia):
    found = arm_times(leukaemia, population(leukaemia), PLAN)
    (row,) = found.rows
    assert (row.of.key, row.reference, row.horizon) == (DEATH, "Placebo", 23.0)
    placebo, drug = row.arms
    assert (drug.curve.n_events, placebo.curve.n_events) == (9, 21)
    # medians 23 and 8 weeks (Freireich 1963); SAS: restricted mean 17.9092
    assert (drug.curve.median - 1, placebo.curve.median - 1) == (23, 8)
    assert drug.mean.estimate == pytest.approx(17.9092, abs=6e-5)
    assert row.differences[0][1].estimate == pytest.approx(17.9092 - 182 / 21, abs=6e-5)
    # log-rank chi-squared 16.793 (SAS, R); R's coxph (Efron): log hazard ratio of placebo 1.5721
    assert row.compared.chi_squared == pytest.approx(16.793, abs=0.001)
    assert np.log(row.compared.ratios[0].ratio) == pytest.approx(-1.5721, abs=1e-4)


def test_its_win_ratio_is_gehans_comparison(leukaemia):
    found = arm_times(leukaemia, population(leukaemia), PLAN)
    ((arm, ratio),) = found.ratios
    assert (arm, ratio.wins - ratio.losses, found.layers) == ("6-MP", 271, ("death",))
    assert "pairs won" in win_sentences(found)[0]
    assert "Net benefit +0.61 " in win_sentences(found)[0]  # 271 of 21 × 21
    assert win_caution(found) == ()


def test_progressions_are_those_of_the_table_of_progressions(demo_study):
    study = with_arms(demo_study)
    who = population(study)
    rows = {
        (row.rule, row.arm): row
        for row in time_to_progression(study, who, PLAN.responses, PLAN.visits, level=0.95)
    }
    found = arm_times(study, who, PLAN)
    progressions = [row for row in found.rows if row.of.key not in (DEATH, FAILURE, FIRST)]
    assert len(progressions) > 3
    for row in progressions:
        for one in row.arms:
            same = rows[row.of.key, one.arm]
            assert (one.curve.n, one.curve.n_events) == (same.n, same.events)
            assert one.curve.median == pytest.approx(same.median, nan_ok=True)
            assert len(one.patients) == same.n


def test_the_first_of_several_is_never_later_than_any(demo_study):
    study = with_arms(demo_study)
    found = {row.of.key: row.of for row in arm_times(study, population(study), PLAN).rows}
    first = found[FIRST]
    others = [one for key, one in found.items() if key not in (FIRST, FAILURE)]
    for i in range(len(study.usubjids)):
        days = [one.time[i] for one in others if one.event[i]]
        assert first.event[i] == bool(days)
        if days:
            assert first.time[i] == min(days)


def test_treatment_failure_is_stopping_early_as_disposition_has_it(demo_study):
    (failure,) = [
        row for row in arm_times(demo_study, population(demo_study), PLAN).rows if row.of.key == FAILURE
    ]
    ends = demo_study.disposition
    stopped = ends[(ends["EOSSTT"] == "DISCONTINUED") & (ends["DSDECOD"] != "LOST TO FOLLOW-UP")]
    assert failure.arms[0].curve.n_events == stopped["USUBJID"].nunique()


def test_layers_come_in_their_order_and_the_change_decides_last(demo_study):
    study = with_arms(demo_study)
    found = arm_times(study, population(study), PLAN.with_value("endpoints", "primary", "MRSS"))
    assert found.layers[0] == "treatment failure"
    assert found.layers[-1].startswith("change in MRSS")
    ((_, ratio),) = found.ratios
    assert ratio.wins + ratio.losses + ratio.ties == 100
    assert [words for words, _, _ in ratio.by_layer] == list(found.layers)
    (failure,) = [row.of for row in found.rows if row.of.key == FAILURE]
    alone = win_ratio(
        [TimeLayer("x", failure.time, failure.event)],
        study.column("subjects", "TRT01A") == "Imatinib",
        level=0.95,
    )
    assert ratio.by_layer[0][1:] == (alone.wins, alone.losses)


def test_one_arm_has_curves_and_no_comparison(demo_study):
    found = arm_times(demo_study, population(demo_study), PLAN)
    assert found.rows
    assert all(row.compared is None and len(row.arms) == 1 for row in found.rows)
    assert found.ratios == ()
    assert "one arm" in found.absent
    assert "ALL" not in times_sentence(found.rows[0])


def test_a_file_of_patients_alone_has_none():
    study = build_study({"subjects": subjects_of({"Drug": 3, "Placebo": 3})}, [], source=SOURCE)
    found = arm_times(study, population(study), PLAN)
    assert (found.rows, found.ratios) == ((), ())


@pytest.mark.parametrize(
    ("days", "layers", "said"),
    [([], (), "no day, in no time and no comparison: 2."), ([0], ("death",), "no comparison: 1."),
     ([0, 1], ("death",), "")],
)  # fmt: skip
def test_a_death_without_any_day_decides_no_pair(days, layers, said):
    """Two of six died; of nobody a day is known but of those in `days`."""
    subjects = subjects_of({"Drug": 3, "Placebo": 3}, DTHFL=["Y", "Y", "N", "N", "N", "N"])
    known = subjects.index.isin(days)
    subjects = subjects.assign(
        LSTALVDT=np.where(known, DAY_ONE + np.timedelta64(9, "D"), np.datetime64("NaT", "s"))
    )
    found = arm_times(
        study := build_study({"subjects": subjects}, [], source=SOURCE), population(study), PLAN
    )
    assert found.layers == layers
    assert [row.of.key for row in found.rows] == [DEATH] * len(layers)
    assert found.absent.endswith(said)
    assert bool(found.absent) == bool(said)


def test_the_document_has_them(armed_document):
    document = json.loads(json.dumps(armed_document))
    assert {one["what"] for one in document["arm_times"]} >= {FAILURE, FIRST}
    for one in document["arm_times"]:
        assert sum(arm["n"] for arm in one["arms"]) <= 20
        assert one["reference"] == "Placebo"
    (ratio,) = document["win_ratio"]
    assert ratio["wins"] + ratio["losses"] + ratio["ties"] == ratio["n"] * ratio["n_reference"]
    assert document["not_in_file"]["win_ratio"] is None
    frame = pd.DataFrame(ratio["by_layer"])
    assert frame["wins"].sum() == ratio["wins"]


def test_times_of_the_file_are_compared_with_their_own_censoring():
    """The 6-MP trial as an ADTTE: SAS's restricted mean, R's log-rank and Cox, with no date anywhere."""
    subjects = subjects_of({"6-MP": 21, "Placebo": 21}).drop(columns=["TRTSDT", "TRTSDTF"])
    rows = pd.DataFrame(
        {
            "USUBJID": subjects["USUBJID"],
            "SRCREF": "ADTTE!A2",
            "PARAMCD": "DEATH",
            "PARAM": "Time to relapse",
            "AVAL": np.array([*TREATED, *PLACEBO], dtype=float),
            "CNSR": 1.0 - np.array([*RELAPSED, *np.ones(21, dtype=int)]),
        }
    )
    study = build_study({"subjects": subjects, "event_times": rows}, [], source=SOURCE)
    found = arm_times(study, population(study), PLAN)
    (row,) = found.rows
    assert (row.of.key, row.of.name, row.horizon) == ("ADTTE.DEATH", "Time to relapse", 23.0)
    placebo, drug = row.arms
    assert (drug.curve.median, placebo.curve.median) == (23, 8)
    assert drug.mean.estimate == pytest.approx(17.9092, abs=6e-5)
    assert row.compared.chi_squared == pytest.approx(16.793, abs=0.001)
    assert "censoring are the file’s own" in drug.curve.censoring
    assert found.ratios == ()  # the win ratio's layers are ours
