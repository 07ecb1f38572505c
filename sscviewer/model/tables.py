"""The glossary: every table of a trial, its columns, what they mean and where the name comes from.

Text columns hold str, "" when missing. Number columns hold float64, NaN when missing. Date columns hold
datetime64[s], NaT when missing; beside each date stands its flag (`ASTDT`, `ASTDTF`: see `model.dates`).
Every table also has USUBJID (the patient) and SRCREF ("Sheet!A1": the cell of a measured value or, when it is
derived, of the value it is computed from; the first cell of any other row).
"""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "number", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: CDISC name, kind, what it means, and the standard it is from."""

    name: str
    kind: Kind
    label: str
    source: str = "SDTM"


def _dates(start: str, label: str) -> tuple[Column, Column]:
    return (
        Column(start, "date", f"{label}, first possible day", "ADaM"),
        Column(f"{start}F", "text", f"{label}, what is unknown: day D, month M, all Y", "ADaM"),
    )


KEY = (
    Column("USUBJID", "text", "Patient"),
    Column("SRCREF", "text", "Cell in the file", "sscviewer"),
)

_PERIOD = (
    *_dates("ASTDT", "Start"),
    *_dates("AENDT", "End"),
    Column("ASTDY", "number", "Start, study day of the first possible day", "ADaM"),
    Column("AENDY", "number", "End, study day of the last possible day", "ADaM"),
)

POPULATION_FLAGS = ("SAFFL", "ITTFL", "FASFL", "PPROTFL", "RANDFL", "EFFFL")
"""Columns of the patients that say who belongs to a population of the analysis."""

SUBJECTS = (
    *KEY,
    Column("SUBJID", "text", "Patient number as printed"),
    Column("SITEID", "text", "Site"),
    Column("AGE", "number", "Age at entry, years"),
    Column("BRTHDTC", "text", "Date of birth, ISO 8601 as far as known"),
    Column("SEX", "text", "Sex: F, M or as written"),
    Column("RACE", "text", "Race"),
    Column("ETHNIC", "text", "Ethnicity"),
    Column("TRT01P", "text", "Arm, as randomised", "ADaM"),
    Column("TRT01A", "text", "Arm, as treated", "ADaM"),
    Column("SSCSUB", "text", "Subset: DIFFUSE, LIMITED or as written", "sscviewer"),
    Column("DISDUR", "number", "Disease duration at entry, years", "sscviewer"),
    Column("HEIGHT", "number", "Height, cm", "VSTESTCD"),
    Column("WEIGHT", "number", "Weight, kg", "VSTESTCD"),
    Column("SAFFL", "text", "In the safety population: Y, N or as written", "ADaM"),
    Column("ITTFL", "text", "In the intent-to-treat population: Y, N or as written", "ADaM"),
    Column("FASFL", "text", "In the full analysis set: Y, N or as written", "ADaM"),
    Column("PPROTFL", "text", "In the per-protocol population: Y, N or as written", "ADaM"),
    Column("RANDFL", "text", "Randomised: Y, N or as written", "ADaM"),
    Column("EFFFL", "text", "In the efficacy population: Y, N or as written", "sscviewer"),
    *_dates("RFICDT", "Consent"),
    *_dates("TRTSDT", "First dose"),
    *_dates("TRTEDT", "Last dose"),
    *_dates("DTHDT", "Death"),
    *_dates("LSTALVDT", "Last contact"),
    Column("RFSTDT", "date", "Day 1 of this patient"),
    Column("RFSTSRC", "text", "What day 1 is: first dose, baseline visit, first date or none", "sscviewer"),
)

VISITS = (
    *KEY,
    Column("VISIT", "text", "Visit as written"),
    Column("AVISIT", "text", "Visit as analysed", "ADaM"),
    Column("AVISITN", "number", "Visit as analysed, months since baseline", "ADaM"),
    *_dates("ADT", "Date"),
    Column("ADY", "number", "Study day", "ADaM"),
    Column("VISITDY", "number", "Planned study day"),
    Column("SVSTAT", "text", "Done, missed or as written", "sscviewer"),
)

MEASUREMENTS = (
    *KEY,
    Column("PARAMCD", "text", "Parameter code", "ADaM"),
    Column("VISIT", "text", "Visit as written"),
    Column("AVISIT", "text", "Visit as analysed", "ADaM"),
    Column("AVISITN", "number", "Visit as analysed, months since baseline", "ADaM"),
    Column("ATPT", "text", "Position or time point that tells several readings of a day apart", "ADaM"),
    *_dates("ADT", "Date"),
    Column("ADY", "number", "Study day", "ADaM"),
    Column("AVAL", "number", "Value, in the unit of the parameter; NaN when not a number", "ADaM"),
    Column("AVALC", "text", "Value as written", "ADaM"),
    Column("AVALU", "text", "Unit as written", "ADaM"),
    Column("AVALQ", "text", "< or > when only a limit is known", "sscviewer"),
    Column("ANRLO", "number", "Lower limit of normal", "ADaM"),
    Column("ANRHI", "number", "Upper limit of normal", "ADaM"),
    Column("ABLFL", "text", "Y: baseline, as flagged in the file until the plan has settled it", "ADaM"),
    Column("ANL01FL", "text", "Settled by the plan: Y when the value counts for its visit, else N", "ADaM"),
    Column("ANL02FL", "text", "Settled by the plan: Y when the reading stands for its day, else N", "ADaM"),
    Column("AWTARGET", "number", "Settled by the plan: planned study day of the value's window", "ADaM"),
    Column("AWLO", "number", "Settled by the plan: first study day of the window", "ADaM"),
    Column("AWHI", "number", "Settled by the plan: last study day of the window", "ADaM"),
    Column("VISITM", "number", "Months of the visit as written, once the plan has settled it", "sscviewer"),
    Column("DTYPE", "text", "DERIVED when computed from collected values", "ADaM"),
    Column("RECIPE", "text", "How it was computed", "sscviewer"),
)

ADVERSE_EVENTS = (
    *KEY,
    Column("AESEQ", "text", "Number of the event"),
    Column("AETERM", "text", "Event as reported"),
    Column("AEDECOD", "text", "Preferred term"),
    Column("AEBODSYS", "text", "System organ class"),
    *_PERIOD,
    Column("AEENRTPT", "text", "ONGOING when the file says so"),
    Column("AETOXGR", "number", "CTCAE grade 1-5"),
    Column("AEITOXGR", "number", "CTCAE grade 1-5 at the start of the event", "ADaM AITOXGR"),
    Column("AESEV", "text", "MILD, MODERATE, SEVERE or as written"),
    Column("AESER", "text", "Serious: Y, N or not said"),
    Column("AEREL", "text", "Relation to the drug as written"),
    Column("AERELFL", "text", "Y when related: possible or above", "sscviewer"),
    Column("AEACN", "text", "Action taken with the drug"),
    Column("AEOUT", "text", "Outcome"),
    Column("TRTEMFL", "text", "Y when treatment-emergent as flagged in the file", "ADaM"),
)

EXPOSURE = (
    *KEY,
    Column("EXTRT", "text", "Drug"),
    Column("EXDOSE", "number", "Dose per intake or per day as written"),
    Column("EXDOSU", "text", "Unit"),
    Column("EXDOSFRQ", "text", "Frequency as written"),
    Column("EXDAILY", "number", "Dose per day, in the unit", "sscviewer"),
    *_PERIOD,
    Column("AEENRTPT", "text", "ONGOING when the file says so"),
    Column("EXADJ", "text", "Reason for the change"),
    Column("EXGAPFL", "text", "Settled by the plan: Y when days without a record are days without drug"),
)

DISPOSITION = (
    *KEY,
    Column("DSCAT", "text", "Category"),
    Column("DSTERM", "text", "As reported"),
    Column("DSDECOD", "text", "COMPLETED, or the reason: ADVERSE EVENT, LOST TO FOLLOW-UP …"),
    Column("EOSSTT", "text", "COMPLETED, DISCONTINUED, ONGOING, SCREEN FAILURE; '' for milestones", "ADaM"),
    Column("DSSPFY", "text", "Reason in the site's words", "sscviewer"),
    *_dates("ADT", "Date"),
    Column("ADY", "number", "Study day", "ADaM"),
)

MEDICATIONS = (
    *KEY,
    Column("CMTRT", "text", "Medication"),
    Column("CMDECOD", "text", "Standard name"),
    Column("CMINDC", "text", "Indication"),
    Column("CMDOSE", "text", "Dose as written"),
    Column("CMDOSU", "text", "Unit"),
    Column("CMDOSFRQ", "text", "Frequency"),
    *_PERIOD,
    Column("CMENRTPT", "text", "ONGOING when the file says so"),
)

HISTORY = (
    *KEY,
    Column("MHTERM", "text", "Condition"),
    Column("MHDECOD", "text", "Preferred term"),
    Column("MHBODSYS", "text", "System organ class"),
    Column("MHCAT", "text", "Category"),
    *_PERIOD,
    Column("MHENRTPT", "text", "ONGOING when the file says so"),
)

EVENT_TIMES = (
    *KEY,
    Column("PARAMCD", "text", "Time, short name", "ADaM"),
    Column("PARAM", "text", "Time", "ADaM"),
    Column("AVAL", "number", "Days to the event, or to the end of observation", "ADaM"),
    Column("CNSR", "number", "0 when the event happened, else censored", "ADaM"),
    Column("EVNTDESC", "text", "What happened, or why it is censored", "ADaM"),
)

TABLES: dict[str, tuple[Column, ...]] = {
    "subjects": SUBJECTS,
    "visits": VISITS,
    "measurements": MEASUREMENTS,
    "adverse_events": ADVERSE_EVENTS,
    "exposure": EXPOSURE,
    "disposition": DISPOSITION,
    "medications": MEDICATIONS,
    "history": HISTORY,
    "event_times": EVENT_TIMES,
}

DERIVED = "DERIVED"
"""What DTYPE says of a measurement that the program computed; "" of one that the file has."""

DATE_FLAGS = {
    name: tuple((c.name, f"{c.name}F") for c in columns if c.kind == "date" and c.name != "RFSTDT")
    for name, columns in TABLES.items()
}
"""For each table the pairs (date column, its flag column)."""
