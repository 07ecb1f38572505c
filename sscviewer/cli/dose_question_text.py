"""The dose question in `sscviewer analyse`: as the JSON block of the contract, and as text."""

from dataclasses import asdict
from typing import Any

import numpy as np

from sscviewer.analysis.dose_question.benefit import Benefit
from sscviewer.analysis.dose_question.dose_hazard import DoseHazardFit
from sscviewer.analysis.dose_question.dose_question import DoseQuestion
from sscviewer.analysis.dose_question.dose_table import DoseRow
from sscviewer.analysis.dose_question.naive import (
    ANDERSEN_GILL_REASON,
    ARRIVAL_REASON,
    CRUDE_REASON,
    Naive,
)
from sscviewer.analysis.dose_question.person_weeks import WEEK_DAYS
from sscviewer.analysis.dose_question.titration import NO_LIMITING, Titration
from sscviewer.analysis.dose_question.tolerance import Tolerance
from sscviewer.analysis.dose_question.words import BY_MODEL, DAYS_WORDS, duration_words, rows_words
from sscviewer.analysis.survival.survival import KaplanMeier
from sscviewer.model.rounding import rounded

QUARTERS = 4
WHY_NOT = "Why not simply the rate per dose?"


def dose_question_json(asked: DoseQuestion) -> dict[str, Any]:
    """Return the block `dose_question`; without a dose log every list is empty."""
    found = asked.titration
    known = found.limiting_known
    return {
        "not_in_file": found.not_in_file or (None if known else NO_LIMITING),
        "drug": found.drug,
        "duration_weeks": found.duration_weeks,
        "n": found.n,
        "doses": [_dose_entry(row, found) for row in found.rows],
        "regimen": _regimen(found),
        "individual": [
            {
                "USUBJID": one.usubjid,
                "tolerated": one.tolerated,
                "failed": one.failed,
                "tolerated_later": list(one.tolerated_later),
            }
            for one in found.intervals
        ],
        "highest_kept": [asdict(point) for point in found.kept_curve],
        "hazard": _hazard(asked.tolerance.fit) if known else None,
        "hazard_without_time": _hazard(asked.tolerance.without_time),
        "hazard_first_only": _hazard(asked.tolerance.first_only),
        "schedule": [{"dose": dose, "weeks": weeks} for dose, weeks in found.schedule.steps],
        "tolerates_to_end": _shares(asked.tolerance),
        "benefit": [entry for one in asked.benefits for entry in _benefit(one)],
        "benefit_per_dose": [
            {
                "PARAMCD": one.paramcd,
                "model": one.model,
                "per": found.rules.per_dose,
                **_numbers(one.per_dose),
            }
            for one in asked.benefits
            if one.per_dose is not None
        ],
        "benefit_notes": [
            {"PARAMCD": one.paramcd, "model": one.model, "note": note}
            for one in asked.benefits
            for note in one.notes
        ],
        "events": [asdict(one) for one in asked.events.events],
        "stops_by_relation": [
            {"relation": relation or None, "patients": n} for relation, n in asked.events.stops
        ],
        "why_not_simply": _naive(asked.naive),
        "rules": asdict(found.rules),
        "sentences": list(asked.sentences),
    }


def dose_question_lines(asked: DoseQuestion) -> list[str]:
    """Return the answer as lines of text, the easy numbers last."""
    found = asked.titration
    lines = ["", "Which dose is tolerated?"]
    if found.n:
        lines[1] += f" ({found.n} patients; planned duration {duration_words(found.duration_weeks)})"
    if found.limiting_known:
        lines += [f"  {rows_words(row, found.unit)}" for row in found.rows]
        lines += [f"  {DAYS_WORDS}"] if found.rows else []
    lines += [f"  {sentence}" for sentence in asked.sentences]
    lines += [
        f"  {one.paramcd} {BY_MODEL[one.model]}: {note}"
        for one in asked.benefits
        if one.fit is not None  # else the sentence says why
        for note in one.notes
    ]
    ratio = asked.naive.andersen_gill
    if not asked.naive.crude or ratio is None:
        return lines
    lines += ["", WHY_NOT, f"  {CRUDE_REASON}"]
    lines += [
        f"    {one.dose:g} {found.unit}: {one.events} in {one.weeks} person-weeks, "
        f"{rounded(one.per_year, 2)} a year ({rounded(one.lower, 2)} to {rounded(one.upper, 2)})"
        for one in asked.naive.crude
    ]
    lines.append(f"  {ANDERSEN_GILL_REASON}")
    if ratio.result is not None:
        one = ratio.result
        lines.append(
            f"    Here it would have said: rate ratio per {ratio.per_dose:g} {found.unit} "
            f"{rounded(one.ratio, 2)} ({rounded(one.lower, 2)} to {rounded(one.upper, 2)})"
        )
    return lines


def _dose_entry(row: DoseRow, found: Titration) -> dict[str, Any]:
    known = found.limiting_known
    return {
        "dose": row.dose,
        "unit": f"{found.unit}/day",
        "reached": len(row.reached),
        "patient_days": row.patient_days,
        "limiting_patients": len(row.limited) if known else None,
        "limiting_events": row.events if known else None,
        "limiting_share": _share(row.limited_share) if known else None,
        "kept_to_end": len(row.kept) if known else None,
        "kept_share": _share(row.kept_share) if known else None,
        "from_arrival": _from_arrival(row, found) if known else [],
    }


def _share(share: Any) -> dict[str, float]:
    return {"estimate": share.share, "lower": share.lower, "upper": share.upper, "n": share.n}


def _from_arrival(row: DoseRow, found: Titration) -> list[dict[str, Any]]:
    """Return the share without an event so many weeks after arrival, no longer than somebody stayed."""
    longest = max((stay.days for stay in row.arrivals), default=0)
    weeks = [week for week in found.rules.arrival_weeks if WEEK_DAYS * week <= longest]
    return [
        {"weeks": week, **point}
        for week, point in zip(weeks, _points(row.since_arrival, [WEEK_DAYS * w for w in weeks]), strict=True)
    ]


def _regimen(found: Titration) -> list[dict[str, Any]]:
    if found.regimen is None:
        return []
    days = [round(found.duration_days * k / QUARTERS) for k in range(1, QUARTERS + 1)]
    points = _points(found.regimen, days)
    return [{"days": day, **point} for day, point in zip(days, points, strict=True)]


def _points(curve: KaplanMeier, days: list[int]) -> list[dict[str, Any]]:
    value, lower, upper = curve.curve.at(np.array(days))
    at_risk = curve.at_risk_at(np.array(days))
    columns = zip(value.tolist(), lower.tolist(), upper.tolist(), at_risk.tolist(), strict=True)
    return [
        {"estimate": estimate, "lower": low, "upper": high, "at_risk": int(n)}
        for estimate, low, high, n in columns
    ]


def _hazard(fit: DoseHazardFit | None) -> dict[str, Any] | None:
    if fit is None:
        return None
    rows = fit.coefficients
    out: dict[str, Any] = dict(zip(rows.index, fit.beta.tolist(), strict=True))
    out |= {
        "patient_sd": fit.patient_sd,
        "log_dose_lower": float(rows["lower"].to_numpy()[1]),
        "log_dose_upper": float(rows["upper"].to_numpy()[1]),
        "n_patients": fit.n_subjects,
        "n_weeks": fit.n_weeks,
        "n_events": fit.n_events,
        "reference_dose": fit.reference_dose,
        "reference_week": fit.reference_week,
        "warnings": list(fit.warnings),
    }
    return out


def _shares(answer: Tolerance) -> list[dict[str, Any]]:
    keys = ("estimate", "lower", "upper")
    return [
        {
            "dose": one.dose,
            "estimate": one.estimate,
            "lower": one.lower,
            "upper": one.upper,
            "weeks": one.weeks,
            "events": one.events,
            "seen": one.seen,
            "without_time": one.without_time and dict(zip(keys, one.without_time, strict=True)),
            "first_only": one.first_only and dict(zip(keys, one.first_only, strict=True)),
            "rests_on_time": one.rests_on_time,
        }
        for one in answer.shares
    ]


def _benefit(one: Benefit) -> list[dict[str, Any]]:
    return [
        {"PARAMCD": one.paramcd, "dose": dose, "model": one.model, **_numbers(change)}
        for dose, change in one.changes
    ]


def _numbers(value: Any) -> dict[str, float]:
    return {name: getattr(value, name) for name in ("estimate", "se", "df", "lower", "upper")}


def _naive(naive: Naive) -> dict[str, Any]:
    ratio = None if naive.andersen_gill is None else asdict(naive.andersen_gill)
    if ratio is not None and ratio["result"] is not None:
        del ratio["result"][
            "p_value"
        ]  # small in the wrong direction where dose does not matter: see the reasons
    return {
        "crude": [asdict(one) for one in naive.crude],
        "andersen_gill": ratio,
        "reasons": {"crude": CRUDE_REASON, "andersen_gill": ANDERSEN_GILL_REASON, "arrival": ARRIVAL_REASON},
    }
