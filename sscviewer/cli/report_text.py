"""The load report as a page of text."""

from sscviewer.model.change import Changes
from sscviewer.model.counted import counted
from sscviewer.model.issue import IssueGroup, count_by_code, group_by_kind
from sscviewer.model.load_report import HIDDEN, LoadReport, SheetReport

EXAMPLES = 2
"""Findings listed of a kind and sheet that has many; all of them are in --json."""


def report_text(report: LoadReport) -> str:
    """Return what was made of every sheet, what was found, and what no picture can show."""
    source = report.source
    lines = [
        f"{source.name}  ({source.container}, {source.bytes:,} bytes, sha256 {source.sha256[:12]}…)",
        "",
        f"{'Sheet':<26}{'read as':<30}{'layout':<9}{'rows':>7}{'used':>7}{'not':>6}",
    ]
    lines += [_sheet_line(sheet) for sheet in report.sheets]
    lines += ["", _column_line(report)]
    lines += ["", f"{'Table':<20}{'rows':>8}{'patients':>10}"]
    lines += [f"{name:<20}{rows:>8}{subjects:>10}" for name, rows, subjects in report.tables]
    lines += ["", f"{'Parameter':<12}{'':<44}{'unit':<14}{'values':>7}{'patients':>10}{'no number':>11}"]
    lines += [
        f"{p.paramcd:<12}{p.param[:43]:<44}{p.unit:<14}{p.values:>7}{p.subjects:>10}{p.not_numeric:>11}"
        for p in report.parameters
    ]
    lines += ["", *_issue_lines(report), "", *_not_shown_lines(report)]
    lines += [f"Asked: {question.text} Taken: {question.taken}." for question in report.questions]
    return "\n".join(lines)


def explanation(report: LoadReport) -> str:
    """Return what every sheet and column was taken for, and on what evidence."""
    lines: list[str] = []
    for sheet in report.sheets:
        why = sheet.evidence or sheet.why_not or f"its layout is {sheet.layout}"
        lines += [f"{sheet.name}: {sheet.role} ({why})"]
        for column in sheet.columns:
            said = column.read_as if column.read_as else "not read"
            because = column.why_not or column.evidence
            lines.append(f"  {column.letter:<4}{column.heading[:39]:<40}{said:<40}{because}")
        lines.append("")
    asked = [f"{question.text} Taken: {question.taken or 'nothing'}." for question in report.questions]
    return "\n".join([*lines, *asked]).rstrip()


def _column_line(report: LoadReport) -> str:
    """Return how many columns were read, hidden and left: together all that hold anything."""
    columns = [column for sheet in report.sheets for column in sheet.columns]
    read = sum(column.is_read for column in columns)
    hidden = sum(column.read_as == HIDDEN for column in columns)
    left = len(columns) - read - hidden
    return f"Columns: {len(columns)}; {read} read, {hidden} hidden, {left} not read."


def _sheet_line(sheet: SheetReport) -> str:
    layout = sheet.layout or ""
    why = f"  {sheet.why_not}" if sheet.why_not else ""
    counts = f"{sheet.rows:>7}{sheet.used:>7}{sheet.not_used:>6}"
    return f"{sheet.name[:25]:<26}{sheet.role:<30}{layout:<9}{counts}{why}"


def _issue_lines(report: LoadReport) -> list[str]:
    if not report.issues:
        return ["Nothing doubtful was found."]
    lines = [counted(len(report.issues), "finding")]
    groups = group_by_kind(report.issues)
    for code, count in count_by_code(report.issues).items():
        lines.append(f"  {code} ({count})")
        lines += [line for group in groups if group.first.code == code for line in _group_lines(group)]
    return lines


def _group_lines(group: IssueGroup) -> list[str]:
    listed = group.issues[:EXAMPLES] if group.is_flood else group.issues
    lines = [
        f"    {issue.srcref}: {issue.message}" if issue.srcref else f"    {issue.message}" for issue in listed
    ]
    if group.is_flood:
        sheet = f" on {group.first.sheet}" if group.first.sheet else ""
        lines.append(f"    … and {len(group.issues) - EXAMPLES} more{sheet} (--json lists them all)")
    return lines


def _not_shown_lines(report: LoadReport) -> list[str]:
    counted = [f"{n} {table.replace('_', ' ')}" for table, n in report.not_shown if n]
    return [f"Read but not drawable: {', '.join(counted)}." if counted else "Everything read can be drawn."]


def changes_text(changes: Changes) -> str:
    """Return what changed since an earlier export, patient by patient."""
    lines = [changes.sentence()]
    if changes.only_new:
        lines.append(f"  Columns only the newer file has: {', '.join(changes.only_new)}")
    if changes.only_old:
        lines.append(f"  Columns only the older file has: {', '.join(changes.only_old)}")
    patient = None
    for change in changes.changes:
        if change.usubjid != patient:
            patient = change.usubjid
            lines.append(f"  {patient or 'patients no longer in the file'}")
        what = "; ".join(field.words() for field in change.fields)
        lines.append(
            f"    {change.kind:<8}{change.srcref}: {' – '.join(t for t in (change.what, what) if t)}"
        )
    return "\n".join(lines)
