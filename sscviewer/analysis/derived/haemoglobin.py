"""DLCO as it would be at a standard haemoglobin, beside the measured one."""

from dataclasses import replace

import numpy as np
import pandas as pd

from sscviewer.analysis.derived.measured import measured
from sscviewer.analysis.derived.values import DerivedValues
from sscviewer.analysis.plan.derivation import DerivationSettings
from sscviewer.clinical.haemoglobin import haemoglobin_factor
from sscviewer.model.entry_facts import EntryFacts
from sscviewer.model.issue import Issue
from sscviewer.model.parameters import BY_CODE
from sscviewer.model.sentence import say
from sscviewer.model.study import Study

GRAM_PER_LITRE = {"g/L": 1.0, "g/dL": 10.0}
"""g/L in one of the unit; other units are not converted, as the file does not say what they count."""

CORRECTED = "DLCOHB"


def derive_corrected(study: Study, facts: EntryFacts, settings: DerivationSettings) -> DerivedValues | None:
    """Return DLCO corrected for the haemoglobin nearest in time; None where the file has its own or no Hb."""
    usable = [
        p for p in study.parameters.values() if p.paramcd.startswith("HGB") and p.unit in GRAM_PER_LITRE
    ]
    if CORRECTED in study.parameters or "DLCO" not in study.parameters or not usable:
        return None
    dlco = measured(study, facts, "DLCO")
    blood = pd.concat([_haemoglobin(study, facts, p.paramcd, p.unit) for p in usable]).sort_values("DAY")
    tests = pd.DataFrame(
        {
            "PATIENT": facts.place[dlco.rows],
            "DAY": facts.day[dlco.rows],
            "PLACE": np.arange(len(dlco.rows)),
        }
    )
    pairs = pd.merge_asof(
        tests.dropna().sort_values("DAY"),
        blood,
        on="DAY",
        by="PATIENT",
        direction="nearest",
        tolerance=settings.haemoglobin_days,
    )
    pairs = pairs.dropna(subset="HB").sort_values("PLACE")
    found = dlco.pick(np.isin(np.arange(len(dlco.rows)), pairs["PLACE"]))
    factor = haemoglobin_factor(pairs["HB"].to_numpy(), found.persons.sex, found.persons.age)
    known = ~np.isnan(factor)
    parts = zip(found.inputs[known], factor[known], pairs["WORDS"].to_numpy()[known], strict=True)
    words = [
        f"{dlco_words} × {times:.3f} for Hb {blood_words} (Cotes)" for dlco_words, times, blood_words in parts
    ]
    return DerivedValues(
        replace(BY_CODE[CORRECTED], kind="derived"),
        found.rows[known],
        found.value[known] * factor[known],
        np.array(words, dtype=object),
    )


def uncorrected(study: Study, corrected: DerivedValues, settings: DerivationSettings) -> Issue | None:
    """Return the sentence that says how many DLCO have no haemoglobin near them; None when all have."""
    is_dlco = study.column("measurements", "PARAMCD") == "DLCO"
    n = int((is_dlco & ~np.isnan(study.column("measurements", "AVAL"))).sum())
    if len(corrected.rows) == n:
        return None
    return Issue(
        "info",
        "dlco.uncorrected",
        say(
            "{n} of {total} DLCO have no haemoglobin within {days} days, or sex or age "
            "are not known; they have no corrected value.",
            n=n - len(corrected.rows),
            total=n,
            days=settings.haemoglobin_days,
        ),
    )


def _haemoglobin(study: Study, facts: EntryFacts, paramcd: str, unit: str) -> pd.DataFrame:
    found = measured(study, facts, paramcd)
    cells = study.column("measurements", "SRCREF")[found.rows]
    blood = pd.DataFrame(
        {
            "PATIENT": facts.place[found.rows],
            "DAY": facts.day[found.rows],
            "HB": found.value * GRAM_PER_LITRE[unit],
            "WORDS": [f"{value:g} {unit} {cell}" for value, cell in zip(found.value, cells, strict=True)],
        }
    )
    return blood.dropna(subset="DAY")
