"""ADaM: ADSL, occurrences (ADAE, ADCM, ADMH, ADEX) and values (BDS), times to events (ADTTE).

Of a BDS sheet what was observed and chosen for analysis is read: rows that were derived (DTYPE), and rows
without ANL01FL where another row of the visit has it, are left out, named and counted. Rows that carry a
value forward (DTYPE LOCF) are read too, and kept apart from measurements (`read_values.py`, `assemble.py`).
"""

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.sentence import say
from sscviewer.model.tables import CARRIED
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.layouts.adam_subjects import disposition_fields, is_adsl
from sscviewer.workbook.row_numbers import rows_in_words, runs
from sscviewer.workbook.values.vocabulary import read_toml

Mask = npt.NDArray[np.bool_]


def recognise_adam(table: SheetTable, findings: Findings) -> Recognised | None:
    """Return what an ADaM sheet is; None when it is not ADaM."""
    by_name = {c.heading.written.strip().upper(): c for c in table.columns if c.heading.written}
    names = set(by_name)
    if "USUBJID" not in names:
        return None
    known = {name: set(listed) for name, listed in read_toml("adam")["recognised"].items()}
    if {"PARAMCD", "PARAM"} & names and names & known["values"]:
        return _of_parameters(table, by_name, names & known["event_time"], findings)
    if "DOMAIN" in names:
        return None
    target = next((t for term, t in read_toml("adam")["terms"].items() if term in names), None)
    if target is not None:
        return _records(table, (target,)) if names & known["occurrence"] else None
    if not is_adsl(names) or _has_rows_per_patient(by_name["USUBJID"]):
        return None
    return _subjects(table, by_name)


def _subjects(table: SheetTable, by_name: Mapping[str, Column]) -> Recognised:
    """Return ADSL, with how its patients ended where any of its variables says so."""
    person, ended = dict(_fields(table, "subjects")), disposition_fields(by_name)
    if not ended:
        return Recognised(table, "adam", ("subjects",), {"subjects": person})
    own = {c.letter for name, columns in person.items() if name != "IGNORED" for c in columns}
    told = tuple(c for columns in ended.values() for c in columns if c.letter not in own)
    person["IGNORED"] = (*person.get("IGNORED", ()), *told)
    fields = {"subjects": person, "disposition": {"USUBJID": (by_name["USUBJID"],), **ended}}
    return Recognised(table, "adam", tuple(fields), fields)


def _has_rows_per_patient(patient: Column) -> bool:
    """Return whether patients have several rows: then the sheet is no ADSL, whatever its variables."""
    filled = int(patient.cells.filled.sum())
    return filled >= 2 * max(1, len([text for text in patient.cells.unique_texts if text.strip()]))


def _of_parameters(
    table: SheetTable, by_name: Mapping[str, Column], event_time: Container[str], findings: Findings
) -> Recognised:
    """Return what a sheet of parameters is: times to events, doses, or values."""
    if event_time:
        return _records(table, ("event_times",))
    if {"EXTRT", "EXDOSE", "EXSEQ", "ASTDT", "ASTDTM"} & set(by_name) and "PARAMCD" in by_name:
        is_dose: Mask = by_name["PARAMCD"].cells.texts == "DOSE"
        if is_dose.any():
            return _doses(table, is_dose, findings)
    return _values(table, findings)


def _doses(table: SheetTable, is_dose: Mask, findings: Findings) -> Recognised:
    """Return ADEX by parameter as one part: the rows that are doses, each with its dates."""
    column = next(c for c in table.columns if c.heading.written.strip().upper() == "PARAMCD")
    _left_out(table, column, ~is_dose, np.ones(len(table), dtype=bool), "a summary of doses ({})", findings)
    rows = table.take(np.flatnonzero(is_dose))
    part = _records(rows, ("exposure",))
    return replace(part, table=table, fields={"exposure": _fields(table, "exposure")}, parts=(part,))


def _records(table: SheetTable, targets: Iterable[str]) -> Recognised:
    fields = {target: _fields(table, target) for target in targets}
    return Recognised(table, "adam", tuple(fields), fields)


def _fields(table: SheetTable, target: str) -> Fields:
    by_name = {c.heading.written.strip().upper(): c for c in table.columns if c.heading.written}
    found: dict[str, tuple[Column, ...]] = {"USUBJID": (by_name["USUBJID"],)}
    if target == "measurements":
        found |= _qualifiers(by_name)
        if not {"AVAL", "AVALC"} & set(by_name):
            # a sheet that gives only changes: they are its values
            found["VALUE"] = (by_name.get("PCHG") or by_name["CHG"],)
    for name, variables in read_toml("adam")["columns"][target].items():
        timed = [f"{v}M" for v in variables if v.endswith("DT")]
        present = tuple(by_name[v] for v in dict.fromkeys([*variables, *timed]) if v in by_name)
        if present:
            found[name] = present
    if target == "measurements" and "AVISITN" in by_name and not {"VISIT", "ADT", "ADY"} & set(found):
        found["VISIT"] = (by_name["AVISITN"],)  # the only time there is
    if target == "subjects" and _is_crossover(by_name):
        planned = by_name["TRTSEQP"]
        found |= {"TRT01P": (planned,), "TRT01A": (by_name.get("TRTSEQA", planned),)}
    return found


def _is_crossover(by_name: Mapping[str, Column]) -> bool:
    """Return whether both periods have the same treatments: then the arm is their sequence.

    Where all go on to one treatment (an open-label extension) the arm is that of the first period.
    """
    if not {"TRT01P", "TRT02P", "TRTSEQP"} <= set(by_name):
        return False
    first, second = ({t for t in by_name[n].cells.unique_texts if t.strip()} for n in ("TRT01P", "TRT02P"))
    return len(first) > 1 and first == second


_QUALIFIER = re.compile(r"^[A-Z]{2}(OBJ|LAT|LOC|DIR|EVAL|EVALID|METHOD|LNKID)$")
_QUALIFIERS = {
    "OBJ": "OBJECT", "LAT": "LATERALITY", "LOC": "LOCATION", "DIR": "DIRECTION",
    "EVAL": "EVALUATOR", "EVALID": "EVALUATOR", "METHOD": "METHOD", "LNKID": "GROUP",
}  # fmt: skip


def _qualifiers(by_name: Mapping[str, Column]) -> dict[str, tuple[Column, ...]]:
    """Return the columns that tell values of one patient-day apart, kept under their SDTM names."""
    found: dict[str, tuple[Column, ...]] = {}
    for name, column in by_name.items():
        if match := _QUALIFIER.match(name):
            found[_QUALIFIERS[match[1]]] = (*found.get(_QUALIFIERS[match[1]], ()), column)
    if period := by_name.get("APERIODC") or by_name.get("APERIOD"):
        found["PERIOD"] = (period,)
    return found


def _values(table: SheetTable, findings: Findings) -> Recognised:
    """Return a sheet of values as one part: the rows that are observed and chosen for analysis."""
    by_name = {c.heading.written.strip().upper(): c for c in table.columns if c.heading.written}
    keep = np.ones(len(table), dtype=bool)
    for name, why in (
        ("DTYPE", "derived and not observed (DTYPE {})"),
        ("ANL01FL", "not marked for analysis (ANL01FL is not Y)"),
    ):
        if name in by_name:
            out = _is_derived if name == "DTYPE" else _is_not_analysed
            keep &= ~_left_out(table, by_name[name], out(by_name), keep, why, findings)
    if "DTYPE" in by_name:
        _tell_carried(table, by_name["DTYPE"], keep, findings)
    rows = table.take(np.flatnonzero(keep))
    fields = {"measurements": _fields(rows, "measurements")}
    part = Recognised(rows, "adam", ("measurements",), fields, domain="BDS")
    return replace(part, table=table, fields={"measurements": _fields(table, "measurements")}, parts=(part,))


def _tell_carried(table: SheetTable, kind: Column, kept: Mask, findings: Findings) -> None:
    """Say how many rows are not measured at their visit but carried forward to it."""
    rows = np.flatnonzero(kept & kind.cells.filled)
    n = len(rows)
    if n:
        findings.add(
            "info",
            "row.carried",
            say(
                "Rows whose value the file carries forward from an earlier visit (DTYPE {carried}): "
                "{n}; they are no measurements and count only where the plan carries values forward.",
                carried=CARRIED,
                n=n,
            ),
            sheet=table.sheet,
            cell=table.cell(kind.letter, int(rows[0])),
        )


def _is_derived(by_name: Mapping[str, Column]) -> Mask:
    kind = by_name["DTYPE"].cells
    derived: Mask = kind.filled & (kind.map(str.strip) != CARRIED)
    return derived


def _is_not_analysed(by_name: Mapping[str, Column]) -> Mask:
    """Return which rows lack the flag where another row claims their visit.

    The flag chooses among the rows of one patient, parameter and visit; where none of these has it, it says
    nothing, and a baseline stays.
    """
    yes: Mask = by_name["ANL01FL"].cells.texts == "Y"
    names = [name for name in ("USUBJID", "PARAMCD", "PARAM", "AVISIT") if name in by_name]
    if "AVISIT" not in names:
        return np.zeros(len(yes), dtype=bool)
    claim = (
        pd.Series(0, index=range(len(yes))).groupby([by_name[name].cells.codes for name in names]).ngroup()
    )
    claimed = np.zeros(int(claim.max()) + 1 if len(claim) else 1, dtype=bool)
    claimed[claim[yes]] = True
    has_visit: Mask = by_name["AVISIT"].cells.filled
    return ~yes & claimed[claim] & has_visit


def _left_out(
    table: SheetTable, column: Column, out: Mask, among: Mask, why: str, findings: Findings
) -> Mask:
    """Return which rows are left out, and name those that were not before."""
    is_flag = column.heading.written.strip().upper() == "ANL01FL"
    texts = column.cells.texts
    places = np.flatnonzero(out & among)
    for run in runs(table.rows[places]):
        first = int(np.searchsorted(table.rows, run[0]))
        findings.add(
            "info",
            "row.not_analysed" if is_flag else "row.derived",
            say(
                "{rows} {are} {reason} and {were} not used.",
                rows=rows_in_words(run),
                are=say("is") if len(run) == 1 else say("are"),
                reason=why.format(texts[first]),
                were=say("was") if len(run) == 1 else say("were"),
            ),
            sheet=table.sheet,
            cell=table.cell(column.letter, first),
        )
    return out
