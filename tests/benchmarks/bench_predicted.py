"""How long predicted values take, as a ratio to pyspiro's own functions for one value at a time.

    python tests/benchmarks/bench_predicted.py [--persons 1000000] [--sample 500]

The same persons' FVC by GLI-2012 (predicted, z, lower limit); pyspiro's time for the sample is multiplied up.
"""

import argparse
import time

import numpy as np

from sscviewer.clinical.gli_spirometry import gli_2012
from sscviewer.model.persons import MALE, Persons

TARGET_SECONDS = 1.0
ROUNDS = 3


def persons(n: int) -> Persons:
    rng = np.random.default_rng(2012)
    return Persons(
        rng.integers(1, 3, n), rng.uniform(3, 95, n), rng.uniform(100, 200, n), rng.integers(1, 6, n)
    )


def ours(who: Persons, value: np.ndarray) -> float:
    begun = time.perf_counter()
    found = gli_2012("FVC", who)
    found.z(value)
    _ = found.lln
    return time.perf_counter() - begun


def theirs(who: Persons, value: np.ndarray) -> float | None:
    """Return pyspiro's seconds; None when its code cannot be imported."""
    try:
        from pyspiro import GLI_2012
    except ImportError as error:
        print(f"pyspiro's code cannot be imported ({error}): no ratio")
        return None
    equation, spared = GLI_2012(), []
    fvc = equation.Parameters.FVC
    begun = time.perf_counter()
    for i in range(len(value)):
        case = (int(who.sex[i] == MALE), who.age[i], who.height[i], int(who.group[i]), fvc, value[i])
        spared.append((equation.lms(*case), equation.zscore(*case), equation.lln(*case)))
    return time.perf_counter() - begun


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--persons", type=int, default=1_000_000)
    parser.add_argument("--sample", type=int, default=500)
    options = parser.parse_args()
    who = persons(options.persons)
    value = np.random.default_rng(1).uniform(1, 6, options.persons)
    gli_2012("FVC", who.pick(np.arange(2)))  # reads the tables
    best = min(ours(who, value) for _ in range(ROUNDS))
    print(f"{options.persons} persons: {best:.3f} s (target {TARGET_SECONDS:g} s for 1000000)")
    few = np.arange(options.sample)
    other = theirs(who.pick(few), value[few])
    if other is not None:
        each, their_each = best / options.persons, other / options.sample
        print(f"pyspiro, one by one: {1e6 * their_each:.0f} µs each, ours {1e6 * each:.2f} µs: "
              f"ratio {their_each / each:.0f}")  # fmt: skip


if __name__ == "__main__":
    main()
