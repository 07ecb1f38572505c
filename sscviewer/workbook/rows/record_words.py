"""What the words in a table's text columns mean, per table (from values.toml)."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from sscviewer.model.dates import iso_text
from sscviewer.model.sentence import say
from sscviewer.model.tables import POPULATION_FLAGS
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.evidence.words.visit_names import read_visits
from sscviewer.workbook.rows.arm_codes import decode_arm
from sscviewer.workbook.rows.calendar_visits import with_days_of_names
from sscviewer.workbook.rows.dose_words import exposure_words
from sscviewer.workbook.rows.event_times import days_to_events
from sscviewer.workbook.rows.fields import SheetContext, Texts, dates_of, read_date, report_order
from sscviewer.workbook.rows.sex_codes import decode_sex
from sscviewer.workbook.rows.translated import Words, column_of, each_once, translate
from sscviewer.workbook.values.cells import as_objects
from sscviewer.workbook.values.vocabulary import standard
from sscviewer.workbook.values.words import codes_in_heading, identifier, is_number

_DRUG = frozenset({"study", "drug", "medication", "treatment"})
"""What an action may name as its object."""

GRADES = ("AETOXGR", "AEITOXGR")
"""Number columns that sites fill with words ("Grade 2")."""


def _adverse_events(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    said = column_of(frame, "AETOXGR")
    grade = translate(said, "grade", "")
    initial = translate(column_of(frame, "AEITOXGR"), "grade", "")
    severity = np.where((grade == "") & (said != ""), said, column_of(frame, "AESEV"))
    new = {
        "AETOXGR": np.array([float(g) if g else np.nan for g in grade]),
        "AEITOXGR": np.array([float(g) if g else np.nan for g in initial]),
        "AESEV": translate(severity, "severity"),
        "AESER": translate(column_of(frame, "AESER"), "yes_no"),
        "AERELFL": _related(fields.get("AEREL", ()), column_of(frame, "AEREL")),
        "AEACN": each_once(column_of(frame, "AEACN"), _action),
        "AEOUT": each_once(column_of(frame, "AEOUT"), _outcome),
        "TRTEMFL": translate(column_of(frame, "TRTEMFL"), "emergent"),
    }
    if "AETERM" not in frame and "AEDECOD" in frame:
        new["AETERM"] = column_of(frame, "AEDECOD")
    frame = frame.assign(**new)
    _numeric_severity(frame)
    return _ongoing_by_outcome(context, frame)


def _related(columns: Sequence[Column], said: Texts) -> Texts:
    """Return Y and N; codes are as the heading explains them.

    Where it does not, 1 and 0 are these under "related", unless a 2 or 3 shows that they are degrees of it.
    """
    written = " ".join(column.heading.written for column in columns)
    meant = codes_in_heading(written)
    words = as_objects([meant.get(text, text) for text in said.tolist()])
    known = translate(words, "related", "")
    numbers = {text for text in set(words.tolist()) if is_number(text)}
    if "related" not in english(written) or numbers - {"0", "1"}:
        return known
    return np.where(known == "", translate(words, "yes_no", ""), known)


def _action(text: str) -> str:
    """Return the standard action; what it was done with ("study drug withdrawn") is left out."""
    known = standard("action_taken", text, "")
    if not text or known:
        return known
    bare = " ".join(word for word in text.split() if not _DRUG.issuperset(english(word)))
    return standard("action_taken", bare, text)


def _outcome(text: str) -> str:
    """Return the standard outcome; "not" before a word for resolved is not resolved, whichever the word."""
    negated, _, rest = text.strip().partition(" ")
    is_resolved = standard("outcome", rest, "") == "RECOVERED/RESOLVED"
    if is_resolved and not standard("outcome", text, "") and standard("negation", negated, "") == "NOT":
        return "NOT RECOVERED/NOT RESOLVED"
    return standard("outcome", text) if text else ""


def _numeric_severity(frame: pd.DataFrame) -> None:
    """Move a "severity" of 1 to 5 to the grade, which is what it is."""
    severity = frame["AESEV"].to_numpy(dtype=object)
    is_grade = np.isin(severity, list("12345")) & frame["AETOXGR"].isna().to_numpy()
    if is_grade.any():
        grade = frame["AETOXGR"].to_numpy(dtype=float).copy()
        grade[is_grade] = severity[is_grade].astype(float)
        frame["AETOXGR"] = grade
        frame["AESEV"] = np.where(is_grade, "", severity)


def _ongoing_by_outcome(context: SheetContext, frame: pd.DataFrame) -> pd.DataFrame:
    """Mark events without an end whose outcome is "not resolved" as ongoing, and say how many."""
    if "AENDT" not in frame:
        return frame
    no_end = (
        frame["AENDT"].isna() & (frame["AEENRTPT"] == "") & (frame["AEOUT"] == "NOT RECOVERED/NOT RESOLVED")
    )
    if no_end.any():
        context.findings.add(
            "info",
            "ae.ongoing_from_outcome",
            say(
                "Adverse events without an end date and with the outcome “not recovered”, shown as "
                "ongoing: {n}.",
                n=int(no_end.sum()),
            ),
            sheet=context.table.sheet,
        )
    return frame.assign(AEENRTPT=np.where(no_end, "ONGOING", frame["AEENRTPT"]))


def _disposition(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    reason = column_of(frame, "DSDECOD")
    category = column_of(frame, "DSCAT")
    decoded = translate(reason, "reason")
    if "EOSSTT" in frame:
        status = translate(column_of(frame, "EOSSTT"), "status")
        by_status = translate(column_of(frame, "EOSSTT"), "reason", "")
        decoded = np.where((decoded == "") & (status == "DISCONTINUED"), by_status, decoded)
        decoded = np.where(
            (decoded == "") & np.isin(status, ("COMPLETED", "SCREEN FAILURE")), status, decoded
        )
    else:
        status = np.where(np.isin(decoded, ("COMPLETED", "SCREEN FAILURE")), decoded, "DISCONTINUED")
        status = np.where((translate(reason, "milestone", "") != "") | (reason == ""), "", status)
    if (category != "").any():
        is_end = translate(category, "disposition_event", "") == "Y"
        status = np.where(is_end, status, "")
        decoded = np.where(is_end, decoded, reason)
    _report_unknown_status(context, fields, status)
    said = column_of(frame, "DSTERM")
    milestone = translate(np.where(reason == "", said, reason), "milestone", "")
    decoded = np.where((status == "") & (milestone != ""), milestone, decoded)
    term = np.where(said == "", reason, said)
    return frame.assign(DSDECOD=decoded, EOSSTT=status, DSTERM=term)


def _report_unknown_status(context: SheetContext, fields: Fields, status: Texts) -> None:
    unknown = ~np.isin(status, ("", "COMPLETED", "DISCONTINUED", "ONGOING", "SCREEN FAILURE"))
    if unknown.any():
        context.report(
            unknown,
            fields["EOSSTT"][0],
            "warning",
            "status.unknown",
            lambda text: say(
                "The status “{text}” is not one we know; the patient is counted under it as written.",
                text=text,
            ),
        )


def _visits(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    frame = add_analysis_visits(frame)
    frame = frame.assign(SVSTAT=translate(column_of(frame, "SVSTAT"), "visit_status"))
    if "TARGETDT" in fields:
        columns = fields["TARGETDT"]
        frame = frame.assign(TARGETDT=read_date(context, columns, columns[0].heading.written)[0])
    return frame


def add_analysis_visits(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with AVISIT and AVISITN from VISIT, and its dates where the names are such."""
    frame = with_days_of_names(frame)
    names = column_of(frame, "VISIT")
    known = read_visits(sorted(set(names)))
    return frame.assign(
        VISIT=names,
        AVISIT=as_objects([known[name].avisit for name in names]),
        AVISITN=np.array([known[name].months for name in names], dtype=float),
    )


def _subjects(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    sex = decode_sex(context, fields.get("SEX", ()), translate(column_of(frame, "SEX"), "sex"))
    flags = {
        name: translate(column_of(frame, name), "yes_no")
        for name in (*POPULATION_FLAGS, "DTHFL")
        if name in frame
    }
    arms = {
        name: decode_arm(context, fields.get(name, ()), column_of(frame, name))
        for name in ("TRT01P", "TRT01A")
        if name in frame
    }
    frame = frame.assign(SEX=sex, SSCSUB=translate(column_of(frame, "SSCSUB"), "subset"), **arms, **flags)
    if "SUBJID" not in frame:
        frame = frame.assign(SUBJID=frame["USUBJID"])
    if "BRTHDTC" in fields:
        frame = frame.assign(BRTHDTC=_birth(context, fields))
    return frame


def _birth(context: SheetContext, fields: Fields) -> Texts:
    column = fields["BRTHDTC"][0]
    dates = dates_of(context, column)
    if dates.undecided:
        report_order(context, column, dates.order)
    what = column.heading.written
    context.report(dates.unreadable, column, "warning", "date.unreadable", _not_a_birth_date(what))
    context.report(dates.unknown, column, "info", "date.unknown", _no_birth_date(what))
    return iso_text(dates.first, dates.flag)


def _not_a_birth_date(name: str) -> Callable[[str], str]:
    """Return what to say of a cell; the cell itself is not repeated, it may hold anything."""
    return lambda text: say(
        "{name}: the cell holds no date that can be; the patient is kept without it.", name=name
    )


def _no_birth_date(name: str) -> Callable[[str], str]:
    return lambda text: say(
        "{name}: the cell says that the date of birth is not known; no age is made from it.", name=name
    )


def extra_columns(context: SheetContext, used: set[str], taken: set[str]) -> dict[str, Column]:
    """Return the columns of a subjects sheet that are in no vocabulary, by an upper-case name."""
    extra: dict[str, Column] = {}
    for column in context.table.columns:
        if column.letter in used or column.cells.is_blank:
            continue
        name = identifier(column.heading.written)
        while name in extra or name in taken:
            name += "_"
        extra[name] = column
    return extra


def _either(given: str, decoded: str) -> Words:
    """Return a rule by which the reported term is the standard one where only that was given."""

    def fill(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
        own = column_of(frame, given)
        return frame.assign(**{given: np.where(own == "", column_of(frame, decoded), own)})

    return fill


WORDS: dict[str, Words] = {
    "adverse_events": _adverse_events,
    "exposure": exposure_words,
    "disposition": _disposition,
    "visits": _visits,
    "subjects": _subjects,
    "medications": _either("CMTRT", "CMDECOD"),
    "history": _either("MHTERM", "MHDECOD"),
    "event_times": days_to_events,
}
