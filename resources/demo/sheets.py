"""The workbook's sheets, as an export of the trial's data base would have them: names, headings and rows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from assessments import HAQ_COLUMNS, LUNG_COLUMNS, SKIN_SITES, haq_rows, lung_rows, skin_rows
from background import history_rows, medication_rows
from dates import partial_text
from dosing import dose_log, end_action
from events import Event, When, adverse_events
from laboratory import COLUMNS as LAB_COLUMNS
from laboratory import lab_rows
from patients import PATIENTS, Patient, rng
from schedule import clinic_visits

EXPORTED = date(2009, 1, 16)
_ADMIN = ("Form status", "Last modified")  # what every export has and nobody needs
_DAYS_A_YEAR = 365.25
_TRAILING_BLANK = 0.03
_TYPED_BY_HAND = {
    "Sex", "Race", "Event (verbatim)", "Outcome", "Medication (verbatim)", "Condition (verbatim)", "Assessor",
    "Indication", "Comment",
}  # fmt: skip
_END_OF_TREATMENT = {
    "Completed": "Completed per protocol",
    "Drug withdrawn": "Withdrawn: adverse event",
    "Lost": "Lost to follow-up",
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet's headings and rows; cells are text, numbers, dates or None."""

    columns: tuple[str, ...]
    rows: list[list[object]]


def _demographics(who: Patient) -> list[list[object]]:
    consent = who.day(-who.screening_lead)
    first_symptom = consent - timedelta(days=round(who.duration * _DAYS_A_YEAR))
    birthday_passed = rng("birthday", who.subject).random() < consent.timetuple().tm_yday / _DAYS_A_YEAR
    return [[
        who.site, who.subject, consent.year - who.age - (0 if birthday_passed else 1), who.age, who.sex,
        who.race, who.ethnicity, who.subset, partial_text(first_symptom, "month", 0), who.duration,
        who.height, who.weight, who.smoking, who.scl70, consent, who.first_dose,
    ]]  # fmt: skip


def _visits(who: Patient) -> list[list[object]]:
    return [
        [who.subject, visit.label, visit.target, visit.held, visit.status] for visit in clinic_visits(who)
    ]


def _study_drug(who: Patient) -> list[list[object]]:
    log = dose_log(who)
    rows: list[list[object]] = [
        [who.subject, "Imatinib", row.start, row.end, row.daily, row.action, row.reason, None] for row in log
    ]
    rows[-1][-1] = _END_OF_TREATMENT[end_action(who)]
    return rows


def _cell(when: When, style: int) -> object:
    """Return a date as the cell holds it: a date, text where partial, nothing where missing."""
    if when.day is None or when.known == "day":
        return when.day
    return partial_text(when.day, when.known, style)


def _adverse_events(who: Patient, events: list[Event]) -> list[list[object]]:
    rows: list[list[object]] = []
    for number, event in enumerate(events, start=1):
        style = rng("partial dates", who.subject, number).randrange(3)
        rows.append([
            who.subject, number, event.verbatim, event.term, event.organ_class,
            _cell(event.start, style), _cell(event.end, style), "Yes" if event.ongoing else None, event.grade,
            "Yes" if event.serious else "No", event.relation, event.action, event.outcome,
        ])  # fmt: skip
    return rows


def _disposition(who: Patient) -> list[list[object]]:
    left = who.day(who.last_day)
    return [[who.subject, who.status, who.reason or None, who.specify or None, left, left, who.last_contact]]


def _numbered(subject: str, rows: list[list[object]]) -> list[list[object]]:
    """Put the patient and a running number before each row."""
    return [[subject, number, *row] for number, row in enumerate(rows, start=1)]


def _of(subject: str, rows: list[list[object]]) -> list[list[object]]:
    """Put the patient before each row."""
    return [[subject, *row] for row in rows]


_COLUMNS = {
    "Demographics": (
        "Site", "Subject", "Year of birth", "Age at consent", "Sex", "Race", "Ethnicity", "SSc subset",
        "First non-Raynaud symptom", "Disease duration (years)", "Height (cm)", "Weight (kg)", "Smoking",
        "Anti-Scl-70", "Date of consent", "First dose date",
    ),
    "Visits": ("Subject", "Visit", "Target date", "Visit date", "Status"),
    "Pulmonary Function": ("Subject", "Visit", "Test date", *LUNG_COLUMNS),
    "Skin Score": ("Subject", "Visit", "Assessment date", "Assessor", *SKIN_SITES, "Total"),
    "HAQ": ("Subject", "Visit", "Date completed", *HAQ_COLUMNS),
    "Study Drug": (
        "Subject", "Drug", "Start date", "End date", "Daily dose (mg)", "Action", "Reason for change",
        "End of treatment",
    ),
    "Adverse Events": (
        "Subject", "AE number", "Event (verbatim)", "Preferred term", "System organ class", "Start date",
        "End date", "Ongoing", "CTCAE grade", "Serious", "Relationship", "Action taken", "Outcome",
    ),
    "Concomitant Medication": (
        "Subject", "CM number", "Medication (verbatim)", "Drug name", "Indication", "Dose", "Unit",
        "Frequency", "Route", "Start date", "End date", "Ongoing",
    ),
    "Laboratory": ("Subject", "Visit", "Sample date", *LAB_COLUMNS),
    "Medical History": (
        "Subject", "MH number", "Condition (verbatim)", "Preferred term", "System organ class", "Start date",
        "End date", "Ongoing",
    ),
    "Disposition": (
        "Subject", "Status", "Reason", "Specify", "Date of completion or discontinuation",
        "Date of last dose", "Date of last contact",
    ),
}  # fmt: skip


def _admin(sheet: str, number: int, row: list[object]) -> list[object]:
    """Return the export's own columns for a row: the form's state, and when somebody last touched it."""
    chance = rng("admin", sheet, number)
    days = [cell for cell in row if isinstance(cell, date)]
    entered = next(who.day(-who.screening_lead) for who in PATIENTS if who.subject in row[:2])
    touched = min(max([*days, entered]) + timedelta(days=chance.randint(1, 60)), EXPORTED)
    clock = time(chance.randint(8, 17), chance.randint(0, 59))
    return [chance.choices(("Verified", "Complete"), (9, 1))[0], datetime.combine(touched, clock)]


def _with_trailing_blanks(sheet: str, columns: tuple[str, ...], rows: list[list[object]]) -> None:
    """Leave a blank behind some text that a person typed."""
    for number, row in enumerate(rows):
        for index, heading in enumerate(columns):
            text = row[index]
            careless = rng("blank", sheet, number, heading).random() < _TRAILING_BLANK
            if heading in _TYPED_BY_HAND and isinstance(text, str) and careless:
                row[index] = f"{text} "


def build_sheets() -> dict[str, Sheet]:
    """Return every sheet but the first, in the workbook's order, without the typing errors."""
    events = adverse_events()
    rows: dict[str, list[list[object]]] = {name: [] for name in _COLUMNS}
    for who in PATIENTS:
        own = events[who.subject]
        rows["Demographics"] += _demographics(who)
        rows["Visits"] += _visits(who)
        rows["Pulmonary Function"] += _of(who.subject, lung_rows(who))
        rows["Skin Score"] += _of(who.subject, skin_rows(who))
        rows["HAQ"] += _of(who.subject, haq_rows(who))
        rows["Study Drug"] += _study_drug(who)
        rows["Adverse Events"] += _adverse_events(who, own)
        rows["Concomitant Medication"] += _numbered(who.subject, medication_rows(who, own))
        rows["Laboratory"] += _of(who.subject, lab_rows(who))
        rows["Medical History"] += _numbered(who.subject, history_rows(who))
        rows["Disposition"] += _disposition(who)
    for name, columns in _COLUMNS.items():
        _with_trailing_blanks(name, columns, rows[name])
        rows[name] = [[*row, *_admin(name, number, row)] for number, row in enumerate(rows[name])]
    return {name: Sheet((*columns, *_ADMIN), rows[name]) for name, columns in _COLUMNS.items()}
