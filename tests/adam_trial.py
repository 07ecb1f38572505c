"""An invented trial in the ADaM structure of a dementia trial: three arms, pooled sites, LOCF rows.

Nobody in it is real. The structure is that of published ADaM data sets (ADSL, and ADQSADAS with DTYPE and
ANL01FL): values are observed where patients came, and the sponsor's own rows of DTYPE "LOCF" stand for the
visits they missed. Some of these carry a value of an unscheduled visit that is no row of its own, so that
only the file can say what is carried. `numpy.random.RandomState` promises the same numbers for good.
"""

import datetime as dt
from dataclasses import dataclass

import numpy as np

ARMS = (("Placebo", 0), ("Xanolam Low Dose", 54), ("Xanolam High Dose", 81))
SITES = ("701", "703", "704", "705", "708", "900")
VISITS = (("Week 8", 8), ("Week 16", 16), ("Week 24", 24))
START = dt.date(2013, 1, 7)
PEOPLE = (
    "USUBJID", "SUBJID", "SITEID", "SITEGR1", "AGE", "SEX", "TRT01P", "TRT01PN", "TRT01A", "TRT01AN",
    "SAFFL", "ITTFL", "EFFFL", "TRTSDT", "TRTEDT", "EOSSTT", "DCSREAS",
)  # fmt: skip
VALUES = (
    "USUBJID", "SITEGR1", "TRTP", "TRTPN", "EFFFL", "AVISIT", "AVISITN", "VISIT", "ADY", "ADT", "PARAM",
    "PARAMCD", "AVAL", "BASE", "CHG", "ABLFL", "ANL01FL", "DTYPE",
)  # fmt: skip
TOTAL = ("ACTOT", "Adas-Cog(11) Subscore")


@dataclass
class Patient:
    usubjid: str
    site: str
    arm: str
    dose: int
    effective: str
    start: dt.date

    def row(self, visit, written, day, value, base, dtype):
        """Return a row of ADQSADAS; the baseline is the visit of week 0."""
        name, week = visit
        change = value - base if week else ""
        return [
            self.usubjid, self.site, self.arm, self.dose, self.effective, name, week, written, day,
            self.start + dt.timedelta(day - 1), TOTAL[1], TOTAL[0], value, base, change, "" if week else "Y",
            "Y", dtype,
        ]  # fmt: skip


def adas_sheets(n=72, seed=3):
    """Return the rows of the sheets ADSL and ADQSADAS of a trial of n patients, headings first."""
    rng = np.random.RandomState(seed)
    people, values = [list(PEOPLE)], [list(VALUES)]
    for i in range(n):
        arm, dose = ARMS[rng.randint(3)]
        site = SITES[min(rng.randint(8), 5)]
        age, sex = int(rng.randint(55, 90)), "FM"[rng.randint(2)]
        base = int(np.clip(np.round(rng.normal(24, 10)), 4, 60))
        slope = rng.normal(1.6 - 0.012 * dose + 0.05 * (base - 24), 1.5)
        path = [base + slope * k + rng.normal(0, 3) + (1.5 if site == "704" else 0) for k in (1, 2, 3)]
        path = [int(np.clip(np.round(value), 0, 70)) for value in path]
        leaves = rng.rand()
        came = 3 if leaves < 0.55 else 2 if leaves < 0.75 else 1 if leaves < 0.92 else 0
        unscheduled = base + int(rng.randint(-4, 9)) if i % 7 == 3 and came < 3 else None
        effective = "Y" if came or unscheduled is not None else "N"
        start = START + dt.timedelta(int(rng.randint(0, 300)))
        jitter = [int(rng.randint(-6, 7)) for _ in VISITS]
        patient = Patient(f"01-{site}-{1001 + i}", site, arm, dose, effective, start)
        ended = ("COMPLETED", "") if came == 3 else ("DISCONTINUED", "ADVERSE EVENT")
        end = start + dt.timedelta(56 * came + 12)
        people.append(
            [patient.usubjid, str(1001 + i), site, site, age, sex, arm, dose, arm, dose, "Y", "Y", effective,
             start, end, *ended]
        )  # fmt: skip
        values.append(patient.row(("Baseline", 0), "BASELINE", 1, base, base, ""))
        last = None
        for k, visit in enumerate(VISITS):
            day = 7 * visit[1] + jitter[k]
            if k < came and not (k == 1 and came == 3 and i % 9 == 4):
                last = (visit[0].upper(), day, path[k])
                values.append(patient.row(visit, *last, base, ""))
                continue
            if k == came and unscheduled is not None:
                last = ("UNSCHEDULED", day - 20, unscheduled)
            if last is not None:
                values.append(patient.row(visit, *last, base, "LOCF"))
    return {"ADSL": people, "ADQSADAS": values}
