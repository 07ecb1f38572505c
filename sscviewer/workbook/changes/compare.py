"""Two exports of one study → what was added, changed and is gone."""

import secrets

from sscviewer.model.change import KINDS, Change, Changes, FieldChange, Kind
from sscviewer.model.conform import natural_key
from sscviewer.model.study import Study
from sscviewer.model.tables import TABLES
from sscviewer.workbook.changes.match import Match, find_differences
from sscviewer.workbook.changes.prints import KEY_LENGTH, Prints, patient_hashes, take_prints
from sscviewer.workbook.changes.records import column_label, record_name, record_texts


def new_salt() -> str:
    """Return a fresh key for fingerprints."""
    return secrets.token_hex(KEY_LENGTH // 2)


def compare_studies(old: Study, new: Study) -> Changes:
    """Return what changed from the older to the newer export, with old and new values."""
    salt = new_salt()
    before, after = take_prints(old, salt), take_prints(new, salt)
    texts = {table: (record_texts(old, table), record_texts(new, table)) for table in TABLES}

    def described(match: Match) -> Change:
        study, row = (new, match.new) if match.new >= 0 else (old, match.old)
        olds, news = texts[match.table]
        fields = tuple(
            FieldChange(
                column,
                column_label(match.table, column),
                str(olds[column].iloc[match.old]),
                str(news[column].iloc[match.new]),
            )
            for column in match.columns
        )
        return _change(study, match, row, fields)

    changes = [described(match) for match in find_differences(before, after)]
    return Changes(old.source.name, True, _sorted(changes), *_apart(before, after))


def compare_with_prints(before: Prints, salt: str, new: Study, since: str) -> Changes:
    """Return what changed since fingerprints were taken; values and names of gone rows are not known."""
    after = take_prints(new, salt)
    ids = new.column("subjects", "USUBJID")
    known = dict(zip(patient_hashes(ids, salt).tolist(), ids, strict=True))

    def described(match: Match) -> Change:
        fields = tuple(FieldChange(name, column_label(match.table, name)) for name in match.columns)
        if match.new >= 0:
            return _change(new, match, match.new, fields)
        prints = before[match.table]
        usubjid = known.get(int(prints.patient[match.old]), "")
        return Change("gone", match.table, usubjid, str(prints.srcref[match.old]), "")

    changes = [described(match) for match in find_differences(before, after)]
    return Changes(since, False, _sorted(changes), *_apart(before, after))


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
