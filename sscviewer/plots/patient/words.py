"""What the mouse is told: the ready text about an event, a value, a dose or a visit."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis import number_words
from sscviewer.analysis.patient.patient_header import number, signed
from sscviewer.plots.mark import Mark
from sscviewer.plots.ticks import visit_at

if TYPE_CHECKING:
    from sscviewer.analysis.patient.dose_course import DoseChange
    from sscviewer.analysis.patient.dose_steps import DoseStep
    from sscviewer.analysis.patient.lab_lanes import LabLane
    from sscviewer.analysis.patient.patient_page import PatientPage
    from sscviewer.analysis.patient.record_lanes import LaneRecord
    from sscviewer.analysis.patient.timeline import LaneEvent
    from sscviewer.analysis.patient.trajectory import Trajectory
    from sscviewer.analysis.planned_dose import PlannedDose

RECIPE_WIDTH = 64
"""Characters in a line of a recipe: a longer line would be wider than a panel."""


def date_of(day: float, day1: np.datetime64) -> str:
    """Return the calendar date of a study day, "" when day 1 has none."""
    if np.isnat(day1) or np.isnan(day):
        return ""
    offset = int(day) - 1 if day > 0 else int(day)
    return str(day1.astype("datetime64[D]") + np.timedelta64(offset, "D"))


def day_text(day: float, day1: np.datetime64) -> str:
    """Return "day 57 (2007-06-26)"."""
    date = date_of(day, day1)
    return f"day {day:.0f}".replace("-", "−") + (f" ({date})" if date else "")


def when_text(day: float, page: PatientPage) -> str:
    """Return the study day with its date, or the visit where the file gives no time."""
    return visit_at(page.visits, day) if page.visits else day_text(day, page.day1)


def span_text(first: float, last: float, day1: np.datetime64) -> str:
    """Return one day, or "between day 32 (…) and day 61 (…)" for a partial date."""
    if first == last:
        return day_text(first, day1)
    return f"between {day_text(first, day1)} and {day_text(last, day1)}"


def event_mark(event: LaneEvent, page: PatientPage) -> Mark:
    """Return what is said about an adverse event."""
    start = "not recorded"
    if event.start_state != "missing":
        start = span_text(event.start_first, event.start_last, page.day1)
    end = event.end_state
    if event.end_state in ("known", "partial"):
        end_words = span_text(event.end_first, event.end_last, page.day1)
    else:
        contact = page.timeline.open_until
        until = "" if np.isnan(contact) else f" (drawn to last contact, {day_text(contact, page.day1)})"
        end_words = f"{end}{until}"
    verbatim = f" (“{event.term}”)" if event.term and event.term.lower() != event.label.lower() else ""
    lines = [
        f"{event.label}{verbatim}",
        " · ".join(part for part in _qualities(event) if part),
        f"start: {start}",
        f"end: {end_words}",
        f"action: {event.action.lower()}" if event.action else "",
        f"outcome: {event.outcome.lower()}" if event.outcome else "",
        "starts after the last contact" if event.after_contact else "",
        event.srcref,
    ]
    return Mark("adverse_events", event.row, "\n".join(line for line in lines if line), event.srcref)


def _qualities(event: LaneEvent) -> tuple[str, ...]:
    grade = f"grade {event.mark}" if event.mark.isdigit() else event.severity.lower()
    return (
        grade or "grade not given",
        "serious" if event.serious else "",
        "related" if event.related else "",
        "fatal" if event.fatal else "",
        event.body_system,
    )


def value_mark(course: Trajectory, i: int, page: PatientPage) -> Mark:
    """Return what is said about one measured value."""
    parameter = course.parameter
    value = f"{parameter.short} {course.limit[i]}{number(course.aval[i], parameter)}{parameter.after}"
    when = day_text(course.day[i], page.day1)
    if page.visits:
        when = ""
    elif course.is_nominal[i]:
        when = f"no date; drawn at the visit’s planned day {course.day[i]:.0f}"
    change = ""
    if i == course.base_index:
        change = "baseline"
    elif not np.isnan(course.chg[i]):
        percent = "" if np.isnan(course.pchg[i]) else f" ({number_words.signed(course.pchg[i], 1)} %)"
        change = f"change from baseline {signed(course.chg[i], parameter)}{percent}"
    lines = [
        value,
        " · ".join(part for part in (course.avisit[i], course.atpt[i]) if part),
        when,
        change,
        "" if course.in_window[i] else "outside the visit window",
        _origin(course, i),
    ]
    text = "\n".join(line for line in lines if line)
    return Mark("measurements", int(course.row[i]), text, course.srcref[i])


def _origin(course: Trajectory, i: int) -> str:
    """Return the cell of a collected value, the recipe of a derived one."""
    recipe = course.recipe[i]
    return "\n".join(wrap(f"derived: {recipe}", RECIPE_WIDTH)) if recipe else course.srcref[i]


def changed_words(mark: Mark, page: PatientPage) -> str:
    """Return "since export_1.xlsx: Grade: 2 → 3" of a record that changed; "" of any other."""
    said = page.changed.get((mark.table, mark.row), "")
    return f"since {page.since}: {said}" if said else ""


def record_mark(label: str, record: LaneRecord, table: str, page: PatientPage) -> Mark:
    """Return what is said about a record of medication or medical history."""
    start = "not recorded"
    if record.start_state != "missing":
        start = span_text(record.start_first, record.start_last, page.day1)
    end = record.end_state
    known = end in ("known", "partial")
    as_reported = record.reported and record.reported.casefold() != label.casefold()
    lines = [
        f"{label} (“{record.reported}”)" if as_reported else label,
        *record.details,
        f"start: {start}",
        f"end: {span_text(record.end_first, record.end_last, page.day1) if known else end}",
        record.srcref,
    ]
    return Mark(table, record.row, "\n".join(lines), record.srcref)


def lab_mark(lane: LabLane, i: int, page: PatientPage) -> Mark:
    """Return what is said about a laboratory value."""
    parameter = lane.parameter
    limits = _limits(float(lane.lower[i]), float(lane.upper[i]))
    standing = {-1.0: "below the limits", 0.0: "within the limits", 1.0: "above the limits"}
    times = lane.times_upper[i]
    graded = "" if np.isnan(lane.grade[i]) else f"grade {lane.grade[i]:.0f}"
    if lane.grade[i] >= 1:
        graded += " (too low)" if lane.is_low[i] else ""
    lines = [
        f"{parameter.short} {lane.limit[i]}{number(lane.aval[i], parameter)}{parameter.after}",
        when_text(float(lane.day[i]), page),
        f"{limits}: {standing.get(float(lane.indicator[i]), 'cannot be told')}"
        if limits
        else "no limits of normal",
        "" if np.isnan(times) else f"{times:.2f} × upper limit of normal",
        f"{graded}, {page.labs.version}" if graded and page.labs else "no CTCAE grade",
        lane.srcref[i],
    ]
    text = "\n".join(line for line in lines if line)
    return Mark("measurements", int(lane.row[i]), text, lane.srcref[i])


def _limits(lower: float, upper: float) -> str:
    if np.isnan(lower) and np.isnan(upper):
        return ""
    if np.isnan(lower):
        return f"normal up to {upper:g}"
    return f"normal from {lower:g}" if np.isnan(upper) else f"normal {lower:g} to {upper:g}"


def step_mark(step: DoseStep, page: PatientPage, planned: PlannedDose | None = None) -> Mark:
    """Return what is said about a period on one dose, and what was planned on its first day."""
    ahead = None if planned is None else planned.dose_on(step.start)
    drug = page.dose.drug or "dose"
    title = {
        "dose": f"{drug} {step.dose:g} {page.dose.unit}/day",
        "interruption": f"{drug} held (recorded as 0)",
        "gap": f"{drug}: dose not recorded",
    }[step.kind]
    end = day_text(step.end, page.day1)
    lines = [
        title,
        f"{day_text(step.start, page.day1)} to {end}" + (", no end recorded" if step.is_open else ""),
        "" if ahead is None else f"planned on its first day: {ahead:g} {page.dose.unit}/day",
        "date known only in part" if step.is_partial else "",
        f"reason: {step.reason}" if step.reason else "",
        *(change_text(change) for change in page.dose.changes if change.day == step.start),
        step.srcref,
    ]
    return Mark("exposure", step.row, "\n".join(line for line in lines if line), step.srcref)


def change_text(change: DoseChange) -> str:
    """Return "reduction 600 → 400: rash"."""
    tied = f", tied to {change.event_label}" if change.event_label else ""
    return f"{change.kind} {change.from_dose:g} → {change.to_dose:g}{tied}"


def visit_mark(position: int, page: PatientPage) -> Mark:
    """Return what is said about a visit."""
    schedule = page.schedule
    when = "" if page.visits else day_text(schedule.actual[position], page.day1)
    cell = schedule.srcref[position]
    text = "\n".join(part for part in (schedule.names[position] or "Visit", when, cell) if part)
    return Mark("visits", -1, text, cell)
