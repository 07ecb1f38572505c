"""Two exports of one study → what was added, changed and is gone."""

import secrets
from dataclasses import replace

from sscviewer.model.change import KINDS, Change, Changes, FieldChange, Kind
from sscviewer.model.conform import natural_key
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES
from sscviewer.workbook.changes.match import Match, find_differences
from sscviewer.workbook.changes.prints import KEY_LENGTH, Prints, patient_hashes, take_prints
from sscviewer.workbook.changes.records import column_label, record_name, record_texts
from sscviewer.workbook.changes.sheet_rows import by_sheet_row, count_values


def new_salt() -> str:
    """Return a fresh key for fingerprints."""
    return secrets.token_hex(KEY_LENGTH // 2)


def compare_studies(old: Study, new: Study) -> Changes:
    """Return what changed from the older to the newer export, with old and new values."""
    salt = new_salt()
    before, after = take_prints(old, salt), take_prints(new, salt)
    differences = find_differences(before, after)
    texts = {
        table: (record_texts(old, table), record_texts(new, table))
        for table in {match.table for match in differences}
    }

    def value(side: int, match: Match, column: str) -> str:
        row = (match.old, match.new)[side]
        return str(texts[match.table][side][column].iloc[row]) if row >= 0 else ""

    def described(match: Match) -> Change:
        study, row = (new, match.new) if match.new >= 0 else (old, match.old)
        is_value = match.table == "measurements" and min(match.old, match.new) < 0
        fields = tuple(
            FieldChange(
                column, _label(study, match, row, column), value(0, match, column), value(1, match, column)
            )
            for column in (("AVALC",) if is_value else match.columns)
        )
        return _change(study, match, row, fields)

    return _collected(old.source.name, True, [described(m) for m in differences], before, after)


def compare_with_prints(before: Prints, salt: str, new: Study, since: str) -> Changes:
    """Return what changed since fingerprints were taken; values and names of gone rows are not known."""
    after = take_prints(new, salt)
    ids = new.column("subjects", "USUBJID")
    known = dict(zip(patient_hashes(ids, salt).tolist(), ids, strict=True))

    def described(match: Match) -> Change:
        if match.new >= 0:
            fields = tuple(FieldChange(name, _label(new, match, match.new, name)) for name in match.columns)
            return _change(new, match, match.new, fields)
        prints = before[match.table]
        usubjid = known.get(int(prints.patient[match.old]), "")
        return Change("gone", match.table, usubjid, str(prints.srcref[match.old]), "")

    return _collected(since, False, [described(m) for m in find_differences(before, after)], before, after)


def _collected(since: str, exact: bool, changes: list[Change], before: Prints, after: Prints) -> Changes:
    """Return the changes by row of a sheet, sorted; whole rows that came or went have no fields."""
    counts = [count_values(p["measurements"].srcref if "measurements" in p else ()) for p in (before, after)]
    rows = by_sheet_row(changes, *counts)
    plain = [row if row.kind == "changed" else replace(row, fields=()) for row in rows]
    return Changes(since, exact, _sorted(plain), *_apart(before, after))


def _label(study: Study, match: Match, row: int, column: str) -> str:
    """Return what a field is called; a measured value is called by what was measured."""
    if match.table == "measurements" and column == "AVALC":
        parameter = study.parameters.get(study.column("measurements", "PARAMCD")[row])
        if parameter is not None:
            return parameter.axis_label
    return column_label(match.table, column)


def _change(study: Study, match: Match, row: int, fields: tuple[FieldChange, ...]) -> Change:
    kind: Kind = "added" if match.old < 0 else "gone" if match.new < 0 else "changed"
    cell = study.srcref(match.table, row, fields[0].column) if len(fields) == 1 else ""
    return Change(
        kind,
        match.table,
        str(study.column(match.table, "USUBJID")[row]),
        cell or str(study.column(match.table, "SRCREF")[row]),
        record_name(study, match.table, row),
        fields,
    )


def _sorted(changes: list[Change]) -> tuple[Change, ...]:
    tables = list(TABLES)
    return tuple(
        sorted(
            changes,
            key=lambda c: (
                natural_key(c.usubjid),
                tables.index(c.table),
                KINDS.index(c.kind),
                natural_key(c.srcref),
            ),
        )
    )


def _apart(before: Prints, after: Prints) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns only the newer and only the older file has, of tables both have."""

    def extra(one: Prints, other: Prints) -> tuple[str, ...]:
        return tuple(
            f"{table}: {name}"
            for table in one
            if table in other
            for name in one[table].columns
            if name not in other[table].columns
        )

    return extra(after, before), extra(before, after)
