"""The document as Word file and PDF: captions, references, pages, heads, rows, widths, style; read back."""

import io
import re
import zipfile

import docx
import pypdfium2
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from sscviewer.report.abbreviations import abbreviations
from sscviewer.report.column_widths import PORTRAIT_MM, column_widths, needs_landscape
from sscviewer.report.document import Document, Paragraph, Section
from sscviewer.report.document_docx import docx_bytes
from sscviewer.report.document_pdf import document_pdf
from sscviewer.report.house_style import BRITISH, HouseStyle, american, in_style
from sscviewer.report.table_file import Table

HEADS = ("Endpoint", "n", "Estimate")
SMALL = Table("small", "Table 1. A small one", HEADS, (("Anaemia", "3", "1.5 (0.2 to 2.8)"),), notes=("SD.",))
LONG = Table("long", "A long one", HEADS, tuple((f"{at:03d}end", "7", "−1.5") for at in range(150)))
WIDE = Table("wide", "A wide one", tuple(f"Heading{at}ofcolumn" for at in range(12)), (("1",) * 12,))


@pytest.fixture(scope="module")
def document(qapp):
    said = (Paragraph("The share was 12 % (n = 3).", "Patients", ("small", "long", "absent")),)
    sections = (
        Section("results", "Results", paragraphs=said),
        Section("small", "Small", table=SMALL),
        Section("wide", "Wide", table=WIDE),
        Section("long", "Long", table=LONG),
    )
    cover = (("Source file", "x.xlsx"),)
    return in_style(Document("Report", sections, "from x.xlsx", cover), BRITISH)


def closed(text):
    """Return a text of a page without spaces: where they lie is the reader's guess."""
    return "".join(text.split())


@pytest.fixture(scope="module")
def word(document):
    return docx.Document(io.BytesIO(docx_bytes(document)))


@pytest.fixture(scope="module")
def pages(document):
    pdf = pypdfium2.PdfDocument(document_pdf(document))
    return [(page.get_size(), page.get_textpage().get_text_range()) for page in pdf]


def test_captions_are_numbered_by_word_and_referred_to(word):
    captions = [p.text.replace("\u00a0", " ") for p in word.paragraphs if p.style.name == "Caption"]
    assert captions == ["Table 1. A small one.", "Table 2. A wide one.", "Table 3. A long one."]
    xml = word.element.xml
    marks = set(re.findall(r'bookmarkStart[^>]*w:name="([^"]+)"', xml))
    referred = re.findall(r"REF (\S+) ", xml)
    assert referred == ["ref_small", "ref_long"]
    assert set(referred) <= marks
    ids = re.findall(r'bookmarkStart w:id="(\d+)"', xml)
    assert len(ids) == len(set(ids)) == 3
    assert any("(Table 1, Table 3)" in p.text.replace("\u00a0", " ") for p in word.paragraphs)


def test_heads_repeat_rows_stay_whole_and_tables_say_what_they_are(word):
    for table in word.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_pages_have_numbers_and_wide_tables_lie_across(word, pages):
    turned = [page.orientation == WD_ORIENT.LANDSCAPE for page in word.sections]
    assert turned == [False, True, False]
    assert all({"PAGE", "NUMPAGES"} <= set(page.footer._element.xml.split()) for page in word.sections)
    wide = [size[0] > size[1] for size, _ in pages]
    assert wide == ["Heading3ofcolumn" in closed(text) for _, text in pages]
    assert all(f"Page{at}of{len(pages)}" in closed(text) for at, (_, text) in enumerate(pages, 1))


def test_heads_of_a_long_table_stand_on_each_page_and_no_row_is_lost(pages):
    long = [closed(text) for _, text in pages if "end" in closed(text)]
    assert len(long) > 1
    assert all("Estimate" in text for text in long)
    rows = [int(number) for text in long for number in re.findall(r"(\d{3})end", text)]
    assert rows == list(range(150))


def test_no_heading_stands_at_the_end_of_a_page(pages):
    for _, text in pages:
        before_foot = closed(text).rpartition("fromx.xlsx")[0]
        assert not before_foot.endswith(("Small", "Wide", "Long", "Results", "one."))


@pytest.mark.parametrize("table", [SMALL, LONG, WIDE], ids=lambda table: table.name)
def test_columns_fill_the_page_and_the_longest_words_fit(table, qapp):
    room = 261.0 if needs_landscape(table) else PORTRAIT_MM
    widths = column_widths(table, room)
    assert sum(widths) == pytest.approx(room)
    # A letter of Arial at 8 pt is at least 0.6 mm wide.
    columns = [(head, *(row[at] for row in table.rows)) for at, head in enumerate(table.columns)]
    longest = [max(len(word) for cell in cells for word in cell.split()) for cells in columns]
    assert all(width > 0.6 * n for width, n in zip(widths, longest, strict=True))


def test_style_is_the_journals(document):
    shut = in_style(document, HouseStyle(american=True, spaced_percent=False))
    assert shut.sections[0].said[0].text == "The share was 12% (n\u00a0=\u00a03)."
    assert document.sections[0].said[0].text == "The share was 12\u00a0% (n\u00a0=\u00a03)."
    assert shut.sections[1].table.rows[0][0] == "Anemia"
    events = Document("", (Section("adverse_events", "Oedema", table=SMALL),), "")
    (kept,) = in_style(events, HouseStyle(american=True)).sections
    assert (kept.heading, kept.table.rows[0][0]) == ("Edema", "Anaemia")


@pytest.mark.parametrize(
    ("british", "said"),
    [
        ("Analysed by centre", "Analyzed by center"),
        ("Two analyses", "Two analyses"),
        ("Haemoglobin", "Hemoglobin"),
    ],
)
def test_american_words(british, said):
    assert american(british) == said


@pytest.mark.parametrize("rows", [20, 150], ids=["headings move", "long tables"])
def test_everything_is_painted(qapp, rows):
    """Headings that move to the next page, tables over several: every text of the document is in the file."""
    heads = ("Event", *(f"Column{at}" for at in range(9)))
    body = (("Anaemia", *["1.5"] * 9),) * rows
    sections = [
        Section(
            f"s{at}",
            f"Heading{at}",
            table=Table(f"s{at}", f"Caption{at}", heads, body, notes=(f"Note{at} after.",)),
            paragraphs=(Paragraph(f"Said{at}.", f"Head{at}", ()),),
        )
        for at in range(4)
    ]
    sections = [
        one
        for of in zip(
            sections, (Section(f"t{at}", f"Text{at}", text="None.") for at in range(4)), strict=True
        )
        for one in of
    ]
    pdf = pypdfium2.PdfDocument(
        document_pdf(in_style(Document("Report", tuple(sections), "x.xlsx"), BRITISH))
    )
    painted = closed("".join(page.get_textpage().get_text_range() for page in pdf))
    kinds = ("Heading{}", "Caption{}.", "Said{}.", "Note{}after.", "Text{}")
    missing = [kind.format(at) for at in range(4) for kind in kinds if kind.format(at) not in painted]
    assert not missing


def test_abbreviations_are_those_used(document):
    names = {"FVC": "forced vital capacity", "Age": "Age", "KL-6": "Krebs von den Lungen 6"}
    told = Document("", (*document.sections, Section("x", "KL-6 fell")), "")
    assert abbreviations(told, names) == (
        "KL-6, Krebs von den Lungen 6; n, number of patients with the value; SD, standard deviation"
    )


def test_control_characters_break_nothing(qapp):
    bad = "a\x00b\x0bc\x1f\ud800"
    table = Table("t", bad, (bad, "n"), ((bad, "1"),), notes=(bad,))
    document = Document(
        bad, (Section("t", bad, table=table, paragraphs=(Paragraph(bad, bad, ("t",)),)),), bad
    )
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as parts:
        assert parts.testzip() is None
    file = docx.Document(io.BytesIO(docx_bytes(document)))
    assert file.tables[0].rows[1].cells[0].text == "ab\nc"
    assert len(pypdfium2.PdfDocument(document_pdf(document))) == 1


def test_a_printed_table_has_three_lines(qapp):
    pdf = pypdfium2.PdfDocument(document_pdf(Document("Report", (Section("s", "Small", table=SMALL),), "")))
    drawn = pdf[0].render(scale=4).to_numpy()[:, :, 0] < 128
    lines = drawn.mean(axis=1) > 0.7
    assert (lines[1:] & ~lines[:-1]).sum() == 3
