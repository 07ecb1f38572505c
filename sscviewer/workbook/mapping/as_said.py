"""What the sheets are, with what was said about their cells: answers now, or kept for files of the shape."""

from collections.abc import Sequence
from pathlib import Path

from sscviewer.model.questions import Answer, Answers
from sscviewer.model.sentence import say
from sscviewer.workbook.evidence.sheets.recognised import Recognised
from sscviewer.workbook.findings import Findings
from sscviewer.workbook.layouts.recognise_sheets import recognise_sheets
from sscviewer.workbook.mapping.library import shape_of, stored_mapping
from sscviewer.workbook.mapping.mapping import Mapping, answered
from sscviewer.workbook.values.cells import Sheet
from sscviewer.workbook.values.words import key


def recognise_as_said(
    sheets: Sequence[Sheet],
    mapping: Mapping | None,
    library: Path | None,
    answers: Answers,
    findings: Findings,
) -> tuple[list[Recognised], str, Mapping]:
    """Return what the sheets are, the workbook's shape, and the mapping with all that was said.

    The shape is that of the sheets as they are without any answer, so that answers are found by it.

    Parameters
    ----------
    mapping
        None for the one that the library keeps for the shape, if any.
    answers
        They go before those of the mapping.
    """
    looked = Findings()
    recognised = recognise_sheets(sheets, looked)
    shape = shape_of(recognised)
    said = answered(mapping or stored_mapping(library, shape, findings), answers)
    if said.answers:
        looked = Findings()
        recognised = recognise_sheets(sheets, looked, said.answers)
        _report_unused(said.answers, recognised, looked)
    findings.extend(looked.issues())
    return recognised, shape, said


def _report_unused(answers: Answers, recognised: Sequence[Recognised], findings: Findings) -> None:
    """Name the answers about sheets or columns that this file has not."""
    tables = [found.table for found in recognised]
    sheets = {key(table.sheet) for table in tables}
    headings = {key(c.heading.written) for table in tables for c in table.columns}
    for answer in answers:
        if key(answer.sheet) not in sheets or (answer.column and key(answer.column) not in headings):
            findings.add("warning", "mapping.unmatched", _unused(answer), sheet=answer.sheet)
        else:
            findings.add("info", "question.answered", _used(answer), sheet=answer.sheet)


def _used(answer: Answer) -> str:
    where = say("column “{column}”", column=answer.column) if answer.column else say("the sheet")
    return say(
        "{capitalize} of {where}: “{option}”, as you said.",
        capitalize=answer.id.replace("_", " ").capitalize(),
        where=where,
        option=answer.option,
    )


def _unused(answer: Answer) -> str:
    where = (
        say("column “{column}” of sheet “{sheet}”", column=answer.column, sheet=answer.sheet)
        if answer.column
        else say("“{sheet}”", sheet=answer.sheet)
    )
    return say(
        "An answer (“{option}”) is kept about {where}, which is not in this file; it was not used.",
        option=answer.option,
        where=where,
    )
