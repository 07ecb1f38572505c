"""Progression of lung disease and response of single endpoints, per patient and visit."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from sscviewer.analysis.endpoints.rules import EndpointRule
from sscviewer.analysis.endpoints.visit_table import VisitTable
from sscviewer.analysis.number_words import join_words
from sscviewer.analysis.plan.responses import EndpointSettings, OwnRule
from sscviewer.clinical.change import absolute_change, judge_change, relative_change
from sscviewer.clinical.progression import (
    PPF_DLCO,
    PPF_FVC,
    annual_fall,
    classify_extent,
    judge_inbuild,
    judge_omeract,
    judge_ppf_physiology,
    judge_relief,
    judge_uild,
    place_in_band,
)
from sscviewer.clinical.verdicts import at_least
from sscviewer.model.arrays import Floats
from sscviewer.model.endpoint_cards import CARDS, ChangeLimit, card_of
from sscviewer.model.parameters import BY_CARD, PREDICTED
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from sscviewer.model.study import Study

FVC, DLCO, CORRECTED = "FVCPP", "DLCOPP", "DLCOHBPP"
HRCT = "HRCTEXT"

PPF_MONTHS, INBUILD_MONTHS = 12.0, 24.0
"""What must happen within some time is judged at visits planned up to then; later ones are left open."""
MONTHS_PER_YEAR = 12.0
WITHIN_A_TIME = ("PPF", "INBUILD", "RELIEF", "UILD")
"""Rules that ask how long after the baseline a fall was seen."""

_CORRECTED_NOTE = say("DLCO is corrected for haemoglobin by this program (DLCOHBPP).")
_DLCO_NOTE = say("DLCO is taken as recorded; whether it is corrected for haemoglobin is not known.")


def known_rules(study: Study, rules: Collection[EndpointRule]) -> tuple[EndpointRule, ...]:
    """Return the rules whose first parameter the trial has: the others say nothing about it."""
    return tuple(rule for rule in rules if rule.needs[0] in study.parameters)


def needed(rules: Collection[EndpointRule]) -> tuple[str, ...]:
    """Return the parameters that some rules need."""
    return tuple(dict.fromkeys(paramcd for rule in rules for paramcd in rule.needs))


def progression_rules(study: Study) -> tuple[EndpointRule, ...]:
    """Return the published definitions of progression of ILD, each against baseline.

    PPF looks at DLCO corrected for haemoglobin where the trial has it. Without a time between the visits
    those that ask within what time are left out.
    """
    corrected = CORRECTED if CORRECTED in study.parameters else DLCO
    rules = (
        EndpointRule(
            "OMERACT",
            say(
                "Progression by OMERACT: FVC % predicted lower by 10 % or more, or by 5 to < 10 % "
                "and DLCO % predicted by 15 % or more (relative)"
            ),
            "progression",
            (FVC, DLCO),
            lambda t: judge_omeract(t.base(FVC), t.aval(FVC), t.base(DLCO), t.aval(DLCO)),
        ),
        EndpointRule(
            "PPF",
            say(
                "Physiological criterion of PPF 2022: FVC lower by {ppf_fvc:g} points of % predicted "
                "or more, or DLCO by {ppf_dlco:g} or more, within a year (absolute)",
                ppf_fvc=PPF_FVC,
                ppf_dlco=PPF_DLCO,
            ),
            "progression",
            (FVC, corrected),
            lambda t: (
                _up_to(PPF_MONTHS, t)
                * judge_ppf_physiology(t.base(FVC), t.aval(FVC), t.base(corrected), t.aval(corrected))
            ),
            notes=(
                _CORRECTED_NOTE if corrected == CORRECTED else _DLCO_NOTE,
                say("One of three criteria, of which two are needed; visits after a year are left open."),
            ),
        ),
        EndpointRule(
            "INBUILD",
            say("FVC part of INBUILD: FVC % predicted lower by 10 % or more (relative) within 24 months"),
            "progression",
            (FVC,),
            lambda t: _up_to(INBUILD_MONTHS, t) * judge_inbuild(t.base(FVC), t.aval(FVC), 0.0, 0.0),
            notes=(
                say(
                    "Symptoms and fibrosis on HRCT, which count with a fall of 5 to < 10 %, are not in "
                    "the file."
                ),
            ),
        ),
        EndpointRule(
            "RELIEF",
            say("Progression by RELIEF: FVC lower by 5 points of % predicted a year or more (absolute)"),
            "progression",
            (FVC,),
            lambda t: judge_relief(t.base(FVC), t.aval(FVC), t.years(FVC)),
            lambda t: annual_fall(t.base(FVC), t.aval(FVC), t.years(FVC)),
            notes=(say("Annualised over the days between the two tests; early visits say little."),),
        ),
        EndpointRule(
            "UILD",
            say("FVC lower by more than 5 points of % predicted within six months (absolute)"),
            "progression",
            (FVC,),
            lambda t: judge_uild(t.base(FVC), t.aval(FVC), t.avisitn / MONTHS_PER_YEAR),
        ),
    )
    return tuple(rule for rule in rules if not (study.visit_order and rule.code in WITHIN_A_TIME))


def change_rules(settings: EndpointSettings) -> tuple[EndpointRule, ...]:
    """Return the limits of every endpoint's card as the user wants them, and the user's own."""
    limits = (settings.limit(limit) for card in CARDS.values() for limit in card.limits)
    return (*(_change(limit) for limit in limits), *(_own(rule) for rule in settings.own))


def extent_rule(settings: EndpointSettings) -> EndpointRule:
    """Return whether lung disease is extensive, by HRCT and FVC of the same visit."""
    low, high = settings.indeterminate or (20.0, 20.0)
    return EndpointRule(
        "EXTENSIVE",
        f"Extensive lung disease (Goh): more than {high:g} % on HRCT, or {low:g}–{high:g} % and FVC < 70 %",
        "state",
        (HRCT, FVC),
        lambda t: _extensive(t, settings.indeterminate),
    )


def _extensive(table: VisitTable, indeterminate: tuple[float, float] | None) -> Floats:
    words = classify_extent(table.aval(HRCT), table.aval(FVC), indeterminate)
    return np.where(words == "", np.nan, (words == "EXTENSIVE").astype(np.float64))


def _up_to(months: float, table: VisitTable) -> npt.NDArray[np.float64]:
    """Return 1 for visits planned up to so many months, NaN for later ones; (v,)."""
    return np.where(table.avisitn <= months, 1.0, np.nan)


def _change(limit: ChangeLimit) -> EndpointRule:
    """Return the rule of a card's limit; a value that is itself a change is judged as it stands."""
    paramcd, card = limit.paramcd, card_of(limit.paramcd)
    amount = (limit.sign, limit.points, limit.percent, limit.is_exceeded)
    if card.is_change:
        sign, beyond = ("+", "above") if limit.sign > 0 else ("−", "below")
        words = f"{card.called} {sign}{limit.points:g} or {beyond}"
        return EndpointRule(
            limit.key, words, "state", (paramcd,), lambda t: judge_change(0.0, t.aval(paramcd), *amount)
        )
    return EndpointRule(
        limit.key,
        limit_words(limit),
        "response" if limit.way == "better" else "progression",
        (paramcd,),
        lambda t: judge_change(t.base(paramcd), t.aval(paramcd), *amount),
        explain=_against(paramcd, limit.sign, limit.estimates) if limit.estimates else None,
    )


def limit_words(limit: ChangeLimit) -> str:
    """Return "HAQ-DI lower by 0.125 points or more (absolute)"."""
    parameter, called = BY_CARD[limit.paramcd], card_of(limit.paramcd).called
    is_points = parameter.unit == PREDICTED or parameter.is_scale
    unit = say(" points") if is_points else parameter.after
    by = []
    if limit.points is not None:
        exceeded = say("more than {points:g}{unit}", points=limit.points, unit=unit)
        reached = say("{points:g}{unit} or more", points=limit.points, unit=unit)
        by.append(exceeded if limit.is_exceeded else reached)
    if limit.percent is not None:
        by.append(say("{share:g} % or more", share=limit.percent))
    kind = "" if len(by) > 1 else say(" (relative)") if limit.points is None else say(" (absolute)")
    return say(
        "{what} {way} by {size}{kind}",
        what=called,
        way=say("higher") if limit.sign > 0 else say("lower"),
        size=join_words(by),
        kind=kind,
    )


def _own(own: OwnRule) -> EndpointRule:
    change = relative_change if own.is_relative else absolute_change
    return EndpointRule(
        own.code,
        own.words,
        "response",
        (own.paramcd,),
        lambda t: at_least(own.sign * change(t.base(own.paramcd), t.aval(own.paramcd)), own.limit),
    )


def _against(
    paramcd: str, sign: int, band: tuple[float, float]
) -> Callable[[VisitTable, int, int], tuple[str, ...]]:
    """Return what says where a change lies against the published estimates of what matters."""
    low, high = band
    words = ("below", "among", "at or above")

    def explain(table: VisitTable, i: int, j: int) -> tuple[str, ...]:
        values = table.aval(paramcd)[i]
        place = float(place_in_band(sign * (values[j] - values[0]), band))
        if np.isnan(place):
            return ()
        where = words[int(place)]
        return (
            say(
                "The change is {where} the published least changes that matter, {low:g} to {high:g}.",
                where=where,
                low=low,
                high=high,
            ),
        )

    return explain
