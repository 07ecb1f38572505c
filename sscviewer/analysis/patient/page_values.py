"""What a patient's pictures show, as rows of words: for a table that can be read without seeing them."""

from collections.abc import Iterator

import numpy as np

from sscviewer.analysis.number_words import dose_words, plain, signed, with_unit
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.lab_lanes import LabLane
from sscviewer.analysis.patient.patient_page import PatientPage
from sscviewer.analysis.patient.record_lanes import RecordLanes
from sscviewer.analysis.patient.span import Span
from sscviewer.analysis.patient.timeline import LaneEvent
from sscviewer.analysis.patient.trajectory import Trajectory

COLUMNS = ("Panel", "What", "From day", "To day", "Value", "Change from baseline", "Cell")
ONGOING, NOT_RECORDED = "ongoing", "not recorded"


_OF_DAYS = ("From day", "To day")


def page_columns(page: PatientPage) -> tuple[str, ...]:
    """Return the columns of a page: those of days only where the file gives a time."""
    return tuple(name for name in COLUMNS if not (page.visits and name in _OF_DAYS))


def page_values(page: PatientPage) -> tuple[tuple[str, ...], ...]:
    """Return a row of `page_columns` for every mark: doses, events, values, lanes, the end of the trial.

    Days are study days; a partial date gives "12 to 42", a missing one words. Rows are in the order of the
    pictures.
    """
    rows = [*_doses(page.dose), *map(_event, page.timeline.events)]
    for trajectory in page.trajectories:
        rows += _values(trajectory)
    for lanes in page.records:
        rows += _records(lanes)
    if page.labs is not None:
        for lane in page.labs.lanes:
            rows += _labs(lane)
    if not np.isnan(page.outcome.day):
        end = page.outcome
        rows.append(("End of trial", end.short, _day(end.day), "", "", "", end.srcref))
    kept = [COLUMNS.index(name) for name in page_columns(page)]
    return tuple(tuple(row[at] for at in kept) for row in rows)


def _doses(course: DoseCourse) -> Iterator[tuple[str, ...]]:
    for step in course.steps:
        end = NOT_RECORDED if step.is_open else _day(step.end)
        value = f"{dose_words(step.dose)} {course.unit}".strip()
        yield "Dose", course.drug, _day(step.start), end, value, "", step.srcref


def _event(event: LaneEvent) -> tuple[str, ...]:
    facts = (
        f"grade {event.mark}" if event.mark.isdigit() else event.severity.lower(),
        "serious" if event.serious else "",
        "related" if event.related else "",
        "fatal" if event.fatal else "",
    )
    return "Adverse events", event.label, *_from_to(event), ", ".join(filter(None, facts)), "", event.srcref


def _records(lanes: RecordLanes) -> Iterator[tuple[str, ...]]:
    for lane in lanes.lanes:
        for record in lane.records:
            yield lanes.title, lane.label, *_from_to(record), "; ".join(record.details), "", record.srcref


def _labs(lane: LabLane) -> Iterator[tuple[str, ...]]:
    parameter = lane.parameter
    for at in range(len(lane.day)):
        grade = lane.grade[at]
        words = (
            lane.limit[at] + with_unit(plain(lane.aval[at], parameter.digits), parameter),
            f"grade {grade:.0f}" if grade >= 1 else "",
            {-1: "below the limits of normal", 1: "above the limits of normal"}.get(lane.indicator[at], ""),
        )
        told = ", ".join(filter(None, words))
        yield "Laboratory", parameter.param, _day(lane.day[at]), "", told, "", lane.srcref[at]


def _from_to(span: Span) -> tuple[str, str]:
    end = ONGOING if span.end_state == "ongoing" else _span(span.end_first, span.end_last)
    return _span(span.start_first, span.start_last), end


def _values(trajectory: Trajectory) -> Iterator[tuple[str, ...]]:
    parameter = trajectory.parameter
    for at in range(len(trajectory.day)):
        value = trajectory.limit[at] + with_unit(plain(trajectory.aval[at], parameter.digits), parameter)
        change = trajectory.chg[at]
        is_base = at == trajectory.base_index
        words = "" if np.isnan(change) else signed(change, parameter.digits)
        yield (
            parameter.short or parameter.param,
            " ".join(filter(None, (trajectory.avisit[at], trajectory.atpt[at]))),
            _day(trajectory.day[at]) + (" (planned)" if trajectory.is_nominal[at] else ""),
            "",
            value,
            "baseline" if is_base else words,
            trajectory.srcref[at],
        )


def _span(first: float, last: float) -> str:
    if np.isnan(first) or np.isnan(last):
        return NOT_RECORDED
    return _day(first) if first == last else f"{_day(first)} to {_day(last)}"


def _day(day: float) -> str:
    return NOT_RECORDED if np.isnan(day) else f"{day:.0f}".replace("-", "−")
