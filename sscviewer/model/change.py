"""What differs between two exports of the same study."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from sscviewer.model.counted import counted

Kind = Literal["added", "changed", "gone"]
KINDS: tuple[Kind, ...] = ("added", "changed", "gone")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a record that changed; old and new are None when only fingerprints were kept."""

    column: str
    label: str
    old: str | None = None
    new: str | None = None

    def words(self) -> str:
        """Return "Grade: 2 → 3", or "Grade" without values."""
        if self.old is None or self.new is None:
            return self.label
        return f"{self.label}: {self.old or 'empty'} → {self.new or 'empty'}"


@dataclass(frozen=True, slots=True)
class Change:
    """One record that was added, changed or is gone.

    Attributes
    ----------
    table
        Key of `model.tables.TABLES`.
    usubjid
        "" for a gone record of a patient who is gone too and of whom only a fingerprint was kept.
    srcref
        Where the record is in the newer file; in the older one when it is gone.
    what
        The record in words; "" when only its fingerprint was kept.
    """

    kind: Kind
    table: str
    usubjid: str
    srcref: str
    what: str
    fields: tuple[FieldChange, ...] = ()

    def words(self) -> str:
        """Return "Nausea (CTCAE grade: 1 → 2)", or "Nausea added"."""
        what = self.what or self.srcref
        if self.kind != "changed":
            return f"{what} {self.kind}"
        return f"{what} ({', '.join(field.words() for field in self.fields)})"


ABSENT = "not there"
"""What stands for a number of a row that one of the exports does not have."""
NOT_COMPARED = "not compared"
"""What stands for the rows of a table that could not be computed of one of the exports."""
FEW = 3
"""Cells named behind a number before the rest is only counted."""


@dataclass(frozen=True, slots=True)
class ResultChange:
    """One number that is another than before.

    Attributes
    ----------
    row, column
        What it is a number of, in words; `NOT_COMPARED` and "" for a table that failed.
    before, now
        As printed; `ABSENT` where there was, or is, no such row; the sentence of what failed, else "".
    by
        The changed records it can come from.
    """

    table: str
    row: str
    column: str
    before: str
    now: str
    by: tuple[Change, ...]

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON; a record by its kind and cell."""
        by = [{"kind": one.kind, "cell": one.srcref, "patient": one.usubjid} for one in self.by]
        return {
            "table": self.table,
            "row": self.row,
            "column": self.column,
            "before": self.before,
            "now": self.now,
            "by": by,
        }

    @property
    def by_words(self) -> str:
        """Return "AE!A3 added, AE!A7 changed and 4 more"; "" when no row is known."""
        cells = ", ".join(f"{one.srcref} {one.kind}" for one in self.by[:FEW])
        return f"{cells} and {len(self.by) - FEW} more" if len(self.by) > FEW else cells


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed since an earlier export.

    Attributes
    ----------
    since
        The earlier file's name, or the day it was opened.
    exact
        Whether old and new values are known.
    only_new, only_old
        Columns ("adverse_events: GRADE") that only one of the files has; they were not compared.
    results
        The numbers that moved; None where they were not compared.
    """

    since: str
    exact: bool
    changes: tuple[Change, ...]
    only_new: tuple[str, ...] = ()
    only_old: tuple[str, ...] = ()
    results: tuple[ResultChange, ...] | None = None

    def counts(self) -> dict[Kind, int]:
        """Return how many records were added, changed and are gone."""
        counted = Counter(change.kind for change in self.changes)
        return {kind: counted[kind] for kind in KINDS}

    def sentence(self) -> str:
        """Return "Since 12 May: 14 rows added, 3 changed, 0 gone (5 patients)."."""
        n = self.counts()
        patients = len({change.usubjid for change in self.changes})
        who = f" in {counted(patients, 'patient')}" if patients else ""
        rows = counted(n["added"], "row")
        return f"Since {self.since}: {rows} added, {n['changed']} changed, {n['gone']} gone{who}."

    def to_json(self) -> dict[str, Any]:
        """Return the "changes" of `sscviewer check --since --json`."""
        return {
            "since": self.since,
            "counts": dict(self.counts()),
            "columns_only_new": list(self.only_new),
            "columns_only_old": list(self.only_old),
            "rows": [
                {
                    "kind": change.kind,
                    "table": change.table,
                    "USUBJID": change.usubjid or None,
                    "cell": change.srcref or None,
                    "what": change.what,
                    "fields": [
                        {"column": field.column, "label": field.label, "old": field.old, "new": field.new}
                        for field in change.fields
                    ],
                }
                for change in self.changes
            ],
        }
