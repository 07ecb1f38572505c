"""Bias and coverage of every number of the dose question, on titration trials whose truth is known.

    python -m tests.benchmarks.simulate_dose_question [--trials 200] [--seed 1]

Doses rise by 100 mg every second week to 600 mg; a dose-limiting event lowers, pauses or ends them. The
weekly odds of one go with the dose (or not), fall from the start on, and differ between patients; the skin
score changes with the dose of every day (or not). Printed are, per scenario and number of patients, the mean
error, the share of 95 % intervals that hold the truth, and how often they lie below or above 0.
"""

import argparse
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
import pandas as pd

from sscviewer.analysis.dose_question.benefit import FORMULAS, exposure_rows
from sscviewer.analysis.dose_question.dose_table import dose_table
from sscviewer.analysis.dose_question.patient_days import LimitingEvent, PatientDays
from sscviewer.analysis.dose_question.person_weeks import person_weeks
from sscviewer.analysis.dose_question.regimen import regimen_curve
from sscviewer.analysis.dose_question.schedule import common_schedule
from sscviewer.analysis.dose_question.tolerated_interval import tolerated_interval
from sscviewer.analysis.dose_question.turnbull import turnbull, turnbull_interval
from sscviewer.analysis.plan.dose_question import DoseQuestionRules
from sscviewer.analysis.poisson import poisson_intervals
from sscviewer.analysis.random_slope import fit_random_slope
from sscviewer.analysis.reml.errors import FitError
from sscviewer.analysis.survival.recurrent import andersen_gill
from tests.planned import fit_dose_hazard

WEEKS, WEEK = 52, 7
DAYS = WEEKS * WEEK
TOP = 600
ASKED = (200.0, 300.0, 400.0, 600.0)
VISIT_DAYS = (1, 92, 183, 274, 364)
EARLY, FADES = 1.6, 6.0
STOP, PAUSE = 0.4, 0.35
LOST = 0.003
SKIN_SD, SLOPE_SD, NOISE = 8.0, 3.5, 2.0


@dataclass(frozen=True)
class World:
    """The truth: log odds at 300 mg late, per ln dose, SD of patients; skin score a year, and per 100 mg."""

    name: str
    level: float
    per_log_dose: float
    frailty: float
    slope: float
    per_100: float

    def logit(self, dose, week, own):
        """Log odds of an event in a week (0, 1 ...)."""
        early = EARLY * np.exp(-np.asarray(week) / FADES)
        return self.level + self.per_log_dose * np.log(np.asarray(dose, dtype=float) / 300) + early + own

    def tolerates(self, dose):
        """Share of new patients without an event on the way to a dose and at it for a year."""
        own = self.frailty * np.linspace(-6, 6, 241)
        weight = np.exp(-0.5 * (own / self.frailty) ** 2)
        week = np.arange(WEEKS)
        logit = self.logit(np.minimum(100 * (1 + week // 2), dose), week, own[:, None])
        return float(weight @ np.exp(-np.logaddexp(0, logit).sum(axis=1)) / weight.sum())


WORLDS = (
    World("dose matters", -4.75, 1.8, 1.1, -1.0, -0.6),
    World("dose does not matter", -4.2, 0.0, 1.1, -4.0, 0.0),
)


def draw_patient(world, number, rng):
    """Return one patient's days and (day, score) values."""
    own = world.frailty * rng.standard_normal()
    dose, events = np.zeros(DAYS), []
    now = before = 100.0
    back_at, raise_at, had_event, last, ended = 0, 2, False, DAYS, ""
    for week in range(WEEKS):
        first = WEEK * week
        if now == 0 and week >= back_at:
            now = max(before - 100.0, 100.0) if rng.random() < 0.7 else before
        elif not had_event and week >= raise_at and now < TOP:
            now, raise_at = now + 100.0, week + (2 if rng.random() < 0.85 else 4)
        dose[first : first + WEEK] = now
        if rng.random() < LOST:
            last, ended = first + int(rng.integers(1, 8)), "lost"
            break
        if now == 0 or rng.random() >= 1 / (1 + np.exp(-world.logit(now, week, own))):
            continue
        day = first + int(rng.integers(2, 8))
        events.append(LimitingEvent(day, now, -1))
        had_event, chance = True, rng.random()
        if chance < STOP:
            last, ended = day, "event"
            break
        before = now
        if chance < STOP + PAUSE:
            now, back_at = 0.0, week + 1 + int(rng.integers(1, 4))
        else:
            now = max(now - 100.0, 100.0)
        dose[day : first + WEEK] = now
    dose = dose[:last]
    intercept, slope = SKIN_SD * rng.standard_normal(), SLOPE_SD * rng.standard_normal()
    values = []
    for day in (d for d in VISIT_DAYS if d <= last):
        drift = (world.slope + slope) * (day - 1) / DAYS + world.per_100 * dose[: day - 1].sum() / 100 / DAYS
        values.append((day, 19 + intercept + drift + NOISE * rng.standard_normal()))
    return PatientDays(f"P{number:03d}", number, dose, dose, tuple(events), ended == "lost"), values


def measure(world, n, rng, truth, note):
    """Draw one trial and note every number's error, coverage and alarm."""
    drawn = [draw_patient(world, i, rng) for i in range(n)]
    patients = [patient for patient, _ in drawn]
    weeks = person_weeks(patients, WEEKS)
    curve = regimen_curve(patients, 0.95)
    value, lower, upper = (float(v[0]) for v in curve.curve.at([DAYS]))
    note("regimen as given: Kaplan-Meier at 12 months", truth[600.0], value, lower, upper)
    fits = {"hazard": weeks, "hazard, first events only": weeks[weeks["LIMITING_BEFORE"] == 0]}
    schedule = common_schedule(patients)
    for name, rows in fits.items():
        try:
            fit = fit_dose_hazard(rows)
        except FitError:
            continue
        for dose in ASKED:
            note(f"{name}: tolerates {dose:g} mg", truth[dose], *fit.tolerates(schedule.path(dose, WEEKS)))
        row = fit.coefficients.loc["log_dose"]
        note(f"{name}: log odds per ln dose", world.per_log_dose, row["estimate"], row["lower"], row["upper"])
    plain = fit_dose_hazard(weeks, time=False)
    for dose in ASKED:
        note(
            f"hazard without time: tolerates {dose:g} mg",
            truth[dose],
            *plain.tolerates(schedule.path(dose, WEEKS)),
        )
    _easy(patients, weeks, truth, note)
    _benefit(world, drawn, note)


def _easy(patients, weeks, truth, note):
    table = {row.dose: row for row in dose_table(patients, DAYS, DoseQuestionRules())}
    for dose in (d for d in ASKED if d in table):
        row = table[dose]
        value, lower, upper = (float(v[0]) for v in row.since_arrival.curve.at([DAYS]))
        note(f"easy: Kaplan-Meier from arrival at {dose:g} mg", truth[dose], value, lower, upper)
        mine = weeks[weeks["DOSE"] == dose]
        events, years = int(mine["LIMITING"].sum()), len(mine) / WEEKS
        low, high = poisson_intervals(np.array([events]), np.array([years]), level=0.95)
        crude = np.exp(-np.array([events / years, high[0], low[0]]))
        note(f"easy: crude rate at {dose:g} mg", truth[dose], *crude)
    intervals = [tolerated_interval(p, 28) for p in patients]
    fit = turnbull([i.tolerated for i in intervals], [i.failed for i in intervals])
    lower, upper = turnbull_interval(fit, ASKED, 0.95, 200, 1)
    for k, dose in enumerate(ASKED):
        note(f"easy: Turnbull at {dose:g} mg", truth[dose], fit.above([dose])[0][0], lower[k], upper[k])
    week = weeks["WEEK"].to_numpy()
    ratio = andersen_gill(
        week - 1, week, weeks["LIMITING"], weeks["DOSE"], weeks["USUBJID"], level=0.95
    ).result
    if ratio is not None:
        note(
            "easy: Andersen-Gill, log ratio per 100 mg",
            0.0,
            ratio.coefficient,
            np.log(ratio.lower),
            np.log(ratio.upper),
        )


def _benefit(world, drawn, note):
    frame = pd.DataFrame(
        [(p.usubjid, float(day), value) for p, values in drawn for day, value in values],
        columns=["USUBJID", "ADY", "AVAL"],
    )
    rows = exposure_rows(frame, [p for p, _ in drawn], DAYS, DoseQuestionRules())
    for model, effect in (("exposure", "EXPOSURE"), ("within", "WITHIN")):
        try:
            fit = fit_random_slope(
                rows, FORMULAS[model], subject="USUBJID", time="TIME", df="kenward-roger-expected"
            )
        except FitError:
            continue
        per = fit.contrast({effect: 1.0})
        note(f"benefit, {model}: per 100 mg", world.per_100, per.estimate, per.lower, per.upper)
        if model == "exposure":
            for dose in (200.0, 400.0, 600.0):
                change = fit.contrast({"TIME": 1.0, "EXPOSURE": dose / 100})
                true = world.slope + world.per_100 * dose / 100
                note(
                    f"benefit, {model}: change at {dose:g} mg",
                    true,
                    change.estimate,
                    change.lower,
                    change.upper,
                )


def main():
    """Run every world at 20 and 60 patients and print one line per number."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--trials", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    for world in WORLDS:
        truth = {dose: world.tolerates(dose) for dose in ASKED}
        for n, trials in ((20, args.trials), (60, args.trials // 2)):
            print(f"\n{world.name}, {n} patients, {trials} trials", flush=True)
            seen = defaultdict(list)

            def note(name, true, value, lower, upper, seen=seen):
                seen[name].append((true, value, lower, upper))

            rng = np.random.default_rng([args.seed, n])
            for _ in range(trials):
                measure(world, n, rng, truth, note)
            for name, found in seen.items():
                true, value, lower, upper = np.array(found, dtype=float).T
                known = np.isfinite(lower) & np.isfinite(upper)
                held = (lower <= true) & (true <= upper)
                low, high = (100 * one[known].mean() for one in (upper < 0, lower > 0))
                print(
                    f"{name:<52} truth {true[0]:+.3f} bias {np.nanmean(value - true):+.3f} "
                    f"coverage {100 * held[known].mean():5.1f} width {np.nanmedian(upper - lower):.3f} "
                    f"below 0 {low:5.1f} above 0 {high:5.1f} n {known.sum()}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
