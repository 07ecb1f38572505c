"""One field of a table from columns of a sheet: texts, numbers, dates, with an issue per bad cell."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.cells import as_objects
from sscviewer.workbook.values.date_order import date_question
from sscviewer.workbook.values.dates_in_cells import Dates, Order, as_date, read_dates
from sscviewer.workbook.values.day_numbers import Calendar
from sscviewer.workbook.values.values_in_cells import Numbers, convert, read_numbers
from sscviewer.workbook.values.vocabulary import conversions, is_unit, unit_of

Texts = npt.NDArray[np.object_]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class SheetContext:
    """What every reader of a sheet needs: its table, the patient of each row, where issues go."""

    table: SheetTable
    usubjid: Texts
    findings: Findings
    date_order: Order | None = None
    """Which of two numbers is the day, as the other columns of the sheet show it."""
    said_order: Order | None = None
    """The same, as the user said it for columns that nothing decides."""
    calendar: Calendar | None = None
    """By what the sheet's numbers of days count; None for Excel's of this workbook."""

    def report(
        self, where: Mask, column: Column, severity: Any, code: str, sentence: Callable[[str], str]
    ) -> None:
        """Add one issue for each marked row; `sentence` makes it from the cell's text."""
        rows = np.flatnonzero(where)
        if not len(rows):
            return
        texts = column.cells.texts
        for row in rows.tolist():
            self.findings.add(
                severity,
                code,
                sentence(texts[row]),
                sheet=self.table.sheet,
                cell=self.table.cell(column.letter, row),
                usubjid=self.usubjid[row],
            )


def read_text(columns: tuple[Column, ...], n: int) -> Texts:
    """Return texts; later columns fill what earlier ones leave empty; "" where all are."""
    out = as_objects([""] * n)
    for column in columns:
        texts = column.cells.texts
        out = np.where(out == "", texts, out)
    return out


def read_number(
    context: SheetContext, columns: tuple[Column, ...], unit: str = ""
) -> npt.NDArray[np.float64]:
    """Return numbers in `unit`, converted from the heading's; NaN, with an issue, where there is none."""
    out = np.full(len(context.table), np.nan)
    for column in columns:
        numbers = read_numbers(column.cells)
        name = column.heading.written
        context.report(
            numbers.not_numeric,
            column,
            "warning",
            "value.not_numeric",
            _not_a_number(name),
        )
        out = np.where(np.isnan(out), _in_unit(numbers, column, unit), out)
    return out


def _not_a_number(name: str) -> Callable[[str], str]:
    return lambda text: say("{name} “{text}” is not a number and was left out.", name=name, text=text)


def _in_unit(numbers: Numbers, column: Column, unit: str) -> npt.NDArray[np.float64]:
    """Return the numbers in a unit, converted from the cell's own or the heading's."""
    bracket = column.heading.bracket
    heading = unit_of(bracket) if bracket and is_unit(bracket) else ""
    out = numbers.value
    for written in dict.fromkeys(numbers.unit.tolist()):
        given = written or heading
        if unit and given and given != unit:
            factor, offset = conversions().get((given, unit), (1.0, 0.0))
            out = np.where(numbers.unit == written, convert(numbers.value, factor, offset), out)
    return out


def read_date(context: SheetContext, columns: tuple[Column, ...], what: str) -> tuple[Any, Texts, Mask]:
    """Return first possible days, their flags, and which cells say "ongoing"; issues for odd dates."""
    n = len(context.table)
    first = np.full(n, np.datetime64("NaT", "s"))
    flag = as_objects(["Y"] * n)
    ongoing = np.zeros(n, dtype=bool)
    for column in columns:
        dates = dates_of(context, column)
        fill = np.isnat(first)
        report_dates(context, column, dates, what, fill)
        first = np.where(fill, dates.first, first)
        flag = np.where(fill, dates.flag, flag)
        ongoing |= dates.ongoing
    return first, flag, ongoing


def dates_of(context: SheetContext, column: Column) -> Dates:
    """Return the dates of a column as its sheet writes them."""
    said = context.said_order or "day first"
    return read_dates(column.cells, context.date_order, said, context.calendar)


def report_dates(context: SheetContext, column: Column, dates: Dates, what: str, among: Mask) -> None:
    """Add the issues of a column of dates."""
    context.report(
        dates.partial & among,
        column,
        "info",
        "date.partial",
        lambda text: say(
            "{what} “{text}” is not a complete date; it is drawn as the range of days it may be.",
            what=say(what),
            text=text,
        ),
    )
    context.report(
        dates.unreadable,
        column,
        "warning",
        "date.unreadable",
        lambda text: say(
            "{what} “{text}” is not a date; the row is kept without it.", what=say(what), text=text
        ),
    )
    context.report(
        dates.unknown,
        column,
        "info",
        "date.unknown",
        lambda text: say(
            "{what} “{text}” says that the date is not known; the row is kept without it.",
            what=say(what),
            text=text,
        ),
    )
    _report_serials(context, column, dates, what)
    if dates.undecided:
        report_order(context, column, dates.order)


def report_order(context: SheetContext, column: Column, order: Order) -> None:
    """Say how dates were read that could be read both ways; ask about them if the user has not said."""
    heading, said = column.heading.written, context.said_order is not None
    context.findings.add(
        "info" if said else "warning",
        "date.order_said" if said else "date.order",
        say(
            "Dates such as 03/04/2007 in column {heading} could be day/month or month/day; they "
            "were read as {order}/year{as_said}.",
            heading=heading,
            order=say("day/month") if order == "day first" else say("month/day"),
            as_said=say(", as you said") if said else "",
        ),
        sheet=context.table.sheet,
        cell=f"{column.letter}{context.table.header_row}",
    )
    if not said:
        context.findings.ask(date_question(context.table.sheet, column.letter, heading, column.cells))


def _report_serials(context: SheetContext, column: Column, dates: Dates, what: str) -> None:
    """Say once per column that it holds numbers of days."""
    rows = np.flatnonzero(dates.serial)
    if not len(rows):
        return
    text = column.cells.texts[rows[0]]
    example = f"({text} is {as_date(dates.first[rows[0]])})"
    said = f"{what}: {len(rows)} cells hold {{}} day number (such as {text}) and no date; they were read as "
    if dates.calendar == "SAS":
        said = f"{said.format('a SAS')}days since 1960-01-01 {example}."
    else:
        used = ", which this workbook uses" if dates.calendar == "1904" else ""
        said = f"{said.format('an Excel')}days of the {dates.calendar} calendar{used} {example}."
    context.findings.add(
        "warning",
        "date.sas" if dates.calendar == "SAS" else "date.serial",
        said,
        sheet=context.table.sheet,
        cell=context.table.cell(column.letter, int(rows[0])),
    )
