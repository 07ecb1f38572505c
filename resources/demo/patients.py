"""The twenty invented patients: who they are, when they started, how and when they left."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

SEED = "sscviewer demo 1"


def rng(*topic: object) -> random.Random:
    """Return a generator that belongs to one topic, so that editing one sheet moves no other.

    Parameters
    ----------
    *topic : object
        What the random numbers are for, such as ``"labs", "SSC-007"``.

    Returns
    -------
    random.Random
        Always the same numbers for the same topic, on every machine and Python version.
    """
    return random.Random("|".join([SEED, *map(str, topic)]))


@dataclass(frozen=True, slots=True)
class Patient:
    """One invented patient; days count from the first dose (day 1, no day 0)."""

    subject: str
    site: str
    sex: str
    age: int
    race: str
    ethnicity: str
    subset: str
    duration: float
    height: float
    weight: float
    smoking: str
    scl70: str
    first_dose: date
    screening_lead: int
    last_day: int
    follow_up_day: int
    status: str
    reason: str
    specify: str

    def day(self, day: int) -> date:
        """Return the calendar date of a study day (there is no day 0)."""
        return self.first_dose + timedelta(days=day - 1 if day > 0 else day)

    @property
    def completed(self) -> bool:
        """Whether the patient finished the year."""
        return self.status == "Completed"

    @property
    def last_contact(self) -> date:
        """Date on which the patient was last seen or spoken to."""
        return self.day(self.follow_up_day)


# number, site, sex, age at consent, race (Caucasian, Black, Asian), Hispanic or not, Diffuse or Limited,
# years since the first non-Raynaud symptom, cm, kg, smoking (Never, Former, Current), anti-Scl-70, first
# dose, days from consent to first dose, last dosing day, day of last contact, why the patient left
_TABLE = """
001 01 F 46 C N D 3.2 163 61.5 N + 2006-09-12 20 365 394    -
002 01 M 58 C N D 1.8 178 83.0 F + 2006-10-03 14 364 393    -
003 02 F 39 B N D 2.6 168 72.4 N - 2006-10-18 21 366 393    -
004 01 F 61 C N L 7.9 158 57.8 N - 2006-11-09 16 365 393    -
005 02 F 44 C H D 4.1 160 66.2 N + 2006-11-28 19 366 394    -
006 01 M 52 C N D 5.4 181 88.1 F + 2006-12-14 22 364 392    -
007 01 F 52 C N D 2.1 165 63.9 N + 2007-01-10 15 244 269   AE
008 02 F 35 A N L 4.7 156 50.3 N + 2007-01-30 20 367 394    -
009 01 M 49 C N D 1.2 175 79.6 C - 2007-02-14 14 120 148   AE
010 02 F 57 C N D 6.3 161 70.7 F - 2007-03-06 18 365 393    -
011 01 F 29 B N D 1.5 170 64.0 N + 2007-03-22 17 170 170 LOST
012 01 F 48 C N D 3.8 166 68.5 F + 2007-04-11 21 366 394    -
013 02 F 66 C N L 9.1 155 59.2 F - 2007-05-01 14  31  59   AE
014 02 M 42 B N L 5.0 183 90.4 N - 2007-05-23 20 364 391    -
015 01 F 55 C N D 2.9 162 54.6 N + 2007-06-12 19  86 113   AE
016 01 M 63 C N D 3.5 176 81.3 F - 2007-07-05 21 365 394    -
017 02 M 50 C N D 2.3 179 77.5 F + 2007-07-31 14 246 274   AE
018 01 M 37 B N D 1.9 180 84.9 N + 2007-08-22 16 155 183   AE
019 02 F 45 C H L 6.8 164 62.1 N - 2007-09-18 20 366 393    -
020 01 F 53 C N L 8.4 159 67.3 N + 2007-10-16 22 196 224   AE
"""
_SEX = {"F": "Female", "M": "Male"}
_RACE = {"C": "Caucasian", "B": "Black or African American", "A": "Asian"}
_ETHNICITY = {"N": "Not Hispanic or Latino", "H": "Hispanic or Latino"}
_SUBSET = {"D": "Diffuse", "L": "Limited"}
_SMOKING = {"N": "Never", "F": "Former", "C": "Current"}
_SCL70 = {"+": "Positive", "-": "Negative"}
_LEFT = {
    "-": ("Completed", ""),
    "AE": ("Discontinued", "Adverse event"),
    "LOST": ("Discontinued", "Lost to follow-up"),
}
_SPECIFY = {
    "007": "Rash generalised, drug-related",
    "009": "Scleroderma renal crisis, related to systemic sclerosis",
    "011": "No answer to three calls and a registered letter",
    "013": "Oedema peripheral, drug-related",
    "015": "Vomiting, drug-related",
    "017": "Progression of interstitial lung disease, related to systemic sclerosis",
    "018": "Blood creatine phosphokinase increased, drug-related",
    "020": "Proteinuria, drug-related",
}


def _patient(line: str) -> Patient:
    """Read one line of the table above."""
    number, site, sex, age, race, ethnicity, subset, duration, height, weight, smoking, scl70, *rest = (
        line.split()
    )
    first_dose, lead, last_day, follow_up_day, left = rest
    return Patient(
        subject=f"SSC-{number}",
        site=site,
        sex=_SEX[sex],
        age=int(age),
        race=_RACE[race],
        ethnicity=_ETHNICITY[ethnicity],
        subset=_SUBSET[subset],
        duration=float(duration),
        height=float(height),
        weight=float(weight),
        smoking=_SMOKING[smoking],
        scl70=_SCL70[scl70],
        first_dose=date.fromisoformat(first_dose),
        screening_lead=int(lead),
        last_day=int(last_day),
        follow_up_day=int(follow_up_day),
        status=_LEFT[left][0],
        reason=_LEFT[left][1],
        specify=_SPECIFY.get(number, ""),
    )


PATIENTS = tuple(_patient(line) for line in _TABLE.strip().splitlines())


def patient(number: int) -> Patient:
    """Return patient ``SSC-<number>``."""
    return PATIENTS[number - 1]
