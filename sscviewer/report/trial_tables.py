"""What the trial found, as tables to print: adverse events, exposure, change by visit, responders."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sscviewer.analysis.arm_words import ALL, ALL_PATIENTS, arm_words
from sscviewer.analysis.number_words import p_number, plain, signed
from sscviewer.analysis.plan.choices import INTERVALS
from sscviewer.analysis.plan.models import COVARIANCE_WORDS, DF_WORDS
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import say
from sscviewer.report.measure_words import measure_words
from sscviewer.report.table_file import Table
from sscviewer.report.who_tables import INDENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sscviewer.analysis.dose.exposure import ExposureRow
    from sscviewer.analysis.efficacy.course import ArmCourse, Course
    from sscviewer.analysis.efficacy.visit_windows import VisitValue, VisitWindow
    from sscviewer.analysis.endpoints.responders import ResponderRow
    from sscviewer.analysis.estimate import Estimate
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.model.parameters import Parameter

_COLUMNS = ("level_2", "level_3", "related", "serious")


def events_table(of: EventTable, at_least: float = 0, *, brief: bool = False) -> Table:
    """Return adverse events by class and term: patients, interval and events of every arm.

    Parameters
    ----------
    at_least
        Percent of all treated patients a row must reach; it changes no count.
    brief
        Of several arms only patients and events, so that the table fits on a page.
    """
    from sscviewer.analysis.events.event_columns import COLUMNS, column_words, threshold

    least = threshold(at_least, int(of.n[0]))
    rows = sorted(int(row) for row in of.rows_at_least(least)) if at_least else sorted(of.rows_in(ALL))
    brief = brief and len(of.arms) > 1
    more = [name for name in _COLUMNS if of.available[COLUMNS.index(name)] and not brief]
    heads = ["Adverse event"]
    interval = f"{100 * of.settings.level:g} % CI"
    for arm, n in zip(of.arms, of.n, strict=True):
        name = arm_words(arm)
        alone = [f"Patients (N = {n})", interval, "Events"]
        heads += [f"{name} (N = {n})", f"{name}: {interval}", f"{name}: events"] if of.arms[1:] else alone
    every = f"{ALL_PATIENTS}: " if of.arms[1:] else ""
    heads += [f"{every}{column_words(name, of.scale)}" for name in more]
    texts = [_event_row(of, row, more) for row in rows]
    if brief:
        kept = [at for at in range(len(heads)) if at % 3 != 2]  # the interval is the second of three columns
        heads = [heads[at] for at in kept]
        texts = [tuple(row[at] for at in kept) for row in texts]
    strong = frozenset(at for at, row in enumerate(rows) if of.names[row].kind != "term")
    method = dict(INTERVALS)[of.settings.interval]
    notes = [f"{of.who}; each counts once in a row."]
    notes += [*([] if brief else [f"Intervals: {method}."]), *of.notes]
    notes += [f"Rows of {least.words} patients; totals are of all events."] if at_least else []
    step = 2 if brief else 3
    numeric = frozenset(step * (i + 1) for i in range(len(of.arms)))
    name, title = "adverse_events", "Adverse events"
    return Table(name, title, tuple(heads), tuple(texts), numeric, tuple(notes), strong)


def _event_row(of: EventTable, row: int, more: list[str]) -> tuple[str, ...]:
    name = of.names[row]
    cells = [f"{INDENT if name.kind == 'term' and name.body_system else ''}{name.words}"]
    for arm, n in zip(of.arms, of.n, strict=True):
        found = of.cell(row, arm)
        assert found is not None
        interval = f"{rounded(found.lower, 1)} to {rounded(found.upper, 1)}" if n else ""
        cells += [_share(found.subjects, int(n)), interval, str(found.events)]
    for column in more:
        found = of.cell(row, ALL, column)
        cells.append(_share(found.subjects, int(of.n[0])) if found is not None else "")
    return tuple(cells)


def exposure_table(rows: tuple[ExposureRow, ...]) -> Table:
    """Return the measures of exposure by arm."""
    heads = ("Arm", "Measure", "Unit", "n", "Mean", "SD", "Median", "Min", "Max")
    texts = tuple(
        (
            arm_words(row.arm),
            measure_words(row),
            row.unit,
            str(row.n),
            *(_number(value) for value in (row.mean, row.sd, row.median, row.min, row.max)),
        )
        for row in rows
    )
    return Table("exposure", "Exposure", heads, texts, frozenset(range(3, len(heads))), exposure_notes(rows))


def exposure_notes(rows: tuple[ExposureRow, ...]) -> tuple[str, ...]:
    """Return what the measures are divided by, and whose doses they are where a placebo is left out."""
    notes = [
        say("{measure}: {of}.", measure=say(measure_words(row)), of=row.denominator)
        for row in rows
        if row.denominator
    ]
    for row in rows:
        if row.whose:
            arm = ALL_PATIENTS.lower() if row.arm == ALL else row.arm
            notes.append(say("Doses of {arm}: {whose}.", arm=arm, whose=row.whose))
    return tuple(dict.fromkeys(notes))


def efficacy_table(courses: tuple[Course, ...], parameters: Mapping[str, Parameter]) -> Table:
    """Return the modelled change of every endpoint by visit, and its slope, of all and by arm."""
    heads = ("Endpoint", "Arm", "Change", "n", "Estimate", "SE", "df", "Lower", "Upper", "P")
    rows: list[tuple[str, ...]] = []
    notes: list[str] = ["Change from baseline by visit: mixed model for repeated measures (REML)."]
    if any(course.random_slope.has_time for course in courses):
        notes.append("Slope: mixed model with random intercept and slope (REML).")
    levels = {visit.change.level for course in courses for visit in course.mmrm.visits}
    notes += [f"{100 * level:g} % intervals." for level in sorted(levels)]
    for course in courses:
        parameter = parameters[course.paramcd]
        by_visit, slope = course.mmrm, course.random_slope
        digits = min(parameter.digits + 1, 3)
        every: list[tuple[str, int, Estimate | None, int]]
        every = [(visit.avisit, visit.n, visit.change, digits) for visit in by_visit.visits]
        if slope.has_time:
            every.append(("Slope per month", slope.n_subjects, slope.slope, digits + 1))
        rows += [
            (parameter.axis_label, ALL_PATIENTS, what, str(n), *_estimate(e, d)) for what, n, e, d in every
        ]
        for arm in (*course.by_arm.arms, *course.by_arm.differences) if course.by_arm else ():
            rows += _arm_rows(arm, parameter.axis_label, digits)
        covariance = COVARIANCE_WORDS.get(by_visit.covariance, "none fitted")
        how = f"covariance {covariance}, {DF_WORDS[by_visit.df_method]} degrees of freedom"
        said = (f"{how}.", f"{by_visit.n_subjects} patients in the model by visit.")
        told = dict.fromkeys((*said, *by_visit.warnings, *slope.warnings))
        notes += [f"{parameter.axis_label}: {text}" for text in told]
    title = "Change from baseline"
    return Table("change", title, heads, tuple(rows), frozenset(range(3, len(heads))), tuple(notes))


def _arm_rows(arm: ArmCourse, endpoint: str, digits: int) -> list[tuple[str, ...]]:
    name = f"{arm.arm} minus {arm.reference}" if arm.reference else arm.arm
    rows = [(endpoint, name, v.avisit, str(v.n), *_estimate(v.change, digits)) for v in arm.visits]
    if arm.slope is not None:
        n = str(len(arm.slope_patients))
        rows.append((endpoint, name, "Slope per month", n, *_estimate(arm.slope, digits + 1)))
    return rows


def responders_table(rows: tuple[ResponderRow, ...]) -> Table:
    """Return each rule at each visit: who responded, of how many, with an exact interval."""
    heads = ("Rule", "Arm", "Visit", "Of", "n", "N", "Percent", "Lower", "Upper")
    texts = tuple(
        (
            row.words,
            arm_words(row.arm),
            row.avisit,
            row.denominator,
            str(row.n),
            str(row.N),
            *(_number(value) for value in (row.percent, row.lower, row.upper)),
        )
        for row in rows
    )
    notes = dict.fromkeys(note for row in rows for note in row.notes)
    methods = dict.fromkeys(f"{100 * row.level:g} % intervals: {row.method}." for row in rows)
    title = "Responders and progressors"
    return Table("responders", title, heads, texts, frozenset(range(4, len(heads))), (*methods, *notes))


def windows_table(rows: tuple[VisitWindow, ...], parameters: Mapping[str, Parameter]) -> Table:
    """Return the windows of visits: days, who has a value, what was mapped, what is left out and why."""
    heads = ("Endpoint", "Visit", "Planned day", "From", "To", "n", "Mapped here", "Not used", "In models")
    texts = tuple(
        (
            parameters[row.paramcd].axis_label,
            row.avisit or "no visit",
            *(_number(value, 0) for value in (row.planned_day, row.first, row.last)),
            str(row.n),
            "; ".join(_visit_value(value) for value in row.mapped),
            "; ".join(_visit_value(value) for value in row.not_used),
            "yes" if row.in_model else f"no: {row.why_not}",
        )
        for row in rows
    )
    notes = (say("Study days; n is patients with a value that counts for the visit."),)
    return Table("visit_windows", "Visit windows", heads, texts, frozenset(range(2, 6)), notes)


def _visit_value(value: VisitValue) -> str:
    day = "no date" if math.isnan(value.ady) else f"day {rounded(value.ady, 0)}"
    return f"{value.usubjid} {value.visit} ({day})"


def _estimate(value: Estimate | None, digits: int) -> tuple[str, ...]:
    """Return estimate, SE, df, limits and P; empty where there is none."""
    if value is None or not math.isfinite(value.estimate):
        return ("",) * 6
    known = (value.se, value.lower, value.upper)
    se, lower, upper = (plain(x, digits) if math.isfinite(x) else "" for x in known)
    return signed(value.estimate, digits), se, _number(value.df), lower, upper, p_number(value.p_value)


def _share(subjects: int, n: int) -> str:
    return f"{subjects} ({rounded(100 * subjects / n, 1)} %)" if n and subjects else "0"


def _number(value: float, digits: int = 1) -> str:
    return rounded(value, digits) if math.isfinite(value) else ""
