"""Arms written in numbers: which of them is the control is asked, never taken for granted."""

import numpy as np

from sscviewer.model.questions import Example, Question
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.tables.header import Column
from sscviewer.workbook.rows.fields import SheetContext, Texts
from sscviewer.workbook.rows.sex_codes import AS_WRITTEN
from sscviewer.workbook.values.words import is_number

_MOST = 4
"""More different numbers are doses, or centres."""

_IS_CONTROL = " is the control"


def decode_arm(context: SheetContext, columns: tuple[Column, ...], arm: Texts) -> Texts:
    """Return arms with the code of the control named, as the user said; ask where nobody did.

    Parameters
    ----------
    arm
        (n,) what is written, "" where nothing is.
    """
    codes = sorted({str(text) for text in arm.tolist() if text})
    if not columns or not 2 <= len(codes) <= _MOST or not all(map(is_number, codes)):
        return arm
    column = columns[0]
    said = context.table.said("arm_codes", context.table.name_of(column))
    if not said:
        context.findings.ask(_question(context.table.sheet, column, context.table.name_of(column), codes))
        return arm
    control = said.removesuffix(_IS_CONTROL)
    if control == said:
        return arm
    named = {code: _called(code, control) for code in codes}
    return np.array([named.get(str(text), text) for text in arm.tolist()], dtype=object)


def _called(code: str, control: str) -> str:
    return f"Control ({code})" if code == control else f"Arm {code}"


def _question(sheet: str, column: Column, name: str, codes: list[str]) -> Question:
    options = (*(f"{code}{_IS_CONTROL}" for code in codes), AS_WRITTEN)
    examples = tuple(
        Example(code, (*(_called(code, control) for control in codes), say("arm {code}", code=code)))
        for code in codes
    )
    return Question(
        "arm_codes",
        sheet,
        column.letter,
        say(
            "Arms in column “{written}” are {codes} and {codes2}: which of them is the control, "
            "with which the others are compared?",
            written=column.heading.written,
            codes=", ".join(codes[:-1]),
            codes2=codes[-1],
        ),
        options,
        AS_WRITTEN,
        name,
        examples,
    )
