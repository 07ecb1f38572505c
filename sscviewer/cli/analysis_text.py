"""The results of `sscviewer analyse`: as JSON (the contract with other programs) and as a page of text."""

import math
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from sscviewer.analysis.arms.comparisons import ONE_ARM
from sscviewer.analysis.dose.exposure import NO_PLAN, ExposureRow
from sscviewer.analysis.efficacy.course import Course
from sscviewer.analysis.efficacy.course_entries import course_entries
from sscviewer.analysis.efficacy.shifts import shift_entry
from sscviewer.analysis.efficacy.visit_windows import window_entry
from sscviewer.analysis.endpoints.responders import responder_entry
from sscviewer.analysis.endpoints.time_to_progression import progression_entry
from sscviewer.analysis.enrolment.demographics import LevelRow, NumberRow
from sscviewer.analysis.estimate import Estimate
from sscviewer.analysis.guarded import attempted, attempted_or, failure
from sscviewer.analysis.labs.laboratory import laboratory_entry, liver_entry
from sscviewer.analysis.number_words import join_words, p_words, period_words
from sscviewer.analysis.plan.plan_file import plan_json
from sscviewer.analysis.population import ALL, Population
from sscviewer.analysis.results import Analysis
from sscviewer.analysis.sentences.sentences_who import counted_sentences
from sscviewer.cli.arm_changes_text import ancova_json, change_lines, subgroups_json
from sscviewer.cli.arm_times_text import arm_time_lines, arm_times_json, win_ratio_json
from sscviewer.cli.cohort_text import (
    dose_changes_json,
    lanes_json,
    last_changes_json,
    observed_means_json,
)
from sscviewer.cli.comparison_text import comparisons_json, share_lines, without_comparisons
from sscviewer.cli.dose_question_text import dose_question_json, dose_question_lines
from sscviewer.cli.dose_text import dose_lines
from sscviewer.cli.doubt_text import diagnostics_json, tipping_json
from sscviewer.cli.events_text import event_lines, events_json
from sscviewer.cli.lab_visits_text import lab_visits_json
from sscviewer.cli.laboratory_text import laboratory_lines
from sscviewer.cli.one_arm_text import distribution_json, one_arm_entry, one_arm_lines
from sscviewer.cli.rates_text import rate_lines, rates_json
from sscviewer.cli.responder_text import progression_lines, responder_lines
from sscviewer.cli.sensitivity_text import NO_PRIMARY, sensitivity_json
from sscviewer.cli.time_text import comparison_lines, time_json, time_lines
from sscviewer.model.load_report import SCHEMA, Source, source_json
from sscviewer.model.rounding import rounded
from sscviewer.model.told_reason import told_reason

_BLOCKS: dict[str, Callable[[Analysis], Any]] = {
    "population": lambda found: _population(found),
    "demographics": lambda found: [asdict(row) for row in found.demographics],
    "disposition": lambda found: [asdict(row) for row in found.disposition],
    "exposure": lambda found: [asdict(row) for row in found.exposure],
    "dose_changes": lambda found: dose_changes_json(found.dose_changes),
    "adverse_events": lambda found: events_json(found.adverse_events),
    "event_rates": lambda found: rates_json(found.event_rates, found.dose_rates),
    "course": lambda found: [entry for course in found.courses for entry in course_entries(course)],
    "observed_means": lambda found: observed_means_json(found.cohort),
    "last_changes": lambda found: last_changes_json(found.cohort, found.plan),
    "lanes": lambda found: lanes_json(found.cohort, found.plan),
    "visit_windows": lambda found: [window_entry(row) for row in found.visit_windows],
    "time_to_event": lambda found: [time_json(row) for row in found.time_to_event],
    "arm_comparisons": lambda found: [asdict(row) for row in found.arm_comparisons],
    "comparisons": lambda found: comparisons_json(found.comparisons),
    "ancova": lambda found: ancova_json(found.arm_changes),
    "subgroups": lambda found: subgroups_json(found.subgroups),
    "arm_times": lambda found: arm_times_json(found.arm_times),
    "win_ratio": lambda found: win_ratio_json(found.arm_times),
    "sensitivity": lambda found: sensitivity_json(found.sensitivity),
    "tipping": lambda found: tipping_json(found.tipping),
    "diagnostics": lambda found: diagnostics_json(found.diagnostics),
    "missing_shifts": lambda found: [shift_entry(row) for row in found.missing_shifts],
    "dose_question": lambda found: dose_question_json(found.dose_question),
    "one_arm": lambda found: [one_arm_entry(one) for one in found.one_arm],
    "distribution": lambda found: distribution_json(found.distribution),
    "rates_by_dose": lambda found: [asdict(row) for row in found.therapeutic_index],
    "responders": lambda found: [responder_entry(row) for row in found.responders],
    "time_to_progression": lambda found: [progression_entry(row) for row in found.time_to_progression],
    "laboratory": lambda found: {**laboratory_entry(found.laboratory), **lab_visits_json(found.lab_visits)},
    "liver": lambda found: liver_entry(found.laboratory),
    "sentences": lambda found: [*found.sentences.results, *found.sentences.methods],
}


def analysis_json(results: Analysis, source: Source) -> dict[str, Any]:
    """Return the document of `sscviewer analyse --json`; missing numbers are null.

    A block that could not be computed is null, and named with its sentence in `failed`.
    """
    made = {name: attempted(make, results) for name, make in _BLOCKS.items()}
    failed = {name: words for name, block in made.items() if (words := failure(block))}
    blocks = {name: None if name in failed else block for name, block in made.items()}
    absent = results.not_in_file
    document = {
        "schema": SCHEMA,
        "source": source_json(source),
        "plan": plan_json(results.plan),
        **{
            name: _without(block, absent[name]) if name in absent else block for name, block in blocks.items()
        },
        "not_in_file": _not_in_file(results),
        "failed": failed,
    }
    cleaned = _null_for_nan(document)
    assert isinstance(cleaned, dict)
    return cleaned


def _population(results: Analysis) -> dict[str, Any]:
    who = results.disposition_population
    return {
        "subjects": who.n_subjects,
        "treated": who.n_treated,
        "not_treated": who.n_subjects - who.n_treated,
        "arms": {"randomised": results.arms.randomised, "treated": results.arms.treated},
        "differ": list(results.arms.differ),
        "safety": _counted(results.population),
        "efficacy": _counted(results.efficacy_population),
    }


def _not_in_file(results: Analysis) -> dict[str, str | None]:
    """Return for every block which source is missing, or why the plan or the arms leave it empty."""
    one_arm = None if len(results.efficacy_population.arms) > 1 else ONE_ARM
    absent = {
        "comparisons": attempted_or(lambda _: None, without_comparisons, results.comparisons),
        "ancova": one_arm,
        "subgroups": one_arm,
        "win_ratio": one_arm,
        "tipping": one_arm,
    }
    if results.sensitivity is None or results.diagnostics is None:
        for block in ("sensitivity", "tipping", "diagnostics"):
            absent[block] = results.not_in_file["sensitivity"] or NO_PRIMARY
    return {**results.not_in_file, **absent}


def _counted(who: Population) -> dict[str, Any]:
    """Return by which rule of the plan patients are counted, how many, who they are in words."""
    flag = who.counting.flag if who.counting.members == "flag" else None
    note = who.members.note or None
    return {
        "rule": who.counting.members,
        "flag": flag,
        "n": who.n_treated,
        "words": who.members.words,
        "note": note,
    }


def _without(block: Any, missing: str | None) -> Any:
    """Return a block that says what it lacks; what the file does not record has no rows."""
    if isinstance(block, dict) and "not_in_file" not in block:
        return {"not_in_file": missing, **(_emptied(block, missing) if missing else block)}
    return block


def _emptied(block: dict[str, Any], missing: str) -> dict[str, Any]:
    """Return a block, and the blocks in it, without rows; the sentence stands for their notes."""
    inner = {key: _emptied(value, missing) for key, value in block.items() if isinstance(value, dict)}
    rows: dict[str, list[Any]] = {key: [] for key, value in block.items() if isinstance(value, list)}
    return {**block, **inner, **rows, **({"notes": [missing]} if "notes" in block else {})}


def _null_for_nan(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _null_for_nan(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_null_for_nan(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


_PAGE: tuple[tuple[str, Callable[[Analysis], list[str]]], ...] = (
    ("At entry", lambda found: _entry_lines(found)),
    ("How it ended", lambda found: _end_lines(found)),
    ("Exposure", lambda found: _exposure_lines(found)),
    ("Adverse events", lambda found: _events(found)),
    ("Rates of adverse events", lambda found: _rates(found)),
    ("Times to an event", lambda found: ["", *time_lines(found.time_to_event, ALL)]),
    ("Times by arm", lambda found: comparison_lines(found.arm_comparisons)),
    ("Shares by arm", lambda found: share_lines(found.comparisons)),
    ("Changes by arm", lambda found: change_lines(found.arm_changes)),
    ("Times of the arms", lambda found: arm_time_lines(found.arm_times)),
    ("Which dose is tolerated", lambda found: dose_question_lines(found.dose_question)),
    ("Change with one arm", lambda found: one_arm_lines(found.one_arm, found.distribution)),
    ("Rates by dose", lambda found: dose_lines(found.therapeutic_index, ALL)),
    ("Change from baseline", lambda found: _all_courses(found)),
    ("Responders", lambda found: responder_lines(found.responders)),
    ("Time to progression", lambda found: progression_lines(found.time_to_progression)),
    ("Laboratory", lambda found: laboratory_lines(found.laboratory, ALL)),
    ("In words", lambda found: ["", "In words", found.sentences.results_text]),
    ("Methods", lambda found: ["", "Methods", found.sentences.methods_paragraph]),
)
"""(what, its lines); the name is printed where they could not be computed, else they have their own."""


def analysis_text(results: Analysis) -> str:
    """Return the results for all treated patients as a page of text."""
    who = results.disposition_population
    lines = [f"Patients: {who.n_subjects}, treated: {who.n_treated}", *counted_sentences(results)]
    for name, make in _PAGE:
        made = attempted(make, results)
        lines += ["", name, f"  {words}"] if (words := failure(made)) else made
    return "\n".join(lines)


def _entry_lines(results: Analysis) -> list[str]:
    return ["", "At entry", *(_entry_line(row) for row in results.demographics if row.arm == ALL)]


def _end_lines(results: Analysis) -> list[str]:
    lines = ["", "How it ended", *_said(results.not_in_file["disposition"])]
    for end in results.disposition:
        if end.arm == ALL:
            name = f"  {told_reason(end.reason)}" if end.reason else end.status.lower()
            share = "" if end.percent is None else f" ({rounded(end.percent, 0)} %)"
            lines.append(f"  {name:<34}{end.n:>4}{share}")
    return lines


def _exposure_lines(results: Analysis) -> list[str]:
    lines = ["", "Exposure (mean ± SD over patients)", *_said(results.not_in_file["exposure"])]
    lines += [_exposure_line(row) for row in results.exposure if row.arm == ALL]
    if not any(row.measure == "relative_dose_intensity" for row in results.exposure):
        lines.append(f"  note: {NO_PLAN}")
    return lines


def _events(results: Analysis) -> list[str]:
    if missing := results.not_in_file["adverse_events"]:
        return ["", "Adverse events", *_said(missing)]
    return ["", *event_lines(results.adverse_events)]


def _rates(results: Analysis) -> list[str]:
    if missing := results.not_in_file["event_rates"]:
        return [] if results.not_in_file["adverse_events"] else ["", "Adverse event rates", *_said(missing)]
    return ["", *rate_lines(results.event_rates, results.dose_rates)]


def _all_courses(results: Analysis) -> list[str]:
    return [line for course in results.courses for line in ("", *_course_lines(course))]


def _said(missing: str | None) -> list[str]:
    return [f"  {missing}"] if missing else []


def _entry_line(row: NumberRow | LevelRow) -> str:
    if isinstance(row, LevelRow):
        return f"  {row.variable + ': ' + row.level:<34}{row.n:>4} ({rounded(row.percent, 0)} %)"
    return f"  {row.variable:<34}{_mean(row.mean, row.sd)}  (n = {row.n}, median {rounded(row.median, 1)})"


def _exposure_line(row: ExposureRow) -> str:
    name = f"  {row.measure.replace('_', ' '):<34}"
    if not row.n:
        return f"{name}not averaged: patients had different drugs"
    whose = f" ({row.whose})" if row.whose else ""
    return f"{name}{_mean(row.mean, row.sd)} {row.unit}  n = {row.n}{whose}"


def _mean(mean: float, sd: float) -> str:
    spread = f" ± {rounded(sd, 1)}" if math.isfinite(sd) else ""
    return f"{rounded(mean, 1):>10}{spread}"


def _course_lines(course: Course) -> list[str]:
    by_visit, slope = course.mmrm, course.random_slope
    lines = [
        f"{course.paramcd}: change from baseline (MMRM, covariance {by_visit.covariance or 'none fitted'}, "
        f"{by_visit.df_method}; {by_visit.n_subjects} patients, {by_visit.n_obs} values)"
    ]
    lines += [
        f"  {visit.avisit:<11} {_estimate(visit.change, 1)}  n = {visit.n}" for visit in by_visit.visits
    ]
    months = course.horizon
    if slope.slope is not None and months > 0:
        lines.append(
            f"  {period_words(months):<11} {_estimate(slope.slope, months)}  by random slope, "
            f"{slope.df_method}; {slope.n_subjects} patients, {slope.n_obs} values"
        )
    lines += _arm_lines(course)
    if course.after_headline:
        later = join_words([visit.avisit for visit in course.after_headline])
        lines.append(f"  note: Too few values at {later}; what is told is {course.headline}.")
    return [*lines, *(f"  note: {text}" for text in (*by_visit.warnings, *slope.warnings))]


def _arm_lines(course: Course) -> list[str]:
    """Return each arm's change at the headline visit, and its difference from the reference arm."""
    if course.by_arm is None:
        return []
    lines = []
    n_at = {
        arm.arm: one.n for arm in course.by_arm.arms for one in arm.visits if one.avisit == course.headline
    }
    for arm in (*course.by_arm.arms, *course.by_arm.differences):
        for last in (one for one in arm.visits if one.avisit == course.headline):
            name = f"{arm.arm} minus {arm.reference}" if arm.reference else arm.arm
            n = f"{last.n}"
            if arm.reference:
                n += f" and {n_at.get(arm.reference, 0)}"
            lines.append(f"  {name}, {last.avisit}: {_estimate(last.change, 1)}  n = {n}")
    return lines


def _estimate(value: Estimate, times: float) -> str:
    """Return "+1.74 (95 % CI -1.90 to 5.38; P = 0.32)" of `times` the estimate."""
    low, high = times * value.lower, times * value.upper
    estimate = rounded(times * value.estimate, 2)
    if float(estimate) == 0:  # what rounds to zero has no sign
        estimate = estimate.lstrip("-")
    signed = estimate if estimate.startswith("-") or float(estimate) == 0 else f"+{estimate}"
    if not (math.isfinite(low) and math.isfinite(high)):
        return f"{signed} (no interval can be given)"
    limits = f"{100 * value.level:g} % CI {rounded(low, 2)} to {rounded(high, 2)}"
    return f"{signed} ({limits}; {p_words(value.p_value)})"
