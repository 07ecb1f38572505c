"""Which measurements are looked at first."""

from sscviewer.model.endpoint_cards import first_shown
from sscviewer.model.study import Study
from sscviewer.model.tables import DERIVED


def default_parameters(study: Study) -> tuple[str, ...]:
    """Return the parameters a patient page shows first.

    The endpoints whose cards have an order (litres where there is no % predicted); without them the first
    four that were measured again and again (not height).
    """
    measured = [[code for code in codes if code in study.parameters] for codes in first_shown()]
    endpoints = tuple(codes[0] for codes in measured if codes)
    if endpoints:
        return endpoints
    others = [p.paramcd for p in study.parameters.values() if p.kind != "item"]
    repeated = [paramcd for paramcd in others if _is_repeated(study, paramcd)]
    return tuple((repeated or others)[:4])


def derived_parameters(study: Study) -> frozenset[str]:
    """Return the parameters of which the file has no value of its own."""
    codes, kind = (study.column("measurements", name) for name in ("PARAMCD", "DTYPE"))
    is_derived = kind == DERIVED
    return frozenset(codes[is_derived]) - frozenset(codes[~is_derived])


def _is_repeated(study: Study, paramcd: str) -> bool:
    usubjids = study.column("measurements", "USUBJID")[study.column("measurements", "PARAMCD") == paramcd]
    return len(usubjids) > len(set(usubjids))
