"""The liver: eDISH points with their quadrants, and the Hy's-law listing."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.labs.labs import Labs
from sscviewer.analysis.labs.liver_patient import EdishPoint, HysLawRow, LiverPatient, UlnMultiples
from sscviewer.analysis.population import ALL, Population
from sscviewer.clinical.hepatic import (
    ALKALINE_PHOSPHATASE,
    AMINOTRANSFERASE,
    BILIRUBIN,
    CHOLESTATIC,
    HEPATOCELLULAR,
    QUADRANT_WORDS,
    QUADRANTS,
)
from sscviewer.model.rounding import rounded
from sscviewer.model.sentence import say


@dataclass(frozen=True, slots=True)
class QuadrantCount:
    """Patients of an arm in one quadrant; percent of those with a point, NaN when there are none."""

    arm: str
    quadrant: str
    words: str
    n: int
    percent: float
    usubjids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Hepatic:
    """The liver page.

    Attributes
    ----------
    points
        One per treated patient with ALT or AST, and bilirubin, after baseline with upper limits.
    without_point
        The other treated patients.
    high_aminotransferase, high_bilirubin, window_days
        The bounds used.
    notes
        How it was done, as sentences; the first says that other causes cannot be told from values.
    """

    points: tuple[EdishPoint, ...]
    counts: tuple[QuadrantCount, ...]
    hys_law: tuple[HysLawRow, ...]
    without_point: tuple[str, ...]
    high_aminotransferase: float
    high_bilirubin: float
    window_days: int
    notes: tuple[str, ...]


def hepatic(of: Labs, who: Population, window_days: int) -> Hepatic:
    """Return the eDISH points of the treated patients, and those in the Hy's-law range as a listing.

    Parameters
    ----------
    window_days
        So many days after a raised aminotransferase a raised bilirubin counts for Hy's law.
    """
    values = _values(of, ("ALT", "AST")), _values(of, ("BILI",)), _values(of, ("ALP",), all_days=True)
    has_point = np.zeros(len(of.usubjids), dtype=bool)
    has_point[np.intersect1d(values[0].patient, values[1].patient)] = True
    points, listed = [], []
    for patient in np.flatnonzero(has_point & who.treated).tolist():
        left, up, other = (one.of(patient) for one in values)
        own = LiverPatient(of.usubjids[patient], _arm(who, patient), left, up, other, window_days)
        points.append(own.point())
        if points[-1].quadrant == "hy":
            listed.append(own.hys_law())
    without = tuple(of.usubjids[i] for i in np.flatnonzero(who.treated & ~has_point))
    return Hepatic(
        points=tuple(points),
        counts=_counts(points, of, who),
        hys_law=tuple(listed),
        without_point=without,
        high_aminotransferase=AMINOTRANSFERASE,
        high_bilirubin=BILIRUBIN,
        window_days=window_days,
        notes=_notes(window_days, without),
    )


def hys_law_words(row: HysLawRow) -> str:
    """Return "H04: Hy's law, candidate: ALT 6.3 × on day 150, …"."""
    alp = "" if np.isnan(row.alkaline_phosphatase) else f", ALP {rounded(row.alkaline_phosphatase, 1)} ×"
    r = "" if np.isnan(row.ratio) else f", R {rounded(row.ratio, 1)} ({row.pattern})"
    return (
        f"{row.usubjid}: Hy’s law, {row.verdict}: {row.test} {rounded(row.onset, 1)} × the upper limit on "
        f"day {rounded(row.onset_day, 0)}, bilirubin {rounded(row.bilirubin, 1)} × on day "
        f"{rounded(row.bilirubin_day, 0)}{alp}{r}"
    )


def _values(of: Labs, codes: tuple[str, ...], all_days: bool = False) -> UlnMultiples:
    """Return the values after baseline (or of all days) that have an upper limit."""
    found = [of.tests[code] for code in codes if code in of.tests]
    keep = [np.flatnonzero((test.is_after | all_days) & ~np.isnan(test.times_upper)) for test in found]
    patient = _joined([test.patient[k] for test, k in zip(found, keep, strict=True)], np.int64)
    day = _joined([test.day[k] for test, k in zip(found, keep, strict=True)], np.float64)
    times = _joined([test.times_upper[k] for test, k in zip(found, keep, strict=True)], np.float64)
    row = _joined([test.row[k] for test, k in zip(found, keep, strict=True)], np.int64)
    names = np.repeat(
        np.array([test.parameter.paramcd for test in found], dtype=object), [len(k) for k in keep]
    )
    order = np.lexsort((day, patient))
    return UlnMultiples(patient[order], day[order], times[order], row[order], names[order])


def _joined(parts: list[npt.NDArray[Any]], dtype: type) -> npt.NDArray[Any]:
    return np.concatenate([np.zeros(0, dtype=dtype), *parts])


def _arm(who: Population, patient: int) -> str:
    return next((arm for arm, members in who.arms if arm != ALL and members[patient]), ALL)


def _counts(points: list[EdishPoint], of: Labs, who: Population) -> tuple[QuadrantCount, ...]:
    rows = []
    for arm, members in who.arms:
        ids = {usubjid for usubjid, member in zip(of.usubjids, members, strict=True) if member}
        here = [point for point in points if point.usubjid in ids]
        for name in QUADRANTS:
            those = tuple(point.usubjid for point in here if point.quadrant == name)
            percent = 100 * len(those) / len(here) if here else np.nan
            rows.append(QuadrantCount(arm, name, QUADRANT_WORDS[name], len(those), percent, those))
    return tuple(rows)


def _notes(window_days: int, without: tuple[str, ...]) -> tuple[str, ...]:
    notes = [
        say(
            "Values alone cannot tell another cause (hepatitis, gallstones, another drug): every "
            "case needs a doctor’s reading."
        ),
        say(
            "Raised: ALT or AST at least {aminotransferase:g} ×, bilirubin at least "
            "{bilirubin:g} × the upper limit; bilirubin within {days} days after; "
            "alkaline phosphatase below {alkaline_phosphatase:g} × the upper limit on the "
            "nearest day within that many days of the onset.",
            aminotransferase=AMINOTRANSFERASE,
            bilirubin=BILIRUBIN,
            days=window_days,
            alkaline_phosphatase=ALKALINE_PHOSPHATASE,
        ),
        say(
            "Every pair of a raised aminotransferase and a raised bilirubin is looked at; the "
            "gravest is listed."
        ),
        say(
            "R: multiple of ALT by multiple of alkaline phosphatase at the onset; from "
            "{hepatocellular:g} on hepatocellular, up to {cholestatic:g} cholestatic.",
            hepatocellular=HEPATOCELLULAR,
            cholestatic=CHOLESTATIC,
        ),
        say("Peaks are the highest values after baseline, on any day."),
    ]
    if without:
        notes.append(
            say(
                "Patients without a point, for want of ALT or AST, bilirubin or their upper limits "
                "after baseline: {n}.",
                n=len(without),
            )
        )
    return tuple(notes)
