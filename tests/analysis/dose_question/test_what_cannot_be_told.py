"""What a file cannot answer is a sentence: never a crash, a zero or a hundred per cent."""

import pytest

from sscviewer.analysis.plan.dose_question import DoseQuestionRules
from sscviewer.analysis.reml.errors import FitError
from tests.analysis.conftest import study_of
from tests.analysis.dose_question.titration_trial import titration_trial
from tests.planned import dose_question, fit_dose_hazard, population

STOPPED, REDUCED = "DRUG WITHDRAWN", "DOSE REDUCED"
RISING = {"doses": [(1, 14, 100), (15, 28, 200), (29, 180, 300)]}
FAILED = {"doses": [(1, 14, 100), (15, 28, 200), (29, 60, 300)], "limiting": [(60, STOPPED)]}


def asked(patients, rules=None, **kwargs):
    study = titration_trial(patients, **kwargs)
    return dose_question(study, population(study), rules or DoseQuestionRules())


def said(answer, text):
    return any(text in sentence for sentence in answer.sentences)


def test_no_dose_log(syn20):
    study = study_of(syn20, ["MRSS"])
    answer = dose_question(study, population(study))
    assert answer.titration.not_in_file is not None
    assert said(answer, "no dose log")
    assert answer.titration.rows == answer.tolerance.shares == answer.benefits == ()


def test_everybody_at_one_dose():
    answer = asked(
        {p: {"doses": [(1, 100, 400)]} for p in "ABC"}
        | {"D": {"doses": [(1, 20, 400)], "limiting": [(20, STOPPED)]}}
    )
    assert said(answer, "Everybody took one dose (400 mg)")
    assert said(answer, "1 of the 4 who reached 400 mg")
    assert answer.tolerance.shares == ()
    assert not said(answer, "randomised")


def test_no_dose_limiting_event():
    answer = asked({p: RISING | {"limiting": [(20, "DOSE NOT CHANGED")]} for p in "ABCDE"})
    assert said(answer, "No dose-limiting event in 5 patients: of 100 treated so, at most 45")
    assert answer.tolerance.fit is None
    assert answer.titration.n_events == 0


def test_no_action_and_no_reason_is_not_no_event():
    cut = {"doses": [(1, 14, 100), (15, 28, 200), (29, 180, 100)]}
    answer = asked({p: RISING for p in "AB"} | {"C": cut}, events=False)
    assert not answer.titration.limiting_known
    assert answer.titration.regimen is None
    assert said(answer, "which events were dose-limiting is not known")
    assert not said(answer, "had to reduce")


def test_reasons_in_the_log_stand_in_for_actions():
    patients = {p: RISING for p in "ABC"} | {"D": {"doses": [(1, 14, 100), (15, 40, 200), (41, 180, 100)]}}
    reasons = {("D", 41): "Adverse event", ("D", 15): "Titration"}
    answer = asked(patients, reasons=reasons, events=False)
    (row,) = (row for row in answer.titration.rows if row.dose == 200)
    assert (row.limited, row.events) == (("D",), 1)
    assert said(answer, "come from reasons for changes and stops")


def test_stops_alone_are_known_by_the_reason_of_the_end():
    patients = {p: RISING for p in "ABC"} | {
        "D": {"doses": [(1, 14, 100), (15, 40, 200)], "end": "ADVERSE EVENT"}
    }
    answer = asked(patients, events=False)
    assert answer.titration.limiting_known
    (row,) = (row for row in answer.titration.rows if row.dose == 200)
    assert (row.limited, answer.titration.n_events) == (("D",), 1)
    unknown = asked(patients | {"E": {"doses": [(1, 40, 100)], "end": "DISCONTINUED"}}, events=False)
    assert not unknown.titration.limiting_known


def test_doses_raised_by_response():
    patients = {p: RISING for p in "ABC"} | {"D": FAILED | {"end": "ADVERSE EVENT"}}
    by_word = asked(patients, reasons={("A", 29): "Insufficient response"})
    by_plan = asked(patients, DoseQuestionRules(titration="response"))
    assert said(by_word, "Doses followed the response")
    assert said(by_plan, "Doses followed the response")


def test_other_drug_is_counted_out():
    patients = {p: RISING for p in "ABCD"} | {"E": FAILED | {"end": "ADVERSE EVENT"}}
    answer = asked(patients, drugs={"B": "Other"})
    assert answer.titration.n == 4
    assert said(answer, "the question is asked of Drug: 1")


def test_doses_by_weight():
    patients = {
        p: {"doses": [(1, 30, 4.1 + i / 7), (31, 90, 5.3 + i / 9)], "limiting": [(90, REDUCED)]}
        for i, p in enumerate("ABCDEF")
    }
    answer = asked(patients, unit="mg/kg")
    assert answer.titration.rows == ()
    assert said(answer, "different doses were given")
    assert said(answer, "Doses are in mg/kg")
    assert said(answer, "the middle dose")
    assert len(answer.tolerance.shares) <= answer.titration.rules.most_doses


def test_benefit_is_per_a_step_that_the_doses_span():
    small = {p: {"doses": [(1, 30, 1), (31, 60, 2), (61, 180, 4)]} for p in "ABC"}
    by_size = asked(small, unit="mg/kg")
    assert by_size.titration.rules.per_dose == 1
    assert asked({p: RISING for p in "ABC"}).titration.rules.per_dose == DoseQuestionRules().per_dose


def test_hazard_refuses_what_has_no_answer():
    study = titration_trial({p: RISING for p in "ABC"} | {"D": FAILED})
    weeks = dose_question(study, population(study)).titration.weeks()
    with pytest.raises(FitError, match="No dose-limiting event"):
        fit_dose_hazard(weeks.assign(LIMITING=0))
    gaps = weeks.assign(DOSE=weeks["DOSE"].where(weeks["WEEK"] > 1))
    assert "4 rows" in fit_dose_hazard(gaps).warnings[0]


def test_the_order_of_rows_and_the_scale_of_dose_do_not_matter():
    study = titration_trial({p: RISING for p in "ABC"} | {"D": FAILED})
    weeks = dose_question(study, population(study)).titration.weeks()
    fit, shuffled = (
        fit_dose_hazard(weeks),
        fit_dose_hazard(weeks.sample(frac=1, random_state=1)),
    )
    assert shuffled.beta == pytest.approx(fit.beta, abs=1e-9)
    grams = fit_dose_hazard(weeks.assign(DOSE=weeks["DOSE"] / 1000), reference_dose=0.3)
    assert grams.beta == pytest.approx(fit.beta, abs=1e-9)
