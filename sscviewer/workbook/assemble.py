"""The rows of all sheets → one checked `Study`."""

from collections.abc import Iterable, Mapping

import pandas as pd

from sscviewer.model.load_report import Source
from sscviewer.model.parameters import Parameter
from sscviewer.model.study import CellMap, Study, build_study
from sscviewer.model.tables import TABLES
from sscviewer.workbook.container import Container
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.measured import check_values
from sscviewer.workbook.parameters import settle_parameters
from sscviewer.workbook.sheet_reader import SheetResult


def assemble_study(
    container: Container, results: Mapping[str, SheetResult], findings: Findings, *, is_synthetic: bool
) -> Study:
    """Return the study made of what the sheets gave."""
    tables = {name: _table(name, results.values()) for name in TABLES}
    parameters: tuple[Parameter, ...] = ()
    if len(tables["measurements"]):
        measured, parameters = settle_parameters(tables["measurements"], findings)
        tables["measurements"] = check_values(measured, parameters, findings)
    tables["subjects"] = _with_subject_dates(tables["subjects"], results.values())
    source = Source(container.name, container.sha256, len(container.data), container.kind)
    return build_study(
        {name: frame.drop(columns="ROW", errors="ignore") for name, frame in tables.items() if len(frame)},
        parameters,
        source=source,
        issues=findings.issues(),
        cells=_cells(results),
        is_synthetic=is_synthetic,
    )


def _table(name: str, results: Iterable[SheetResult]) -> pd.DataFrame:
    frames = [result.frames[name] for result in results if name in result.frames]
    filled = [frame for frame in frames if len(frame)]
    if not filled:
        return pd.DataFrame({"USUBJID": pd.Series(dtype=object)})
    return filled[0] if len(filled) == 1 else pd.concat(filled, ignore_index=True)


def _cells(results: Mapping[str, SheetResult]) -> CellMap:
    return {
        (table, sheet): letters
        for sheet, result in results.items()
        for table, letters in result.cells.items()
    }


def _with_subject_dates(subjects: pd.DataFrame, results: Iterable[SheetResult]) -> pd.DataFrame:
    """Return subjects with dates of last dose, last contact and death that other sheets hold, where missing."""
    for dates in (r.subject_dates for r in results if r.subject_dates is not None):
        for name in (column for column in dates if column != "USUBJID" and not column.endswith("F")):
            known = dates.dropna(subset=[name]).drop_duplicates("USUBJID", keep="last").set_index("USUBJID")
            new = pd.DataFrame({"USUBJID": list(known.index.difference(subjects["USUBJID"], sort=False))})
            subjects = (
                pd.concat([subjects, new.assign(SRCREF="")], ignore_index=True) if len(new) else subjects
            )
            own = subjects[name] if name in subjects else pd.Series(pd.NaT, index=subjects.index)
            flag = subjects[f"{name}F"] if f"{name}F" in subjects else pd.Series("Y", index=subjects.index)
            filled = own.fillna(subjects["USUBJID"].map(known[name]))
            flags = flag.where(own.notna(), subjects["USUBJID"].map(known[f"{name}F"]))
            subjects = subjects.assign(**{name: filled, f"{name}F": flags.fillna("Y")})
    return subjects
