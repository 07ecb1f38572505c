"""Bad input ends in one plain sentence that names the file and says what to do."""

import bz2
import ctypes
import gzip
import hashlib
import itertools
import lzma
import os
import subprocess
import sys
import zipfile
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest
import xlsxwriter

from sscviewer.workbook import LoadCancelled, UnusableFile, load_study, reading
from sscviewer.workbook.child.limits import JobLimits

pytestmark = pytest.mark.child

SAY = """
import marshal, struct, sys
def say(frame):
    data = marshal.dumps(frame)
    sys.stdout.buffer.write(struct.pack("<Q", len(data)) + data)
"""


ROOT = Path(__file__).resolve().parents[2]
BUSY = """
from sscviewer.workbook.child.limits import limit_resources
limit_resources(1500, 1)
while True: pass
"""


def refuse(path) -> str:
    with pytest.raises(UnusableFile) as caught:
        load_study(path)
    sentence = caught.value.sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert "Traceback" not in sentence
    return sentence


def test_no_such_file(tmp_path):
    assert "nowhere.xlsx” is not there" in refuse(tmp_path / "nowhere.xlsx")


def test_empty_folder(tmp_path):
    assert "is a folder without files" in refuse(tmp_path)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty file"),
        (b"%PDF-1.7 ...", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0", "a picture (JPEG)"),
        (b"<!DOCTYPE html><table>", "a web page"),
        (b"<?xml version='1.0'?><Workbook/>", "an XML file"),
        (b"Dear all,\nplease find the data attached.\n", "plain text without columns"),
        (b'{"record_id": 1}', "a JSON file"),
        (b"\0" * 12 + b"\xc2\xea\x81\x60", "is a data set (sas7bdat) that is damaged"),
        (b"$FL2@(#) SPSS DATA FILE", "is a data set (sav) that is damaged"),
        (b"<stata_dta><header>", "is a data set (dta) that is damaged"),
        (b"\x72\x02\x01\x00", "is a data set (dta) that is damaged"),
        (b"\0" * 12 + b"\xc2\xea\x81\x60" + b"\0" * 140 + b"CATALOG ", "is a SAS catalog"),
        (b"RDX3\nX\n", "an R data file (.RData), not a workbook: in R, write each data frame as text"),
        (gzip.compress(b"RDX2\nX\n" + b"\0" * 99, mtime=0), "an R data file (.RData)"),
        (gzip.compress(b"X\n\0\0\0\x03" + b"\0" * 99, mtime=0), "an R data file (.rds)"),
        (bz2.compress(b"RDX3\nX\n"), "an R data file (.RData)"),
        (lzma.compress(b"X\n\0\0\0\x03"), "an R data file (.rds)"),
        (bz2.compress(b"a,b\n1,2\n"), "a compressed archive (bzip2)"),
        (
            b"\xff\xff\0\0\x07\0\0\0\x04",
            "a JMP data table (.jmp), not a workbook: in JMP choose File",
        ),
        (b"PAR1\x15\0", "a Parquet data file"),
        (b"MZ\x90\0", "a program (Windows)"),
        (b"\x7fELF\x02", "a program (Linux)"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"\x09\x04\x06\x00\x00\x00\x10\x00", "an Excel before 1995"),
        (b"\x00\x01\x02\x03" * 100, "nothing else we know"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512, "without a workbook in it"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + b"\0\0", "damaged"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0\0",
            "a Word document",
        ),
        (b"PK\x03\x04" + b"rubbish" * 20, "damaged or cut short"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path, content, what):
    path = tmp_path / "file.xlsx"
    path.write_bytes(content)
    assert what in refuse(path)


@pytest.mark.parametrize("heading", ["MZ", "RDX_mg", "GIF89", "PAR1", "RDA"])
def test_headings_that_begin_like_another_kind_are_headings(tmp_path, heading):
    path = tmp_path / "trial.csv"
    path.write_text(f"{heading},Subject,Sex,Age\n1,A-1,F,50\n2,A-2,M,61\n")
    assert load_study(path).study.usubjids == ("A-1", "A-2")


@pytest.mark.parametrize(
    ("entry", "what"),
    [
        ("word/document.xml", "a Word document"),
        ("ppt/x.xml", "PowerPoint"),
        ("Index/Document.iwa", "Numbers"),
        ("a.txt", "a zip archive without a table"),
    ],
)
def test_other_zips_are_named(tmp_path, entry, what):
    path = tmp_path / "file.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "x")
    assert what in refuse(path)


def test_truncated_workbook(make_workbook, tmp_path):
    whole = make_workbook({"S": [["Subject", "Sex"], ["A", "F"]]}).read_bytes()
    path = tmp_path / "cut.xlsx"
    path.write_bytes(whole[: len(whole) // 2])
    assert "damaged or cut short" in refuse(path)


def test_workbook_with_broken_parts(make_workbook, tmp_path):
    good = make_workbook({"S": [["Subject", "Sex"], ["A", "F"]]})
    path = tmp_path / "broken.xlsx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
        for entry in old.infolist():
            new.writestr(entry, b"<broken" if entry.filename.endswith("workbook.xml") else old.read(entry))
    assert "damaged" in refuse(path)


def test_bomb_is_refused_before_unpacking(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "x")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 40_000_000)
    assert "would unpack to 38 MB" in refuse(path)


def test_stray_far_cell_is_named(tmp_path):
    path = tmp_path / "far.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("S")
    sheet.write_row(0, 0, ["Subject", "Sex"])
    sheet.write(1_048_575, 16_383, "x")
    book.close()
    assert "XFD1048576" in refuse(path)


def test_format_far_away_is_no_stray_cell(tmp_path):
    path = tmp_path / "far.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet("S")
    sheet.write_row(0, 0, ["Subject", "Sex", "Age"])
    sheet.write_row(1, 0, ["A", "F", 50])
    sheet.write_blank(1_048_575, 16_383, None, book.add_format({"bold": True}))
    book.close()
    assert load_study(path).study.usubjids == ("A",)


def test_empty_workbook_and_no_patient_column(make_workbook):
    assert "no filled cell" in refuse(make_workbook({"S": []}))
    sentence = refuse(
        make_workbook({"Colours": [["Red", "Green", "Blue"], [1, 2, 3]], "Sounds": [["a", "b", "c"]]})
    )
    assert "“Colours”, “Sounds”" in sentence
    assert "Map columns" in sentence
    assert "which column names the patient" in sentence


def test_patients_and_nothing_else(make_workbook):
    path = make_workbook({"List": [["Subject", "Mood", "Hobby"], ["A", "good", "chess"]]})
    study = load_study(path).study
    assert study.usubjids == ("A",)
    assert not len(study.measurements)


def test_the_file_is_only_read_and_hashed(make_workbook):
    path = make_workbook({"S": [["Subject", "Sex", "Age"], ["A", "F", 50]]})
    before = path.read_bytes()
    path.chmod(0o400)
    source = load_study(path).study.source
    assert path.read_bytes() == before
    assert source.sha256 == hashlib.sha256(before).hexdigest()
    assert (source.name, source.bytes, source.container) == ("trial.xlsx", len(before), "xlsx")


def test_cancel_stops_loading(make_workbook):
    path = make_workbook({"S": [["Subject", "Sex", "Age"], ["A", "F", 50]]})
    with pytest.raises(LoadCancelled):
        load_study(path, cancelled=lambda: True)
    asked = []

    def later() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(LoadCancelled):
        load_study(path, cancelled=later)


def test_progress_rises_to_one(make_workbook):
    told = []
    load_study(
        make_workbook({"S": [["Subject", "Sex", "Age"], ["A", "F", 50]]}),
        progress=lambda what, part: told.append((what, part)),
    )
    parts = [part for _, part in told]
    assert parts == sorted(parts)
    assert parts[-1] == 1
    assert all(what for what, _ in told)


@pytest.mark.parametrize(
    ("program", "what"),
    [
        ("import os; os.abort()", "GB of memory"),
        ("import sys; sys.exit(3)", "GB of memory"),
        ("print('no marshal')", "GB of memory"),
        (
            SAY + "say({'error': 'PanicException', 'text': ''})",
            "is damaged",
        ),
        (
            SAY + "say({'error': 'PasswordError', 'text': ''})",
            "password-protected",
        ),
        (SAY + "say({'error': 'ReadstatError', 'text': ''})", "is damaged"),
        (SAY + "import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "needs more than 1.5 GB of memory"),
        ("import time; time.sleep(60)", "because the computer is busy"),
        (f"import sys; sys.path.insert(0, {str(ROOT)!r})\n" + BUSY, "took more than 1 s of computing"),
    ],
)
def test_a_child_that_fails_is_put_into_words(make_workbook, monkeypatch, program, what):
    monkeypatch.setattr(reading, "_command", lambda seconds: [sys.executable, "-c", program])
    monkeypatch.setattr(reading, "TIME_LIMIT", 1.0)
    monkeypatch.setattr(reading, "PATIENCE", 2 if "sleep" in program else 600)
    assert what in refuse(make_workbook({"S": [["Subject", "Sex"], ["A", "F"]]}))


def test_a_night_asleep_is_no_wait(make_workbook, monkeypatch):
    """Where the clock runs on while the computer sleeps, as on Windows."""
    path = make_workbook({"S": [["Subject", "Sex"], ["A", "F"]]})
    looks = itertools.count(step=36_000)
    monkeypatch.setattr(reading, "time", SimpleNamespace(monotonic=lambda: next(looks)))
    assert load_study(path).study.subjects.shape[0] == 1


def test_windows_structures_have_the_sizes_of_winnt_h():
    assert ctypes.sizeof(JobLimits) == (144 if ctypes.sizeof(ctypes.c_void_p) == 8 else 112)
    assert JobLimits.ProcessMemoryLimit.offset == (112 if ctypes.sizeof(ctypes.c_void_p) == 8 else 96)


@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="the limit is set in another way, or not at all"
)
def test_memory_beyond_the_limit_is_refused():
    program = (
        "from sscviewer.workbook.child.limits import limit_resources\n"
        "limit_resources(300, 60)\n"
        "try:\n    bytearray(400_000_000)\nexcept MemoryError:\n    print('refused')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert done.stdout == "refused\n"


def test_a_script_without_main_guard_can_load(make_workbook, tmp_path):
    path = make_workbook({"S": [["Subject", "Sex", "Age"], ["A", "F", 50]]})
    script = tmp_path / "script.py"
    script.write_text(
        f"from sscviewer.workbook import load_study\nprint(load_study({str(path)!r}).study.usubjids)\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=True, timeout=300, env=env
    )
    assert done.stdout.strip() == "('A',)"


def test_error_cells_and_uncalculated_formulas_are_named(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Lung function"
    sheet.append(["Subject", "Visit", "FVC (L)", "FEV1 (L)"])
    sheet.append(["A", "Baseline", "#N/A", "=1+1"])
    sheet.append(["A", "Month 3", 2.5, 2.0])
    path = tmp_path / "errors.xlsx"
    book.save(path)
    loaded = load_study(path)
    found = {issue.code: issue for issue in loaded.report.issues}
    assert (found["cell.error"].sheet, found["cell.error"].cell) == ("Lung function", "C2")
    assert found["cell.formula_without_value"].cell == "D2"
    kept = loaded.study.measurements.query("SRCREF == 'Lung function!C2'")
    assert kept["AVALC"].tolist() == ["#N/A"]
    assert kept["AVAL"].isna().all()
    assert dict(loaded.report.not_shown)["measurements"] == 1


def test_a_tab_and_wide_letters_are_no_old_workbook(tmp_path):
    path = tmp_path / "trial.txt"
    path.write_bytes("\tSubject\tSex\tAge\n1\tA-1\tF\t50\n2\tA-2\tM\t61\n".encode("utf-16-le"))
    assert load_study(path).study.usubjids == ("A-1", "A-2")


def test_a_folder_of_folders_is_named(tmp_path):
    for name in ("2007", "2008"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "dm.csv").write_text("Subject,Sex\nA,F\n")
    assert "without files of its own, only with folders (“2007”, “2008”)" in refuse(tmp_path)


def test_a_workbook_of_formulas_only(tmp_path):
    book = openpyxl.Workbook()
    book.active["A1"] = "=1+1"
    path = tmp_path / "formulas.xlsx"
    book.save(path)
    assert "nothing but formulas that were never calculated (1)" in refuse(path)


@pytest.mark.parametrize("name", ["54764-2.xlsx", "poc-xmlbomb-empty.xlsx"])
def test_entities_are_called_by_their_name(shared, name):
    assert "holds XML entities" in refuse(shared / "samples" / "nasty" / "poi" / name)


ENDLESS = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>
<table:table table:name="DM"><table:table-row table:number-rows-repeated="1048576">
<table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>
</table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>
</office:document-content>"""


def test_a_sheet_that_repeats_one_cell_without_end(tmp_path):
    path = tmp_path / "endless.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr("content.xml", ENDLESS)
    assert "far from any table" in refuse(path)


def test_a_sheet_that_says_it_is_endless(shared):
    path = shared / "samples" / "nasty" / "calamine" / "issue_594_dos.ods"
    assert "far from any table" in refuse(path)


def test_a_damaged_file_in_an_archive_leaves_the_others(tmp_path):
    path = tmp_path / "study.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("dm.csv", "Subject,Sex,Age\nA,F,50\nB,M,61\n")
        archive.writestr("ae.csv", "Subject,Adverse event\nA,Rash\n")
    data = path.read_bytes().replace(b"Rash", b"Rush")
    path.write_bytes(data)
    loaded = load_study(path)
    assert loaded.study.usubjids == ("A", "B")
    assert [i.message for i in loaded.report.issues if i.code == "file.not_read"] == [
        "“ae.csv” is damaged in the archive: make the archive again from the files, or open their folder."
    ]


def test_an_archive_without_a_table_says_why(tmp_path):
    path = tmp_path / "study.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("protocol.pdf", b"%PDF-1.7")
    assert "a zip archive without a table that we can read: “protocol.pdf” is a PDF document" in refuse(path)
