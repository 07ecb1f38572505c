"""The load report as tables of ready text."""

from typing import TYPE_CHECKING

from sscviewer.gui.panes.table_model import Listing
from sscviewer.model.counted import counted
from sscviewer.model.issue import Issue, IssueGroup
from sscviewer.model.load_report import HIDDEN
from sscviewer.model.sentence import joined, say
from sscviewer.model.tables import TABLES

if TYPE_CHECKING:
    from sscviewer.analysis.patient.not_shown import NotShown
    from sscviewer.model.change import Changes
    from sscviewer.model.load_report import LoadReport, SheetReport

ROLES = {
    "subjects": "patients",
    "visits": "visits",
    "measurements": "measurements",
    "adverse_events": "adverse events",
    "exposure": "dose log",
    "disposition": "disposition",
    "medications": "medications",
    "history": "medical history",
    "event_times": "times to events",
    "carried_values": "values carried forward",
    "ignored": "not used",
}
ISSUE_COLUMNS = ("Severity", "What", "Where", "Patient", "Rule")


def role_words(role: str) -> str:
    """Return what a sheet was read as, for people."""
    return joined((say(ROLES.get(part, part)) for part in role.split("+")), " + ")


def sheets_listing(report: "LoadReport") -> Listing:
    """Return the sheets and how they were read."""
    return Listing(
        columns=(
            "Sheet",
            "Read as",
            "Rows",
            "Used",
            "Not used",
            "Why",
            "Columns not read",
            "Layout",
            "Header row",
        ),
        rows=tuple(
            (
                sheet.name,
                role_words(sheet.role),
                str(sheet.rows),
                str(sheet.used),
                str(sheet.not_used),
                sheet.why_not or sheet.evidence,
                _not_read(sheet),
                sheet.layout or "",
                str(sheet.header_row) if sheet.header_row else "",
            )
            for sheet in report.sheets
        ),
        numeric=frozenset({2, 3, 4, 8}),
    )


def _not_read(sheet: "SheetReport") -> str:
    """Return how many columns are hidden or not read, of all that hold anything."""
    left = sum(c.read_as is None for c in sheet.columns)
    hidden = sum(c.read_as == HIDDEN for c in sheet.columns)
    also = say(", {n} hidden", n=hidden) if hidden else ""
    return say("{n} of {total}{also}", n=left, total=len(sheet.columns), also=also) if sheet.columns else ""


def columns_listing(sheet: "SheetReport | None") -> Listing:
    """Return the columns of a sheet that hold anything: what each was read as, and why or why not."""
    rows: list[tuple[str, ...]] = []
    if sheet is not None:
        labels = _labels(sheet.role)
        for c in sheet.columns:
            label = labels.get(c.names) if c.is_read else c.read_as or "not read"
            said = say(label) if label else c.names
            rows.append((c.letter, c.heading, said, c.why_not or c.evidence, f"{c.filled:,}", c.names))
    names = ("", "Head", "Read as", "Why", "Cells", "Name")
    return Listing(columns=names, rows=tuple(rows), numeric=frozenset({4}))


def _labels(role: str) -> dict[str, str]:
    columns = [column for table in role.split("+") for column in TABLES.get(table, ())]
    return {column.name: column.label.removesuffix(", first possible day") for column in columns}


def issues_listing(lines: tuple[Issue | IssueGroup, ...]) -> Listing:
    """Return the issues, and the many of one kind and sheet as one line that counts them."""
    return Listing(columns=ISSUE_COLUMNS, rows=tuple(_issue_cells(line) for line in lines))


def _issue_cells(line: Issue | IssueGroup) -> tuple[str, ...]:
    if isinstance(line, Issue):
        return (say(line.severity), line.message, line.srcref, line.usubjid, line.code)
    first, n = line.first, len(line.issues)
    patients = counted(line.n_subjects, "patient") if line.n_subjects else ""
    words = say("{n} of this kind, first: {message}", n=n, message=first.message)
    return (say(first.severity), words, first.sheet, patients, first.code)


def not_shown_listing(items: "tuple[NotShown, ...]") -> Listing:
    """Return the records no picture shows."""
    return Listing(
        columns=("Record", "What", "Why", "Where", "Patient"),
        rows=tuple(
            (say(ROLES.get(item.table, item.table)), item.what, say(item.why), item.srcref, item.usubjid)
            for item in items
        ),
    )


def results_listing(changes: "Changes | None") -> Listing:
    """Return the numbers of the results that moved since an earlier export."""
    found = (changes.results or ()) if changes else ()
    return Listing(
        columns=("Results", "Row", "Column", "Before", "Now", "By the rows"),
        rows=tuple((one.table, one.row, one.column, one.before, one.now, one.by_words) for one in found),
    )


def changes_listing(changes: "Changes | None") -> Listing:
    """Return what changed since an earlier export."""
    return Listing(
        columns=("Change", "Patient", "Where", "Table", "Record", "What changed"),
        rows=tuple(
            (
                say(change.kind.capitalize()),
                change.usubjid or say("not in the file"),
                say("was at {cell}", cell=change.srcref) if change.kind == "gone" else change.srcref,
                say(ROLES[change.table].capitalize()) if change.table in ROLES else change.table,
                change.what or say("(its name was not kept)"),
                "; ".join(field.words() for field in change.fields),
            )
            for change in (changes.changes if changes else ())
        ),
    )
