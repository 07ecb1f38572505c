"""A trial of three arms as SDTM sheets, made from a seed: what a test needs of such a file, and no more.

Tests count its rows with pandas or openpyxl, never with the program, and compare. The traps of real
exports are in it: screen failures, partial dates, events that never end or began before the first dose,
several readings of a visit, a value not done, words and limits in place of numbers, patients without any
value after the first dose, and findings told in supplements.
"""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import xlsxwriter

Row = dict[str, object]
Sheets = dict[str, list[Row]]

STUDY = "SD-01"
ARMS = {"PBO": ("Placebo", 0), "LOW": ("Low dose", 10), "HIGH": ("High dose", 20)}
VISITS = [
    (1, "SCREENING", -14), (2, "BASELINE", 1), (3, "WEEK 4", 29), (4, "WEEK 8", 57), (5, "WEEK 12", 85),
    (6, "WEEK 16", 113), (7, "WEEK 20", 141), (8, "WEEK 26", 183),
]  # fmt: skip
TERMS = [
    ("Nausea", "Gastrointestinal disorders"), ("Diarrhoea", "Gastrointestinal disorders"),
    ("Vomiting", "Gastrointestinal disorders"), ("Headache", "Nervous system disorders"),
    ("Dizziness", "Nervous system disorders"), ("Rash", "Skin and subcutaneous tissue disorders"),
    ("Pruritus", "Skin and subcutaneous tissue disorders"), ("Cough", "Respiratory disorders"),
    ("Pneumonia", "Infections and infestations"), ("Nasopharyngitis", "Infections and infestations"),
]  # fmt: skip
TESTS = {
    "ALB": ("Albumin", "g/L", 33, 49), "ALP": ("Alkaline Phosphatase", "U/L", 35, 115),
    "ALT": ("Alanine Aminotransferase", "U/L", 6, 43), "AST": ("Aspartate Aminotransferase", "U/L", 9, 38),
    "BILI": ("Bilirubin", "umol/L", 3, 21), "CK": ("Creatine Kinase", "U/L", 38, 176),
    "GGT": ("Gamma Glutamyl Transferase", "U/L", 10, 61), "HGB": ("Hemoglobin", "g/L", 115, 158),
    "K": ("Potassium", "mmol/L", 3.4, 5.4), "SODIUM": ("Sodium", "mmol/L", 132, 147),
    "WBC": ("Leukocytes", "10^9/L", 3.8, 10.7),
}  # fmt: skip
RAISED = {"ALT": 0.9, "AST": 0.8, "CK": 1.0, "GGT": 0.9, "ALP": 0.5}
"""Tests whose values are skewed upwards, with the scale of the logarithm."""
POSITIONS = [("SUPINE", "AFTER LYING DOWN FOR 5 MINUTES"), ("STANDING", "AFTER STANDING FOR 1 MINUTE")]


class _Patient:
    """When one patient came, was treated and left."""

    def __init__(self, number: int, dice: Random, arm: str | None):
        self.usubjid = f"{STUDY}-{100 + number % 3}-{number:03d}"
        self.arm = arm
        self.start = date(2018, 1, 8) + timedelta(days=9 * number)
        self.reason, self.last = "SCREEN FAILURE", -7
        if arm is not None:
            reasons = (
                ["COMPLETED"] * 5 + ["ADVERSE EVENT"] * 3 + ["WITHDRAWAL BY SUBJECT", "LOST TO FOLLOW-UP"]
            )
            self.reason = reasons[number % 10]
            self.last = 183 if self.reason == "COMPLETED" else dice.randrange(15, 160)

    def on(self, day: int) -> str:
        """Return the date of a study day; the first day is 1 and there is no day 0."""
        return (self.start + timedelta(days=day - (day > 0))).isoformat()

    def visits(self) -> list[tuple[int, str, int]]:
        return [visit for visit in VISITS if visit[2] <= self.last]


def make_patients() -> list[_Patient]:
    """Make 54 treated patients, 18 an arm, and eight who failed screening."""
    dice, arms = Random(20181), list(ARMS)
    return [_Patient(i, dice, None if i % 8 == 5 else arms[i % 3]) for i in range(62)]


def _demographics(patients: list[_Patient]) -> list[Row]:
    dice, rows = Random(1), []
    for patient in patients:
        arm = ARMS[patient.arm][0] if patient.arm else "Screen Failure"
        treated = patient.arm is not None
        rows.append(
            {
                "STUDYID": STUDY, "DOMAIN": "DM", "USUBJID": patient.usubjid,
                "SUBJID": patient.usubjid[-3:],
                "RFSTDTC": patient.on(1) if treated else None,
                "RFENDTC": patient.on(patient.last) if treated else None,
                "RFXSTDTC": patient.on(1) if treated else None,
                "RFXENDTC": patient.on(patient.last) if treated else None,
                "SITEID": patient.usubjid.split("-")[2], "AGE": dice.randrange(41, 86), "AGEU": "YEARS",
                "SEX": dice.choice("FFM"),
                "RACE": dice.choice(["WHITE"] * 5 + ["BLACK OR AFRICAN AMERICAN", "ASIAN"]),
                "ARMCD": patient.arm or "Scrnfail", "ARM": arm,
                "ACTARMCD": patient.arm or "Scrnfail", "ACTARM": arm, "COUNTRY": "USA",
                "DMDTC": patient.on(-14), "DMDY": -14,
            }
        )  # fmt: skip
    return rows


def _visits(patients: list[_Patient]) -> list[Row]:
    return [
        {"STUDYID": STUDY, "DOMAIN": "SV", "USUBJID": patient.usubjid, "VISITNUM": number, "VISIT": name,
         "VISITDY": day, "SVSTDTC": patient.on(day), "SVENDTC": patient.on(day)}
        for patient in patients
        for number, name, day in patient.visits()
    ]  # fmt: skip


def _disposition(patients: list[_Patient]) -> list[Row]:
    rows: list[Row] = []
    for patient in patients:
        told = [("PROTOCOL MILESTONE", "INFORMED CONSENT OBTAINED", -14)]
        if patient.arm:
            told.append(("PROTOCOL MILESTONE", "RANDOMIZED", 1))
        told.append(("DISPOSITION EVENT", patient.reason, patient.last))
        for sequence, (category, term, day) in enumerate(told, 1):
            rows.append(
                {"STUDYID": STUDY, "DOMAIN": "DS", "USUBJID": patient.usubjid, "DSSEQ": sequence,
                 "DSTERM": term, "DSDECOD": term, "DSCAT": category, "DSSTDTC": patient.on(day),
                 "DSSTDY": day}
            )  # fmt: skip
    return rows


def _exposure(patients: list[_Patient]) -> list[Row]:
    rows: list[Row] = []
    for patient in patients:
        if not patient.arm:
            continue
        name, dose = ARMS[patient.arm]
        middle = min(14, patient.last)
        periods = [(1, middle, dose / 2)] + ([(15, patient.last, dose)] if patient.last >= 15 else [])
        for sequence, (first, last, amount) in enumerate(periods, 1):
            rows.append(
                {"STUDYID": STUDY, "DOMAIN": "EX", "USUBJID": patient.usubjid, "EXSEQ": sequence,
                 "EXTRT": "PLACEBO" if name == "Placebo" else "DRUG", "EXDOSE": amount, "EXDOSU": "mg",
                 "EXDOSFRM": "TABLET", "EXDOSFRQ": "QD", "EXSTDTC": patient.on(first),
                 "EXENDTC": patient.on(last), "EXSTDY": first, "EXENDY": last}
            )  # fmt: skip
    return rows


def _adverse_events(patients: list[_Patient]) -> tuple[list[Row], list[Row]]:
    """Make the events, and the supplement that says which are treatment-emergent."""
    dice = Random(3)
    events: list[Row] = []
    supplement: list[Row] = []
    for patient in patients:
        if not patient.arm or dice.random() < 0.15:
            continue
        for sequence in range(1, dice.randrange(2, 9)):
            term, system = dice.choice(TERMS)
            day = dice.choice([-10, *range(1, patient.last + 1)])
            start = patient.on(day)
            ends = dice.random() < 0.6
            partial = dice.choice([10] * 11 + [7])
            events.append(
                {"STUDYID": STUDY, "DOMAIN": "AE", "USUBJID": patient.usubjid, "AESEQ": sequence,
                 "AETERM": term.upper(), "AEDECOD": term.upper(), "AEBODSYS": system.upper(),
                 "AESEV": dice.choice(["MILD", "MILD", "MODERATE", "SEVERE"]),
                 "AESER": dice.choice("N" * 30 + "Y"),
                 "AEREL": dice.choice(["NONE", "REMOTE", "POSSIBLE", "PROBABLE"]),
                 "AEOUT": "RECOVERED/RESOLVED" if ends else "NOT RECOVERED/NOT RESOLVED",
                 "AESTDTC": start[:partial],
                 "AEENDTC": patient.on(day + dice.randrange(1, 20) if day > 0 else 3) if ends else None,
                 "AESTDY": day if partial == 10 else None}
            )  # fmt: skip
            supplement.append(
                {"STUDYID": STUDY, "RDOMAIN": "AE", "USUBJID": patient.usubjid, "IDVAR": "AESEQ",
                 "IDVARVAL": sequence, "QNAM": "AETRTEM", "QLABEL": "TREATMENT EMERGENT FLAG",
                 "QVAL": "Y" if day > 0 else "N", "QORIG": "DERIVED"}
            )  # fmt: skip
    return events, supplement


def _flags(patients: list[_Patient]) -> list[Row]:
    rows: list[Row] = []
    for patient in patients:
        said = {"EFFICACY": patient.last >= 29, "ITT": bool(patient.arm)}
        for name in (name for name, holds in said.items() if holds):
            rows.append(
                {"STUDYID": STUDY, "RDOMAIN": "DM", "USUBJID": patient.usubjid, "IDVAR": None,
                 "IDVARVAL": None, "QNAM": name, "QLABEL": f"{name} population flag", "QVAL": "Y",
                 "QORIG": "DERIVED"}
            )  # fmt: skip
    return rows


def _vital_signs(patients: list[_Patient]) -> list[Row]:
    dice = Random(4)
    rows: list[Row] = []
    for patient in patients:
        level, sequence = dice.gauss(130, 12), 0
        for number, name, day in patient.visits():
            readings = [("WEIGHT", "Weight", "kg", "", "", dice.gauss(70, 4))]
            for position, point in POSITIONS:
                readings.append(
                    ("SYSBP", "Systolic Blood Pressure", "mmHg", position, point, dice.gauss(level, 8))
                )
                readings.append(
                    ("DIABP", "Diastolic Blood Pressure", "mmHg", position, point, dice.gauss(80, 7))
                )
            for code, test, unit, position, point, value in readings:
                sequence += 1
                done = dice.random() > 0.004
                shown = round(value, 1) if code == "WEIGHT" else round(value)
                rows.append(
                    {"STUDYID": STUDY, "DOMAIN": "VS", "USUBJID": patient.usubjid, "VSSEQ": sequence,
                     "VSTESTCD": code, "VSTEST": test, "VSPOS": position or None,
                     "VSORRES": str(shown) if done else None, "VSORRESU": unit if done else None,
                     "VSSTRESC": str(shown) if done else None, "VSSTRESN": shown if done else None,
                     "VSSTRESU": unit if done else None, "VSSTAT": None if done else "NOT DONE",
                     "VSBLFL": "Y" if number == 2 and done else None, "VISITNUM": number, "VISIT": name,
                     "VISITDY": day, "VSDTC": patient.on(day), "VSDY": day,
                     "VSTPT": f"{position}, {point}" if position else None}
                )  # fmt: skip
    return rows


def _laboratory(patients: list[_Patient]) -> list[Row]:
    dice = Random(5)
    rows: list[Row] = []
    for patient in patients:
        sequence = 0
        for number, name, day in patient.visits():
            # One patient in nine has no blood taken after the first dose.
            if day > 1 and patient.usubjid.endswith("7"):
                continue
            for code, (test, unit, low, high) in TESTS.items():
                value = dice.uniform(low - 0.05 * (high - low), high + 0.05 * (high - low))
                if code in RAISED:
                    value = (low + high) / 3 * 2.718281828 ** dice.gauss(0, RAISED[code])
                if code == "BILI" and patient.usubjid.endswith("4") and day > 29:
                    value = high * 2.4
                if code in ("ALT", "AST") and patient.usubjid.endswith("4"):
                    value = min(value, 2.5 * high)
                sequence += 1
                shown, limits = _shown(code, value), (low, high)
                place = (number, name, day)
                rows.append(_finding("LB", patient, sequence, (code, test, unit), shown, limits, place))
            sequence += 1
            colour = ("COLOR", "Color", "")
            rows.append(_finding("LB", patient, sequence, colour, "YELLOW", None, (number, name, day)))
    limited = next(row for row in rows if row["LBTESTCD"] == "BILI" and row["VISITNUM"] == 5)
    limited |= {"LBORRES": "<1.7", "LBSTRESC": "<1.7", "LBSTRESN": None}
    return rows


def _shown(code: str, value: float) -> float:
    return round(value, 1) if TESTS[code][3] < 25 else float(round(value))


def _finding(
    domain: str,
    patient: _Patient,
    sequence: int,
    test: tuple[str, str, str],
    value: float | str,
    limits: tuple[float, float] | None,
    visit: tuple[int, str, int],
) -> Row:
    number = value if isinstance(value, float) else None
    low, high = limits or (None, None)
    side = None
    if number is not None and limits:
        side = "LOW" if number < limits[0] else "HIGH" if number > limits[1] else "NORMAL"
    row = {
        "TESTCD": test[0], "TEST": test[1], "ORRES": f"{value:g}" if number is not None else value,
        "ORRESU": test[2] or None, "ORNRLO": low, "ORNRHI": high,
        "STRESC": f"{value:g}" if number is not None else value, "STRESN": number, "STRESU": test[2] or None,
        "STNRLO": low, "STNRHI": high, "NRIND": side, "BLFL": "Y" if visit[0] == 2 else None,
    }  # fmt: skip
    return {
        "STUDYID": STUDY, "DOMAIN": domain, "USUBJID": patient.usubjid, f"{domain}SEQ": sequence,
        **{domain + name: cell for name, cell in row.items()},
        "VISITNUM": visit[0], "VISIT": visit[1], f"{domain}DTC": patient.on(visit[2]),
        f"{domain}DY": visit[2],
    }  # fmt: skip


def _heart(patients: list[_Patient]) -> list[Row]:
    dice = Random(6)
    rows: list[Row] = []
    for patient in patients:
        for number, name, day in patient.visits()[::3]:
            place = (number, name, day)
            rate = ("EGHR", "Heart Rate", "beats/min")
            rows.append(_finding("EG", patient, 2 * number, rate, float(dice.randrange(52, 96)), None, place))
            words = ("ECGINT", "Interpretation", "")
            said = dice.choice(["NORMAL", "NORMAL", "ABNORMAL"])
            rows.append(_finding("EG", patient, 2 * number + 1, words, said, None, place))
    return rows


def core_sheets() -> Sheets:
    """Return the sheets of who was treated and what befell them, without laboratory values."""
    patients = make_patients()
    events, emergent = _adverse_events(patients)
    return {
        "DM": _demographics(patients), "SV": _visits(patients), "DS": _disposition(patients),
        "EX": _exposure(patients), "AE": events, "VS": _vital_signs(patients), "SUPPAE": emergent,
        "SUPPDM": _flags(patients),
    }  # fmt: skip


def labs_sheets() -> Sheets:
    """Return the sheets of laboratory and ECG findings; nothing says how the patients left."""
    patients = make_patients()
    return {
        "DM": _demographics(patients), "EX": _exposure(patients), "AE": _adverse_events(patients)[0],
        "LB": _laboratory(patients), "EG": _heart(patients),
    }  # fmt: skip


MADE: dict[str, Callable[[], Sheets]] = {"core": core_sheets, "labs": labs_sheets}


def write_sheets(sheets: Sheets, path: Path) -> Path:
    """Write rows of named cells to a workbook, a sheet each."""
    book = xlsxwriter.Workbook(path, {"strings_to_numbers": False})
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, list(rows[0]))
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, list(row.values()))
    book.close()
    return path
