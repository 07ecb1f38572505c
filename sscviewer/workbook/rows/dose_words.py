"""What the words in a log of doses mean: how often, per day or per intake, on one day, held."""

import numpy as np
import numpy.typing as npt
import pandas as pd

from sscviewer.model.counted import counted
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Fields
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.evidence.words.tokens import english
from sscviewer.workbook.rows.fields import SheetContext, Texts
from sscviewer.workbook.rows.tablets import ask_about_tablets, of_tablets
from sscviewer.workbook.rows.translated import column_of, each_once, translate
from sscviewer.workbook.values.cells import as_objects
from sscviewer.workbook.values.dose_text import intakes_per_day, is_per_day
from sscviewer.workbook.values.values_in_cells import read_numbers
from sscviewer.workbook.values.vocabulary import standard

_INFUSED = frozenset({"infusion", "injection"})
"""What is done on one day."""
_GIVEN = frozenset({"administration", "given"})
"""Is done on one day only where the drug does not go by mouth, which the sheet must say."""
_BEGINS = frozenset({"start", "begin", "from", "first"})


def exposure_words(context: SheetContext, fields: Fields, frame: pd.DataFrame, domain: str) -> pd.DataFrame:
    """Return the log of doses with the dose of a day, its unit and what was done (`record_words.WORDS`)."""
    per_day = each_once(column_of(frame, "EXDOSFRQ"), _per_day).astype(float)
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
    unit = column_of(frame, "EXDOSU")
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
    said = [column_of(frame, "EXDOSU"), *(c.cells.texts for c in fields.get("EXDOSE", ()))]
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
    action = translate(column_of(frame, "EXACN"), "action_taken")
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
    goes_on = bool(words & _BEGINS) or "EXDAILY" in frame or bool((column_of(frame, "EXDOSFRQ") != "").any())
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
