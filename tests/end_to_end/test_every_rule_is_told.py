"""Every rule of the plan changed once, every sentence read: none states the rule that was not followed.

The trial is the demo's with three arms and two endpoints. For every line of the plan a value is chosen that
is not the default. `TOLD` says where a rule stands in words of its own: those of the new value must come, and
those of the default must go there and wherever else they stand. Methods name every rule that is no default,
in the words of the plan. `MOVED` are the tables whose numbers must change.
"""

from datetime import date
from functools import cache
from typing import Literal, get_args, get_origin

import numpy as np
import pytest

from sscviewer.analysis.analyse import courses, tell_study
from sscviewer.analysis.arms.comparisons import compare_counted
from sscviewer.analysis.arms.counted import counted_events
from sscviewer.analysis.distribution.distribution import slope_sentence, threshold_sentence
from sscviewer.analysis.distribution.slopes import patient_slopes
from sscviewer.analysis.distribution.thresholds import threshold_curves
from sscviewer.analysis.dose.exposure import exposure
from sscviewer.analysis.dose.patient_exposure import patient_exposure
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.efficacy.visit_windows import visit_windows
from sscviewer.analysis.endpoints.responders import responders
from sscviewer.analysis.enrolment.table_one import table_one
from sscviewer.analysis.enrolment.trial_ends import trial_ends
from sscviewer.analysis.events.adverse_events import event_table
from sscviewer.analysis.events.event_codes import code_events
from sscviewer.analysis.events.event_rates import event_rates
from sscviewer.analysis.events.person_time import risk_time
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.plan.dose_question import HazardPriors
from sscviewer.analysis.plan.events import TermGroup
from sscviewer.analysis.plan.line_text import hint_of
from sscviewer.analysis.plan.lines import LINES, line_of
from sscviewer.analysis.plan.plan_file import plan_text, read_plan
from sscviewer.analysis.plan.responses import ChangedLimit, OwnRule
from sscviewer.analysis.planned_dose import planned_doses
from sscviewer.analysis.population import populations
from sscviewer.analysis.sentences.sentences_methods import other_rules
from sscviewer.analysis.settle import settle_study, settling_choices
from sscviewer.analysis.survival.time_to_event import times_by_arm
from sscviewer.model.study import build_study
from sscviewer.report.trial_tables import (
    efficacy_table,
    events_table,
    exposure_table,
    responders_table,
    windows_table,
)
from sscviewer.report.who_tables import disposition_table, table_one_table

ARMS = ("Placebo", "Low", "High")
ENDPOINTS = ("FVCPP", "MRSS")
TABLES = ("subjects", "measurements", "adverse_events", "exposure", "disposition")

OTHERS = {
    "study.title": "A trial",
    "study.cut_off": date(2007, 9, 1),
    "study.duration_days": 182,
    "study.dose_schedule": "1: 100, 15: 200, until 364",
    "time.clock": "first visit",
    "visits.margins": "Month 6: 5",
    "arms.reference": "Low",
    "populations.safety_flag": "FASFL",
    "populations.efficacy_flag": "PPROTFL",
    "endpoints.primary": "MRSS",
    "after_stop.rescue_names": ("mycophenolate",),
    "endpoints.visit": "Month 6",
    "endpoints.secondary": ("MRSS",),
    "visits.fewest_patients": 17,
    "model.covariance": "cs",
    "model.covariates": ("SEX",),
    "model.df_method": "satterthwaite",
    "missing.delta": 1.5,
    "missing.delta_reference": 1.25,
    "one_arm.endpoint": "MRSS",
    "one_arm.prior_change": -2.0,
    "one_arm.prior_se": 1.25,
    "one_arm.control_change": -4.0,
    "one_arm.control_se": 1.75,
    "comparisons.strata": ("SEX",),
    "events.window_days": 7.0,
    "events.groups": (TermGroup("Head", ("Headache", "Dizziness")),),
    "dose_question.limiting_reasons": ("liver",),
    "dose_question.response_reasons": ("flare",),
    "dose_question.duration_weeks": 26,
    "dose_question.arrival_weeks": (3, 6),
    "dose_question.exposure_days": 91,
    "dose_question.priors": HazardPriors(intercept=(-5.0, 2.0)),
    "responses.changed": (ChangedLimit("FVC_WORSE", points=4.0),),
    "responses.criss_levels": (33.0, 66.0),
    "responses.indeterminate": None,
    "responses.shaq_line_cm": 10.0,
    "responses.own": (OwnRule("MRSS", "Skin score", -1, 6.0),),
    "board.last_review": date(2007, 1, 15),
    "board.stopping_rate": 0.25,
    "board.stopping_certainty": 0.8,
}
"""Another value where none can be made from the line itself."""

TOLD: dict[str, tuple[str, str, str]] = {
    "arms.reference": ("compared", "less Placebo", "less Low"),
    "populations.safety": ("events", "Treated patients", "Randomised patients"),
    "populations.efficacy": ("table one", "Treated patients", "Randomised patients"),
    "baseline.choice": ("words", "the value the file flags", "the value of the last day on or before"),
    "visits.fewest_patients": ("words", "fewer than 3 patients", "fewer than 17 patients"),
    "visits.fewest_percent": ("words", "fewer than 10 %", "fewer than 15 %"),
    "visits.windows": ("words", "at the visit whose window holds its day", "at planned visits are"),
    "visits.map_unplanned": ("words", "at the visit whose window holds its day", "at planned visits are"),
    "after_stop.adverse_event": (
        "words",
        "stopped count like any other",
        "an adverse event are left out",
    ),
    "after_stop.other": ("words", "stopped count like any other", "those of others are left out"),
    "model.response": ("words", "Changes from baseline were analysed", "Values, the baseline as"),
    "model.covariance": ("words", "covariance of the visits unstructured", "the visits compound symmetry"),
    "model.covariates": ("words", "", "adjusted for sex"),
    "model.df_method": ("change", "Kenward-Roger degrees", "Satterthwaite degrees"),
    "model.smallest_df": ("words", "fewer than 3 degrees", "fewer than 4.5 degrees"),
    "model.level": ("efficacy", "95 % CI", "90 % CI"),
    "comparisons.difference": ("compared", "Miettinen-Nurminen", "Newcombe"),
    "comparisons.strata": ("compared", "", "strata of sex"),
    "comparisons.level": ("compared", ", 95 %", ", 90 %"),
    "events.emergent_only": ("events", "Treatment-emergent", "whenever it began"),
    "events.window_days": ("events", "30 days", "7 days"),
    "events.risk_basis": ("rates", "on treatment: first to last dose", "not beyond the last contact"),
    "events.interval": ("events", "exact (Clopper-Pearson)", "Wilson"),
    "events.level": ("events", "95 % CI", "90 % CI"),
    "events.ungraded_is_severe": ("events", "in no column by", "counted as severe"),
    "events.unsaid_is_related": ("events", "counted as related", "counted as not related"),
    "study.dose_schedule": ("exposure", "", "Relative dose intensity"),
    "study.cut_off": ("words", "", "Data up to 2007-09-01 count"),
    "time.clock": ("times", "from the first dose to", "from the first visit to"),
    "time.follow_up_end": ("times", "until their last contact", "until their last visit"),
    "time.death_days": ("disposition", "died up to 30 days after", "died up to 45 days after"),
    "doses.gap_is_zero": ("words", "not known and left out", "two records of doses counted"),
}
"""Choice: where it is told, words of the default that must go ("" where the default is silent), new words."""

ANOTHER = {
    ("events.window_days", "disposition"),  # of the days in which a death ended the treatment
    ("events.interval", "efficacy"),  # shares over a threshold have exact intervals, by no rule
}
"""Where the words of a default stand for something else."""

MOVED = {
    "study.cut_off": "events change exposure",
    "arms.efficacy": "change",
    "arms.safety": "events exposure",
    "time.death_days": "disposition",
    "visits.fewest_patients": "windows",
    "visits.margins": "windows",
    "after_stop.adverse_event": "change",
    "model.response": "change",
    "model.covariance": "change",
    "model.covariates": "change",
    "model.df_method": "change",
    "model.slope_time": "change",
    "model.level": "change responders",
    "events.emergent_only": "events",
    "events.interval": "events",
    "events.level": "events",
    "events.ungraded_is_severe": "events",
    "events.unsaid_is_related": "events",
    "events.groups": "events",
    "doses.gap_is_zero": "exposure",
}
"""Choice: the tables whose rows must change."""


def key(line):
    return f"{line.part}.{line.name}"


def other(line):
    """Return a value of a line that is not its default."""
    if key(line) in OTHERS:
        return OTHERS[key(line)]
    value, hint = line.value(DEFAULT_PLAN), hint_of(line.part, line.name)
    if isinstance(value, bool):
        return not value
    if line.choices or get_origin(hint) is Literal:
        allowed = [one for one, _ in line.choices] or list(get_args(hint))
        return next(one for one in allowed if one != value)
    if line.share:
        return 0.9
    if isinstance(value, int):
        return value + 2
    return f"{value}X" if isinstance(value, str) else 1.5 * value


@pytest.fixture(scope="module")
def trial(demo_study):
    """The demo as read, in three arms of which two patients got the other's; two events say less."""
    tables = {name: demo_study.frame(name).copy() for name in TABLES}
    measured, people = tables["measurements"], tables["subjects"]
    tables["measurements"] = measured[measured["PARAMCD"].isin(ENDPOINTS)]
    planned = [ARMS[at % len(ARMS)] for at in range(len(people))]
    given = [planned[1], planned[0], *planned[2:]]
    tables["subjects"] = people.assign(TRT01P=planned, TRT01A=given)
    # The drug of who stopped for an adverse event ended at month six: later values are after stopping.
    stopped = tables["disposition"].query("DSDECOD == 'ADVERSE EVENT'")["USUBJID"]
    rows = people["USUBJID"].isin(stopped)
    half = (people["TRTEDT"] - people["TRTSDT"]) // 2
    tables["subjects"].loc[rows, "TRTEDT"] = (people["TRTSDT"] + half)[rows]
    # Two of them have no record of the end, but died: soon after the last dose, and in follow-up.
    for who, later in {stopped.iloc[0]: 10, stopped.iloc[1]: 40}.items():
        rows = people["USUBJID"] == who
        last = tables["subjects"].loc[rows, "TRTEDT"] + np.timedelta64(later, "D")
        tables["subjects"].loc[rows, "DTHDT"] = last
        tables["disposition"] = tables["disposition"].query("USUBJID != @who")
    # Two terms all of whose events say neither grade nor relation.
    events = tables["adverse_events"]
    silent = events["AEDECOD"].isin(sorted(events["AEDECOD"].unique())[:2])
    events.loc[silent, "AETOXGR"] = np.nan
    events.loc[silent, ["AEREL", "AERELFL"]] = ""
    # A day on which the drug was not logged, within each patient's log.
    doses = tables["exposure"]
    day = np.timedelta64(1, "D")
    doses["AENDT"] = doses["AENDT"].where(doses["AENDT"] <= doses["ASTDT"], doses["AENDT"] - day)
    parameters = [demo_study.parameters[code] for code in ENDPOINTS]
    return build_study(tables, parameters, source=demo_study.source)


def events_of(study, plan, who):
    return event_table(code_events(study, plan.events), who.safety, "frequency")


def words(study, plan, who):
    said = tell_study(study, plan, who)
    return (*said.results, *said.methods)


def table_texts(table):
    return (table.title, *table.columns, *table.notes)


def rates(study, plan, who):
    coded = code_events(study, plan.events)
    risk = risk_time(study, plan.events.risk_basis, plan.events.risk_days)
    return (event_rates(coded, risk, who.safety, event_table(coded, who.safety, "frequency")).words,)


def times(study, plan, who):
    return tuple(dict.fromkeys(row.censoring for row in times_by_arm(study, who, plan.events)))


def compared(study, plan, who):
    events = counted_events(code_events(study, plan.events), who.safety)[:1]
    found = compare_counted(study, who.safety, events, plan)
    return (found.who, *found.notes)


def spread(study, plan, who):
    slopes = patient_slopes(study, who.efficacy, efficacy_settings(plan, "FVCPP", by_arm=False))
    curves = threshold_curves(study, who.efficacy, "FVCPP", plan.responses, plan.model.level)
    level = f"{100 * curves.level:g} % CI"
    return (slope_sentence(slopes), threshold_sentence(curves), *slopes.notes, *curves.notes, level)


def exposure_of(study, plan, who):
    planned = planned_doses(plan.study.dose_schedule)
    return exposure(study, who.safety, planned, patient_exposure(study, who.safety, planned, plan.events))


TABLE_OF = {
    "events": lambda study, plan, who: events_table(events_of(study, plan, who)),
    "change": lambda study, plan, who: efficacy_table(courses(study, who.efficacy, plan), study.parameters),
    "exposure": lambda study, plan, who: exposure_table(exposure_of(study, plan, who)),
    "responders": lambda study, plan, who: responders_table(
        responders(study, who.efficacy, plan.responses, plan.study.cut_off, level=plan.model.level)
    ),
    "windows": lambda study, plan, who: windows_table(
        visit_windows(study, plan, who.efficacy), study.parameters
    ),
    "table one": lambda study, plan, who: table_one_table(table_one(study, who.efficacy)),
    "disposition": lambda study, plan, who: disposition_table(trial_ends(study, who.disposition)),
}
SAID = {"words": words, "times": times, "rates": rates, "compared": compared, "efficacy": spread}


@pytest.fixture(scope="module")
def made(trial):
    """Make a text or a table of the trial by a plan, each once; what is not another plan's is shared."""

    @cache
    def settled(_, plan):
        return settle_study(trial, plan)

    @cache
    def make(name, plan):
        study = settled(settling_choices(plan), plan)
        who = populations(study, plan)
        return (TABLE_OF.get(name) or SAID[name])(study, plan, who)

    return make


@pytest.mark.parametrize("line", LINES, ids=key)
def test_every_line_has_another_value(line):
    value = other(line)
    assert value != line.value(DEFAULT_PLAN)
    read = read_plan(plan_text(DEFAULT_PLAN.with_value(line.part, line.name, value)))
    assert read.problems == ()
    assert read.plan.value(line.part, line.name) == value


@pytest.mark.parametrize("line", [line for line in LINES if line.part != "study"], ids=key)
def test_methods_name_every_rule_that_is_no_default(line):
    plan = DEFAULT_PLAN.with_value(line.part, line.name, other(line))
    (said,) = other_rules(plan)
    assert f"{line.text}: {line.value_words(other(line))}" in said
    assert line.value_words(line.value(DEFAULT_PLAN)) + "." not in said


def test_the_default_plan_names_none():
    assert other_rules(DEFAULT_PLAN) == []


def told(made, place, plan):
    """Return every sentence of a place: of a table its title, headings and notes."""
    found = made(place, plan)
    return "\n".join(table_texts(found) if place in TABLE_OF else found)


@pytest.mark.parametrize("choice", TOLD)
def test_where_a_rule_is_told_the_new_one_takes_the_place_of_the_old(made, choice):
    place, old, new = TOLD[choice]
    line = line_of(*choice.split("."))
    plan = DEFAULT_PLAN.with_value(line.part, line.name, other(line))
    assert new in told(made, place, plan)
    assert new not in told(made, place, DEFAULT_PLAN)
    if old:
        assert old in told(made, place, DEFAULT_PLAN)
    # Wherever else the words of the default stand they are this rule's too, unless other rules have the same.
    is_own = line.name != "level" and [words for _, words, _ in TOLD.values()].count(old) == 1
    for each in (*SAID, *TABLE_OF) if is_own else (place,):
        if old and old in told(made, each, DEFAULT_PLAN) and (choice, each) not in ANOTHER:
            assert old not in told(made, each, plan), each


@pytest.mark.parametrize(("choice", "places"), MOVED.items(), ids=MOVED)
def test_numbers_that_follow_a_rule_move(made, choice, places):
    line = line_of(*choice.split("."))
    plan = DEFAULT_PLAN.with_value(line.part, line.name, other(line))
    for place in places.split():
        assert made(place, plan).rows != made(place, DEFAULT_PLAN).rows, place
