"""Names what the spreadsheet program shows otherwise: errors, formulas never calculated, hidden columns."""

from collections.abc import Iterable, Mapping, Sequence

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.sheet_reader import SheetResult
from sscviewer.workbook.values.cells import Sheet, letter, place

_SAID_OF_ERRORS = frozenset({"value.not_numeric", "date.unreadable"})
"""What would say of an error cell a second time that it is no value."""

_MOST_LISTED = 12


def report_unseen(
    sheets: Sequence[Sheet],
    recognised: Iterable[Recognised],
    results: Mapping[str, SheetResult],
    findings: Findings,
) -> None:
    """Add what is to be said of each sheet, of those that were read cell by cell."""
    for sheet, found in zip(sheets, recognised, strict=True):
        result = results.get(sheet.name)
        if result is None:
            _report_ignored(sheet, findings)
        else:
            _report_errors(sheet, result, findings)
            _report_formulas(sheet, result, findings)
            _report_hidden(sheet, found, findings)
        if sheet.unseen.second_reader:
            findings.add(
                "info",
                "sheet.second_reader",
                say(
                    "Sheet “{name}” has a fault that stopped the usual reader; a second, slower one read "
                    "it, so compare a few of its values with Excel.",
                    name=sheet.name,
                ),
                sheet=sheet.name,
            )
        if sheet.unseen.control_characters:
            findings.add(
                "info",
                "cell.control_characters",
                say(
                    "Different texts with control characters, which no text has: {n}; "
                    "the characters were left out, the texts are read.",
                    n=sheet.unseen.control_characters,
                ),
                sheet=sheet.name,
            )
    unknown = [f"“{sheet.name}”" for sheet in sheets if sheet.n_rows and not sheet.unseen.is_known]
    if unknown:
        findings.add(
            "info",
            "cell.errors_unknown",
            say(
                "Excel errors such as #N/A cannot be told from empty cells in this file ({sheets}); "
                "they were read as empty.",
                sheets=", ".join(unknown),
            ),
        )


def _report_ignored(sheet: Sheet, findings: Findings) -> None:
    """Count the errors and formulas on a sheet that is not read."""
    cells = [cell for cell, _ in sheet.unseen.errors] + sheet.unseen.formulas
    if cells:
        findings.add(
            "info",
            "cell.error_not_read",
            say(
                "Cells with an Excel error or a formula that was never calculated: {n} (the first is "
                "{first}); the sheet is not read.",
                n=len(cells),
                first=cells[0],
            ),
            sheet=sheet.name,
            cell=cells[0],
        )


def _report_errors(sheet: Sheet, result: SheetResult, findings: Findings) -> None:
    patients = _Patients(result)
    findings.drop(_SAID_OF_ERRORS, {(sheet.name, cell) for cell, _ in sheet.unseen.errors})
    for cell, text in sheet.unseen.errors:
        findings.add(
            "warning",
            "cell.error",
            say(
                "The cell holds the Excel error {text} instead of a value; nothing is drawn or "
                "computed from it.",
                text=text,
            ),
            sheet=sheet.name,
            cell=cell,
            usubjid=patients.at(cell),
        )


def _report_formulas(sheet: Sheet, result: SheetResult, findings: Findings) -> None:
    patients = _Patients(result)
    for cell in sheet.unseen.formulas:
        findings.add(
            "warning",
            "cell.formula_without_value",
            say(
                "The cell holds a formula that was never calculated and was read as empty; open the "
                "file in Excel, save it, and load it again."
            ),
            sheet=sheet.name,
            cell=cell,
            usubjid=patients.at(cell),
        )
    blank = sheet.unseen.blank_formulas
    if blank:
        findings.add(
            "info",
            "cell.formula_blank",
            say(
                "Formulas whose result is an empty text: {n} (the first is {first}); they were read "
                "as empty. If a program other than Excel wrote the file, open and save it in Excel "
                "to be sure.",
                n=len(blank),
                first=blank[0],
            ),
            sheet=sheet.name,
            cell=blank[0],
        )


class _Patients:
    """Whose row a cell is in."""

    def __init__(self, result: SheetResult) -> None:
        column = next(iter(result.recognised.fields.values()), {}).get("USUBJID", ())
        self._by_row: dict[int, str] = {}
        if column and len(column[0].cells) == len(result.table):
            texts = column[0].cells.texts.tolist()
            self._by_row = dict(zip(result.table.rows.tolist(), texts, strict=True))

    def at(self, cell: str) -> str:
        """Return the patient, "" for none."""
        return self._by_row.get(place(cell)[1] + 1, "").strip()


def _report_hidden(sheet: Sheet, found: Recognised, findings: Findings) -> None:
    """Name the hidden columns and rows as far as the sheet is filled: they may hold what nobody saw."""
    seen, width = sheet.unseen, len(sheet.columns)
    headings = {c.letter: c.heading.written for c in found.table.columns if c.heading.written}
    columns = [
        f"{letter(i)} (“{headings[letter(i)]}”)" if letter(i) in headings else letter(i)
        for first, last in seen.hidden_columns
        for i in range(first - 1, min(last, width))
    ]
    rows = [
        str(first) if first == last else say("{first} to {last}", first=first, last=last)
        for first, last in seen.hidden_rows
        if first <= sheet.above + sheet.n_rows
    ]
    parts = [_listed(word, names) for word, names in (("column", columns), ("row", rows)) if names]
    if parts:
        by = " (a filter is set)" if rows and seen.is_filtered else ""
        findings.add(
            "info",
            "sheet.hidden_parts",
            say(
                "Hidden in Excel: {parts}{by}; they were read like all others.", parts="; ".join(parts), by=by
            ),
            sheet=sheet.name,
        )


def _listed(word: str, names: list[str]) -> str:
    more = len(names) - _MOST_LISTED
    text = ", ".join(names[:_MOST_LISTED]) + (say(" and {more} more", more=more) if more > 0 else "")
    several = len(names) > 1 or " to " in text
    return f"{word}{'s' if several else ''} {text}"
