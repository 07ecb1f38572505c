"""The random-slope model of one endpoint: change per month, of all patients and by arm.

**Source**: resources/methods/efficacy.md and mixed_models.md.
"""

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from sscviewer.analysis.absence import NO_TIME
from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.efficacy.model_rows import (
    ARM,
    Covariates,
    arm_names,
    has_change,
    least,
    with_arm,
    with_covariates,
    with_enough_values,
)
from sscviewer.analysis.estimate import Estimate, few_df, refused, without_interval
from sscviewer.analysis.modelled import measured_rows
from sscviewer.analysis.random_slope import RandomSlopeFit, fit_random_slope
from sscviewer.analysis.reml.errors import FitError
from sscviewer.model.dates import DAYS_PER_MONTH
from sscviewer.model.sentence import say, sentence_of

INTERCEPT = "(Intercept)"
MONTH_OF_LEAVING, SLOPE_BY_LEAVING = "LEAVING", "LEAVINGMONTH"
ALL_ALIKE = "all patients changed by the same amounts, so nothing varies between them"
"""Why such a slope has no interval: what remains is the bend of the one course they share."""
_SAME = 1e-9
"""Of the largest value: changes no further apart are equal but for the rounding of their subtraction."""


@dataclass(frozen=True, slots=True)
class SlopeModel:
    """A fitted random-slope model, or the reason why there is none.

    Attributes
    ----------
    fit : RandomSlopeFit or None
    rows : pandas.DataFrame
        What was to be fitted, with MONTH.
    arms : tuple of str
        Empty where arms are not told apart.
    covariates : Covariates
    notes : tuple of str
    smallest_df : float
        A slope or value with fewer degrees of freedom has no interval and says so. No plainer model is tried:
        without random slopes the interval would be that of trials in which all patients change alike.
    all_alike : bool
        Whether all changes at a visit (of an arm, by arm) are equal: no slope has an interval then.
    """

    fit: RandomSlopeFit | None
    rows: pd.DataFrame
    arms: tuple[str, ...]
    covariates: Covariates
    notes: tuple[str, ...]
    smallest_df: float
    all_alike: bool = False

    @property
    def has_time(self) -> bool:
        """Whether any value has a time."""
        return self.rows.empty or bool(self.rows["MONTH"].notna().any())

    def slope(self, arm: str = "", reference: str | None = None) -> Estimate | None:
        """Return the change per month, or its difference from another arm; None if not estimated."""
        if self.fit is None:
            return None
        contrast = {self._term(arm): 1.0}
        if reference is not None:
            contrast[self._term(reference)] = -1.0
        if not all(term in self.fit.terms for term in contrast):
            return None
        return self._told(self.fit.contrast(contrast), "Slope")

    def value(self, month: float, arm: str = "") -> Estimate | None:
        """Return the mean value on the line at a month; None if not estimated."""
        if self.fit is None:
            return None
        start = f"ARM{self._code(arm)}" if self.arms else INTERCEPT
        value = self.fit.contrast({start: 1.0, self._term(arm): month})
        return self._told(value, f"Value at month {month:g}")

    def _told(self, value: Estimate, what: str) -> Estimate:
        if self.all_alike:
            bare = without_interval(value)
            return replace(
                bare,
                warnings=(
                    *bare.warnings,
                    say("{what}: no interval, for {why}.", what=what, why=ALL_ALIKE),
                ),
            )
        return refused(value, self.smallest_df, what)

    def bend(self, arm: str = "") -> str:
        """Return the term of how the slope goes with the month of leaving, in a model that has it."""
        return f"ARM{self._code(arm)}:{SLOPE_BY_LEAVING}" if self.arms else SLOPE_BY_LEAVING

    def _term(self, arm: str) -> str:
        return f"ARM{self._code(arm)}:MONTH" if self.arms else "MONTH"

    def _code(self, arm: str) -> str:
        return f"a{self.arms.index(arm):03d}"


def months_of(frame: pd.DataFrame, time: str) -> "pd.Series[float]":
    """Return the time in months: AVISITN as planned, or since the day of first dose (ADY has no day 0).

    NaN where the file gives no time between its visits (no row has an ADY); without that column AVISITN is
    the time.
    """
    if time == "AVISITN" and ("ADY" not in frame or frame["ADY"].notna().any()):
        return frame["AVISITN"].astype(float)
    day = frame["ADY"].astype(float)
    return (day - (day > 0)) / DAYS_PER_MONTH


def slope_model(
    frame: pd.DataFrame, settings: EfficacySettings, *, by_arm: bool = False, leaving: bool = False
) -> SlopeModel:
    """Fit value ~ month with a random intercept and slope per patient; by arm: each arm its own line.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `model_frame`, of one parameter.
    leaving : bool
        Level and slope go with the patient's last month, centred (of an arm, by arm): the slope is then that
        at the average last month.
    """
    frame, scarce = with_enough_values(
        measured_rows(frame), fewest_patients=settings.fewest_patients, fewest_share=settings.fewest_share
    )
    rows = frame.assign(MONTH=months_of(frame, settings.slope_time))
    if len(rows) and rows["MONTH"].isna().all():
        return SlopeModel(None, rows, (), Covariates(), (NO_TIME,), settings.smallest_df)
    there = (rows["AVAL"].notna() & rows["MONTH"].notna()).to_numpy()
    rows = rows if there.all() else rows[there].reset_index(drop=True)
    rows, covariates = with_covariates(rows, settings, without=("BASE",))
    arms: tuple[str, ...] = ()
    parts = ["MONTH"]
    if leaving:
        parts += [MONTH_OF_LEAVING, SLOPE_BY_LEAVING]
    if by_arm:
        rows = with_arm(rows)
        arms = arm_names(rows)
        rows = rows if arms else rows[:0]  # none where values are left in one arm alone
        own = pd.Categorical(rows[ARM].to_numpy(), arms)
        rows = rows.assign(ARM=own.rename_categories({arm: f"a{at:03d}" for at, arm in enumerate(arms)}))
    if leaving:
        rows = _with_leaving(rows, by_arm=by_arm)
    terms = " + ".join(["0 + ARM", *(f"ARM:{part}" for part in parts)] if by_arm else parts)
    try:
        fit = fit_random_slope(
            rows,
            f"AVAL ~ {terms}{covariates.terms}",
            subject="USUBJID",
            time="MONTH",
            df=settings.slope_df_method,
            level=settings.level,
        )
    except FitError as error:
        notes = (*scarce, *covariates.notes, sentence_of(error))
        return SlopeModel(None, rows, arms, covariates, notes, settings.smallest_df)
    notes = (*scarce, *covariates.notes, *fit.warnings)
    alike = _all_alike(rows, by_arm=by_arm)
    model = SlopeModel(fit, rows, arms, covariates, notes, settings.smallest_df, alike)
    return replace(model, notes=(*notes, *_refused(model)))


def _with_leaving(rows: pd.DataFrame, *, by_arm: bool) -> pd.DataFrame:
    last = rows.groupby("USUBJID")["MONTH"].max()
    of = rows.drop_duplicates("USUBJID").set_index("USUBJID")
    mean = last.groupby(of["ARM"], observed=True).transform("mean") if by_arm else last.mean()
    centred = rows["USUBJID"].map(last - mean).astype(float)
    return rows.assign(**{MONTH_OF_LEAVING: centred, SLOPE_BY_LEAVING: centred * rows["MONTH"]})


def _all_alike(rows: pd.DataFrame, *, by_arm: bool) -> bool:
    """Return whether the changes at every visit are the same in all patients, of an arm where by arm."""
    there = has_change(rows)
    change = rows["CHG"].to_numpy()[there]
    _, cell = np.unique(rows["AVISITN"].to_numpy()[there], return_inverse=True)
    if by_arm:
        cell = cell * len(rows["ARM"].cat.categories) + rows["ARM"].cat.codes.to_numpy()[there]
    n = int(cell.max()) + 1 if len(cell) else 0
    several = np.bincount(cell, minlength=n) > 1
    spread = (-least(cell, -change, n) - least(cell, change, n))[several]
    return bool(several.any()) and bool((spread <= _SAME * rows["AVAL"].abs().max()).all())


def _refused(model: SlopeModel) -> list[str]:
    """Return which slopes have no interval, and why."""
    if model.all_alike:
        return [say("Slope: no interval, for {why}.", why=ALL_ALIKE)]
    found = []
    for arm in model.arms or ("",):
        slope = model.slope(arm)
        if slope is not None and slope.df < model.smallest_df:
            what = f"Slope of {arm}" if arm else "Slope"
            found.append(
                say(
                    "{what}: no interval, for {why}.",
                    what=what,
                    why=few_df(slope.df, model.smallest_df),
                )
            )
    return found
