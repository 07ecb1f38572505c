"""Two-header exports of data capture systems: values beside their codes, one question in several columns."""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.columns.identities import is_identity
from sscviewer.workbook.evidence.columns.parameter_names import read_parameter_columns
from sscviewer.workbook.evidence.recognise import recognise_plain
from sscviewer.workbook.evidence.sheets.fields import field_of
from sscviewer.workbook.evidence.sheets.own_parameters import with_own_parameters
from sscviewer.workbook.evidence.sheets.recognised import Fields, Recognised, ignored
from sscviewer.workbook.evidence.tables.header import Column, SheetTable
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.values.cells import text_cells
from sscviewer.workbook.values.dates_in_cells import parse_date
from sscviewer.workbook.values.number_text import parse_text
from sscviewer.workbook.values.vocabulary import common_columns, is_unit, read_toml, roles
from sscviewer.workbook.values.words import key, split_heading

_NUMBERED = re.compile(r"^(.*\D)\s*[_ ]?([1-9])$")


def recognise_edc(table: SheetTable, findings: Findings) -> Recognised | None:
    """Return what a sheet of an EDC export is; None when nothing shows that it is one."""
    pairs = code_columns(table)
    if table.layout != "edc" and not pairs:
        return None
    kept = tuple(c for c in table.columns if c not in pairs)
    _report_codes(table, pairs, findings)
    tidy = replace(table, columns=_repeats_joined(kept))
    found = recognise_plain(tidy)
    found = _with_measurements(found if found.tables else replace(found, table=tidy))
    if not found.tables:
        return ignored(table, found.why_not or "", found.hidden)
    return replace(found, layout="edc")


def code_columns(table: SheetTable) -> tuple[Column, ...]:
    """Return the columns that hold the codes of a column beside them."""
    written = {c.heading.written: c for c in table.columns if c.heading.written}
    suffixes = read_toml("edc")["pairs"]["suffixes"]
    return tuple(
        c
        for c in table.columns
        if any(_base(c.heading.written, s) in written for s in suffixes)
        or ((form := _FORM.match(c.heading.written)) and form[1] in written and _is_twin(c, written[form[1]]))
    )


_FORM = re.compile(r"^(.*\S)\s*\([^()]+\)$")
"""A heading with something in brackets behind it: "Sex (Coded)"."""


def _is_twin(column: Column, of: Column) -> bool:
    """Return whether a column holds what another holds: the same cells or days, or a code for each."""
    cells, others = column.cells, of.cells
    both = cells.filled & others.filled
    if not both.any():
        return False
    pairs = np.unique(np.stack([others.codes[both], cells.codes[both]]), axis=1)
    some = pairs.T[:_LOOKED_AT].tolist()
    same = sum(_same(others.unique_texts[a], cells.unique_texts[b]) for a, b in some)
    if same >= _NEARLY_ALL * len(some):
        return True
    if all(is_unit(cells.unique_texts[b]) for _, b in some):
        return False  # each test has its unit, which is no code of it
    one_to_one = all(len(np.unique(side)) == pairs.shape[1] for side in pairs)
    return one_to_one and 2 * pairs.shape[1] <= int(both.sum())


_NEARLY_ALL = 0.9
"""As entered a value may be written in another way, or not be a date at all."""


_LOOKED_AT = 500
"""So many different pairs of cells tell; more would cost time and change nothing."""


def _same(one: str, other: str) -> bool:
    if key(one) == key(other):
        return True
    first, second = parse_date(one), parse_date(other)
    if first is not None and second is not None:
        return first == second
    number = parse_text(one).value
    return number == number and number == parse_text(other).value


def _base(written: str, suffix: str) -> str | None:
    """Return a heading without its suffix; None when it does not end so."""
    return written.removesuffix(suffix) if written.endswith(suffix) else None


def _report_codes(table: SheetTable, pairs: Sequence[Column], findings: Findings) -> None:
    if pairs:
        names = ", ".join(f"“{c.heading.written}”" for c in pairs)
        findings.add(
            "info",
            "column.codes",
            say("Columns that hold the codes of the column beside them were not read: {names}.", names=names),
            sheet=table.sheet,
            cell=f"{pairs[0].letter}{table.header_row}",
        )


def _repeats_joined(columns: Sequence[Column]) -> tuple[Column, ...]:
    """Return the columns with "Race 1" to "Race 4" as one column "Race" that lists what they hold.

    Only fields that are words are joined; "FVC 1", "FVC 2" stay values of their own.
    """
    groups: dict[str, list[Column]] = {}
    for column in columns:
        match = _NUMBERED.match(column.heading.written.strip())
        if match and _is_word_field(match[1]):
            groups.setdefault(key(match[1]), []).append(column)
    joined = {name: listed for name, listed in groups.items() if len(listed) > 1}
    out = []
    for column in columns:
        name = next((name for name, listed in joined.items() if column in listed), None)
        if name is None:
            out.append(column)
        elif column is joined[name][0]:
            texts = zip(*(c.cells.texts for c in joined[name]), strict=True)
            listed = ["; ".join(dict.fromkeys(text for text in row if text)) for row in texts]
            match = _NUMBERED.match(column.heading.written.strip())
            heading = split_heading(match[1].strip(" _") if match else column.heading.written)
            out.append(Column(column.letter, heading, text_cells(listed)))
    return tuple(out)


def _is_word_field(name: str) -> bool:
    subjects = next(role for role in roles() if role.table == "subjects")
    return subjects.columns.get(key(name)) in ("RACE", "ETHNIC")


def _with_measurements(found: Recognised) -> Recognised:
    """Return the sheet with its other numeric columns as measurements, if it has visits or dates."""
    if set(found.tables) - {"visits", "measurements"} or "TEST" in found.fields.get("measurements", {}):
        return found
    role = next(role for role in roles() if role.table == "measurements")
    free = tuple(c for c in found.table.columns if not is_identity(c))
    times: dict[str, tuple[Column, ...]] = {}
    taken: set[str] = {c.letter for c in found.hidden}
    for column in free:
        name = common_columns().get(column.heading.full_key) or field_of(role.columns, column)
        if name:
            taken.add(column.letter)
        if name in ("USUBJID", "VISIT", "ADT", "ATPT"):
            times[name] = (*times.get(name, ()), column)
    if "USUBJID" not in times or not {"VISIT", "ADT"} & set(times):
        return found
    fields: Fields = found.fields.get("measurements", times)
    known = {p.column.letter for p in read_parameter_columns(found.table.title, free)}
    return with_own_parameters(replace(found, why_not=None), fields, taken - known)
