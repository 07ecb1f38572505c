"""The findings as a list of queries for the site: XLSX or CSV, in which nothing a cell holds can run."""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer import __version__
from sscviewer.report.table_file import CSV, HEAD_FILL, XLSX, comma_separated, put_text
from sscviewer.whole_file import write_whole_file

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from sscviewer.model.issue import Issue
    from sscviewer.model.load_report import Source

COLUMNS = (
    ("No.", 6),
    ("Severity", 10),
    ("Patient", 14),
    ("Sheet", 20),
    ("Cell", 9),
    ("What was found", 62),
    ("What the program did", 44),
    ("Rule", 24),
    ("Site's answer", 36),
    ("Date of answer", 15),
)
"""Heading and width in characters."""

_ANSWER_FILL = "FFFFF8E1"
_ANSWER_COLUMNS = (9, 10)
_WRAPPED_COLUMNS = (6, 7, 9)
_LINE_POINTS = 15.0


class QueryListFailed(Exception):  # noqa: N818 - reads as what happened
    """The list could not be written; the text is one sentence for the user."""


@dataclass(frozen=True, slots=True)
class QueryList:
    """Findings to be asked about, and the file they are about."""

    issues: tuple[Issue, ...]
    source: Source

    def rows(self) -> Iterable[tuple[str, ...]]:
        """Yield one row of texts per finding, numbered, with room for the answer."""
        for number, issue in enumerate(self.issues, 1):
            yield (
                str(number),
                issue.severity,
                issue.usubjid,
                issue.sheet,
                issue.cell,
                issue.found,
                issue.done,
                issue.code,
                "",
                "",
            )


def write_query_list(path: Path, queries: QueryList) -> None:
    """Write the list as the file's suffix says, whole or not at all.

    Raises
    ------
    QueryListFailed
        If the suffix is neither .xlsx nor .csv, or the file cannot be written.
    """
    if path.suffix.lower() not in (XLSX, CSV):
        raise QueryListFailed(f"“{path.name}” must end in .xlsx or .csv to be saved as a query list.")
    data = _csv(queries) if path.suffix.lower() == CSV else _xlsx(queries)
    try:
        write_whole_file(path, data)
    except OSError as error:
        why = "it is open in another program, or its folder cannot be written to"
        raise QueryListFailed(f"“{path.name}” cannot be written: {why}.") from error


def _csv(queries: QueryList) -> bytes:
    return comma_separated([head for head, _ in COLUMNS], queries.rows(), all_text=True).encode("utf-8")


def _xlsx(queries: QueryList) -> bytes:
    # Imported here: the window starts without it.
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Queries"
    _fill(sheet, queries)
    _lay_out(sheet, len(queries.issues))
    about = book.create_sheet("About")
    for line in _about(queries):
        about.append([line])
        about.cell(about.max_row, 1).data_type = "s"
    about.column_dimensions["A"].width = 100
    # No name of a person, and no folder: whoever gets the list sees what it is about and nothing else.
    book.properties.creator = f"sscviewer {__version__}"
    book.properties.title = "Query list"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _fill(sheet: Worksheet, queries: QueryList) -> None:
    sheet.append([heading for heading, _ in COLUMNS])
    for number, row in enumerate(queries.rows(), 1):
        for place, text in enumerate(row, 1):
            if not text:
                continue
            cell = sheet.cell(number + 1, place)
            if place == 1:
                cell.value = number
                continue
            put_text(cell, text)


def _lay_out(sheet: Worksheet, n: int) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.properties import PageSetupProperties

    line = Border(bottom=Side(style="hair", color="FFB0B8C0"))
    for place, (_, width) in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
        head = sheet.cell(1, place)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor=HEAD_FILL)
        head.alignment = Alignment(vertical="center", wrap_text=True)
    for row in range(2, n + 2):
        for place in range(1, len(COLUMNS) + 1):
            cell = sheet.cell(row, place)
            cell.alignment = Alignment(vertical="top", wrap_text=place in _WRAPPED_COLUMNS)
            cell.border = line
            if place in _ANSWER_COLUMNS:
                cell.fill = PatternFill("solid", fgColor=_ANSWER_FILL)
        # Excel makes room for wrapped text on opening, other programs do not.
        lines = max(
            -(-len(str(sheet.cell(row, p).value or "")) // COLUMNS[p - 1][1]) for p in _WRAPPED_COLUMNS
        )
        sheet.row_dimensions[row].height = _LINE_POINTS * max(1, lines)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(COLUMNS))}{max(n, 1) + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _about(queries: QueryList) -> tuple[str, ...]:
    source = queries.source
    return (
        "Questions about the trial's data; please answer in the two coloured columns and send the file back.",
        f"File: {source.name}, sha256 {source.sha256}",
        f"{len(queries.issues)} findings, listed on {date.today().isoformat()} by sscviewer {__version__}.",
        "Sheet and cell are those of the file named above. Nothing in that file was changed.",
    )
