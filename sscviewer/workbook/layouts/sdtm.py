"""SDTM: the domain of a sheet, its variables as columns of ours, SUPP-- rows beside their parents."""

import re

import numpy as np
import pandas as pd

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised, ignored
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.rows.fields import SheetContext, read_text
from sscviewer.workbook.values.vocabulary import read_toml

_VARIABLE = re.compile(r"^[A-Z][A-Z0-9]{2,7}$")
_SUPPLEMENT = frozenset({"RDOMAIN", "IDVAR", "IDVARVAL", "QNAM", "QVAL"})


def recognise_sdtm(table: SheetTable) -> Recognised | None:
    """Return what an SDTM sheet is; None when it is not SDTM."""
    by_name = {c.heading.written.strip().upper(): c for c in table.columns if c.heading.written}
    if "USUBJID" not in by_name:
        return None
    if set(by_name) >= _SUPPLEMENT:
        parent = _first_text(by_name["RDOMAIN"]) or table.sheet.upper().removeprefix("SUPP")[:2]
        target = read_toml("sdtm")["domains"].get(parent, "measurements")
        fields: Fields = {name: (by_name[name],) for name in ("USUBJID", *sorted(_SUPPLEMENT))}
        return Recognised(table, "sdtm", (target,), {"supplement": fields}, domain=f"SUPP{parent}")
    domain = _domain(table, by_name)
    if domain is None:
        return None
    prefix = _prefix(domain, by_name)
    target = read_toml("sdtm")["domains"].get(domain)
    if {f"{prefix}TESTCD", f"{prefix}TEST"} & set(by_name):
        target = "measurements"
    if target is None:
        return _not_drawn(table, domain, prefix, by_name)
    fields = _fields(target, prefix, by_name)
    return Recognised(table, "sdtm", (target,), {target: fields}, domain=domain)


def without_collected(found: list[Recognised]) -> list[Recognised]:
    """Return the sheets without EC where EX has its patients: both give the same doses.

    EC tells them as collected (tablets, planned ones too), EX in the protocol's unit (SDTMIG 3.4, 6.1.3).
    """
    known = {who for one in found if one.domain == "EX" for who in _patients(one)}
    return [
        ignored(one.table, ALSO_IN_EX, one.hidden)
        if one.domain == "EC" and one.layout == "sdtm" and set(_patients(one)) <= known
        else one
        for one in found
    ]


ALSO_IN_EX = "SDTM domain EC: doses as collected, which EX gives in the unit of the protocol"


def _patients(found: Recognised) -> list[str]:
    columns = found.fields.get("exposure", {}).get("USUBJID", ())
    return [text.strip() for column in columns for text in column.cells.unique_texts if text.strip()]


def _not_drawn(table: SheetTable, domain: str, prefix: str, by_name: dict[str, Column]) -> Recognised | None:
    """Return a sheet of a domain that says of itself which one it is, and has no place in a trial's pictures.

    A record of it is no fact of the patient and no adverse event, however its columns look.
    """
    own = [name for name in by_name if name.startswith(prefix)]
    if "DOMAIN" not in by_name or len(own) < _OF_DOMAIN:
        return None
    what = read_toml("sdtm")["not_drawn"].get(domain, "of which nothing is drawn")
    hidden = tuple(c for c in table.columns if is_identity(c))
    return ignored(table, say("SDTM domain {domain}: {what}", domain=domain, what=what), hidden)


_COLLECTED_LIMITS = {"ANRLO": "ORNRLO", "ANRHI": "ORNRHI"}

_OF_DOMAIN = 2
"""So many variables begin with the letters of a domain that its sheet is one."""


def _prefix(domain: str, by_name: dict[str, Column]) -> str:
    """Return the letters that the variables begin with: not the domain's where it was split (FACE)."""
    if any(name.startswith(domain) for name in by_name if name != "DOMAIN") or len(domain) <= 2:
        return domain
    return domain[:2]


def _first_text(column: Column) -> str:
    return next((text for text in column.cells.texts if text), "").upper()


def _domain(table: SheetTable, by_name: dict[str, Column]) -> str | None:
    """Return the two letters of the domain: the DOMAIN column, else the sheet's name, else its variables."""
    if "DOMAIN" in by_name and (written := _first_text(by_name["DOMAIN"])):
        return written
    variables = [name for name in by_name if _VARIABLE.match(name)]
    prefixes = [
        name[:2]
        for name in variables
        if name.endswith(("SEQ", "TESTCD", "TEST", "DTC", "DT", "DAT", "TERM", "TRT", "DECOD", "STRESN"))
    ]
    name = table.sheet.strip().upper()[:2]
    if name in prefixes:
        return name
    if {"RFSTDTC", "ARM", "SUBJID"} & set(by_name) and {"SEX", "AGE"} & set(by_name):
        return "DM"
    if prefixes:
        common = max(set(prefixes), key=prefixes.count)
        return common if prefixes.count(common) > 1 else None
    return None


def _fields(target: str, domain: str, by_name: dict[str, Column]) -> Fields:
    columns = read_toml("sdtm")["columns"][target]
    found: dict[str, tuple[Column, ...]] = {"USUBJID": (by_name["USUBJID"],)}
    for name, variables in columns.items():
        present = tuple(by_name[v] for raw in variables if (v := raw.replace("--", domain)) in by_name)
        if present:
            found[name] = present
    if target == "measurements" and not {"VALUE", "STANDARD"} & set(found):
        # as collected: limits in the units of the results are theirs
        limits = {name: by_name.get(f"{domain}{v}") for name, v in _COLLECTED_LIMITS.items()}
        found |= {name: (column,) for name, column in limits.items() if column is not None}
    if "TRTSDT" not in found and "RFSTDTC" in by_name and target == "subjects":
        found["TRTSDT"] = (by_name["RFSTDTC"],)
    return found


def merge_supplement(
    context: SheetContext,
    fields: Fields,
    parent: SheetTable,
    frame: pd.DataFrame,
) -> tuple[pd.DataFrame, "np.ndarray[tuple[int], np.dtype[np.bool_]]"]:
    """Return the parent's frame with a column per QNAM, and which supplement rows found their parent.

    Parameters
    ----------
    frame
        Rows of the parent sheet with a column ROW, the place of each among the parent table's rows.
    """
    n = len(context.table)
    variable = {name: read_text(fields[name], n) for name in ("IDVAR", "IDVARVAL", "QNAM", "QVAL")}
    used = np.zeros(n, dtype=bool)
    new = {}
    for qnam in dict.fromkeys(variable["QNAM"]):
        name = read_toml("sdtm")["supplement"].get(qnam, qnam)
        values = _existing(frame, name)
        for idvar in dict.fromkeys(variable["IDVAR"][variable["QNAM"] == qnam]):
            rows = np.flatnonzero((variable["QNAM"] == qnam) & (variable["IDVAR"] == idvar))
            place = _places(parent, frame, idvar)
            for row in rows:
                places = place.get((context.usubjid[row], variable["IDVARVAL"][row] if idvar else ""), ())
                used[row] = bool(len(places))
                for position in places:
                    values[position] = variable["QVAL"][row]
        new[name] = values
    return frame.assign(**new), used


def _existing(frame: pd.DataFrame, name: str) -> "np.ndarray[tuple[int], np.dtype[np.object_]]":
    if name in frame:
        return frame[name].to_numpy(dtype=object).copy()
    return np.full(len(frame), "", dtype=object)


def _places(parent: SheetTable, frame: pd.DataFrame, idvar: str) -> dict[tuple[str, str], list[int]]:
    """Return where in the frame each (patient, value of the parent's column `idvar`) is."""
    column = next((c for c in parent.columns if c.heading.written.strip().upper() == idvar), None)
    if idvar and column is None:
        return {}
    values = column.cells.texts[frame["ROW"].to_numpy()] if column else np.full(len(frame), "", dtype=object)
    places: dict[tuple[str, str], list[int]] = {}
    for i, pair in enumerate(zip(frame["USUBJID"], values, strict=True)):
        places.setdefault(pair, []).append(i)
    return places
