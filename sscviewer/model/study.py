"""A whole trial, checked and frozen, with every patient's rows found without looking at anybody else's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.conform import (
    absent_table,
    complete_subjects,
    conform_table,
    derive_first_and_last_dose,
    derive_reference_day,
    derive_study_days,
    narrow_first_doses,
)
from sscviewer.model.issue import Issue
from sscviewer.model.load_report import Source
from sscviewer.model.parameters import Parameter
from sscviewer.model.rules import planned_day
from sscviewer.model.tables import DERIVED, TABLES

CellMap = Mapping[tuple[str, str], Mapping[str, str]]
"""(table, sheet) -> {column name: column letter}, so that every value of a row can name its cell."""

VisitOrder = tuple[tuple[float, str], ...]

_ORDER = {
    "measurements": ["PARAMCD", "ADY", "AVISITN"],
    "adverse_events": ["ASTDY", "AENDY"],
    "exposure": ["ASTDY", "AENDY"],
    "visits": ["ADY", "AVISITN"],
    "disposition": ["ADY"],
    "medications": ["ASTDY"],
    "history": ["ASTDY"],
    "event_times": ["PARAMCD"],
    "carried_values": ["PARAMCD", "AVISITN"],
}


@dataclass(frozen=True, slots=True)
class _Rows:
    """One table, sorted by patient: the frame, its columns as read-only arrays, where each patient begins."""

    frame: pd.DataFrame
    arrays: Mapping[str, npt.NDArray[Any]]
    starts: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False, weakref_slot=True)
class Study:
    """A trial, made by `build_study`; equal to itself only, so that results can be kept for it.

    Tables are given as frames (`study.measurements`) for whole-trial work and as read-only arrays with one
    slice per patient (`study.column`, `study.rows`) for a patient's page; a slice costs the same in any size
    of trial.

    Attributes
    ----------
    usubjids
        All patients, in natural order.
    parameters
        Those with at least one value, by PARAMCD, in the order to show them.
    issues
        Everything found wrong or doubtful in the file.
    source
        The file.
    is_synthetic
        Whether the file says that it holds no real patients (the demo).
    is_hidden
        Whether its patients' identities are hidden (`model.hidden`): no date is to be written.
    visit_order
        (AVISITN, name) of the visits in time order, where the file tells their order and no time between
        them: AVISITN then counts visits, not months, and a study day only says where to draw. Else empty.
    """

    usubjids: tuple[str, ...]
    parameters: Mapping[str, Parameter]
    issues: tuple[Issue, ...]
    source: Source
    is_synthetic: bool
    _rows: Mapping[str, _Rows]
    _position: Mapping[str, int]
    _cells: CellMap
    is_hidden: bool = False
    visit_order: VisitOrder = ()

    @property
    def cells(self) -> CellMap:
        """The letter of the sheet's column behind each column, by (table, sheet)."""
        return self._cells

    @property
    def visit_names(self) -> dict[float, str]:
        """The visits of `visit_order` by their AVISITN."""
        return dict(self.visit_order)

    @property
    def visit_days(self) -> tuple[tuple[float, str], ...]:
        """The visits of `visit_order` as (the study day that stands for it in pictures, name)."""
        days = planned_day(np.array([place for place, _ in self.visit_order], dtype=np.float64))
        return tuple(zip(days.tolist(), (name for _, name in self.visit_order), strict=True))

    @property
    def subjects(self) -> pd.DataFrame:
        """The patients, one row each."""
        return self.frame("subjects")

    @property
    def visits(self) -> pd.DataFrame:
        """The visits."""
        return self.frame("visits")

    @property
    def measurements(self) -> pd.DataFrame:
        """The measured values, one row each."""
        return self.frame("measurements")

    @property
    def adverse_events(self) -> pd.DataFrame:
        """The adverse events, one row each."""
        return self.frame("adverse_events")

    @property
    def exposure(self) -> pd.DataFrame:
        """The dose log, one row per period on one dose."""
        return self.frame("exposure")

    @property
    def disposition(self) -> pd.DataFrame:
        """How each patient's time in the trial ended, and other milestones."""
        return self.frame("disposition")

    @property
    def medications(self) -> pd.DataFrame:
        """Other medications."""
        return self.frame("medications")

    @property
    def history(self) -> pd.DataFrame:
        """Medical history."""
        return self.frame("history")

    def frame(self, table: str) -> pd.DataFrame:
        """Return a table; writing to it does not reach the study (pandas copies on write)."""
        return self._rows[table].frame.copy(deep=False)

    def column(self, table: str, name: str) -> npt.NDArray[Any]:
        """Return a whole column as a read-only array (text as object)."""
        return self._rows[table].arrays[name]

    def rows(self, table: str, usubjid: str) -> slice:
        """Return where a patient's rows are; an empty slice when there are none.

        Raises
        ------
        KeyError
            If there is no such patient.
        """
        position = self._position[usubjid]
        starts = self._rows[table].starts
        return slice(int(starts[position]), int(starts[position + 1]))

    def positions(self, table: str) -> npt.NDArray[np.int64]:
        """Return for each row of a table the place of its patient in `usubjids`; (n,) int."""
        counts = np.diff(self._rows[table].starts)
        return np.repeat(np.arange(len(counts)), counts)

    def value(self, usubjid: str, name: str) -> Any:
        """Return one value of the subjects table."""
        return self._rows["subjects"].arrays[name][self._position[usubjid]]

    def is_read(self, column: str) -> bool:
        """Return whether a date of the patients stands in the file, rather than follows from the dose log."""
        return any(column in letters for letters in self._cells.values())

    def srcref(self, table: str, row: int, column: str) -> str:
        """Return "Sheet!A1" of one value; "" when it was derived, not read.

        Measured values carry their own cell; elsewhere the row's cell and the sheet's column letter give it.
        """
        reference = str(self._rows[table].arrays["SRCREF"][row])
        if table == "measurements":
            return "" if self._rows[table].arrays["DTYPE"][row] == DERIVED else reference
        return self.cell_beside(table, reference, column)

    def cell_beside(self, table: str, reference: str, column: str) -> str:
        """Return the cell of a column in the row of another cell; "" when the sheet does not have it."""
        sheet, _, cell = reference.rpartition("!")
        letter = self._cells.get((table, sheet), {}).get(column)
        return f"{sheet}!{letter}{cell.lstrip('ABCDEFGHIJKLMNOPQRSTUVWXYZ')}" if letter else ""


def build_study(
    tables: Mapping[str, pd.DataFrame] | Iterable[tuple[str, pd.DataFrame]],
    parameters: Iterable[Parameter],
    *,
    source: Source,
    issues: Iterable[Issue] = (),
    cells: CellMap | None = None,
    is_synthetic: bool = False,
    is_hidden: bool = False,
    visit_order: VisitOrder = (),
) -> Study:
    """Check, complete, sort and freeze a trial.

    Parameters
    ----------
    tables
        Frames by name (keys of `TABLES`), each with USUBJID and SRCREF; missing columns and tables are empty.
        Given one after the other by someone who keeps none, none is in memory twice.
    cells
        For each (table, sheet) the letter of the sheet's column behind each of the table's columns.

    Returns
    -------
    Study
        With a subjects row for every patient of any table, day 1 of each patient, and all study days.
    """
    frames = _derive(dict(tables))
    names, usubjids = tuple(frames), tuple(frames["subjects"]["USUBJID"])
    position = {usubjid: i for i, usubjid in enumerate(usubjids)}
    return Study(
        usubjids=usubjids,
        parameters=MappingProxyType({p.paramcd: p for p in parameters}),
        issues=tuple(issues),
        source=source,
        is_synthetic=is_synthetic,
        # each frame is let go once it is sorted: twice the largest would be too much memory
        _rows=MappingProxyType({name: _index(name, frames.pop(name), position) for name in names}),
        _position=MappingProxyType(position),
        _cells=MappingProxyType(dict(cells or {})),
        is_hidden=is_hidden,
        visit_order=visit_order,
    )


def with_tables(
    study: Study,
    tables: Mapping[str, pd.DataFrame],
    *,
    source: Source | None = None,
    issues: Iterable[Issue] | None = None,
    is_hidden: bool | None = None,
    cells: CellMap | None = None,
) -> Study:
    """Return a trial with other tables, checked and sorted anew; what is not given stays as it is.

    Parameters
    ----------
    tables
        Those that differ; all of the study's others stay.
    """
    return build_study(
        {name: study.frame(name) for name in TABLES} | dict(tables),
        study.parameters.values(),
        source=study.source if source is None else source,
        issues=study.issues if issues is None else issues,
        cells=study.cells if cells is None else cells,
        is_synthetic=study.is_synthetic,
        is_hidden=study.is_hidden if is_hidden is None else is_hidden,
        visit_order=study.visit_order,
    )


def with_measurements(
    study: Study,
    columns: Mapping[str, npt.NDArray[Any]],
    place: npt.NDArray[np.int64],
    parameters: Iterable[Parameter],
    issues: Iterable[Issue],
) -> Study:
    """Return a trial with other measurements, in every other way the same.

    Parameters
    ----------
    columns
        Those of the study's own measurements, text as object; a patient's rows stay in this order.
    place : (n,) int, the patient of each row, as a place in `usubjids`
    """
    order = np.argsort(place, kind="stable")
    arrays = {name: values[order] for name, values in columns.items()}
    for values in arrays.values():
        values.flags.writeable = False
    # As objects: looking through all texts for what else they may be would cost more than all the rest.
    series = {name: pd.Series(values, dtype=values.dtype, copy=False) for name, values in arrays.items()}
    starts = np.searchsorted(place[order], np.arange(len(study.usubjids) + 1)).astype(np.int64)
    rows = _Rows(pd.DataFrame(series, copy=False), MappingProxyType(arrays), starts)
    return replace(
        study,
        parameters=MappingProxyType({p.paramcd: p for p in parameters}),
        issues=tuple(issues),
        _rows=MappingProxyType({**study._rows, "measurements": rows}),
    )


def with_column(study: Study, table: str, name: str, values: npt.NDArray[Any]) -> Study:
    """Return a trial with other values (n,) in one column of a table, in every other way the same."""
    old = study._rows[table]
    values = values.copy()
    values.flags.writeable = False
    rows = _Rows(
        old.frame.assign(**{name: values}), MappingProxyType({**old.arrays, name: values}), old.starts
    )
    return replace(study, _rows=MappingProxyType({**study._rows, table: rows}))


def _index(name: str, frame: pd.DataFrame, position: Mapping[str, int]) -> _Rows:
    if frame is absent_table(name):
        return _Rows(frame, _absent_arrays(name), np.zeros(len(position) + 1, dtype=np.int64))
    codes, different = pd.factorize(frame["USUBJID"].to_numpy(dtype=object))
    patient = np.array([position[usubjid] for usubjid in different], dtype=np.int64)[codes]
    keys = [frame[column].to_numpy() for column in reversed(_ORDER.get(name, []))]
    order = np.lexsort([*keys, patient]) if len(frame) else np.empty(0, dtype=np.int64)
    starts = np.searchsorted(patient[order], np.arange(len(position) + 1)).astype(np.int64)
    # each column is let go once it is sorted
    columns = {str(column): frame[column] for column in frame}
    del frame
    frame = pd.DataFrame({c: _ordered(columns.pop(c), order) for c in list(columns)}, copy=False)
    return _Rows(frame, _arrays(frame), starts)


@cache
def _absent_arrays(name: str) -> Mapping[str, npt.NDArray[Any]]:
    return _arrays(absent_table(name))


def _arrays(frame: pd.DataFrame) -> Mapping[str, npt.NDArray[Any]]:
    return MappingProxyType({str(column): _read_only(frame[column]) for column in frame})


def _ordered(values: "pd.Series[Any]", order: npt.NDArray[np.int64]) -> npt.NDArray[Any]:
    """Return a column in another order; one that is `conform.constant` stays as it is, without a copy."""
    array = _read_only(values)
    return array if array.strides == (0,) else array[order]


def _derive(tables: dict[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Return all tables with days; those given are taken away."""
    frames = {name: _conformed(name, tables) for name in TABLES}
    subjects = complete_subjects(frames)
    subjects, frames["exposure"] = narrow_first_doses(subjects, frames)
    subjects = derive_first_and_last_dose(subjects, frames["exposure"])
    subjects = derive_reference_day(subjects, frames)
    reference = subjects.set_index("USUBJID")["RFSTDT"]
    derived = {
        name: derive_study_days(frame, reference) for name, frame in frames.items() if name != "subjects"
    }
    return {"subjects": subjects, **derived}


def _conformed(name: str, tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    given = tables.pop(name, absent_table(name))
    return given if given is absent_table(name) else conform_table(name, given)


def _read_only(values: "pd.Series[Any]") -> npt.NDArray[Any]:
    array = values.to_numpy(dtype=object) if values.dtype == "str" else values.to_numpy()
    array = array.view()
    array.flags.writeable = False
    return array
