"""What was done with every sheet, row and value: the load report."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from sscviewer.model.counted import counted
from sscviewer.model.load_report import LoadReport, ParameterReport, SheetReport
from sscviewer.model.questions import Question
from sscviewer.model.sentence import say
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES
from sscviewer.workbook.columns_report import columns_report
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.sheet_reader import SheetResult


def make_report(
    study: Study,
    recognised: Sequence[Recognised],
    results: Mapping[str, SheetResult],
    questions: tuple[Question, ...] = (),
) -> LoadReport:
    """Return the report of a study just read."""
    return LoadReport(
        source=study.source,
        sheets=tuple(_sheet(found, results.get(found.table.sheet)) for found in recognised),
        tables=tuple(
            (name, len(study.frame(name)), study.frame(name)["USUBJID"].nunique())
            for name in TABLES
            if len(study.frame(name))
        ),
        parameters=_parameters(study),
        issues=study.issues,
        not_shown=_not_shown(study),
        questions=questions,
    )


def _sheet(found: Recognised, result: SheetResult | None) -> SheetReport:
    rows = len(found.table) if result is None else result.rows
    used = 0 if result is None else int(result.used.sum())
    why_not = found.why_not
    if result is not None and used < rows:
        row = counted(rows - used, "row was", "rows were")
        why_not = say("{row} left out; the issues name each one and say why", row=row)
    return SheetReport(
        name=found.table.sheet,
        role=found.role,
        layout=found.layout,
        header_row=found.table.header_row,
        rows=rows,
        used=used,
        not_used=rows - used,
        why_not=why_not,
        columns=columns_report(found, result),
        evidence=found.evidence.get("", ""),
    )


def _parameters(study: Study) -> tuple[ParameterReport, ...]:
    measured = study.measurements
    grouped = measured.groupby("PARAMCD")
    values, subjects = grouped.size(), grouped["USUBJID"].nunique()
    numeric = grouped["AVAL"].count()
    return tuple(
        ParameterReport(
            p.paramcd,
            p.param,
            p.unit,
            int(values[p.paramcd]),
            int(subjects[p.paramcd]),
            int(values[p.paramcd] - numeric[p.paramcd]),
        )
        for p in study.parameters.values()
        if p.paramcd in values.index
    )


def _without(study: Study, table: str, *columns: str) -> npt.NDArray[np.bool_]:
    """Return which rows have none of some dates or days."""
    missing = np.ones(len(study.frame(table)), dtype=bool)
    for name in columns:
        values = study.column(table, name)
        missing &= np.isnat(values) if values.dtype.kind == "M" else np.isnan(values.astype(float))
    return missing


def _not_shown(study: Study) -> tuple[tuple[str, int], ...]:
    """Return the rows no view can draw: no number, or no place in time."""
    measured = np.isnan(study.column("measurements", "AVAL"))
    no_time = _without(study, "measurements", "ADT", "ADY", "AVISITN")
    counts = {"measurements": int((measured | no_time).sum())}
    for table in ("adverse_events", "exposure"):
        if len(study.frame(table)):
            counts[table] = int(_without(study, table, "ASTDT", "AENDT", "ASTDY", "AENDY").sum())
    return tuple(sorted(counts.items()))
