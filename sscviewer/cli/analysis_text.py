"""The results of `sscviewer analyse`: as JSON (the contract with other programs) and as a page of text."""

import math
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


def analysis_json(results: Analysis, source: Source) -> dict[str, Any]:
    """Return the document of `sscviewer analyse --json`; missing numbers are null."""
    who = results.disposition_population
    document = {
        "schema": SCHEMA,
        "source": source_json(source),
        "plan": plan_json(results.plan),
        "population": {
            "subjects": who.n_subjects,
            "treated": who.n_treated,
            "not_treated": who.n_subjects - who.n_treated,
            "arms": {"randomised": results.arms.randomised, "treated": results.arms.treated},
            "differ": list(results.arms.differ),
            "safety": _counted(results.population),
            "efficacy": _counted(results.efficacy_population),
        },
        "demographics": [asdict(row) for row in results.demographics],
        "disposition": [asdict(row) for row in results.disposition],
        "exposure": [asdict(row) for row in results.exposure],
        "dose_changes": dose_changes_json(results.dose_changes),
        "adverse_events": events_json(results.adverse_events),
        "event_rates": rates_json(results.event_rates, results.dose_rates),
        "course": [entry for course in results.courses for entry in course_entries(course)],
        "observed_means": observed_means_json(results.cohort),
        "last_changes": last_changes_json(results.cohort, results.plan),
        "lanes": lanes_json(results.cohort, results.plan),
        "visit_windows": [window_entry(row) for row in results.visit_windows],
        "time_to_event": [time_json(row) for row in results.time_to_event],
        "arm_comparisons": [asdict(row) for row in results.arm_comparisons],
        "comparisons": comparisons_json(results.comparisons),
        "ancova": ancova_json(results.arm_changes),
        "subgroups": subgroups_json(results.subgroups),
        "arm_times": arm_times_json(results.arm_times),
        "win_ratio": win_ratio_json(results.arm_times),
        "sensitivity": sensitivity_json(results.sensitivity),
        "tipping": tipping_json(results.tipping),
        "diagnostics": diagnostics_json(results.diagnostics),
        "missing_shifts": [shift_entry(row) for row in results.missing_shifts],
        "dose_question": dose_question_json(results.dose_question),
        "one_arm": [one_arm_entry(one) for one in results.one_arm],
        "distribution": distribution_json(results.distribution),
        "rates_by_dose": [asdict(row) for row in results.therapeutic_index],
        "responders": [responder_entry(row) for row in results.responders],
        "time_to_progression": [progression_entry(row) for row in results.time_to_progression],
        "laboratory": {**laboratory_entry(results.laboratory), **lab_visits_json(results.lab_visits)},
        "liver": liver_entry(results.laboratory),
        "sentences": [*results.sentences.results, *results.sentences.methods],
    }
    one_arm = None if len(results.efficacy_population.arms) > 1 else ONE_ARM
    absent = {
        "comparisons": without_comparisons(results.comparisons),
        "ancova": one_arm,
        "subgroups": one_arm,
        "win_ratio": one_arm,
        "tipping": one_arm,
    }
    if results.sensitivity is None:
        for block in ("sensitivity", "tipping", "diagnostics"):
            absent[block] = results.not_in_file["sensitivity"] or NO_PRIMARY
    document["not_in_file"] = {**results.not_in_file, **absent}
    for block, missing in results.not_in_file.items():
        document[block] = _without(document[block], missing)
    cleaned = _null_for_nan(document)
    assert isinstance(cleaned, dict)
    return cleaned


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


def analysis_text(results: Analysis) -> str:
    """Return the results for all treated patients as a page of text."""
    who = results.disposition_population
    lines = [f"Patients: {who.n_subjects}, treated: {who.n_treated}"]
    lines += counted_sentences(results)
    lines += ["", "At entry"]
    lines += [_entry_line(row) for row in results.demographics if row.arm == ALL]
    absent = results.not_in_file
    lines += ["", "How it ended", *_said(absent["disposition"])]
    for end in results.disposition:
        if end.arm == ALL:
            name = f"  {end.reason.lower()}" if end.reason else end.status.lower()
            share = "" if end.percent is None else f" ({rounded(end.percent, 0)} %)"
            lines.append(f"  {name:<34}{end.n:>4}{share}")
    lines += ["", "Exposure (mean ± SD over patients)", *_said(absent["exposure"])]
    lines += [_exposure_line(row) for row in results.exposure if row.arm == ALL]
    if not any(row.measure == "relative_dose_intensity" for row in results.exposure):
        lines.append(f"  note: {NO_PLAN}")
    if absent["adverse_events"]:
        lines += ["", "Adverse events", *_said(absent["adverse_events"])]
    else:
        lines += ["", *event_lines(results.adverse_events)]
        lines += ["", *rate_lines(results.event_rates, results.dose_rates)]
    lines += ["", *time_lines(results.time_to_event, ALL), *comparison_lines(results.arm_comparisons)]
    lines += share_lines(results.comparisons)
    lines += change_lines(results.arm_changes)
    lines += arm_time_lines(results.arm_times)
    lines += dose_question_lines(results.dose_question)
    lines += one_arm_lines(results.one_arm, results.distribution)
    lines += dose_lines(results.therapeutic_index, ALL)
    for course in results.courses:
        lines += ["", *_course_lines(course)]
    lines += responder_lines(results.responders)
    lines += progression_lines(results.time_to_progression)
    lines += laboratory_lines(results.laboratory, ALL)
    lines += ["", "In words", results.sentences.results_text]
    lines += ["", "Methods", results.sentences.methods_paragraph]
    return "\n".join(lines)


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
    lines += [f"  {visit.avisit:<12}{_estimate(visit.change, 1)}  n = {visit.n}" for visit in by_visit.visits]
    months = course.horizon
    if slope.slope is not None and months > 0:
        lines.append(
            f"  {period_words(months):<12}{_estimate(slope.slope, months)}  by random slope, "
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
    for arm in (*course.by_arm.arms, *course.by_arm.differences):
        for last in (one for one in arm.visits if one.avisit == course.headline):
            name = f"{arm.arm} minus {arm.reference}" if arm.reference else arm.arm
            lines.append(f"  {name}, {last.avisit}: {_estimate(last.change, 1)}  n = {last.n}")
    return lines


def _estimate(value: Estimate, times: float) -> str:
    """Return "+1.74 (95 % CI -1.90 to 5.38; P = 0.32)" of `times` the estimate."""
    low, high = times * value.lower, times * value.upper
    estimate = rounded(times * value.estimate, 2)
    signed = estimate if estimate.startswith("-") else f"+{estimate}"
    if not (math.isfinite(low) and math.isfinite(high)):
        return f"{signed} (no interval can be given)"
    limits = f"{100 * value.level:g} % CI {rounded(low, 2)} to {rounded(high, 2)}"
    return f"{signed} ({limits}; {p_words(value.p_value)})"
