"""What was known before a trial of one arm, in the user's own numbers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OneArmRules:
    """Historical numbers of one endpoint, how much they count, and the next trial.

    Attributes
    ----------
    endpoint
        PARAMCD the historical numbers are of; "" for the primary endpoint. No other endpoint uses them.
    months
        Months after baseline at which they hold; to other months they are scaled along a straight line.
    prior_change, prior_se, prior_source
        Mean change under this treatment in earlier trials, its standard error, and where it is from. None
        for no historical prior; without a source it is not used.
    discount
        Share of the prior's information that counts (power prior): its variance is divided by it. A half is
        ours; 1 takes the earlier patients for patients of this trial, which they are not.
    control_change, control_se, control_source
        The same of untreated (or placebo) patients: the reference course. It is never a prior.
    next_patients
        Patients of a next trial of the same design.
    level
        Of all intervals, and of the next trial's test.
    """

    endpoint: str = ""
    months: float = 12.0
    prior_change: float | None = None
    prior_se: float | None = None
    prior_source: str = ""
    discount: float = 0.5
    control_change: float | None = None
    control_se: float | None = None
    control_source: str = ""
    next_patients: int = 20
    level: float = 0.95
