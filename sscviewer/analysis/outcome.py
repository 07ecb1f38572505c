"""How each patient's time in the trial ended, and the last day anything is known of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.plan.rules import TimeRules
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.dates import last_possible, study_day
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.model.told_reason import told_reason

WORDS = {
    "COMPLETED": "completed",
    "DISCONTINUED": "stopped",
    "ONGOING": "ongoing",
    "SCREEN FAILURE": "screen failure",
    "NOT TREATED": "not treated",
    "UNKNOWN": "end not recorded",
}
LOST = "LOST TO FOLLOW-UP"
_DAYS = ("TRTSDT", "TRTEDT", "DTHDT", "LSTALVDT")
_DIED_FROM, _SEEN_FROM, _WITHIN = "first possible day of death", "first possible last contact", "DTHWIN"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of one patient's time in the trial.

    Attributes
    ----------
    status
        COMPLETED, DISCONTINUED, ONGOING, SCREEN FAILURE, NOT TREATED or UNKNOWN.
    reason
        CDISC reason of a discontinuation ("ADVERSE EVENT"), "" otherwise.
    words
        For people: "stopped on day 243: adverse event (rash)", "stopped before day 1: death".
    short
        For a label on the time axis: "stopped: adverse event".
    died
        Whether a date, a flag (DTHFL) or the disposition says that the patient died.
    day, death_day, first_dose_day, last_dose_day, last_contact_day
        Study days, NaN when not known: a death of some day in May has none.
    latest_death_day
        The last day on which the death can have been; NaN without a date of it.
    last_contact_source
        "recorded", or the kind of record it is taken from.
    srcref
        Cell of the disposition record, "" when there is none.
    """

    usubjid: str
    status: str
    reason: str
    words: str
    short: str
    day: float
    died: bool
    death_day: float
    latest_death_day: float
    first_dose_day: float
    last_dose_day: float
    last_contact_day: float
    last_contact_source: str
    srcref: str

    @property
    def is_lost(self) -> bool:
        """Whether the patient was lost to follow-up."""
        return self.reason == LOST


def outcome(study: Study, usubjid: str) -> Outcome:
    """Return how this patient's time in the trial ended.

    The disposition record decides, also one that gives no reason; without one a death on treatment does, and
    else a treated patient's end is UNKNOWN and said to be so.
    """
    row = study.usubjids.index(usubjid)
    days = _days(lambda name: study.column("subjects", name)[row : row + 1])
    return _outcome(study, usubjid, {name: found[0] for name, found in days.items()}, _records_doses(study))


@cached_per_study
def outcomes(study: Study) -> tuple[Outcome, ...]:
    """Return how every patient's time in the trial ended, in the order of `study.usubjids`."""
    columns = _days(lambda name: study.column("subjects", name))
    records_doses = _records_doses(study)
    return tuple(
        _outcome(study, usubjid, {name: column[i] for name, column in columns.items()}, records_doses)
        for i, usubjid in enumerate(study.usubjids)
    )


def _days(column: Callable[[str], npt.NDArray[Any]]) -> dict[str, list[float]]:
    """Return the study days of the dates of some patients, from columns of the subjects table.

    Of partial ends they are the last possible days, under names of their own the first possible ones.
    """
    reference = column("RFSTDT")
    days = {
        _DIED_FROM: study_day(column("DTHDT"), reference),
        _SEEN_FROM: study_day(column("LSTALVDT"), reference),
        _WITHIN: _limit(column(_WITHIN)),
    }
    for name in _DAYS:
        when = column(name) if name == "TRTSDT" else last_possible(column(name), column(f"{name}F"))
        days[name] = study_day(when, reference)
    return {name: found.tolist() for name, found in days.items()}


def _limit(days: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return in how many days after the last dose a death ended the treatment: the plan's, or by default.

    A trial that no plan has settled yet has none of its own; it has the same answer as by the default plan.
    """
    by_default = TimeRules().death_days
    return np.where(np.isnan(days), np.inf if by_default is None else by_default, days)


def _outcome(study: Study, usubjid: str, days: dict[str, float], records_doses: bool) -> Outcome:
    status, reason, specify, day, srcref = _disposition(study, usubjid)
    latest = days["DTHDT"]
    died = not np.isnan(latest) or reason == "DEATH" or study.value(usubjid, "DTHFL") == "Y"
    contact, contact_source = _last_contact(study, usubjid, days)
    first_dose, last_dose = days["TRTSDT"], days["TRTEDT"]
    # In a file that records nobody's doses a missing dose says nothing about this patient.
    if status == "UNKNOWN" and np.isnan(first_dose) and records_doses:
        status = "NOT TREATED"
    # A death of some day in May, or without any date, ended the treatment on a day that is not known either.
    death_day = latest if latest == days[_DIED_FROM] else np.nan
    if status == "UNKNOWN" and died and _may_be_on_treatment(days, _last_seen(study, usubjid, days)):
        status, reason, day = "DISCONTINUED", "DEATH", death_day
    elif status == "DISCONTINUED" and np.isnan(day):
        day = death_day if reason == "DEATH" else last_dose
    return Outcome(
        usubjid=usubjid,
        status=status,
        reason=reason,
        words=_words(status, reason, specify, day),
        short=f"{WORDS[status]}: {told_reason(reason)}" if reason else WORDS[status],
        day=day,
        died=died,
        death_day=death_day,
        latest_death_day=latest,
        first_dose_day=first_dose,
        last_dose_day=last_dose,
        last_contact_day=contact,
        last_contact_source=contact_source,
        srcref=srcref,
    )


def _may_be_on_treatment(days: dict[str, float], seen: float) -> bool:
    """Return whether a death may be within the plan's days after the last dose; what is not known may be.

    Whoever was seen alive did not die before; `seen` is the last such day.
    """
    earliest = np.fmin(np.fmax(days[_DIED_FROM], seen), days["DTHDT"])
    return not earliest - days["TRTEDT"] > days[_WITHIN]


def _last_seen(study: Study, usubjid: str, days: dict[str, float]) -> float:
    """Return the last day on which something was recorded of a patient but doses and death; NaN: none."""
    of_records = [
        _latest(study, usubjid, table, "ADY") for table in ("disposition", "visits", "measurements")
    ]
    return float(np.fmax.reduce([days[_SEEN_FROM], *of_records]))


def _records_doses(study: Study) -> bool:
    return not np.isnat(study.column("subjects", "TRTSDT")).all()


def _disposition(study: Study, usubjid: str) -> tuple[str, str, str, float, str]:
    rows = study.rows("disposition", usubjid)
    states = study.column("disposition", "EOSSTT")[rows]
    final = [rows.start + i for i, state in enumerate(states) if state in WORDS]
    if not final:
        return "UNKNOWN", "", "", np.nan, ""
    row = final[-1]
    status = str(study.column("disposition", "EOSSTT")[row])
    decoded = str(study.column("disposition", "DSDECOD")[row])
    reason = decoded if status == "DISCONTINUED" and decoded != "DISCONTINUED" else ""
    specify = str(study.column("disposition", "DSSPFY")[row])
    day = float(study.column("disposition", "ADY")[row])
    return status, reason, specify, day, str(study.column("disposition", "SRCREF")[row])


def _words(status: str, reason: str, specify: str, day: float) -> str:
    # No day of the trial: another clock begins after it (a run-in before randomisation).
    when = "" if np.isnan(day) else say(" before day 1") if day < 1 else say(" on day {day:.0f}", day=day)
    why = say(": {reason}", reason=say(told_reason(reason))) if reason else ""
    detail = f" ({specify})" if specify and reason else ""
    return say("{end}{when}{why}{detail}", end=say(WORDS[status]), when=when, why=why, detail=detail)


def _last_contact(study: Study, usubjid: str, days: dict[str, float]) -> tuple[float, str]:
    recorded = days["LSTALVDT"]
    if not np.isnan(recorded):
        return recorded, "recorded"
    found = [
        (_latest(study, usubjid, "disposition", "ADY"), "disposition"),
        (_latest(study, usubjid, "visits", "ADY"), "visit"),
        (_latest(study, usubjid, "measurements", "ADY"), "measurement"),
        (_latest(study, usubjid, "exposure", "AENDY"), "dose"),
        (days["TRTEDT"], "dose"),
        (days[_DIED_FROM], "death"),
    ]
    known = [(day, source) for day, source in found if not np.isnan(day)]
    return max(known) if known else (np.nan, "")


def _latest(study: Study, usubjid: str, table: str, column: str) -> float:
    days = study.column(table, column)[study.rows(table, usubjid)]
    days = days[~np.isnan(days)]
    return float(days.max()) if days.size else np.nan
