"""Excel errors, formulas never calculated, hidden parts and the 1904 calendar, in every kind of workbook."""

import io
import struct
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from sscviewer.workbook import UnusableFile, load_study
from sscviewer.workbook.child import biff, ods, ooxml, xlsb
from sscviewer.workbook.child.unseen import ranges

DAY_2008 = 39522
"""15 March 2008 in the 1900 calendar, as Excel shows it when the cell is formatted as a number."""
FROM_1900_TO_1904 = 1462


def found(loaded, code: str) -> list[tuple[str, str, str]]:
    return [(i.sheet, i.cell, i.usubjid) for i in loaded.report.issues if i.code == code]


def said(loaded, code: str) -> list[str]:
    return [i.message for i in loaded.report.issues if i.code == code]


def lung_function(serial: int) -> list[list[object]]:
    return [
        ["Subject", "Visit", "Date", "FVC (L)"],
        ["A", "Baseline", serial, 2.5],
        ["B", "Baseline", serial, 3],
    ]


@pytest.mark.parametrize("date1904", [False, True])
def test_day_numbers_are_of_the_workbooks_calendar(tmp_path, date1904):
    path = tmp_path / "trial.xlsx"
    serial = DAY_2008 - FROM_1900_TO_1904 * date1904
    with xlsxwriter.Workbook(path, {"date_1904": date1904}) as book:
        sheet, day = book.add_worksheet("PFT"), book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(lung_function(serial)):
            sheet.write_row(number, 0, row)
        sheet.write_datetime(2, 2, date(2008, 3, 15), day)
    loaded = load_study(path)
    assert [str(d)[:10] for d in loaded.study.column("measurements", "ADT")] == ["2008-03-15"] * 2
    (message,) = said(loaded, "date.serial")
    assert ("1904 calendar, which this workbook uses" in message) is date1904
    assert "2008-03-15" in message


def test_day_numbers_of_xml_spreadsheet_2003(tmp_path):
    rows = "".join(
        "<Row>"
        + "".join(
            f'<Cell><Data ss:Type="{"String" if isinstance(c, str) else "Number"}">{c}</Data></Cell>'
            for c in row
        )
        + "</Row>"
        for row in lung_function(DAY_2008 - FROM_1900_TO_1904)
    )
    path = tmp_path / "trial.xls"
    path.write_text(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>'
        f'<Worksheet ss:Name="PFT"><Table><Column ss:Index="4" ss:Hidden="1"/>{rows}</Table>'
        "</Worksheet></Workbook>"
    )
    loaded = load_study(path)
    assert [str(d)[:10] for d in loaded.study.column("measurements", "ADT")] == ["2008-03-15"] * 2
    assert said(loaded, "sheet.hidden_parts") == [
        "Hidden in Excel: column D (“FVC (L)”); they were read like all others."
    ]


def errors_book(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "PFT"
    for row in (
        ["Subject", "Visit", "Date", "FVC (L)", "Initials"],
        ["A", "Baseline", "2008-03-15", "#N/A", "ab"],
        ["B", "Baseline", "#REF!", 2.5, "cd"],
        ["#VALUE!", "Baseline", "2008-03-15", 3.5, "ef"],
        ["C", "Baseline", "2008-03-15", 3, "gh"],
    ):
        sheet.append(row)
    notes = book.create_sheet("Notes")
    notes.append(["An error", "#DIV/0!"])
    book.save(path)
    return path


def test_an_error_is_said_once_with_what_was_done(tmp_path):
    loaded = load_study(errors_book(tmp_path / "trial.xlsx"))
    assert found(loaded, "cell.error") == [("PFT", "D2", "A"), ("PFT", "C3", "B"), ("PFT", "A4", "")]
    assert said(loaded, "cell.error")[0] == (
        "The cell holds the Excel error #N/A instead of a value; nothing is drawn or computed from it."
    )
    of_those_cells = [i.code for i in loaded.report.issues if i.cell in ("D2", "C3")]
    assert of_those_cells == ["cell.error", "cell.error"]
    assert found(loaded, "row.no_patient") == [("PFT", "A4", "")]
    assert loaded.study.usubjids == ("A", "B", "C")
    assert found(loaded, "cell.error_not_read") == [("Notes", "B1", "")]


def test_hidden_columns_and_rows_are_named_and_read(tmp_path):
    path = tmp_path / "trial.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("PFT")
        for number, row in enumerate(lung_function(DAY_2008)):
            sheet.write_row(number, 0, row)
        sheet.set_column(1, 2, 10, None, {"hidden": True})
        sheet.set_column(20, 16383, 10, None, {"hidden": True})
        sheet.autofilter(0, 0, 2, 3)
        sheet.filter_column(0, "x == B")
        sheet.set_row(1, None, None, {"hidden": True})
    loaded = load_study(path)
    assert said(loaded, "sheet.hidden_parts") == [
        "Hidden in Excel: columns B (“Visit”), C (“Date”); row 2 (a filter is set); "
        "they were read like all others."
    ]
    assert loaded.study.measurements["AVAL"].tolist() == [2.5, 3]


def ods_book(path: Path, body: str, settings: str = "") -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            '<?xml version="1.0"?><office:document-content '
            'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
            'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
            'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
            'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
            f"<office:body><office:spreadsheet>{settings}<table:table table:name='PFT'>{body}</table:table>"
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return path


def ods_row(*cells: str | float, extra: str = "") -> str:
    texts = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>'
        if isinstance(c, str)
        else f'<table:table-cell office:value-type="float" office:value="{c}"><text:p>{c}</text:p>'
        "</table:table-cell>"
        for c in cells
    )
    return f"<table:table-row>{texts}{extra}</table:table-row>"


LIBREOFFICE_ERROR = (
    '<table:table-cell table:formula="of:=NA()" office:value-type="string" office:string-value="" '
    'calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>'
)
OLD_ERROR = (
    '<table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0">'
    "<text:p>#DIV/0!</text:p></table:table-cell>"
)
NEVER_CALCULATED = '<table:table-cell table:formula="of:=1+1"/>'


def test_ods(tmp_path):
    body = "<table:table-column table:number-columns-repeated='2'/>"
    body += "<table:table-column table:visibility='collapse'/>"
    body += ods_row("Subject", "Visit", "Date", "FVC (L)")
    body += "<table:table-row table:number-rows-repeated='2'/>"
    day = DAY_2008 - FROM_1900_TO_1904
    body += ods_row("A", "Baseline", day, extra=LIBREOFFICE_ERROR)
    body += ods_row("B", "Baseline", day, extra=OLD_ERROR)
    body += ods_row("C", "Baseline", day, extra=NEVER_CALCULATED)
    body += ods_row("D", "Baseline", day, 2.5)
    settings = (
        '<table:calculation-settings><table:null-date table:date-value="1904-01-01"/>'
        "</table:calculation-settings>"
    )
    loaded = load_study(ods_book(tmp_path / "trial.ods", body, settings))
    assert found(loaded, "cell.error") == [("PFT", "D4", "A"), ("PFT", "D5", "B")]
    assert found(loaded, "cell.formula_without_value") == [("PFT", "D6", "C")]
    assert said(loaded, "sheet.hidden_parts")[0].startswith("Hidden in Excel: column C (“Date”)")
    values = loaded.study.measurements.set_index("USUBJID")["AVAL"]
    assert values.to_dict() == pytest.approx({"A": float("nan"), "B": float("nan"), "D": 2.5}, nan_ok=True)
    assert {str(d)[:10] for d in loaded.study.column("measurements", "ADT")} == {"2008-03-15"}


@pytest.mark.parametrize("entity", ['<!ENTITY a "x">', '<!ENTITY a SYSTEM "file:///etc/passwd">'])
def test_ods_with_entities_is_not_looked_at(tmp_path, entity):
    path = ods_book(tmp_path / "trial.ods", ods_row("Subject", extra=LIBREOFFICE_ERROR))
    with zipfile.ZipFile(path) as archive:
        content = archive.read("content.xml").decode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("content.xml", content.replace("?>", f"?><!DOCTYPE x [{entity}]>", 1))
    with zipfile.ZipFile(packed) as archive, pytest.raises(ValueError, match="DTDForbidden"):
        ods.look(archive)


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def test_xls_records():
    start, end = record(0x0809, b"\0\x06\x05\0" + b"\0" * 12), record(0x000A, b"")
    cell = struct.pack("<HHH", 4, 27, 0)
    chart = start + record(0x0205, cell + b"\x2a\x01") + end
    sheet = (
        start
        + record(0x007D, struct.pack("<HHHHH", 2, 3, 0, 0, 1))
        + record(0x0208, struct.pack("<HHHHHHHH", 6, 0, 1, 0, 0, 0, 0x20, 0))
        + record(0x0205, cell + b"\x2a\x01")  # an error
        + record(0x0205, cell + b"\x01\x00")  # TRUE
        + record(0x0006, struct.pack("<HHH", 5, 0, 0) + b"\x02\0\x07\0\0\0\xff\xff" + b"\0" * 8)
        + record(0x0006, struct.pack("<HHH", 6, 0, 0) + b"\x03\0\0\0\0\0\xff\xff" + b"\0" * 8)
        + record(0x0006, struct.pack("<HHHd", 7, 0, 0, 2.5) + b"\0" * 8)
        + chart
        + record(0x009B, b"")
        + end
    )
    names = record(0x0022, b"\1\0")
    place = len(start) + len(names) + 4 + 8 + len(end)
    (seen,) = biff.look_at_stream(start + names + record(0x0085, struct.pack("<II", place, 0)) + end + sheet)
    assert seen.errors == [("AB5", "#N/A"), ("A6", "#DIV/0!")]
    assert seen.blank_formulas == ["A7"]
    assert (seen.hidden_columns, seen.hidden_rows) == ([(3, 4)], [(7, 7)])
    assert seen.is_filtered
    assert seen.date1904


def test_xls_of_other_programs():
    folder = Path(__file__).parent / "other_programs"
    sheets = biff.look((folder / "excel_97.xls").read_bytes())
    assert [sheet.errors for sheet in sheets] == [[], [("D3", "#DIV/0!")], []]
    assert [sheet.date1904 for sheet in sheets] == [False] * 3
    assert [s.date1904 for s in biff.look((folder / "dates_1904.xls").read_bytes())] == [True]


def test_xls_of_others(shared):
    """Counted with xlrd 2.0.2, which agrees on all 395 error cells of the 270 sheets of the samples."""
    folder = shared / "samples" / "nasty"
    sheets = biff.look((folder / "poi" / "14330-1.xls").read_bytes())
    assert [len(sheet.errors) for sheet in sheets] == [12, 0, 0]
    assert [s.date1904 for s in biff.look((folder / "readxl" / "dates-1904.xls").read_bytes())] == [True]
    assert [s.date1904 for s in biff.look((folder / "readxl" / "datasets.xls").read_bytes())] == [False] * 3


def binary(kind: int, body: bytes) -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    return number + bytes([len(body)]) + body


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def test_xlsb_records():
    cell = struct.pack("<II", 2, 0)
    part = (
        binary(60, struct.pack("<IIIIH", 1, 2, 0, 0, 1))
        + binary(0, struct.pack("<IIHBBBI", 6, 0, 0, 0, 0x10, 0, 0))
        + binary(3, cell + b"\x17")
        + binary(11, struct.pack("<II", 3, 0) + b"\x2a\0\0")
        + binary(5, cell + struct.pack("<d", 2.5))
        + binary(161, b"")
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.bin", part)
        archive.writestr(
            "xl/workbook.bin",
            binary(153, struct.pack("<II", 1, 0))
            + binary(156, struct.pack("<II", 0, 1) + wide("rId1") + wide("PFT")),
        )
        archive.writestr(
            "xl/_rels/workbook.bin.rels",
            '<Relationships xmlns="x"><Relationship Id="rId1" Target="worksheets/sheet1.bin"/>'
            "</Relationships>",
        )
    with zipfile.ZipFile(packed) as archive:
        assert xlsb.sheet_parts(archive) == ({"PFT": "xl/worksheets/sheet1.bin"}, True)
        seen = xlsb.look(archive, "xl/worksheets/sheet1.bin")
    assert seen.errors == [("C7", "#REF!"), ("D7", "#N/A")]
    assert (seen.hidden_columns, seen.hidden_rows, seen.is_filtered) == ([(2, 3)], [(7, 7)], True)


def test_ranges():
    assert ranges([2, 3, 4, 9, 11, 12]) == [(2, 4), (9, 9), (11, 12)]
    assert ranges([]) == []


def test_sheets_of_an_xlsb_are_found(shared):
    with zipfile.ZipFile(shared / "samples" / "nasty" / "poi" / "sample.xlsb") as archive:
        parts, date1904 = xlsb.sheet_parts(archive)
        assert list(parts) == ["Sheet1", "rich test", "Sheet3"]
        assert not date1904
        assert xlsb.look(archive, parts["Sheet1"]).errors == []


def with_part(plain: Path, path: Path, part: str, old: bytes, new: bytes) -> Path:
    with zipfile.ZipFile(plain) as before, zipfile.ZipFile(path, "w") as after:
        for entry in before.infolist():
            data = before.read(entry)
            if entry.filename == part:
                assert old in data
                data = data.replace(old, new)
            after.writestr(entry.filename, data)
    return path


def test_openpyxl_reads_what_calamine_cannot(tmp_path):
    """Excel does not mind what a sheet says of its own size; calamine does."""
    plain = errors_book(tmp_path / "plain.xlsx")
    path = with_part(plain, tmp_path / "trial.xlsx", "xl/worksheets/sheet1.xml", b'ref="A1:E5"', b'ref="all"')
    expected, loaded = load_study(plain), load_study(path)
    assert found(loaded, "sheet.second_reader")[0] == ("PFT", "", "")
    assert loaded.study.measurements.equals(expected.study.measurements)
    assert found(loaded, "cell.error") == found(expected, "cell.error")
    assert found(expected, "sheet.second_reader") == []


def test_a_workbook_of_a_beta_version_is_refused(shared):
    with pytest.raises(UnusableFile, match="is damaged or not a complete workbook"):
        load_study(shared / "samples" / "nasty" / "poi" / "sample-beta.xlsx")


def test_a_workbook_that_neither_reader_understands_is_refused(make_workbook, tmp_path):
    plain = make_workbook({"S": [["Subject", "Sex"], ["A", "F"]]})
    path = with_part(plain, tmp_path / "x.xlsx", "xl/worksheets/sheet1.xml", b'r="A2"', b'r="A"')
    with pytest.raises(UnusableFile, match="“S”, that is damaged, missing in the file"):
        load_study(path)


@pytest.mark.parametrize("before", range(0, 60, 3))
def test_an_error_where_two_pieces_of_the_xml_meet(tmp_path, monkeypatch, before):
    cell = '<c r="B2" t="e"><f>NA()</f><v>#N/A</v></c>'
    head = '<worksheet><sheetData><row r="2"><c r="A2"><v>1</v></c>'
    monkeypatch.setattr(ooxml, "_PIECE", len(head) + before)
    path = tmp_path / "sheet.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("sheet.xml", head + cell + "</row></sheetData></worksheet>" + " " * 200)
    with zipfile.ZipFile(path) as archive:
        assert ooxml.look_ahead(archive, "sheet.xml").errors == [("B2", "#N/A")]
