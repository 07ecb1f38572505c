"""How long the whole-trial results take: 2 000 patients x 20 visits, 100 000 events; refits of 200 patients.

    python tests/benchmarks/bench_whole_trial.py [--patients 2000] [--visits 20] [--events 50]

Prints the median of some calls of each and the first, which loads libraries and works out what is kept per
study (outcomes, dose courses, baselines). Nothing is drawn here: `bench_cohort.py` measures the window.
"""

import argparse
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sscviewer.analysis.cohort.cohort_settings import (
    Anchor,
    SpaghettiSettings,
    SwimmerSettings,
    WaterfallSettings,
)
from sscviewer.analysis.cohort.spaghetti_models import spaghetti_models
from sscviewer.analysis.cohort.waterfall import waterfall
from sscviewer.analysis.efficacy.efficacy import efficacy
from sscviewer.analysis.efficacy.efficacy_diagnostics import efficacy_diagnostics
from sscviewer.analysis.efficacy.forest import forest
from sscviewer.analysis.outcome import outcomes
from sscviewer.analysis.patient.dose_courses import dose_courses
from tests.benchmarks.invented_trial import trial
from tests.planned import (
    analyse_study,
    dose_and_events,
    efficacy_settings,
    patient_exposure,
    population,
    risk_time,
    sensitivity_table,
    spaghetti,
    swimmer,
    therapeutic_index,
    time_to_event,
)


def report(what, call, times=5):
    """Print the median of several calls, the first (which loads libraries) apart."""
    seconds = []
    for _ in range(times + 1):
        begin = time.perf_counter()
        call()
        seconds.append(time.perf_counter() - begin)
    print(f"{what:<52}{1000 * statistics.median(seconds[1:]):8.0f} ms   first {1000 * seconds[0]:6.0f} ms")


def main():
    """Print every figure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--patients", type=int, default=2000)
    parser.add_argument("--visits", type=int, default=20)
    parser.add_argument("--events", type=int, default=50, help="adverse events per patient")
    options = parser.parse_args()
    study = trial(options.patients, options.visits, 2, events_each=options.events)
    who = population(study)
    print(f"{options.patients} patients x {options.visits} visits, {options.events} events each")
    report("  outcomes of all patients, once per study", lambda: outcomes(study))
    report("  dose courses of all patients, once per study", lambda: dose_courses(study))
    ends = outcomes(study)
    lines = SpaghettiSettings("FVCPP", split="end", level=0.95)
    report("  spaghetti, with means", lambda: spaghetti(study, who, lines, ends))
    aligned = replace(lines, anchor=Anchor("first_event", 3))
    report("  spaghetti, aligned on the first event", lambda: spaghetti(study, who, aligned, ends))
    report("  waterfall", lambda: waterfall(study, who, WaterfallSettings("FVCPP", "best"), ends))
    report("  swimmer", lambda: swimmer(study, who, SwimmerSettings(), ends))
    settings = efficacy_settings("FVCPP")
    report("  models behind the spaghetti", lambda: spaghetti_models(study, who, lines, settings), 1)
    report("  time at risk", lambda: risk_time(study))
    report("  time to event", lambda: time_to_event(study, who))
    report("  rates by dose level", lambda: therapeutic_index(study, who))
    report("  exposure of each patient", lambda: patient_exposure(study, who))
    report("  models of dose and events", lambda: dose_and_events(study, who), 1)
    report("  analyse, everything", lambda: analyse_study(study), 1)
    for arms in (1, 2):
        study = trial(220, 5, arms)
        who = population(study, among=study.usubjids[:200])
        print(f"200 of 220 patients x 5 visits, {arms} arm(s)")
        report("  refit after a filter", lambda s=study, w=who: efficacy(s, w, settings))
        report("  sensitivity table", lambda s=study, w=who: sensitivity_table(s, w, settings))
        report("  diagnostics", lambda s=study, w=who: efficacy_diagnostics(s, w, settings, ""))
        report("  forest of four endpoints", lambda s=study, w=who: forest(s, w, settings))


if __name__ == "__main__":
    main()
