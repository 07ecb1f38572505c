"""Every endpoint's distribution views together: what `analyse` prints."""

import math
from dataclasses import dataclass

from sscviewer.analysis.distribution.categories import Categories, categories
from sscviewer.analysis.distribution.slopes import PatientSlopes, patient_slopes
from sscviewer.analysis.distribution.thresholds import ThresholdCurves, threshold_curves
from sscviewer.analysis.efficacy.efficacy_settings import efficacy_settings
from sscviewer.analysis.modelled import modelled_parameters
from sscviewer.analysis.number_words import change_digits, name_with_unit, name_words, plain, signed
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.population import ALL, Population
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import say
from sscviewer.model.study import Study


@dataclass(frozen=True, slots=True)
class Distribution:
    """Per endpoint: every threshold, categories, each patient's slope."""

    thresholds: tuple[ThresholdCurves, ...]
    categories: tuple[Categories, ...]
    slopes: tuple[PatientSlopes, ...]


def distribution(study: Study, who: Population, plan: AnalysisPlan) -> Distribution:
    """Return the distribution views of every endpoint whose course is modelled."""
    codes = modelled_parameters(study)
    with_slope = () if study.visit_order else codes
    return Distribution(
        tuple(threshold_curves(study, who, code, plan.responses, plan.model.level) for code in codes),
        tuple(categories(study, who, code, plan.responses) for code in codes),
        tuple(patient_slopes(study, who, efficacy_settings(plan, code, by_arm=False)) for code in with_slope),
    )


def category_sentence(found: Categories) -> str:
    """Return how many were better, stable, worse, without value and dead at the last visit."""
    rows = [row for row in found.rows if row.arm == ALL]
    if not rows:
        return found.why_not
    last = rows[-1]
    counted = ", ".join(f"{len(members)} {kind}" for kind, members in last.members.items())
    rule = f"{found.better}, {found.worse}"
    measure = capital(say(name_with_unit(found.parameter)))
    name = say("{measure} at {visit}", measure=measure, visit=last.avisit)
    return say(
        "{name}, {n} patients with a baseline: {counted} ({rule}).",
        name=name,
        n=last.n,
        counted=counted,
        rule=rule,
    )


def slope_sentence(found: PatientSlopes) -> str:
    """Return the mean slope and how far patients differ in it."""
    if not found.rows:
        return found.why_not
    digits = 0 if found.unit.startswith("mL") else change_digits(found.parameter)
    limits = say("no interval can be given")
    if math.isfinite(found.mean_lower):
        limits = say(
            "{level:g} % CI {lower} to {upper}",
            level=100 * found.level,
            lower=plain(found.mean_lower, digits),
            upper=plain(found.mean_upper, digits),
        )
    return say(
        "{measure}: {mean} {unit} ({limits}) on average in {n} patients; their true "
        "slopes differ with an SD of {sd}.",
        measure=capital(say(name_words(found.parameter))),
        mean=signed(found.mean, digits),
        unit=say(found.unit),
        limits=limits,
        n=len(found.rows),
        sd=plain(found.sd, digits),
    )


def threshold_sentence(found: ThresholdCurves) -> str:
    """Return who reached each limit at the last visit."""
    if not found.visits:
        return ""
    rows = [row for row in found.rows if row.arm == ALL and row.avisit == found.visits[-1]]
    told = "; ".join(
        f"{row.words} {len(row.usubjids)} of {row.n} ({plain(100 * row.share, 0)} %; "
        f"{100 * found.level:g} % CI {plain(100 * row.lower, 0)} to {plain(100 * row.upper, 0)})"
        for row in rows
    )
    return f"{capital(name_with_unit(found.parameter))} at {found.visits[-1]}: {told}."
