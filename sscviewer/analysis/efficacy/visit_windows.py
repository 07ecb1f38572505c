"""The windows of visits as a table: days, patients, what was mapped, what is in no model and why."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.efficacy.model_rows import model_frame, scarce_visits
from sscviewer.analysis.modelled import modelled_parameters
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import Population
from sscviewer.analysis.settled.columns import settled_columns
from sscviewer.model.arrays import Ints
from sscviewer.model.sentence import say
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class VisitValue:
    """A value that is not simply its visit's: whose, what the file calls its visit, and its study day."""

    usubjid: str
    visit: str
    ady: float


@dataclass(frozen=True, slots=True)
class VisitWindow:
    """One visit of one endpoint.

    Attributes
    ----------
    avisit
        "" for the values of no window.
    planned_day, first, last
        Study days; NaN where the visit has no window (too few values, or windows are not used).
    patients
        Who has a value that counts.
    mapped
        Values that count here and that the file calls another visit.
    not_used
        Values of this visit beside which another of the patient counts.
    in_model, why_not
        Whether models by visit use it, and why not.
    """

    paramcd: str
    avisit: str
    planned_day: float
    first: float
    last: float
    patients: tuple[str, ...]
    mapped: tuple[VisitValue, ...]
    not_used: tuple[VisitValue, ...]
    in_model: bool
    why_not: str | None

    @property
    def n(self) -> int:
        """How many patients have a value that counts."""
        return len(self.patients)


NO_WINDOW = say("These days are in no window; the values are used by their date only.")
NO_DAY = say("These values have no date, and their visit no planned time; they are in no analysis over time.")


def visit_windows(study: Study, plan: AnalysisPlan, who: Population) -> tuple[VisitWindow, ...]:
    """Return the windows of every modelled endpoint of a settled trial; none without a time."""
    if study.visit_order:
        return ()
    return tuple(row for paramcd in modelled_parameters(study) for row in _of(study, plan, who, paramcd))


def _of(study: Study, plan: AnalysisPlan, who: Population, paramcd: str) -> list[VisitWindow]:
    settled, settings = settled_columns(study), efficacy_settings(plan, paramcd)
    mine = (study.column("measurements", "PARAMCD") == paramcd) & who.treated[study.positions("measurements")]
    rows = np.flatnonzero(mine & settled.stands)
    scarce = scarce_visits(
        model_frame(study, who, settings),
        fewest_patients=settings.fewest_patients,
        fewest_share=settings.fewest_share,
    )
    months = np.unique(settled.avisitn[rows][settled.avisitn[rows] > 0])
    found = [_row(study, paramcd, rows[settled.avisitn[rows] == month], scarce) for month in months.tolist()]
    outside = rows[np.isnan(settled.avisitn[rows]) & ~settled.is_baseline[rows]]
    undated = np.flatnonzero(mine & np.isnan(settled.day) & ~np.isnan(study.column("measurements", "AVAL")))
    found += [_unused(study, paramcd, outside, NO_WINDOW), _unused(study, paramcd, undated, NO_DAY)]
    return [row for row in found if row.n]


def _unused(study: Study, paramcd: str, rows: Ints, why: str) -> VisitWindow:
    nan = float("nan")
    patients = _patients(study, rows)
    return VisitWindow(paramcd, "", nan, nan, nan, patients, (), _values(study, rows), False, why)


def _patients(study: Study, rows: Ints) -> tuple[str, ...]:
    return tuple(study.usubjids[i] for i in np.unique(study.positions("measurements")[rows]).tolist())


def _row(study: Study, paramcd: str, rows: Ints, scarce: dict[str, str]) -> VisitWindow:
    settled = settled_columns(study)
    counts = settled.counts[rows]
    avisit = str(settled.avisit[rows[0]])
    renamed = settled.written[rows] != settled.avisitn[rows]
    why = scarce.get(avisit)
    return VisitWindow(
        paramcd=paramcd,
        avisit=avisit,
        planned_day=float(settled.target[rows[0]]),
        first=float(settled.low[rows[0]]),
        last=float(settled.high[rows[0]]),
        patients=_patients(study, rows[counts]),
        mapped=_values(study, rows[counts & renamed]),
        not_used=_values(study, rows[~counts]),
        in_model=why is None,
        why_not=why,
    )


def _values(study: Study, rows: Ints) -> tuple[VisitValue, ...]:
    frame = pd.DataFrame(
        {name: study.column("measurements", name)[rows] for name in ("USUBJID", "VISIT")}
        | {"day": settled_columns(study).day[rows]}
    ).drop_duplicates()
    return tuple(VisitValue(str(u), str(v), float(d)) for u, v, d in frame.itertuples(index=False))


def window_entry(row: VisitWindow) -> dict[str, object]:
    """Return an entry of `visit_windows` in `analyse --json`."""
    return {
        "PARAMCD": row.paramcd,
        "AVISIT": row.avisit or None,
        "planned_day": row.planned_day,
        "from": row.first,
        "to": row.last,
        "n": row.n,
        "mapped": [_entry(value) for value in row.mapped],
        "not_used": [_entry(value) for value in row.not_used],
        "in_model": row.in_model,
        "why_not": row.why_not,
    }


def _entry(value: VisitValue) -> dict[str, object]:
    return {"USUBJID": value.usubjid, "VISIT": value.visit, "ADY": value.ady}
