"""The liver of one patient: peaks for the eDISH plot, and whether Hy's law holds."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from sscviewer.clinical.hepatic import (
    ALKALINE_PHOSPHATASE,
    AMINOTRANSFERASE,
    BILIRUBIN,
    QUADRANT_WORDS,
    at_least,
    injury_pattern,
    quadrant,
)
from sscviewer.model.arrays import Floats, Ints


@dataclass(frozen=True, slots=True)
class EdishPoint:
    """One patient of the eDISH plot: peaks after baseline.

    Attributes
    ----------
    aminotransferase, aminotransferase_day, test, aminotransferase_row
        Highest ALT or AST as a multiple of its upper limit, its day, "ALT" or "AST", its measurements row.
    bilirubin, bilirubin_day, bilirubin_row
        Highest total bilirubin likewise.
    days_between
        Day of the peak bilirubin minus that of the peak aminotransferase.
    alkaline_phosphatase, alkaline_phosphatase_day
        As a multiple of its upper limit on the day of the first raised aminotransferase (the peak where none
        is raised), or the value nearest to it within the window; NaN without one.
    quadrant
        "normal", "temple", "cholestasis" or "hy".
    words
        For people, ready for a hover.
    """

    usubjid: str
    arm: str
    test: str
    aminotransferase: float
    aminotransferase_day: float
    aminotransferase_row: int
    bilirubin: float
    bilirubin_day: float
    bilirubin_row: int
    days_between: float
    alkaline_phosphatase: float
    alkaline_phosphatase_day: float
    quadrant: str
    words: str


VERDICTS = (
    "candidate",
    "alkaline phosphatase not known",
    "alkaline phosphatase raised",
    "outside the window",
)
"""The gravest first: of a patient's pairs that one is listed."""


@dataclass(frozen=True, slots=True)
class HysLawRow:
    """A patient in the Hy's-law range, and whether the rest of the law holds for any pair of values.

    Attributes
    ----------
    test, onset_day, onset, onset_row
        The raised ALT or AST of the gravest pair (`VERDICTS`); of several alike, of the first.
    bilirubin_day, bilirubin, bilirubin_row, days_between
        The raised bilirubin of that pair; days after the onset.
    alkaline_phosphatase, alkaline_phosphatase_day
        At onset; NaN without a value within the window.
    ratio, pattern
        R = multiple of ALT by multiple of alkaline phosphatase, and "hepatocellular", "mixed" or
        "cholestatic"; NaN and "" where ALT of that day or alkaline phosphatase is not known.
    pairs, candidate_pairs
        Pairs of a raised aminotransferase and a raised bilirubin within the window; those that make a
        candidate.
    verdict
        One of `VERDICTS`; "outside the window" where there is no pair.
    """

    usubjid: str
    arm: str
    test: str
    onset_day: float
    onset: float
    onset_row: int
    bilirubin_day: float
    bilirubin: float
    bilirubin_row: int
    days_between: float
    alkaline_phosphatase: float
    alkaline_phosphatase_day: float
    ratio: float
    pattern: str
    pairs: int
    candidate_pairs: int
    verdict: str


@dataclass(frozen=True, slots=True)
class UlnMultiples:
    """Values of one or two tests as multiples of their upper limits, by patient and in time order."""

    patient: Ints
    day: Floats
    times: Floats
    row: Ints
    test: npt.NDArray[np.object_]

    def of(self, patient: int) -> "UlnMultiples":
        """Return those of one patient."""
        here = slice(*np.searchsorted(self.patient, [patient, patient + 1]))
        return UlnMultiples(
            *(getattr(self, name)[here] for name in ("patient", "day", "times", "row", "test"))
        )

    def peak(self) -> int:
        """Return the position of the first of the highest values."""
        return int(np.argmax(self.times))


@dataclass(frozen=True, slots=True)
class LiverPatient:
    """The liver values of one patient, with at least one aminotransferase and one bilirubin."""

    usubjid: str
    arm: str
    aminotransferase: UlnMultiples
    bilirubin: UlnMultiples
    alkaline_phosphatase: UlnMultiples
    window_days: int

    def point(self) -> EdishPoint:
        """Return the peaks."""
        left, up = self.aminotransferase, self.bilirubin
        i, j = left.peak(), up.peak()
        raised = np.flatnonzero(at_least(left.times, AMINOTRANSFERASE))
        onset = float(left.day[raised[0] if raised.size else i])
        ratio, ratio_day = self._alkaline_phosphatase(onset)
        place = str(quadrant(left.times[i : i + 1], up.times[j : j + 1])[0])
        words = (
            f"{self.usubjid}\n{left.test[i]} {left.times[i]:.1f} × upper limit on day {left.day[i]:.0f}\n"
            f"Bilirubin {up.times[j]:.1f} × upper limit on day {up.day[j]:.0f}\n{QUADRANT_WORDS[place]}"
        )
        return EdishPoint(
            usubjid=self.usubjid,
            arm=self.arm,
            test=str(left.test[i]),
            aminotransferase=float(left.times[i]),
            aminotransferase_day=float(left.day[i]),
            aminotransferase_row=int(left.row[i]),
            bilirubin=float(up.times[j]),
            bilirubin_day=float(up.day[j]),
            bilirubin_row=int(up.row[j]),
            days_between=float(up.day[j] - left.day[i]),
            alkaline_phosphatase=ratio,
            alkaline_phosphatase_day=ratio_day,
            quadrant=place,
            words=words,
        )

    def hys_law(self) -> HysLawRow:
        """Return the gravest pair of an aminotransferase and a bilirubin that followed within the window.

        Every pair counts: a first episode with cholestasis does not excuse a second one without.
        """
        left, up = self.aminotransferase, self.bilirubin
        raised = np.flatnonzero(at_least(left.times, AMINOTRANSFERASE))
        yellow = np.flatnonzero(at_least(up.times, BILIRUBIN))
        days = up.day[yellow][None, :] - left.day[raised][:, None]
        pairs = np.argwhere((days >= 0) & (days <= self.window_days))
        verdicts = [_verdict(self._alkaline_phosphatase(float(left.day[raised[i]]))[0]) for i, _ in pairs]
        chosen = min(range(len(pairs)), key=lambda k: VERDICTS.index(verdicts[k]), default=-1)
        first, second = pairs[chosen] if len(pairs) else (0, 0)
        i, j = raised[first], yellow[second]
        ratio, ratio_day = self._alkaline_phosphatase(float(left.day[i]))
        r = self._alt_on(float(left.day[i])) / ratio if ratio > 0 else np.nan
        return HysLawRow(
            usubjid=self.usubjid,
            arm=self.arm,
            test=str(left.test[i]),
            onset_day=float(left.day[i]),
            onset=float(left.times[i]),
            onset_row=int(left.row[i]),
            bilirubin_day=float(up.day[j]),
            bilirubin=float(up.times[j]),
            bilirubin_row=int(up.row[j]),
            days_between=float(up.day[j] - left.day[i]),
            alkaline_phosphatase=ratio,
            alkaline_phosphatase_day=ratio_day,
            ratio=r,
            pattern=injury_pattern(r),
            pairs=len(pairs),
            candidate_pairs=verdicts.count("candidate"),
            verdict=verdicts[chosen] if verdicts else "outside the window",
        )

    def _alt_on(self, day: float) -> float:
        """Return the highest ALT of a day as a multiple of its limit; NaN without one."""
        values = self.aminotransferase
        here = (values.day == day) & (values.test == "ALT")
        return float(values.times[here].max()) if here.any() else np.nan

    def _alkaline_phosphatase(self, onset: float) -> tuple[float, float]:
        """Return the value nearest to a day, within the window either way, and its day."""
        values = self.alkaline_phosphatase
        apart = np.abs(values.day - onset)
        if not apart.size or apart.min() > self.window_days:
            return np.nan, np.nan
        nearest = int(np.argmin(apart))
        return float(values.times[nearest]), float(values.day[nearest])


def _verdict(alkaline_phosphatase: float) -> str:
    if np.isnan(alkaline_phosphatase):
        return "alkaline phosphatase not known"
    raised = at_least(np.array([alkaline_phosphatase]), ALKALINE_PHOSPHATASE)[0]
    return "alkaline phosphatase raised" if raised else "candidate"
