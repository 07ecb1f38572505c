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
class TableColumn:
    """One column: CDISC name, kind, what it means, and the standard it is from."""

    name: str
    kind: Kind
    label: str
    source: str = "SDTM"


def _dates(start: str, label: str) -> tuple[TableColumn, TableColumn]:
    return (
        TableColumn(start, "date", f"{label}, first possible day", "ADaM"),
        TableColumn(f"{start}F", "text", f"{label}, what is unknown: day D, month M, all Y", "ADaM"),
    )


KEY = (
    TableColumn("USUBJID", "text", "Patient"),
    TableColumn("SRCREF", "text", "Cell in the file", "sscviewer"),
)

_PERIOD = (
    *_dates("ASTDT", "Start"),
    *_dates("AENDT", "End"),
    TableColumn("ASTDY", "number", "Start, study day of the first possible day", "ADaM"),
    TableColumn("AENDY", "number", "End, study day of the last possible day", "ADaM"),
)

POPULATION_FLAGS = ("SAFFL", "ITTFL", "FASFL", "PPROTFL", "RANDFL", "EFFFL")
"""Columns of the patients that say who belongs to a population of the analysis."""

SUBJECTS = (
    *KEY,
    TableColumn("SUBJID", "text", "Patient number as printed"),
    TableColumn("SITEID", "text", "Site"),
    TableColumn("SITEGR1", "text", "Pooled site: small sites put together, as the protocol has it", "ADaM"),
    TableColumn("AGE", "number", "Age at entry, years"),
    TableColumn("BRTHDTC", "text", "Date of birth, ISO 8601 as far as known"),
    TableColumn("SEX", "text", "Sex: F, M or as written"),
    TableColumn("RACE", "text", "Race"),
    TableColumn("ETHNIC", "text", "Ethnicity"),
    TableColumn("TRT01P", "text", "Arm, as randomised", "ADaM"),
    TableColumn("TRT01A", "text", "Arm, as treated", "ADaM"),
    TableColumn("TRT01PN", "number", "Arm as randomised, as a number: its dose, or its place", "ADaM"),
    TableColumn("SSCSUB", "text", "Subset: DIFFUSE, LIMITED or as written", "sscviewer"),
    TableColumn("DISDUR", "number", "Disease duration at entry, years", "sscviewer"),
    TableColumn("HEIGHT", "number", "Height, cm", "VSTESTCD"),
    TableColumn("WEIGHT", "number", "Weight, kg", "VSTESTCD"),
    TableColumn("SAFFL", "text", "In the safety population: Y, N or as written", "ADaM"),
    TableColumn("ITTFL", "text", "In the intent-to-treat population: Y, N or as written", "ADaM"),
    TableColumn("FASFL", "text", "In the full analysis set: Y, N or as written", "ADaM"),
    TableColumn("PPROTFL", "text", "In the per-protocol population: Y, N or as written", "ADaM"),
    TableColumn("RANDFL", "text", "Randomised: Y, N or as written", "ADaM"),
    TableColumn("EFFFL", "text", "In the efficacy population: Y, N or as written", "sscviewer"),
    TableColumn("DTHFL", "text", "Died, with or without a date of death: Y, N or as written", "ADaM"),
    *_dates("RFICDT", "Consent"),
    *_dates("RANDDT", "Randomisation"),
    *_dates("TRTSDT", "First dose"),
    *_dates("TRTEDT", "Last dose"),
    *_dates("DTHDT", "Death"),
    *_dates("LSTALVDT", "Last contact"),
    TableColumn("RFSTDT", "date", "Day 1 of this patient"),
    TableColumn(
        "RFSTSRC",
        "text",
        "What day 1 is: first dose, baseline visit, first date or none; by the plan randomisation, "
        "consent or first visit",
        "sscviewer",
    ),
    TableColumn("ICEDY", "number", "Settled by the plan: study day after which values do not count"),
    TableColumn("FUENDY", "number", "Settled by the plan: study day on which follow-up ends"),
    TableColumn("FUENDSRC", "text", "Settled by the plan: what ends follow-up before the last contact"),
    TableColumn("DTHWIN", "number", "Settled by the plan: days in which a death ended the treatment before"),
    TableColumn("LBCTCAE", "text", "Settled by the plan: version of CTCAE that grades laboratory values"),
    TableColumn("ICESTRAT", "text", "Settled by the plan: what stands in their place (ICH E9(R1))"),
)

VISITS = (
    *KEY,
    TableColumn("VISIT", "text", "Visit as written"),
    TableColumn("AVISIT", "text", "Visit as analysed", "ADaM"),
    TableColumn("AVISITN", "number", "Visit as analysed, months since baseline", "ADaM"),
    *_dates("ADT", "Date"),
    TableColumn("ADY", "number", "Study day", "ADaM"),
    TableColumn("VISITDY", "number", "Planned study day"),
    TableColumn("SVSTAT", "text", "Done, missed or as written", "sscviewer"),
)

MEASUREMENTS = (
    *KEY,
    TableColumn("PARAMCD", "text", "Parameter code", "ADaM"),
    TableColumn("VISIT", "text", "Visit as written"),
    TableColumn("AVISIT", "text", "Visit as analysed", "ADaM"),
    TableColumn("AVISITN", "number", "Visit as analysed, months since baseline", "ADaM"),
    TableColumn(
        "VISITSRC", "text", "analysis: the visit is the file's own analysis visit (AVISIT)", "sscviewer"
    ),
    TableColumn("ATPT", "text", "Position or time point that tells several readings of a day apart", "ADaM"),
    *_dates("ADT", "Date"),
    TableColumn("ADY", "number", "Study day", "ADaM"),
    TableColumn("AVAL", "number", "Value, in the unit of the parameter; NaN when not a number", "ADaM"),
    TableColumn("AVALC", "text", "Value as written", "ADaM"),
    TableColumn("AVALU", "text", "Unit as written", "ADaM"),
    TableColumn("AVALQ", "text", "< or > when only a limit is known", "sscviewer"),
    TableColumn("ANRLO", "number", "Lower limit of normal", "ADaM"),
    TableColumn("ANRHI", "number", "Upper limit of normal", "ADaM"),
    TableColumn("ABLFL", "text", "Y: baseline, as flagged in the file until the plan has settled it", "ADaM"),
    TableColumn(
        "ANL01FL", "text", "Settled by the plan: Y when the value counts for its visit, else N", "ADaM"
    ),
    TableColumn(
        "ANL02FL", "text", "Settled by the plan: Y when the reading stands for its day, else N", "ADaM"
    ),
    TableColumn("AWTARGET", "number", "Settled by the plan: planned study day of the value's window", "ADaM"),
    TableColumn("AWLO", "number", "Settled by the plan: first study day of the window", "ADaM"),
    TableColumn("AWHI", "number", "Settled by the plan: last study day of the window", "ADaM"),
    TableColumn("AWSRC", "text", "Settled by the plan: plan where it gives the window itself"),
    TableColumn(
        "VISITM", "number", "Months of the visit as written, once the plan has settled it", "sscviewer"
    ),
    TableColumn("DTYPE", "text", "DERIVED when computed from collected values", "ADaM"),
    TableColumn("RECIPE", "text", "How it was computed", "sscviewer"),
)

ADVERSE_EVENTS = (
    *KEY,
    TableColumn("AESEQ", "text", "Number of the event"),
    TableColumn("AETERM", "text", "Event as reported"),
    TableColumn("AEDECOD", "text", "Preferred term"),
    TableColumn("AEBODSYS", "text", "System organ class"),
    *_PERIOD,
    TableColumn("AEENRTPT", "text", "ONGOING when the file says so"),
    TableColumn("AETOXGR", "number", "CTCAE grade 1-5"),
    TableColumn("AEITOXGR", "number", "CTCAE grade 1-5 at the start of the event", "ADaM AITOXGR"),
    TableColumn("AESEV", "text", "MILD, MODERATE, SEVERE or as written"),
    TableColumn("AESER", "text", "Serious: Y, N or not said"),
    TableColumn("AEREL", "text", "Relation to the drug as written"),
    TableColumn("AERELFL", "text", "Y when related: possible or above", "sscviewer"),
    TableColumn("AEACN", "text", "Action taken with the drug"),
    TableColumn("AEOUT", "text", "Outcome"),
    TableColumn("TRTEMFL", "text", "Y when treatment-emergent as flagged in the file", "ADaM"),
)

EXPOSURE = (
    *KEY,
    TableColumn("EXTRT", "text", "Drug"),
    TableColumn("EXDOSE", "number", "Dose per intake or per day as written"),
    TableColumn("EXDOSU", "text", "Unit"),
    TableColumn("EXDOSFRQ", "text", "Frequency as written"),
    TableColumn("EXPSTRG", "number", "Amount of drug in a tablet, as written", "SDTM ECPSTRG"),
    TableColumn("EXPSTRGU", "text", "Unit of EXPSTRG", "SDTM ECPSTRGU"),
    TableColumn("EXDAILY", "number", "Dose per day, in the unit", "sscviewer"),
    *_PERIOD,
    TableColumn("AEENRTPT", "text", "ONGOING when the file says so"),
    TableColumn("EXADJ", "text", "Reason for the change"),
    TableColumn(
        "EXACN", "text", "What was done: DOSE REDUCED, DRUG INTERRUPTED … or as written", "sscviewer"
    ),
    TableColumn("EXCAT", "text", "Category as written: study drug, background"),
    TableColumn("EXGAPFL", "text", "Settled by the plan: Y when days without a record are days without drug"),
    TableColumn(
        "EXDAYRL",
        "text",
        "Settled by the plan: last or larger, of doses that began on one day; '' when they add up",
    ),
)

DISPOSITION = (
    *KEY,
    TableColumn("DSCAT", "text", "Category"),
    TableColumn("DSTERM", "text", "As reported"),
    TableColumn("DSDECOD", "text", "COMPLETED, or the reason: ADVERSE EVENT, LOST TO FOLLOW-UP …"),
    TableColumn(
        "EOSSTT", "text", "COMPLETED, DISCONTINUED, ONGOING, SCREEN FAILURE; '' for milestones", "ADaM"
    ),
    TableColumn("DSSPFY", "text", "Reason in the site's words", "sscviewer"),
    *_dates("ADT", "Date"),
    TableColumn("ADY", "number", "Study day", "ADaM"),
)

MEDICATIONS = (
    *KEY,
    TableColumn("CMTRT", "text", "Medication"),
    TableColumn("CMDECOD", "text", "Standard name"),
    TableColumn("CMINDC", "text", "Indication"),
    TableColumn("CMDOSE", "text", "Dose as written"),
    TableColumn("CMDOSU", "text", "Unit"),
    TableColumn("CMDOSFRQ", "text", "Frequency"),
    *_PERIOD,
    TableColumn("CMENRTPT", "text", "ONGOING when the file says so"),
)

HISTORY = (
    *KEY,
    TableColumn("MHTERM", "text", "Condition"),
    TableColumn("MHDECOD", "text", "Preferred term"),
    TableColumn("MHBODSYS", "text", "System organ class"),
    TableColumn("MHCAT", "text", "Category"),
    *_PERIOD,
    TableColumn("MHENRTPT", "text", "ONGOING when the file says so"),
)

EVENT_TIMES = (
    *KEY,
    TableColumn("PARAMCD", "text", "Time, short name", "ADaM"),
    TableColumn("PARAM", "text", "Time", "ADaM"),
    TableColumn("AVAL", "number", "Days to the event, or to the end of observation", "ADaM"),
    TableColumn("CNSR", "number", "0 when the event happened, else censored", "ADaM"),
    TableColumn("EVNTDESC", "text", "What happened, or why it is censored", "ADaM"),
)

CARRIED_VALUES = (
    *KEY,
    TableColumn("PARAMCD", "text", "Parameter code", "ADaM"),
    TableColumn("VISIT", "text", "Visit as written"),
    TableColumn("AVISIT", "text", "Visit the value stands for", "ADaM"),
    TableColumn("AVISITN", "number", "Visit the value stands for, months since baseline", "ADaM"),
    *_dates("ADT", "Date it was measured"),
    TableColumn("ADY", "number", "Study day it was measured", "ADaM"),
    TableColumn("AVAL", "number", "Value, in the unit of the parameter", "ADaM"),
    TableColumn("AVALC", "text", "Value as written", "ADaM"),
    TableColumn("DTYPE", "text", "How the file made the row: LOCF", "ADaM"),
)
"""Rows of the file that were not observed at their visit but carried forward to it (LOCF). They are a table
of their own so that nothing can take them for measurements; the plan alone decides whether they count."""

TABLES: dict[str, tuple[TableColumn, ...]] = {
    "subjects": SUBJECTS,
    "visits": VISITS,
    "measurements": MEASUREMENTS,
    "adverse_events": ADVERSE_EVENTS,
    "exposure": EXPOSURE,
    "disposition": DISPOSITION,
    "medications": MEDICATIONS,
    "history": HISTORY,
    "event_times": EVENT_TIMES,
    "carried_values": CARRIED_VALUES,
}

ANALYSIS_VISIT = "analysis"
"""What VISITSRC says of a measurement whose analysis visit the file gives."""
DERIVED = "DERIVED"
"""What DTYPE says of a measurement that the program computed; "" of one that the file has."""
CARRIED = "LOCF"
"""What DTYPE says of a row of the file whose value was carried forward."""

SETTLED = frozenset(
    {"ICEDY", "ICESTRAT", "FUENDY", "FUENDSRC", "DTHWIN", "ANL01FL", "ANL02FL", "LBCTCAE"}
    | {"AWTARGET", "AWLO", "AWHI", "AWSRC", "VISITM", "EXGAPFL", "EXDAYRL"}
)
"""Columns that the plan settles: no file has them, and two files are not compared by them."""

DATE_FLAGS = {
    name: tuple((c.name, f"{c.name}F") for c in columns if c.kind == "date" and c.name != "RFSTDT")
    for name, columns in TABLES.items()
}
"""For each table the pairs (date column, its flag column)."""
