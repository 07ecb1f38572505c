"""Adverse event rates: as JSON (the contract with other programs) and as lines of text."""

from dataclasses import asdict
from typing import Any

from sscviewer.analysis.dose.dose_rates import DoseRates
from sscviewer.analysis.events.event_columns import COLUMNS
from sscviewer.analysis.events.event_rates import RateTable
from sscviewer.analysis.population import ALL
from sscviewer.analysis.rate import PER_YEARS

_COLUMNS = ("any", "level_2", "related", "serious")
"""The columns given by dose."""


def rates_json(rates: RateTable, by_dose: DoseRates) -> dict[str, Any]:
    """Return rates per 100 patient-years of every row with events in an arm, and of all events by dose."""
    rows = [
        {
            "arm": arm,
            "AEBODSYS": name.body_system or None,
            "AEDECOD": name.term if name.kind == "term" else None,
            "group": name.term if name.kind == "group" else None,
            "incidence": asdict(rates.incidence(row, arm)),
            "event_rate": asdict(rates.event_rate(row, arm)),
        }
        for arm in rates.arms
        for row, name in enumerate(rates.names)
        if name.kind == "any" or rates.events[row, rates.arms.index(arm), 0]
    ]
    told = {name for name, is_told in zip(COLUMNS, by_dose.available, strict=True) if is_told}
    bands = [
        {
            "band": band.words,
            "kind": band.kind,
            "patients": int(by_dose.patients[i]),
            **{column: asdict(by_dose.rate(i, column)) if column in told else None for column in _COLUMNS},
        }
        for i, band in enumerate(by_dose.bands)
    ]
    return {
        "time": rates.words,
        "per_patient_years": PER_YEARS,
        "confidence_interval": rates.method,
        "level": rates.level,
        "notes": list(rates.notes),
        "rows": rows,
        "by_dose": {"notes": list(by_dose.notes), "rows": bands},
    }


def rate_lines(rates: RateTable, by_dose: DoseRates) -> list[str]:
    """Return the rates of any event for all treated patients, and those by dose, as lines of text."""
    lines = [
        f"Adverse events per {PER_YEARS:g} patient-years, {100 * rates.level:g} % interval ({rates.method}); "
        f"{rates.words}",
        f"  {'Patients with an event':<34}{rates.incidence(0, ALL).words}",
        f"  {'Events':<34}{rates.event_rate(0, ALL).words}",
    ]
    for i, band in enumerate(by_dose.bands):
        lines.append(f"  {'Events, ' + band.words:<34}{by_dose.rate(i).words}")
    return [*lines, *(f"  note: {note}" for note in by_dose.notes)]
