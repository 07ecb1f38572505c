"""How many patients had which adverse event, each patient once, with an exact interval."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from sscviewer.analysis.population import Population
from sscviewer.analysis.treatment_emergent import treatment_emergent
from sscviewer.model.study import Study

LEVEL = 0.95
METHOD = "clopper-pearson"


@dataclass(frozen=True, slots=True)
class EventRow:
    """Patients with an event.

    Attributes
    ----------
    aebodsys, aedecod
        Both None: any event; only aedecod None: a system organ class.
    N, subjects, percent, lower, upper
        Treated patients of the arm, those with the event, and 100 x the proportion with its interval.
    events
        How many events, several per patient counted.
    max_grade
        (grade, patients whose worst event of this row has it); patients without any grade are in none.
    """

    arm: str
    aebodsys: str | None
    aedecod: str | None
    N: int
    subjects: int
    percent: float
    lower: float
    upper: float
    events: int
    max_grade: tuple[tuple[int, int], ...]


def adverse_events(study: Study, who: Population) -> tuple[EventRow, ...]:
    """Return incidence by class and term: any event first, then classes and their terms, commonest first.

    Treatment-emergent events of treated patients. Without preferred terms the reported term is counted.
    """
    events = _emergent_events(study)
    rows: list[EventRow] = []
    for arm, members in who.arms:
        ids = {usubjid for usubjid, member in zip(study.usubjids, members, strict=True) if member}
        chosen = events[events["USUBJID"].isin(ids)]
        rows.append(_row(arm, None, None, len(ids), chosen))
        for body_system, of_class in _commonest_first(chosen, "AEBODSYS"):
            rows.append(_row(arm, body_system or "Not coded", None, len(ids), of_class))
            rows += [
                _row(arm, body_system or "Not coded", term, len(ids), of_term)
                for term, of_term in _commonest_first(of_class, "TERM")
            ]
    return tuple(rows)


def _emergent_events(study: Study) -> pd.DataFrame:
    frame = study.adverse_events
    decoded, reported = frame["AEDECOD"], frame["AETERM"]
    return frame.assign(TERM=decoded.where(decoded != "", reported))[treatment_emergent(study)]


def _commonest_first(events: pd.DataFrame, column: str) -> list[tuple[str, pd.DataFrame]]:
    groups = [(str(name), group) for name, group in events.groupby(column, sort=True)]
    return sorted(groups, key=lambda item: (-item[1]["USUBJID"].nunique(), item[0].lower()))


def _row(arm: str, aebodsys: str | None, aedecod: str | None, n: int, events: pd.DataFrame) -> EventRow:
    subjects = events["USUBJID"].nunique()
    lower, upper = proportion_interval(subjects, n)
    worst = events.groupby("USUBJID")["AETOXGR"].max().dropna()
    counts = worst.astype(int).value_counts().sort_index()
    return EventRow(
        arm=arm,
        aebodsys=aebodsys,
        aedecod=aedecod,
        N=n,
        subjects=subjects,
        percent=100 * subjects / n if n else np.nan,
        lower=100 * lower,
        upper=100 * upper,
        events=len(events),
        max_grade=tuple((int(str(grade)), int(count)) for grade, count in counts.items()),
    )


def proportion_interval(count: int, n: int, level: float = LEVEL) -> tuple[float, float]:
    """Return the exact (Clopper-Pearson) interval of a proportion; NaN when n is 0.

    **Source**: Clopper & Pearson, Biometrika 1934;26:404, as implemented in scipy.
    """
    from scipy.stats import binomtest  # heavy: only when counted

    if n == 0:
        return np.nan, np.nan
    interval = binomtest(count, n).proportion_ci(level, method="exact")
    return float(interval.low), float(interval.high)
