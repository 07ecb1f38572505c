"""What is said of a file without a trial in it is true of that file, and says what to do."""

import zipfile

import openpyxl
import pytest

from sscviewer.workbook import UnusableFile, load_study

SIDEWAYS = [
    ["Patient", "P01", "P02", "P03", "P04"],
    ["Sex", "F", "M", "F", "M"],
    ["Age", 50, 61, 44, 39],
    ["FVC baseline", 2.1, 2.5, 3.0, 2.2],
    ["FVC month 6", 2.0, 2.4, 2.9, 2.3],
]
NUMBERED = [["Trial X, listed in May"], [], ["Patient", 1, 2, 3, 4], *SIDEWAYS[1:]]
NAMELESS = [["", *SIDEWAYS[0][1:]], *SIDEWAYS[1:]]


def refusal(path, **options):
    with pytest.raises(UnusableFile) as caught:
        load_study(path, **options)
    return str(caught.value)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (SIDEWAYS, "row 1 holds their numbers"),
        (NUMBERED, "row 3 holds their numbers"),
        (NAMELESS, "row 1 holds their numbers"),
        ([[101, 45, 2.1, "2020-01-02"], [102, 46, 2.2, "2020-02-02"]], "no row of headings on sheet “Data”"),
        ([["A note."], ["It goes on."]], "holds no table of patients"),
        ([["Patient ID"], ["P1"], ["P2"]], "has patients on sheet “Data”, but no other column"),
        ([["Item", "N", "Percent"], ["Women", 12, 60.0], ["Men", 8, 40.0]], "no column of patient numbers"),
    ],
    ids=[
        "sideways",
        "below a title",
        "without a heading",
        "no headings",
        "prose",
        "patients alone",
        "summary",
    ],
)
def test_why_no_sheet_is_read(make_workbook, rows, said):
    sentence = refusal(make_workbook({"Data": rows}))
    assert said in sentence
    assert ("transpose it in Excel" in sentence) == ("their numbers" in said)


def test_a_sheet_on_its_side_beside_a_good_one_is_told_and_not_read(load):
    good = [["Patient", "Sex", "Age"], ["P01", "F", 50], ["P02", "M", 61], ["P03", "F", 44]]
    loaded = load({"Patients": good, "Values": SIDEWAYS})
    assert len(loaded.study.measurements) == 0
    (told,) = [i.message for i in loaded.report.issues if i.code == "sheet.ignored"]
    assert "transpose" in told
    assert "“Values”" in told


@pytest.mark.parametrize(
    "rows",
    [
        [["Patient", "V1", "V2", "V3"], ["P01", 1, 2, 3], ["P02", 2, 3, 4], ["P03", 2, 3, 4]],
        [["Patient", "Month 1", "Month 2", "Month 3"], ["P01", 1, 2, 3], ["P02", 2, 3, 4]],
    ],
)
def test_visits_side_by_side_are_no_patients(load, rows):
    assert "P01" in load({"FVC (L)": rows}).study.usubjids


@pytest.mark.parametrize(
    ("name", "advice"), [("cut.xlsx", "let Excel repair it"), ("cut.zip", "unpack what is whole")]
)
def test_what_helps_with_an_archive_cut_short(tmp_path, name, advice):
    book = openpyxl.Workbook()
    book.active.append(["Patient", "Age"])
    book.save(tmp_path / "whole.xlsx")
    with zipfile.ZipFile(tmp_path / "whole.zip", "w") as archive:
        archive.writestr("a.csv", "Patient,Age\n" * 100)
    whole = (tmp_path / f"whole.{name.rpartition('.')[2]}").read_bytes()
    (tmp_path / name).write_bytes(whole[:-30])
    assert advice in refusal(tmp_path / name)


def test_an_empty_archive_is_said_to_be_empty(tmp_path):
    zipfile.ZipFile(tmp_path / "empty.zip", "w").close()
    assert "there is nothing in it" in refusal(tmp_path / "empty.zip")
