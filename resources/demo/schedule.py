"""When everybody came: clinic visits every two weeks, later every four, assessments each quarter."""

from dataclasses import dataclass
from datetime import date, timedelta

from patients import Patient, rng

CLINIC_WEEKS = (*range(2, 21, 2), *range(24, 53, 4))
TITRATION_WEEKS = (2, 4, 6, 8, 10)
QUARTERS = ("Baseline", "Month 3", "Month 6", "Month 9", "Month 12")
_QUARTER_DAYS = (1, 91, 183, 274, 365)
_SATURDAY = 5
_CLOSE_TO_THE_END = 9  # days between an early termination visit and what it replaces
_OUT_OF_WINDOW = {("SSC-016", "Month 6"): 217}  # a blemish; the target is day 183
_MISSED = {
    ("SSC-002", "Week 16"), ("SSC-003", "Week 36"), ("SSC-006", "Week 20"), ("SSC-008", "Week 44"),
    ("SSC-010", "Week 14"), ("SSC-011", "Week 18"), ("SSC-012", "Week 32"), ("SSC-014", "Week 28"),
    ("SSC-017", "Week 32"), ("SSC-019", "Week 48"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Visit:
    """One planned visit and what became of it."""

    label: str
    target: date | None
    held: date | None

    @property
    def status(self) -> str:
        """``Done`` or ``Missed``."""
        return "Done" if self.held else "Missed"


def on_weekday(day: date) -> date:
    """Move a Saturday to the Friday before and a Sunday to the Monday after."""
    if day.weekday() < _SATURDAY:
        return day
    return day + timedelta(days=-1 if day.weekday() == _SATURDAY else 1)


def clinic_visits(who: Patient) -> list[Visit]:
    """Return a patient's visits from screening to follow-up, in order, missed ones too."""
    jitter = rng("visits", who.subject)
    visits = [
        Visit("Screening", who.day(-21), who.day(-who.screening_lead)),
        Visit("Baseline", who.first_dose, who.first_dose),
    ]
    lost_after = who.last_contact if who.reason == "Lost to follow-up" else None
    for week in CLINIC_WEEKS:
        target = who.day(7 * week + 1)
        shift = jitter.choice((-3, -2, -1, 0, 0, 0, 0, 1, 1, 2, 3, 4))
        held = on_weekday(target + timedelta(days=shift))
        label = f"Week {week}"
        if (week == CLINIC_WEEKS[-1] and who.completed) or target == lost_after:
            visits.append(Visit(label, target, who.day(who.last_day)))
        elif (who.day(who.last_day) - held).days > (
            _CLOSE_TO_THE_END if who.reason == "Adverse event" else -1
        ):
            visits.append(Visit(label, target, None if (who.subject, label) in _MISSED else held))
    if who.reason == "Adverse event":
        visits.append(Visit("Early termination", None, who.day(who.last_day)))
    if who.reason != "Lost to follow-up":
        visits.append(Visit("Follow-up", who.day(who.last_day + 28), who.last_contact))
    return visits


def visit_days(who: Patient) -> dict[str, date]:
    """Return the dates of the visits that took place, by label."""
    return {visit.label: visit.held for visit in clinic_visits(who) if visit.held}


def quarterly_dates(who: Patient) -> dict[str, date]:
    """Return the days of lung function, skin score and questionnaire, by visit label.

    The laboratory's appointments follow the calendar months, not the weeks of the clinic; a patient who has
    stopped has none.
    """
    jitter = rng("quarters", who.subject)
    dates = {}
    last_dose = who.day(who.last_day)
    for label, target in zip(QUARTERS, _QUARTER_DAYS, strict=True):
        shift = jitter.choice((-5, -3, -2, -1, 0, 0, 1, 2, 3, 5))
        held = on_weekday(who.day(_OUT_OF_WINDOW.get((who.subject, label), target + shift)))
        if label == QUARTERS[0]:
            held = on_weekday(who.day(-jitter.choice((1, 2, 3))))
        elif label == QUARTERS[-1] and who.completed:
            held = last_dose
        if held <= last_dose:
            dates[label] = held
        elif who.reason == "Adverse event" and (held - last_dose).days <= _CLOSE_TO_THE_END:
            dates[label] = last_dose
    return dates
