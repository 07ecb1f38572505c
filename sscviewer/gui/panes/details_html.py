"""The text of the details pane, as HTML made from frozen results; every word of the file is escaped."""

from collections.abc import Iterable
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

from sscviewer.gui.language import tr
from sscviewer.model.plain_text import capital
from sscviewer.model.sentence import joined

if TYPE_CHECKING:
    from sscviewer.analysis.patient.dose_course import DoseChange, DoseCourse
    from sscviewer.analysis.patient.not_shown import NotShown
    from sscviewer.analysis.patient.patient_page import PatientPage
    from sscviewer.analysis.record import Record
    from sscviewer.memory.query_log import Query
    from sscviewer.memory.study_memory import StudyMark
    from sscviewer.model.issue import Issue

CELL, EVENT = "cell:", "event:"
"""Links: "cell:AE!H12" is copied, "event:5" opens row 5 of the adverse events."""

_SAID = {"flag": "Flagged", "comment": "Comment", "reviewed": "Reviewed"}
_KINDS = {
    "increase": "raised",
    "reduction": "reduced",
    "interruption": "held",
    "restart": "restarted",
    "stop": "stopped",
}


def record_html(record: "Record", said: str = "") -> str:
    """Return a record: what was said about it, as HTML, then label, value and cell of each field."""
    sheet = record.srcref.rpartition("!")[0]
    rows = "".join(
        f"<tr><td><span class='label'>{escape(_brief(label))}</span><br>{escape(text)}</td>"
        f"<td align='right'>{cell_link(cell, within=sheet)}</td></tr>"
        for label, text, cell in record.fields
    )
    table = f"<table width='100%' cellspacing='0' cellpadding='2'>{rows}</table>"
    return f"{_head(record.title)}<p>{cell_link(record.srcref)}</p>{said}{table}"


def said_html(marks: "Iterable[StudyMark]", queries: "Iterable[Query]") -> str:
    """Return what was said about a record: flag, comment, queries; "" when nothing was."""
    lines = [
        tr("{said} by {who}, {at}").format(said=tr(_SAID[mark.kind]), who=escape(mark.who), at=mark.at[:10])
        + (f": {escape(mark.value)}" if mark.kind == "comment" else "")
        for mark in marks
    ]
    lines += [
        tr("Query {number}, {status}: {text}").format(
            number=query.number, status=tr(query.status), text=escape(query.question.text)
        )
        + (f" {tr('Answer: {text}').format(text=escape(query.answer))}" if query.answer else "")
        for query in queries
    ]
    return "".join(f"<p><b>{line}</b></p>" for line in lines)


def patient_html(page: "PatientPage", issues: "Iterable[Issue]") -> str:
    """Return a patient's summary, dose changes, issues, and what is not shown."""
    header = page.header
    lines = [joined(header.who, " · "), *header.course, capital(header.outcome)]
    parts = [
        _head(tr("Patient {usubjid}").format(usubjid=header.usubjid)),
        *(f"<p>{escape(tr(line))}</p>" for line in lines if line),
    ]
    parts.append(f"<p class='quiet'>{escape(_day_one(page))}</p>")
    parts.append(_dose_html(page.dose))
    found = list(issues)
    if found:
        parts.append(_head(tr("Issues ({n})").format(n=len(found))))
        parts.extend(_issue_html(issue) for issue in found)
    if page.not_shown:
        parts.append(_head(tr("Not shown ({n})").format(n=len(page.not_shown))))
        parts.extend(_not_shown_html(item) for item in page.not_shown)
    return "".join(parts)


def document(body: str, *, quiet: str, line: str) -> str:
    """Return a whole document around HTML, in the theme's colours."""
    style = (
        f"p {{margin: 0 0 3px 0}} h4 {{margin: 14px 0 4px 0}} .quiet, .label, .cell {{color: {quiet}}} "
        f"a {{text-decoration: none}} td {{padding-right: 6px; border-bottom: 1px solid {line}}}"
    )
    return f"<html><head><style>{style}</style></head><body>{body}</body></html>"


def _head(title: str) -> str:
    return f"<h4>{escape(title)}</h4>"


def _brief(label: str) -> str:
    """Return a label of the glossary without what the value itself shows: "Serious: Y, N or not said"."""
    if label.startswith("ONGOING"):
        return "Ongoing"
    words = label.removeprefix("Y when ").partition(":")[0].removesuffix(" as written")
    words = words.replace(" of the first possible day", "").replace(" of the last possible day", "")
    return capital(words)


def cell_link(cell: str, within: str = "") -> str:
    """Return a link that copies a cell's reference; its sheet is named unless it is the one around it."""
    shown = cell.removeprefix(f"{within}!") if within else cell
    return f"<a href='{CELL}{quote(cell, safe='')}'>{escape(shown)}</a>" if cell else ""


def _day_one(page: "PatientPage") -> str:
    if page.visits:
        from sscviewer.plots.ticks import visit_at

        return f"Baseline = {visit_at(page.visits, 1.0)}"
    day = str(page.day1)[:10]
    words = tr("Day 1 = {what}, without a date") if day == "NaT" else tr("Day 1 = {day} ({what})")
    return words.format(day=day, what=tr(page.day1_is))


def _dose_html(dose: "DoseCourse") -> str:
    if not dose.steps:
        return ""
    parts = [_head(tr("Dose changes ({n})").format(n=len(dose.changes)))]
    if not dose.changes:
        words = tr("One dose throughout: {dose:g} {unit}").format(dose=dose.highest, unit=escape(dose.unit))
        parts.append(f"<p class='quiet'>{words}</p>")
    parts.extend(_change_html(change, dose.unit) for change in dose.changes)
    return "".join(parts)


def _change_html(change: "DoseChange", unit: str) -> str:
    doses = f"{change.from_dose:g} → {change.to_dose:g} {escape(unit)}"
    text = tr("Day {day:.0f}: {what}, {doses}")
    text = text.format(day=change.day, what=tr(_KINDS[change.kind]), doses=doses)
    reason = f" ({escape(change.reason)})" if change.reason else ""
    event = ""
    if change.event_row >= 0:
        link = f"<a href='{EVENT}{change.event_row}'>{escape(change.event_label)}</a>"
        event = f"<br>&nbsp;&nbsp;{tr('for {event}').format(event=link)}"
    return f"<p>{text}{reason} {cell_link(change.srcref)}{event}</p>"


def _issue_html(issue: "Issue") -> str:
    severity = tr(issue.severity.capitalize())
    return f"<p>{escape(severity)}: {escape(tr(issue.message))} {cell_link(issue.srcref)}</p>"


def _not_shown_html(item: "NotShown") -> str:
    return f"<p>{escape(item.what)}: {escape(tr(item.why))} {cell_link(item.srcref)}</p>"
