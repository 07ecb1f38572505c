"""How many patients of each arm met a rule at each visit, with an exact interval and the denominator said."""

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis.endpoints.composites import composite_rules
from sscviewer.analysis.endpoints.progression import (
    change_rules,
    extent_rule,
    known_rules,
    needed,
    progression_rules,
)
from sscviewer.analysis.endpoints.rules import EndpointRule
from sscviewer.analysis.endpoints.visit_table import VisitTable, visit_table
from sscviewer.analysis.estimate import LEVEL
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.analysis.population import Population
from sscviewer.analysis.proportion import CLOPPER_PEARSON, proportion_intervals
from sscviewer.model.arrays import Floats
from sscviewer.model.study import Study

TREATED, OBSERVED = "treated", "observed"
DENOMINATORS = {
    TREATED: "all treated patients; who cannot be judged counts as not meeting the rule",
    OBSERVED: "patients who can be judged at the visit",
}


@dataclass(frozen=True, slots=True)
class ResponderRow:
    """Patients of one arm who met a rule at one visit.

    Attributes
    ----------
    rule, words, kind, paramcd
        Key of the rule; its wording with its limits; response, progression or state; its parameter.
    avisit, avisitn
        Visit and its months since baseline.
    denominator
        "treated" or "observed" (`DENOMINATORS` says what that means).
    n, N
        Patients who met the rule, and the denominator.
    percent, lower, upper
        100 x the proportion with its exact interval; NaN when N is 0.
    notes
        What the rule assumed.
    """

    arm: str
    rule: str
    words: str
    kind: str
    paramcd: str
    avisit: str
    avisitn: float
    denominator: str
    n: int
    N: int
    percent: float
    lower: float
    upper: float
    level: float
    method: str
    notes: tuple[str, ...]


def endpoint_rules(study: Study, settings: EndpointSettings) -> tuple[EndpointRule, ...]:
    """Return every rule about whose parameter the trial has anything."""
    rules = (
        *change_rules(settings),
        *progression_rules(study),
        extent_rule(settings),
        *composite_rules(study, settings),
    )
    return known_rules(study, rules)


def responders(study: Study, who: Population, settings: EndpointSettings) -> tuple[ResponderRow, ...]:
    """Return for each rule, visit and arm how many met it: of all treated, and of those who can be judged.

    Visits at which nobody can be judged are left out.
    """
    rules = endpoint_rules(study, settings)
    treated = [usubjid for usubjid, in_it in zip(study.usubjids, who.treated, strict=True) if in_it]
    table = visit_table(study, needed(rules), treated)
    arms = [(arm, members[who.treated]) for arm, members in who.arms]
    return tuple(
        row
        for rule in rules
        for position, verdicts in _judged(rule, table)
        for arm, members in arms
        for row in _rows(rule, table, position, arm, verdicts[members])
    )


def patients_behind(
    study: Study, who: Population, row: ResponderRow, settings: EndpointSettings
) -> tuple[str, ...]:
    """Return the patients of a row who met its rule, in the order of the trial."""
    rules = [rule for rule in endpoint_rules(study, settings) if rule.code == row.rule]
    members = dict(who.arms)[row.arm] & who.treated
    usubjids = [usubjid for usubjid, in_it in zip(study.usubjids, members, strict=True) if in_it]
    table = visit_table(study, needed(rules), usubjids)
    met = rules[0].verdicts(table)[:, int(np.flatnonzero(table.avisitn == row.avisitn)[0])] == 1
    return tuple(usubjid for usubjid, is_met in zip(usubjids, met, strict=True) if is_met)


def _judged(rule: EndpointRule, table: VisitTable) -> list[tuple[int, Floats]]:
    """Return (visit, verdicts of all patients) where anybody can be judged."""
    verdicts = rule.verdicts(table)
    return [(j, verdicts[:, j]) for j in range(len(table.avisit)) if not np.isnan(verdicts[:, j]).all()]


def _rows(
    rule: EndpointRule, table: VisitTable, position: int, arm: str, verdicts: Floats
) -> list[ResponderRow]:
    met, observed = int((verdicts == 1).sum()), int((~np.isnan(verdicts)).sum())
    counts = (verdicts.size, observed)
    lows, highs = proportion_intervals(np.array([met, met]), np.array(counts))
    found = []
    for denominator, count, lower, upper in zip(DENOMINATORS, counts, lows, highs, strict=True):
        found.append(
            ResponderRow(
                arm=arm,
                rule=rule.code,
                words=rule.words,
                kind=rule.kind,
                paramcd=rule.needs[0],
                avisit=table.avisit[position],
                avisitn=float(table.avisitn[position]),
                denominator=denominator,
                n=met,
                N=count,
                percent=100 * met / count if count else np.nan,
                lower=100 * float(lower),
                upper=100 * float(upper),
                level=LEVEL,
                method=CLOPPER_PEARSON,
                notes=rule.notes,
            )
        )
    return found


def responder_entry(row: ResponderRow) -> dict[str, object]:
    """Return a row as `analyse --json` has it."""
    return {
        "arm": row.arm,
        "rule": row.rule,
        "words": row.words,
        "kind": row.kind,
        "PARAMCD": row.paramcd,
        "AVISIT": row.avisit,
        "AVISITN": row.avisitn,
        "denominator": row.denominator,
        "denominator_rule": DENOMINATORS[row.denominator],
        "n": row.n,
        "N": row.N,
        "percent": row.percent,
        "lower": row.lower,
        "upper": row.upper,
        "level": row.level,
        "confidence_interval": row.method,
        "notes": list(row.notes),
    }
