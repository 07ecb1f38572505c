"""A stopping bound on a rate: how likely it is, after what was seen, that the true rate is too high.

Beta-binomial with a flat prior, so that the answer is exact: no simulation, no approximation.
"""

from dataclasses import dataclass

from scipy.stats import beta


@dataclass(frozen=True, slots=True)
class StoppingBound:
    """What was seen against the rule.

    Attributes
    ----------
    events, n
        Patients with such an event, of the treated.
    probability
        That the true rate is above the limit, given what was seen and a flat prior.
    stop_at
        The least number of patients with an event, of these n, at which the rule says stop; n + 1 when none
        does.
    """

    events: int
    n: int
    limit: float
    certainty: float
    probability: float
    stop_at: int

    @property
    def is_met(self) -> bool:
        """Whether the rule says stop."""
        return self.events >= self.stop_at

    def words(self, what: str) -> str:
        """Return the sentence of the pack."""
        verdict = "The bound is reached." if self.is_met else "The bound is not reached."
        return (
            f"{self.events} of {self.n} patients had {what}. The probability that the true rate is above "
            f"{100 * self.limit:g} % is {self.probability:.3f} (flat prior, exact); the rule says stop from "
            f"{self.certainty:g} on, which is {self.stop_at} of {self.n} patients. {verdict}"
        )


def stopping_bound(events: int, n: int, limit: float, certainty: float) -> StoppingBound:
    """Return the bound for a rate.

    Parameters
    ----------
    limit
        The rate that must not be exceeded, 0 to 1.
    certainty
        How probable "above the limit" must be for the rule to say stop.

    **Source**: Thall & Simon, Biometrics 1994;50:337 (posterior stopping bounds, beta-binomial).
    """
    stop_at = next((x for x in range(n + 1) if _above(x, n, limit) >= certainty), n + 1)
    return StoppingBound(events, n, limit, certainty, _above(events, n, limit), stop_at)


def _above(events: int, n: int, limit: float) -> float:
    return float(beta.sf(limit, 1 + events, 1 + n - events))
