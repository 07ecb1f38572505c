"""The dose log: 100 mg more at each visit up to 600 mg a day, and what adverse events did to it."""

from dataclasses import dataclass
from datetime import date, timedelta

from patients import Patient
from schedule import TITRATION_WEEKS, visit_days

_FULL = (100, 200, 300, 400, 500, 600)
_REDUCED, _HELD, _UP = "Dose reduced", "Drug interrupted", "Dose increased"
_GAP = None  # an interruption that nobody wrote down as a row of 0 mg

# number: (titration steps, changes after it as (study day, mg a day, action)); the day of each reduction and
# interruption is the first day of the adverse event that caused it, or a day or two later (see events.py)
_PLANS: dict[str, tuple[tuple[int, ...], tuple[tuple[int, int | None, str], ...]]] = {
    "002": (_FULL, ((120, 0, _HELD), (132, 600, "Restarted"))),
    "003": (_FULL, ((130, 500, _REDUCED),)),
    "005": (_FULL, ((99, 0, _HELD), (113, 500, "Restarted"), (141, 600, _UP))),
    "006": (_FULL, ((140, _GAP, _HELD), (151, 600, "Restarted"))),
    "007": (_FULL, ((99, 0, _HELD), (113, 400, "Restarted"), (171, 600, _UP))),
    "008": (_FULL, ((172, 400, _REDUCED),)),
    "009": (_FULL[:2], ((64, 300, "Titrated"),)),
    "012": (_FULL, ((79, 300, _REDUCED), (110, 0, _HELD), (124, 200, "Restarted"), (198, 0, _HELD),
                    (216, 200, "Restarted"))),
    "013": (_FULL[:2], ()),
    "014": (_FULL, ((241, 500, _REDUCED),)),
    "015": (_FULL[:5], ((60, 0, _HELD), (67, 300, "Restarted"))),
    "020": (_FULL, ((155, 500, _REDUCED),)),
}  # fmt: skip
_REASONS = {
    "Started": "Start of treatment",
    "Titrated": "Titration per protocol",
    _REDUCED: "Adverse event",
    _HELD: "Adverse event",
    "Restarted": "Adverse event resolved or improved",
    _UP: "Re-escalated, tolerated",
    "Drug withdrawn": "Adverse event",
    "Completed": "End of treatment per protocol",
    "Lost": "Last dose known (patient lost to follow-up)",
}


@dataclass(frozen=True, slots=True)
class Dose:
    """One row of the dose log: the same daily dose from ``start`` to ``end``, both included."""

    start: date
    end: date
    daily: int
    action: str
    reason: str


def dose_log(who: Patient) -> list[Dose]:
    """Return a patient's dose log, oldest row first; the end of the last row is the last dose."""
    steps, changes = _PLANS.get(who.subject[-3:], (_FULL, ()))
    held = visit_days(who)
    starts = [who.first_dose, *(held.get(f"Week {week}") for week in TITRATION_WEEKS)]
    planned: list[tuple[date, int | None, str]] = [
        (start, daily, "Titrated" if number else "Started")
        for number, (start, daily) in enumerate(zip(starts, steps, strict=False))
        if start
    ]
    planned += [(who.day(day), daily, action) for day, daily, action in changes]
    ends = [start - timedelta(days=1) for start, _, _ in planned[1:]] + [who.day(who.last_day)]
    return [
        Dose(start, end, daily, action, _REASONS[action])
        for (start, daily, action), end in zip(planned, ends, strict=True)
        if daily is not _GAP
    ]


def average_daily_dose(log: list[Dose]) -> float:
    """Return milligrams a day from the first to the last dosing day, interruptions included."""
    total = sum(row.daily * ((row.end - row.start).days + 1) for row in log)
    return total / ((log[-1].end - log[0].start).days + 1)


def end_action(who: Patient) -> str:
    """Return why the last row of the log ends."""
    if who.completed:
        return "Completed"
    return "Drug withdrawn" if who.reason == "Adverse event" else "Lost"
