"""The answer in sentences, made from the results and the rules."""

from collections.abc import Sequence

from sscviewer.analysis.dose_question.benefit import Benefit, disagree
from sscviewer.analysis.dose_question.dose_table import DoseRow, Share
from sscviewer.analysis.dose_question.titration import NO_LIMITING, Titration
from sscviewer.analysis.dose_question.tolerance import RESTS, Tolerance, ToleratedShare
from sscviewer.analysis.number_words import change_digits, join_words, name_words, plain, with_limits
from sscviewer.analysis.proportion import none_of
from sscviewer.model.counted import counted
from sscviewer.model.plain_text import capital
from sscviewer.model.study import Study

NOT_RANDOMISED = "Doses were not randomised; a parallel-dose trial would be needed (ICH E4)."
BY_RESPONSE = (
    "Doses followed the response: those who did badly were raised. The share on the regimen as given holds "
    "for such patients only, and neither model of benefit can part dose from response."
)
BY_MODEL = {"exposure": "by the exposure so far", "within": "within patients"}
WEEKS_PER_YEAR, MONTHS_PER_YEAR = 52, 12


def dose_sentences(
    study: Study, found: Titration, tolerated: Tolerance, gained: Sequence[Benefit]
) -> tuple[str, ...]:
    """Return what a trial says of its doses, and what it cannot say."""
    if found.not_in_file:
        return (found.not_in_file,)
    regimen = regimen_sentences(found) if found.limiting_known else [NO_LIMITING]
    said = [*highest_dose(found), *regimen]
    said += [*_tolerance(found, tolerated), *benefit_sentences(study, found, gained)]
    return (*said, *_design(found), *found.notes)


def count_sentences(found: Titration) -> tuple[str, ...]:
    """Return what the counts say, the headline apart, and what was left out of them."""
    if found.not_in_file:
        return (found.not_in_file,)
    return (*(regimen_sentences(found) if found.limiting_known else [NO_LIMITING]), *found.notes)


def model_sentences(found: Titration, tolerated: Tolerance) -> tuple[str, ...]:
    """Return what the weekly hazard says."""
    return (*_tolerance(found, tolerated), *_design(found))


def _design(found: Titration) -> list[str]:
    if found.response_driven:
        return [BY_RESPONSE]
    return [NOT_RANDOMISED] if len(found.doses) > 1 else []


def duration_words(weeks: float) -> str:
    """Return "12 months" of 52 weeks; other durations in weeks, unless they are whole months."""
    months = weeks * MONTHS_PER_YEAR / WEEKS_PER_YEAR
    # 52 weeks are 12 months, 26 are 6, and 24 stay weeks
    whole = abs(months - round(months)) < 0.01 and round(months) > 1
    return f"{round(months)} months" if whole else counted(round(weeks), "week")


def share_words(share: Share) -> str:
    """Return "(65 %; 38 to 86)"."""
    return f"({_percent(share.share)} %; {_percent(share.lower)} to {_percent(share.upper)})"


def highest_dose(found: Titration) -> list[str]:
    """Return what became of those who reached the highest dose."""
    if not found.rows or not found.limiting_known:
        return []
    top = found.rows[-1]
    dose = f"{top.dose:g} {found.unit}"
    verb = "had to reduce, interrupt or stop there"
    limited, kept = top.limited_share, top.kept_share
    return [
        f"{limited.count} of the {limited.n} who reached {dose} {share_words(limited)} {verb}; "
        f"{kept.count} of {kept.n} {share_words(kept)} took it to the end."
    ]


def regimen_sentences(found: Titration) -> list[str]:
    """Return how many have no dose-limiting event on the regimen as given; none where that is not known."""
    if found.regimen is None:
        return []
    weeks = found.rules.tolerated_weeks
    if not found.n_events:
        bound = _percent(none_of(found.n, found.rules.level))
        return [
            f"No dose-limiting event in {counted(found.n, 'patient')}: of 100 treated so, at most {bound} "
            f"would have one (one-sided {_percent(found.rules.level)} %); which dose is the limit cannot be "
            "told."
        ]
    value, lower, upper = (float(v[0]) for v in found.regimen.curve.at([found.duration_days]))
    end = duration_words(found.duration_weeks)
    level = _percent(found.rules.level)
    limits = f"{level} % {_percent(lower)} to {_percent(upper)}" if lower == lower else "no interval"
    said = [
        f"Of 100 patients titrated as here, about {_percent(value)} ({limits}) have no dose-limiting event "
        f"in {end}."
    ]
    later = sum(bool(one.tolerated_later) for one in found.intervals)
    if later:
        said.append(
            f"{counted(later, 'patient')} kept a dose for {counted(weeks, 'week')} after an event at it: "
            "there it was not the dose alone."
        )
    return said


def benefit_sentences(study: Study, found: Titration, gained: Sequence[Benefit]) -> list[str]:
    """Return what a step of dose adds to the change at the planned end, by both models, per endpoint."""
    codes = list(dict.fromkeys(one.paramcd for one in gained))
    out = [benefit_sentence(study, found, [one for one in gained if one.paramcd == code]) for code in codes]
    effects = [one.per_dose for one in gained if one.model == "exposure" and one.per_dose is not None]
    if effects and not any(effect.lower > 0 or effect.upper < 0 for effect in effects):
        out.append("No endpoint is shown to go with the dose, nor shown not to.")
    return out


def benefit_sentence(study: Study, found: Titration, models: Sequence[Benefit]) -> str:
    """Return what a step of dose adds to the change of one endpoint, by its models."""
    parameter = study.parameters[models[0].paramcd]
    digits, name = change_digits(parameter), name_words(parameter)
    name = capital(name)
    known = [(one.per_dose, BY_MODEL[one.model]) for one in models if one.per_dose is not None]
    if not known:
        return f"{name}: whether it goes with the dose cannot be told. {' '.join(models[0].notes)}"
    told = [
        f"{with_limits(effect.estimate, effect.lower, effect.upper, digits)} {how}" for effect, how in known
    ]
    text = (
        f"{name}: {found.rules.per_dose:g} {found.unit} more throughout adds in "
        f"{duration_words(found.duration_weeks)} {', '.join(told)}"
    )
    if len(known) > 1 and disagree(known[0][0], known[1][0]):
        text += "; the two disagree, so that dose and patient cannot be told apart"
    return f"{text}."


def _tolerance(found: Titration, tolerated: Tolerance) -> list[str]:
    if not found.limiting_known:
        return []
    if tolerated.fit is None:
        return [tolerated.why_not] if found.n_events or len(found.doses) == 1 else []
    seen = [one for one in tolerated.shares if one.seen] or list(tolerated.shares[-1:])
    told = [f"{_interval(one)} at {one.dose:g} {found.unit}" for one in reversed(seen)]
    said = [
        f"Allowing for time and for each patient's own tolerance, no dose-limiting event in "
        f"{duration_words(found.duration_weeks)}: {join_words(told)}."
    ]
    ratio, low, high = tolerated.fit.odds_ratio_per_doubling
    said.append(
        f"A doubling of the dose multiplies the weekly odds by {ratio:.2g} ({low:.2g} to {high:.2g}); "
        f"{_comparison(seen, found, low, high)}"
    )
    passed = [f"{one.dose:g}" for one in tolerated.shares if not one.seen]
    if passed:
        said.append(
            f"At {join_words(passed)} {found.unit} patients only passed through: there the curve is the "
            "model's, not the data's."
        )
    if any(one.rests_on_time for one in tolerated.shares):
        said.append(f"The fits without time or with first events only lie outside the band: this {RESTS}.")
    return said


def _comparison(seen: Sequence[ToleratedShare], found: Titration, low: float, high: float) -> str:
    if low > 1 or high < 1:
        which = "lower" if low > 1 else "higher"
        return f"under this model {which} doses had fewer dose-limiting events."
    if len(seen) < 2:
        return "the trial does not show that lower doses are better tolerated, nor that they are not."
    lower, upper = seen[0], seen[-1]
    overlap = "These intervals overlap: the" if upper.upper >= lower.lower else "The"
    overlap = overlap if overlap.startswith("The ") else overlap[0].lower() + overlap[1:]
    return (
        f"{overlap} trial does not show that {lower.dose:g} {found.unit} is better tolerated than "
        f"{upper.dose:g}, nor that it is not."
    )


DAYS_WORDS = "Patient-days are the days on which the dose was taken."
"""Rates by dose may count a day at the dose of the day before, and differ by a day a change."""


def rows_words(row: DoseRow, unit: str) -> str:
    """Return one line of the table by dose."""
    return (
        f"{row.dose:g} {unit}: reached by {len(row.reached)}, {row.patient_days} patient-days, "
        f"{counted(row.events, 'dose-limiting event')} in {counted(len(row.limited), 'patient')}, kept "
        f"to the end by {len(row.kept)}"
    )


def _interval(one: ToleratedShare) -> str:
    return f"{_percent(one.estimate)} % ({_percent(one.lower)} to {_percent(one.upper)} %)"


def _percent(share: float) -> str:
    return plain(100.0 * share, 0)
