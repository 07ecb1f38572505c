"""Finds the patients a filter lets through."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sscviewer.gui.state.patient_filter import LISTS, PatientFilter

if TYPE_CHECKING:
    from sscviewer.analysis.plan import AnalysisPlan
    from sscviewer.gui.state.trial import Trial
    from sscviewer.model.arrays import Bools


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of patients beside the file.

    Attributes
    ----------
    reviewed, comment, changed
        Who has a tick, a comment on the patient or on a record, or changed since the last export.
    """

    reviewed: frozenset[str] = frozenset()
    comment: frozenset[str] = frozenset()
    changed: frozenset[str] = frozenset()


def sift(trial: "Trial", plan: "AnalysisPlan", wanted: PatientFilter, known: Known) -> frozenset[str] | None:
    """Return the patients who meet every condition; None where there is no condition."""
    if wanted == PatientFilter():
        return None
    kept = set(trial.study.usubjids)
    for name in LISTS:
        if chosen := getattr(wanted, name):
            kept &= {row.usubjid for row in trial.patients.rows if getattr(row, name) in chosen}
    if wanted.least_grade:
        kept &= {row.usubjid for row in trial.patients.rows if row.worst_grade >= wanted.least_grade}
    for name in ("reviewed", "comment", "changed"):
        if answer := getattr(wanted, name):
            kept = kept & getattr(known, name) if answer == "yes" else kept - getattr(known, name)
    usubjids = trial.study.usubjids
    for met in _of_records(trial, plan, wanted):
        kept &= {usubjid for usubjid, is_met in zip(usubjids, met.tolist(), strict=True) if is_met}
    return frozenset(kept)


def _of_records(trial: "Trial", plan: "AnalysisPlan", wanted: PatientFilter) -> "Iterator[Bools]":
    """Yield for each condition of events and values who meets it (p,)."""
    # Imported here because it needs numpy, which the start page does without.
    from sscviewer.analysis.events.with_event import with_event
    from sscviewer.analysis.parameter_values import one_value

    for event in wanted.events:
        yield with_event(
            trial.study,
            related=event.related,
            serious=event.serious,
            least=event.least,
            term=event.term,
            unsaid_is_related=plan.events.unsaid_is_related,
        )
    for value in wanted.values:
        found = one_value(trial.study, value.paramcd, value.which)
        yield found > value.limit if value.side == "above" else found < value.limit
