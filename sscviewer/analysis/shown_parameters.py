"""Which panels a patient page has at first: measurements, and lanes of other records."""

from collections import Counter

from sscviewer.analysis.study_cache import cached_per_study
from sscviewer.model.endpoint_cards import first_shown
from sscviewer.model.study import Study
from sscviewer.model.tables import DERIVED

LANES = {
    "labs": "Laboratory values",
    "medications": "Concomitant medication",
    "history": "Medical history",
}
"""Panels beside dose, events and measurements; their names lie among PARAMCDs, which are in capitals."""
ROOM_FOR_LANES = 2
"""With more measurements than these a page is full: its lanes come on only when they are asked for."""


def lanes_with_data(study: Study) -> tuple[str, ...]:
    """Return the names of `LANES` that somebody in the trial has records for."""
    has_labs = any(parameter.kind == "lab" for parameter in study.parameters.values())
    there = {
        "labs": has_labs,
        **{table: bool(len(study.column(table, "USUBJID"))) for table in ("medications", "history")},
    }
    return tuple(name for name in LANES if there[name])


def default_panels(study: Study) -> tuple[str, ...]:
    """Return the panels a patient page shows first: measurements, and lanes where they leave room."""
    parameters = default_parameters(study)
    return (*parameters, *(lanes_with_data(study) if len(parameters) <= ROOM_FOR_LANES else ()))


def default_parameters(study: Study) -> tuple[str, ...]:
    """Return the parameters a patient page shows first.

    The endpoints whose cards have an order (litres where there is no % predicted); without them the first
    four that were measured again and again (not height).
    """
    measured = [[code for code in codes if code in study.parameters] for codes in first_shown()]
    endpoints = tuple(codes[0] for codes in measured if codes)
    if endpoints:
        return endpoints
    others = tuple(p.paramcd for p in study.parameters.values() if p.kind != "item")
    return (repeated_parameters(study) or others)[:4]


@cached_per_study
def repeated_parameters(study: Study) -> tuple[str, ...]:
    """Return the parameters that some patient has more than one value of (not height), without items."""
    codes, usubjids = (study.column("measurements", name) for name in ("PARAMCD", "USUBJID"))
    counted = Counter(zip(codes.tolist(), usubjids.tolist(), strict=True))
    repeated = {code for (code, _), n in counted.items() if n > 1}
    return tuple(p.paramcd for p in study.parameters.values() if p.kind != "item" and p.paramcd in repeated)


def derived_parameters(study: Study) -> frozenset[str]:
    """Return the parameters of which the file has no value of its own."""
    codes, kind = (study.column("measurements", name) for name in ("PARAMCD", "DTYPE"))
    is_derived = kind == DERIVED
    return frozenset(codes[is_derived]) - frozenset(codes[~is_derived])
