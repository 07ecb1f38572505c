"""Fingerprints: what is kept of a study to tell, later, that something changed, but not what it was.

Every number is a keyed hash (SipHash, with a key made anew for each snapshot), mixed with the patient's, so
that equal values of two patients have different prints. Fields keep 32 bits of it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES
from sscviewer.workbook.changes.records import record_texts

Hashes = npt.NDArray[np.uint64]
FieldHashes = npt.NDArray[np.uint32]

KEY_LENGTH = 16
"""Characters of the hash's key (SipHash takes 128 bits)."""

_PASSING_KEY = "0" * KEY_LENGTH
"""The key of prints that are compared at once and never kept: they need not hide anything."""

_MIX_1, _MIX_2 = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_ODD = np.uint64(0x9E3779B97F4A7C15)
"""**Source**: SplitMix64 (Steele, Lea, Flood 2014)."""


@dataclass(frozen=True, slots=True)
class TablePrint:
    """The fingerprints of one table.

    Attributes
    ----------
    columns
        Names of the fields compared.
    patient : (n,) uint64
    fields : (n, k) uint32, 0 for an empty field
    srcref : (n,) str, where each row was
    """

    columns: tuple[str, ...]
    patient: Hashes
    fields: FieldHashes
    srcref: npt.NDArray[np.str_]


Prints = Mapping[str, TablePrint]


def take_prints(study: Study, salt: str) -> dict[str, TablePrint]:
    """Return the fingerprints of every table that has rows."""
    return {name: _take(study, name, salt) for name in TABLES if len(study.frame(name))}


def patient_hashes(usubjids: npt.NDArray[np.object_], salt: str) -> Hashes:
    """Return the hash of each patient's ID."""
    hashed: Hashes = pd.util.hash_array(usubjids, hash_key=salt)
    return hashed


def _take(study: Study, table: str, salt: str) -> TablePrint:
    patient = patient_hashes(study.column(table, "USUBJID"), salt)
    srcref = study.column(table, "SRCREF").astype(np.str_)
    return _printed(table, record_texts(study, table), patient, srcref, salt)


def _printed(
    table: str, texts: pd.DataFrame, patient: Hashes, srcref: npt.NDArray[np.str_], salt: str
) -> TablePrint:
    fields = np.zeros(texts.shape, dtype=np.uint32)
    for number, name in enumerate(texts):
        values = texts[name].to_numpy(dtype=object)
        column = pd.util.hash_array(np.array([f"{table}.{name}"], dtype=object), hash_key=salt)[0]
        mixed = _mixed(pd.util.hash_array(values, hash_key=salt) + _ODD * _mixed(patient + column))
        fields[:, number] = np.where(values == "", 0, np.maximum(mixed >> np.uint64(32), 1))
    return TablePrint(tuple(map(str, texts)), patient, fields, srcref)


def prints_of(
    table: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    srcref: Sequence[str],
    usubjid: str,
) -> TablePrint:
    """Return the fingerprints of one patient's records given as texts, to be matched and thrown away."""
    texts = pd.DataFrame([list(row) for row in rows], columns=list(columns), dtype=object)
    patient = np.repeat(patient_hashes(np.array([usubjid], dtype=object), _PASSING_KEY), len(rows))
    return _printed(table, texts, patient, np.array(srcref, dtype=np.str_), _PASSING_KEY)


def _mixed(values: Hashes) -> Hashes:
    """Return the values with every bit spread over all others."""
    values = (values ^ (values >> np.uint64(30))) * _MIX_1
    values = (values ^ (values >> np.uint64(27))) * _MIX_2
    spread: Hashes = values ^ (values >> np.uint64(31))
    return spread
