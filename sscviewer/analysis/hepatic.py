"""The liver: eDISH points with their quadrants, and the Hy's-law listing."""

from dataclasses import dataclass


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
        As a multiple of its upper limit on the day of the first raised aminotransferase (the peak where none is
        raised), or the value nearest to it within the window; NaN without one.
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


@dataclass(frozen=True, slots=True)
class HysLawRow:
    """A patient in the Hy's-law range, and whether the rest of the law holds.

    Attributes
    ----------
    test, onset_day, onset, onset_row
        The raised ALT or AST that bilirubin followed (the first raised one where none did).
    bilirubin_day, bilirubin, bilirubin_row, days_between
        The first raised bilirubin within the window, else the first raised one; days after the onset.
    alkaline_phosphatase, alkaline_phosphatase_day
        At onset; NaN without a value within the window.
    verdict
        "candidate", "alkaline phosphatase raised", "alkaline phosphatase not known" or "outside the window".
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
    verdict: str


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
