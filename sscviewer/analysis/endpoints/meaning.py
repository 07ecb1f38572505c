"""What one patient's numbers mean: each rule of progression and response at each visit, with its inputs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from sscviewer.analysis import number_words
from sscviewer.analysis.endpoints.composites import composite_rules
from sscviewer.analysis.endpoints.haq_index import haq_indices
from sscviewer.analysis.endpoints.progression import (
    change_rules,
    extent_rule,
    known_rules,
    needed,
    progression_rules,
)
from sscviewer.analysis.endpoints.rules import Input, Judgement, judge_table
from sscviewer.analysis.endpoints.skin_map import skin_maps
from sscviewer.analysis.endpoints.visit_table import visit_table
from sscviewer.analysis.patient.patient_header import number, signed
from sscviewer.analysis.plan.responses import EndpointSettings
from sscviewer.model.endpoint_cards import LIMITS
from sscviewer.model.study import Study

NAMES = {
    "OMERACT": "Progression, OMERACT",
    "PPF": "PPF 2022, physiology",
    "INBUILD": "INBUILD, FVC part",
    "RELIEF": "Progression, RELIEF",
    "UILD": "Unclassifiable ILD, FVC",
    "EXTENSIVE": "Extensive disease (Goh)",
    "CRISS": "ACR-CRISS",
    "EUSTAR": "EUSTAR activity",
}
"""Short names of published definitions, for a line; limits of a card have theirs there."""

SCORED = ("CRISS", "EUSTAR")
"""Rules whose index is told beside the verdict."""

KINDS = {"progression": "Progression", "response": "Response", "state": "State"}


@dataclass(frozen=True, slots=True)
class Line:
    """One rule at one visit.

    Attributes
    ----------
    code, name, kind
        Key of the rule, its short name, and "Progression", "Response" or "State".
    met
        True, False, or None where it cannot be told.
    verdict
        "yes", "no", "not known" (something is missing) or "not judged" (the rule says nothing at this visit),
        with the index of a composite.
    words
        What the rule says, with its limits.
    inputs
        Each input in words and the cells it is from: ("FVC, % predicted 65.2 → 58.1: −7.1 (−10.9 %)", cells).
    missing, notes
        In words.
    """

    code: str
    name: str
    kind: str
    met: bool | None
    verdict: str
    words: str
    inputs: tuple[tuple[str, tuple[str, ...]], ...]
    missing: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VisitMeaning:
    """One visit.

    Attributes
    ----------
    scores
        How the skin score and the HAQ-DI of the visit came about, in words.
    lines
        The rules, progression first.
    """

    avisit: str
    avisitn: float
    scores: tuple[str, ...]
    lines: tuple[Line, ...]


def patient_meaning(study: Study, usubjid: str, settings: EndpointSettings) -> tuple[VisitMeaning, ...]:
    """Return every visit of a patient at which a rule has anything to judge, in time order."""
    rules = known_rules(
        study,
        (
            *progression_rules(study),
            *composite_rules(study, settings),
            *change_rules(settings),
            extent_rule(settings),
        ),
    )
    found = judge_table(study, rules, visit_table(study, needed(rules), (usubjid,)))
    scores = _scores(study, usubjid, settings)
    visits = dict.fromkeys(sorted((one.avisitn, one.avisit) for one in found))
    order = list(KINDS.values())
    return tuple(
        VisitMeaning(
            name,
            months,
            tuple(scores.get(months, ())),
            tuple(
                sorted(
                    (_line(study, one) for one in found if one.avisitn == months),
                    key=lambda line: order.index(line.kind),
                )
            ),
        )
        for months, name in visits
    )


def rule_name(code: str, words: str) -> str:
    """Return the short name of a rule."""
    if code in LIMITS:
        return LIMITS[code].name
    if code in NAMES:
        return NAMES[code]
    return code.replace("CRISS", "Revised CRISS ") if "CRISS" in code else words.partition(" (")[0]


def _line(study: Study, one: Judgement) -> Line:
    unknown = "not known" if one.missing else "not judged"
    verdict = unknown if one.met is None else "yes" if one.met else "no"
    if one.rule in SCORED and not np.isnan(one.score):
        verdict += f" ({one.score:.2f})"
    return Line(
        one.rule,
        rule_name(one.rule, one.words),
        KINDS[one.kind],
        one.met,
        verdict,
        one.words,
        tuple((_input_words(study, each), _cells(each)) for each in one.inputs if not np.isnan(each.value)),
        one.missing,
        one.notes,
    )


def _input_words(study: Study, one: Input) -> str:
    parameter = study.parameters[one.paramcd]
    name, value = parameter.axis_label, number(one.value, parameter)
    if np.isnan(one.base):
        return f"{name} {value}"
    change = signed(one.change, parameter)
    relative = "" if np.isnan(one.relative) else f" ({number_words.signed(one.relative, 1)} %)"
    return f"{name} {number(one.base, parameter)} → {value}: {change}{relative}"


def _cells(one: Input) -> tuple[str, ...]:
    return tuple(dict.fromkeys(cell for cell in (one.base_srcref, one.srcref) if cell))


def _scores(study: Study, usubjid: str, settings: EndpointSettings) -> dict[float, list[str]]:
    """Return how skin score and HAQ-DI came about, by months."""
    words: dict[float, list[str]] = {}
    for skin in skin_maps(study, usubjid, settings.most_missing_sites):
        gaps = f"; not assessed: {', '.join(skin.missing)}" if skin.missing else ""
        words.setdefault(skin.avisitn, []).append(f"Sum of the skin sites: {skin.total_words}{gaps}")
    for haq in haq_indices(study, (usubjid,), settings):
        words.setdefault(haq.avisitn, []).append(f"HAQ-DI: {haq.words}")
    return words
