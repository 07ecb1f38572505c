"""Every text that a file gets is one that the file may hold, whatever a cell or a user wrote."""

import io
import zipfile
from datetime import date
from xml.etree import ElementTree

import openpyxl
import pytest

from sscviewer.model.plain_text import plain_text
from sscviewer.plots.charts.axes import number_axis
from sscviewer.plots.charts.chart import Figure, save_chart
from sscviewer.plots.charts.interval_plot import Dot, IntervalPlot, IntervalRow, Intervals
from sscviewer.report.document_file import document_pdf, docx_bytes
from sscviewer.report.table_file import Table, comma_separated, xlsx_bytes
from sscviewer.report.trial_report import Document, Section

ODD = [*map(chr, (*range(9), 11, 12, *range(14, 32), 127, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF))]
FINE = "Übelkeit\t≥ 2\nnach 5 µg 𝛽\u0085\u202f1"


def xml_holds(text):
    return all(
        c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c > "\uffff" for c in text
    )


@pytest.mark.parametrize("odd", ODD, ids=lambda c: f"{ord(c):04X}")
def test_no_character_that_xml_forbids_and_nothing_else_goes(odd):
    clean = plain_text(f"Nau{odd}sea")
    assert xml_holds(clean)
    assert clean.replace("\n", "") == "Nausea"
    assert plain_text(FINE) == FINE


def test_every_kind_of_file_is_written(qapp, tmp_path):
    text = "Nau" + "".join(ODD) + "sea"
    row = IntervalRow(text, (Dot(1.0, 0.5, 2.0, text),), text)
    data = Intervals((row,), number_axis(0.0, 3.0, text), (), (), text, text)
    figure = Figure("x", text, lambda ink: IntervalPlot(ink, data), text)
    table = Table("x", text, (text, "n"), ((text, "1"),), frozenset({1}), (text,))
    document = Document(text, (Section("x", text, table, figure, text),), text)
    for suffix in (".svg", ".pdf", ".png"):
        save_chart(tmp_path / f"x{suffix}", figure)
    ElementTree.parse(tmp_path / "x.svg")
    with zipfile.ZipFile(io.BytesIO(docx_bytes(document))) as parts:
        for name in parts.namelist():
            if name.endswith(".xml"):
                ElementTree.fromstring(parts.read(name))
    assert document_pdf(document).startswith(b"%PDF")
    book = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(table, date(2020, 1, 1))))
    assert book["Table"]["A2"].value.replace("\n", "") == "Nausea"
    assert xml_holds(comma_separated(table.columns, table.rows).removeprefix("\ufeff"))
