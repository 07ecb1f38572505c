"""One unit per parameter: converts exact units, settles missing ones by size, keeps strange ones apart."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.clinical.lab_units import unit_factor
from sscviewer.model.parameters import BY_CODE, KNOWN, PREDICTED, Parameter
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.words.item_names import item_parameters
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.measurements.doubtful import is_fraction
from sscviewer.workbook.values.cells import as_array, as_objects, different
from sscviewer.workbook.values.values_in_cells import convert
from sscviewer.workbook.values.vocabulary import conversions, known_parameter, percent_partner, unit_of
from sscviewer.workbook.values.words import identifier
from sscviewer.workbook.values.yes_no import read_yes_no

_ENOUGH = 0.8
"""This part of the values must lie within a unit's range for it to be the unit of values without one."""

_HARDLY = 0.5
"""Where fewer of a column's values can be what its heading names, it is of others than the trial's adults
(children, animals) and its limits are not ours. A few slips of the pen leave far more."""


@dataclass(frozen=True, slots=True)
class _Decision:
    """What becomes of one (name, unit) of the file."""

    parameter: Parameter
    factor: float = 1.0
    offset: float = 0.0


def settle_parameters(frame: pd.DataFrame, findings: Findings) -> tuple[pd.DataFrame, tuple[Parameter, ...]]:
    """Return the measurements in one unit per PARAMCD, and the parameters in the order to show them.

    Parameters
    ----------
    frame
        With PARAMCD by name only, AVALU in our spelling, NAME as the file calls it, KIND.
    """
    if not len(frame):
        return frame, ()
    frame = _with_counts(read_yes_no(frame))
    codes, pairs = different(as_array(frame["PARAMCD"]), as_array(frame["AVALU"]))
    chosen = list(_decide_all(frame, pairs, codes, findings))
    factor = np.array([d.factor for d in chosen])[codes]
    offset = np.array([d.offset for d in chosen])[codes]
    frame = frame.assign(PARAMCD=as_objects([d.parameter.paramcd for d in chosen])[codes])
    converted = {
        name: convert(frame[name], factor, offset) for name in ("AVAL", "ANRLO", "ANRHI") if name in frame
    }
    by_code = {d.parameter.paramcd: d.parameter for d in chosen}
    for total, item in (("MRSS", "MRSS01"), ("HAQDI", "HAQ0101"), ("HAQDI", "HAQC01")):
        if item in by_code:
            by_code.setdefault(total, BY_CODE[total])  # may be derived from its items
    return frame.assign(**converted), tuple(_ordered(by_code))


_COUNTED = frozenset({"WBC", "NEUT", "LYM", "PLAT"})
"""Cells, which are counted: their "G/L" is giga per litre, as laboratories write it; nobody weighs them."""


def _with_counts(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the measurements with counts of cells per litre in our spelling of their unit."""
    unit = as_array(frame["AVALU"])
    counted = frame["PARAMCD"].isin(_COUNTED).to_numpy() & (unit == "g/L")
    return frame.assign(AVALU=np.where(counted, "10^9/L", unit)) if counted.any() else frame


def _decide_all(
    frame: pd.DataFrame, pairs: list[tuple[str, ...]], codes: npt.NDArray[np.int64], findings: Findings
) -> Iterator[_Decision]:
    """Yield what becomes of each (name, unit); `codes` says which of them each row has."""
    values = frame["AVAL"].to_numpy(dtype=float)
    counts = np.bincount(codes, minlength=len(pairs))
    rows = np.split(np.argsort(codes, kind="stable"), np.cumsum(counts)[:-1])
    main = _main_units(pairs, counts.tolist())
    for (code, unit), own in zip(pairs, rows, strict=True):
        name, kind, cell = (str(frame[column].iloc[own[0]]) for column in ("NAME", "KIND", "SRCREF"))
        yield _decide(_Case(code, unit, name, kind, cell, values[own], main[code]), findings)


def _main_units(pairs: list[tuple[str, ...]], counts: list[int]) -> dict[str, str]:
    """Return the commonest unit of each code among the rows that have a unit, else ""."""
    main: dict[str, tuple[int, str]] = {}
    for (code, unit), count in zip(pairs, counts, strict=True):
        best = main.get(code, (0, ""))
        main[code] = max(best, (count, unit), key=lambda counted: (counted[1] != "", counted[0]))
    return {code: unit for code, (_, unit) in main.items()}


@dataclass(frozen=True, slots=True)
class _Case:
    code: str
    unit: str
    name: str
    kind: str
    cell: str
    numbers: npt.NDArray[np.float64]
    main_unit: str


def _decide(case: _Case, findings: Findings) -> _Decision:
    items = item_parameters()
    if case.code in items:
        return _Decision(items[case.code])
    known = known_parameter(case.code)
    if known is None or known.unit == "":
        return _within(case, _file_unit(case, known, findings), findings)
    if is_fraction(case.code, case.unit, case.numbers):
        return _of_fractions(case, known, findings)
    if case.unit == known.unit or unit_of(known.unit) == case.unit:
        return _within(case, _Decision(known), findings)
    if known.unit == PREDICTED and case.unit in ("", "%"):
        return _Decision(known)
    if (case.unit, known.unit) in conversions():
        factor, offset = conversions()[case.unit, known.unit]
        return _within(case, _Decision(known, factor, offset), findings)
    if case.unit == "":
        return _by_size(case, known, findings)
    return _apart(case, findings)


def _within(case: _Case, decided: _Decision, findings: Findings) -> _Decision:
    """Return what was decided, or a parameter without limits where too few values lie within them.

    A score has no values outside its limits: where half of them are, it is another one of that name.
    """
    known = decided.parameter
    values = case.numbers[~np.isnan(case.numbers)] * decided.factor + decided.offset
    if known.low is None or known.high is None or not len(values):
        return decided
    inside = int(((values >= known.low) & (values <= known.high)).sum())
    if inside >= _HARDLY * len(values):
        return decided
    code = f"{case.code}_FILE"
    sheet, _, cell = case.cell.rpartition("!")
    findings.add(
        "warning",
        "value.other_range",
        say(
            "{name}: {inside} of {n} values are outside {low:g} to {high:g}{space}{unit}, which "
            "are the limits {limits}; they are kept as a measurement of their own without limits "
            "({code}).",
            name=case.name,
            inside=len(values) - inside,
            n=len(values),
            low=known.low,
            high=known.high,
            space=" " if known.unit else "",
            unit=known.unit,
            limits=say("in adults") if known.unit else say("of the score"),
            code=code,
        ),
        sheet=sheet,
        cell=cell,
    )
    kind: Any = case.kind
    return _Decision(Parameter(code, case.name, case.unit or known.unit, case.name, kind))


def _of_fractions(case: _Case, known: Parameter, findings: Findings) -> _Decision:
    sheet, _, cell = case.cell.rpartition("!")
    findings.add(
        "warning",
        "unit.fraction",
        say(
            "{name} is given as a fraction ({low:g} to {high:g}); its values ({n}) were multiplied by 100.",
            name=case.name,
            low=np.nanmin(case.numbers),
            high=np.nanmax(case.numbers),
            n=len(case.numbers),
        ),
        sheet=sheet,
        cell=cell,
    )
    return _Decision(known, 100.0)


def _file_unit(case: _Case, known: Parameter | None, findings: Findings) -> _Decision:
    """Return a parameter in the file's own unit; a second unit of one name becomes another."""
    kind: Any = case.kind
    base = known or Parameter(case.code, case.name.strip() or case.code, "", case.name.strip(), kind)
    if case.unit == case.main_unit:
        return _Decision(replace(base, unit=case.unit))
    factor = unit_factor(base.paramcd, case.unit, case.main_unit)
    if factor is not None:
        _tell_converted(case, findings)
        return _Decision(replace(base, unit=case.main_unit), factor)
    return _apart(case, findings)


def _tell_converted(case: _Case, findings: Findings) -> None:
    sheet, _, cell = case.cell.rpartition("!")
    findings.add(
        "info",
        "unit.converted",
        say(
            "{name} is given in {unit} and in {kept_unit}; its values in {unit} ({n}) were "
            "converted to {kept_unit}.",
            name=case.name,
            unit=case.unit,
            kept_unit=case.main_unit,
            n=len(case.numbers),
        ),
        sheet=sheet,
        cell=cell,
    )


def _apart(case: _Case, findings: Findings, name: str = "") -> _Decision:
    """Return a parameter of its own for a unit we cannot convert, called by a name or as in the file."""
    unit = case.unit or "no unit"
    code = f"{case.code}_{identifier(unit.replace('/', ' ').replace('µ', 'u'))}"
    sheet, _, cell = case.cell.rpartition("!")
    given = (
        say("is given in “{unit}”, which is not converted", unit=unit)
        if case.unit
        else say("has no unit that could be told")
    )
    findings.add(
        "warning",
        "unit.apart",
        say(
            "{name} {given}; its values ({n}) are kept as a measurement of their own ({code}).",
            name=case.name,
            given=given,
            n=len(case.numbers),
            code=code,
        ),
        sheet=sheet,
        cell=cell,
    )
    kind: Any = case.kind
    label = f"{name or case.name} ({unit})"
    return _Decision(Parameter(code, label, case.unit, label, kind))


def _by_size(case: _Case, known: Parameter, findings: Findings) -> _Decision:
    """Return the one unit whose possible range fits values that have no unit; apart if several or none do."""
    values = case.numbers[~np.isnan(case.numbers)]
    fitting = [d for d, low, high in _candidates(known) if _fits(values, low, high)]
    if len(fitting) != 1 or (fitting[0].factor != 1.0 and not _all_fit(values, fitting[0], known)):
        return _apart(case, findings, known.param)
    unit = fitting[0].parameter.unit
    source = next(
        (a for (a, b), (f, _) in conversions().items() if b == unit and f == fitting[0].factor), unit
    )
    sheet, _, cell = case.cell.rpartition("!")
    findings.add(
        "warning",
        "unit.from_values",
        say(
            "{name} has no unit; its values ({low:g} to {high:g}) fit only {source} and were read so.",
            name=case.name,
            low=values.min(),
            high=values.max(),
            source=source,
        ),
        sheet=sheet,
        cell=cell,
    )
    return fitting[0]


def _candidates(known: Parameter) -> Iterator[tuple[_Decision, float, float]]:
    if known.low is None or known.high is None:
        return
    yield _Decision(known), known.low, known.high
    for (_, to), (factor, offset) in conversions().items():
        if to == known.unit:
            yield (
                _Decision(known, factor, offset),
                (known.low - offset) / factor,
                (known.high - offset) / factor,
            )
    partner = known_parameter(percent_partner(known.paramcd) or "")
    if partner and partner.low is not None and partner.high is not None:
        yield _Decision(partner), partner.low, partner.high


def _fits(values: npt.NDArray[np.float64], low: float, high: float) -> bool:
    return bool(len(values)) and float(((values >= low) & (values <= high)).mean()) >= _ENOUGH


def _all_fit(values: npt.NDArray[np.float64], found: _Decision, known: Parameter) -> bool:
    """Return whether every value is possible in a unit that nothing but the values tells."""
    limits = next((low, high) for d, low, high in _candidates(known) if d == found)
    return bool(((values >= limits[0]) & (values <= limits[1])).all())


def _ordered(found: dict[str, Parameter]) -> Iterable[Parameter]:
    """Return known parameters in the glossary's order, others as the file has them, items last."""
    known = [p.paramcd for p in KNOWN]
    rank = {code: i for i, code in enumerate(known)}
    position = {code: i for i, code in enumerate(found)}
    return sorted(
        found.values(),
        key=lambda p: (p.kind == "item", rank.get(p.paramcd, len(rank)), position[p.paramcd]),
    )
