"""The paragraph of the demo has every number of the published abstract; no paragraph breaks the rules."""

import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from sscviewer.analysis.analysed_values import analysed_values
from sscviewer.analysis.number_words import period_words
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.rules import BaselineRules
from sscviewer.analysis.settle import settle_study
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import build_study
from tests.planned import population
from tests.planned import told as told_of

FORBIDDEN = re.compile(
    r"\b(trend|tended|tendency|approach\w*|borderline|marginal\w*|nearly|almost|nan|inf|None)\b", re.I
)
P = re.compile(r"P [<=>] ")
WITH_INTERVAL = re.compile(r"[+−]?[\d.]+[^()]*\(?[^()]*95 % CI −?[\d.]+ to −?[\d.]+; P [<=>] ")


def check_rules(told):
    """Apply the rules that hold for every paragraph."""
    for sentence in told.results:
        assert not FORBIDDEN.search(sentence), sentence
        assert len(P.findall(sentence)) == len(WITH_INTERVAL.findall(sentence)), sentence
        assert sentence.endswith("."), sentence
        assert ".." not in sentence
        assert not re.search(r"\b1 (patients|values|months|further patients|adverse events)\b", sentence), (
            sentence
        )
        assert "-" not in re.sub(r"(?<=\w)-(?=\w)", "", sentence), "a minus that is a hyphen"
        assert "  " not in sentence
    for sentence in told.methods:
        assert not FORBIDDEN.search(sentence), sentence
        assert sentence.endswith(".")


@pytest.fixture(scope="module")
def demo(demo_study):
    return told_of(demo_study)[1]


# clinical_facts.md 1.1: Khanna 2011, abstract (and the TLC and DLCO changes reported elsewhere)
@pytest.mark.parametrize(
    "figure",
    [
        r"\b20 patients were treated",
        r"\(65 %\) were female",
        r"\(75 %\) were Caucasian",
        r"\(70 %\) had diffuse",
        r"FVC 65\.2 ± 14\.0 % predicted",
        r"MRSS 18\.7 ± 10\.1 units",
        r"445 ± 125 mg/day",
        r"\b12 of 20 \(60 %\) completed",
        r"adverse event in 7\b",
        r"lost to follow-up in 1\b",
        r"at least 20 % of the patients \(4 of 20 or more\)",
        r"FVC over 12 months was not shown \(\+1\.74 % predicted",
        r"TLC rose by 4\.17 % predicted over 12 months",
        r"DLCO over 12 months was not shown \(\+1\.46 % predicted",
        r"MRSS fell by 3\.9 units over 12 months \([^)]*95 % CI −5\.3 to −2\.5; P < 0\.001",
        r"8 patients left before the end",
    ],
)
def test_the_demo_has_the_figures_of_the_abstract(demo, figure):
    assert re.search(figure, demo.results_text)


@pytest.mark.parametrize(
    "event", ["fatigue", "oedema", "nausea", "diarrhoea", "rash generalised", "proteinuria"]
)
def test_the_demo_names_the_common_events(demo, event):
    sentence = next(s for s in demo.results if "at least 20 %" in s)
    assert event in sentence


def test_the_demo_keeps_the_rules(demo):
    check_rules(demo)
    assert "20 patients, 77 values" in demo.results_text


def test_methods_cite_what_was_used(demo):
    for name in ("Kenward and Roger 1997", "Laird and Ware 1982", "Clopper and Pearson 1934", "unstructured"):
        assert name in demo.methods_paragraph
    assert "Without a control arm" in demo.methods_paragraph


def test_tiny(tiny_study):
    _, told = told_of(tiny_study)
    check_rules(told)
    assert told.results[0] == "3 patients were treated."
    assert told.results[1] == "1 further patient was never treated."
    assert any("1 of 3 (33 %) completed the trial and 2 stopped early" in s for s in told.results)
    assert not any("MRSS fell" in s for s in told.results)


def test_nobody(demo_study):
    _, told = told_of(demo_study, population(demo_study, among=()))
    check_rules(told)
    assert told.results == ("0 patients were treated.",)


def test_a_file_without_anything_else(tiny_study):
    study = build_study(
        {"subjects": tiny_study.subjects[["USUBJID", "SRCREF"]]},
        [],
        source=Source("x.xlsx", "0" * 64, 1, "xlsx"),
    )
    _, told = told_of(study)
    check_rules(told)
    assert told.results[0] == "4 patients are in the file; it does not say who was treated."
    assert "Adverse events are not recorded in this file." in told.results
    assert not any("0 " in s or "100 %" in s for s in told.results)


def test_a_trial_that_begins_after_day_1_says_where_to_choose_its_baseline():
    values = pd.DataFrame(
        [
            {"USUBJID": who, "PARAMCD": "KL6", "AVISIT": f"Week {week}", "AVISITN": week * 12 / 52.1786}
            | {"VISIT": f"Week {week}", "ADY": 7.0 * week + 1, "AVAL": 400.0 + week + i, "SRCREF": "A!B2"}
            for i, who in enumerate("abcd")
            for week in (2, 6, 12)
        ]
    )
    study = build_study(
        {"measurements": values},
        [Parameter("KL6", "KL-6", "U/mL", "KL-6")],
        source=Source("x.xlsx", "0" * 64, 1, "xlsx"),
    )
    said = [s for s in told_of(study)[1].results if "KL-6" in s]
    assert len(said) == 1
    assert "every value was measured after day 1, so that nobody has a baseline" in said[0]
    assert "first value" in said[0]
    first = replace(DEFAULT_PLAN, baseline=BaselineRules("first value"))
    values = analysed_values(settle_study(study, first), "KL6")
    change = values.aval - values.base[values.patient]
    assert change[values.avisitn > 0].tolist() == [4.0, 10.0] * 4  # weeks 6 and 12, against week 2


@pytest.mark.parametrize(
    ("visits", "words"),
    [
        (
            [str(n) for n in range(1, 9)],
            "the visits 1, 2, …, 8 were, so that no change over time is given (File",
        ),
        (["Baseline", "V2", "V3"], "the visits V2 and V3 were, so that no change over time is given."),
        (["Baseline", "V2"], "the visit V2 was, so that"),
        (["Baseline", "Month 3"], ""),
    ],
)
def test_visits_of_which_nothing_says_when_they_were(visits, words):
    months = {"Baseline": 0.0, "Month 3": 3.0}
    values = pd.DataFrame(
        [
            {"USUBJID": who, "PARAMCD": "KL6", "VISIT": visit, "AVAL": 400.0 + i, "SRCREF": "A!B2"}
            | {"AVISIT": visit, "AVISITN": months.get(visit, np.nan)}
            for who in "abc"
            for i, visit in enumerate(visits)
        ]
    )
    study = build_study(
        {"subjects": pd.DataFrame({"USUBJID": list("abc"), "SRCREF": "A!A2"}), "measurements": values},
        [Parameter("KL6", "KL-6", "U/mL", "KL-6")],
        source=Source("x.xlsx", "0" * 64, 1, "xlsx"),
    )
    _, told = told_of(study)
    check_rules(told)
    said = [s for s in told.results if "the file does not say when" in s]
    assert len(said) == bool(words)
    if words:
        assert said[0].startswith(f"KL-6: the file does not say when {words}")
    nobody = told_of(study, population(study, among=set()))[1]
    assert not any("does not say when" in s for s in nobody.results)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (12.0, "12 months"),
        (5.52, "5.5 months"),
        (0.97, "1 month"),
        (0.5, "15 days"),
        (0.01, "7.3 hours"),
        (1 / (24 * 30.4375), "1 hour"),
    ],
)
def test_a_period_is_told_in_units_of_its_length(months, words):
    assert period_words(months) == words


@pytest.mark.parametrize("n", [1, 2, 3, 6, 14])
def test_any_filter_of_the_demo(demo_study, n):
    chosen = np.random.default_rng(n).choice(20, n, replace=False)
    who = population(demo_study, among={demo_study.usubjids[i] for i in chosen})
    _, told = told_of(demo_study, who)
    check_rules(told)
    assert told.results[0] == f"{n} {'patient was' if n == 1 else 'patients were'} treated."


def test_arms(armed_study):
    results, said = told_of(armed_study)
    check_rules(said)
    told = said.results_text
    assert "10 with Placebo and 10 with Drug" in told
    course = next(c for c in results.courses if c.paramcd == "FVCPP")
    difference = course.by_arm.differences[0].visits[-1].change
    expected = f"{difference.estimate:+.2f}".replace("-", "−")
    verb = (
        "Drug differed from Placebo by"
        if difference.p_value < 0.05
        else "of Drug from Placebo was not shown:"
    )
    assert f"{verb} {expected}" in told
    assert "for each arm and visit" in said.methods_paragraph
    assert "Without a control arm" not in said.methods_paragraph


def test_three_arms_of_an_sdtm_file(sdtm_study):
    results, said = told_of(sdtm_study)
    check_rules(said)
    assert sum("completed the trial" in s for s in said.results) == 3
    assert not np.isnan(results.courses[0].by_arm.differences[0].visits[-1].change.estimate)
