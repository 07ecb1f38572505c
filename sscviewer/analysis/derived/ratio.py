"""FEV1/FVC where the file has both volumes and not their ratio."""

from dataclasses import replace

import numpy as np

from sscviewer.analysis.derived.values import DerivedValues
from sscviewer.model.entry_facts import EntryFacts
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.same_tests import same_tests
from sscviewer.model.study import Study

PER_CENT = 100.0


def derive_ratio(study: Study, facts: EntryFacts) -> DerivedValues | None:
    """Return FEV1/FVC, %; None where the file has its own or not both volumes."""
    have = set(study.parameters)
    if "FEV1FVC" in have or not {"FEV1", "FVC"} <= have:
        return None
    upper, lower = same_tests(study, "FEV1", "FVC")
    values, cells = study.column("measurements", "AVAL"), study.column("measurements", "SRCREF")
    possible = (values[lower] > 0) & ~np.isnan(facts.day[upper])  # without a time it cannot be drawn
    upper, lower = upper[possible], lower[possible]
    words = [f"FEV1 {a} / FVC {b}" for a, b in zip(cells[upper], cells[lower], strict=True)]
    ratio = PER_CENT * values[upper] / values[lower]
    parameter = replace(BY_CODE["FEV1FVC"], kind="derived")
    return DerivedValues(parameter, upper, ratio, np.array(words, dtype=object), keeps_limit=False)
