"""Words of the rules that were followed, made from plan and result: no sentence knows a rule by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis.absence import records_doses
from sscviewer.model.counted import counted

if TYPE_CHECKING:
    from sscviewer.analysis.plan.events import EventRules
    from sscviewer.analysis.plan.rules import AfterStopRules
    from sscviewer.analysis.results import Told
    from sscviewer.model.study import Study

INTERVALS = {
    "clopper-pearson": "exact (Clopper and Pearson 1934)",
    "wilson": "Wilson’s (Wilson 1927)",
}
DF_SOURCES = {
    "kenward-roger": " (Kenward and Roger 1997)",
    "kenward-roger-linear": " (Kenward and Roger 1997)",
    "kenward-roger-expected": " (Halekoh and Højsgaard 2014)",
    "satterthwaite": " (Satterthwaite 1946)",
}
BASELINES = {
    "flag or last": "the value the file flags, else that of the baseline visit, else that of the last day on "
    "or before the first dose, is the baseline",
    "last before first dose": "the value of the last day on or before the first dose is the baseline",
    "mean before first dose": "the mean of the values on or before the first dose is the baseline",
    "first value": "the first value of each patient, whenever it was measured, is the baseline",
}
BASELINES_OF_VISITS = {
    "flag or last": "the value the file flags, else that of the visit “{visit}”, is the baseline",
    "last before first dose": "the last value up to the visit “{visit}” is the baseline",
    "mean before first dose": "the mean of the values up to the visit “{visit}” is the baseline",
    "first value": "the first value of each patient, whichever visit it is of, is the baseline",
}
"""Where the file gives no time between its visits."""


AFTER_STOP = {
    "treatment policy": "count like any other (treatment policy)",
    "hypothetical": "are left out, as if they had gone on (hypothetical; missing at random)",
    "while on treatment": "are replaced by the last before (while on treatment)",
    "composite": "are left out of changes, and the patient counts from then on as without response and as "
    "progressed (composite)",
}
AFTER_DEATH = {
    "hypothetical": "are taken as if the patient had lived (hypothetical; missing at random)",
    "while on treatment": "are replaced by the last before (while on treatment)",
    "composite": "count as no response and as progression (composite)",
}


def after_stop_sentence(rules: AfterStopRules) -> str:
    """Return what became of values after stopping, death and rescue treatment; of these two if not usual."""
    values = "Values after the last dose of patients who stopped"
    event, other = AFTER_STOP[rules.adverse_event], AFTER_STOP[rules.other]
    said = [f"{values} {event}."]
    if event != other:
        said = [f"{values} for an adverse event {event}, and those of others {other}."]
    if rules.death in AFTER_DEATH:
        said.append(f"Values missing after death {AFTER_DEATH[rules.death]}.")
    if rules.rescue != "treatment policy" and rules.rescue_names:
        named = ", ".join(rules.rescue_names)
        said.append(f"Values after rescue treatment ({named}) {AFTER_STOP[rules.rescue]}.")
    return " ".join(said)


def counted_words(study: Study, rules: EventRules) -> str:
    """Return which adverse events count, to stand after the noun: " on treatment"; "" when all do."""
    if not rules.emergent_only or study.visit_order:  # without a time no event is known to be before another
        return ""
    if np.any(study.column("adverse_events", "TRTEMFL") != ""):
        return " on treatment (as the file flags them)"
    if not records_doses(study):
        return " from day 1 on"
    if not rules.window_days:
        return " on treatment"
    return f" on treatment or within {counted(round(rules.window_days), 'day')} after the last dose"


def counting_sentence(study: Study, rules: EventRules) -> str:
    """Return how adverse events were counted."""
    which = counted_words(study, rules)
    began = f"if it began{which}" if which else "whenever it began"
    if rules.emergent_only and rules.window_days is None and records_doses(study):
        began += ", without a limit after the last dose"
    return (
        f"An adverse event is counted once per patient, {began}; intervals of proportions are "
        f"{INTERVALS[rules.interval]}, at {100 * rules.level:g} %."
    )


def analysed_sentence(study: Study, results: Told) -> str:
    """Return who was analysed, and what the baseline is."""
    plan = results.plan
    safety, efficacy = results.population.members.words, results.efficacy_population.members.words
    who = f"Analysed were {safety}"
    if safety != efficacy:
        who = f"Analysed were, for safety, {safety}, and for efficacy {efficacy}"
    baseline = BASELINES[plan.baseline.choice]
    if study.visit_order:
        baseline = BASELINES_OF_VISITS[plan.baseline.choice].format(visit=study.visit_names[0.0])
    elif not records_doses(study):
        baseline = baseline.replace("the first dose", "day 1")
    return f"{who}; {baseline}."
