"""The story of a patient around serious moments: recorded facts only, in the order of ICH E3 and CIOMS."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.dose_question.dose_question import dose_events
from sscviewer.analysis.dose_question.events_at_dose import EventAtDose
from sscviewer.analysis.dose_question.titration import titration
from sscviewer.analysis.narratives import facts
from sscviewer.analysis.narratives.facts import Clause
from sscviewer.analysis.narratives.reasons import ToldPatient, patients_to_tell
from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.patient.dose_course import DoseCourse, dose_course, drug_of, main_drug
from sscviewer.analysis.patient.timeline import timeline
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.model.study import Study

_DECHALLENGE = {
    "ended": "After the dose was cut the event ended",
    "went on": "After the dose was cut the event went on",
}
_RECHALLENGE = {
    "came again": "it came again when the dose was given again",
    "did not come again": "it did not come again when the dose was given again",
}


@dataclass(frozen=True, slots=True)
class Narrative:
    """One patient's story.

    Attributes
    ----------
    why
        "death; serious adverse event".
    paragraphs
        Each a tuple of clauses; who and what treatment first, then event by event, then the end.
    """

    usubjid: str
    why: str
    paragraphs: tuple[tuple[Clause, ...], ...]

    @property
    def cells(self) -> tuple[str, ...]:
        """Every cell the story is from."""
        found = (cell for paragraph in self.paragraphs for clause in paragraph for cell in clause.cells)
        return tuple(dict.fromkeys(found))

    def text(self) -> str:
        """Return the story, paragraphs apart."""
        return "\n\n".join(f"{'. '.join(c.text for c in paragraph)}." for paragraph in self.paragraphs)


def narratives(study: Study, who: Population, plan: AnalysisPlan) -> tuple[Narrative, ...]:
    """Return the stories of deaths, serious events, stops for events and events of grade 3 and worse.

    Parameters
    ----------
    who
        The patients of a filter; all of them are looked at, treated or not.

    **Source**: ICH E3, section 12.3.2; CIOMS form I.
    """
    challenged = {
        event.row: event for event in dose_events(study, who, plan, titration(study, who, plan)).events
    }
    drug = main_drug(study)
    return tuple(_narrative(study, told, drug, challenged) for told in patients_to_tell(study, who))


def _narrative(
    study: Study, told: ToldPatient, drug: str, challenged: Mapping[int, EventAtDose]
) -> Narrative:
    usubjid, ended = told.usubjid, outcome(study, told.usubjid)
    lanes = timeline(study, usubjid, ended.last_contact_day).events
    dose = dose_course(study, usubjid, drug_of(study, usubjid, drug), ended.last_contact_day, lanes)
    opening = _there(
        facts.person(study, usubjid), facts.history(study, usubjid), facts.treatment(study, dose)
    )
    events = (_event(study, row, dose, challenged.get(row)) for row in told.rows)
    return Narrative(usubjid, told.why, (opening, *events, (facts.trial_end(ended),)))


def _event(study: Study, row: int, dose: DoseCourse, at_dose: EventAtDose | None) -> tuple[Clause, ...]:
    day = float(study.column("adverse_events", "ASTDY")[row])
    in_force, since = (np.nan, np.nan) if at_dose is None else (at_dose.dose, at_dose.since_change)
    labs = facts.laboratory(study, dose.usubjid, day)
    before = (
        [Clause(f"Out of limits in the {facts.LAB_DAYS} days before: {labs[0].text}", labs[0].cells)]
        if labs
        else []
    )
    return _there(
        facts.event(study, row),
        facts.dose_at(dose, day, in_force, since),
        *before,
        *labs[1:],
        facts.medications(study, dose.usubjid, day),
        facts.action(study, row, dose),
        _challenge(at_dose),
        facts.end(study, row),
    )


def _challenge(event: EventAtDose | None) -> Clause | None:
    """Return what followed the cut and the return to the dose; None where neither can be told."""
    if event is None or event.dechallenge not in _DECHALLENGE:
        return None
    again = _RECHALLENGE.get(event.rechallenge, "")
    return Clause(f"{_DECHALLENGE[event.dechallenge]}{f'; {again}' if again else ''}")


def _there(*clauses: Clause | None) -> tuple[Clause, ...]:
    return tuple(clause for clause in clauses if clause is not None)
