"""How long the whole-trial results take: pictures of 2 000 patients x 20 visits, refits of 200 patients.

    python tests/benchmarks/bench_cohort.py [--patients 2000] [--visits 20]

Prints the median of five calls of each; nothing is drawn here.
"""

import argparse
import statistics
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sscviewer.analysis.cohort_settings import Anchor, SpaghettiSettings, SwimmerSettings, WaterfallSettings
from sscviewer.analysis.efficacy import efficacy
from sscviewer.analysis.efficacy_diagnostics import efficacy_diagnostics
from sscviewer.analysis.efficacy_settings import EfficacySettings
from sscviewer.analysis.forest import forest
from sscviewer.analysis.outcome import outcome
from sscviewer.analysis.population import population
from sscviewer.analysis.sensitivity_table import sensitivity_table
from sscviewer.analysis.spaghetti import spaghetti
from sscviewer.analysis.spaghetti_models import spaghetti_models
from sscviewer.analysis.swimmer import swimmer
from sscviewer.analysis.waterfall import waterfall
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.study import build_study

DAYS_PER_MONTH = 365.25 / 12
PARAMETERS = ("FVCPP", "DLCOPP", "MRSS", "HAQDI")


def trial(n, visits, arms, seed=1):
    """Return an invented trial of n patients: everybody titrated, a third stopping early."""
    rng = np.random.default_rng(seed)
    ids = np.array([f"P{i:04d}" for i in range(n)], dtype=object)
    first = np.datetime64("2015-01-01") + rng.integers(0, 300, n).astype("timedelta64[D]")
    stop = np.where(rng.random(n) < 0.3, rng.integers(60, 360, n), 400)
    subjects = pd.DataFrame(
        {
            "USUBJID": ids,
            "SRCREF": "DM!A2",
            "TRTSDT": first.astype("datetime64[s]"),
            "TRTSDTF": "",
            "TRT01A": rng.choice([f"Arm {k}" for k in range(arms)], n),
        }
    )
    measurements = pd.concat([_values(ids, first, stop, visits, code, rng) for code in PARAMETERS])
    events = np.repeat(np.arange(n), 5)
    starts = first[events] + rng.integers(0, 300, len(events)).astype("timedelta64[D]")
    adverse = pd.DataFrame({"USUBJID": ids[events], "SRCREF": "AE!A2", "AEDECOD": "Nausea", "ASTDTF": ""})
    adverse = adverse.assign(
        ASTDT=starts.astype("datetime64[s]"), AETOXGR=rng.integers(1, 5, len(events)).astype(float)
    )
    step = np.tile(np.arange(6), n)
    begin = np.repeat(first, 6) + (14 * step).astype("timedelta64[D]")
    dose = np.array([100.0, 200, 300, 400, 300, 400])[step]
    exposure = pd.DataFrame(
        {"USUBJID": np.repeat(ids, 6), "SRCREF": "EX!A2", "EXTRT": "Drug", "EXDOSU": "mg"}
    )
    exposure = exposure.assign(
        EXDOSE=dose,
        EXDAILY=dose,
        ASTDT=begin.astype("datetime64[s]"),
        AENDT=(begin + np.timedelta64(13, "D")).astype("datetime64[s]"),
        ASTDTF="",
        AENDTF="",
    )
    left = stop < 400
    disposition = pd.DataFrame({"USUBJID": ids, "SRCREF": "DS!A2", "ADTF": ""}).assign(
        DSDECOD=np.where(left, "ADVERSE EVENT", "COMPLETED"),
        EOSSTT=np.where(left, "DISCONTINUED", "COMPLETED"),
        ADT=(first + np.minimum(stop, 365).astype("timedelta64[D]")).astype("datetime64[s]"),
    )
    tables = {
        "subjects": subjects,
        "measurements": measurements,
        "adverse_events": adverse,
        "exposure": exposure,
        "disposition": disposition,
    }
    source = Source("invented.xlsx", "0" * 64, 1, "xlsx")
    return build_study(tables, [BY_CODE[code] for code in PARAMETERS], source=source)


def _values(ids, first, stop, visits, code, rng):
    months = np.linspace(0, 12, visits)
    n = len(ids)
    day = np.round(months * DAYS_PER_MONTH)[None, :] + rng.integers(-5, 6, (n, visits))
    day[:, 0] = 0
    value = rng.normal(65, 12, n)[:, None] + rng.normal(0, 0.3, n)[:, None] * months
    value += rng.normal(0, 2, (n, visits))
    i, j = np.nonzero(day <= stop[:, None])
    names = np.array(["Baseline", *(f"Month {month:.4g}" for month in months[1:])], dtype=object)
    return pd.DataFrame(
        {
            "USUBJID": ids[i],
            "PARAMCD": code,
            "AVAL": value[i, j].round(1),
            "AVISITN": months[j],
            "AVISIT": names[j],
            "ADT": (first[i] + day[i, j].astype("timedelta64[D]")).astype("datetime64[s]"),
            "ADTF": "",
            "SRCREF": "PFT!A2",
        }
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
    options = parser.parse_args()
    study = trial(options.patients, options.visits, 1)
    who = population(study)
    ends = tuple(outcome(study, usubjid) for usubjid in study.usubjids)
    print(f"{options.patients} patients x {options.visits} visits")
    lines = SpaghettiSettings("FVCPP", split="end")
    report("  spaghetti, with means", lambda: spaghetti(study, who, lines, ends))
    aligned = replace(lines, anchor=Anchor("first_event", 3))
    report("  spaghetti, aligned on the first event", lambda: spaghetti(study, who, aligned, ends))
    report("  waterfall", lambda: waterfall(study, who, WaterfallSettings("FVCPP", "best"), ends))
    report("  swimmer", lambda: swimmer(study, who, SwimmerSettings(), ends))
    settings = EfficacySettings("FVCPP")
    report("  models behind the spaghetti", lambda: spaghetti_models(study, who, lines, settings), 1)
    for arms in (1, 2):
        study = trial(220, 5, arms)
        who = population(study, among=study.usubjids[:200])
        print(f"200 of 220 patients x 5 visits, {arms} arm(s)")
        report("  refit after a filter", lambda s=study, w=who: efficacy(s, w, settings))
        report("  sensitivity table", lambda s=study, w=who: sensitivity_table(s, w, settings))
        report("  diagnostics", lambda s=study, w=who: efficacy_diagnostics(s, w, settings))
        report("  forest of four endpoints", lambda s=study, w=who: forest(s, w, settings))


if __name__ == "__main__":
    main()
