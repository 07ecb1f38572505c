"""The checklists: every item asks something; an answer names what there is, or says it is for the authors."""

import io
import re

import docx
import openpyxl
import pytest

from sscviewer.analysis.plan.lines import PARTS as PLAN_PARTS
from sscviewer.report.checklists import CHECKLISTS, NOT_HERE, checklist, checklists_document
from sscviewer.report.document_docx import docx_bytes
from sscviewer.report.parts import PARTS
from sscviewer.report.table_file import write_table

NUMBERS = {"harms": 23, "pilot": 40}
"""Items about harms; and of CONSORT's 26 for pilots with their letters. **Source**: the two statements."""


@pytest.mark.parametrize("name", CHECKLISTS)
def test_every_item_stands_once_and_asks_something(name):
    rows = checklist(name).rows
    numbers = [row[0] for row in rows]
    assert len(numbers) == len(set(numbers)) == NUMBERS[name]
    assert all(row[2].endswith(".") and row[3].endswith(".") for row in rows)


@pytest.mark.parametrize("name", CHECKLISTS)
def test_answers_name_parts_that_there_are(name):
    report = {words.casefold() for words in PARTS.values()}
    plan = {words.casefold() for words in PLAN_PARTS.values()}
    pointed = 0
    for row in checklist(name).rows:
        for page, known in (("Report", report), ("Plan", plan)):
            said = re.search(rf"\b{page}: ([A-Z][^;.,]*)", row[3])
            if said is None:
                continue
            named = [words for words in known if words in said[1].casefold()]
            assert named or said[1].startswith("the "), (row[0], said[1])
            pointed += 1
    assert pointed > 5
    assert any(row[3] == NOT_HERE for row in checklist(name).rows)


def test_both_are_written_as_document_and_as_workbook(qapp, tmp_path):
    file = docx.Document(io.BytesIO(docx_bytes(checklists_document("Checklists", "from x.xlsx"))))
    assert [len(table.rows) - 1 for table in file.tables] == [NUMBERS[name] for name in CHECKLISTS]
    write_table(tmp_path / "list.xlsx", checklist("harms"))
    sheet = openpyxl.load_workbook(tmp_path / "list.xlsx")["Table"]
    assert sheet.max_row == NUMBERS["harms"] + 1
