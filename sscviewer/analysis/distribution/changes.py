"""Each counted patient's change at a visit, or why there is none: death, or no value."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Floats
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.study import Study

DIGITS = 9
"""Places to which changes are compared: sixteen digits less those that a difference of two values loses.
Changes that truly differ in the tenth place would be one step; no instrument gives such."""
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class VisitChanges:
    """Treated patients with a baseline, at one visit.

    Attributes
    ----------
    avisit, months
    usubjids : (n,)
    arm : (n,)
    change, base : (n,) change NaN where there is no value at the visit
    dead : (n,) bool, no value and died by the visit's planned day
    """

    avisit: str
    months: float
    usubjids: tuple[str, ...]
    arm: tuple[str, ...]
    change: Floats
    base: Floats
    dead: Bools


def changes_by_visit(study: Study, who: Population, paramcd: str) -> tuple[VisitChanges, ...]:
    """Return the patients with a baseline at every visit after it at which anybody has a change, in order."""
    frame = endpoint_frame(study, who, paramcd)
    frame = frame[frame["BASE"].notna()]
    patients = list(dict.fromkeys(frame["USUBJID"]))
    at = {usubjid: i for i, usubjid in enumerate(study.usubjids)}
    places = [at[usubjid] for usubjid in patients]
    ends = outcomes(study)
    died = np.array([ends[i].latest_death_day for i in places], dtype=np.float64)
    base = (
        frame.drop_duplicates("USUBJID").set_index("USUBJID")["BASE"].reindex(patients).to_numpy(np.float64)
    )
    later = frame[(frame["AVISITN"] > 0) & frame["CHG"].notna()]
    found = []
    for months, rows in later.groupby("AVISITN", sort=True):
        change = _of(rows, patients)
        due = float(months) * DAYS_PER_MONTH  # type: ignore[arg-type]
        found.append(
            VisitChanges(
                avisit=str(rows["AVISIT"].iloc[0]),
                months=float(months),  # type: ignore[arg-type]
                usubjids=tuple(map(str, patients)),
                arm=tuple(str(who.arm[i]) for i in places),
                change=change,
                base=base,
                dead=np.isnan(change) & (died <= due),
            )
        )
    return tuple(found)


def _of(rows: pd.DataFrame, patients: list[str]) -> Floats:
    values = rows.drop_duplicates("USUBJID").set_index("USUBJID")["CHG"]
    # 56.7 less 60 is not quite -3.3: without the last digits equal changes are one step of a curve
    return np.round(values.reindex(patients).to_numpy(dtype=np.float64), DIGITS)
