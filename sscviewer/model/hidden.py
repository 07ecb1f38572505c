"""A trial without what tells who its patients are: the same numbers, other names.

Dates stay inside, because study days, windows and partial dates follow from them; whatever writes a date asks
`Study.is_hidden` and writes the study day instead (`shown_dates`).
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.dates import study_day
from sscviewer.model.issue import Issue
from sscviewer.model.load_report import LoadReport, SheetReport
from sscviewer.model.study import Study, with_tables
from sscviewer.model.tables import TABLES

WITHHELD = "withheld"
NAME = "trial"
"""What the file is called: its own name may hold a sponsor, a site or a patient."""
OLDEST = 90.0
"""Ages from here on are all told as this one. **Source**: HIPAA, 45 CFR 164.514(b)(2)(i)(C)."""

_CODED = {"AETERM": "AEDECOD", "CMTRT": "CMDECOD", "MHTERM": "MHDECOD", "DSTERM": "DSDECOD"}
"""What a person wrote, and the dictionary's term that says it without their words."""
_NEVER = ("BRTHDTC", "DSSPFY", "EXACN", "EXCAT")
SHARED = 3
"""Patients who share a reason for a change of dose word for word, before it is a choice of a list and not a
sentence about one of them: an own rule, on the side of saying too little."""
_KEPT = frozenset({"USUBJID", "SRCREF", "PARAMCD", "AVISIT", "RFSTSRC", "RECIPE", "DTYPE", "VISITSRC"})
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_TELLING = re.compile(
    rf"\d{{4}}-\d{{1,2}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2}}|\d{{1,2}}[ -]?{_MONTH}|{_MONTH}[a-z]*\.? \d"
    r"|\b(?:19|20)\d\d\b|\d{5,}|@|\+\d",
    re.IGNORECASE,
)
"""What in a text may be a date, a long number, a mail address or a telephone."""


def hide_identities(
    study: Study, labels: Mapping[str, str], name: str, reason_words: tuple[str, ...] = ()
) -> Study:
    """Return the trial with labels for patients and sites, without free text, and marked as hidden.

    Verbatim terms give way to the dictionary's; where there is none the term stays unless it holds a date, a
    long number or somebody's number. Of a reason for a change of dose that is no choice of a list only those
    words stay by which the plan tells what it was: the counts are those of the trial as it is, until the
    plan's words change. Sheets are called by their order.

    Parameters
    ----------
    labels
        Of every patient.
    name
        What the file is called from here on.
    reason_words
        In lower case, by which the plan tells reasons apart.
    """
    sites = _sites(study, labels)
    names = frozenset(text for text in (*study.usubjids, *study.column("subjects", "SUBJID")) if text)
    sheets = _sheet_names(study)
    frames = {table: _hidden_frame(study, table, labels, sites, names, sheets) for table in TABLES}
    frames["exposure"]["EXADJ"] = _hidden_reasons(study, reason_words)
    cells = {(t, sheets[sheet]): letters for (t, sheet), letters in study.cells.items() if sheet in sheets}
    return with_tables(
        study,
        frames,
        source=replace(study.source, name=name),
        issues=tuple(_hidden_issue(issue, labels, sheets) for issue in study.issues),
        cells=cells,
        is_hidden=True,
    )


def hide_report(report: LoadReport, study: Study, labels: Mapping[str, str], name: str) -> LoadReport:
    """Return the load report without names, values and what cells say."""
    sheets = _sheet_names(study)
    return replace(
        report,
        source=replace(report.source, name=name),
        sheets=tuple(_hidden_sheet(sheet, sheets.get(sheet.name, WITHHELD)) for sheet in report.sheets),
        issues=tuple(_hidden_issue(issue, labels, sheets) for issue in report.issues),
        questions=(),
    )


def shown_dates(
    study: Study, table: str, rows: npt.NDArray[np.int64], name: str, flags: npt.NDArray[np.object_]
) -> list[str]:
    """Return the dates of some rows of a hidden trial as study days; "" where there is none."""
    when = study.column(table, name)[rows]
    day1 = study.column("subjects", "RFSTDT")[study.positions(table)[rows]]
    days = study_day(when, day1)
    return [
        "" if np.isnan(day) else f"day {day:.0f}" if not flag else f"about day {day:.0f}"
        for day, flag in zip(days, flags, strict=True)
    ]


def _sites(study: Study, labels: Mapping[str, str]) -> dict[str, str]:
    met: dict[str, None] = {}
    for name in ("SITEID", "SITEGR1"):  # a pool of one site has the site's own name
        of = dict(zip(study.usubjids, study.column("subjects", name), strict=True))
        met |= dict.fromkeys(of[usubjid] for usubjid in sorted(of, key=lambda u: labels[u]) if of[usubjid])
    return {site: f"Site {number}" for number, site in enumerate(met, 1)} | {"": ""}


def _sheet_names(study: Study) -> dict[str, str]:
    """Return what the sheets are called: a sheet per patient is often named after the patient."""
    met: dict[str, None] = {}
    for table in TABLES:
        met |= dict.fromkeys(str(reference).rpartition("!")[0] for reference in study.column(table, "SRCREF"))
    return {sheet: f"Sheet {number}" for number, sheet in enumerate((s for s in met if s), 1)} | {"": ""}


def _hidden_frame(
    study: Study,
    table: str,
    labels: Mapping[str, str],
    sites: Mapping[str, str],
    names: frozenset[str],
    sheets: Mapping[str, str],
) -> pd.DataFrame:
    frame = study.frame(table)
    scrub = _scrubber(names)
    kept = {c.name for c in TABLES[table] if c.kind != "text"} | _KEPT
    for name in (str(column) for column in frame if column not in kept):
        if frame[name].dtype.kind in "OTUS":
            frame[name] = [scrub(str(text)) for text in study.column(table, name)]
    for written, coded in _CODED.items():
        if written in frame:
            frame[written] = np.where(frame[coded] != "", frame[coded], frame[written])
    for name in _NEVER:
        if name in frame:
            frame[name] = ""
    if table == "measurements":  # a number as written is the number; words of a person are not
        frame["AVALC"] = np.where(np.isnan(study.column(table, "AVAL")), frame["AVALC"], "")
    if table == "subjects":
        frame["SUBJID"] = [labels[usubjid] for usubjid in study.column(table, "USUBJID")]
        for name in ("SITEID", "SITEGR1"):
            frame[name] = [sites[site] for site in study.column(table, name)]
        frame["AGE"] = np.minimum(study.column(table, "AGE"), OLDEST)
    frame["SRCREF"] = [_hidden_cell(str(cell), sheets) for cell in study.column(table, "SRCREF")]
    frame["USUBJID"] = [labels[usubjid] for usubjid in study.column(table, "USUBJID")]
    return frame


def _hidden_reasons(study: Study, words: tuple[str, ...]) -> list[str]:
    reasons = [str(text) for text in study.column("exposure", "EXADJ")]
    who = zip(reasons, study.column("exposure", "USUBJID"), strict=True)
    shared = Counter(reason for reason, _ in {(reason.casefold(), usubjid) for reason, usubjid in who})
    scrub = _scrubber(frozenset(study.usubjids))

    def hidden(reason: str) -> str:
        if not reason or shared[reason.casefold()] >= SHARED:
            return scrub(reason)
        said = ", ".join(word for word in words if word in reason.casefold())
        return f"{said} ({WITHHELD})" if said else WITHHELD

    return list(map(hidden, reasons))


def _scrubber(names: frozenset[str]) -> Callable[[str], str]:
    """Return what leaves a text alone unless it may tell who somebody is."""
    known: dict[str, str] = {}

    def scrub(text: str) -> str:
        if text not in known:
            tells = _TELLING.search(text) or any(name in text for name in names if len(name) > 2)
            known[text] = WITHHELD if tells else text
        return known[text]

    return scrub


def _hidden_cell(reference: str, sheets: Mapping[str, str]) -> str:
    sheet, mark, cell = reference.rpartition("!")
    return f"{sheets[sheet]}{mark}{cell}"


def without_words(issue: Issue) -> Issue:
    """Return a finding of a hidden trial: its words hold dates and what cells say."""
    return replace(issue, message=f"A finding of the kind {issue.code}; its words are {WITHHELD}.")


def _hidden_issue(issue: Issue, labels: Mapping[str, str], sheets: Mapping[str, str]) -> Issue:
    sheet = sheets.get(issue.sheet, WITHHELD if issue.sheet else "")
    return replace(without_words(issue), sheet=sheet, usubjid=labels.get(issue.usubjid, ""))


def _hidden_sheet(sheet: SheetReport, name: str) -> SheetReport:
    return replace(
        sheet, name=name, columns=tuple(replace(c, evidence="") for c in sheet.columns), evidence=""
    )
