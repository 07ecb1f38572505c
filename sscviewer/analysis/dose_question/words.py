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
from sscviewer.model.sentence import joined, say
from sscviewer.model.study import Study

NOT_RANDOMISED = say("Doses were not randomised; a parallel-dose trial would be needed (ICH E4).")
BY_RESPONSE = say(
    "Doses followed the response: those who did badly were raised. The share on the "
    "regimen as given holds for such patients only, and neither model of benefit can "
    "part dose from response."
)
BY_MODEL = {"exposure": say("by the exposure so far"), "within": say("within patients")}
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
    return counted(round(months), "month") if whole else counted(round(weeks), "week")


def share_words(share: Share) -> str:
    """Return "(65 %; 38 to 86)"."""
    parts = {"share": share.share, "lower": share.lower, "upper": share.upper}
    return say("({share} %; {lower} to {upper})", **{name: _percent(part) for name, part in parts.items()})


def highest_dose(found: Titration) -> list[str]:
    """Return what became of those who reached the highest dose."""
    if not found.rows or not found.limiting_known:
        return []
    top = found.rows[-1]
    dose = f"{top.dose:g} {found.unit}"
    verb = say("had to reduce, interrupt or stop there")
    limited, kept = top.limited_share, top.kept_share
    return [
        say(
            "{count} of the {n} who reached {dose} {share} {verb}; {count2} of {total} {share2} "
            "took it to the end.",
            count=limited.count,
            n=limited.n,
            dose=dose,
            share=share_words(limited),
            verb=verb,
            count2=kept.count,
            total=kept.n,
            share2=share_words(kept),
        )
    ]


def regimen_sentences(found: Titration) -> list[str]:
    """Return how many have no dose-limiting event on the regimen as given; none where that is not known."""
    if found.regimen is None:
        return []
    weeks = found.rules.tolerated_weeks
    if not found.n_events:
        bound = _percent(none_of(found.n, found.rules.level))
        return [
            say(
                "No dose-limiting event in {patient}: of 100 treated so, at most {bound} would have "
                "one (one-sided {percent} %); which dose is the limit cannot be told.",
                patient=counted(found.n, "patient"),
                bound=bound,
                percent=_percent(found.rules.level),
            )
        ]
    value, lower, upper = (float(v[0]) for v in found.regimen.curve.at([found.duration_days]))
    end = duration_words(found.duration_weeks)
    level = _percent(found.rules.level)
    limits = say("no interval")
    if lower == lower:
        limits = say(
            "{level} % {lower} to {upper}", level=level, lower=_percent(lower), upper=_percent(upper)
        )
    said = [
        say(
            "Of 100 patients titrated as here, about {percent} ({limits}) have no dose-limiting "
            "event in {end}.",
            percent=_percent(value),
            limits=limits,
            end=end,
        )
    ]
    later = sum(bool(one.tolerated_later) for one in found.intervals)
    if later:
        said.append(
            say(
                "{patient} kept a dose for {week} after an event at it: there it was not the dose alone.",
                patient=counted(later, "patient"),
                week=counted(weeks, "week"),
            )
        )
    return said


def benefit_sentences(study: Study, found: Titration, gained: Sequence[Benefit]) -> list[str]:
    """Return what a step of dose adds to the change at the planned end, by both models, per endpoint."""
    codes = list(dict.fromkeys(one.paramcd for one in gained))
    out = [benefit_sentence(study, found, [one for one in gained if one.paramcd == code]) for code in codes]
    effects = [one.per_dose for one in gained if one.model == "exposure" and one.per_dose is not None]
    if effects and not any(effect.lower > 0 or effect.upper < 0 for effect in effects):
        out.append(say("No endpoint is shown to go with the dose, nor shown not to."))
    return out


def benefit_sentence(study: Study, found: Titration, models: Sequence[Benefit]) -> str:
    """Return what a step of dose adds to the change of one endpoint, by its models."""
    parameter = study.parameters[models[0].paramcd]
    digits, name = change_digits(parameter), name_words(parameter)
    name = capital(name)
    known = [(one.per_dose, BY_MODEL[one.model]) for one in models if one.per_dose is not None]
    if not known:
        words = say("{name}: whether it goes with the dose cannot be told.", name=name)
        return joined((words, *models[0].notes))
    told = [
        say(
            "{number} {how}", number=with_limits(effect.estimate, effect.lower, effect.upper, digits), how=how
        )
        for effect, how in known
    ]
    apart = len(known) > 1 and disagree(known[0][0], known[1][0])
    return say(
        "{name}: {dose:g} {unit} more throughout adds in {duration} {told}{apart}.",
        name=name,
        dose=found.rules.per_dose,
        unit=found.unit,
        duration=duration_words(found.duration_weeks),
        told=joined(told, ", "),
        apart=say("; the two disagree, so that dose and patient cannot be told apart") if apart else "",
    )


def _tolerance(found: Titration, tolerated: Tolerance) -> list[str]:
    if not found.limiting_known:
        return []
    if tolerated.fit is None:
        return [tolerated.why_not] if found.n_events or len(found.doses) == 1 else []
    seen = [one for one in tolerated.shares if one.seen] or list(tolerated.shares[-1:])
    told = [
        say("{share} at {dose:g} {unit}", share=_interval(one), dose=one.dose, unit=found.unit)
        for one in reversed(seen)
    ]
    said = [
        say(
            "Allowing for time and for each patient's own tolerance, no dose-limiting event in "
            "{duration}: {told}.",
            duration=duration_words(found.duration_weeks),
            told=join_words(told),
        )
    ]
    ratio, low, high = tolerated.fit.odds_ratio_per_doubling
    said.append(
        say(
            "A doubling of the dose multiplies the weekly odds by {ratio:.2g} ({low:.2g} to {high:.2g}); "
            "{words}",
            ratio=ratio,
            low=low,
            high=high,
            words=_comparison(seen, found, low, high),
        )
    )
    passed = [f"{one.dose:g}" for one in tolerated.shares if not one.seen]
    if passed:
        said.append(
            say(
                "At {passed} {unit} patients only passed through: there the curve is the model's, "
                "not the data's.",
                passed=join_words(passed),
                unit=found.unit,
            )
        )
    if any(one.rests_on_time for one in tolerated.shares):
        said.append(
            say(
                "The fits without time or with first events only lie outside the band: this {rest}.",
                rest=RESTS,
            )
        )
    return said


def _comparison(seen: Sequence[ToleratedShare], found: Titration, low: float, high: float) -> str:
    if low > 1 or high < 1:
        which = say("lower") if low > 1 else say("higher")
        return say("under this model {which} doses had fewer dose-limiting events.", which=which)
    if len(seen) < 2:
        return say("the trial does not show that lower doses are better tolerated, nor that they are not.")
    lower, upper = seen[0], seen[-1]
    overlap = say("these intervals overlap: the") if upper.upper >= lower.lower else say("the")
    return say(
        "{overlap} trial does not show that {dose:g} {unit} is better tolerated than "
        "{dose2:g}, nor that it is not.",
        overlap=overlap,
        dose=lower.dose,
        unit=found.unit,
        dose2=upper.dose,
    )


DAYS_WORDS = say("Patient-days are the days on which the dose was taken.")
"""Rates by dose may count a day at the dose of the day before, and differ by a day a change."""


def rows_words(row: DoseRow, unit: str) -> str:
    """Return one line of the table by dose."""
    return (
        f"{row.dose:g} {unit}: reached by {len(row.reached)}, {row.patient_days} patient-days, "
        f"{counted(row.events, 'dose-limiting event')} in {counted(len(row.limited), 'patient')}, kept "
        f"to the end by {len(row.kept)}"
    )


def _interval(one: ToleratedShare) -> str:
    return say(
        "{estimate} % ({lower} to {upper} %)",
        estimate=_percent(one.estimate),
        lower=_percent(one.lower),
        upper=_percent(one.upper),
    )


def _percent(share: float) -> str:
    return plain(100.0 * share, 0)
