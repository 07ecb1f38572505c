"""What the strip at the bottom says about records no picture shows, and about issues."""

from collections import Counter
from typing import TYPE_CHECKING

from sscviewer.gui.language import number_of, tr
from sscviewer.model.load_report import HIDDEN

if TYPE_CHECKING:
    from sscviewer.gui.state.trial import Trial

_WHAT = {
    ("measurements", "not a number"): ("value is not a number", "values are not numbers"),
    ("measurements", "no date and no visit"): (
        "value has neither date nor visit",
        "values have neither date nor visit",
    ),
    ("exposure", "no dose"): ("dose record has no dose", "dose records have no dose"),
    ("exposure", "no start date"): ("dose record has no start date", "dose records have no start date"),
}
_SEVERITY = (("error", "error", "errors"), ("warning", "warning", "warnings"))


def strip_words(trial: "Trial") -> str:
    """Return what the pictures of a trial do not show, and what was found wrong, in one line."""
    parts = []
    if trial.n_without_start:
        n = trial.n_without_start
        parts.append(number_of(n, "adverse event has no start date", "adverse events have no start date"))
    groups = Counter((item.table, item.why) for item in trial.not_shown)
    for (table, why), n in groups.most_common():
        one, many = _WHAT.get(
            (table, why), (tr("record not shown: ") + tr(why), tr("records not shown: ") + tr(why))
        )
        parts.append(number_of(n, one, many))
    parts.extend(_column_words(trial))
    parts.extend(_issue_words(trial))
    return " · ".join(parts)


def _column_words(trial: "Trial") -> list[str]:
    """Return how many columns of all were read, hidden, or not read; nothing where all were read."""
    columns = [column for sheet in trial.report.sheets for column in sheet.columns]
    read = sum(column.is_read for column in columns)
    hidden = sum(column.read_as == HIDDEN for column in columns)
    if read == len(columns):
        return []
    said = [
        tr("{read} of {columns} read").format(read=read, columns=number_of(len(columns), "column", "columns"))
    ]
    said += [tr("{n} hidden").format(n=hidden)] if hidden else []
    return [", ".join([*said, tr("{n} not read").format(n=len(columns) - read - hidden)])]


def _issue_words(trial: "Trial") -> list[str]:
    severities = Counter(str(issue.severity) for issue in trial.report.issues)
    return [
        number_of(severities[severity], one, many)
        for severity, one, many in _SEVERITY
        if severities[severity]
    ]
