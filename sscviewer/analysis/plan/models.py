"""How the course of an endpoint is modelled."""

from dataclasses import dataclass
from typing import Literal

from sscviewer.analysis.estimate import LEVEL

Response = Literal["CHG", "AVAL"]
SlopeTime = Literal["AVISITN", "ADY"]
MeanWeights = Literal["proportional", "equal"]

COVARIANCES = ("auto", "us", "toeph", "toep", "ar1h", "ar1", "csh", "cs", "adh", "ad")
"""`auto` is us, or a plainer one where us cannot be estimated; any other is that one or none."""
DF_METHODS = (
    "kenward-roger",
    "kenward-roger-linear",
    "kenward-roger-expected",
    "satterthwaite",
    "between-within",
    "residual",
)
COVARIATES = ("BASE", "AGE", "SEX", "SSCSUB", "RACE", "DISDUR", "SITEID", "SITEGR1")
"""What can be adjusted for, in the order it is offered; BASE is the endpoint's own baseline."""

COVARIATE_WORDS = {
    "BASE": "baseline value",
    "AGE": "age",
    "SEX": "sex",
    "SSCSUB": "subset",
    "RACE": "race",
    "DISDUR": "disease duration",
    "SITEID": "site",
    "SITEGR1": "pooled site",
}
COVARIANCE_WORDS = {
    "us": "unstructured",
    "toeph": "heterogeneous Toeplitz",
    "toep": "Toeplitz",
    "ar1h": "heterogeneous first-order autoregressive",
    "ar1": "first-order autoregressive",
    "csh": "heterogeneous compound symmetry",
    "cs": "compound symmetry",
    "adh": "heterogeneous ante-dependence",
    "ad": "ante-dependence",
}
DF_WORDS = {
    "kenward-roger": "Kenward-Roger",
    "kenward-roger-linear": "Kenward-Roger (linear)",
    "kenward-roger-expected": "Kenward-Roger (expected information)",
    "satterthwaite": "Satterthwaite",
    "between-within": "between-within",
    "residual": "residual",
}


@dataclass(frozen=True, slots=True)
class ModelRules:
    """The models of change by visit and of the slope.

    Attributes
    ----------
    response
        CHG: change from baseline. AVAL: the value itself with the baseline as its first visit, its mean
        common to all arms (constrained longitudinal data analysis): patients seen only at baseline count.
    covariance
        One of `COVARIANCES`.
    covariates
        Of `COVARIATES`; each has the same effect at every visit. Numbers are at the patients' average.
    mean_weights
        What an adjusted mean is of, where a category (site, sex) is adjusted for. "proportional": patients
        like these, each category as often as it is (SAS: OM). "equal": every category counts the same (SAS
        LSMEANS without OM, R emmeans), be it of two patients or twenty. Differences of arms do not depend
        on it.
    baseline_by_visit
        The baseline value, where it is a covariate, has an effect of its own at each visit (baseline x
        visit), as protocols write it. It costs a degree of freedom a visit: four of twenty patients' with
        four visits.
    covariance_by_arm
        Each arm has a covariance of its own. Right where arms differ in spread; of ten patients an arm it
        leaves so few degrees of freedom that a plainer covariance is often needed.
    df_method
        One of `DF_METHODS`. For slopes kenward-roger uses the expected information, as pbkrtest does.
    smallest_df
        An estimate with fewer degrees of freedom is not reported: its interval says nothing. At 3 t makes it
        1.6 times as long as the normal distribution does, at 2 2.2 times, at 1 6.5 times, at 0.3 more than a
        thousand times. 3 is ours: with 3 to 5 the limits are still rough, for a variance of 3 degrees of
        freedom is known to no better than a factor of ten.
    slope_time
        AVISITN: months as planned. ADY: actual days, in months since day 1.
    level
        Of all intervals.
    """

    response: Response = "CHG"
    covariance: str = "auto"
    covariates: tuple[str, ...] = ()
    mean_weights: MeanWeights = "proportional"
    baseline_by_visit: bool = False
    covariance_by_arm: bool = False
    df_method: str = "kenward-roger"
    smallest_df: float = 3.0
    slope_time: SlopeTime = "AVISITN"
    level: float = LEVEL
