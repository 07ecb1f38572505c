"""A finding → a question a site can answer: whose, which form and field, what stands there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase

import numpy as np

from sscviewer.analysis.record import field_text
from sscviewer.model.issue import Issue
from sscviewer.model.load_report import LoadReport
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES
from sscviewer.workbook.changes.records import record_name

MOST_CELLS = 8
"""Cells a question names one by one before it only counts the rest."""

_TIMES = ("ADT", "ASTDT")

OWN = "query.own"
"""The code of a question that somebody asked in their own words."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a site.

    Attributes
    ----------
    usubjid
        "" when it is about several patients or none.
    form, field
        The sheet, and the heading of the column.
    visit, date, value, record
        As they stand in the file; "" where the finding has none. `record` is the row of the sheet.
    cells
        Every cell it is about.
    text, done
        The question in words, and what the program did meanwhile ("" where the finding says both in one).
    severity
        Of the finding.
    table, row
        The study's record, ("", -1) when no single one.
    """

    code: str
    usubjid: str
    site: str
    form: str
    visit: str
    date: str
    field: str
    value: str
    record: str
    cells: tuple[str, ...]
    text: str
    done: str = ""
    severity: str = ""
    table: str = ""
    row: int = -1

    def about(self) -> str:
        """Return what makes two questions one, over exports: not where the cell stands."""
        return "|".join(
            (self.code, self.site, self.usubjid, self.form, self.field, self.visit, self.date, self.text)
        )


class Asker:
    """Makes questions of the findings of one file."""

    def __init__(self, study: Study, report: LoadReport) -> None:
        self._study = study
        self._headings = {
            sheet.name: {c[0]: c[1] for c in (*sheet.columns_used, *sheet.columns_not_used)}
            for sheet in report.sheets
        }
        self._rows = self._rows_by_place()

    def questions(self, issues: Iterable[Issue]) -> Iterator[Question]:
        """Yield one question per finding; the same words in one column of one site are one question."""
        groups: dict[tuple[str, ...], list[Issue]] = defaultdict(list)
        for issue in issues:
            said = issue.found.replace(issue.usubjid, "…") if issue.usubjid else issue.found
            column = issue.cell.partition(":")[0].rstrip("0123456789")
            groups[issue.code, self._site(issue.usubjid), issue.sheet, column, said].append(issue)
        for group in groups.values():
            yield self._question(group)

    def about_record(self, table: str, row: int, text: str) -> Question:
        """Return a question about one record of the study in somebody's own words."""
        sheet, _, cell = str(self._study.column(table, "SRCREF")[row]).rpartition("!")
        usubjid = str(self._study.column(table, "USUBJID")[row])
        column = cell.rstrip("0123456789") if table == "measurements" else ""
        return Question(
            code=OWN,
            usubjid=usubjid,
            site=self._site(usubjid),
            form=sheet,
            visit=self._text(table, row, "VISIT"),
            date=next((day for day in (self._day(table, row, name) for name in _TIMES) if day), ""),
            field=self._headings.get(sheet, {}).get(column, ""),
            value=self._value(table, row),
            record=_row_number(cell),
            cells=(cell,) if cell else (),
            text=text,
            table=table,
            row=row,
        )

    def _question(self, group: list[Issue]) -> Question:
        first = group[0]
        cells = tuple(issue.cell for issue in group if issue.cell)
        column = first.cell.partition(":")[0].rstrip("0123456789")
        field = self._headings.get(first.sheet, {}).get(column, "")
        alone = len({issue.usubjid for issue in group}) == 1
        place = self._place(first) if len(group) == 1 else None
        table, row = place or ("", -1)
        return Question(
            code=first.code,
            usubjid=first.usubjid if alone else "",
            site=self._site(first.usubjid),
            form=first.sheet,
            visit=self._text(table, row, "VISIT"),
            date=next((day for day in (self._day(table, row, name) for name in _TIMES) if day), ""),
            field=field,
            value=self._value(table, row),
            record=_row_number(first.cell) if len(group) == 1 else "",
            cells=cells,
            text=_sentence(first, cells, record_name(self._study, *place) if place else ""),
            done=first.done,
            severity=first.severity,
            table=table,
            row=row,
        )

    def _site(self, usubjid: str) -> str:
        return str(self._study.value(usubjid, "SITEID")) if usubjid in self._study.usubjids else ""

    def _text(self, table: str, row: int, column: str) -> str:
        has = row >= 0 and any(c.name == column for c in TABLES[table])
        return str(self._study.column(table, column)[row]) if has else ""

    def _day(self, table: str, row: int, column: str) -> str:
        has = row >= 0 and any(c.name == column for c in TABLES[table])
        return field_text(self._study, table, row, column) if has else ""

    def _value(self, table: str, row: int) -> str:
        return self._text(table, row, "AVALC") if table == "measurements" else ""

    def _rows_by_place(self) -> Mapping[tuple[str, str], tuple[str, int]]:
        """Return for each row of each sheet the one record it became; a row of several became none alone."""
        found: dict[tuple[str, str], list[tuple[str, int]]] = defaultdict(list)
        for table in TABLES:
            references = self._study.column(table, "SRCREF")
            for row in np.flatnonzero(references != "").tolist():
                sheet, _, cell = str(references[row]).rpartition("!")
                found[sheet, cell if table == "measurements" else _row_number(cell)].append((table, row))
        return {place: rows[0] for place, rows in found.items() if len(rows) == 1}

    def _place(self, issue: Issue) -> tuple[str, int] | None:
        cell = issue.cell.partition(":")[0]
        return self._rows.get((issue.sheet, cell)) or self._rows.get((issue.sheet, _row_number(cell)))


def _sentence(first: Issue, cells: tuple[str, ...], name: str) -> str:
    found = first.found.rstrip(".")
    if len(cells) > 1:
        rest = f" and {len(cells) - MOST_CELLS} more" if len(cells) > MOST_CELLS else ""
        found += f" (the same in {len(cells)} cells: {', '.join(cells[:MOST_CELLS])}{rest})"
    elif name and name not in found:
        found += f" ({name})"
    return f"{found}. Please check and correct, or confirm."


def _row_number(cell: str) -> str:
    return cell.partition(":")[0].lstrip(ascii_uppercase)
