"""The table of rules, and the run through it."""

from collections.abc import Iterable, Iterator, Sequence

from sscviewer.clinical.ctcae_criteria import Version
from sscviewer.model.hidden import without_words
from sscviewer.model.issue import Issue
from sscviewer.model.rules import Margins
from sscviewer.model.study import Study
from sscviewer.workbook.contradictions import (
    actions,
    adverse_events,
    deaths,
    disposition,
    doses,
    jumps,
    laboratory,
    medications,
    patients,
    periods,
    readings,
    schedule,
    skin,
    slips,
    spirometry,
    visits,
)
from sscviewer.workbook.contradictions.found import ContradictionRule, Read
from sscviewer.workbook.contradictions.row_checks import declared_checks
from sscviewer.workbook.findings import gravest_first

RULES = (
    ContradictionRule(
        "subject.only_elsewhere",
        "warning",
        "A patient is on another sheet but not on the sheet of patients",
        patients.only_elsewhere,
    ),
    ContradictionRule(
        "subject.one_sheet",
        "info",
        "A patient is on one sheet only, while most are on several",
        patients.on_one_sheet,
    ),
    ContradictionRule(
        "subject.written_alike",
        "warning",
        "Two patients' numbers differ only by leading zeros, blanks, dashes or capitals",
        patients.written_alike,
    ),
    ContradictionRule(
        "subject.sex_differs",
        "warning",
        "A patient's sex is not the same everywhere",
        patients.differs("SEX", "The sex", patients.same_text),
    ),
    ContradictionRule(
        "subject.birth_differs",
        "warning",
        "A patient's date of birth is not the same everywhere",
        patients.differs("BRTHDTC", "The date of birth", patients.same_partial_date),
    ),
    ContradictionRule(
        "subject.age_differs",
        "warning",
        "A patient's age differs by more than a year between two places",
        patients.differs("AGE", "The age", patients.same_age),
    ),
    ContradictionRule(
        "subject.sex_word",
        "warning",
        "Sex is written as a code or a word that does not tell who is female",
        patients.sex_unknown_word,
    ),
    ContradictionRule(
        "ae.end_before_start",
        "warning",
        "An adverse event ends before it starts",
        periods.ends_before_start("adverse_events", "AETERM", "Adverse event"),
    ),
    ContradictionRule(
        "dose.end_before_start",
        "warning",
        "A dose ends before it starts",
        periods.ends_before_start("exposure", "EXDOSE", "The dose"),
    ),
    ContradictionRule(
        "medication.end_before_start",
        "warning",
        "A medication ends before it starts",
        periods.ends_before_start("medications", "CMTRT", "Medication"),
    ),
    ContradictionRule(
        "history.end_before_start",
        "warning",
        "A condition of the history ends before it starts",
        periods.ends_before_start("history", "MHTERM", "Condition"),
    ),
    ContradictionRule(
        "ae.after_last_contact",
        "warning",
        "An adverse event starts after the last contact with the patient",
        periods.after_last_contact("adverse_events", "AETERM", "Adverse event"),
    ),
    ContradictionRule(
        "dose.after_last_contact",
        "warning",
        "A dose starts after the last contact with the patient",
        periods.after_last_contact("exposure", "EXDOSE", "The dose"),
    ),
    ContradictionRule(
        "ae.emergent_word",
        "warning",
        "A word for treatment-emergent that is neither yes nor no",
        adverse_events.unknown_emergence,
    ),
    ContradictionRule(
        "ae.before_consent",
        "warning",
        "An adverse event starts before the patient consented",
        adverse_events.before_consent,
    ),
    ContradictionRule(
        "ae.duplicate",
        "warning",
        "An adverse event of the same term and start is recorded twice",
        adverse_events.recorded_twice,
    ),
    ContradictionRule(
        "ae.in_steps",
        "info",
        "Rows of one event and start that differ in grade, severity or outcome",
        adverse_events.recorded_in_steps,
    ),
    ContradictionRule(
        "ae.grade_too_high",
        "warning",
        "An adverse event has a grade that CTCAE does not have for it (fatigue and nausea end at 3)",
        adverse_events.above_highest_grade,
    ),
    ContradictionRule(
        "ae.grade_outcome",
        "warning",
        "Grade 5 with another outcome than “fatal”, or “fatal” with another grade",
        deaths.grade_against_outcome,
    ),
    ContradictionRule(
        "ae.fatal_without_death",
        "warning",
        "A fatal adverse event of a patient who is not recorded as dead",
        deaths.fatal_without_death,
    ),
    ContradictionRule(
        "death.without_fatal_event",
        "warning",
        "A death without a fatal adverse event",
        deaths.death_without_event,
    ),
    ContradictionRule(
        "disposition.no_event",
        "warning",
        "A patient stopped for an adverse event, but no event has the action “drug withdrawn”",
        disposition.stopped_without_event,
    ),
    ContradictionRule(
        "ae.withdrawn_not_stopped",
        "warning",
        "The drug was withdrawn for an event, but the patient's trial ended for another reason",
        disposition.event_without_stop,
    ),
    ContradictionRule("dose.overlap", "warning", "Two doses of one drug overlap", doses.overlapping),
    ContradictionRule(
        "dose.after_stop",
        "warning",
        "A dose after the date of the last dose, or after the patient left or completed the trial",
        doses.after_stop,
    ),
    ContradictionRule(
        "visit.window",
        "warning",
        "A visit is far from its planned day (±7 days for visits named by days and weeks up to week 20, "
        "±90 for baseline, ±14 for all others)",
        visits.outside_window,
    ),
    ContradictionRule(
        "value.no_day",
        "warning",
        "Values without a date at a visit whose name does not tell when it was",
        visits.without_day,
    ),
    ContradictionRule(
        "fvc.predicted",
        "warning",
        "FVC % predicted does not fit the litres by NHANES III for sex, age and height (±8 points, "
        "a setting)",
        spirometry.predicted_off,
    ),
    ContradictionRule(
        "fvc.jump",
        "warning",
        "FVC in litres changes by more than 30 % between visits up to half a year apart",
        jumps.fvc_jump("FVC"),
    ),
    ContradictionRule(
        "fvcpp.jump",
        "warning",
        "FVC % predicted changes by more than 30 % of its value between visits up to half a year apart",
        jumps.fvc_jump("FVCPP"),
    ),
    ContradictionRule(
        "mrss.jump",
        "warning",
        "The skin score changes by more than 15 points within three months",
        jumps.skin_jump,
    ),
    ContradictionRule(
        "subset.sites",
        "warning",
        "Limited disease with thick skin on upper arms, thighs, chest or abdomen, or diffuse disease without",
        skin.subset_against_sites,
    ),
    ContradictionRule(
        "date.missing_start", "warning", "An adverse event has no start date", adverse_events.without_start
    ),
    ContradictionRule(
        "ae.action_not_in_log",
        "warning",
        "The drug was interrupted, reduced, increased or withdrawn for an event, but not by the dose log",
        actions.action_not_in_log,
    ),
    ContradictionRule(
        "dose.change_without_event",
        "info",
        "The drug was interrupted or reduced by the dose log, and no event has that action",
        actions.change_without_event,
    ),
    ContradictionRule(
        "dose.first_differs",
        "warning",
        "The first dose of the log is on another day than the recorded date of first dose",
        doses.first_dose_differs,
    ),
    ContradictionRule(
        "dose.day1_partial",
        "warning",
        "Day 1 is a first dose whose date is not complete",
        doses.first_dose_partial,
    ),
    ContradictionRule(
        "dose.open_together",
        "warning",
        "Two doses of one drug began on one day and neither has an end",
        doses.open_together,
    ),
    ContradictionRule(
        "dose.odd",
        "warning",
        "A dose is 5 times the usual one or a fifth of it, and near no dose of another patient",
        slips.odd_dose,
    ),
    ContradictionRule(
        "value.odd",
        "warning",
        "A value of lung function, body or blood is far from the one before and the one after",
        slips.odd_value,
    ),
    ContradictionRule(
        "value.twice",
        "warning",
        "A measurement has two values at one visit, where repeats are not the rule",
        readings.two_values,
    ),
    ContradictionRule(
        "subject.age_birth",
        "warning",
        "The age does not fit the date of birth",
        slips.age_against_birth,
    ),
    ContradictionRule(
        "lab.severe_without_event",
        "warning",
        "A laboratory value of grade 3 or 4 without an adverse event of that name within 30 days",
        laboratory.severe_without_event,
    ),
    ContradictionRule(
        "lab.hardly_possible",
        "warning",
        "A laboratory value is hardly possible: a slip of the decimal point or of the unit",
        laboratory.hardly_possible,
    ),
    ContradictionRule(
        "medication.no_event",
        "warning",
        "A medication was given for an adverse event that is not recorded",
        medications.for_unrecorded_event,
    ),
    ContradictionRule(
        "visit.missing",
        "info",
        "A visit that nearly all patients have is missing in a patient who was in the trial then",
        schedule.visit_missing,
    ),
    ContradictionRule(
        "form.missing",
        "info",
        "A measurement that nearly all patients have at a visit is missing in a patient who came",
        schedule.form_missing,
    ),
    *declared_checks(),
)
"""What is looked for in every file; `resources/vocabulary/checks.toml` declares those of one row."""
OF_PLAN = ("visit.window", "visit.missing", "lab.severe_without_event")
"""Rules that ask for windows of visits or a version of CTCAE, which a plan may give after the reading."""


def check_study(read: Read) -> Iterator[Issue]:
    """Yield what contradicts itself, rule by rule."""
    yield from _found((*RULES, *read.own), read)


def check_by_plan(
    issues: Sequence[Issue], study: Study, margins: Margins, version: Version
) -> tuple[Issue, ...]:
    """Return the findings of a trial as read, with those of `OF_PLAN` by a plan's windows and CTCAE."""
    before = [issue for issue in issues if issue.code in OF_PLAN]
    read = Read(study, margins=margins, version=version)
    found = [*_found([rule for rule in RULES if rule.code in OF_PLAN], read)]
    if study.is_hidden:
        found = [without_words(issue) for issue in found]
    if found == before:
        return tuple(issues)
    return gravest_first([*(issue for issue in issues if issue.code not in OF_PLAN), *found])


def _found(rules: Iterable[ContradictionRule], read: Read) -> Iterator[Issue]:
    for rule in rules:
        for found in rule.check(read):
            sheet, mark, cell = found.srcref.rpartition("!")
            place = (sheet, cell) if mark else (cell, "")
            yield Issue(rule.severity, rule.code, found.message, *place, found.usubjid)
