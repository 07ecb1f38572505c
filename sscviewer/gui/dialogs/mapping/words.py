"""What roles and fields of a mapping are called on screen."""

from sscviewer.gui.language import tr
from sscviewer.workbook.mapping.words import is_known_code, meaning_in_words
from sscviewer.workbook.values.words import split_heading

ROLES = (
    ("ignored", "Not a data sheet"),
    ("subjects", "Patients"),
    ("visits", "Visits"),
    ("measurements", "Measurements"),
    ("adverse_events", "Adverse events"),
    ("exposure", "Doses of study drug"),
    ("disposition", "End of study"),
    ("medications", "Other medication"),
    ("history", "Medical history"),
    ("event_times", "Times to events"),
    ("subjects+measurements", "Patients and measurements"),
)
"""(role, words)."""

FIELDS = {
    "USUBJID": "Patient",
    "SUBJID": "Patient, as printed",
    "SITEID": "Site",
    "SITEGR1": "Pooled site",
    "AGE": "Age, years",
    "BRTHDTC": "Date of birth",
    "SEX": "Sex",
    "RACE": "Race",
    "ETHNIC": "Ethnicity",
    "TRT01P": "Arm, as randomised",
    "TRT01A": "Arm, as treated",
    "SSCSUB": "SSc subset",
    "DISDUR": "Disease duration",
    "HEIGHT": "Height",
    "WEIGHT": "Weight",
    "SAFFL": "Safety population",
    "ITTFL": "Intent-to-treat population",
    "FASFL": "Full analysis set",
    "PPROTFL": "Per-protocol population",
    "RANDFL": "Randomised",
    "EFFFL": "Efficacy population",
    "RFICDT": "Consent",
    "RANDDT": "Randomisation",
    "TRTSDT": "First dose",
    "TRTEDT": "Last dose",
    "DTHDT": "Death",
    "DTHFL": "Died",
    "LSTALVDT": "Last contact",
    "VISIT": "Visit",
    "ADT": "Date",
    "ADY": "Study day",
    "VISITDY": "Planned study day",
    "SVSTAT": "Visit took place",
    "TARGETDT": "Planned date",
    "TEST": "Test",
    "CODE": "Test code",
    "PARAM": "Name of the time",
    "PARAMCD": "Short name of the time",
    "AVAL": "Time to the event",
    "CNSR": "0: it happened; else censored",
    "EVNTDESC": "What happened",
    "STARTDT": "First day of the time",
    "RESULT": "Result",
    "STANDARD": "Result, standard unit",
    "VALUE": "Result, number",
    "RESULTU": "Unit as collected",
    "AVALU": "Unit",
    "ANRLO": "Lower limit of normal",
    "ANRHI": "Upper limit of normal",
    "ATPT": "Position or time point",
    "POSITION": "Position",
    "TIMEPOINT": "Time point",
    "SPECIMEN": "Specimen",
    "CATEGORY": "Category",
    "ABLFL": "Baseline flag",
    "STATUS": "Not done",
    "AESEQ": "Event number",
    "AETERM": "Event",
    "AEDECOD": "Preferred term",
    "AEBODSYS": "System organ class",
    "ASTDT": "Start",
    "AENDT": "End",
    "ASTDY": "Start, study day",
    "AENDY": "End, study day",
    "AEENRTPT": "Ongoing",
    "AETOXGR": "CTCAE grade",
    "AEITOXGR": "CTCAE grade at the start",
    "AESEV": "Severity",
    "AESER": "Serious",
    "AEREL": "Relation to the drug",
    "AEACN": "Action taken",
    "AEOUT": "Outcome",
    "TRTEMFL": "Treatment-emergent",
    "EXTRT": "Drug",
    "EXDOSE": "Dose",
    "EXDOSU": "Unit",
    "EXDOSFRQ": "Times a day",
    "EXPSTRG": "Strength of a tablet",
    "EXPSTRGU": "Unit of the strength",
    "EXDAILY": "Dose per day",
    "EXADJ": "Reason for the change",
    "EXACN": "Action taken",
    "EXCAT": "Category",
    "DSCAT": "Category",
    "DSTERM": "As reported",
    "DSDECOD": "Reason",
    "EOSSTT": "Status",
    "DSSPFY": "Details",
    "CMTRT": "Medication",
    "CMDECOD": "Standard name",
    "CMINDC": "Indication",
    "CMDOSE": "Dose",
    "CMDOSU": "Unit",
    "CMDOSFRQ": "Times a day",
    "CMENRTPT": "Ongoing",
    "MHTERM": "Condition",
    "MHDECOD": "Preferred term",
    "MHBODSYS": "System organ class",
    "MHCAT": "Category",
    "MHENRTPT": "Ongoing",
}

FIRST = {
    "subjects": (
        "USUBJID",
        "AGE",
        "BRTHDTC",
        "SEX",
        "TRT01P",
        "TRT01A",
        "TRTSDT",
        "TRTEDT",
        "LSTALVDT",
        "DTHDT",
    ),
    "visits": ("USUBJID", "VISIT", "ADT", "SVSTAT", "TARGETDT", "VISITDY"),
    "measurements": ("USUBJID", "VISIT", "ADT", "TEST", "CODE", "RESULT", "STANDARD", "VALUE", "AVALU"),
    "adverse_events": (
        *("USUBJID", "AETERM", "AEDECOD", "AEBODSYS", "ASTDT", "AENDT", "AEENRTPT"),
        *("AETOXGR", "AEITOXGR", "AESEV", "AESER", "AEREL", "AEACN", "AEOUT"),
    ),
    "exposure": ("USUBJID", "EXDAILY", "EXDOSE", "EXDOSU", "EXDOSFRQ", "ASTDT", "AENDT", "AEENRTPT"),
    "disposition": ("USUBJID", "EOSSTT", "DSDECOD", "ADT", "DSSPFY"),
    "medications": ("USUBJID", "CMTRT", "CMDECOD", "ASTDT", "AENDT", "CMENRTPT"),
    "history": ("USUBJID", "MHTERM", "MHDECOD", "ASTDT", "AENDT"),
    "event_times": ("USUBJID", "PARAM", "AVAL", "CNSR", "STARTDT", "ADT"),
}
"""The fields that matter most, in the order to ask for them."""

CONFIDENCE = {
    "sure": "recognised",
    "likely": "probably",
    "unsure": "please check",
    "mapped": "as you mapped it",
    "problem": "incomplete",
}


def role_words(role: str) -> str:
    """Return what a role is called."""
    known = dict(ROLES)
    if role in known:
        return known[role]
    parts = [known.get(part, part) for part in role.split("+")]
    return " and ".join([parts[0], *(part.casefold() for part in parts[1:])])


def several_roles(role: str) -> tuple[str, ...]:
    """Return what a sheet may hold beside what it holds already: its role with one more each."""
    own = () if role == "ignored" else tuple(role.split("+"))
    single = [value for value, _ in ROLES if "+" not in value and value != "ignored"]
    order = {value: i for i, value in enumerate(single)}
    more = (
        tuple(sorted((*own, value), key=lambda v: order.get(v, 0))) for value in single if value not in own
    )
    return tuple("+".join(parts) for parts in more) if own else ()


def measured_words(name: str, code: str, column: str) -> str:
    """Return what a measurement is called: its name, the program's, or its column's heading."""
    return name or (meaning_in_words("TEST", code) if is_known_code(code) else split_heading(column).name)


def field_words(field: str) -> str:
    """Return what a field is called."""
    return tr(FIELDS.get(field, field))
