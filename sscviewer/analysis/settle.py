"""A trial as read → the trial as the plan settles it: what every analysis and picture starts from."""

import numpy as np

from sscviewer.analysis.derived.derive import with_composites, with_measures
from sscviewer.analysis.plan import AnalysisPlan
from sscviewer.analysis.settled.clock import with_clock, with_follow_up
from sscviewer.analysis.settled.columns import with_settled
from sscviewer.analysis.settled.cut_off import with_cut_off
from sscviewer.analysis.settled.own_visits import with_own_visits
from sscviewer.analysis.settled.series import with_own_series
from sscviewer.model.study import Study, with_column


def settle_study(study: Study, plan: AnalysisPlan) -> Study:
    """Return the trial with derived parameters and with the values that count, by the plan.

    What is later than the plan's last day of data is left out first, and the clock starts; then comes what is
    computed from values of one day, then which of all values counts for which visit and which is the
    baseline, then what is made of the values that count. Collected values of the days that count all stay.
    """
    study = with_clock(with_cut_off(study, plan.study.cut_off), plan.time.clock)
    study = _with_deaths(study, plan)  # first, as how patients ended goes by it
    study = with_follow_up(study, plan.time.follow_up_end, plan.study.duration_days)
    study = with_measures(study, plan.derivation, plan.responses)
    study = with_settled(with_own_visits(with_own_series(study)), plan)
    return with_composites(_with_doses(_with_grading(study, plan), plan), plan.responses)


def settling_choices(plan: AnalysisPlan) -> tuple[object, ...]:
    """Return what of a plan settles a trial: where it is equal the same values count."""
    return (
        plan.study.cut_off,
        plan.time,
        plan.study.duration_days,
        plan.derivation,
        plan.responses,
        plan.visits,
        plan.readings,
        plan.laboratory.version,
        plan.baseline,
        plan.after_stop,
        plan.doses.gap_is_zero,
        plan.doses.same_day,
    )


def _with_deaths(study: Study, plan: AnalysisPlan) -> Study:
    """Return the trial with the days after the last dose in which a death ended treatment; inf: always."""
    days = np.inf if plan.time.death_days is None else plan.time.death_days
    return with_column(study, "subjects", "DTHWIN", np.full(len(study.usubjids), days))


def _with_grading(study: Study, plan: AnalysisPlan) -> Study:
    """Return the trial with the version of CTCAE by which its laboratory values are graded."""
    version = np.full(len(study.usubjids), str(plan.laboratory.version), dtype=object)
    return with_column(study, "subjects", "LBCTCAE", version)


def _with_doses(study: Study, plan: AnalysisPlan) -> Study:
    """Return the trial with what days between two records of doses mean, and two records of one day."""
    n, same = len(study.column("exposure", "USUBJID")), plan.doses.same_day
    settled = {"EXGAPFL": "Y" if plan.doses.gap_is_zero else "", "EXDAYRL": "" if same == "sum" else same}
    for name, said in settled.items():
        study = with_column(study, "exposure", name, np.full(n, said, dtype=object))
    return study
