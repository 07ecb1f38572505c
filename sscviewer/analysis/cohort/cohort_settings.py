"""What can be chosen about the pictures of the whole trial; equal settings give equal pictures."""

from dataclasses import dataclass, field
from typing import Literal

AnchorKind = Literal["first_dose", "first_event", "first_reduction", "stop"]
Measure = Literal["value", "change", "percent"]
Split = Literal["none", "end", "arm"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """What day 0 of an aligned picture is.

    Attributes
    ----------
    kind
        first_dose: the day of the first dose, or where else the plan starts the clock.
        first_event: the start of the first treatment-emergent event
        of at least `grade`. first_reduction: the first cut of the dose. stop: the day the patient stopped.
    grade
        For first_event only; severity words count as in the timeline (severe = 3).
    """

    kind: AnchorKind = "first_dose"
    grade: int = 2


@dataclass(frozen=True, slots=True)
class SpaghettiSettings:
    """Choices of a spaghetti plot.

    Attributes
    ----------
    paramcd
    measure
        The value, its change or its % change from baseline.
    time
        x in days or in months since the anchor.
    anchor
    split
        Means of all patients, of completers and those who stopped apart, or by arm.
    level
        Of the interval about the observed means.
    """

    paramcd: str
    measure: Measure = "value"
    time: Literal["day", "month"] = "month"
    anchor: Anchor = Anchor()
    split: Split = "none"
    level: float = field(kw_only=True)


@dataclass(frozen=True, slots=True)
class WaterfallSettings:
    """Choices of a waterfall plot.

    Attributes
    ----------
    paramcd
    at
        A visit after baseline ("Month 12"), "last" for each patient's last value or "best" for the best one.
    measure
        change or percent.
    thresholds
        Changes to draw and to count patients at or beyond, in the unit of the picture.
    """

    paramcd: str
    at: str = "last"
    measure: Literal["change", "percent"] = "change"
    thresholds: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class SwimmerSettings:
    """Choices of a swimmer plot.

    Attributes
    ----------
    grade
        Events of at least this grade are marked.
    sort
        duration (longest on top), patient, end, arm, dose (highest average on top) or event (earliest first).
    anchor
    time
    """

    grade: int = 3
    sort: Literal["duration", "patient", "end", "arm", "dose", "event"] = "duration"
    anchor: Anchor = Anchor()
    time: Literal["day", "month"] = "month"
