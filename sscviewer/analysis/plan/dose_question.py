"""Every choice behind the dose question, in one place."""

from dataclasses import dataclass
from typing import Literal

Limiting = Literal["action", "reason"]
Titration = Literal["protocol", "response"]


@dataclass(frozen=True, slots=True)
class HazardPriors:
    """Weak priors of the weekly hazard; (mean, SD) of normal ones, (shape, rate) of the gamma.

    Attributes
    ----------
    intercept
        Log odds of a dose-limiting event in a week at the reference dose and week.
    log_dose, log_week
        Per unit of ln(dose / reference dose) and ln(week / reference week).
    patient_sd
        Of the patients' own intercepts, as a density of the SD.

    The intercept's prior covers weekly risks of 0.005 % to 87 %; a doubling of the dose may multiply the odds
    by anything from 1/30 to 30. Without them a trial of 20 has no finite estimate in one of a hundred, and
    bands that miss the truth in one of ten; see resources/methods/dose_question.md.
    """

    intercept: tuple[float, float] = (-4.0, 3.0)
    log_dose: tuple[float, float] = (0.0, 2.5)
    log_week: tuple[float, float] = (0.0, 1.5)
    patient_sd: tuple[float, float] = (2.0, 0.5)


@dataclass(frozen=True, slots=True)
class DoseQuestionRules:
    """What counts as dose-limiting, tolerated, seen, and how the models are set up.

    Attributes
    ----------
    limiting
        An event is dose-limiting by its action taken (reduced, interrupted, withdrawn), or, where no event of
        the file has one, by the reason in the dose log.
    limiting_reasons
        Words, any of which in a reason of the dose log means an adverse event.
    response_reasons
        Words, any of which in the reason of an increase means that doses followed the response.
    titration
        How doses were raised: by protocol, or by response. Response words in the log count as the latter.
    tolerated_weeks
        So long must a dose be kept without a dose-limiting event to be tolerated.
    duration_weeks
        Planned duration; None: as long as the patients who completed took it.
    end_slack_days
        Who took a dose until so many days before the planned end took it to the end.
    reference_dose, reference_week
        Where ln dose and ln week are zero. The dose is in the log's unit; where it lies outside the doses
        given (another drug, mg/kg) the middle dose of the trial stands for it, and it is said.
    priors
        Of the weekly hazard.
    seen_person_weeks, seen_days
        A dose with fewer person-weeks, or at which nobody stayed so long, was only passed through.
    arrival_weeks
        When the share without a dose-limiting event since arrival at a dose is read.
    exposure_days
        Exposure is the sum of the doses of so many days before a value; None: of all days before it.
    per_dose
        Efficacy is given per so much of the log's unit.
    challenge_days
        So soon after a cut an event ends (dechallenge), or after the return to the dose comes again.
    most_doses
        With more different doses than this (dosing by weight) no table by dose is made.
    level
        Of every interval.
    resamples, seed
        Of the bootstrap behind Turnbull's curve.
    """

    limiting: Limiting = "action"
    limiting_reasons: tuple[str, ...] = ("adverse", "toxic", "intoleran", "side effect", "nebenwirkung")
    response_reasons: tuple[str, ...] = ("response", "efficacy", "no effect", "wirkung fehlt")
    titration: Titration = "protocol"
    tolerated_weeks: int = 4
    duration_weeks: int | None = None
    end_slack_days: int = 14
    reference_dose: float = 300.0
    reference_week: float = 13.0
    priors: HazardPriors = HazardPriors()
    seen_person_weeks: int = 26
    seen_days: int = 28
    arrival_weeks: tuple[int, ...] = (2, 4, 8, 12, 26, 52)
    exposure_days: int | None = None
    per_dose: float = 100.0
    challenge_days: int = 28
    most_doses: int = 8
    level: float = 0.95
    resamples: int = 1000
    seed: int = 1

    @property
    def reason_words(self) -> tuple[str, ...]:
        """The words by which reasons for a change of dose are told apart."""
        return (*self.limiting_reasons, *self.response_reasons)
