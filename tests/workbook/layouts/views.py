"""What a load gave, in a few plain values to compare by hand."""

from sscviewer.workbook import Loaded


def sheets(loaded: Loaded) -> dict[str, tuple]:
    """Return {sheet: (role, layout, rows, used)}."""
    return {s.name: (s.role, s.layout, s.rows, s.used) for s in loaded.report.sheets}


def values(loaded: Loaded) -> set[tuple]:
    """Return (patient, parameter, visit, number or None, cell) of each measurement."""
    columns = ["USUBJID", "PARAMCD", "AVISIT", "AVAL", "SRCREF"]
    rows = loaded.study.measurements[columns].itertuples(index=False)
    return {tuple(None if v != v else v for v in row) for row in rows}


def issues(loaded: Loaded, code: str) -> list[tuple[str, str]]:
    """Return (cell, patient) of the issues with a code."""
    return [(i.srcref, i.usubjid) for i in loaded.report.issues if i.code == code]


def said(loaded: Loaded, code: str) -> list[str]:
    """Return the sentences of the issues with a code."""
    return [i.message for i in loaded.report.issues if i.code == code]
