"""How long the table of adverse events takes in a large trial; prints a table.

    python tests/benchmarks/bench_adverse_events.py [--events 100000] [--patients 5000]

Beside it, in the same run, a plain pandas groupby of the same counts (patients and events by class and term
and arm for every column, patients by worst grade), without any interval.
"""

import argparse
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sscviewer.analysis.events.event_columns import COLUMNS, DOSE_CHANGES
from sscviewer.analysis.events.event_rates import event_rates
from sscviewer.analysis.plan.events import TermGroup
from sscviewer.model.load_report import Source
from sscviewer.model.study import build_study
from tests.planned import EVENTS, code_events, dose_rates, event_table, population, risk_time

ARMS = ("100 mg", "300 mg", "600 mg", "Placebo")
N_TERMS, N_CLASSES = 1200, 27
ROUNDS = 7


def make_trial(n_events: int, n_patients: int):
    """Return a trial with terms as uneven as in life (Zipf) and every column filled."""
    rng = np.random.default_rng(20)
    ids = np.array([f"P{i:05d}" for i in range(n_patients)], dtype=object)
    first = np.datetime64("2008-01-01", "s") + rng.integers(0, 300, n_patients).astype("timedelta64[D]")
    last = first + rng.integers(30, 360, n_patients).astype("timedelta64[D]")
    subjects = {"USUBJID": ids, "SRCREF": "DM!A1", "TRT01A": rng.choice(ARMS, n_patients)}
    subjects |= {"TRTSDT": first, "TRTSDTF": "", "TRTEDT": last, "TRTEDTF": ""}
    who = rng.integers(0, n_patients, n_events)
    term = np.minimum(rng.zipf(1.3, n_events), N_TERMS) - 1
    start = first[who] + rng.integers(-20, 380, n_events).astype("timedelta64[D]")
    events = {
        "USUBJID": ids[who],
        "SRCREF": "AE!A1",
        "AETERM": "x",
        "AEDECOD": np.array([f"Term {i}" for i in range(N_TERMS)], dtype=object)[term],
        "AEBODSYS": np.array([f"Class {i}" for i in range(N_CLASSES)], dtype=object)[term % N_CLASSES],
        "ASTDT": start,
        "ASTDTF": "",
        "AETOXGR": rng.choice([1.0, 2, 3, 4, 5, np.nan], n_events, p=[0.5, 0.3, 0.1, 0.04, 0.01, 0.05]),
        "AESER": rng.choice(["Y", "N"], n_events, p=[0.1, 0.9]),
        "AERELFL": rng.choice(["Y", "N"], n_events),
        "AEACN": rng.choice(["DOSE NOT CHANGED", "DRUG WITHDRAWN", *DOSE_CHANGES], n_events),
    }
    half = first + (last - first) // 2
    exposure = {
        "USUBJID": np.repeat(ids, 2),
        "SRCREF": "EX!A1",
        "EXTRT": "Drug",
        "EXDOSE": np.tile([100.0, 300.0], n_patients),
        "EXDAILY": np.tile([100.0, 300.0], n_patients),
        "ASTDT": np.stack([first, half + np.timedelta64(1, "D")], axis=1).ravel(),
        "ASTDTF": "",
        "AENDT": np.stack([half, last], axis=1).ravel(),
        "AENDTF": "",
    }
    tables = {"subjects": subjects, "adverse_events": events, "exposure": exposure}
    frames = {name: pd.DataFrame(columns) for name, columns in tables.items()}
    return build_study(frames, [], source=Source("bench.xlsx", "", 0, "xlsx"))


def plain_pandas(study) -> int:
    """Count the same with groupby; return a checksum of all patients counted."""
    subjects = study.subjects
    events = study.adverse_events
    merged = events.merge(subjects[["USUBJID", "TRT01A", "TRTSDT"]], on="USUBJID")
    merged = merged[merged["ASTDT"] >= merged["TRTSDT"]]
    masks = {
        "any": pd.Series(True, index=merged.index),
        "level_2": merged["AETOXGR"] >= 2,
        "level_3": merged["AETOXGR"] >= 3,
        "related": merged["AERELFL"] == "Y",
        "serious": merged["AESER"] == "Y",
        "withdrawal": merged["AEACN"] == "DRUG WITHDRAWN",
        "dose_change": merged["AEACN"].isin(DOSE_CHANGES),
    }
    total = 0
    for keys in ([], ["AEBODSYS"], ["AEBODSYS", "AEDECOD"]):
        for arm in ([], ["TRT01A"]):
            for column in COLUMNS:
                chosen = merged[masks[column]].assign(ONE=0)
                grouped = chosen.groupby([*keys, *arm, "ONE"], observed=True)["USUBJID"]
                total += int(grouped.nunique().sum())
                grouped.size()
            by_patient = [*keys, *arm, "USUBJID"]
            merged.groupby(by_patient)["AETOXGR"].max().groupby(level=[*keys, *arm] or 0).value_counts()
    return total


def timed(work, rounds: int = ROUNDS, clock=time.perf_counter) -> tuple[float, object]:
    """Return the seconds of the fastest of some rounds, as timeit does, and the last result."""
    seconds = []
    for _ in range(rounds):
        begin = clock()
        result = work()
        seconds.append(clock() - begin)
    return min(seconds), result


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=100_000)
    parser.add_argument("--patients", type=int, default=5_000)
    options = parser.parse_args()
    study = make_trial(options.events, options.patients)
    settings = replace(EVENTS, groups=(TermGroup("First three", ("Term 0", "Term 1", "Term 2")),))
    everyone = population(study)
    some = population(study, set(study.usubjids[::2]))

    coding, coded = timed(lambda: code_events(study, settings), 3)
    full, table = timed(lambda: event_table(code_events(study, settings), everyone), 3)
    again, _ = timed(lambda: event_table(coded, some))
    person_time, risk = timed(lambda: risk_time(study), 1)
    rates, _ = timed(lambda: event_rates(coded, risk, everyone, table), 3)
    by_dose, _ = timed(lambda: dose_rates(coded, risk, everyone), 3)
    plain, checksum = timed(lambda: plain_pandas(study), 1)
    ours = int(table.subjects[[n.kind != "group" for n in table.names]].sum())
    assert checksum == ours, (checksum, ours)

    size = f"{len(table.names)} rows, {len(table.arms)} arms"
    print(f"{options.events} events, {options.patients} patients, {size}")
    for words, seconds in (
        ("full table with intervals (from the study)", full),
        ("  of which coding, once per trial and settings", coding),
        ("another filter: count again, with intervals", again),
        ("time at risk of every patient, once per trial", person_time),
        ("rates of all rows", rates),
        ("rates by dose", by_dose),
        ("plain pandas groupby of the same counts, no interval", plain),
    ):
        print(f"  {words:<56}{1000 * seconds:9.0f} ms")
    print(f"  pandas / full table {plain / full:.1f}, pandas / another filter {plain / again:.1f}")


if __name__ == "__main__":
    main()
