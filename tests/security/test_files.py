"""What a file of a trial may do: nothing. And what the program leaves behind: nothing."""

import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import pytest

from sscviewer import temporary
from sscviewer.temporary import PrivateFolder
from sscviewer.workbook import UnusableFile, load_study

PATIENTS = "Patient,Sex,Age\nA-1,F,52\nA-2,M,61\nA-3,F,47\n"
VALUES = "Patient,Visit,Date,FVC (L)\n" + "".join(
    f"A-{n},{visit},{year}-01-0{n},2.{n}\n"
    for n in (1, 2, 3)
    for visit, year in (("Baseline", 2020), ("Month 12", 2021))
)

WATCHED = """
import os, runpy, sys
folders = sys.argv[5].split("|")
def heard(what):
    os.write(2, f"{what}\\n".encode())  # at once: the child is ended as soon as it has answered
def look(event, arguments):
    if event == "open" and isinstance(arguments[0], str):
        path = arguments[0]
        if not any(path.startswith(folder) for folder in folders):
            heard(f"open {path}")
    elif event.split(".")[0] in ("socket", "subprocess", "os.system", "os.exec", "os.posix_spawn", "urllib"):
        heard(event)
sys.addaudithook(look)
main = sys.argv[6]
sys.argv = [main, *sys.argv[1:5]]
runpy.run_path(main, run_name="__main__")
"""
"""The child program under a watch that hears of every file it opens and every program it starts."""


@pytest.fixture
def watched(monkeypatch, tmp_path):
    """Load a file with the child watched; give what it opened beyond Python's own files."""
    from sscviewer.workbook import reading

    package = str(Path(reading.__file__).resolve().parents[2])
    own = "|".join([sys.prefix, sys.base_prefix, package, "/dev/null", "/proc/self"])
    start, log = subprocess.Popen, tmp_path / "log"

    def load(path: Path, program: str = WATCHED) -> list[str]:
        def popen(command, **how):
            assert command[:2] == [sys.executable, "-I"]
            again = [*command[:2], "-B", "-c", program, *command[3:], own, command[2]]
            return start(again, **(how | {"stderr": errors}))

        refused = []
        with log.open("w") as errors:
            monkeypatch.setattr(reading.subprocess, "Popen", popen)
            try:
                load_study(path)
            except UnusableFile as error:
                refused = [f"refused: {error}"]
        return refused + [line for line in log.read_text().splitlines() if line]

    return load


def workbook(path: Path, extra: dict[str, str]) -> Path:
    """Write a workbook with parts that point out of it."""
    import openpyxl

    book = openpyxl.Workbook()
    for name, text in (("DM", PATIENTS), ("PFT", VALUES)):
        sheet = book.create_sheet(name)
        for line in text.splitlines():
            sheet.append(line.split(","))
    book.remove(book.worksheets[0])
    book.save(path)
    with zipfile.ZipFile(path, "a") as archive:
        for name, content in extra.items():
            archive.writestr(name, content)
    return path


OUTSIDE = "file:///etc/hostname"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
LINKS = {
    "xl/externalLinks/externalLink1.xml": f'<externalLink xmlns="{MAIN}"/>',
    "xl/externalLinks/_rels/externalLink1.xml.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship '
    f'Id="r1" Type="x/externalLinkPath" Target="{OUTSIDE}" TargetMode="External"/></Relationships>',
    "xl/connections.xml": '<connections><connection type="5"><dbPr command="c"/></connection></connections>',
    "xl/vbaProject.bin": "rubbish",
}
ENTITY = f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "{OUTSIDE}">]>'
SPREADSHEET = (
    '<?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="DM"><Table>{}</Table>'
    "</Worksheet></Workbook>"
)


def xml_rows(text: str, last: str = "") -> str:
    rows = (
        "".join(f'<Cell><Data ss:Type="String">{cell}</Data></Cell>' for cell in line.split(","))
        for line in text.splitlines()
    )
    return "".join(f"<Row>{row}</Row>" for row in rows) + last


def test_links_connections_and_macros_of_a_workbook_are_not_followed(watched, tmp_path):
    assert watched(workbook(tmp_path / "trial.xlsx", LINKS)) == []


def test_an_outer_entity_is_refused_and_its_file_not_opened(watched, tmp_path):
    path = tmp_path / "trial.xml"
    path.write_text(
        ENTITY + SPREADSHEET.format(xml_rows(PATIENTS, "<Row><Cell><Data>&x;</Data></Cell></Row>"))
    )
    heard = watched(path)
    assert len(heard) == 1
    assert heard[0].startswith("refused: ")
    assert Path("/etc/hostname").read_text().strip() not in heard[0]


def test_a_style_sheet_elsewhere_is_not_fetched(watched, tmp_path):
    path = tmp_path / "trial.xml"
    style = f'<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="{OUTSIDE}"?>'
    path.write_text(style + SPREADSHEET.format(xml_rows(PATIENTS)))
    heard = watched(path)
    assert not [line for line in heard if not line.startswith("refused: ")]


def test_the_watch_hears(watched, tmp_path):
    """A child that opens something is noticed."""
    opens = WATCHED.replace("main = sys", "open('/etc/hostname').close()\nmain = sys")
    assert watched(workbook(tmp_path / "trial.xlsx", {}), opens) == ["open /etc/hostname"]


@pytest.mark.parametrize("name", ["../outside.csv", "/outside.csv", "a/../../outside.csv", "..\\outside.csv"])
def test_an_archive_is_never_written_anywhere(tmp_path, monkeypatch, name):
    inner = tmp_path / "inner"
    inner.mkdir()
    monkeypatch.setenv("TMPDIR", str(inner))
    monkeypatch.chdir(inner)
    path = tmp_path / "study.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("patients.csv", PATIENTS)
        archive.writestr(name, VALUES)
    before = everything(tmp_path)
    study = load_study(path).study
    assert study.usubjids == ("A-1", "A-2", "A-3")
    assert everything(tmp_path) == before


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_file_itself_is_never_changed(tmp_path, demo_path):
    path = tmp_path / "trial.xlsx"
    path.write_bytes(demo_path.read_bytes())
    path.chmod(0o444)
    before = path.stat()
    load_study(path)
    after = path.stat()
    assert path.read_bytes() == demo_path.read_bytes()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


RUN = """
import sys, tempfile, os
from pathlib import Path
made = []
def look(event, arguments):
    if event == "tempfile.mkdtemp" or event == "tempfile.mkstemp":
        made.append(str(arguments[0]))
    if event == "shutil.rmtree" or event == "os.rmdir":
        path = Path(os.fsdecode(arguments[0]))
        if path.is_dir() and str(path) in made:
            print("mode", oct(path.stat().st_mode & 0o777))
sys.addaudithook(look)
from sscviewer.cli import run
sys.exit(run(sys.argv[1:]))
"""


def test_temporary_files_are_private_and_gone(tmp_path):
    temporary, out = tmp_path / "temporary", tmp_path / "out"
    temporary.mkdir()
    words = [
        "export",
        str(workbook(tmp_path / "trial.xlsx", {})),
        "--out",
        str(out),
        "--what",
        "figures,tables",
        "--subject",
        "A-1",
        "--format",
        "svg,pdf,png",
        "--quiet",
    ]
    environment = {**os.environ, "TMPDIR": str(temporary), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words], capture_output=True, text=True, check=True, env=environment
    )
    assert list(temporary.iterdir()) == []
    modes = [line for line in done.stdout.splitlines() if line.startswith("mode ")]
    assert modes
    assert set(modes) == {"mode 0o700"}
    assert not [path for path in out.rglob("*") if path.name.startswith(".") or path.suffix == ".part"]
    assert sorted(path.suffix for path in out.glob("*_profile.*")) == [".pdf", ".png", ".svg"]
    assert [path.suffix for path in out.glob("*_manifest.*")] == [".json"]


def test_what_a_crash_left_behind_goes_at_the_next_start_and_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    program = "import os; from sscviewer.temporary import PrivateFolder; PrivateFolder(); os.abort()"
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    subprocess.run([sys.executable, "-c", program], env=environment, check=False, capture_output=True)
    (left,) = tmp_path.iterdir()
    assert left.stat().st_mode & 0o777 == 0o700
    (left / "figure of A-1.png").write_bytes(b"x")
    (others := tmp_path / "sscviewer-of another").mkdir()
    with PrivateFolder() as held:
        assert left.is_dir()  # its program may only just have begun
        for folder in (left, Path(held)):
            os.utime(folder / temporary.MARK, (0, 0))
        with PrivateFolder():
            assert not left.exists()
            assert Path(held).is_dir()
    assert list(tmp_path.iterdir()) == [others]


def test_reading_needs_no_temporary_file(tmp_path, demo_path):
    """Not even where there is no place for one."""
    environment = {**os.environ, "TMPDIR": str(tmp_path / "none")}
    command = [sys.executable, "-m", "sscviewer", "check", str(demo_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
