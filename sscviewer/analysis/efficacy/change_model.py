"""The mixed model for repeated measures of one endpoint: means by visit, of all patients and by arm.

Change from baseline, or the value with its baseline as first visit (cLDA: Liang & Zeger 2000; one baseline
mean for all arms). **Source**: resources/methods/efficacy.md.
"""

import math
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np
import pandas as pd

from sscviewer.analysis.arm_order import in_dose_order
from sscviewer.analysis.efficacy.efficacy_settings import EfficacySettings
from sscviewer.analysis.efficacy.model_rows import (
    ARM,
    Covariates,
    has_change,
    least,
    with_arm,
    with_covariates,
    with_enough_values,
)
from sscviewer.analysis.estimate import (
    LEVEL,
    Estimate,
    at_most_df,
    few_df,
    make_estimate,
    refused,
)
from sscviewer.analysis.mmrm import MmrmFit, fit_mmrm
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.reml.fit import PERFECT_FIT
from sscviewer.model.arrays import Floats
from sscviewer.model.counted import counted
from sscviewer.model.sentence import say, sentence_of

BASELINE = "Baseline"
FALLEN_BACK = say(
    "With the plainer covariance a mean has at most as many degrees of freedom as the "
    "visit has values, less one."
)
ANY_ARM = ""


@dataclass(frozen=True, slots=True)
class ChangeModel:
    """A fitted model of the change by visit, or the reason why there is none.

    Attributes
    ----------
    fit : MmrmFit or None
    rows : pandas.DataFrame
        What was to be fitted.
    visits : tuple of str
        After baseline, in order.
    cells : tuple of (arm, avisit)
        What the first coefficients are the means of; the arm is "" where arms are not told apart.
    covariates : Covariates
    notes : tuple of str
    smallest_df : float
        Changes with fewer degrees of freedom have no interval and say so.
    asked : str
        Covariance that was tried first.
    people : pandas.DataFrame
        Every patient who lacks no covariate, also those without a change: arm and covariates by USUBJID.
    """

    fit: MmrmFit | None
    rows: pd.DataFrame
    visits: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]
    covariates: Covariates
    notes: tuple[str, ...]
    smallest_df: float
    asked: str = ""
    people: pd.DataFrame = field(default_factory=pd.DataFrame)

    def change(self, avisit: str, arm: str = ANY_ARM, reference: str | None = None) -> Estimate | None:
        """Return the mean change at a visit, or its difference from another arm; None if not estimated."""
        if self.fit is None:
            return None if reference is not None else self._same_in_all(avisit, arm)
        arms = (arm,) if reference is None else (arm, reference)
        own = self._weights(avisit, arm)
        other = np.zeros(len(self.fit.terms)) if reference is None else self._weights(avisit, reference)
        if own is None or other is None:
            return None
        value = at_most_df(self.fit.estimate_of(own - other), self._most_df(avisit, arms))
        return refused(value, self.smallest_df, avisit)

    def _same_in_all(self, avisit: str, arm: str) -> Estimate | None:
        """Return the change where no model is fitted because nothing varies: that of each patient.

        Its precision is not known: patients who all change alike say nothing of how others would.
        """
        cells = [self.rows["AVISIT"].astype(str), self.rows[ARM].astype(str) if arm else ANY_ARM]
        values = self.rows["CHG"].groupby(cells[: 1 + bool(arm)], observed=True)
        apart = values.max() - values.min()
        size = float(self.rows["CHG"].abs().max())
        if not len(apart) or not bool((apart <= PERFECT_FIT * size).all()):
            return None
        found = values.mean().get((avisit, arm) if arm else avisit)
        nan, n = math.nan, int(self.rows["USUBJID"].nunique())
        method = "change of every patient, all the same"
        if found is None:
            return None
        return make_estimate(
            float(found), nan, nan, level=LEVEL, n_subjects=n, n_obs=len(self.rows), method=method
        )

    def mean(self, avisit: str, arm: str = ANY_ARM) -> Estimate | None:
        """Return the mean of the response at a visit; with the value as response this is a level."""
        if self.fit is None or (arm, avisit) not in self.cells:
            return None
        value = self.fit.estimate_of(self._unit(self.cells.index((arm, avisit))))
        return refused(at_most_df(value, self._most_df(avisit, (arm,))), self.smallest_df, avisit)

    def _most_df(self, avisit: str, arms: tuple[str, ...]) -> float:
        """Return the limit of the degrees of freedom: none for the covariance asked for.

        A plainer one that was fallen back on pools what the data could not tell apart, and its degrees of
        freedom count all visits; 10 % of such trials found a change where there was none. The values at the
        visit itself, less a mean for each arm and the covariates, are what the mean there rests on.
        """
        if self.fit is None or self.asked in ("", self.fit.structure):
            return math.inf
        at = self.rows["AVISIT"].astype(str) == avisit
        if arms != (ANY_ARM,):
            at &= self.rows[ARM].isin(arms)
        return float(max(int(at.sum()) - len(arms) - len(self.covariates.names), 0))

    def weights(self, avisit: str, arm: str = ANY_ARM) -> Floats | None:
        """Return the weights on the coefficients that give the change at a visit."""
        return None if self.fit is None else self._weights(avisit, arm)

    def covariate_weights(self, values: Floats, avisit: str) -> Floats:
        """Return the weights on the coefficients after those of the cells, of a patient at a visit.

        Parameters
        ----------
        values : (k,)
            The patient's `covariates.names`.
        """
        assert self.fit is not None
        names = list(self.covariates.names)
        if len(self.fit.terms) == len(self.cells) + len(names):
            return values
        # the baseline's effects at each visit come last: interactions follow the single terms
        others = [i for i, name in enumerate(names) if name != self.covariates.base]
        at_visits = [str(visit) == avisit for visit in self.fit.visits]
        base = np.where(at_visits, values[names.index(self.covariates.base)], 0.0)
        return np.concatenate([values[others], base])

    def _unit(self, position: int) -> Floats:
        assert self.fit is not None
        return np.asarray(np.eye(len(self.fit.terms))[position])

    def _weights(self, avisit: str, arm: str) -> Floats | None:
        if (arm, avisit) not in self.cells:
            return None
        own = self._unit(self.cells.index((arm, avisit)))
        if (ANY_ARM, BASELINE) in self.cells:
            return own - self._unit(self.cells.index((ANY_ARM, BASELINE)))
        return own


def change_model(frame: pd.DataFrame, settings: EfficacySettings, *, by_arm: bool = False) -> ChangeModel:
    """Fit the change by visit.

    Parameters
    ----------
    frame : pandas.DataFrame
        From `model_frame`, of one parameter.
    by_arm : bool
        A mean for each arm at each visit (arm x visit).
    """
    without = ("BASE",) if settings.response == "AVAL" else ()
    frame, scarce = with_enough_values(
        frame, fewest_patients=settings.fewest_patients, fewest_share=settings.fewest_share
    )
    # the average is that of all patients with a value, also of those whom the model cannot use
    frame, covariates = with_covariates(frame, settings, without=without)
    known = [name for name in (ARM, *covariates.names) if name in frame]
    people = frame.drop_duplicates("USUBJID").set_index("USUBJID")[known]
    rows, visits = _rows(frame, settings)
    notes = [*scarce, *_who_is_left_out(frame, rows, some_out=bool(scarce)), *covariates.notes]
    if by_arm:
        rows = with_arm(rows)
    cells, term, rows = _cells(rows, visits, by_arm=by_arm, baseline=settings.response == "AVAL")
    covariance = "us" if settings.covariance == "auto" else settings.covariance
    if not visits:
        nothing = say("No visit after baseline has enough values for a model.")
        return ChangeModel(None, rows, visits, cells, covariates, (*notes, nothing), settings.smallest_df)
    try:
        fit, said = _fitted(rows, cells, f"{settings.response} ~ {term}", covariates, settings, by_arm=by_arm)
    except FitError as error:
        notes.append(sentence_of(error))
        return ChangeModel(None, rows, visits, cells, covariates, tuple(notes), settings.smallest_df)
    notes += said
    notes += fit.warnings
    if fit.structure != covariance:
        notes.append(FALLEN_BACK)
    model = ChangeModel(
        fit, rows, visits, cells, covariates, tuple(notes), settings.smallest_df, covariance, people
    )
    return replace(model, notes=(*notes, *_refused(model)))


def _fitted(
    rows: pd.DataFrame,
    cells: tuple[tuple[str, str], ...],
    formula: str,
    covariates: Covariates,
    settings: EfficacySettings,
    *,
    by_arm: bool,
) -> tuple[MmrmFit, list[str]]:
    """Return the fit, and what is not as it was asked for."""
    by_visit = settings.baseline_by_visit and bool(covariates.base) and len(cells) > 1
    auto = settings.covariance == "auto"
    fit = partial(
        fit_mmrm,
        rows,
        formula + (covariates.terms_by_visit("AVISIT") if by_visit else covariates.terms),
        subject="USUBJID",
        visit="AVISIT",
        covariance="us" if auto else settings.covariance,
        df=settings.df_method,
        level=settings.level,
        fallback=auto,
        smallest_df=settings.smallest_df,
        contrasts=_changes(cells),
    )
    if not (by_arm and settings.covariance_by_arm):
        return fit(), []
    try:
        return fit(group=ARM), []
    except FitError as error:
        if not auto:
            raise
        return fit(), [f"The arms have one covariance in common, for of each arm’s own is said: {error}"]


def _changes(cells: tuple[tuple[str, str], ...]) -> Floats:
    """Return the weights on the cells' means of the change in each cell after baseline."""
    unit = np.eye(len(cells))
    if (ANY_ARM, BASELINE) not in cells:
        return unit
    first = cells.index((ANY_ARM, BASELINE))
    return np.delete(unit - unit[first], first, axis=0)


def _refused(model: ChangeModel) -> list[str]:
    """Return which changes have no interval, and why."""
    found = []
    for arm, avisit in model.cells:
        change = model.change(avisit, arm) if avisit != BASELINE else None
        if change is not None and change.df < model.smallest_df:
            where = f"{arm}, {avisit}" if arm else avisit
            found.append(
                say(
                    "{where}: no interval, for {why}.",
                    where=where,
                    why=few_df(change.df, model.smallest_df),
                )
            )
    return found


def _rows(frame: pd.DataFrame, settings: EfficacySettings) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return the rows with a response, their visits in order of time, and the visits after baseline."""
    later = frame[has_change(frame)]
    codes, names = pd.factorize(later["AVISIT"].to_numpy(), sort=True)
    order = np.argsort(least(codes, later["AVISITN"].to_numpy(), len(names)), kind="stable")
    visits = [str(names[at]) for at in order]
    levels, rows = visits, later
    if settings.response == "AVAL":
        later = frame[(frame["AVISITN"] > 0) & frame["AVAL"].notna() & frame["AVISIT"].isin(visits)]
        first = frame[(frame["AVISITN"] == 0) & frame["AVAL"].notna()]
        rows = pd.concat([first.assign(AVISIT=BASELINE), later]).sort_index()
        levels = [BASELINE, *visits]
    rows = rows.assign(AVISIT=pd.Categorical(rows["AVISIT"].to_numpy(), levels))
    return rows.reset_index(drop=True), tuple(visits)


def _who_is_left_out(frame: pd.DataFrame, rows: pd.DataFrame, *, some_out: bool) -> list[str]:
    """Return who has no change; `some_out`: a change at a visit that is in no model does not count."""
    measured = frame["USUBJID"].to_numpy()[frame["AVAL"].notna().to_numpy()]
    missing = len(pd.unique(measured)) - len(pd.unique(rows["USUBJID"].to_numpy()))
    if missing <= 0:
        return []
    who = counted(missing, "patient has", "patients have")
    if some_out:
        return [say("{who} no change from baseline at a visit that is in the model: not in it.", who=who)]
    return [say("{who} no change from baseline and cannot take part.", who=who)]


def _cells(
    rows: pd.DataFrame, visits: tuple[str, ...], *, by_arm: bool, baseline: bool
) -> tuple[tuple[tuple[str, str], ...], str, pd.DataFrame]:
    """Return what has a mean of its own, the formula's term for it, and the rows with the column it needs."""
    levels = (BASELINE, *visits) if baseline else visits
    if not by_arm:
        cells = tuple((ANY_ARM, visit) for visit in levels)
        return cells, "0 + AVISIT" if len(levels) > 1 else "1", rows
    visit, n = rows["AVISIT"].cat.codes.to_numpy().astype(np.int64), len(levels)
    arm, found = pd.factorize(rows[ARM].to_numpy())
    names = [*(str(name) for name in found), ANY_ARM]
    own = np.where(visit == 0, len(found), arm) if baseline else arm
    pairs, pair = np.unique(own * n + visit, return_inverse=True)
    seen = {(names[one // n], levels[one % n]): at for at, one in enumerate(pairs.tolist())}
    arms = in_dose_order(arm for arm, _ in seen if arm)
    wanted = [(ANY_ARM, BASELINE)] if baseline else []
    wanted += [(arm, visit) for visit in visits for arm in arms]
    cells = tuple(cell for cell in wanted if cell in seen)
    place = np.zeros(len(seen), dtype=np.int64)
    place[[seen[cell] for cell in cells]] = np.arange(len(cells))
    labels = pd.Index([f"c{at:04d}" for at in range(len(cells))], dtype=object)
    cell = pd.Categorical.from_codes(place[pair], labels)
    return cells, "0 + CELL" if len(cells) > 1 else "1", rows.assign(CELL=cell)
