"""The analyses as tests call them: by the default plan unless a test says otherwise.

The program itself has no default rule; these wrappers keep tests short, and nothing else.
"""

from dataclasses import replace

from sscviewer.analysis import analyse
from sscviewer.analysis import population as populations_of
from sscviewer.analysis.asked import Asked
from sscviewer.analysis.cohort import alignment as aligned
from sscviewer.analysis.cohort import spaghetti as courses
from sscviewer.analysis.cohort import swimmer as lanes
from sscviewer.analysis.derived import derive
from sscviewer.analysis.derived import endpoints as parts
from sscviewer.analysis.dose import dose_and_events as regressions
from sscviewer.analysis.dose import dose_rates as by_dose
from sscviewer.analysis.dose import exposure as measures
from sscviewer.analysis.dose import patient_exposure as exposed
from sscviewer.analysis.dose import therapeutic_index as index
from sscviewer.analysis.dose_question import dose_hazard as hazard
from sscviewer.analysis.dose_question import dose_question as asking
from sscviewer.analysis.dose_question import titration as given
from sscviewer.analysis.efficacy import efficacy_settings as modelled
from sscviewer.analysis.efficacy import model_lines as lines
from sscviewer.analysis.efficacy import sensitivity_table as sensitivity
from sscviewer.analysis.events import adverse_events as counted
from sscviewer.analysis.events import event_codes as coded
from sscviewer.analysis.events import person_time
from sscviewer.analysis.events import serious_events as serious
from sscviewer.analysis.events import treatment_emergent as emergence
from sscviewer.analysis.patient import patient_page
from sscviewer.analysis.plan import DEFAULT_PLAN
from sscviewer.analysis.sentences import sentences
from sscviewer.analysis.survival import compare_arms as compared
from sscviewer.analysis.survival import event_times as times
from sscviewer.analysis.survival import onset as onsets
from sscviewer.analysis.survival import time_to_event as curves

PLAN = DEFAULT_PLAN
EVENTS = replace(PLAN.events, window_days=None)
"""Events on treatment without an end of the window, as most tests count them by hand."""


def population(study, among=None, *, basis="treated"):
    return populations_of.population(study, basis, among)


def populations(study, among=None, plan=PLAN):
    return populations_of.populations(study, plan, among)


def asked(study, among=None, plan=PLAN):
    return Asked(study, plan, populations(study, among, plan))


def analyse_study(study, who=None, plan=PLAN):
    both = None if who is None else populations_of.Populations(who, who, who)
    return analyse.analyse_study(study, plan, both)


def told(study, who=None, plan=PLAN):
    """What the paragraphs tell, and the paragraphs: those of analyse_study, which makes them so."""
    everyone = populations(study, plan=plan) if who is None else populations_of.Populations(who, who, who)
    results = analyse.told_results(study, plan, everyone)
    return results, sentences.sentences(study, results)


def with_derived(study, derivation=PLAN.derivation, responses=PLAN.responses):
    measured = derive.with_measures(study, derivation, responses)
    return derive.with_composites(measured, responses)


def code_events(study, rules=EVENTS):
    return coded.code_events(study, rules)


def adverse_events(study, who, rules=EVENTS):
    return counted.adverse_events(study, who, rules)


def event_table(codes, who, order="frequency"):
    return counted.event_table(codes, who, order)


def treatment_emergent(study, window_days=None):
    return emergence.treatment_emergent(study, window_days)


def emergence_words(study, window_days=None):
    return emergence.emergence_words(study, window_days)


def serious_events(study, who, window_days=None):
    return serious.serious_events(study, who, window_days)


def risk_time(study, basis="treatment", window_days=30.0):
    return person_time.risk_time(study, basis, window_days)


def event_times(study, who):
    return times.event_times(study, who, EVENTS)


def time_to_event(study, who, **options):
    return curves.time_to_event(study, who, EVENTS, **options)


def compare_arms(study, who, **options):
    return compared.compare_arms(study, who, EVENTS, **options)


def fit_dose_hazard(data, *, time=True, reference_dose=PLAN.dose_question.reference_dose):
    rules = PLAN.dose_question
    return hazard.fit_dose_hazard(
        data,
        time=time,
        reference_dose=reference_dose,
        reference_week=rules.reference_week,
        priors=rules.priors,
        level=rules.level,
    )


def alignment(study, who, anchor, outcomes):
    return aligned.alignment(study, who, anchor, outcomes, EVENTS)


def spaghetti(study, who, settings, outcomes):
    return courses.spaghetti(study, who, settings, outcomes, EVENTS)


def swimmer(study, who, settings, outcomes):
    return lanes.swimmer(study, who, settings, outcomes, EVENTS)


def patient_exposure(study, who, planned=None):
    return exposed.patient_exposure(study, who, planned, EVENTS)


def therapeutic_index(study, who, plan=PLAN):
    return index.therapeutic_index(study, who, plan)


def dose_and_events(study, who, *, lag_days=1, least_level=1):
    plan = PLAN.with_value("doses", "event_lag_days", lag_days)
    return regressions.dose_and_events(study, who, plan, least_level=least_level)


def dose_rates(codes, risk, who, *names, lag_days=1, **options):
    return by_dose.dose_rates(codes, risk, who, *names, lag_days=lag_days, **options)


def efficacy_settings(paramcd, *, visits=(), by_arm=True, **model):
    return replace(modelled.efficacy_settings(PLAN, paramcd, visits=visits, by_arm=by_arm), **model)


def sensitivity_table(study, who, settings, *, imputations=100, delta=None, **options):
    missing = replace(PLAN.missing, imputations=imputations, delta=delta)
    return sensitivity.sensitivity_table(study, who, settings, missing, **options)


def with_models(study, frame):
    return patient_page.with_models(study, PLAN, frame)


def onset_histogram(study, who, *, events=None, **options):
    return onsets.onset_histogram(study, who, events=events or event_times(study, who), **options)


def prevalence(study, who, *, events=None, **options):
    return onsets.prevalence(study, who, events=events or event_times(study, who), **options)


def model_lines(study, paramcd):
    return lines.model_lines(study, PLAN, paramcd)


def derive_endpoints(study, settings=PLAN.responses):
    return parts.derive_endpoints(study, settings)


def exposure(study, who, planned=None, rows=None):
    rows = patient_exposure(study, who, planned) if rows is None else rows
    return measures.exposure(study, who, planned, rows)


def titration(study, who, rules=PLAN.dose_question):
    return given.titration(study, who, replace(PLAN, dose_question=rules))


def dose_question(study, who, rules=PLAN.dose_question):
    return asking.dose_question(study, who, replace(PLAN, dose_question=rules))
