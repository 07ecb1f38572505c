"""Whether the file's own % predicted agree with computed ones, and which equation they fit."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.derived.targets import Target
from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.clinical.percent_check import ENOUGH, PercentCheck, check_percent
from sscviewer.clinical.reference_equations import ReferenceEquation, equations_for
from sscviewer.model.entry_facts import EntryFacts
from sscviewer.model.issue import Issue
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.persons import Group
from sscviewer.model.same_tests import same_tests
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

OTHER_RULE = "fvc.predicted"
"""The rule that compares FVC by NHANES III while the file is read; a value it doubts is not doubted twice."""
CLEARLY = 1.0
"""Points by which another equation must fit better in the middle to be named as the laboratory's."""


@dataclass(frozen=True, slots=True)
class _Fit:
    """How the file's values agree with one equation."""

    equation: ReferenceEquation
    check: PercentCheck


def disagreements(
    study: Study, facts: EntryFacts, target: Target, settings: DerivationSettings
) -> Iterator[Issue]:
    """Say where % predicted of the file does not follow from the measured value.

    The values are compared with the equation chosen; when they clearly fit another one, that is said once and
    they are compared with that one.
    """
    code, chosen = target.percent_code, target.equation(settings)
    if not {code, target.paramcd} <= set(study.parameters) or chosen is None:
        return
    volumes, percents = same_tests(study, target.paramcd, code)
    if not volumes.size:
        return
    values, who = study.column("measurements", "AVAL"), facts.persons(volumes)

    def fit(equation: ReferenceEquation) -> _Fit:
        volume = values[volumes] / target.factor(equation)
        given, tolerance = values[percents], settings.tolerance
        return _Fit(equation, check_percent(equation, target.quantity, who, volume, given, tolerance))

    asked = fit(chosen)
    best = min((asked, *map(fit, equations_for(target.quantity))), key=_rank)
    if best.check.median_difference > asked.check.median_difference - CLEARLY:
        best = asked
    sheet = str(study.column("measurements", "SRCREF")[percents[0]]).rpartition("!")[0]
    if best.check.is_other_equation:
        yield _no_equation(target, asked, settings, sheet)
        return
    if best is not asked:
        yield _other_equation(target, asked, best, settings, sheet)
    doubted = {issue.srcref for issue in study.issues if issue.code == OTHER_RULE}
    for i in np.flatnonzero(best.check.off).tolist():
        issue = _one(study, target, best, (int(volumes[i]), int(percents[i])), i, settings)
        if issue.srcref not in doubted:
            yield issue


def _rank(fit: _Fit) -> float:
    return fit.check.median_difference if fit.check.n >= ENOUGH else np.inf


def _used(settings: DerivationSettings) -> str:
    """Return what was done: which of the two is analysed."""
    file = settings.prefer == "file"
    return say("the file's are analysed") if file else say("the computed ones are analysed")


def _other_equation(
    target: Target, asked: _Fit, best: _Fit, settings: DerivationSettings, sheet: str
) -> Issue:
    is_far = not asked.check.median_difference <= settings.tolerance
    away = say(
        ", and differ from {equation} by {difference:.1f}",
        equation=asked.equation.short,
        difference=asked.check.median_difference,
    )
    return Issue(
        "warning" if is_far else "info",
        "predicted.equation",
        say(
            "{name} % predicted of the file fit {equation} (median difference "
            "{difference:.1f} points in {total} tests{away}); {used}.",
            name=_name(target),
            equation=best.equation.short,
            difference=best.check.median_difference,
            total=best.check.n,
            away=away,
            used=_used(settings),
        ),
        sheet,
    )


def _no_equation(target: Target, asked: _Fit, settings: DerivationSettings, sheet: str) -> Issue:
    return Issue(
        "warning",
        "predicted.equation",
        say(
            "{name} % predicted of the file differ from {equation} by more than {tolerance:g} "
            "points in {n} of {total} tests and fit no other equation; {used}.",
            name=_name(target),
            equation=asked.equation.short,
            tolerance=settings.tolerance,
            n=int(asked.check.off.sum()),
            total=asked.check.n,
            used=_used(settings),
        ),
        sheet,
    )


def _one(
    study: Study, target: Target, best: _Fit, rows: tuple[int, int], i: int, settings: DerivationSettings
) -> Issue:
    measured, recorded = (study.column("measurements", "AVAL")[row] for row in rows)
    sheet, _, cell = str(study.column("measurements", "SRCREF")[rows[1]]).rpartition("!")
    used = best.equation.group_used(Group(best.check.group[i]))
    by = best.equation.short if used is None else f"{best.equation.short} ({used.words})"
    return Issue(
        "warning",
        "predicted.differs",
        say(
            "{name} {recorded:g} % predicted does not fit {measured:g} {unit}, which is "
            "{expected:.0f} % by {by} (±{tolerance:g} points are allowed for); {used}.",
            name=_name(target),
            recorded=recorded,
            measured=measured,
            unit=study.parameters[target.paramcd].unit,
            expected=best.check.expected[i],
            by=by,
            tolerance=settings.tolerance,
            used=_used(settings),
        ),
        sheet,
        cell,
        str(study.column("measurements", "USUBJID")[rows[1]]),
    )


def _name(target: Target) -> str:
    return BY_CODE[target.paramcd].short
