"""How many patients of each arm met a rule at each visit, with an exact interval and the denominator said."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from sscviewer.analysis.due import due_at
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
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.analysis.population import Population
from sscviewer.analysis.proportion import CLOPPER_PEARSON, proportion_intervals
from sscviewer.model.arrays import Bools, Floats
from sscviewer.model.counted import counted
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

TREATED, WORST, OBSERVED = "treated", "worst case", "observed"
DENOMINATORS = {
    TREATED: say("patients whose visit was due; who cannot be judged counts as not meeting the rule"),
    WORST: say("patients whose visit was due; who cannot be judged counts as having progressed"),
    OBSERVED: say("patients who can be judged at the visit"),
}
"""For a response the first is the cautious count; for a progression it is the best case, and the second,
which only progressions have, the worst. The truth lies between them. **Source**: ICH E9 5.3, E9(R1) A.5."""
ONE_SIDED = "Without {names} only who met the rule can be judged: there is no share of those seen."


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
        One of `DENOMINATORS`, which says what that means.
    n, N
        Patients who met the rule (in the worst case with those who cannot be judged), and the denominator.
    not_judged, not_due
        Patients whose visit was due and who cannot be judged; those whose visit is still to come, who are
        in no denominator.
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
    not_judged: int
    not_due: int
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


def responders(
    study: Study, who: Population, settings: EndpointSettings, cut_off: date | None, *, level: float
) -> tuple[ResponderRow, ...]:
    """Return for each rule, visit and arm how many met it, by every denominator.

    Visits at which nobody can be judged are left out.

    Parameters
    ----------
    cut_off
        Last day of data; None for the last date of the file. Visits not due by then are not missing.
    """
    rules = endpoint_rules(study, settings)
    treated = [usubjid for usubjid, in_it in zip(study.usubjids, who.treated, strict=True) if in_it]
    table = visit_table(study, needed(rules), treated)
    arms = [(arm, members[who.treated]) for arm, members in who.arms]
    due = [due_at(study, treated, float(months), cut_off) for months in table.avisitn]
    return tuple(
        row
        for rule in rules
        for position, verdicts in _judged(rule, table)
        for arm, members in arms
        for row in _rows(rule, table, position, arm, verdicts[members], due[position][members], level)
    )


def patients_behind(
    study: Study,
    who: Population,
    row: ResponderRow,
    settings: EndpointSettings,
    cut_off: date | None,
) -> tuple[str, ...]:
    """Return the patients a row counts, in the order of the trial."""
    rules = [rule for rule in endpoint_rules(study, settings) if rule.code == row.rule]
    members = dict(who.arms)[row.arm] & who.treated
    usubjids = [usubjid for usubjid, in_it in zip(study.usubjids, members, strict=True) if in_it]
    table = visit_table(study, needed(rules), usubjids)
    verdicts = rules[0].verdicts(table)[:, int(np.flatnonzero(table.avisitn == row.avisitn)[0])]
    counted = (verdicts == 1) & (row.N > 0)
    if row.denominator == WORST:
        counted |= np.isnan(verdicts) & due_at(study, usubjids, row.avisitn, cut_off)
    return tuple(usubjid for usubjid, is_in in zip(usubjids, counted, strict=True) if is_in)


def _judged(rule: EndpointRule, table: VisitTable) -> list[tuple[int, Floats]]:
    """Return (visit, verdicts of all patients) where anybody can be judged."""
    verdicts = rule.verdicts(table)
    return [(j, verdicts[:, j]) for j in range(len(table.avisit)) if not np.isnan(verdicts[:, j]).all()]


def _rows(
    rule: EndpointRule, table: VisitTable, position: int, arm: str, verdicts: Floats, due: Bools, level: float
) -> list[ResponderRow]:
    is_judged = ~np.isnan(verdicts)
    met, observed = int((verdicts == 1).sum()), int(is_judged.sum())
    not_judged, not_due = int((due & ~is_judged).sum()), int((~due & ~is_judged).sum())
    counts = {
        TREATED: (met, observed + not_judged),
        WORST: (met + not_judged, observed + not_judged),
        OBSERVED: (met, observed),
    }
    if rule.kind != "progression":
        del counts[WORST]
    notes = (*rule.notes, *_class_notes(not_judged, not_due))
    if met == observed and (lacking := _lacking(rule, table, position)) and not is_judged.all():
        counts[OBSERVED] = (0, 0)
        notes = (*notes, ONE_SIDED.format(names=lacking))
    numbers, of = np.array(list(counts.values())).T
    lows, highs = proportion_intervals(numbers, of, level, CLOPPER_PEARSON)
    return [
        ResponderRow(
            arm=arm,
            rule=rule.code,
            words=rule.words,
            kind=rule.kind,
            paramcd=rule.needs[0],
            avisit=table.avisit[position],
            avisitn=float(table.avisitn[position]),
            denominator=denominator,
            n=n,
            N=count,
            not_judged=not_judged,
            not_due=not_due,
            percent=100 * n / count if count else np.nan,
            lower=100 * float(lower),
            upper=100 * float(upper),
            level=level,
            method=CLOPPER_PEARSON,
            notes=notes,
        )
        for (denominator, (n, count)), lower, upper in zip(counts.items(), lows, highs, strict=True)
    ]


def _lacking(rule: EndpointRule, table: VisitTable, position: int) -> str:
    """Return the parameters of a rule of which nobody has a value at a visit; "" when there are none."""
    lacking = (code for code in rule.needs if np.isnan(table.aval(code)[:, position]).all())
    return " and ".join(BY_CODE[code].short if code in BY_CODE else code for code in lacking)


def _class_notes(not_judged: int, not_due: int) -> tuple[str, ...]:
    """Return who is not among those seen: cannot be judged for good, or is still to come."""
    missing = (
        (say("{patient} cannot be judged at this visit.", patient=counted(not_judged, "patient")),)
        if not_judged
        else ()
    )
    if not not_due:
        return missing
    return (
        *missing,
        say(
            "{patients} not yet due and in no denominator.",
            patients=counted(not_due, "patient is", "patients are"),
        ),
    )


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
        "not_judged": row.not_judged,
        "not_yet_due": row.not_due,
        "percent": row.percent,
        "lower": row.lower,
        "upper": row.upper,
        "level": row.level,
        "confidence_interval": row.method,
        "notes": list(row.notes),
    }
