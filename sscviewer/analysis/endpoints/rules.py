"""A rule about an endpoint, and its verdict on one patient at one visit with everything that led to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from sscviewer.analysis.analysed_values import BASELINE
from sscviewer.clinical.change import relative_change
from sscviewer.model.arrays import Floats

if TYPE_CHECKING:
    from sscviewer.analysis.endpoints.visit_table import VisitTable
    from sscviewer.model.study import Study

Kind = Literal["response", "progression", "state"]


@dataclass(frozen=True, slots=True)
class EndpointRule:
    """One definition.

    Attributes
    ----------
    code, words
        Key of the rule; what it says, with its limits, for people.
    kind
        Response and progression compare a visit with baseline; a state holds at the visit itself.
    needs
        PARAMCDs, the one the rule is about first.
    judge
        Table -> (n, v) verdicts: 1, 0, NaN (`clinical.verdicts`).
    score
        Table -> (n, v) index behind the verdict; None when there is none.
    notes
        What was assumed, in sentences.
    explain
        (usubjid, visit position) -> further inputs or missing ones of one patient, in words.
    """

    code: str
    words: str
    kind: Kind
    needs: tuple[str, ...]
    judge: Callable[[VisitTable], Floats]
    score: Callable[[VisitTable], Floats] | None = None
    notes: tuple[str, ...] = ()
    explain: Callable[[VisitTable, int, int], tuple[str, ...]] | None = None

    def verdicts(self, table: VisitTable) -> Floats:
        """Return the verdicts, (n, v); NaN at baseline for a rule about change.

        After an event that counts as failure there is no response, and there is a progression.
        """
        found = np.broadcast_to(self.judge(table), table.shape).copy()
        if self.kind != "state":
            found[table.failed] = 1.0 if self.kind == "progression" else 0.0
            found[:, 0] = np.nan
        return found


@dataclass(frozen=True, slots=True)
class Input:
    """What a rule looked at: a parameter at baseline and at the visit, with their cells.

    `base` and `value` are NaN and their cells "" when missing; `relative` is the change in %.
    """

    paramcd: str
    label: str
    base: float
    value: float
    change: float
    relative: float
    base_srcref: str
    srcref: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict of a rule on one patient at one visit.

    Attributes
    ----------
    met
        True, False, or None where it cannot be told.
    score
        The index behind it; NaN when there is none.
    inputs
        Every parameter the rule needs.
    missing
        Inputs that are not there, in words ("DLCO at Month 6"); the verdict may stand without them.
    notes
        Assumptions, and what else was looked at.
    """

    usubjid: str
    rule: str
    words: str
    kind: Kind
    avisit: str
    avisitn: float
    met: bool | None
    score: float
    inputs: tuple[Input, ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]


def judge_table(study: Study, rules: tuple[EndpointRule, ...], table: VisitTable) -> tuple[Judgement, ...]:
    """Return the judgements of rules on a table's patients, at visits at which anything needed is there."""
    found: list[Judgement] = []
    for rule in rules:
        verdicts = rule.verdicts(table)
        scores = np.full(table.shape, np.nan) if rule.score is None else rule.score(table)
        first = 0 if rule.kind == "state" else 1
        for i in range(len(table.usubjids)):
            for j in range(first, len(table.avisit)):
                inputs = tuple(_input(study, table, paramcd, i, j) for paramcd in rule.needs)
                if any(not np.isnan(one.value) for one in inputs):
                    found.append(_judgement(rule, table, (i, j), verdicts, scores, inputs))
    return tuple(found)


def _judgement(
    rule: EndpointRule,
    table: VisitTable,
    at: tuple[int, int],
    verdicts: Floats,
    scores: Floats,
    inputs: tuple[Input, ...],
) -> Judgement:
    verdict = float(verdicts[at])
    visit = table.avisit[at[1]]
    return Judgement(
        usubjid=table.usubjids[at[0]],
        rule=rule.code,
        words=rule.words,
        kind=rule.kind,
        avisit=visit,
        avisitn=float(table.avisitn[at[1]]),
        met=None if np.isnan(verdict) else bool(verdict),
        score=float(scores[at]),
        inputs=inputs,
        missing=tuple(text for one in inputs for text in _missing(one, visit, rule.kind)),
        notes=(*rule.notes, *(rule.explain(table, *at) if rule.explain else ())),
    )


def _input(study: Study, table: VisitTable, paramcd: str, i: int, j: int) -> Input:
    values = table.aval(paramcd)
    cells = (
        table.tables[paramcd].srcref if paramcd in table.tables else np.full(table.shape, "", dtype=object)
    )
    base, value = float(values[i, 0]), float(values[i, j])
    label = study.parameters[paramcd].short if paramcd in study.parameters else paramcd
    return Input(
        paramcd,
        label,
        base,
        value,
        value - base,
        float(relative_change(base, value)),
        str(cells[i, 0]),
        str(cells[i, j]),
    )


def _missing(one: Input, visit: str, kind: Kind) -> list[str]:
    found = [f"{one.label} at baseline"] if np.isnan(one.base) and kind != "state" else []
    when = "baseline" if visit == BASELINE else visit
    return [*found, *([f"{one.label} at {when}"] if np.isnan(one.value) else [])]
