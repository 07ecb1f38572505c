"""The rows of an endpoint's models: visits chosen, arms, covariates centred where the means are wanted.

With every covariate centred the coefficient of a visit is the adjusted mean at that visit, so that no model
here needs another kind of mean: for patients like these (categories as indicators less their share), or with
the levels of a category counting alike (indicators less 1/levels), as the plan says.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.modelled import endpoint_frame
from sscviewer.analysis.plan.models import COVARIATE_WORDS
from sscviewer.analysis.population import Population
from sscviewer.model.arrays import Bools, Floats, Ints
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

Values = npt.NDArray[Any]
ARM = "TRT01A"
"""The column of a model frame that holds the arm, as the plan counts it for efficacy."""


@dataclass(frozen=True, slots=True)
class Covariates:
    """Columns X1, X2 … of a model frame.

    Attributes
    ----------
    names : tuple of str
        Columns of the frame.
    words : tuple of str
        What is adjusted for, for people.
    notes : tuple of str
        What was asked for and cannot be adjusted for, and patients it costs.
    base : str
        The column that is the endpoint's own baseline; "" without.
    at : tuple of float
        Value of each column at which means are: NaN for the mean over the patients, 0 where the levels of a
        category count alike.
    """

    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    base: str = ""
    at: tuple[float, ...] = ()

    @property
    def terms(self) -> str:
        """The end of a formula: " + X1 + X2", "" without covariates."""
        return "".join(f" + {name}" for name in self.names)

    def terms_by_visit(self, visit: str) -> str:
        """Return the end of a formula in which the baseline has an effect of its own at each visit."""
        others = "".join(f" + {name}" for name in self.names if name != self.base)
        return f"{others} + {self.base}:{visit}" if self.base else others


def model_frame(study: Study, who: Population, settings: EfficacySettings) -> pd.DataFrame:
    """Return the rows of `endpoint_frame` at the chosen visits, with the patient's arm and covariates.

    ADY is NaN where the file gives no time between its visits.
    """
    frame = endpoint_frame(study, who, settings.paramcd)
    if study.visit_order:
        frame = frame.assign(ADY=np.nan)
    if settings.visits:
        frame = frame[(frame["AVISITN"] == 0) | frame["AVISIT"].isin(settings.visits)]
    own = [name for name in settings.covariates if name != "BASE"]
    patients = study.subjects.set_index("USUBJID")[own].assign(**{ARM: who.arm})
    return frame.join(patients, on="USUBJID").reset_index(drop=True)


def with_enough_values(
    frame: pd.DataFrame, *, fewest_patients: int, fewest_share: float
) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return the frame without the later visits that few patients have a change at, and which those are.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `model_frame`.
    fewest_patients, fewest_share
        As in `EfficacySettings`; the share is of the patients with a change at any later visit.
    """
    notes = scarce_visits(frame, fewest_patients=fewest_patients, fewest_share=fewest_share)
    if not notes:
        return frame.reset_index(drop=True), ()
    later = (frame["AVISITN"] > 0) & frame["AVISIT"].isin(notes)
    return frame[~later].reset_index(drop=True), tuple(notes.values())


def scarce_visits(frame: pd.DataFrame, *, fewest_patients: int, fewest_share: float) -> dict[str, str]:
    """Return the later visits that few patients have a change at, in time order, each with why it is out.

    Parameters as `with_enough_values`.
    """
    changes = has_change(frame)
    visit, names = pd.factorize(frame["AVISIT"].to_numpy()[changes])
    patient, ids = pd.factorize(frame["USUBJID"].to_numpy()[changes])
    if not len(ids):
        return {}
    of, n = len(ids), len(names)
    seen = np.bincount(np.unique(patient * n + visit) % n, minlength=n)
    scarce = np.flatnonzero((seen < fewest_patients) | (seen < fewest_share * of))
    months = least(visit, frame["AVISITN"].to_numpy()[changes], n)
    return {
        str(names[at]): say(
            "{names} is in no model: {seen} of {patients} a change there (fewest: "
            "{fewest_patients} patients and {fewest_share:g} %).",
            names=names[at],
            seen=seen[at],
            patients=counted(of, "patient has", "patients have"),
            fewest_patients=fewest_patients,
            fewest_share=100 * fewest_share,
        )
        for at in scarce[np.argsort(months[scarce], kind="stable")]
    }


def has_change(frame: pd.DataFrame) -> Bools:
    """Return which rows (n,) are of a visit after baseline and have a change from it."""
    return np.asarray((frame["AVISITN"].to_numpy() > 0) & ~np.isnan(frame["CHG"].to_numpy(dtype=np.float64)))


def least(codes: Ints, values: Floats, n: int) -> Floats:
    """Return the smallest value (n,) of each code 0 to n - 1; infinite where there is none."""
    found = np.full(n, np.inf)
    np.minimum.at(found, codes, values)
    return found


def with_covariates(
    frame: pd.DataFrame, settings: EfficacySettings, *, without: Sequence[str] = ()
) -> tuple[pd.DataFrame, Covariates]:
    """Return the frame with centred covariate columns, without the patients who lack one.

    The engine would drop those rows too, but only after visits and arms were counted.

    Parameters
    ----------
    frame : pandas.DataFrame
        One row per patient and visit; the average is over patients, each counted once.
    without : sequence of str
        Covariates that this model cannot have.
    """
    first = ~frame["USUBJID"].duplicated().to_numpy()
    words: list[str] = []
    notes: list[str] = []
    at: list[float] = []
    columns: dict[str, Floats] = {}
    base = ""
    for covariate in settings.covariates:
        word = COVARIATE_WORDS.get(covariate, covariate)
        if covariate in without or covariate not in frame:
            notes.append(say("No adjustment for {word}: it is part of what this model describes.", word=word))
            continue
        values = frame[covariate].to_numpy()
        gap = np.asarray(pd.isna(values)) | (np.asarray(values == "") if values.dtype == object else False)
        alike = settings.mean_weights == "equal" and values.dtype == object
        added = _centred(values, gap, values[first & ~gap], alike=alike)
        gaps = int((gap & first).sum())
        if not added:
            notes.append(
                say("No adjustment for {word}: it is the same, or missing, in all patients.", word=word)
            )
            continue
        if gaps:
            notes.append(
                say("{patient} without {word} left out.", patient=counted(gaps, "patient"), word=word)
            )
        base = f"X{len(columns) + 1}" if covariate == "BASE" else base
        for column in added:
            columns[f"X{len(columns) + 1}"] = column
            at.append(0.0 if alike else math.nan)
        words.append(word)
    names = list(columns)
    frame = frame.assign(**columns)
    lacking = np.zeros(len(frame), dtype=bool)
    for column in columns.values():
        lacking |= np.isnan(column)
    complete = frame[~lacking] if lacking.any() else frame
    return complete, Covariates(tuple(names), tuple(words), tuple(notes), base, tuple(at))


def _centred(values: Values, gap: Bools, known: Values, *, alike: bool) -> list[Floats]:
    """Return the covariate less its average over patients; a category as a column per level but the first.

    Where the levels count alike a category is less its average over levels.

    Parameters
    ----------
    values, gap : (n,)
        Of the rows, and where there is none.
    known : (p,)
        Of the patients who have one.
    """
    levels = sorted(set(known.tolist()))
    if len(levels) < 2:
        return []
    if values.dtype != object:
        return [values.astype(np.float64) - float(known.mean())]
    return [
        np.where(gap, np.nan, (values == level).astype(np.float64))
        - (1 / len(levels) if alike else float((known == level).mean()))
        for level in levels[1:]
    ]


def arm_names(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return the arms with a value, control first; empty where there are fewer than two."""
    if ARM not in frame:
        return ()
    names = in_dose_order(str(name) for name in frame[ARM].unique() if name)
    return tuple(names) if len(names) > 1 else ()


def with_arm(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of the patients whose arm is known."""
    arm = rows[ARM].to_numpy()
    known = np.asarray(pd.notna(arm) & (arm != ""))
    return rows if known.all() else rows[known]


def without_arm(frame: pd.DataFrame) -> tuple[str, ...]:
    """Return what to say of patients whose arm is not known; nothing where all are in one."""
    arm = frame[ARM].to_numpy()
    n = len(pd.unique(frame["USUBJID"].to_numpy()[np.asarray(pd.isna(arm) | (arm == ""))]))
    return (f"{counted(n, 'patient has', 'patients have')} no arm.",) if n else ()
