"""The settled columns of a trial's measurements: visit, baseline, what counts."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.analysis.plan import DEFAULT_PLAN, AnalysisPlan
from sscviewer.analysis.plan.rules import VisitRules
from sscviewer.analysis.settled.after_stop import intercurrent_events, left_out_after_event
from sscviewer.analysis.settled.clock import first_dose_days
from sscviewer.analysis.settled.counted import baselines, counting, standing_readings
from sscviewer.analysis.settled.windows import (
    Placed,
    Windows,
    exact_days,
    place,
    planned_visit_days,
    windows_of,
)
from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.rules import planned_day
from sscviewer.model.study import Study, with_column, with_measurements
from sscviewer.model.tables import ANALYSIS_VISIT

YES, NO = "Y", "N"
GIVEN = "plan"


@dataclass(frozen=True, slots=True)
class SettledColumns:
    """What is settled of every measurement; arrays (n,) in the order of the table.

    Attributes
    ----------
    avisit, avisitn
        Visit as analysed; months NaN for a value of no planned visit.
    day
        Study day; the planned one where there is no date.
    is_baseline
        The readings whose mean is the baseline.
    counts
        The readings whose mean stands for a visit after baseline.
    stands
        The readings whose mean stands for their day.
    target, low, high
        Planned, first and last study day of the value's window, NaN where it has none.
    is_given
        Whether the plan itself gives that window.
    written
        Months of the visit as the file names it, NaN for one without a plan.
    """

    avisit: npt.NDArray[np.object_]
    avisitn: Floats
    day: Floats
    is_baseline: Bools
    counts: Bools
    stands: Bools
    target: Floats
    low: Floats
    high: Floats
    is_given: Bools
    written: Floats


def settle_columns(study: Study, plan: AnalysisPlan) -> SettledColumns:
    """Return the settled columns of a trial as read, by the plan's visits, readings, baseline and stops."""

    def column(name: str) -> npt.NDArray[Any]:
        return study.column("measurements", name)

    codes, names = pd.factorize(column("PARAMCD"))
    series = study.positions("measurements") * max(len(names), 1) + codes
    drawable = ~np.isnan(column("AVAL"))
    avisit, avisitn = column("AVISIT").copy(), column("AVISITN").copy()
    planned = planned_visit_days(study)
    bounds = np.full((3, len(codes)), np.nan)
    is_given = np.zeros(len(codes), dtype=np.bool_)
    for windows, rows in _by_parameter(study, codes, drawable, planned, plan.visits):
        avisit[rows], avisitn[rows] = place(_placed(study, rows), windows, plan.visits)
        bounds[:, rows] = windows.bounds(avisitn[rows])
        is_given[rows] = np.isin(avisitn[rows], windows.avisitn[windows.is_given])
    # Where there is no date, the day its own visit was planned on.
    day = np.where(np.isnan(column("ADY")), planned_day(column("AVISITN")), column("ADY"))
    due = np.array([planned.get(month, np.nan) for month in avisitn.tolist()], dtype=np.float64)
    drawable &= ~np.isnan(day)
    stands = standing_readings(series, day, drawable, plan.readings.several)
    is_early = day <= first_dose_days(study)[study.positions("measurements")]
    is_baseline = baselines(
        series, day, avisitn, stands, column("ABLFL") == YES, is_early, plan.baseline.choice
    )
    left_out = left_out_after_event(study, day, intercurrent_events(study, plan.after_stop)[0])
    left_out |= is_baseline & (plan.baseline.choice == "first value")  # of no visit after itself
    counts = counting(series, day, avisitn, due, stands & ~left_out, plan.visits.several)
    target, low, high = bounds
    return SettledColumns(
        avisit,
        avisitn,
        day,
        is_baseline,
        counts,
        stands,
        target,
        low,
        high,
        is_given,
        written=column("AVISITN"),
    )


def _by_parameter(
    study: Study,
    codes: npt.NDArray[np.int64],
    drawable: Bools,
    planned: dict[float, float],
    rules: VisitRules,
) -> list[tuple[Windows, npt.NDArray[np.int64]]]:
    order = np.argsort(codes, kind="stable")
    ends = np.searchsorted(codes[order], np.arange(int(codes.max(initial=-1)) + 2))
    parts = [order[ends[i] : ends[i + 1]] for i in range(len(ends) - 1)]
    return [(windows_of(_placed(study, rows[drawable[rows]]), planned, rules), rows) for rows in parts]


def _placed(study: Study, rows: npt.NDArray[np.int64]) -> Placed:
    return Placed(
        patient=study.positions("measurements")[rows],
        day=study.column("measurements", "ADY")[rows],
        is_exact=exact_days(study, rows),
        avisit=study.column("measurements", "AVISIT")[rows],
        avisitn=study.column("measurements", "AVISITN")[rows],
        is_settled=study.column("measurements", "VISITSRC")[rows] == ANALYSIS_VISIT,
        first_dose=first_dose_days(study)[study.positions("measurements")[rows]],
    )


def with_settled(study: Study, plan: AnalysisPlan) -> Study:
    """Return the trial with AVISIT, AVISITN, ABLFL, ANL01FL and ANL02FL of its measurements by the plan.

    Its patients have the day of the event after which values do not count (ICEDY), and what then stands
    (ICESTRAT).
    """
    event_day, strategy = intercurrent_events(study, plan.after_stop)
    study = with_column(with_column(study, "subjects", "ICEDY", event_day), "subjects", "ICESTRAT", strategy)
    if not len(study.column("measurements", "PARAMCD")):
        return study
    settled = settle_columns(study, plan)
    columns = {str(name): study.column("measurements", str(name)) for name in study.measurements}
    columns |= {
        "AVISIT": settled.avisit,
        "AVISITN": settled.avisitn,
        "ABLFL": _flag(settled.is_baseline, ""),
        "ANL01FL": _flag(settled.counts, NO),
        "ANL02FL": _flag(settled.stands, NO),
        "AWTARGET": settled.target,
        "AWLO": settled.low,
        "AWHI": settled.high,
        "AWSRC": np.where(settled.is_given, GIVEN, "").astype(object),
        "VISITM": settled.written,
    }
    place_of = study.positions("measurements")
    return with_measurements(study, columns, place_of, study.parameters.values(), study.issues)


def _flag(values: Bools, otherwise: str) -> npt.NDArray[np.object_]:
    return np.where(values, YES, otherwise).astype(object)


@cached_per_study
def settled_columns(study: Study) -> SettledColumns:
    """Return the settled columns of a trial; of one that nobody settled, those of the default plan."""
    counts = study.column("measurements", "ANL01FL")
    if not np.any(counts != ""):
        return settle_columns(study, DEFAULT_PLAN)
    ady, avisitn = study.column("measurements", "ADY"), study.column("measurements", "AVISITN")
    return SettledColumns(
        avisit=study.column("measurements", "AVISIT"),
        avisitn=avisitn,
        day=np.where(np.isnan(ady), planned_day(avisitn), ady),
        is_baseline=study.column("measurements", "ABLFL") == YES,
        counts=counts == YES,
        stands=study.column("measurements", "ANL02FL") == YES,
        target=study.column("measurements", "AWTARGET"),
        low=study.column("measurements", "AWLO"),
        high=study.column("measurements", "AWHI"),
        is_given=study.column("measurements", "AWSRC") == GIVEN,
        written=study.column("measurements", "VISITM"),
    )
