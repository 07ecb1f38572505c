"""An empty workbook for a small trial: sheets, headings, drop-down lists, allowed ranges, instructions.

Filled in Excel or LibreOffice it opens in this program without a question.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from sscviewer.report.table_file import HEAD_FILL, book_bytes
from sscviewer.report.trial_workbook_parts import PARTS, Field, Part
from sscviewer.whole_file import not_written, write_whole_file

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 2000
"""Rows with lists and limits: more than a small trial fills."""

_FIRST_DAY, _LAST_DAY = "DATE(1950,1,1)", "DATE(2099,12,31)"
_DATE_FORMAT = "yyyy-mm-dd"
_WIDTH = 14
_WIDE = 44

INTRODUCTION = (
    "How to fill this workbook",
    "",
    "1. Each sheet has one row of headings: leave the headings and the names of the sheets as they are.",
    "2. Enter each patient once on the sheet “Patients”; on other sheets choose the number from the list.",
    "3. Use numbers of the trial for patients. No names, initials, dates of birth or addresses.",
    "4. Dates are written year-month-day, such as 2008-03-15. What is known only to the month: 2008-03.",
    "5. A cell stays empty when something was not done or is not known. A zero is a measurement.",
    "6. The unit stands in the heading: convert a value before you enter it.",
    "7. A warning means that a value is outside what is usual: look again, and keep it if it is right.",
    "8. Add columns at the right end, and rows below the last one, as you need them.",
    "",
)


class TrialWorkbookFailed(Exception):  # noqa: N818 - reads as what happened
    """The workbook could not be written; the text is one sentence for the user."""


def write_trial_workbook(path: Path, parts: Collection[str]) -> None:
    """Write an empty trial workbook.

    Parameters
    ----------
    parts
        Keys of `PARTS`. The patients are always there: the other sheets choose their numbers from them.

    Raises
    ------
    TrialWorkbookFailed
        If the file cannot be written.
    """
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    chosen = [part for part in PARTS if part.key in parts or part.key == "patients"]
    _write_instructions(book.create_sheet("Instructions"), chosen)
    for part in chosen:
        _write_part(book.create_sheet(part.name), part)
    try:
        write_whole_file(path, book_bytes(book))
    except OSError as error:
        raise TrialWorkbookFailed(not_written(path, error)) from None


def _write_instructions(sheet: Worksheet, parts: list[Part]) -> None:
    from openpyxl.styles import Alignment, Font

    lines = [*INTRODUCTION]
    for part in parts:
        lines.append(f"{part.name}: {part.rule}.")
        lines += [f"    {field.heading}: {_in_words(field)}" for field in part.fields if _in_words(field)]
    for number, line in enumerate(lines, 1):
        cell = sheet.cell(number, 1, line)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if number == 1 or line.endswith(tuple(f": {part.rule}." for part in parts)):
            cell.font = Font(bold=True)
    sheet.column_dimensions["A"].width = 110


def _in_words(field: Field) -> str:
    """Return what may be entered in a column, "" for any text."""
    if field.choices:
        return ", ".join(field.choices) + "."
    if field.kind in ("number", "whole"):
        return f"{field.low:g} to {field.high:g}. {field.help}".strip()
    return field.help


def _write_part(sheet: Worksheet, part: Part) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    for number, field in enumerate(part.fields, 1):
        head = sheet.cell(1, number, field.heading)
        head.font = Font(bold=True)
        head.fill = PatternFill("solid", fgColor=HEAD_FILL)
        head.alignment = Alignment(wrap_text=True, vertical="top")
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = _WIDE if field.heading == "Adverse event" else _WIDTH
        if field.kind == "date":
            sheet.column_dimensions[letter].number_format = _DATE_FORMAT
        rule = _validation(field)
        if rule is not None:
            rule.add(f"{letter}2:{letter}{ROWS + 1}")
            sheet.add_data_validation(rule)
    sheet.freeze_panes = "B2"


def _validation(field: Field) -> DataValidation | None:
    """Return the list or range of a column; what is beyond it can be entered after a warning."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if field.kind == "choice":
        rule = DataValidation("list", formula1=f'"{",".join(field.choices)}"')
    elif field.kind == "patient":
        rule = DataValidation("list", formula1=f"Patients!$A$2:$A${ROWS + 1}")
    elif field.kind in ("number", "whole"):
        rule = DataValidation(
            "decimal" if field.kind == "number" else "whole",
            operator="between",
            formula1=f"{field.low:g}",
            formula2=f"{field.high:g}",
        )
    elif field.kind == "date":
        rule = DataValidation("date", operator="between", formula1=_FIRST_DAY, formula2=_LAST_DAY)
    else:
        return None
    rule.allow_blank = True
    rule.showErrorMessage = rule.showInputMessage = True
    rule.errorStyle = "warning"
    rule.errorTitle, rule.error = "Look again", f"{field.heading}: {_in_words(field)}"[:250]
    if field.help:
        rule.promptTitle, rule.prompt = field.heading[:32], field.help[:250]
    return rule
