"""Each kind of file opens, whatever its name says; several files are one study."""

import io
import json
import os
import re
import struct
import zipfile
import zlib
from pathlib import Path

import msoffcrypto
import numpy as np
import openpyxl
import pandas as pd
import pyreadstat
import pytest
import xlsxwriter

from sscviewer.workbook import PasswordNeeded, UnusableFile, load_study
from sscviewer.workbook.container import open_container
from sscviewer.workbook.part_names import is_clutter, part_names
from sscviewer.workbook.reading import read_workbook
from sscviewer.workbook.values.cells import make_sheets

pytestmark = pytest.mark.child

OTHERS = Path(__file__).parent / "other_programs"
PATIENTS = [["Subject", "Sex", "Age"], ["A-1", "F", 50], ["A-2", "M", 61]]
VISITS = [["Subject", "Visit", "FVC (L)"], ["A-1", "Baseline", 2.5], ["A-2", "Baseline", 3.25]]


def texts(path: Path, password: str | None = None) -> dict[str, list[list[object]]]:
    """Return {sheet: rows}, the cells as they are kept."""
    found = read_workbook(open_container(path), lambda: False, password)
    sheets = {}
    for sheet in make_sheets(found.sheets):
        columns = [[column.unique_values[i] for i in column.codes] for column in sheet.columns]
        sheets[sheet.name] = [list(row) for row in zip(*columns, strict=True)]
    return sheets


def as_text(rows, separator="\t"):
    return "".join(separator.join(str(c) for c in row) + "\r\n" for row in rows)


@pytest.mark.parametrize("kind", ["sav", "dta"])
def test_a_data_set_of_another_program(tmp_path, kind):
    path = tmp_path / f"x.{kind}"
    frame = pd.DataFrame({"Subject": ["A-1", "A-2"], "FVC": [2.5, 3.25]})
    getattr(pyreadstat, f"write_{kind}")(frame, path)
    assert texts(path)["x"][1:] == [["A-1", 2.5], ["A-2", 3.25]]


def test_a_data_set_of_sas(shared):
    path = shared / "corpus_cdisc" / "files" / "watson_diab_folder" / "adaediab.sas7bdat"
    frame, _ = pyreadstat.read_sas7bdat(str(path))
    assert len(texts(path)["ADAE"]) == len(frame) + 1


def test_macros_are_never_looked_at(make_workbook, tmp_path):
    plain, path = make_workbook({"DM": PATIENTS}), tmp_path / "macros.xlsx"
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "[Content_Types].xml":
                data = data.replace(
                    b"openxmlformats-officedocument.spreadsheetml.sheet.main", b"x.macroEnabled.main"
                )
            new.writestr(entry, data)
        new.writestr("xl/vbaProject.bin", b"rubbish that nobody runs")
    loaded = load_study(path)
    assert loaded.study.usubjids == ("A-1", "A-2")
    assert loaded.study.source.container == "xlsm"


ODS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="DM">{}</table:table></office:spreadsheet></office:body></office:document-content>"""


def write_ods(path: Path, mimetype: bool = True) -> Path:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = "".join(
        f"<table:table-row>{''.join(cell.format(c) for c in row)}</table:table-row>" for row in PATIENTS
    )
    with zipfile.ZipFile(path, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ODS.format(rows))
    return path


def test_ods(tmp_path):
    loaded = load_study(write_ods(tmp_path / "trial.xlsx"))
    assert loaded.study.source.container == "ods"
    assert loaded.study.usubjids == ("A-1", "A-2")


def test_ods_that_does_not_say_what_it_is(tmp_path):
    assert texts(write_ods(tmp_path / "google.ods", mimetype=False))["DM"][1] == ["A-1", "F", "50"]


@pytest.mark.parametrize("mimetype", [True, False])
def test_ods_with_indented_elements_reads_as_without(tmp_path, mimetype):
    """Gnumeric writes white space between cells; that inside a cell's text is the user's."""
    plain = write_ods(tmp_path / "plain.ods")
    with zipfile.ZipFile(plain) as archive:
        content = archive.read("content.xml").decode().replace(">A-1<", ">A  1 > 0<")
    names = ("office:body", "office:spreadsheet", "table:table", "table:table-row", "table:table-cell")
    for name in names:
        content = re.sub(rf"<(/?){name}(?=[ >])", rf"\n      <\g<1>{name}", content)
    with zipfile.ZipFile(tmp_path / "gnumeric.ods", "w") as archive:
        if mimetype:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", content)
    found, expected = texts(tmp_path / "gnumeric.ods"), texts(plain)
    assert found["DM"][1] == ["A  1 > 0", *expected["DM"][1][1:]]
    assert found["DM"][2:] == expected["DM"][2:]


@pytest.mark.parametrize(("file", "name"), [("excel_97.xls", "Workbook"), ("excel_95.xls", "Book")])
def test_streams_named_in_capitals(tmp_path, file, name):
    whole = OTHERS / file
    entry = name.encode("utf-16-le") + b"\0\0"
    path = tmp_path / "capitals.xls"
    path.write_bytes(whole.read_bytes().replace(entry, name.upper().encode("utf-16-le") + b"\0\0"))
    assert path.read_bytes() != whole.read_bytes()
    assert texts(path) == texts(whole)


FILEPASS = {
    "XOR": struct.pack("<HHH", 0, 0x1234, 0x5678),
    "RC4": struct.pack("<HHH", 1, 1, 1) + bytes(range(48)),
    "RC4 CryptoAPI": struct.pack("<HHHII", 1, 2, 2, 4, 52)
    + struct.pack("<8I", 4, 0, 0x6801, 0x8004, 128, 1, 0, 0)
    + "Microsoft\0".encode("utf-16-le")
    + struct.pack("<I", 16)
    + bytes(32)
    + struct.pack("<I", 20)
    + bytes(20),
    "unknown": struct.pack("<HHH", 1, 9, 9) + bytes(100),
    "Excel 95": struct.pack("<HH", 0x1234, 0x5678),
}


@pytest.mark.parametrize("way", FILEPASS)
def test_older_encryption_is_a_question_of_the_password(tmp_path, way):
    data = (OTHERS / "excel_97.xls").read_bytes()
    begin = data.index(b"\x09\x08\x10\0\0\x06\x05\0")
    begin += 4 + struct.unpack_from("<H", data, begin + 2)[0]
    record = struct.pack("<HH", 0x2F, len(FILEPASS[way])) + FILEPASS[way]
    path = tmp_path / "locked.xls"
    path.write_bytes(data[:begin] + record + data[begin + len(record) :])
    with pytest.raises(UnusableFile, match="is password-protected") as caught:
        load_study(path)
    assert isinstance(caught.value, PasswordNeeded) == (way not in ("unknown", "Excel 95"))


@pytest.mark.parametrize("file", ["excel_97.xls", "excel_95.xls"])
def test_workbooks_of_other_programs(file):
    sheets = texts(OTHERS / file)
    assert list(sheets) == ["DM", "PFT", "Notes"]
    assert sheets["DM"] == [["Subject", "Sex", "Age"], ["A-1", "F", 50.0], ["A-2", "M", 61.0]]
    assert [row[:3] for row in sheets["PFT"][1:]] == [
        ["A-1", "Baseline", "2007-03-15"],
        ["A-2", "Baseline", "2007-04-02"],
        ["A-2", "Month 3", "2007-07-02"],
    ]
    assert [row[3] for row in sheets["PFT"]][::3] == ["FVC (L)", 3.25]
    assert load_study(OTHERS / file).study.usubjids == ("A-1", "A-2")


def test_dates_from_1904():
    assert texts(OTHERS / "dates_1904.xls")["Sheet1"] == [["2000-01-01"]]


def test_old_excel(shared):
    folder = shared / "samples" / "nasty" / "readxl"
    assert texts(folder / "datasets.xls")["mtcars"][:2] == [
        ["mpg", "cyl", "disp", "hp", "drat", "wt", "qsec", "vs", "am", "gear", "carb"],
        [21.0, 6.0, 160.0, 110.0, 3.9, 2.62, 16.46, 0.0, 1.0, 4.0, 4.0],
    ]
    assert texts(folder / "dates-1904.xls")["Sheet1"][0][0] == "2000-01-01"


def _record(kind: int, body: bytes = b"") -> bytes:
    """One record of a binary workbook: its number, its length in groups of seven bits, its content."""
    size, long = len(body), len(body) > 0x7F
    number = [kind] if kind < 0x80 else [kind & 0x7F | 0x80, kind >> 7]
    return bytes([*number, *([size & 0x7F | 0x80, size >> 7] if long else [size])]) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def write_xlsb(path: Path, rows: list[list[object]]) -> Path:
    """Write one sheet DM as [MS-XLSB] has it, with the records that a reader cannot do without."""
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    link = f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" Type="{office}/'
    part = _record(129) + _record(148, struct.pack("<4I", 0, len(rows) - 1, 0, len(rows[0]) - 1))
    part += _record(145)
    for number, row in enumerate(rows):
        part += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        for column, cell in enumerate(row):
            head = struct.pack("<II", column, 0)
            text = isinstance(cell, str)
            part += _record(6, head + _wide(cell)) if text else _record(5, head + struct.pack("<d", cell))
    book = _record(131) + _record(153, bytes(8)) + _record(143)
    book += _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("DM")) + _record(144) + _record(132)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="bin"'
            ' ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
        )
        target = 'officeDocument" Target="xl/workbook.bin"/></Relationships>'
        archive.writestr("_rels/.rels", link + target)
        archive.writestr("xl/workbook.bin", book)
        target = 'worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
        archive.writestr("xl/_rels/workbook.bin.rels", link + target)
        archive.writestr("xl/worksheets/sheet1.bin", part + _record(146) + _record(130))
        # an encrypted file of less than 4096 bytes is stored in another way
        archive.writestr("docProps/filler.bin", bytes(8192))
    return path


def test_binary_excel_made(tmp_path):
    path = write_xlsb(tmp_path / "trial.xlsb", PATIENTS)
    assert texts(path) == {"DM": PATIENTS}
    locked = encrypted(path, tmp_path / "locked.xlsb", "tika")
    with pytest.raises(PasswordNeeded):
        load_study(locked)
    loaded = load_study(locked, password="tika")
    assert (loaded.study.source.container, loaded.study.usubjids) == ("xlsb", ("A-1", "A-2"))


def test_binary_excel(shared):
    sheets = texts(shared / "samples" / "nasty" / "calamine" / "date.xlsb")
    assert sheets["Sheet1"][0] == ["2021-01-01", 15.0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252", "mac-roman"])
def test_text_named_xls(tmp_path, encoding):
    path = tmp_path / "patients.xls"
    path.write_bytes(
        as_text([["Subject", "Sex", "Initial diagnosis"], ["A-1", "F", "Ödem"]]).encode(encoding)
    )
    loaded = load_study(path)
    assert loaded.study.source.container == "tsv"
    assert [sheet.name for sheet in loaded.report.sheets] == ["patients"]
    assert "Ödem" in loaded.study.subjects.iloc[0].to_list()


XML = """<?xml version="1.0"?>{}
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="Lung &amp; heart"><Table>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">Title</Data></Cell>
<Cell><Data ss:Type="String">D</Data></Cell></Row>
<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">2.5</Data></Cell>
<Cell><Data ss:Type="DateTime">2008-03-15T00:00:00.000</Data></Cell>
<Cell><Data ss:Type="Boolean">1</Data></Cell><Cell ss:Formula="=1+1"/>
<Cell><Data ss:Type="Error">#N/A</Data></Cell></Row></Table>
<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible>
</WorksheetOptions>
</Worksheet></Workbook>"""


def test_xml_spreadsheet_2003(tmp_path):
    path = tmp_path / "old.xls"
    path.write_text(XML.format(""))
    assert texts(path) == {
        "Lung & heart": [
            ["Title", "", "D", ""],
            ["", "", "", ""],
            ["", 2.5, "2008-03-15", "TRUE"],
        ]
    }
    (sheet,) = read_workbook(open_container(path), lambda: False).sheets
    assert sheet["unseen"]["formulas"] == ["E3"]
    assert sheet["unseen"]["errors"] == [("F3", "#N/A")]
    assert not sheet["visible"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "'
        + "ha" * 50
        + '">'
        + "".join(f'<!ENTITY {b} "{"&" + a + ";" * 1}">' for a, b in zip("abc", "bcd", strict=True))
        + "]>",
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_are_refused(tmp_path, doctype):
    path = tmp_path / "bomb.xls"
    path.write_text(XML.format(doctype))
    with pytest.raises(UnusableFile, match="holds XML entities"):
        load_study(path)


def test_far_cell_of_xml_spreadsheet(tmp_path):
    path = tmp_path / "far.xls"
    path.write_text(XML.format("").replace('ss:Index="3"', 'ss:Index="1048576"').replace('"2"', '"16000"'))
    with pytest.raises(UnusableFile, match="WQN1048576"):
        load_study(path)


def test_sas_transport(tmp_path):
    path = tmp_path / "dm.xpt"
    frame = pd.DataFrame(
        {"USUBJID": ["A-1", "A-2"], "SEX": ["F", "M"], "AGE": [50.0, np.nan], "ARM": ["é", ""]}
    )
    pyreadstat.write_xport(frame, path, table_name="DM", file_format_version=5)
    assert texts(path) == {
        "DM": [["USUBJID", "SEX", "AGE", "ARM"], ["A-1", "F", 50.0, "é"], ["A-2", "M", "", ""]]
    }
    loaded = load_study(path)
    assert loaded.study.source.container == "xpt"
    assert loaded.study.usubjids == ("A-1", "A-2")
    assert loaded.study.subjects["SRCREF"].tolist() == ["DM!A2", "DM!A3"]


def encrypted(plain: Path, path: Path, password: str) -> Path:
    with plain.open("rb") as opened, path.open("wb") as out:
        msoffcrypto.OfficeFile(opened).encrypt(password, out)
    return path


def test_password(make_workbook, tmp_path):
    path = encrypted(make_workbook({"DM": PATIENTS}), tmp_path / "locked.xlsx", "Ünter 7")
    with pytest.raises(PasswordNeeded, match="is password-protected") as caught:
        load_study(path)
    assert not caught.value.is_wrong
    with pytest.raises(PasswordNeeded, match=r"does not open “locked\.xlsx”") as caught:
        load_study(path, password="unter 7")
    assert caught.value.is_wrong
    loaded = load_study(path, password="Ünter 7")
    assert loaded.study.usubjids == ("A-1", "A-2")
    assert loaded.study.source.container == "xlsx"


def test_excels_own_password_is_not_asked_for(make_workbook, tmp_path):
    path = encrypted(make_workbook({"DM": PATIENTS}), tmp_path / "write-protected.xlsx", "VelvetSweatshop")
    assert load_study(path).study.usubjids == ("A-1", "A-2")


@pytest.mark.parametrize(
    ("name", "password", "cell"),
    [("xor-encryption-abc.xls", "abc", 1.0), ("protected_passtika.xlsb", "tika", "You can't see me")],
)
def test_passwords_of_other_kinds(shared, name, password, cell):
    path = shared / "samples" / "nasty" / "poi" / name
    sheets = texts(path, password)
    assert cell in {c for rows in sheets.values() for row in rows for c in row}


def test_password_file(make_workbook, tmp_path, capsys):
    from sscviewer.cli import run

    path = encrypted(make_workbook({"DM": PATIENTS}), tmp_path / "locked.xlsx", "secret")
    key = tmp_path / "key.txt"
    key.write_text("secret\n")
    assert run(["check", str(path), "--json", "--password-file", str(key)]) == 0
    assert json.loads(capsys.readouterr().out)["tables"]["subjects"] == {"rows": 2, "subjects": 2}
    assert run(["check", str(path)]) == 2
    assert "--password-file" in capsys.readouterr().err
    key.write_text("")
    assert run(["check", str(path), "--password-file", str(key)]) == 2
    assert "is empty" in capsys.readouterr().err
    assert run(["check", str(path), "--password-file", str(tmp_path / "no.txt")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_a_folder_is_one_study(tmp_path, make_workbook):
    folder = tmp_path / "export"
    folder.mkdir()
    (folder / "s_DM_2019.xls").write_bytes(as_text(PATIENTS).encode("utf-16"))
    (folder / "s_PFT_2019.csv").write_text(as_text(VISITS, ";"))
    (folder / "~$trial.xlsx").write_text("lock")
    (folder / "protocol.pdf").write_bytes(b"%PDF-1.7")
    loaded = load_study(folder)
    assert sorted(sheet.name for sheet in loaded.report.sheets) == ["DM", "PFT"]
    assert loaded.study.source.container == "folder"
    assert loaded.study.source.name == "export"
    assert loaded.study.measurements["SRCREF"].tolist() == ["PFT!C2", "PFT!C3"]
    assert [i.message for i in loaded.report.issues if i.code == "file.not_read"] == [
        "“protocol.pdf” is a PDF document, not a workbook: choose the Excel workbook of the trial."
    ]
    again = load_study(folder).study.source.sha256
    assert again == loaded.study.source.sha256
    (folder / "s_PFT_2019.csv").write_text(as_text(VISITS[:2], ";"))
    assert load_study(folder).study.source.sha256 != again


def test_a_zip_is_one_study(tmp_path, make_workbook):
    path = tmp_path / "export.zip"
    book = make_workbook({"DM": PATIENTS, "PFT": VISITS}).read_bytes()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("x/tables.xlsx", book)
        archive.writestr(
            "x/ae.txt", as_text([["Subject", "Adverse event", "Start date"], ["A-1", "Rash", ""]])
        )
        archive.writestr("x/broken.xlsx", book[:-100])
        archive.writestr("__MACOSX/x/._ae.txt", "resource fork")
    loaded = load_study(path)
    assert [sheet.name for sheet in loaded.report.sheets] == ["tables: DM", "tables: PFT", "ae"]
    assert loaded.study.usubjids == ("A-1", "A-2")
    assert next(i.message for i in loaded.report.issues if i.code == "file.not_read").startswith(
        "“x/broken.xlsx” is damaged"
    )


def test_the_only_subfolder_is_looked_into(tmp_path):
    inner = tmp_path / "outer" / "inner"
    inner.mkdir(parents=True)
    (inner / "dm.csv").write_text(as_text(PATIENTS, ","))
    assert load_study(tmp_path / "outer").study.usubjids == ("A-1", "A-2")


def test_names_without_what_all_have_in_common():
    assert part_names(["a/s_AE_2019.xls", "a/s_DM_2019.xls"]) == ["AE", "DM"]
    assert part_names(["ae.csv", "AE.xls", "dm.csv"]) == ["ae", "AE (2)", "dm"]
    assert part_names(["visits.csv", "visit.csv"]) == ["visits", "visit"]
    assert part_names(["only_one.csv"]) == ["only_one"]
    assert is_clutter("x/.DS_Store")
    assert is_clutter("~$trial.xlsx")
    assert not is_clutter("trial~$.xlsx")


def test_excels_lock_file_names_the_workbook(tmp_path):
    path = tmp_path / "~$trial.xlsx"
    path.write_bytes(b"\x05owner" + b"\0" * 150)
    with pytest.raises(UnusableFile, match=r"choose “trial\.xlsx” beside it"):
        load_study(path)


def test_a_file_held_for_a_moment_is_tried_again(make_workbook, monkeypatch):
    path = make_workbook({"DM": PATIENTS})
    real, calls = Path.read_bytes, []

    def held(self: Path) -> bytes:
        calls.append(self)
        if len(calls) < 3:
            raise PermissionError(13, "held by Excel")
        return real(self)

    monkeypatch.setattr("sscviewer.workbook.container._PAUSE", 0.0)
    monkeypatch.setattr(Path, "read_bytes", held)
    assert open_container(path).kind == "xlsx"
    assert len(calls) == 3
    calls.clear()
    monkeypatch.setattr(Path, "read_bytes", lambda self: (_ for _ in ()).throw(PermissionError(13, "held")))
    with pytest.raises(UnusableFile, match="close it in Excel"):
        open_container(path)
    monkeypatch.setattr(
        Path, "read_bytes", lambda self: (_ for _ in ()).throw(OSError(5, "Input/output error"))
    )
    with pytest.raises(UnusableFile, match="Input/output error"):
        open_container(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_does_not_hang(tmp_path):
    path = tmp_path / "pipe.xlsx"
    os.mkfifo(path)
    with pytest.raises(UnusableFile, match="no file but a device"):
        load_study(path)


def rewritten(plain: Path, path: Path, part: str, change) -> Path:
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            data = old.read(entry)
            new.writestr(entry.filename, change(data) if entry.filename == part else data)
    return path


def test_many_merged_cells(make_workbook, tmp_path):
    merged = "".join(f'<mergeCell ref="A{i}:C{i}"/>' for i in range(2, 300_000)).encode()
    path = rewritten(
        make_workbook({"DM": PATIENTS}),
        tmp_path / "merged.xlsx",
        "xl/worksheets/sheet1.xml",
        lambda xml: xml.replace(b"</sheetData>", b"</sheetData><mergeCells>" + merged + b"</mergeCells>"),
    )
    assert load_study(path).study.usubjids


def test_a_huge_text_shared_by_many_cells_stays_within_memory(tmp_path):
    plain = tmp_path / "plain.xlsx"
    with xlsxwriter.Workbook(plain) as book:
        sheet = book.add_worksheet("DM")
        for row in range(300):
            sheet.write_row(row, 0, [f"A-{row}", "LONG", 50])
    path = rewritten(
        plain,
        tmp_path / "long.xlsx",
        "xl/sharedStrings.xml",
        lambda xml: xml.replace(b"LONG", b"x" * 10_000_000),
    )
    with pytest.raises(UnusableFile, match=r"needs more than 1\.5 GB of memory"):
        load_study(path)


def test_links_to_other_files_are_not_followed(tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "DM"
    for row in PATIENTS:
        book.active.append(row)
    book.active["D1"] = "Site"
    book.active["D2"] = "='http://127.0.0.1:9/[other.xlsx]Sheet1'!A1"
    path = tmp_path / "links.xlsx"
    book.save(path)
    loaded = load_study(path)
    assert [i.cell for i in loaded.report.issues if i.code == "cell.formula_without_value"] == ["D2"]


def test_whats_inside_is_guarded_too(make_workbook, tmp_path):
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 40_000_000)
    path = tmp_path / "study.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("bomb.xlsx", bomb.getvalue())
        archive.writestr("dm.csv", as_text(PATIENTS, ","))
    loaded = load_study(path)
    assert loaded.study.usubjids == ("A-1", "A-2")
    assert any("would unpack to 38 MB" in issue.message for issue in loaded.report.issues)


def locked_zip(path: Path, files: dict[str, bytes], password: bytes) -> Path:
    """Write files as zip archives encrypt them (APPNOTE.TXT 6.1), which zipfile can only read."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in files.items():
            cipher = _Cipher(password)
            head = cipher.encrypt(b"eleven byte" + bytes([zlib.crc32(content) >> 24]))
            archive.writestr(name, head + cipher.encrypt(content))
    data = bytearray(packed.getvalue())
    for signature, flags, crc, length in ((b"PK\x03\x04", 6, 14, 22), (b"PK\x01\x02", 8, 16, 24)):
        place = 0
        for content in files.values():
            place = data.index(signature, place)
            data[place + flags] |= 1
            data[place + crc : place + crc + 4] = zlib.crc32(content).to_bytes(4, "little")
            data[place + length : place + length + 4] = len(content).to_bytes(4, "little")
            place += 4
    path.write_bytes(data)
    return path


class _Cipher:
    def __init__(self, password: bytes) -> None:
        self.keys = [0x12345678, 0x23456789, 0x34567890]
        for byte in password:
            self._update(byte)

    def _update(self, byte: int) -> None:
        a, b, c = self.keys
        a = ~zlib.crc32(bytes([byte]), ~a & 0xFFFFFFFF) & 0xFFFFFFFF
        b = ((b + (a & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        c = ~zlib.crc32(bytes([b >> 24]), ~c & 0xFFFFFFFF) & 0xFFFFFFFF
        self.keys = [a, b, c]

    def encrypt(self, data: bytes) -> bytes:
        out = bytearray()
        for byte in data:
            k = (self.keys[2] | 2) & 0xFFFF
            out.append(byte ^ ((k * (k ^ 1) >> 8) & 0xFF))
            self._update(byte)
        return bytes(out)


def test_a_zip_with_a_password(tmp_path):
    files = {"dm.csv": as_text(PATIENTS, ",").encode(), "pft.csv": as_text(VISITS, ",").encode()}
    path = locked_zip(tmp_path / "export.zip", files, "Ünter 7".encode())
    with pytest.raises(PasswordNeeded, match=r"“export\.zip” is password-protected") as caught:
        load_study(path)
    assert not caught.value.is_wrong
    with pytest.raises(PasswordNeeded, match="does not open") as caught:
        load_study(path, password="unter 7")
    assert caught.value.is_wrong
    loaded = load_study(path, password="Ünter 7")
    assert loaded.study.measurements["AVAL"].tolist() == [2.5, 3.25]


def test_a_zip_encrypted_with_aes_is_refused(tmp_path):
    path = locked_zip(tmp_path / "export.zip", {"dm.csv": as_text(PATIENTS, ",").encode()}, b"x")
    data = bytearray(path.read_bytes())
    data[8] = data[data.index(b"PK\x01\x02") + 10] = 99
    path.write_bytes(data)
    with pytest.raises(UnusableFile, match="encrypted with AES, which this program cannot open"):
        load_study(path, password="x")


@pytest.mark.parametrize(
    ("part", "content"),
    [
        ("META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"),
        ("encrypted-package", "noise"),
    ],
)
def test_ods_with_a_password_is_refused(tmp_path, part, content):
    path = tmp_path / "locked.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", b"\x01\x02noise")
        archive.writestr(part, content)
    with pytest.raises(UnusableFile, match="OpenDocument workbook with a password"):
        load_study(path)


def test_control_characters_of_cells_are_left_out_and_counted(tmp_path):
    """Excel keeps them as "_x0001_": they pass every reader, and no file we write may hold them."""
    rows = [["Subject", "Visit", "FVC (L)"], ["A_x0001_-1", "Base_x000B_line", 2.5], ["A-1", "Month 3", 2.25]]
    path = tmp_path / "x.xlsx"
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    assert texts(path)["Sheet"] == [
        ["Subject", "Visit", "FVC (L)"],
        ["A-1", "Base\nline", 2.5],
        ["A-1", "Month 3", 2.25],
    ]
    report = load_study(path).report
    assert [issue.code for issue in report.issues if "control" in issue.code] == ["cell.control_characters"]
