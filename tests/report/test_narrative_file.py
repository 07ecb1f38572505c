"""The document of narratives, read back: each patient on a page, with text, cells and picture."""

import io

import docx
import pytest
from PIL import Image

from sscviewer.analysis.narratives.facts import Clause
from sscviewer.analysis.narratives.narrative import Narrative
from sscviewer.report.narrative_file import NOBODY, narratives_docx


@pytest.fixture(scope="module")
def picture():
    out = io.BytesIO()
    Image.new("RGB", (4, 3), "white").save(out, "PNG")
    return lambda usubjid: out.getvalue()


def story(usubjid):
    return Narrative(
        usubjid, "death", ((Clause("Patient A", ("DM!B2",)),), (Clause("It ended", ("AE!C3", "DM!B2")),))
    )


def test_each_patient_has_text_cells_and_picture(picture):
    file = docx.Document(io.BytesIO(narratives_docx([story("A"), story("B")], picture, "from x.xlsx")))
    texts = [paragraph.text for paragraph in file.paragraphs]
    assert "Patient A: death" in texts
    assert "Patient B: death" in texts
    assert texts.count("Recorded in: DM!B2, AE!C3.") == 2
    assert len(file.inline_shapes) == 2
    assert file.sections[0].footer.paragraphs[0].text.startswith("from x.xlsx")


def test_nobody_to_tell_is_said(picture):
    file = docx.Document(io.BytesIO(narratives_docx([], picture, "")))
    assert NOBODY in [paragraph.text for paragraph in file.paragraphs]
