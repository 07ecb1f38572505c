"""What a patient's pictures show, as rows of words: for a table that can be read without seeing them."""

from collections.abc import Iterator

import numpy as np

from sscviewer.analysis.number_words import dose_words, plain, signed, with_unit
from sscviewer.analysis.patient.dose_course import DoseCourse
from sscviewer.analysis.patient.patient_page import PatientPage
from sscviewer.analysis.patient.timeline import LaneEvent
from sscviewer.analysis.patient.trajectory import Trajectory

COLUMNS = ("Panel", "What", "From day", "To day", "Value", "Change from baseline", "Cell")
ONGOING, NOT_RECORDED = "ongoing", "not recorded"


def page_values(page: PatientPage) -> tuple[tuple[str, ...], ...]:
    """Return a row of `COLUMNS` for every period on a dose, every event and every value, panel by panel.

    Days are study days; a partial date gives "12 to 42", a missing one words. Rows are in the order of the
    pictures.
    """
    rows = [*_doses(page.dose), *map(_event, page.timeline.events)]
    for trajectory in page.trajectories:
        rows += _values(trajectory)
    return tuple(rows)


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
    end = ONGOING if event.end_state == "ongoing" else _span(event.end_first, event.end_last)
    words = ", ".join(filter(None, facts))
    return (
        "Adverse events",
        event.label,
        _span(event.start_first, event.start_last),
        end,
        words,
        "",
        event.srcref,
    )


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
