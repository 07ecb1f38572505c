"""Sentences on who was treated, with how much, how it ended and what they suffered."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from sscviewer.analysis.absence import NO_DOSES, NO_ENDS, NO_EVENTS, records, records_doses, records_ends
from sscviewer.analysis.dose_question.words import highest_dose, regimen_sentences
from sscviewer.analysis.enrolment.demographics import LevelRow, NumberRow
from sscviewer.analysis.events.event_columns import threshold
from sscviewer.analysis.number_words import (
    dose_words,
    join_words,
    mean_digits,
    name_words,
    percent,
    plain,
    share,
    with_unit,
)
from sscviewer.analysis.patient.dose_course import main_drug, other_drugs
from sscviewer.analysis.patient.patient_header import readable
from sscviewer.analysis.population import ALL, Population
from sscviewer.analysis.sentences.rule_words import counted_words
from sscviewer.analysis.sentences.shown_endpoints import told_endpoints
from sscviewer.model.counted import counted
from sscviewer.model.plain_text import capital
from sscviewer.model.rounding import rounded
from sscviewer.model.told_reason import told_reason
from sscviewer.model.treatments import is_placebo

if TYPE_CHECKING:
    from sscviewer.analysis.dose.exposure import ExposureRow
    from sscviewer.analysis.enrolment.disposition import DispositionRow
    from sscviewer.analysis.events.adverse_events import EventTable
    from sscviewer.analysis.results import Told
    from sscviewer.model.study import Study

SEVERE = 3
"""CTCAE grade from which on an event is severe."""
SEX_WORDS = {"F": "female", "M": "male"}
SUBSETS = {"DIFFUSE": "had diffuse", "LIMITED": "had limited"}
STATUS_WORDS = {
    "COMPLETED": ("completed the trial", "completed the trial"),
    "ONGOING": ("is still in the trial", "are still in the trial"),
    "UNKNOWN": ("has no recorded end", "have no recorded end"),
    "DISCONTINUED": ("stopped early", "stopped early"),
}


def population_sentences(study: Study, results: Told) -> tuple[str, ...]:
    """Return how many patients were treated, with what, and who counts where that is not the treated.

    Of a file without doses only how many there are.
    """
    return (*_treated(study, results), *counted_sentences(results))


def _treated(study: Study, results: Told) -> tuple[str, ...]:
    who = results.disposition_population
    counts_treated = results.population.counting.members == "treated"
    with_what = _by_arm(results.population) if counts_treated else ""
    if not records_doses(study):
        patients = counted(who.n_treated, "patient is", "patients are")
        return (f"{patients} in the file{with_what}; it does not say who was treated.",)
    said = [f"{counted(who.n_treated, 'patient was', 'patients were')} treated{with_what}."]
    never = who.n_subjects - who.n_treated
    if never:
        said.append(f"{counted(never, 'further patient was', 'further patients were')} never treated.")
    return tuple(said)


def _by_arm(who: Population) -> str:
    arms = [f"{int(members.sum())} with {name}" for name, members in who.arms if name != ALL]
    return f": {join_words(arms)}" if arms else ""


def counted_sentences(results: Told) -> tuple[str, ...]:
    """Return who counts for safety and for efficacy where it is not the treated, and what the file lacks."""
    said = []
    for what, who in (("safety", results.population), ("efficacy", results.efficacy_population)):
        if who.members.note:
            said.append(f"For {what}: {who.members.note}")
        if not who.members.is_treated:
            said.append(f"Counted for {what} were {who.members.words}: {who.n_treated}{_arms_in(who)}.")
    return tuple(said)


def _arms_in(who: Population) -> str:
    return _by_arm(who).replace(": ", " (", 1) + ")" if len(who.arms) > 1 else ""


def baseline_sentences(study: Study, results: Told) -> tuple[str, ...]:
    """Return sex, age, race, subset and disease duration, and the baseline of every endpoint."""
    rows = [row for row in results.demographics if row.arm == ALL]
    n = results.efficacy_population.n_treated
    levels = [row for row in rows if isinstance(row, LevelRow)]
    numbers = {row.variable: row for row in rows if isinstance(row, NumberRow)}
    parts = [
        f"{share(row.n, n)} {'was' if row.n == 1 else 'were'} {SEX_WORDS[row.level]}"
        for row in levels
        if row.variable == "SEX" and row.level == "F"
    ]
    races = [row for row in levels if row.variable == "RACE"]
    if races:
        most = max(races, key=lambda row: row.n)
        parts.append(f"{share(most.n, n)} {'was' if most.n == 1 else 'were'} {readable(most.level)}")
    parts += [
        f"{share(row.n, n)} {SUBSETS[row.level]} cutaneous systemic sclerosis"
        for row in levels
        if row.variable == "SSCSUB" and row.level == "DIFFUSE"
    ]
    said = [f"{capital(join_words(parts))}."] if parts else []
    ages = [
        f"{word} was {_mean(numbers[name], 1)} years"
        for name, word in (("AGE", "age"), ("DISDUR", "disease duration"))
        if name in numbers
    ]
    if ages:
        said.append(f"{capital(join_words(ages))} (mean ± SD).")
    baselines = [
        f"{name_words(study.parameters[name])} "
        f"{with_unit(_mean(numbers[name], mean_digits(study.parameters[name])), study.parameters[name])} "
        f"(n = {numbers[name].n})"
        for name in told_endpoints(study)
        if name in numbers
    ]
    if baselines:
        said.append(f"At baseline the mean ± SD was: {join_words(baselines)}.")
    return tuple(said)


def _mean(row: NumberRow, digits: int) -> str:
    spread = f" ± {plain(row.sd, digits)}" if math.isfinite(row.sd) else ""
    return f"{plain(row.mean, digits)}{spread}"


def dose_sentences(study: Study, results: Told) -> tuple[str, ...]:
    """Return the average daily dose, of each arm with a drug where there are several."""
    if not records(study, "exposure"):
        return (NO_DOSES,)
    others = other_drugs(study)
    drug = f" of {main_drug(study)}" if others else ""
    said = [f"Doses of {join_words(others)} are in the log too; they are not counted."] if others else []
    for row in average_doses(results):
        whose = "" if row.arm == ALL else f" with {row.arm}"
        spread = ""
        if math.isfinite(row.sd):
            # as many decimals as the mean
            decimals = len(dose_words(row.mean).partition(".")[2])
            spread = f" ± {rounded(row.sd, decimals)}"
        what, per = ("dose", " on a day of it") if row.on_single_days else ("daily dose", "/day")
        said.append(
            f"The average {what}{drug}{whose} was {dose_words(row.mean)}{spread} {row.unit}{per} "
            f"(mean{' ± SD' if spread else ''} over {counted(row.n, 'patient')})."
        )
    return tuple(said)


def average_doses(results: Told) -> list[ExposureRow]:
    """Return the average daily doses that are told: of each arm with a drug, else of all patients."""
    rows = [row for row in results.exposure if row.measure == "average_daily_dose" and row.mean > 0]
    arms = [row for row in rows if row.arm != ALL and not is_placebo(row.arm)]
    return arms or [row for row in rows if row.arm == ALL]


def disposition_sentences(study: Study, results: Told) -> tuple[str, ...]:
    """Return who completed, who stopped and why; by arm where there are several."""
    if not records_ends(study):
        return (NO_ENDS,)
    said = []
    for arm in told_arms(results.disposition_population):
        rows = [row for row in results.disposition if row.arm == arm and row.percent is not None]
        if rows:
            said.append(_disposition(arm, rows))
    return tuple(said)


def told_arms(who: Population) -> list[str]:
    """Return each arm where there are several, else ALL."""
    arms = [name for name, _ in who.arms]
    return arms[1:] or arms


def _disposition(arm: str, rows: list[DispositionRow]) -> str:
    totals = {row.status: row.n for row in rows if row.reason is None}
    n = sum(totals.values())
    parts: list[str] = []
    for status, number in totals.items():
        words = STATUS_WORDS[status][0 if number == 1 else 1]
        told = [row for row in rows if row.status == status]
        reasons = [f"{told_reason(row.reason)} in {row.n}" for row in told if row.reason]
        why = f" ({', '.join(reasons)})" if reasons else ""
        parts.append(f"{number if parts else share(number, n)} {words}{why}")
    return f"{with_arm(arm)}{join_words(parts)}."


def with_arm(arm: str) -> str:
    """Return how a sentence about one arm begins; "" where there is only one."""
    return "" if arm == ALL else f"With {arm}, "


def event_sentences(study: Study, results: Told) -> tuple[str, ...]:
    """Return how many had any event, a severe one, and the events of at least a share of the patients."""
    table = results.adverse_events
    if not records(study, "adverse_events"):
        return (NO_EVENTS,)
    if not results.population.n_treated:
        return ()
    if not table.events.any():
        which = counted_words(study, table.settings)
        return (f"The file has no adverse event{which} of the patients analysed.",)
    said: list[str] = []
    for arm in told_arms(results.population):
        if table.n[table.arms.index(arm)]:
            said += [_any_event(arm, table, counted_words(study, table.settings)), _common_events(arm, table)]
    return tuple(said)


def tolerated_sentences(study: Study, results: Told) -> tuple[str, ...]:
    """Return what became of those who reached the highest dose, and how many had no dose-limiting event."""
    found = results.titration
    return (*highest_dose(found), *regimen_sentences(found)) if len(found.doses) > 1 else ()


def _any_event(arm: str, table: EventTable, which: str) -> str:
    n, row, severe = int(table.n[table.arms.index(arm)]), table.cell(0, arm), table.cell(0, arm, "level_3")
    assert row is not None
    worst = f"of grade {SEVERE} or more" if table.scale == "grade" else "severe or worse"
    graded = "" if severe is None else f"; in {counted(severe.subjects, 'patient')} the worst was {worst}"
    level = f"{100 * table.settings.level:g} % CI"
    return (
        f"{with_arm(arm)}{row.subjects} of {counted(n, 'patient')} ({percent(row.percent, n)}; "
        f"{level} {rounded(row.lower, 0)} to {rounded(row.upper, 0)} %) had "
        f"{counted(row.events, 'adverse event')}{which}{graded}."
    )


def _common_events(arm: str, table: EventTable) -> str:
    """Name the user's groups and the terms, commonest first; a term inside a group is not said again."""
    n, column = int(table.n[table.arms.index(arm)]), table.arms.index(arm)
    share_of = table.settings.common_percent
    least = threshold(share_of, n)
    grouped = {term.casefold() for group in table.settings.groups for term in group.terms}
    rows = [
        (-int(table.subjects[row, column, 0]), table.names[row].term)
        for row in table.rows_at_least(least, arm)
        if table.names[row].kind == "group"
        or (table.names[row].kind == "term" and table.names[row].term.casefold() not in grouped)
    ]
    named = [f"{_lower(term)} ({-k}; {percent(100 * -k / n, n)})" for k, term in sorted(rows)]
    among = "of the patients" if arm == ALL else f"of the patients with {arm}"
    rule = f"at least {share_of:g} % {among} ({least.n} of {n} or more)"
    if not named:
        return f"No adverse event occurred in {rule}."
    if len(named) == 1:
        return f"The only adverse event of {rule} was {named[0]}."
    return f"The adverse events of {rule} were {join_words(named)}."


def _lower(term: str) -> str:
    """Return a term as it stands in a sentence: acronyms as they are, all else in small letters."""
    # Up to three capitals are an abbreviation (USA); a longer one, as COPD, is lowered with the words.
    if term.isupper() and len(term) > 3:
        return term.lower()
    return term if term[:2].isupper() else term[:1].lower() + term[1:]
