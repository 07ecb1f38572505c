"""The two lines that introduce a patient: who they are and how they fared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from sscviewer.analysis import number_words
from sscviewer.model.hidden import OLDEST
from sscviewer.model.sentence import say

if TYPE_CHECKING:
    from sscviewer.analysis.outcome import Outcome
    from sscviewer.analysis.patient.dose_course import DoseCourse
    from sscviewer.analysis.patient.trajectory import Trajectory
    from sscviewer.model.parameters import Parameter
    from sscviewer.model.study import Study


SMALL_WORDS = {"or", "and", "of"}
SUBSET_WORDS = {"DIFFUSE": say("diffuse cutaneous SSc"), "LIMITED": say("limited cutaneous SSc")}


@dataclass(frozen=True, slots=True)
class PatientHeader:
    """Ready text about one patient.

    Attributes
    ----------
    who
        "F 52 · Caucasian · diffuse cutaneous SSc · 2.1 years of disease"; only what the file has.
    course
        "FVC 63.1 → 66.4 % predicted (+3.3)", one entry per parameter and one for dose.
    outcome
        "stopped on day 243: adverse event (rash)".
    """

    usubjid: str
    who: tuple[str, ...]
    course: tuple[str, ...]
    outcome: str


def patient_header(
    study: Study, usubjid: str, outcome: Outcome, dose: DoseCourse, trajectories: tuple[Trajectory, ...]
) -> PatientHeader:
    """Return the header of a patient page from the objects the page draws."""
    course = [text for t in trajectories if (text := change_text(t))]
    if not np.isnan(dose.average_daily_dose):
        per = say(" on a day of it") if dose.on_single_days else say("/day")
        course.append(
            say("average dose {dose:.0f} {unit}{per}", dose=dose.average_daily_dose, unit=dose.unit, per=per)
        )
    return PatientHeader(usubjid, who(study, usubjid), tuple(course), outcome.words)


def who(study: Study, usubjid: str) -> tuple[str, ...]:
    """Return what introduces the patient, each part only if the file has it."""
    age, sex = study.value(usubjid, "AGE"), study.value(usubjid, "SEX")
    person = " ".join(part for part in (sex, age_text(study, age)) if part)
    subset = study.value(usubjid, "SSCSUB")
    years = study.value(usubjid, "DISDUR")
    parts = [
        person,
        readable(study.value(usubjid, "RACE")),
        SUBSET_WORDS.get(subset, readable(subset)),
        say("{years:.1f} years of disease", years=years) if not np.isnan(years) else "",
        readable(study.value(usubjid, "TRT01A")),
    ]
    return tuple(part for part in parts if part)


def age_text(study: Study, age: float) -> str:
    """Return an age in years, "" without one; "≥ 90" of whoever is that old where identities are hidden."""
    if np.isnan(age):
        return ""
    return f"≥ {OLDEST:.0f}" if study.is_hidden and age >= OLDEST else f"{age:.0f}"


def readable(term: str) -> str:
    """Return a term written in capitals in ordinary letters ("Black or African American")."""
    # Up to three capitals are an abbreviation (USA); a longer one, as MCTD, is lowered with the words.
    if not term.isupper() or len(term) <= 3:
        return term
    return " ".join(word if word in SMALL_WORDS else word.capitalize() for word in term.lower().split(" "))


def change_text(trajectory: Trajectory) -> str:
    """Return "MRSS 24 → 17 (−7)", or the one value there is, or "" without values."""
    parameter = trajectory.parameter
    if not trajectory.aval.size:
        return ""
    last = trajectory.aval[-1]
    if np.isnan(trajectory.last_change):
        value = number(last, parameter)
        return say("{what} {value}{unit}", what=parameter.short, value=value, unit=after(parameter))
    base = number(trajectory.base, parameter)
    change = signed(trajectory.last_change, parameter)
    return say(
        "{what} {base} → {value}{unit} ({change})",
        what=parameter.short,
        base=base,
        value=number(last, parameter),
        unit=after(parameter),
        change=change,
    )


def after(parameter: Parameter) -> str:
    """Return what follows a number of a parameter, as a sentence has it: " % predicted"."""
    return say(" {unit}", unit=say(parameter.unit)) if parameter.after else ""


def number(value: float, parameter: Parameter) -> str:
    """Return a value with the parameter's decimals and a true minus."""
    return number_words.plain(value, parameter.digits)


def signed(value: float, parameter: Parameter) -> str:
    """Return a change with its sign and a true minus; no change has no sign."""
    return number_words.signed(value, parameter.digits)
