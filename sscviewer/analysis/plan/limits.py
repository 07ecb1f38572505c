"""What numbers of a plan may be; what is not listed may be any."""

import math
from dataclasses import dataclass
from typing import Any

from sscviewer.analysis.plan.comparisons import STRATA
from sscviewer.analysis.plan.models import COVARIANCES, COVARIATES, DF_METHODS
from sscviewer.clinical.reference_equations import equations_for


@dataclass(frozen=True, slots=True)
class Limits:
    """The least and the largest number, or the words allowed, of one choice."""

    low: float = -math.inf
    high: float = math.inf
    words: tuple[str, ...] = ()

    def problem(self, value: Any) -> str:
        """Return what to write instead of a value; "" when it may be."""
        if self.words:
            said = value if isinstance(value, tuple) else (value,)
            return "" if all(one in self.words for one in said) else f"write {', '.join(self.words)}"
        if isinstance(value, tuple):
            return next((problem for one in value if (problem := self.problem(one))), "")
        if isinstance(value, bool) or not isinstance(value, int | float):
            return ""
        if math.isfinite(value) and self.low <= value <= self.high:
            return ""
        low = f"at least {self.low:g}" if math.isfinite(self.low) else ""
        high = f"at most {self.high:g}" if math.isfinite(self.high) else ""
        return "write a number" + (
            f", {' and '.join(part for part in (low, high) if part)}" if low or high else ""
        )


ANY = Limits()
ABOVE_ZERO = Limits(1e-6, 1e9)
DAYS, WEEKS = Limits(0, 36525), Limits(1, 5200)


def _equations(quantity: str) -> tuple[str, ...]:
    return tuple(equation.name for equation in equations_for(quantity))


LIMITS = {
    ("study", "duration_days"): Limits(1, 36525),
    ("time", "death_days"): Limits(0, 3650),
    ("visits", "fewest_patients"): Limits(1, 1000),
    ("visits", "fewest_percent"): Limits(0, 100),
    ("model", "covariance"): Limits(words=COVARIANCES),
    ("model", "df_method"): Limits(words=DF_METHODS),
    ("model", "covariates"): Limits(words=COVARIATES),
    ("model", "smallest_df"): Limits(1, 30),
    ("model", "level"): Limits(0.5, 0.999),
    ("missing", "imputations"): Limits(2, 100000),
    ("missing", "seed"): Limits(0, 2**32 - 1),
    ("one_arm", "months"): Limits(0.1, 600),
    ("one_arm", "prior_change"): Limits(),
    ("one_arm", "prior_se"): Limits(0, 1e6),
    ("one_arm", "control_change"): Limits(),
    ("one_arm", "control_se"): Limits(0, 1e6),
    ("one_arm", "discount"): Limits(0.01, 1),
    ("one_arm", "next_patients"): Limits(3, 100000),
    ("one_arm", "level"): Limits(0.5, 0.999),
    ("events", "window_days"): Limits(0, 3650),
    ("events", "level"): Limits(0.5, 0.999),
    ("events", "common_percent"): Limits(0, 100),
    ("comparisons", "strata"): Limits(words=STRATA),
    ("comparisons", "level"): Limits(0.5, 0.999),
    ("laboratory", "hys_law_days"): Limits(0, 365),
    ("doses", "event_lag_days"): Limits(0, 365),
    ("board", "stopping_rate"): Limits(0.001, 0.999),
    ("board", "stopping_certainty"): Limits(0.5, 0.9999),
    ("dose_question", "level"): Limits(0.5, 0.999),
    ("dose_question", "tolerated_weeks"): Limits(1, 520),
    ("dose_question", "duration_weeks"): WEEKS,
    ("dose_question", "end_slack_days"): DAYS,
    ("dose_question", "reference_dose"): ABOVE_ZERO,
    ("dose_question", "reference_week"): ABOVE_ZERO,
    ("dose_question", "seen_person_weeks"): Limits(0, 1e6),
    ("dose_question", "seen_days"): DAYS,
    ("dose_question", "arrival_weeks"): WEEKS,
    ("dose_question", "exposure_days"): Limits(1, 36525),
    ("dose_question", "per_dose"): ABOVE_ZERO,
    ("dose_question", "challenge_days"): DAYS,
    ("dose_question", "most_doses"): Limits(1, 100),
    ("dose_question", "resamples"): Limits(100, 100000),
    ("dose_question", "seed"): Limits(0, 2**32 - 1),
    ("derivation", "equation"): Limits(words=_equations("FVC")),
    ("derivation", "diffusion"): Limits(words=_equations("DLCO")),
    ("derivation", "volumes"): Limits(words=_equations("TLC")),
    ("derivation", "tolerance"): Limits(0, 100),
    ("derivation", "haemoglobin_days"): Limits(0, 3650),
    ("responses", "criss_improved"): Limits(0, 1),
    ("responses", "criss_levels"): Limits(0, 100),
    ("responses", "indeterminate"): Limits(0, 100),
    ("responses", "most_missing_sites"): Limits(0, 16),
    ("responses", "least_categories"): Limits(1, 8),
    ("responses", "shaq_line_cm"): ABOVE_ZERO,
}


def limits_of(part: str, name: str) -> Limits:
    """Return the limits of one choice."""
    return LIMITS.get((part, name), ANY)
