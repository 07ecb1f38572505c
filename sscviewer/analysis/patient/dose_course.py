"""The dose story of one patient, computed from the dose log."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.patient.dose_steps import DoseStep, dose_steps
from sscviewer.analysis.patient.timeline import LaneEvent
from sscviewer.analysis.plan.rules import SameDay
from sscviewer.model.dates import days_counted, next_day
from sscviewer.model.study import Study
from sscviewer.model.treatments import is_placebo

ChangeKind = Literal["increase", "reduction", "interruption", "restart", "stop"]

ACTION_FOR = {
    "reduction": "DOSE REDUCED",
    "interruption": "DRUG INTERRUPTED",
    "stop": "DRUG WITHDRAWN",
    "increase": "DOSE INCREASED",
}
LINK_DAYS = 14
"""An event may start up to this many days after the dose change it is tied to (reporting lag; a default)."""


@dataclass(frozen=True, slots=True)
class DoseChange:
    """A change of dose, tied to the event whose action taken matches it.

    Attributes
    ----------
    drug, unit
        What the doses are of.
    event_row
        Row of the adverse events table, -1 when no event matches.
    """

    day: float
    kind: ChangeKind
    from_dose: float
    to_dose: float
    reason: str
    event_row: int
    event_label: str
    srcref: str
    drug: str
    unit: str


@dataclass(frozen=True, slots=True)
class DoseCourse:
    """All periods of one drug in one patient, in time order, without overlap in drawing order.

    Attributes
    ----------
    duration
        Days from first to last dose, both included.
    cumulative
        Sum of dose x days.
    recorded_days
        Days of `duration` whose dose is known, interruptions included: all but those of `unknown`.
    unknown
        Gaps between doses that no event explains by an interrupted drug: what was taken then is not known.
    average_daily_dose
        Cumulative dose over `recorded_days`; NaN without dated doses.
    not_drawn
        Records without a dose or a start, of other drugs, in other units: (why, "Sheet!A1").
    overlap_days
        Days that two or more records cover; the one that began last counts.
    same_day
        What those that began on one day are together (`DoseRules.same_day`).
    in_force
        The periods that events count at (`in_force.steps_in_force`); those recorded, of one patient alone.

    **Source**: average daily dose over treatment duration, as the usual reading of "mean dose per day".
    """

    usubjid: str
    drug: str
    unit: str
    steps: tuple[DoseStep, ...]
    changes: tuple[DoseChange, ...]
    duration: float
    recorded_days: float
    unknown: tuple[DoseStep, ...]
    cumulative: float
    average_daily_dose: float
    days_on_drug: float
    highest: float
    not_drawn: tuple[tuple[str, str], ...]
    same_day: SameDay
    overlap_days: float = 0.0
    in_force: tuple[DoseStep, ...] = ()

    @property
    def of_single_days(self) -> bool:
        """Whether every dose is of one day."""
        given = [step for step in self.steps if step.kind == "dose"]
        return bool(given) and all(step.start == step.end and not step.is_open for step in given)

    @property
    def on_single_days(self) -> bool:
        """Whether the drug was given on single days with more unrecorded ones between, as infusions are.

        Then no dose per day is known: the average is that of the days it was given. A daily diary with days
        missed has fewer days without a record than with one.
        """
        return self.of_single_days and self.duration - self.recorded_days > self.days_on_drug


def given_on_single_days(of_patients: Iterable[bool]) -> bool:
    """Return whether more than half of those given the drug had it on single days (`on_single_days`)."""
    single = list(of_patients)
    return 2 * sum(single) > len(single)


def main_drug(study: Study) -> str:
    """Return the drug of most patients in the dose log, "" when it names none; a placebo only if alone.

    Of drugs that equally many had, the one with most records: which is the trial's, no log tells.
    """
    drugs, patients = study.column("exposure", "EXTRT"), study.column("exposure", "USUBJID")
    records = Counter(str(drug) for drug in drugs)
    had = Counter(str(drug) for drug, _ in set(zip(drugs, patients, strict=True)))
    active = [name for name in records if not is_placebo(name)] or list(records)
    return max(active, key=lambda name: (had[name], records[name]), default="")


def other_drugs(study: Study) -> tuple[str, ...]:
    """Return what patients of the main drug had beside it by the dose log, placebo left out."""
    main = main_drug(study)
    drugs, patients = study.column("exposure", "EXTRT"), study.column("exposure", "USUBJID")
    pairs = set(zip(drugs, patients, strict=True))
    mine = {patient for drug, patient in pairs if drug == main}
    beside = {str(drug) for drug, patient in pairs if drug != main and patient in mine}
    return tuple(sorted(drug for drug in beside if not is_placebo(drug)))


def drug_of(study: Study, usubjid: str, drug: str) -> str:
    """Return the drug to show of one patient: the trial's, or what this patient had instead (placebo)."""
    own = study.column("exposure", "EXTRT")[study.rows("exposure", usubjid)]
    return drug if drug in own or not own.size else _commonest(own)


def _commonest(drugs: npt.NDArray[np.object_]) -> str:
    counts = Counter(str(drug) for drug in drugs)
    active = Counter({name: n for name, n in counts.items() if not is_placebo(name)})
    most = (active or counts).most_common(1)
    return most[0][0] if most else ""


def dose_course(
    study: Study, usubjid: str, drug: str, last_contact: float, events: tuple[LaneEvent, ...] = ()
) -> DoseCourse:
    """Return the dose course of one patient on one drug.

    Parameters
    ----------
    drug
        As in EXTRT (`drug_of`); records of other drugs are counted in `not_drawn`.
    last_contact
        Where a period without an end is cut: this patient's last contact.
    events
        The patient's adverse events, to tie changes to.
    """
    log = dose_steps(study, usubjid, drug, last_contact)
    steps = log.steps
    given = [step for step in steps if step.kind == "dose"]
    duration = days_counted(min(s.start for s in given), max(s.end for s in given)) if given else np.nan
    unknown = _unknown(study, usubjid, steps)
    recorded = duration - sum(days_counted(step.start, step.end) for step in unknown)
    cumulative = sum(step.dose * days_counted(step.start, step.end) for step in given)
    return DoseCourse(
        usubjid=usubjid,
        drug=drug,
        unit=log.unit,
        steps=steps,
        changes=changes_of(steps, events, drug, log.unit),
        duration=float(duration),
        recorded_days=float(recorded),
        unknown=unknown,
        cumulative=float(cumulative) if given else np.nan,
        average_daily_dose=float(cumulative / recorded) if given else np.nan,
        days_on_drug=float(sum(days_counted(step.start, step.end) for step in given)),
        highest=max((step.dose for step in steps), default=0.0),
        not_drawn=log.not_used,
        overlap_days=log.overlap_days,
        same_day=log.same_day,
        in_force=steps,
    )


def _unknown(study: Study, usubjid: str, steps: Sequence[DoseStep]) -> tuple[DoseStep, ...]:
    """Return the gaps from the first to the last dose near whose begin no event interrupted the drug."""
    doses = [i for i, step in enumerate(steps) if step.kind == "dose"]
    inside = steps[doses[0] : doses[-1]] if doses else ()
    rows = study.rows("adverse_events", usubjid)
    held = study.column("adverse_events", "AEACN")[rows] == ACTION_FOR["interruption"]
    begun = study.column("adverse_events", "ASTDY")[rows][held]
    return tuple(
        step for step in inside if step.kind == "gap" and not np.any(np.abs(begun - step.start) <= LINK_DAYS)
    )


def changes_of(
    steps: tuple[DoseStep, ...], events: tuple[LaneEvent, ...], drug: str, unit: str
) -> tuple[DoseChange, ...]:
    """Return the changes between the steps of a course of a drug, tied to the patient's adverse events."""
    # What was taken on the days of a gap is not known: the doses before and after it are compared.
    recorded = [step for step in steps if step.kind != "gap"]
    changes = [
        _change(before, after, events, (drug, unit))
        for before, after in pairwise(recorded)
        if before.dose != after.dose
    ]
    if steps and not steps[-1].is_open and steps[-1].dose > 0:
        last = steps[-1]
        # A record's reason is why its dose began; the log has none for the stop.
        end = next_day(last.end)
        changes.append(_tied(end, "stop", last.dose, 0.0, "", last.srcref, events, (drug, unit)))
    return tuple(changes)


def _change(
    before: DoseStep, after: DoseStep, events: tuple[LaneEvent, ...], of: tuple[str, str]
) -> DoseChange:
    kind: ChangeKind = "increase" if after.dose > before.dose else "reduction"
    if after.dose == 0:
        kind = "interruption"
    elif before.dose == 0:
        kind = "restart"
    cell = after.srcref or before.srcref
    return _tied(after.start, kind, before.dose, after.dose, after.reason, cell, events, of)


def _tied(
    day: float,
    kind: ChangeKind,
    from_dose: float,
    to_dose: float,
    reason: str,
    srcref: str,
    events: tuple[LaneEvent, ...],
    of: tuple[str, str],
) -> DoseChange:
    """Return the change with the event that has the matching action and began most recently before it."""
    candidates = [
        event
        for event in events
        if event.action == ACTION_FOR.get(kind)
        and event.start_first <= day + LINK_DAYS
        and not event.end_last < day - LINK_DAYS
    ]
    best = min(candidates, key=lambda event: abs(day - event.start_first), default=None)
    event = (best.row, best.label) if best else (-1, "")
    return DoseChange(day, kind, from_dose, to_dose, reason, *event, srcref, *of)
