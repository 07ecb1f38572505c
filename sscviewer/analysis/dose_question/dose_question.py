"""The whole answer of a trial: counts, tolerance, benefit, the easy numbers, and what they say in words."""

from dataclasses import dataclass

from sscviewer.analysis.dose_question.benefit import Benefit, benefits
from sscviewer.analysis.dose_question.events_at_dose import EventsAtDose, events_at_dose
from sscviewer.analysis.dose_question.naive import Naive, naive_numbers
from sscviewer.analysis.dose_question.titration import Titration, titration
from sscviewer.analysis.dose_question.tolerance import Tolerance, tolerance
from sscviewer.analysis.dose_question.words import dose_sentences
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.analysis.question_cache import cached_per_question
from sscviewer.analysis.settled.clock import from_first_dose
from sscviewer.analysis.survival.event_times import event_times
from sscviewer.model.study import Study


@dataclass(frozen=True)
class DoseQuestion:
    """What one trial says about its doses."""

    titration: Titration
    tolerance: Tolerance
    benefits: tuple[Benefit, ...]
    naive: Naive
    events: EventsAtDose
    sentences: tuple[str, ...]


def dose_question(study: Study, who: Population, plan: AnalysisPlan) -> DoseQuestion:
    """Return every answer to the dose question that a trial can give."""
    found = titration(study, who, plan)
    tolerated = tolerance(found)
    gained = dose_benefits(study, who, plan)
    return DoseQuestion(
        titration=found,
        tolerance=tolerated,
        benefits=gained,
        naive=naive_numbers(found),
        events=dose_events(study, who, plan, found),
        sentences=dose_sentences(study, found, tolerated, gained),
    )


def dose_events(study: Study, who: Population, plan: AnalysisPlan, found: Titration) -> EventsAtDose:
    """Return every adverse event beside the dose in force."""
    study = from_first_dose(study)
    events = event_times(study, who, plan.events)
    return events_at_dose(study, found.patients, events, plan.dose_question.challenge_days)


@cached_per_question
def dose_benefits(study: Study, who: Population, plan: AnalysisPlan) -> tuple[Benefit, ...]:
    """Return both models of every endpoint; none where everybody took one dose, or none is logged."""
    found = titration(study, who, plan)
    if found.not_in_file or len(found.doses) < 2:
        return ()
    many = len(found.doses) > found.rules.most_doses
    doses = found.doses[:: max(len(found.doses) // found.rules.most_doses, 1)] if many else found.doses
    return benefits(from_first_dose(study), who, found.patients, doses, found.duration_days, found.rules)
