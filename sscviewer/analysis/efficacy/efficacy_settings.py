"""What can be chosen about the models of one endpoint; equal settings give equal results."""

from dataclasses import dataclass
from typing import Literal

from sscviewer.analysis.estimate import LEVEL, SMALLEST_DF

Response = Literal["CHG", "AVAL"]

FEWEST_PATIENTS, FEWEST_SHARE = 3, 0.10
"""Rules of thumb: two values give a variance with one degree of freedom; under a tenth of the patients
those who are left at a visit are no longer the trial."""
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
COVARIATES = ("BASE", "AGE", "SEX", "SSCSUB", "RACE", "DISDUR", "SITEID")
"""What can be adjusted for, in the order it is offered; BASE is the endpoint's own baseline."""
COVARIATE_WORDS = {
    "BASE": "baseline value",
    "AGE": "age",
    "SEX": "sex",
    "SSCSUB": "subset",
    "RACE": "race",
    "DISDUR": "disease duration",
    "SITEID": "site",
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
class EfficacySettings:
    """The choices behind one endpoint's results; hashable.

    Attributes
    ----------
    paramcd
        The endpoint.
    response
        CHG: change from baseline. AVAL: the value itself with the baseline as its first visit, its mean
        common to all arms (constrained longitudinal data analysis): patients seen only at baseline count.
    covariance
        One of `COVARIANCES`.
    covariates
        Of `COVARIATES`; each has the same effect at every visit, and results are at the patients' average.
    df_method
        One of `DF_METHODS`. For slopes kenward-roger uses the expected information, as pbkrtest does.
    visits
        AVISIT of the visits after baseline that count; empty for all.
    by_arm
        Also by arm, where there are two or more.
    reference
        The arm the others are compared with; "" for placebo or control, else the first by name.
    slope_time
        AVISITN: months as planned. ADY: actual days, in months since day 1.
    level
        Of all intervals.
    smallest_df
        With fewer degrees of freedom no interval is given; a plainer covariance is tried first.
    fewest_patients, fewest_share
        A visit with changes of fewer patients, or of a smaller share of those with any change, is in no
        model. One value at a late visit says nothing of that visit, and leaves the unstructured covariance
        of all visits without an estimate.
    """

    paramcd: str
    response: Response = "CHG"
    covariance: str = "auto"
    covariates: tuple[str, ...] = ()
    df_method: str = "kenward-roger"
    visits: tuple[str, ...] = ()
    by_arm: bool = True
    reference: str = ""
    slope_time: Literal["AVISITN", "ADY"] = "AVISITN"
    level: float = LEVEL
    smallest_df: float = SMALLEST_DF
    fewest_patients: int = FEWEST_PATIENTS
    fewest_share: float = FEWEST_SHARE

    @property
    def slope_df_method(self) -> str:
        """Method of the slope's degrees of freedom: lme4 and pbkrtest use the expected information."""
        return "kenward-roger-expected" if self.df_method == "kenward-roger" else self.df_method
