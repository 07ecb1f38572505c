"""What the words in a table's text columns mean, per table (from values.toml)."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.counted import counted
from sscviewer.model.dates import iso_text
from sscviewer.model.sentence import say
from sscviewer.model.tables import POPULATION_FLAGS
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.evidence.words.visit_names import read_visits
from sscviewer.workbook.rows.arm_codes import decode_arm
from sscviewer.workbook.rows.calendar_visits import with_days_of_names
from sscviewer.workbook.rows.event_times import days_to_events
from sscviewer.workbook.rows.fields import SheetContext, Texts, dates_of, read_date, report_order
from sscviewer.workbook.rows.sex_codes import decode_sex
from sscviewer.workbook.rows.tablets import ask_about_tablets, of_tablets
from sscviewer.workbook.values.cells import as_objects
from sscviewer.workbook.values.dose_text import intakes_per_day, is_per_day
from sscviewer.workbook.values.values_in_cells import read_numbers
from sscviewer.workbook.values.vocabulary import standard
from sscviewer.workbook.values.words import identifier

Words = Callable[[SheetContext, Fields, pd.DataFrame, str], pd.DataFrame]

_DRUG = frozenset({"study", "drug", "medication", "treatment"})
"""What an action may name as its object."""

_INFUSED = frozenset({"infusion", "injection"})
"""What is done on one day."""
_GIVEN = frozenset({"administration", "given"})
"""Is done on one day only where the drug does not go by mouth, which the sheet must say."""
_BEGINS = frozenset({"start", "begin", "from", "first"})

GRADES = ("AETOXGR", "AEITOXGR")
"""Number columns that sites fill with words ("Grade 2")."""


def translate(texts: Texts, group: str, default: str | None = None) -> Texts:
    """Return the standard terms; words we do not know stay as written (or become `default`)."""
    return _each(texts, lambda text: standard(group, text, default) if text else "")


def _each(texts: Texts, meaning: Callable[[str], object]) -> Texts:
    """Return what each text means; each different one is asked once."""
    found = {text: meaning(str(text)) for text in set(texts)}
    return as_objects([found[text] for text in texts])


def _column(frame: pd.DataFrame, name: str) -> Texts:
    if name in frame:
        return frame[name].to_numpy(dtype=object)
    return np.full(len(frame), "", dtype=object)


def _adverse_events(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    said = _column(frame, "AETOXGR")
    grade = translate(said, "grade", "")
    initial = translate(_column(frame, "AEITOXGR"), "grade", "")
    severity = np.where((grade == "") & (said != ""), said, _column(frame, "AESEV"))
    new = {
        "AETOXGR": np.array([float(g) if g else np.nan for g in grade]),
        "AEITOXGR": np.array([float(g) if g else np.nan for g in initial]),
        "AESEV": translate(severity, "severity"),
        "AESER": translate(_column(frame, "AESER"), "yes_no"),
        "AERELFL": _related(fields.get("AEREL", ()), _column(frame, "AEREL")),
        "AEACN": _each(_column(frame, "AEACN"), _action),
        "AEOUT": _each(_column(frame, "AEOUT"), _outcome),
        "TRTEMFL": translate(_column(frame, "TRTEMFL"), "emergent"),
    }
    if "AETERM" not in frame and "AEDECOD" in frame:
        new["AETERM"] = _column(frame, "AEDECOD")
    frame = frame.assign(**new)
    _numeric_severity(frame)
    return _ongoing_by_outcome(context, frame)


def _related(columns: Sequence[Column], said: Texts) -> Texts:
    """Return Y and N; 1 and 0 are these where the heading asks "related", not for a degree of it."""
    asked = any("related" in english(column.heading.written) for column in columns)
    as_asked = translate(said, "yes_no", "") if asked else as_objects([""] * len(said))
    known = translate(said, "related", "")
    return np.where(known == "", as_asked, known)


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


def _exposure(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    per_day = _each(_column(frame, "EXDOSFRQ"), _per_day).astype(float)
    unknown = np.isnan(per_day)
    if unknown.any():
        context.report(
            unknown,
            fields["EXDOSFRQ"][-1],  # what stands in the cell of a dose is known
            "warning",
            "dose.frequency",
            lambda text: say(
                "Dosing frequency “{text}” is not known; the daily dose cannot be worked out and the "
                "record is counted in no dose.",
                text=text,
            ),
        )
    # the whole dose was given on the one day of a record, however long until the next ("q4w")
    per_day = np.where(_of_one_day(frame) & (per_day < 1), 1.0, per_day)
    per_day = _halved(context, fields, frame, per_day)
    ask_about_tablets(context, fields)
    frame = of_tablets(fields, frame)
    dose = frame["EXDOSE"] if "EXDOSE" in frame else pd.Series(np.nan, index=frame.index)
    worked_out = dose * per_day
    daily = frame["EXDAILY"].fillna(worked_out) if "EXDAILY" in frame else worked_out
    unit = _column(frame, "EXDOSU")
    bracket = next((c.heading.bracket for name in ("EXDAILY", "EXDOSE") for c in fields.get(name, ())), "")
    unit = np.where(unit == "", bracket, unit)
    beside = _unit_beside(fields, len(frame))
    frame = _of_single_days(context, fields, _with_actions(context, fields, frame))
    return frame.assign(EXDAILY=daily, EXDOSE=dose.fillna(daily), EXDOSU=np.where(beside == "", unit, beside))


def _halved(
    context: SheetContext, fields: Fields, frame: pd.DataFrame, per_day: npt.NDArray[np.float64]
) -> npt.NDArray[np.float64]:
    """Return the intakes by which doses count: a dose whose unit is per day ("mg/day") is that of a day.

    Several intakes then share it. One less often than daily is still spread: "15 mg/day" weekly is 15 mg on
    one day of seven.
    """
    heading = any(is_per_day(text) for c in fields.get("EXDOSE", ()) for text in _heading_texts(c))
    said = [_column(frame, "EXDOSU"), *(c.cells.texts for c in fields.get("EXDOSE", ()))]
    of_a_day = np.array(
        [heading or any(is_per_day(str(text)) for text in row) for row in zip(*said, strict=True)],
        dtype=np.bool_,
    )
    shared = of_a_day & (per_day > 1)
    if shared.any():
        context.findings.add(
            "info",
            "dose.per_day",
            say(
                "The unit says that the dose is that of a day; how often it was taken divides it and "
                "does not multiply it ({records}).",
                records=counted(int(shared.sum()), "record"),
            ),
            sheet=context.table.sheet,
        )
    return np.where(shared, 1.0, per_day)


def _of_one_day(frame: pd.DataFrame) -> npt.NDArray[np.bool_]:
    """Return which records begin and end on one day, at whatever time."""
    if "ASTDT" not in frame or "AENDT" not in frame:
        return np.zeros(len(frame), dtype=bool)
    start, end = (frame[name].to_numpy(dtype="datetime64[D]") for name in ("ASTDT", "AENDT"))
    same: npt.NDArray[np.bool_] = start == end
    return same


def _with_actions(context: SheetContext, fields: Fields, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the log with what was done, also where it stands in the cell of the dose ("interrupted")."""
    action = translate(_column(frame, "EXACN"), "action_taken")
    for column in (*fields.get("EXDOSE", ()), *fields.get("EXDAILY", ())):
        in_cell = translate(column.cells.texts, "action_taken", "") == "DRUG INTERRUPTED"
        cells = {context.table.cell(column.letter, row) for row in np.flatnonzero(in_cell).tolist()}
        context.findings.drop({"value.not_numeric"}, {(context.table.sheet, cell) for cell in cells})
        action = np.where(in_cell, "DRUG INTERRUPTED", action)
    return frame.assign(EXACN=action) if (action != "").any() else frame


def _of_single_days(context: SheetContext, fields: Fields, frame: pd.DataFrame) -> pd.DataFrame:
    """Return a log without ends whose only date is that of an infusion, an injection: each ends that day.

    By what is said of it, since the dates of a log of changed doses, each of which goes on, may look the
    same. A dose per day and one by mouth go on.
    """
    words = {word for column in fields.get("ASTDT", ()) for word in english(column.heading.written)}
    goes_on = bool(words & _BEGINS) or "EXDAILY" in frame or bool((_column(frame, "EXDOSFRQ") != "").any())
    if "AENDT" in frame or goes_on or not words & (_INFUSED | _GIVEN) or _is_per_day(fields):
        return frame
    routes = _routes(context)
    names = (context.table.title, *(c.heading.written for c in context.table.columns))
    is_infused = bool({word for text in names for word in english(text)} & _INFUSED) or bool(routes)
    if "ORAL" in routes or not is_infused:
        return frame
    return frame.assign(AENDT=frame["ASTDT"], AENDTF=frame["ASTDTF"])


def _is_per_day(fields: Fields) -> bool:
    """Return whether the unit of the doses, in a heading, its own column or beside the number, is per day."""
    doses = fields.get("EXDOSE", ())
    said = [text for c in doses for text in _heading_texts(c)]
    cells = [text for c in (*doses, *fields.get("EXDOSU", ())) for text in c.cells.unique_texts]
    return any(map(is_per_day, (*said, *cells)))


def _heading_texts(column: Column) -> tuple[str, str]:
    return column.heading.written, column.heading.bracket


def _routes(context: SheetContext) -> set[str]:
    """Return the ways in which drugs are given, of a column whose cells all are such."""
    for column in context.table.columns:
        texts = [text for text in column.cells.unique_texts if text.strip()]
        routes = {standard("route", text, "") for text in texts}
        if routes and "" not in routes:
            return routes
    return set()


def _unit_beside(fields: Fields, n: int) -> Texts:
    """Return the unit that stands beside the number in the cell of a dose ("0.1 g"); "" where none does."""
    found = as_objects([""] * n)
    for column in (*fields.get("EXDOSE", ()), *fields.get("EXDAILY", ())):
        found = np.where(found == "", read_numbers(column.cells).unit, found)
    return found


def _per_day(text: str) -> float:
    return intakes_per_day(text) if text else 1.0


def _disposition(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    reason = _column(frame, "DSDECOD")
    category = _column(frame, "DSCAT")
    decoded = translate(reason, "reason")
    if "EOSSTT" in frame:
        status = translate(_column(frame, "EOSSTT"), "status")
        by_status = translate(_column(frame, "EOSSTT"), "reason", "")
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
    said = _column(frame, "DSTERM")
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
    frame = frame.assign(SVSTAT=translate(_column(frame, "SVSTAT"), "visit_status"))
    if "TARGETDT" in fields:
        columns = fields["TARGETDT"]
        frame = frame.assign(TARGETDT=read_date(context, columns, columns[0].heading.written)[0])
    return frame


def add_analysis_visits(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with AVISIT and AVISITN from VISIT, and its dates where the names are such."""
    frame = with_days_of_names(frame)
    names = _column(frame, "VISIT")
    known = read_visits(sorted(set(names)))
    return frame.assign(
        VISIT=names,
        AVISIT=as_objects([known[name].avisit for name in names]),
        AVISITN=np.array([known[name].months for name in names], dtype=float),
    )


def _subjects(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    sex = decode_sex(context, fields.get("SEX", ()), translate(_column(frame, "SEX"), "sex"))
    flags = {
        name: translate(_column(frame, name), "yes_no")
        for name in (*POPULATION_FLAGS, "DTHFL")
        if name in frame
    }
    arms = {
        name: decode_arm(context, fields.get(name, ()), _column(frame, name))
        for name in ("TRT01P", "TRT01A")
        if name in frame
    }
    frame = frame.assign(SEX=sex, SSCSUB=translate(_column(frame, "SSCSUB"), "subset"), **arms, **flags)
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
        own = _column(frame, given)
        return frame.assign(**{given: np.where(own == "", _column(frame, decoded), own)})

    return fill


WORDS: dict[str, Words] = {
    "adverse_events": _adverse_events,
    "exposure": _exposure,
    "disposition": _disposition,
    "visits": _visits,
    "subjects": _subjects,
    "medications": _either("CMTRT", "CMDECOD"),
    "history": _either("MHTERM", "MHDECOD"),
    "event_times": days_to_events,
}
