"""The whole answer of a trial: counts, tolerance, benefit, the easy numbers, and what they say in words."""

from dataclasses import dataclass

from sscviewer.analysis.dose_question.benefit import Benefit, benefits
from sscviewer.analysis.dose_question.naive import Naive, naive_numbers
from sscviewer.analysis.dose_question.titration import Titration, titration
from sscviewer.analysis.dose_question.tolerance import Tolerance, tolerance
from sscviewer.analysis.dose_question.words import dose_sentences
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.model.study import Study


@dataclass(frozen=True)
class DoseQuestion:
    """What one trial says about its doses."""

    titration: Titration
    tolerance: Tolerance
    benefits: tuple[Benefit, ...]
    naive: Naive
    sentences: tuple[str, ...]


def dose_question(
    study: Study, who: Population, plan: AnalysisPlan, found: Titration | None = None
) -> DoseQuestion:
    """Return every answer to the dose question that a trial can give.

    Parameters
    ----------
    found
        The counts, where they are known already.
    """
    found = found or titration(study, who, plan)
    tolerated = tolerance(found)
    gained = dose_benefits(study, who, found)
    return DoseQuestion(
        titration=found,
        tolerance=tolerated,
        benefits=gained,
        naive=naive_numbers(found),
        sentences=dose_sentences(study, found, tolerated, gained),
    )


def dose_benefits(study: Study, who: Population, found: Titration) -> tuple[Benefit, ...]:
    """Return both models of every endpoint; none where everybody took one dose, or none is logged."""
    if found.not_in_file or len(found.doses) < 2:
        return ()
    many = len(found.doses) > found.rules.most_doses
    doses = found.doses[:: max(len(found.doses) // found.rules.most_doses, 1)] if many else found.doses
    return benefits(study, who, found.patients, doses, found.duration_days, found.rules)
