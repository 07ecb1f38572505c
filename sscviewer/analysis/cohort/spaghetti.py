"""Every patient's line of one endpoint in one picture, with the observed means and who left where."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.cohort.alignment import Alignment, alignment, in_unit
from sscviewer.analysis.cohort.cohort_settings import SpaghettiSettings
from sscviewer.analysis.estimate import t_quantile
from sscviewer.analysis.modelled import endpoint_frame, measured_rows
from sscviewer.analysis.outcome import WORDS, Outcome
from sscviewer.analysis.parameter_values import ParameterValues, day_means, parameter_values
from sscviewer.analysis.plan.events import EventRules
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Floats, Ints
from sscviewer.model.dates import elapsed_days
from sscviewer.model.parameters import Parameter
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study

COLUMN = {"value": "AVAL", "change": "CHG", "percent": "PCHG"}


@dataclass(frozen=True, slots=True)
class MeanLine:
    """Observed mean by visit of one group, one entry per visit (v,).

    Attributes
    ----------
    label : "all patients", "completed", an arm …
    visits : names
    x : planned time of the visit, in the unit of the picture
    n, patients : how many have a value, and who
    mean, lower, upper : NaN limits where n < 2; the t interval of the mean
    """

    label: str
    visits: tuple[str, ...]
    x: Floats
    n: Ints
    patients: tuple[tuple[str, ...], ...]
    mean: Floats
    lower: Floats
    upper: Floats


@dataclass(frozen=True, slots=True)
class Dropouts:
    """Patients who stopped, one entry each (d,).

    Attributes
    ----------
    line : position of the patient's line
    x, y : end of the line (the last value), in the units of the picture
    at : when they stopped, in its unit of time; NaN where the day is not known
    words : "stopped on day 154: adverse event (rash)"
    """

    line: Ints
    x: Floats
    y: Floats
    at: Floats
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spaghetti:
    """All lines of one endpoint.

    Attributes
    ----------
    x_label, y_label : axis titles with units
    subjects : (k,) patients with a line
    arm, group : (k,) arm; "completed", "stopped", "ongoing" or "end not recorded"
    start : (k + 1,) line i is x[start[i]:start[i + 1]]
    x, y : (m,) the points, several readings of a day averaged
    day : (m,) study day
    row : (m,) row of the measurements table (the first of the day)
    means : observed means; empty where the picture is not aligned on the first dose
    dropouts : who left where
    left_out : patients of the population without a line, and why
    visits : (x, name) of the visits where the file gives no time between them: they are the axis
    """

    settings: SpaghettiSettings
    parameter: Parameter
    x_label: str
    y_label: str
    subjects: tuple[str, ...]
    arm: tuple[str, ...]
    group: tuple[str, ...]
    start: Ints
    x: Floats
    y: Floats
    day: Floats
    row: Ints
    means: tuple[MeanLine, ...]
    dropouts: Dropouts
    left_out: tuple[tuple[str, str], ...]
    visits: tuple[tuple[float, str], ...] = ()


def spaghetti(
    study: Study,
    who: Population,
    settings: SpaghettiSettings,
    outcomes: Sequence[Outcome],
    rules: EventRules,
) -> Spaghetti:
    """Return every line of one endpoint.

    Parameters
    ----------
    outcomes : one per patient of `study.usubjids`, as `cohort_overview` has them

    Raises
    ------
    KeyError
        If the trial has no such parameter.
    """
    parameter = study.parameters[settings.paramcd]
    values = parameter_values(study, settings.paramcd)
    aligned = alignment(study, who, settings.anchor, outcomes, rules)
    line = day_means(values)
    patient, day, row = line.patient, line.day, line.row
    y = _measured(line.aval, values.base[patient], settings.measure)
    x = in_unit(aligned.since(day, patient), settings.time)
    keep = who.treated[patient] & ~np.isnan(x) & ~np.isnan(y)
    patient, day, x, y, row = patient[keep], day[keep], x[keep], y[keep], row[keep]
    shown, first = np.unique(patient, return_index=True)
    start = np.append(first, len(patient)).astype(np.int64)
    arms = who.arm
    groups = [WORDS[one.status] for one in outcomes]
    return Spaghetti(
        settings=settings,
        parameter=parameter,
        x_label="Visit" if study.visit_order else x_label(aligned, settings.time),
        y_label=y_label(parameter, settings.measure),
        subjects=tuple(study.usubjids[i] for i in shown),
        arm=tuple(str(arms[i]) for i in shown),
        group=tuple(groups[i] for i in shown),
        start=start,
        x=x,
        y=y,
        day=day,
        row=row,
        means=_means(study, who, settings, groups) if settings.anchor.kind == "first_dose" else (),
        dropouts=_dropouts(shown, start, x, y, outcomes, aligned, settings.time),
        left_out=_left_out(study, who, values, aligned, settings, set(shown.tolist())),
        visits=visits_since(study, settings.time),
    )


def visits_since(study: Study, time: str) -> tuple[tuple[float, str], ...]:
    """Return (x, name) of the visits of a file that gives no time between them."""
    days = np.array([day for day, _ in study.visit_days], dtype=np.float64)
    names = (name for _, name in study.visit_days)
    return tuple(zip(in_unit(elapsed_days(days), time).tolist(), names, strict=True))


def x_label(aligned: Alignment, time: str) -> str:
    """Return "Months since first dose"."""
    return f"{'Days' if time == 'day' else 'Months'} since {aligned.words}"


def y_label(parameter: Parameter, measure: str) -> str:
    """Return "FVC, % predicted", "Change in FVC, % predicted" or "Change in FVC, % of baseline"."""
    if measure == "percent":
        return f"Change in {parameter.short}, % of baseline"
    return parameter.axis_label if measure == "value" else f"Change in {parameter.axis_label}"


def _measured(aval: Floats, base: Floats, measure: str) -> Floats:
    if measure == "value":
        return aval
    change = aval - base
    if measure == "change":
        return np.asarray(change)
    return np.asarray(100.0 * change / np.where(base == 0, np.nan, base))


def _dropouts(
    shown: Ints,
    start: Ints,
    x: Floats,
    y: Floats,
    outcomes: Sequence[Outcome],
    aligned: Alignment,
    time: str,
) -> Dropouts:
    line = [i for i, patient in enumerate(shown) if outcomes[patient].status == "DISCONTINUED"]
    lines = np.array(line, dtype=np.int64)
    last = start[lines + 1] - 1
    stopped = shown[lines]
    at = in_unit(aligned.since(np.array([outcomes[i].day for i in stopped], dtype=np.float64), stopped), time)
    return Dropouts(lines, x[last], y[last], at, tuple(outcomes[i].words for i in stopped))


def _left_out(
    study: Study,
    who: Population,
    values: ParameterValues,
    aligned: Alignment,
    settings: SpaghettiSettings,
    shown: set[int],
) -> tuple[tuple[str, str], ...]:
    measured = set(values.patient.tolist())
    out = []
    for i in np.flatnonzero(who.treated).tolist():
        if i in shown:
            continue
        if i not in measured:
            why = "no value"
        elif np.isnan(aligned.elapsed[i]):
            why = f"no {aligned.words}"
        else:
            why = "no baseline" if np.isnan(values.base[i]) else "baseline is zero"
        out.append((study.usubjids[i], why))
    return tuple(out)


def _means(
    study: Study, who: Population, settings: SpaghettiSettings, groups: list[str]
) -> tuple[MeanLine, ...]:
    frame = measured_rows(endpoint_frame(study, who, settings.paramcd))
    base = frame["BASE"].where(frame["BASE"] != 0)
    frame = frame.assign(PCHG=100.0 * frame["CHG"] / base)
    frame = frame[frame[COLUMN[settings.measure]].notna()]
    of = {"none": ["all patients"] * len(study.usubjids), "end": groups}.get(
        settings.split, [str(arm) for arm in who.arm]
    )
    label = frame["USUBJID"].map(dict(zip(study.usubjids, of, strict=True)))
    columns = ["AVISIT", "AVISITN", COLUMN[settings.measure], "USUBJID"]
    found = {str(name): rows[columns].to_numpy() for name, rows in frame.groupby(label.rename("LABEL"))}
    return tuple(_mean_line(name, found[name], settings) for name in in_dose_order(found) if name)


def _mean_line(label: str, rows: npt.NDArray[np.object_], settings: SpaghettiSettings) -> MeanLine:
    month, value = rows[:, 1].astype(np.float64), rows[:, 2].astype(np.float64)
    months, first, code, n = np.unique(month, return_index=True, return_inverse=True, return_counts=True)
    mean = np.bincount(code, value) / n
    squares = np.bincount(code, (value - mean[code]) ** 2)
    half = np.full(len(n), np.nan)
    many = n > 1
    quantile = np.array([t_quantile(settings.level, float(k - 1)) for k in n[many]])
    half[many] = quantile * np.sqrt(squares[many] / (n[many] - 1) / n[many])
    x = in_unit(planned_day(months) - 1, settings.time)
    return MeanLine(
        label,
        tuple(str(name) for name in rows[first, 0]),
        x,
        n.astype(np.int64),
        tuple(tuple(rows[code == k, 3].tolist()) for k in range(len(n))),
        mean,
        mean - half,
        mean + half,
    )
