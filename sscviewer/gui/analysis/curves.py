"""Curves of the analysis as curves of a picture: months below, numbers at risk under their ticks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.plots.charts.axes import Axis, number_axis
from sscviewer.plots.charts.spaghetti import time_axis
from sscviewer.plots.charts.step_curves import StepCurve, StepData
from sscviewer.plots.ticks import Tick

if TYPE_CHECKING:
    from sscviewer.analysis.survival.time_to_event import TimeToEvent

SHARES = tuple(Tick(i / 5, str(20 * i)) for i in range(6))


def step_data(
    rows: Sequence["TimeToEvent"],
    labels: Sequence[str],
    title: str,
    *,
    numbers: bool,
) -> StepData:
    """Return curves on common axes.

    Parameters
    ----------
    labels
        One per curve.
    title
        Of the value axis.
    numbers
        Write the numbers at risk of each curve; curves of the same patients need them once.
    """
    percent = all(row.scale != "events per patient" for row in rows)
    last = max((float(row.observed[-1]) for row in rows if row.observed.size), default=DAYS_PER_MONTH)
    since = next((row.since for row in rows), "")
    x = time_axis(0.0, max(last / DAYS_PER_MONTH, 1.0), f"Months since {since}", "month")
    curves_of = [np.append(row.curve.value, row.curve.upper) for row in rows if row.curve.value.size]
    top = max((float(np.nanmax(values)) for values in curves_of), default=1.0)
    y = Axis(0.0, 1.0, SHARES, title) if percent else number_axis(0.0, top, title, floor=0.0)
    curves: list[StepCurve] = []
    for i, (row, label) in enumerate(zip(rows, labels, strict=True)):
        first = not curves or numbers
        at_risk = tuple(int(n) for n in row.at_risk([t.at * DAYS_PER_MONTH + 1 for t in x.ticks]))
        curves.append(_curve(row, label, i, at_risk if first else ()))
    return StepData(x, y, tuple(curves), percent=percent, bands=len(curves) <= 3)


def _curve(row: "TimeToEvent", label: str, colour: int, at_risk: tuple[int, ...]) -> StepCurve:
    curve = row.curve
    months = (curve.times - 1) / DAYS_PER_MONTH
    blank = np.array([np.nan])
    drops = np.diff(np.concatenate([[curve.start], curve.value])) != 0
    events = np.isin(curve.times, curve.times[drops])
    return StepCurve(
        label=label,
        time=np.concatenate([[0.0], months]),
        value=np.concatenate([[curve.start], curve.value]),
        lower=np.concatenate([blank, curve.lower]),
        upper=np.concatenate([blank, curve.upper]),
        ticks=months[~events] if row.scale == "share still without" else np.empty(0),
        end=float(row.observed[-1] - 1) / DAYS_PER_MONTH if row.observed.size else 0.0,
        at_risk=at_risk,
        colour=colour,
    )
